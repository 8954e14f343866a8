"""Offices, states, organisations, groups and outlets over reports: one where a name of their own is shared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model.reading import Voice
from onrecord.resolve.group import Held, Joined, Moves
from onrecord.resolve.office_names import Key, nameless, names_of
from onrecord.resolve.seen import Rank, Sets, Unit, enter, leave

__all__ = ["Bodies", "Body", "join_bodies"]

_ALWAYS = frozenset({"same name for the same party"})
_OTHER = "another name of it"
_SHARED = "another name of both"
_UNTOLD = "same name, its party told once"


class Body(Unit):
    """Everything of one name, kind and party but people. `others` counts its other names, `reach` is what it met."""

    __slots__ = ("key", "others", "reach")

    def __init__(self, key: Key) -> None:
        super().__init__()
        self.key = key
        self.others: dict[Key, int] = {}
        self.reach: object = None

    @property
    def rank(self) -> Rank:
        """In the order of names."""
        return 1, self.key


class Bodies:
    """All bodies, by their names, by their other names, and by name those whose party is told."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._known: dict[Key, Body] = {}
        self._called: dict[Key, tuple[Body, ...]] = {}
        self._told: dict[tuple[str, str], tuple[Body, ...]] = {}
        self._touched: set[Body] = set()
        self._beside: dict[tuple[str, object], set[Body]] = defaultdict(set)

    def see(self, report: str, number: int, voice: Voice) -> Body:
        """One more voice."""
        key = _key(report, voice)
        body = self._known.get(key) or self._new(key)
        body.see(report, number)
        for other in names_of(voice)[1:]:
            if other not in body.others:
                enter(self._called, other, body)
                self._touched.add(body)
            body.others[other] = body.others.get(other, 0) + 1
        self._note(report, body)
        return body

    def lose(self, report: str, number: int, voice: Voice, body: Body) -> None:
        """One voice less."""
        self._note(report, body)
        body.lose(report, number)
        for other in names_of(voice)[1:]:
            body.others[other] -= 1
            if not body.others[other]:
                self._touch_around(body)
                del body.others[other]
                leave(self._called, other, body)
        if not body.at:
            self._gone(body)

    def _note(self, report: str, body: Body) -> None:
        """Two that met and stand in one report may be kept apart by it."""
        if body.reach is not None:
            self._beside[report, body.reach].add(body)

    def _new(self, key: Key) -> Body:
        body = self._known[key] = Body(key)
        if key[2]:
            enter(self._told, key[:2], body)
        self._touch_around(body)
        return body

    def _gone(self, body: Body) -> None:
        self._touch_around(body)
        del self._known[body.key]
        leave(self._told, body.key[:2], body)
        self._touched.discard(body)

    def _touch_around(self, body: Body) -> None:
        """What a body meets may change, and so what those meet that it brings together."""
        self._touched.add(body)
        self._touched.update(self._near(body))
        self._touched.update(self._namesakes(body))

    def _near(self, body: Body) -> Iterator[Body]:
        """The bodies that something says to be one with another."""
        for other in body.others:
            if other in self._known:
                yield self._known[other]
            else:
                yield from self._called[other]
        yield from self._called.get(body.key, ())
        namesakes = self._namesakes(body)
        if len(namesakes) == 2 and not all(one.key[2] for one in namesakes):
            yield from namesakes

    def _namesakes(self, body: Body) -> tuple[Body, ...]:
        """The bodies of one name for any party, with the one whose party is not told."""
        family, name, _ = body.key
        told = self._told.get((family, name), ())
        untold = self._known.get((family, name, "")) if told else None
        return told if untold is None else (*told, untold)

    def settle(self) -> Moves:
        """Join anew what was touched."""
        for beside in self._beside.values():
            if len(beside) > 1:
                self._touched.update(body for body in beside if self._known.get(body.key) is body)
        moves = Moves()
        done: set[Body] = set()
        for body in self._touched:
            if body not in done:
                component = self._component(body)
                done |= component
                moves.share_out(join_bodies(sorted(component, key=lambda one: one.key)), self._held)
        self._touched, self._beside = set(), defaultdict(set)
        return moves

    def _component(self, body: Body) -> set[Body]:
        found, open_ends = {body}, [body]
        while open_ends:
            new = {near for near in self._near(open_ends.pop()) if near not in found}
            found |= new
            open_ends += new
        reach = object() if len(found) > 1 else None
        for one in found:
            one.reach = reach
        return found


def _key(report: str, voice: Voice) -> Key:
    """What a voice is known by; one with nothing but a word for any body belongs to its report."""
    family, name, party = names_of(voice)[0]
    return family, f"{name} {report}" if nameless(voice) else name, party


def join_bodies(bodies: Sequence[Body]) -> list[Joined]:
    """Bodies in order, joined by name, then by other names, never across two that one report keeps apart."""
    sets = Sets([body.at for body in bodies])
    why: dict[int, set[str]] = defaultdict(set)
    if len(bodies) > 1:
        for i, j, reason in _links(bodies):
            if sets.join(i, j):
                why[i].add(reason)
    return [
        (
            [bodies[i] for i in group],
            frozenset(reason for i in group for reason in why[i]) | _ALWAYS if why else _ALWAYS,
        )
        for group in sets.groups()
    ]


def _links(bodies: Sequence[Body]) -> Iterator[tuple[int, int, str]]:
    """What says that two names are one: the other name of a voice is the name of another, or both have it."""
    number = {body.key: at for at, body in enumerate(bodies)}
    first: dict[Key, int] = {}
    shared: list[tuple[int, int, str]] = []
    for i, body in enumerate(bodies):
        for other in sorted(body.others):
            if other in number:
                yield i, number[other], _OTHER
            elif body.key[0] != "press":
                shared.append((first.setdefault(other, i), i, _SHARED))
    yield from shared
    yield from _party_untold(number)


def _party_untold(number: Mapping[Key, int]) -> Iterator[tuple[int, int, str]]:
    """A body whose party a report does not tell, where only one party has a body of that name."""
    parties: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (family, name, party), at in number.items():
        if party:
            parties[family, name].append(at)
    for (family, name), found in parties.items():
        untold = number.get((family, name, ""))
        if untold is not None and len(found) == 1 and name.count(" "):
            yield found[0], untold, _UNTOLD
