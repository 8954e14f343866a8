"""Names that everybody knows: states and their adjectives, capitals, seats of power, organisations."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from onrecord.extract.voices.words import Words
from onrecord.model.kinds import load

__all__ = ["Found", "Term", "TermKind", "find_terms", "index_terms", "known_terms", "quarters", "state_adjectives"]

TermKind = Literal[
    "state", "adjective", "people", "capital", "seat", "organisation", "bloc", "office", "agency", "outlet"
]
_FIRST: Final = re.compile(r"\w+")
_QUARTER: Final = re.compile(r"\b(?:North|South|East|West) [A-Z][a-z]+")
_TAKEN: Final = frozenset(
    {
        "PA",
        "SPA",
        "MAP",
        "MENA",
        "AA",
        "UNI",
        "CP",
        "TAP",
        "TREND",
        "BETA",
        "TT",
        "CNS",
        "NAN",
        "APP",
        "PETRA",
        "RIA",
        "RT",
    }
)
"""Short names that mean something else too often."""
_LOWER_STARTS: Final = frozenset(
    {"the", "al", "secretary", "minister", "chief", "head", "leader", "speaker", "chairman", "director"}
)
_HONORIFICS: Final = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "sen", "rep", "gov", "gen", "col", "lt"}
)
_SHOUTED: Final = 6
"""Names in capitals up to this length are matched letter by letter: `WHO` is not `who`, `US` not `us`."""


@dataclass(frozen=True, slots=True)
class Term:
    """A known name: what it is, the name the ledger uses, and the state or organisation it speaks for."""

    form: str
    kind: TermKind
    name: str
    party: str | None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A term in the text, as tokens from `start` to `end`."""

    start: int
    end: int
    term: Term


def _rows(kind: str, part: str) -> list[dict[str, object]]:
    return cast(list[dict[str, object]], load(kind)[part])


def _list(row: Mapping[str, object], key: str) -> list[str]:
    return cast(list[str], row.get(key) or [])


def _states() -> Iterable[Term]:
    for row in _rows("states", "states"):
        name = str(row["name"])
        for form in [name, *_list(row, "also")]:
            yield Term(form, "state", name, name)
        for key, kind in (("adjective", "adjective"), ("people", "people"), ("capital", "capital")):
            for form in _list(row, key):
                yield Term(form, cast(TermKind, kind), name, name)


def _seats() -> Iterable[Term]:
    for row in _rows("seats", "seats"):
        office = row.get("office")
        for form in [str(row["name"]), *_list(row, "also")]:
            yield Term(form, "seat", str(row["name"]), str(row["state"]), str(office) if office else None)


def _organisations() -> Iterable[Term]:
    for row in _rows("organisations", "organisations"):
        name = str(row["name"])
        party = str(row.get("party") or name)
        for form in [name, *_list(row, "also")]:
            yield Term(form, "organisation", name, party)
        for form in _list(row, "capital"):
            yield Term(form, "capital", name, party)
    for row in _rows("organisations", "blocs"):
        name = str(row["name"])
        for form in _list(row, "also"):
            yield Term(form, "bloc", name, name)
        for form in _list(row, "adjective"):
            yield Term(form, "adjective", name, name)


def _offices() -> Iterable[Term]:
    for phrase in cast(list[str], load("offices")["linked"]):
        first, *rest = phrase.split(" ")
        title = " ".join([first.capitalize(), *(word if word in ("of", "the") else word.capitalize() for word in rest)])
        for form in (phrase, title):
            yield Term(form, "office", phrase, None)


def _press() -> Iterable[Term]:
    for name, also in cast(dict[str, list[str]], load("agencies")["agencies"]).items():
        if name.upper() not in _TAKEN:
            yield from (Term(form, "agency", name, None) for form in [name, *also] if form not in _TAKEN)
        else:
            yield from (Term(form, "agency", form, None) for form in also if len(form) > _SHOUTED)
    for row in _rows("organisations", "outlets"):
        for form in [str(row["name"]), *_list(row, "also")]:
            yield Term(form, "outlet", str(row["name"]), None)


@cache
def known_terms() -> Mapping[str, tuple[Term, ...]]:
    """The terms of the vocabulary by the first word of their form, longest form first."""
    return index_terms([*_states(), *_seats(), *_organisations(), *_press(), *_offices()])


@cache
def state_adjectives() -> Mapping[str, str]:
    """The first adjective of each state: `Orlavia` gives `Orlavian`."""
    rows = _rows("states", "states")
    return {str(row["name"]): _list(row, "adjective")[0] for row in rows if _list(row, "adjective")}


def index_terms(terms: Iterable[Term]) -> dict[str, tuple[Term, ...]]:
    """Terms by the first word of their form, longest form first."""
    by_word: dict[str, list[Term]] = {}
    for term in terms:
        word = _FIRST.search(term.form)
        if word:
            by_word.setdefault(word.group().lower(), []).append(term)
    return {word: tuple(sorted(found, key=lambda term: -len(term.form))) for word, found in by_word.items()}


def find_terms(words: Words, text: str, learned: Mapping[str, tuple[Term, ...]]) -> list[Found]:
    """Every known or learned term of the text, longest first and never overlapping."""
    known, found, token = known_terms(), [], 0
    while token < len(words):
        word = words.text[token]
        if word[0].isupper() or word in _LOWER_STARTS:
            match = _longest(words, text, token, known, learned)
            if match and not _addressed(words, token):
                found.append(match)
                token = match.end
                continue
        token += 1
    return found


def _addressed(words: Words, token: int) -> bool:
    """Is this the Paris of "Mr. Paris", a person named like a place?"""
    return token > 0 and words.lower[token - 1].rstrip(".") in _HONORIFICS and words.text[token - 1][:1].isupper()


def _longest(
    words: Words, text: str, token: int, known: Mapping[str, tuple[Term, ...]], learned: Mapping[str, tuple[Term, ...]]
) -> Found | None:
    first = _FIRST.match(words.lower[token])
    if not first:
        return None
    candidates: Sequence[Term] = [*learned.get(first.group(), ()), *known.get(first.group(), ())]
    at = words.start[token]
    for term in candidates:
        last = words.ends.get(at + len(term.form))
        if last is not None and _same(text[at : at + len(term.form)], term.form):
            return Found(token, last + 1, term)
    return None


def _same(written: str, form: str) -> bool:
    written = written.replace("’", "'")
    if form.isupper() and len(form) <= _SHOUTED:
        return written == form
    return written == form or (written.lower() == form.lower() and written[0].isupper() == form[0].isupper())


def quarters(text: str) -> list[Term]:
    """ "The North" where the report names a state that begins so ("North Orlavia")."""
    found = []
    for name in sorted({match.group() for match in _QUARTER.finditer(text)}):
        states = [term for term in known_terms().get(name.split()[0].lower(), ()) if term.name == name]
        for state in states[:1]:
            found += [Term(f"{article} {name.split()[0]}", "state", name, state.party) for article in ("the", "The")]
    return found
