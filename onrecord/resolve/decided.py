"""Who is one and who is not, as people decided it: after all rules, and before them in what counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from onrecord.model.acts import ActorKind
from onrecord.model.reading import Voice
from onrecord.model.records import Actor
from onrecord.model.ties import Key, Set, Tie, Ties, blocks
from onrecord.resolve.parties import party_key
from onrecord.resolve.seen import DESCRIBED, Seen
from onrecord.text.stem import fold

__all__ = ["Person", "as_set", "parts", "with_names"]

Signature = tuple[str, str, str]


@dataclass(slots=True)
class Person:
    """Voices that are one, and by what they were joined.

    `decided` are the reasons of people who put them together or took them out, and `mark` tells one that was taken out
    of another from that other, whose name it may share.
    """

    seen: list[Seen]
    why: set[str]
    mark: str = ""
    decided: tuple[str, ...] = ()


def with_names(actor: Actor, names: Iterable[Set]) -> Actor:
    """An actor under the names that people gave it; who it is was decided by the names in the reports."""
    for one in names:
        actor = replace(actor, why=tuple(dict.fromkeys((*actor.why, one.why))))
        if one.field == "wikidata":
            actor = replace(actor, wikidata=one.value)
        elif one.field == "name" and one.value and one.value != actor.name:
            forms = tuple(sorted({*actor.aliases, actor.name} - {one.value}))
            actor = replace(actor, name=one.value, aliases=forms)
    return actor


def _key(one: Seen) -> Key:
    return one.report, one.number


def parts(groups: Sequence[Person], ties: Ties) -> list[Person]:
    """Groups that met, as one person, less what people took out of it.

    A voice that they did not name goes where those go with which the rules had put it; where these part, with those of
    its name and party; and else it stays with the rest.
    """
    here = {_key(one) for group in groups for one in group.seen}
    why = {tie.why for tie in (*ties.apart, *ties.together) if tie.one in here or tie.other in here}
    ties = Ties(_within(ties.together, here), _within(ties.apart, here))
    if not ties.apart:
        return [_person([one for group in groups for one in group.seen], groups, why, "")] if why else [*groups]
    out = {tie.other for tie in ties.apart}
    sides, rest = _sides(ties, out)
    shared = _shared_out(groups, sides, rest)
    return [
        _person(shared[n], groups, why, "" if n == rest else _mark(shared[n], sides[n] & out)) for n in sorted(shared)
    ]


def _shared_out(groups: Sequence[Person], sides: Sequence[set[Key]], rest: int) -> Mapping[int, list[Seen]]:
    """The voices of each side by its number."""
    held = {key: n for n, side in enumerate(sides) for key in side}
    called: dict[Signature, set[int]] = defaultdict(set)
    for one in (one for group in groups for one in group.seen if _key(one) in held):
        called[_signature(one.voice)].add(held[_key(one)])
    shared: dict[int, list[Seen]] = defaultdict(list)
    for group in groups:
        mine = {held[_key(one)] for one in group.seen if _key(one) in held}
        for one in group.seen:
            homes = next((some for some in (mine, called[_signature(one.voice)]) if len(some) == 1), {rest})
            shared[held.get(_key(one), min(homes))].append(one)
    return shared


def _person(seen: Sequence[Seen], groups: Sequence[Person], why: Collection[str], mark: str) -> Person:
    """One person of some voices; a description that turned out to be somebody named is no longer nameless."""
    reasons: set[str] = set().union(*(group.why for group in groups))
    if any(one.voice.named for one in seen):
        reasons.discard(DESCRIBED)
    return Person(sorted(seen, key=_key), reasons, mark, tuple(sorted(why)))


def _within(ties: Sequence[Tie], here: set[Key]) -> tuple[Tie, ...]:
    return tuple(tie for tie in ties if tie.one in here and tie.other in here)


def _sides(ties: Ties, out: set[Key]) -> tuple[list[set[Key]], int]:
    """The voices that people named, in as few sets as what they hold apart allows, and which of them is the rest."""
    against = {pair for tie in ties.apart for pair in ((tie.one, tie.other), (tie.other, tie.one))}
    named = sorted({end for tie in (*ties.apart, *ties.together) for end in (tie.one, tie.other)})
    tied = blocks(named, ties.together)
    split = {key for pair in against for key in pair}
    sides: list[set[Key]] = []
    for block in (block for block in tied if not split.isdisjoint(block)):
        home = next((side for side in sides if not any((x, y) in against for x in block for y in side)), None)
        if home is None:
            sides.append(set(block))
        else:
            home.update(block)
    rest = next((n for n, side in enumerate(sides) if not side & out), 0)
    sides[rest].update(key for block in tied if split.isdisjoint(block) for key in block)
    return sides, rest


def _mark(part: Sequence[Seen], out: set[Key]) -> str:
    """What tells a part that was taken out: where it is seen first of those that were named."""
    named = sorted((one for one in part if _key(one) in out), key=_key) or sorted(part, key=_key)
    voice = named[0].voice
    place = min((mention.start for mention in voice.mentions), default=named[0].number)
    return f"{named[0].report} {fold(voice.name)} {place}"


def _signature(voice: Voice) -> Signature:
    return fold(voice.name), voice.kind, party_key(voice.party or "")


def as_set(groups: Sequence[Person], fields: Sequence[Set]) -> list[Person]:
    """The groups with what people said that an actor is, and for whom it speaks."""
    by_voice: Mapping[Key, list[Set]] = defaultdict(list)
    for one in fields:
        by_voice[one.voice].append(one)
    order = {one: n for n, one in enumerate(fields)}
    done = []
    for group in groups:
        here = {one for voice in group.seen for one in by_voice.get(_key(voice), ())}
        done.append(_as_set(group, sorted(here, key=order.__getitem__)) if here else group)
    return done


def _as_set(group: Person, fields: Sequence[Set]) -> Person:
    last = {one.field: one.value for one in fields}
    seen = [replace(one, voice=_voice(one.voice, last)) for one in group.seen]
    return replace(group, seen=seen)  # `with_names` tells who set it


def _voice(voice: Voice, fields: Mapping[str, str | None]) -> Voice:
    kind = cast(ActorKind, fields.get("kind") or voice.kind)
    return replace(voice, kind=kind, party=fields.get("party", voice.party))
