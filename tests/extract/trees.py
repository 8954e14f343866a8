"""Documents built by hand, so that a rule can be tested without the reader.

`page("Vint/NNP/2/nsubj/PERSON said/VBD/0/root …")`: each word is `letters/tag/head/relation/name`. The head is a word
number from 1, or 0 for the root of its sentence; the name kind stands only where there is one, with `-` before it for
a word inside a name. `_` before a word says that no blank stands before it, `¶` begins a new line.
"""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.extract.page import Page
from onrecord.model.attribution import Attribution
from onrecord.model.report import Report

__all__ = ["attribution", "page"]

_POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "DT": "DET", "PDT": "DET", "JJ": "ADJ", "CD": "NUM",
    "IN": "ADP", "TO": "PART", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "MD": "AUX",
    "CC": "CCONJ", "RB": "ADV",
    ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT", ":": "PUNCT", "HYPH": "PUNCT", "_SP": "SPACE",
}  # fmt: skip
_LEMMAS = {"said": "say", "told": "tell", "has": "have", "had": "have", "denied": "deny", "met": "meet",
           "urged": "urge", "promised": "promise", "agreed": "agree", "warned": "warn", "reported": "report",
           "added": "add", "claimed": "claim", "threatened": "threaten", "welcomed": "welcome",
           "announced": "announce", "saying": "say", "quoted": "quote", "implying": "imply",
           "released": "release", "confirmed": "confirm"}  # fmt: skip


def page(*sentences: str, attributions: tuple[Attribution, ...] = (), title: str | None = None) -> Page:
    """A page of hand-built sentences."""
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
    words, spaces, tags, heads, deps, ents, starts = [], [], [], [], [], [], []
    for sentence in sentences:
        base = len(words)
        for number, written in enumerate(sentence.split()):
            if written == "¶":
                words.append("\n\n")
                tags.append("_SP")
                heads.append(max(0, len(words) - 2))
                deps.append("dep")
                ents.append("O")
                starts.append(False)
                if len(spaces):
                    spaces[-1] = False
                spaces.append(False)
                base += 1
                continue
            glued = written.startswith("_")
            letters, tag, head, dep, *name = written.removeprefix("_").split("/")
            if glued and spaces:
                spaces[-1] = False
            words.append(letters)
            spaces.append(True)
            tags.append(tag)
            heads.append(base + int(head) - 1 if int(head) else len(words) - 1)
            deps.append(dep)
            ents.append(_ent(name))
            starts.append(number == 0)
    pos = [_POS.get(tag, "VERB") for tag in tags]
    lemmas = [_LEMMAS.get(word.lower(), word.lower()) for word in words]
    doc = Doc(Vocab(), words=words, spaces=spaces, tags=tags, pos=pos, heads=heads, deps=deps, ents=ents, lemmas=lemmas)
    doc._.attributions = attributions
    return Page(Report("r-test", "test", doc.text, title=title), doc)


def _ent(name: list[str]) -> str:
    if not name:
        return "O"
    return f"I-{name[0].removeprefix('-')}" if name[0].startswith("-") else f"B-{name[0]}"


def attribution(text: str, source: str, cue: str, *content: str, confidence: float = 0.9) -> Attribution:
    """An attribution of a text by its words; each is looked for once, the cue after the source where it can be."""

    def place(words: str) -> tuple[int, int]:
        at = text.index(words)
        return at, at + len(words)

    return Attribution(
        (place(source),) if source else (), (place(cue),) if cue else (), tuple(map(place, content)), 0, confidence
    )
