"""Offices and their holders: "the ministry", "Vint's office", "the minister", "a senior official"."""

from typing import Final

from onrecord.extract.voices.ground import Ground
from onrecord.extract.voices.groups import group_name
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roll import Entry, plain
from onrecord.extract.voices.trail import Step
from onrecord.model.releases import released_by

__all__ = ["described"]

_LAND: Final = frozenset({"country", "nation"})
_GOVERNMENT: Final = frozenset({"government", "authorities", "regime"})
_SURELY: Final = 0.8
_LIKELY: Final = 0.5
"""From here on somebody is known to hold the office; who merely could, is asked after all who do."""
_OWNING: Final = {"its": "country", "his": "person", "her": "person"}
_GENDER: Final = {"his": "m", "her": "f"}
_DOUBTED: Final = 0.2
_INDEFINITE: Final = frozenset({"a", "an", "another", "some", "one"})
_ANY_POST: Final = frozenset(
    {"senior", "top", "chief", "former", "ex", "acting", "interim", "outgoing", "incoming", "special", "permanent",
     "general", "lead", "leading", "first", "government", "state", "party", "ruling"}
)  # fmt: skip
_MINISTRY_OF: Final = {"foreign affairs": "foreign", "external affairs": "foreign", "defense": "defence"}


def described(ground: Ground, mention: Mention) -> tuple[int, ...]:
    if mention.role in _LAND:
        return _land(ground, mention)
    if mention.what == "office":
        return _office(ground, mention)
    mention.party = mention.party or _ours(ground, mention)
    known = _office_holder(ground, mention)
    if known is not None:
        return (known,)
    if not ground.is_actor(mention) or (mention.role in ground.roles.private_persons and not ground.is_source(mention)):
        return ()
    name = group_name(ground, mention)
    if mention.tail > mention.end:
        name += ground.page.text[ground.words.end[mention.end - 1] : ground.words.end[mention.tail - 1]]
    if name.lower().startswith("same "):
        name = name[5:]
    entry = Entry(name, "person", mention.party, named=False, role=mention.role, gender=mention.gender)
    entry.seen = mention.head
    return (ground.roll.enter(entry),)


def _ours(ground: Ground, mention: Mention) -> str | None:
    """ "The President" of a government's own release, outside of quotations, is that state's."""
    bare = mention.article == "the" and mention.owner is None and not ground.words.quoted[mention.head]
    titled = ground.words.text[mention.head][:1].isupper() and mention.role in ground.roles.chiefs
    return released_by(ground.page.report.outlet) if bare and titled else None


def _land(ground: Ground, mention: Mention) -> tuple[int, ...]:
    """The state that "the country" means: the one in the light."""
    if mention.article not in ("the", "this") or ground.words.text[mention.head][:1].isupper():
        return ()
    step = ground.trail.best(
        ground.words.sentence[mention.head],
        lambda step: 1.0 if any(ground.roll.entries[number].kind == "country" for number in step.voices) else 0.0,
    )
    if step is None:
        return ()
    return tuple(number for number in step.voices if ground.roll.entries[number].kind == "country")[:1]


def _office_holder(ground: Ground, mention: Mention) -> int | None:
    """The person already spoken of whom "the minister" or "the Orlavian leader" means."""
    if mention.article in ("a", "an", "one", "another", "some") or (mention.article == "" and mention.party is None):
        return None
    words = set(plain(mention.name).split()) & (ground.roles.modifiers | {mention.role})

    def fits(step: Step) -> float:
        return max((_holds(ground, number, mention, words) for number in step.voices), default=0.0)

    def known(step: Step) -> float:
        fit = fits(step)
        return fit if fit >= _LIKELY else 0.0

    sentence = ground.words.sentence[mention.head]
    step = ground.trail.best(sentence, known)
    if step is None:
        far = _anywhere(ground, mention, words)
        step = None if far is not None else ground.trail.best(sentence, fits)
        if step is None:
            return far
    return max(step.voices, key=lambda number: _holds(ground, number, mention, words))


def _anywhere(ground: Ground, mention: Mention, words: set[str]) -> int | None:
    """Who of that state surely holds the office, spoken of long before or still to come."""
    same = (
        number
        for number, entry in enumerate(ground.roll.entries)
        if entry.named and mention.party == entry.party is not None
    )
    return next((number for number in same if _holds(ground, number, mention, words) >= _SURELY), None)


