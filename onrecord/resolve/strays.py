"""A single word whose kind the reader took wrongly, an agency for a person say, goes to the one that is called so."""

from collections.abc import Iterable
from functools import lru_cache

from onrecord.model.reading import Voice
from onrecord.resolve.group import Group
from onrecord.resolve.parties import is_capital, is_state
from onrecord.resolve.people import outweighs
from onrecord.resolve.same_person import parts
from onrecord.resolve.seen import enter, leave
from onrecord.resolve.tally import Tally
from onrecord.text.stem import fold

__all__ = ["Strays"]

_GUESSED = ("person", "organisation", "country")
"""Kinds that the reader gives to names no vocabulary knows."""


class Strays:
    """Which groups are called by which word, in how many reports, and where lonely words of a guessed kind went."""

    def __init__(self) -> None:
        self._called: dict[str, dict[Group, int]] = {}
        self._lonely: dict[str, tuple[Group, ...]] = {}
        self._words: set[str] = set()

    def count(self, group: Group, voices: Iterable[Voice], step: int) -> None:
        """The voices that a group has in one report more or less."""
        words = {_called_by(form) for voice in voices for form in (voice.name, *voice.aliases)}
        words.discard("")
        for word in words:
            groups = self._called.setdefault(word, {})
            groups[group] = groups.get(group, 0) + step
            self._words.add(word)
            if not groups[group]:
                del groups[group]
                if not groups:
                    del self._called[word]

    def look(self, group: Group, *, fresh: bool) -> None:
        """Take note of a group with other voices; `fresh` tells that it is called or looks as it did not before."""
        if fresh or not group.at or _lead(group) != group.lead:
            self._look(group)

    def _look(self, group: Group) -> None:
        lead, word = None, None
        words = {_called_by(form) for form in group.tally.forms} - {""} if group.at else set()
        if group.at:
            lead = _lead(group)
            word = _word(lead[1]) if _stray(group.tally) else None
            initials = {_initials(look[2]) for look in group.tally.looks}
            group.initials = tuple(sorted(initials & words))
        if word != group.word:
            if group.word is not None:
                leave(self._lonely, group.word, group)
            if word is not None:
                enter(self._lonely, word, group)
        group.lead, group.word = lead, word
        self._words |= words

    def settle(self, changed: Iterable[Group]) -> set[Group]:
        """Decide anew on the strays that were touched; those that found or left a home, and the homes."""
        touched = {group for group in changed if group.word is not None or group.host is not None}
        for word in self._words:
            touched.update(self._lonely.get(word, ()))
        self._words = set()
        moved: set[Group] = set()
        for stray in touched:
            home = self._home(stray, stray.word) if stray.word is not None else None
            if home is not stray.host:
                moved |= {group for group in (stray, stray.host, home) if group is not None}
                if stray.host is not None:
                    stray.host.guests -= {stray}
                if home is not None:
                    home.guests |= {stray}
                stray.host = home
        return moved

    def _home(self, stray: Group, word: str) -> Group | None:
        """The group that is called by this word in so many more reports than the word stands for something else."""
        called = self._called.get(word, {})
        bearers = {group: count for group, count in called.items() if group is not stray and group.word is None}
        short_for = [group for group in bearers if word in group.initials]
        if len(short_for) == 1:
            return short_for[0]
        best = max(bearers, key=bearers.__getitem__, default=None)
        if best is None or best.lead is None:
            return None
        mine, others = len(stray.at), sum(bearers.values()) - bearers[best]
        kind, name = best.lead
        if not others and kind in ("agency", "outlet") and _word(name) == word:
            return best if bearers[best] >= mine else None
        if not others and kind == "country" and not is_capital(word):
            return best  # a report calls the state by this word, as "Tavrin, the capital of Orlavia" lets it do
        return best if outweighs(bearers[best], others + mine) else None


def _stray(tally: Tally) -> bool:
    return not tally.offices and all(
        kind in _GUESSED and len(parts(name)) == 1 and not is_state(name) and not state_of_other_names
        for _, kind, name, _, state_of_other_names in tally.looks
    )


def _lead(group: Group) -> tuple[str, str]:
    report, number = group.first
    voice = group.held.voices[report][number]
    return voice.kind, voice.name


@lru_cache(maxsize=65536)
def _initials(name: str) -> str:
    """ "wtc" of "World Trade Council"."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


@lru_cache(maxsize=65536)
def _called_by(form: str) -> str:
    """The single word that a form is, where it is a name; "" otherwise."""
    word = _word(form) if form[:1].isupper() or form[:4].lower() == "the " else ""
    return "" if " " in word else word


def _word(name: str) -> str:
    return fold(name).removeprefix("the ").removesuffix("'s")
