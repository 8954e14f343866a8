"""The roll of a report's voices: each actor once, with all its names, and how a mention finds its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roles import roles
from onrecord.model.acts import ActorKind
from onrecord.model.reading import Voice
from onrecord.model.span import Span

__all__ = ["Entry", "Roll", "full", "plain"]

_ALIKE: Final = 0.8
_PARTICLES: Final = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "da", "di", "abu", "ben"})
_ARTICLE: Final = re.compile(r"^(?:the|a|an|this|that|these|those|same|his|her|its|their|our|my)\s+", re.IGNORECASE)


def plain(name: str) -> str:
    """A name for comparison: lower case, hyphens as blanks, without an article."""
    return _ARTICLE.sub("", name.replace("-", " ").replace("’", "'").lower()).strip()


def full(name: str) -> bool:
    """Is this more than a surname: "Ivo al-Tal", and not "al-Tal"?"""
    return len([word for word in plain(name).split() if word not in _PARTICLES]) > 1


@dataclass(slots=True)
class Entry:
    """A voice in the making; `bare` tells that the report has called this person by one name alone."""

    name: str
    kind: ActorKind
    party: str | None = None
    aliases: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    named: bool = True
    gender: str = ""
    role: str = ""
    mentions: list[Span] = field(default_factory=list)
    seen: int = -1
    bare: bool = False

    def learn(self, mention: Mention, span: Span) -> None:
        """What a further mention tells of this voice."""
        self.mentions.append(span)
        self.party = self.party or mention.party
        self.gender = self.gender or mention.gender
        for office in mention.offices:
            if office and office not in self.offices:
                self.offices.append(office)
        for form in (mention.name, _ARTICLE.sub("", span.exact)):
            if mention.kind != "pronoun" and form and form != self.name and form not in self.aliases:
                self.aliases.append(form)

    def voice(self) -> Voice:
        """The finished value; a bare "president" or "government" is called by whose it is."""
        name, aliases = self.name, self.aliases
        if self.kind in ("person", "office") and self.party and name.islower():
            article = "the " if self.party.startswith("United ") else ""
            name, aliases = f"{name} of {article}{self.party}", [name, *(form for form in aliases if form != name)]
        return Voice(name, self.kind, self.party, tuple(aliases), tuple(self.offices), self.named, tuple(self.mentions))


class Roll:
    """All voices of one report, in the order in which they appear."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._names: dict[str, int] = {}
        self._last: dict[str, list[int]] = {}
        self._first: dict[str, list[int]] = {}

    def enter(self, entry: Entry, *keys: str) -> int:
        """A new voice, found again under its keys."""
        self.entries.append(entry)
        number = len(self.entries) - 1
        for key in keys:
            self._names.setdefault(key, number)
        if entry.kind in ("outlet", "agency"):
            self._names.setdefault("tail:" + plain(entry.name).split()[-1], number)
        return number

    def find(self, key: str) -> int | None:
        """The voice of a key, if there is one."""
        return self._names.get(key)

    def alias(self, number: int, key: str) -> None:
        """Another key for a voice."""
        self._names.setdefault(key, number)

    def enter_person(self, name: str) -> int:
        """The person of a full name, new or known; spelling may vary."""
        key = plain(name)
        known = self.find("person:" + key)
        if known is not None:
            return known
        parts = key.split()
        known = self._variant(parts)
        if known is None:
            known = self.enter(Entry(name, "person"))
            self._first.setdefault(parts[0], []).append(known)
        elif len(parts) > len(plain(self.entries[known].name).split()):
            entry = self.entries[known]
            entry.aliases.append(entry.name)
            entry.name = name
        self.alias(known, "person:" + key)
        for last in self._lasts(parts):
            if known not in self._last.setdefault(last, []):
                self._last[last].append(known)
        return known

    @staticmethod
    def _lasts(parts: list[str]) -> Iterable[str]:
        yield parts[-1]
        if len(parts) > 2:
            yield " ".join(parts[-2:])

    def _variant(self, parts: list[str]) -> int | None:
        """Somebody of the same first name and a surname spelt nearly so, or the other way round."""
        if len(parts) < 2:
            return None
        alike: list[int] = [*self._first.get(parts[0], []), *self._last.get(parts[-1], [])]
        for number in dict.fromkeys(alike):
            other = plain(self.entries[number].name).split()
            if len(other) < 2 or (len(parts) == len(other) == 3 and parts[1:] != other[1:]):
                continue
            first = other[0] == parts[0] or _close(other[0], parts[0])
            if first and (other[-1] == parts[-1] or _close(other[-1], parts[-1])):
                return number
        return None

    def person(self, name: str) -> int | None:
        """Whom a name means at a place of the text: the one of that surname last spoken of, else the first to come."""
        key = plain(name)
        whole = self.find("person:" + key)
        if whole is not None:
            return whole
        candidates: list[int] = [*self._last.get(key, []), *(self._first.get(key, []) if " " not in key else [])]
        if not candidates and " " in key:
            candidates = [number for number in self._last.get(key.split()[-1], ()) if self._fits(number, key)]
        if not candidates:
            return None
        seen = [number for number in candidates if self.entries[number].seen >= 0]
        chosen = max(seen, key=self._light) if seen else min(candidates)
        self.entries[chosen].bare = self.entries[chosen].bare or " " not in key
        return chosen

    def _light(self, number: int) -> tuple[bool, bool, int]:
        """Who is called by one name alone is meant by it again; else who has a post, and the one last spoken of."""
        entry = self.entries[number]
        post = any(office.split()[-1:] and office.split()[-1] in roles().state_persons for office in entry.offices)
        return entry.bare, post, entry.seen

    def _fits(self, number: int, key: str) -> bool:
        """Can "Mr Vint" or "President Vint" be this person? Not where the first names differ."""
        known = plain(self.entries[number].name).split()
        given = key.split()[0]
        return len(known) == 1 or given in known or given in _PARTICLES


def _close(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _ALIKE
