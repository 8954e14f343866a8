"""The voice of a report that a person meant: one that is there, or a new one, tied to the actor of other reports."""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model.judgement import Who
from onrecord.model.reading import Voice
from onrecord.model.span import Span
from onrecord.resolve.parties import party_key
from onrecord.review.matching import find_voice
from onrecord.review.sheet import Sheet
from onrecord.text.stem import fold

__all__ = ["Link", "nearest", "voice_of", "voices_of"]

NEAR = 300
"""Characters between what is said and a name that can still be read as the name for who says it."""


class Link(NamedTuple):
    """A voice of one report that a person said to be the one whom other words, of another report, name."""

    report: str
    voice: int
    words: tuple[Span, ...]
    name: str


def voices_of(sheet: Sheet, who: Sequence[Who], links: list[Link]) -> tuple[int, ...]:
    """The numbers of several voices, once each."""
    return tuple(dict.fromkeys(voice_of(sheet, one, links) for one in who))


def voice_of(sheet: Sheet, who: Who, links: list[Link]) -> int:
    """The number of the voice: the one that the words name, else one of that name and party, else one that is added.

    Where it is known by words of other reports, `links` says that it is the same as there.
    """
    here = tuple(span for span in who.words if span.report == sheet.report.id)
    found = find_voice(sheet, here, "") if here else None
    if found is not None:
        return found.number
    number = _of_that_name(sheet, who) if who.named else None
    if number is None:
        number = sheet.add("actor", Voice(who.name, who.kind, who.party, (), (), who.named, here))
    elsewhere = tuple(span for span in who.words if span.report != sheet.report.id)
    if elsewhere:
        links.append(Link(sheet.report.id, number, elsewhere, who.name))
    return number


def _of_that_name(sheet: Sheet, who: Who) -> int | None:
    for exact in (True, False):
        for number, voice in enumerate(sheet.voices):
            if voice is not None and voice.named and _agree(voice, who):
                names = (voice.name,) if exact else voice.aliases
                if fold(who.name) in {fold(name) for name in names}:
                    return number
    return None


def _agree(voice: Voice, who: Who) -> bool:
    same_party = not (voice.party and who.party) or party_key(voice.party) == party_key(who.party)
    return same_party and voice.kind == who.kind


def nearest(voice: Voice, words: Sequence[Span]) -> Span | None:
    """The mention of a voice that stands nearest to some words; None where it is mentioned nowhere near."""

    def away(mention: Span) -> int:
        return min(max(word.start - mention.end, mention.start - word.end, 0) for word in words)

    near = [mention for mention in voice.mentions if words and away(mention) <= NEAR]
    return min(near, key=lambda mention: (away(mention), mention.start), default=None)
