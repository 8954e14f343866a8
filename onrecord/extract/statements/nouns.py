"""Statements that stand in a noun: "its pledge to disarm", "threats by the rebels to leave", "warnings of war"."""

from typing import Final

from onrecord.extract.statements.clauses import extent
from onrecord.extract.statements.content import tokens_of
from onrecord.extract.statements.cues import Cue
from onrecord.extract.statements.speakers import phrase
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["noun_statement"]

_ACTS: Final = frozenset({"promise", "threaten", "demand", "offer", "warn", "appeal", "accuse", "deny", "refuse"})
_PLAIN: Final = frozenset({"statement", "claim", "suggestion", "assertion", "belief", "remark", "comment"})
_LOOSE: Final = frozenset({"remark", "comment", "statement"})
_ABOUT: Final = frozenset({"about", "regarding"})
_SPOKEN: Final[dict[str, frozenset[str]]] = {
    "promise": frozenset({"of"}),
    "threaten": frozenset({"of", "against"}),
    "demand": frozenset({"for"}),
    "offer": frozenset({"of"}),
    "warn": frozenset({"of", "about", "against"}),
    "appeal": frozenset({"for"}),
    "accuse": frozenset({"of", "against"}),
    "deny": frozenset({"of"}),
    "assert": frozenset({"of", "about", "regarding"}),
}
"""What may follow a noun and be what was said, by the act of the noun."""

Parts = tuple[tuple[int, int], tuple[int, int]]


def noun_statement(voices: Voices, cue: Cue) -> Parts | None:
    """Source and content of a noun of communication that names both; None where either is missing."""
    words = voices.words
    if cue.act not in _ACTS and cue.lemma not in _PLAIN:
        return None
    source, content = _source(words, cue.token), _content(words, cue)
    if source is not None and content is None and cue.act in _SPOKEN:
        return _behind_source(words, source, _SPOKEN[cue.act])
    return None if source is None or content is None else (source, content)


def _behind_source(words: Words, source: tuple[int, int], spoken: frozenset[str]) -> Parts | None:
    """What stands behind the one who said it: "warnings by the envoy of a war"."""
    inside = tokens_of(words, *source)
    for token in inside:
        if words.lower[token] in spoken and token > inside.start + 1:
            top = words.head[token]
            return (source[0], words.end[token - 1]), extent(words, top, token - 1)
    return None


def _source(words: Words, noun: int) -> tuple[int, int] | None:
    """Whose it is: "its", "the envoy's", "by the envoy", "from the envoy", or "Orlavian" in front."""
    for child in words.children[noun]:
        case = {words.lower[below] for below in words.children[child] if words.dep[below] == "case"}
        if words.dep[child] == "nmod:poss" or (words.dep[child].startswith(("nmod", "obl")) and case & {"by", "from"}):
            tokens = [token for token in phrase(words, child) if words.dep[token] != "case"]
            return words.start[tokens[0]], words.end[tokens[-1]]
    return None


def _content(words: Words, cue: Cue) -> tuple[int, int] | None:
    for child in words.children[cue.token]:
        if child < cue.token:
            continue
        dep = words.dep[child]
        if dep == "ccomp" or (
            dep in ("acl", "xcomp", "advcl") and any(words.lower[below] == "to" for below in words.children[child])
        ):
            return extent(words, child, cue.token)
        case = {words.lower[below] for below in words.children[child] if words.dep[below] in ("case", "mark")}
        spoken = _ABOUT if cue.lemma in _LOOSE else _SPOKEN.get(cue.act, _ABOUT)
        if dep.startswith(("nmod", "acl")) and case & spoken and dep != "nmod:poss" and not case & {"by", "from"}:
            return extent(words, child, cue.token)
    return None