def _holds(ground: Ground, number: int, mention: Mention, words: set[str]) -> float:
    entry = ground.roll.entries[number]
    if entry.kind != "person" or (mention.party and entry.party and mention.party != entry.party):
        return 0.0
    if mention.owner is not None and number in mention.owner.voices:
        return 0.0
    if not entry.named:
        return 1.0 if entry.role == mention.role and not _another(ground, entry, mention, words) else 0.0
    if mention.role == "counterpart":
        return 0.5 if mention.party and entry.party == mention.party else 0.0
    held = {word for office in entry.offices for word in office.split()}
    if mention.role in held and _other_post(ground, entry.offices, mention.role, words):
        return 0.0
    if mention.role in held:
        sure = 1.0 if words <= held else 0.6
        doubted = mention.party and entry.party is None and not _post(ground, words, mention.role) & held
        return sure * _DOUBTED if doubted and _compatriot(ground, mention) else sure
    if not held and mention.party and entry.party == mention.party and mention.role in ground.roles.chiefs:
        return 0.5
    chief = mention.role in ("leader", "ruler", "dictator", "strongman", "chief", "head")
    if chief and mention.party and entry.party == mention.party and not _post(ground, words, mention.role):
        return 0.8 if held & ground.roles.chiefs else 0.0 if held else 0.2  # a columnist leads no state
    return 0.0


def _another(ground: Ground, entry: Entry, mention: Mention, words: set[str]) -> bool:
    """Is "the prime minister" not who was called "the foreign minister", nor a Selmarkian one an Orlavian?"""
    mine, theirs = ({word for word in name.split() if word[:1].isupper()} for name in (mention.name, entry.name))
    strangers = bool(mine) and bool(theirs) and mine.isdisjoint(theirs)
    return strangers or _other_post(ground, [plain(entry.name), *entry.offices], mention.role, words)


def _other_post(ground: Ground, offices: list[str], role: str, words: set[str]) -> bool:
    """Are these words for another office of that name: "the defence minister" beside a foreign or a prime minister?"""
    asked = _post(ground, words, role)
    posts = [_post(ground, set(office.split()), role) for office in offices if role in office.split()]
    return bool(asked) and all(post and not post & asked for post in posts)


def _post(ground: Ground, words: set[str], role: str) -> set[str]:
    """The words that tell one minister or secretary from another, whoever is senior, former or acting."""
    return {_MINISTRY_OF.get(word, word) for word in words & ground.roles.modifiers} - {role} - _ANY_POST


def _compatriot(ground: Ground, mention: Mention) -> bool:
    """Is somebody of the state that "the Orlavian president" names known, who is then rather meant?"""
    return any(entry.named and entry.kind == "person" and entry.party == mention.party for entry in ground.roll.entries)


def _office(ground: Ground, mention: Mention) -> tuple[int, ...]:
    owner = mention.owner.voices[0] if mention.owner is not None and mention.owner.voices else _whose(ground, mention)
    party = mention.party or (ground.roll.entries[owner].party if owner is not None else None)
    function = _function(ground, mention)
    if mention.role in _GOVERNMENT and party is not None:
        return _state(ground, party)
    bare = mention.article not in _INDEFINITE and not _called(ground, mention)
    if bare and (party is None or (mention.article in ("the", "this") and mention.owner is None)):
        known = _recent_office(ground, function, mention.role)
        if known is not None:
            return (known,)
    if party is None and (mention.role not in ground.roles.speakers or mention.article not in ("the", "this")):
        return () if not ground.is_source(mention) else _new_office(ground, mention, None, function, owner)
    if party is None:
        party = (
            _near_party(ground, mention)
            if mention.role in ("ministry", "government", "presidency", "parliament")
            else None
        )
        if party is None and not ground.is_source(mention):
            return ()
        if party is not None and mention.role in _GOVERNMENT:
            return _state(ground, party)
    return _new_office(ground, mention, party, function, owner)


def _called(ground: Ground, mention: Mention) -> bool:
    """Has it a name of its own right before it, as "the Vint administration" has, which is not that of Tal?"""
    words, at = ground.words, mention.head - 1
    first = words.begins[words.sentence[mention.head]]
    return max(mention.start, first + 1) <= at and words.text[at][:1].isupper()


