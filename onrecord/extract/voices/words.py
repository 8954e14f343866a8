"""The words of a document as plain lists: rules ask for them many times, and a list answers faster than a token."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

__all__ = ["Words", "words_of"]

_BEGINS: Final = 3
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_SHORTEST_PLACE: Final = 3
_LONGEST_DATELINE: Final = 16


@dataclass(frozen=True, slots=True)
class Words:
    """One entry a token: its letters, its place in the text, and what the reader saw in it.

    `head` and `children` are token numbers, `sentence` the number of the sentence, `begins` the first token of each
    sentence, `lines` the tokens that break a line, `dateline` those of a place and agency in front of the text;
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
    lines: list[int]
    quoted: list[bool]
    dateline: frozenset[int]
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
    columns = [ORTH, POS, TAG, DEP, LEMMA, ENT_TYPE, IDX, HEAD, ENT_IOB, SENT_START]
    table = doc.to_array(columns).astype(np.uint64).reshape(len(doc), len(columns)).T
    named: list[list[str]] = []
    for column in table[:6]:
        keys, places = np.unique(column, return_inverse=True)
        texts = [strings[int(key)] if key else "" for key in keys]
        named.append([texts[place] for place in places.ravel().tolist()])
    text, pos, tag, dep, lemma, ent = named
    start, offsets, marks, starts = (column.astype(np.int64).tolist() for column in table[6:])
    end = [at + len(word) for at, word in zip(start, text, strict=True)]
    head = [token + offset for token, offset in enumerate(offsets)]
    children: list[list[int]] = [[] for _ in text]
    for token, above in enumerate(head):
        if above != token:
            children[above].append(token)
    sentence, begins = _sentences(starts)
    return Words(
        text=text,
        lower=[word.lower() for word in text],
        start=start,
        end=end,
        pos=pos,
        tag=tag,
        dep=dep,
        lemma=[word.lower() for word in lemma],
        ent=ent,
        ent_begins=[mark == _BEGINS for mark in marks],
        head=head,
        children=children,
        sentence=sentence,
        begins=begins,
        lines=[token for token, word in enumerate(text) if "\n" in word],
        quoted=_quoted(text),
        dateline=_dateline(text),
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


def _dateline(text: list[str]) -> frozenset[int]:
    """The tokens of "BRENPORT, March 3 (Tarn News) -" at the beginning of a line."""
    found: set[int] = set()
    starts = [0, *(token + 1 for token, word in enumerate(text) if "\n" in word)]
    for start in starts:
        if start >= len(text) or not text[start].isupper() or len(text[start]) < _SHORTEST_PLACE:
            continue
        for token in range(start + 1, min(start + _LONGEST_DATELINE, len(text))):
            if "\n" in text[token]:
                break
            if text[token] in _DASHES and text[token - 1] == ")":
                found.update(range(start, token + 1))
                break
    return frozenset(found)


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
