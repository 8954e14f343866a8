"""Cues: the words that carry a communication, and what the vocabulary knows of them."""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from onrecord.extract.voices.words import Words
from onrecord.model.acts import Act
from onrecord.model.kinds import load

__all__ = ["Cue", "Vocabulary", "asked", "read_cue", "vocabulary"]

_UNDONE = frozenset({"fail", "neglect", "forget", "omit"})
_BESIDE: Final = frozenset({"on", "in", "at", "by"})
_DAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "june", "july", "august", "september", "october", "november", "december"}
)  # fmt: skip
CueKind = Literal["communication", "attitude", "unknown"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue is: its kind, its act, whether the content must tell the act, and the token that carries it."""

    kind: CueKind
    act: Act
    open: bool
    token: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Reporting words by lemma: single words, and phrases by their first word."""

    verbs: dict[str, tuple[Act, bool]]
    nouns: dict[str, tuple[Act, bool]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Act, bool], ...]]
    attitudes: frozenset[str]
    attitude_nouns: frozenset[str]
    voiced: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The reporting words of the vocabulary, read once."""
    verbs: dict[str, tuple[Act, bool]] = {}
    nouns: dict[str, tuple[Act, bool]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Act, bool]]] = {}
    rows = cast(list[dict[str, object]], load("reporting")["acts"])
    for row in rows:
        act, leaves_open = cast(Act, row["act"]), bool(row.get("by content", False))
        for entry in [*cast(list[str], row.get("verbs", [])), *cast(list[str], row.get("phrases", []))]:
            first, *rest = str(entry).split()
            if rest:
                phrases.setdefault(first, []).append(((first, *rest), act, leaves_open))
            elif entry not in verbs or verbs[entry][1]:
                verbs[str(entry)] = (act, leaves_open)
        for noun in cast(list[str], row.get("nouns", [])):
            nouns.setdefault(str(noun), (act, leaves_open))
    attitudes = cast(dict[str, list[str]], load("reporting")["attitudes"])
    return Vocabulary(
        verbs,
        nouns,
        {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in phrases.items()},
        frozenset(attitudes["verbs"]),
        frozenset(attitudes["nouns"]),
        frozenset(attitudes["voiced"]),
    )


def asked(lemma: str) -> Act | None:
    """The act of an open cue that is followed by what another is to do: "asked them to leave"."""
    return cast(dict[str, Act], load("reporting")["with infinitive"]).get(lemma)


def lemma_of(words: Words, token: int) -> str:
    """The lemma, with the reader's verb tag helped where it left an inflected form."""
    return words.lemma[token] or words.lower[token]


def read_cue(words: Words, tokens: list[int]) -> Cue:
    """What the cue of these tokens is; the carrying word is the last verb, else the last noun."""
    known = vocabulary()
    for token in tokens:
        first = words.lower[token] if words.lower[token] in known.phrases else lemma_of(words, token)
        for phrase, act, leaves_open in known.phrases.get(first, ()):
            if _stands(words, token, phrase):
                return Cue("communication", act, leaves_open, token, " ".join(phrase))
    verbs = [token for token in tokens if words.pos[token] == "VERB" and lemma_of(words, token) in known.verbs]
    if any(lemma_of(words, token) in _UNDONE for token in tokens):
        return Cue("attitude", "assert", True, tokens[0], lemma_of(words, tokens[0]))
    if len(verbs) > 1 and not known.verbs[lemma_of(words, verbs[0])][1]:
        return Cue(
            "communication", known.verbs[lemma_of(words, verbs[0])][0], False, verbs[0], lemma_of(words, verbs[0])
        )
    ranked = sorted(tokens, key=lambda token: (words.pos[token] not in ("VERB", "AUX"), -token))
    for token in ranked:
        lemma = lemma_of(words, token)
        verb = words.pos[token] in ("VERB", "AUX")
        entry = (known.verbs if verb else known.nouns).get(lemma) or (None if verb else known.verbs.get(lemma))
        if entry is not None:
            return Cue("communication", entry[0], entry[1], token, lemma)
    for token in ranked:
        lemma = lemma_of(words, token)
        if lemma in (known.attitudes if words.pos[token] in ("VERB", "AUX") else known.attitude_nouns):
            return Cue("attitude", "assert", True, token, lemma)
    return Cue("unknown", "assert", True, ranked[0] if ranked else -1, lemma_of(words, ranked[0]) if ranked else "")


def _stands(words: Words, token: int, phrase: tuple[str, ...]) -> bool:
    """Do the words of a phrase stand here, with at most two others between, and no "that"?"""
    at = token
    for word in phrase[1:]:
        for step in range(at + 1, min(at + 4, len(words))):
            if word in (words.lower[step], words.lemma[step]):
                at = step
                break
            if words.lower[step] == "that":
                return False
        else:
            return False
    return words.lower[at] not in _BESIDE or not _a_time(words, at + 1)


def _a_time(words: Words, token: int) -> bool:
    """Does a time begin here, so that "insisted on Monday that" does not insist on anything?"""
    return token < len(words) and (words.lower[token] in _DAYS or words.text[token][0].isdigit())