def _state(ground: Ground, party: str) -> tuple[int, ...]:
    """The state whose government it is."""
    known = ground.roll.find(f"term:{party}")
    return (ground.roll.enter(Entry(party, "country", party), f"term:{party}") if known is None else known,)


def _new_office(
    ground: Ground, mention: Mention, party: str | None, function: str, owner: int | None
) -> tuple[int, ...]:
    presidential = owner is not None and function == "office" and ground.roll.entries[owner].kind == "person"
    if presidential and owner is not None:
        held = {word for office in ground.roll.entries[owner].offices for word in office.split()}
        if "president" in held or not held & {"minister", "premier", "chancellor", "king"}:
            function = "presidency"
    whose = party or (f"#{owner}" if owner is not None else None)
    key = f"office:{whose}:{function}" if whose else f"office:{plain(mention.name)}"
    known = ground.roll.find(key)
    if known is None:
        known = ground.roll.enter(Entry(_office_name(ground, mention, owner), "office", party, role=mention.role), key)
    return (known,)


def _whose(ground: Ground, mention: Mention) -> int | None:
    """Whose "her office" or "its ministry" is: the person or state in the light."""
    kind = _OWNING.get(mention.article)
    if kind is None or mention.owner is not None:
        return None

    def owns(number: int) -> bool:
        entry = ground.roll.entries[number]
        return entry.kind == kind and entry.named and entry.gender in ("", _GENDER.get(mention.article, ""))

    step = ground.trail.best(
        ground.words.sentence[mention.head], lambda step: 1.0 if any(map(owns, step.voices)) else 0.0
    )
    return None if step is None else next(filter(owns, step.voices))


def _office_name(ground: Ground, mention: Mention, whose: int | None) -> str:
    if mention.article in _OWNING and whose is not None:
        return f"{ground.roll.entries[whose].name}'s {mention.name}"
    start, owner = mention.start, mention.owner
    if owner is not None and owner.start < start:
        named = owner.kind == "name" and owner.what == "person"
        start = owner.end - len(owner.name.split()) if named and "-" not in owner.name else owner.start
    while start < mention.end - 1 and ground.words.pos[start] == "DET":
        start += 1
    return ground.page.text[ground.words.start[start] : ground.words.end[mention.end - 1]]


def _function(ground: Ground, mention: Mention) -> str:
    """What an office is for, however it is put: "Ministry of Defence" and "defence ministry" alike."""
    name = plain(mention.name)
    _, _, of = name.partition(" of ")
    if of and mention.role in ("ministry", "department"):
        of = of.removeprefix("the ")
        return f"{_MINISTRY_OF.get(of, of)} {mention.role}"
    kept = [word for word in name.split() if word in ground.roles.modifiers or word == mention.role]
    kept = [_MINISTRY_OF.get(word, word) for word in kept]
    if mention.role == "office" and set(kept) & {"presidential"}:
        return "presidency"
    return " ".join(kept) or name


def _recent_office(ground: Ground, function: str, role: str) -> int | None:
    def fits(step: Step) -> float:
        return max((_answers(ground, number, function, role) for number in step.voices), default=0.0)

    step = ground.trail.best(ground.words.sentence[-1], fits)
    return None if step is None else max(step.voices, key=lambda number: _answers(ground, number, function, role))


def _answers(ground: Ground, number: int, function: str, role: str) -> float:
    entry = ground.roll.entries[number]
    name = plain(entry.name)
    if entry.kind in ("office", "agency", "organisation", "outlet") and (entry.role == role or role in name.split()):
        return 1.0 if set(function.split()) <= set(name.split()) else (0.5 if function == role else 0.0)
    if role in ("agency",) and entry.kind == "agency":
        return 1.0
    return (
        0.7
        if role in ("group", "alliance", "bloc", "organisation", "organization") and entry.kind == "organisation"
        else 0.0
    )


def _near_party(ground: Ground, mention: Mention) -> str | None:
    step = ground.trail.best(
        ground.words.sentence[mention.head],
        lambda step: 1.0 if any(_of_state(ground, number) for number in step.voices) else 0.0,
    )
    return None if step is None else next(ground.roll.entries[n].party for n in step.voices if _of_state(ground, n))


def _of_state(ground: Ground, number: int) -> bool:
    """A state, or an office of one?"""
    entry = ground.roll.entries[number]
    return entry.party is not None and entry.kind in ("country", "office")
