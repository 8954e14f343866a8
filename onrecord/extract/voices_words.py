"""The words of a document as plain lists: rules ask for them many times, and a list answers faster than a token."""

from dataclasses import dataclass

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

__all__ = ["Words", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """One entry a token: its letters, its place in the text, and what the reader saw in it.

    `head` and `children` are token numbers, `sentence` the number of the sentence, `begins` the first token of each sentence;
    `quoted` tells whether the token stands between quotation marks.
    """

    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    lemma: list[str]
    ent: list[str]
    ent_begins: list[bool]
    head: list[int]
    children: list[list[int]]
    sentence: list[int]
    begins: list[int]
    quoted: list[bool]
    at: dict[int, int]
    ends: dict[int, int]

    def __len__(self) -> int:
        return len(self.text)

    def subtree(self, top: int) -> list[int]:
        """All tokens that hang on `top`, itself included, in order."""
        found, stack = [], [top]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(self.children[token])
        return sorted(found)


def words_of(doc: Doc) -> Words:
    """The lists of a document, made in one pass."""
    strings = doc.vocab.strings
    rows = (
        doc.to_array([HEAD, DEP, POS, TAG, LEMMA, ENT_TYPE, ENT_IOB, SENT_START]).T.tolist() if len(doc) else [[]] * 8
    )
    named = {key: strings[key] for row in rows[1:6] for key in set(row)}
    text = [token.text for token in doc]
    start = [token.idx for token in doc]
    end = [at + len(word) for at, word in zip(start, text, strict=True)]
    head = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in text]
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
    sentence, begins = _sentences(rows[7])
    return Words(
        text=text,
        lower=[word.lower() for word in text],
        start=start,
        end=end,
        pos=[named[key] for key in rows[2]],
        tag=[named[key] for key in rows[3]],
        dep=[named[key] for key in rows[1]],
        lemma=[named[key].lower() for key in rows[4]],
        ent=[named[key] for key in rows[5]],
        ent_begins=[mark == 3 for mark in rows[6]],
        head=head,
        children=children,
        sentence=sentence,
        begins=begins,
        quoted=_quoted(text),
        at={at: token for token, at in enumerate(start)},
        ends={at: token for token, at in enumerate(end)},
    )


def _sentences(starts: list[int]) -> tuple[list[int], list[int]]:
    numbers, begins = [], []
    for token, starts_here in enumerate(starts):
        if starts_here == 1 or token == 0:
            begins.append(token)
        numbers.append(len(begins) - 1)
    return numbers, begins


def _quoted(text: list[str]) -> list[bool]:
    """Inside quotation marks? A mark left open ends with its paragraph."""
    inside, states = False, []
    for word in text:
        if word in ("“", "„", "«", "``"):
            inside = True
        elif word in ("”", "»", "''"):
            inside = False
        elif word == '"':
            inside = not inside
        elif "\n" in word:
            inside = False
        states.append(inside)
    return states
