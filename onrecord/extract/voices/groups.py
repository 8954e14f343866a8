"""Groups: "Orlavian officials" as a voice of their own, "both leaders" as the two who were spoken of."""

from collections.abc import Sequence
from typing import Final

from onrecord.extract.voices.ground import Ground
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roll import Entry, plain
from onrecord.extract.voices.terms import state_adjectives
from onrecord.extract.voices.trail import Step
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
    """The two whom "both leaders" or "the two sides" means: those named before in its sentence, else who stands out."""
    if not _leads(ground, mention) and mention.role not in ground.roles.sided and mention.kind != "pronoun":
        return ()
    sentence = ground.words.sentence[mention.head]
    before = sorted(ground.trail.back(), key=lambda step: -step.weight * _NEAR ** (sentence - step.sentence))
    same = [step for step in before if step.sentence == sentence and step.token < mention.start]
    two = _opposite(ground, mention, same) or _opposite(ground, mention, before)
    return _delegations(ground, mention, tuple(sorted(two))) if two else ()


def _leads(ground: Ground, mention: Mention) -> bool:
    return mention.role in ground.roles.leading


def _opposite(ground: Ground, mention: Mention, steps: Sequence[Step]) -> list[int]:
    """The first two of different parties whom the word can mean: people who lead, states, or for "both" either."""
    found: list[int] = []
    parties: set[str | None] = set()
    for number in (number for step in steps for number in step.voices):
        entry = ground.roll.entries[number]
        person, body = entry.kind == "person" and entry.named, entry.kind in ("country", "organisation")
        fits = person if _leads(ground, mention) else body or (person and mention.kind == "pronoun")
        if fits and number not in found and (entry.party not in parties or entry.party is None):
            found.append(number)
            parties.add(entry.party)
        if len(found) == 2:
            return found
    return []


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
