"""The talks of one report: every meeting, call and round that it tells of, each once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.extract.clause import predicate, relation
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.talks.implied import Pairs
from onrecord.extract.talks.mentions import Mention, find_mentions
from onrecord.extract.talks.reasons import reasons
from onrecord.extract.talks.revived import is_on_again
from onrecord.extract.voices.find import Voices
from onrecord.model.acts import TalkStatus
from onrecord.model.reading import FoundStatement, FoundTalk, TimeExpression

__all__ = ["find_talks"]

AGO = re.compile(r":-\d")  # "last month", in whatever tense it is told
AHEAD = ("planned", "proposed", "refused", "cancelled")
# What a later mention makes of an earlier one: a cancelled meeting was planned before.
WEIGHT: dict[TalkStatus, int] = {"cancelled": 5, "refused": 4, "held": 3, "under way": 2, "planned": 2, "proposed": 1}
LOOSE = (None, "conversation", "meeting", "negotiation round", "consultations")
REMOTE = ("phone", "video call")
EXACT = ("weekday", "date", "day", "range")
MANY = 3  # so many are not "the sides"
RECENT = 40  # a mention can point back over so many talks; more would make long documents slow


@dataclass(slots=True)
class _Talk:
    parties: tuple[int, ...]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def ahead(self) -> bool:
        return all(mention.status in AHEAD or mention.status is None for mention in self.mentions)


def find_talks(
    page: Page, voices: Voices, statements: Sequence[FoundStatement], times: Sequence[TimeExpression]
) -> tuple[FoundTalk, ...]:
    """Every talk of the report once, with its parties, day, place, form, length and standing."""
    said = Said(page, statements)
    cast = Cast(voices, said)
    mentions = list(find_mentions(page, cast, times))
    pairs = Pairs(mentions, cast, said)
    told: list[_Talk] = []
    loose: list[Mention] = []
    for mention in mentions:
        _enter(mention, told, loose, cast, pairs)
    told.sort(key=lambda talk: talk.mentions[0].at)
    return tuple(_found(talk) for talk in told if any(mention.status for mention in talk.mentions))


def _enter(mention: Mention, told: list[_Talk], loose: list[Mention], cast: Cast, pairs: Pairs) -> None:
    """Enter one mention: to a talk told before, as a new talk, or among those whose parties are not told yet."""
    parties, implied = _complete(mention, told, cast), False
    recent = told[: -RECENT - 1 : -1]
    if len(parties) < 2 and not mention.whole:
        earlier = _pointed_at(mention, parties, recent, cast)
        if earlier is not None:
            _add(mention, earlier, told)
            return
        parties, implied = pairs.of(mention), True
        if len(parties) < 2:
            loose.append(mention)
            return
    for talk in recent:
        if _same_parties(talk.parties, parties, cast) and _same_talk(talk, mention):
            _add(mention, talk, told)
            talk.parties = talk.parties if _finer(talk.parties, parties, cast) else parties
            return
    if mention.status is not None and (mention.parties or mention.anew or implied):
        told.append(_Talk(parties, [*_before(mention, parties, loose, cast), mention]))


def _before(mention: Mention, parties: tuple[int, ...], loose: list[Mention], cast: Cast) -> list[Mention]:
    """What was told of "the call" before it is said whose call it was."""
    if not mention.back:
        return []
    same = [
        m for m in loose[-RECENT:] if _as_loose(m, mention) and all(_met_by(one, parties, cast) for one in m.parties)
    ]
    loose[:] = [m for m in loose if m not in same]
    return same


def _as_loose(one: Mention, other: Mention) -> bool:
    alike = one.format == other.format and (one.format in REMOTE or (one.anew and other.anew))
    return one.status == other.status and alike


def _add(mention: Mention, talk: _Talk, told: list[_Talk]) -> None:
    """One more mention; its talk is now the last told."""
    talk.mentions.append(mention)
    told.append(told.pop(next(i for i in range(len(told) - 1, -1, -1) if told[i] is talk)))


def _complete(mention: Mention, told: list[_Talk], cast: Cast) -> tuple[int, ...]:
    """The parties of a mention, taken over from the talk told before where the words point there."""
    if mention.both and told:
        pair = next((talk.parties for talk in reversed(told) if len(talk.parties) == 2), mention.parties)
        return pair if not 1 < len(told[-1].parties) <= MANY else told[-1].parties
    if len(mention.parties) > 1 or not told or mention.whole:
        return mention.parties
    last = told[-1].parties
    alone = mention.trigger.name == "meet" and len(mention.parties) == 1 and mention.status != "held"
    pointing = mention.both or mention.trigger.joint or (mention.anew and not mention.parties) or alone
    if pointing and all(_met_by(one, last, cast) for one in mention.parties):
        return last
    return mention.parties


def _pointed_at(mention: Mention, parties: tuple[int, ...], recent: list[_Talk], cast: Cast) -> _Talk | None:
    """The talk that "the meeting" means: the last one of a kind that the words can mean."""
    if not mention.back:
        return None
    off = mention.status in ("cancelled", "refused") and relation(mention.token) == "obj"
    doer = cast.doer(predicate(mention.token)) if off else ()  # who calls off "the visit" was to make it
    named = (*parties, *doer)
    for talk in recent:
        if all(_met_by(one, talk.parties, cast) for one in named) and _same_talk(talk, mention, loosely=True):
            return talk
    return None


def _same_talk(talk: _Talk, mention: Mention, *, loosely: bool = False) -> bool:
    """Can the mention be of this talk: the same standing in time, day and form?"""
    if mention.status is not None and (mention.status in AHEAD) != talk.ahead and any(m.status for m in talk.mentions):
        return mention.status == "cancelled" and talk.ahead
    if mention.anew and not talk.ahead:
        return False
    days = {known.when.value for known in talk.mentions if known.when is not None and known.dated}
    if mention.when is not None and mention.dated and days and not _may_be_one_day(mention.when.value, days):
        return False
    if mention.status == "cancelled" and _is_past(mention) and not any(map(_is_past, talk.mentions)):
        return False  # what was called off last month is not what is planned now
    if mention.format in REMOTE and any(known.where for known in talk.mentions):
        return False  # who meets at a place does not do so by telephone
    summits = "summit" in {mention.format, *(known.format for known in talk.mentions)}
    if loosely and not summits:
        return True
    return all(_same_form(known.format, mention.format, agreed=bool(days), ahead=talk.ahead) for known in talk.mentions)


def _may_be_one_day(value: str, others: set[str]) -> bool:
    """Can these be one day: the same, or one of them no more than a week, month or year in which the other may lie?"""
    exact = [other for other in others if other.startswith(EXACT)]
    return value in others or not exact or not value.startswith(EXACT)


def _is_past(mention: Mention) -> bool:
    if mention.when is None or not mention.dated:
        return False
    return mention.when.tense == "past" or AGO.search(mention.when.value) is not None


def _same_form(one: str | None, other: str | None, *, agreed: bool, ahead: bool) -> bool:
    if one == other:
        return True
    if "summit" in (one, other):
        return "meeting" in (one, other) or (ahead and None in (one, other))
    if one is None or other is None:
        return True
    if "joint news conference" in (one, other) or "briefing" in (one, other):
        return False
    if one in REMOTE or other in REMOTE:
        return "conversation" in (one, other) or (one in REMOTE and other in REMOTE and agreed)
    return one in LOOSE or other in LOOSE


def _met_by(one: int, parties: Sequence[int], cast: Cast) -> bool:
    """Is this actor among them, itself or as the state or the person that stands for it?"""
    if one in parties:
        return True
    return any(cast.same_side(one, other) and not (cast.person(one) and cast.person(other)) for other in parties)


def _same_parties(mine: Sequence[int], theirs: Sequence[int], cast: Cast) -> bool:
    return all(_met_by(one, theirs, cast) for one in mine) and all(_met_by(one, mine, cast) for one in theirs)


def _finer(mine: Sequence[int], theirs: Sequence[int], cast: Cast) -> bool:
    """Do mine name as many people as theirs?"""
    return sum(map(cast.person, mine)) >= sum(map(cast.person, theirs))


def _found(talk: _Talk) -> FoundTalk:
    told = [m.status for m in talk.mentions if m.status is not None]
    if is_on_again(talk.mentions):
        told = [status for status in told if status != "cancelled"]
    status = max(told, key=WEIGHT.__getitem__)
    saying = [m for m in talk.mentions if m.status == status]
    best = next((m for m in saying if m.when is not None and m.dated), None)
    best = best or next((m for m in saying if m.when is not None), saying[0])
    rest = [best, *(m for m in talk.mentions if m.dated), *talk.mentions]
    found = FoundTalk(
        parties=talk.parties,
        evidence=best.evidence,
        status=status,
        when=next((m.when for m in rest if m.when is not None), None),
        where=next((m.where for m in rest if m.where is not None), None),
        format=_format(rest),
        minutes=next((m.minutes for m in rest if m.minutes is not None), None),
    )
    return replace(found, why=reasons(rest, found))


def _format(mentions: Sequence[Mention]) -> str | None:
    """The most telling form that any mention gives."""
    formats = [m.format for m in mentions if m.format is not None]
    telling = [name for name in formats if name not in ("conversation", "meeting")]
    return next(iter(telling or formats), None)
