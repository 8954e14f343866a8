"""One name for each office, ministry, body or outlet, however a report turns it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import cast

from onrecord.model.acts import ActorKind
from onrecord.model.kinds import load
from onrecord.model.reading import Voice
from onrecord.resolve.parties import party_key
from onrecord.text.stem import fold

__all__ = ["Key", "distinctive", "is_adjective_of", "nameless", "names_of"]

_ADJECTIVE = re.compile(r"(?:[aei]?an|n|ish|ese|ic|ine|i)$")
_STEM = 3  # letters that an adjective and its state share at least
_LOST = 3  # letters at the end of a state's name that its adjective may lose
_ARTICLES = ("the", "a", "an", "its", "his", "her", "their")

Key = tuple[str, str, str]
"""Family, name and party."""


def names_of(voice: Voice) -> tuple[Key, ...]:
    """The key of a voice's name, and after it those of its other names that could be nobody else's."""
    return _names(voice.kind, voice.name, voice.party, voice.aliases)


@lru_cache(maxsize=65536)
def _names(kind: ActorKind, name: str, party: str | None, aliases: tuple[str, ...]) -> tuple[Key, ...]:
    voice = Voice(name, kind, party)
    others = (alias for alias in aliases if distinctive(alias))
    return tuple(dict.fromkeys(_key(voice, form) for form in (name, *others)))


def nameless(voice: Voice) -> bool:
    """Is its fullest name one that any body has, such as "the administration"? A party's only one is known by it."""
    bare = _bare(voice.name)
    return voice.kind == "office" and bare in _bodies() and not (voice.party and bare in _words("one_of_a_kind"))


def _key(voice: Voice, name: str) -> Key:
    """What two voices must share to be one: a state its name, an outlet its name, an office its name and party."""
    if voice.kind == "country":
        return "country", party_key(voice.party or voice.name), ""
    if voice.kind in ("outlet", "agency") or _bare(voice.name).endswith(tuple(_words("outlets"))):
        return "press", _press_name(_bare(name)), ""
    party = party_key(voice.party or "") if voice.kind in ("office", "group") else ""
    return voice.kind, _office_name(_bare(name), party) if party else _bare(name), party


def distinctive(alias: str) -> bool:
    """A name of its own: "the ministry" and "the Ministry" are anybody's, "the Defence Ministry" of a party is not."""
    bare = _bare(alias)
    capital = any(word[:1].isupper() for word in alias.split() if word.lower() not in _ARTICLES)
    return capital and bare not in _bodies()


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("a ").removeprefix("an ")


@lru_cache(maxsize=4096)
def _press_name(bare: str) -> str:
    for what in cast(list[str], load("institutions")["press"]):
        if bare.endswith(" " + what) and len(bare) > len(what) + 1:
            return bare.removesuffix(" " + what)
    return bare


@lru_cache(maxsize=4096)
def _office_name(bare: str, party: str) -> str:
    """The name less the state in front, where a state has only one such body; "presidency" for any name of that."""
    if (bare, party) in _seats():
        return _seats()[bare, party]
    rest = _without_state(bare, party)
    for written, meant in cast(dict[str, str], load("institutions")["spelt"]).items():
        rest = rest.replace(written, meant)
    if any(rest.startswith(name) for name in _words("presidency")) or rest.startswith("office of president "):
        return "presidency"
    unique = any(rest == head or rest.endswith(" " + head) for head in _words("one_of_a_kind"))
    if unique:
        return rest
    return f"{party} {rest}" if rest != bare else bare  # "Orlavia's delegation" and "the Orlavian delegation"


def _without_state(bare: str, party: str) -> str:
    """The name less its own state: "Orlavian", "Orlavia's" before it, "of Orlavia" behind it."""
    for form in _forms().get(party, (party,)):
        for start in (form + " ", form + "'s ", form + "' "):
            bare = bare.removeprefix(start)
        for end in (f" of {form}", f" of the {form}"):
            bare = bare.removesuffix(end)
    first, _, rest = bare.partition(" ")
    return rest if rest and is_adjective_of(first, party) else bare


def is_adjective_of(word: str, state: str) -> bool:
    """Can a word be made of a state's name that no list has: "orlavian" of "orlavia", "belmarese" of "belmar"?"""
    stem = next((at for at, (a, b) in enumerate(zip(word, state, strict=False)) if a != b), min(len(word), len(state)))
    ending = _ADJECTIVE.fullmatch(word, stem)
    return word != state and ending is not None and stem >= max(_STEM, len(state) - _LOST)


@cache
def _bodies() -> frozenset[str]:
    """Words that any body can be called by."""
    offices = load("offices")
    return frozenset([*cast(list[str], offices["institutions"]), *cast(list[str], offices["speakers"])])


def _words(key: str) -> Sequence[str]:
    return cast(list[str], load("institutions")[key])


@cache
def _seats() -> Mapping[tuple[str, str], str]:
    """Names that stand for an office: ("grey house", "orlavia") gives "presidency", a parliament's name that."""
    houses = cast(Mapping[str, list[str]], load("institutions")["legislatures"])
    rows = cast(list[Mapping[str, object]], load("seats")["seats"])
    found = {(house, party_key(state)): "parliament" for state, names in houses.items() for house in names}
    return found | {
        (_bare(form), party_key(str(row["state"]))): str(row["office"])
        for row in rows
        if "office" in row and "state" in row
        for form in (str(row["name"]), *cast(list[str], row.get("also", [])))
    }


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """How each state may stand in front of a name, longest first."""
    rows = cast(list[Mapping[str, object]], load("states")["states"])
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        also, adjectives = cast(list[str], row.get("also", [])), cast(list[str], row.get("adjective", []))
        forms = {_bare(form) for form in (str(row["name"]), *also, *adjectives)}
        found[party_key(str(row["name"]))] = tuple(sorted(forms, key=lambda form: (-len(form), form)))
    return found
