"""A single word whose kind the reader took wrongly, an agency for a person say, goes to the one that is called so."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.resolve.parties import is_capital, is_state
from onrecord.resolve.people import Person, outweighs
from onrecord.resolve.same_person import parts
from onrecord.resolve.seen import reports_of
from onrecord.text.stem import fold

__all__ = ["join_strays"]

_GUESSED = ("person", "organisation", "country")
"""Kinds that the reader gives to names no vocabulary knows."""


def join_strays(institutions: Sequence[Person], people: Sequence[Person]) -> list[Person]:
    """All groups, where a lonely word of a guessed kind has joined the one group of another kind that is called so."""
    groups = [*institutions, *people]
    called = _called(groups)
    kept, homes = [], defaultdict[int, list[int]](list)
    for at, group in enumerate(groups):
        home = _home(at, groups, called) if _stray(group) else None
        if home is None:
            kept.append(at)
        else:
            homes[home].append(at)
    return [_with(groups[at], [groups[i] for i in homes[at]]) for at in kept]


def _with(group: Person, strays: Sequence[Person]) -> Person:
    if not strays:
        return group
    return Person(
        [*group.seen, *(one for stray in strays for one in stray.seen)],
        {*group.why, "a word that only this one is called"},
    )


def _stray(group: Person) -> bool:
    voices = [one.voice for one in group.seen]
    return all(
        voice.kind in _GUESSED
        and len(parts(voice.name)) == 1
        and not voice.offices
        and not is_state(voice.name)
        and not (voice.kind == "country" and voice.aliases)
        for voice in voices
    )


def _home(at: int, groups: Sequence[Person], called: dict[str, dict[int, int]]) -> int | None:
    """The group that is called by this word in so many more reports than the word stands for something else."""
    word = _word(groups[at].seen[0].voice.name)
    bearers = {n: count for n, count in called[word].items() if n != at and not _stray(groups[n])}
    short_for = [n for n in sorted(bearers) if any(_initials(one.voice.name) == word for one in groups[n].seen)]
    if len(short_for) == 1:
        return short_for[0]
    best = max(bearers, key=lambda n: (bearers[n], -n), default=None)
    if best is None:
        return None
    mine, others = len(reports_of(groups[at].seen)), sum(bearers.values()) - bearers[best]
    if (
        not others
        and groups[best].seen[0].voice.kind in ("agency", "outlet")
        and _word(groups[best].seen[0].voice.name) == word
    ):
        return best if bearers[best] >= mine else None
    if not others and groups[best].seen[0].voice.kind == "country" and not is_capital(word):
        return best  # a report calls the state by this word, as "Tavrin, the capital of Orlavia" lets it do
    return best if outweighs(bearers[best], others + mine) else None


def _initials(name: str) -> str:
    """ "wtc" of "World Trade Council"."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


def _called(groups: Sequence[Person]) -> dict[str, dict[int, int]]:
    """By word: which groups are called so, in how many reports."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for at, group in enumerate(groups):
        reports: dict[str, set[str]] = defaultdict(set)
        for one in group.seen:
            for form in (one.voice.name, *one.voice.aliases):
                if form[:1].isupper() or form[:4].lower() == "the ":
                    reports[_word(form)].add(one.report)
        for word, those in reports.items():
            if " " not in word:
                found[word][at] = len(those)
    return found


def _word(name: str) -> str:
    return fold(name).removeprefix("the ").removesuffix("'s")
