"""Groups: "Orlavian officials" as a voice of their own, "both leaders" as the two who were spoken of."""

from typing import Final

from onrecord.extract.voices.ground import Ground
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roll import Entry, plain
from onrecord.extract.voices.terms import state_adjectives
from onrecord.model.releases import released_by

__all__ = ["group", "group_name", "pair"]

_PAIR: Final = frozenset({"both", "two"})
_BOUNDS: Final = frozenset({"least", "most", "about", "nearly", "almost"})
_SERVANTS: Final = frozenset(
    {"representatives", "ministers", "officials", "diplomats", "negotiators", "delegates", "envoys", "ambassadors"}
)
_NEAR: Final = 0.6
"""What a voice keeps of its weight for each sentence between it and "both sides"."""


def group(ground: Ground, mention: Mention) -> tuple[int, ...]:
    lower = set(ground.words.lower[mention.start : mention.end])
    if (_PAIR & lower or mention.article == "the") and mention.party is None:
        two = pair(ground, mention)
        if two:
            return two
    if not ground.is_actor(mention) and mention.party is None:
        return ()
    if not (ground.is_source(mention) or (ground.is_actor(mention) and mention.role in ground.roles.acting)):
        return ()
    name = group_name(ground, mention)
    known = ground.roll.find("group:" + plain(name))
    if known is None:
        party = mention.party or _ours(ground, mention)
        known = ground.roll.enter(Entry(name, "group", party, role=mention.role), "group:" + plain(name))
    return (known,)


def _ours(ground: Ground, mention: Mention) -> str | None:
    """ "Our representatives", outside of quotations, are those of the state whose release it is."""
    owned = ground.words.lower[mention.start] == "our" and not ground.words.quoted[mention.start]
    return released_by(ground.page.report.outlet) if owned and mention.role in _SERVANTS else None


def group_name(ground: Ground, mention: Mention) -> str:
    """The name of a group: its words without "the", "some", "many"."""
    token = mention.start
    if mention.owner is not None and mention.owner.kind != "pronoun":
        token = min(token, mention.owner.start)
    while token < mention.end - 1 and (
        ground.words.pos[token] in ("DET", "NUM")
        or ground.words.lower[token] in ground.roles.quantities
        or ground.words.lower[token] in _BOUNDS
    ):
        token += 1
    return ground.page.text[ground.words.start[token] : ground.words.end[mention.end - 1]]


def pair(ground: Ground, mention: Mention) -> tuple[int, ...]:
    """The two whom "both leaders" or "the two sides" means: the last two of different parties."""
    people = mention.role in ground.roles.leading
    if not people and mention.role not in ground.roles.sided and mention.kind != "pronoun":
        return ()
    sentence = ground.words.sentence[mention.head]
    found: list[int] = []
    parties: set[str | None] = set()
    steps = sorted(ground.trail.back(), key=lambda step: -step.weight * _NEAR ** (sentence - step.sentence))
    for number in (number for step in steps for number in step.voices):
        entry = ground.roll.entries[number]
        person = entry.kind == "person" and entry.named
        fits = person if people else entry.kind in ("country", "organisation") or (person and mention.kind == "pronoun")
        if fits and number not in found and (entry.party not in parties or entry.party is None):
            found.append(number)
            parties.add(entry.party)
        if len(found) == 2:
            return _delegations(ground, mention, tuple(sorted(found)))
    return ()


def _delegations(ground: Ground, mention: Mention, pair: tuple[int, ...]) -> tuple[int, ...]:
    if mention.role != "delegations":
        return pair
    numbers = []
    for number in pair:
        party = ground.roll.entries[number].party or ground.roll.entries[number].name
        adjective = state_adjectives().get(party)
        name = f"{adjective} delegation" if adjective else f"{party}'s delegation"
        key = f"office:{party}:delegation"
        known = ground.roll.find(key)
        numbers.append(
            ground.roll.enter(Entry(name, "group", party, role="delegation"), key) if known is None else known
        )
    return tuple(numbers)
