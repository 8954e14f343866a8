"""Claims that are kept up as reports come, go and change are those that are made of all at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from time import process_time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract import extract
from onrecord.link import claim_records, meeting
from onrecord.link.claims import Claims
from onrecord.link.copies import Copied
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.statements import Statements
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.records import Claim, Dispute, DisputeMention, Statement
from onrecord.model.report import Report
from onrecord.model.ties import Decided, Tie, Ties
from onrecord.resolve.actors import resolve_actors
from tests.extract.reading import reader

BEGIN = date(2031, 3, 3)
NAMES = [f"r-{n}" for n in range(7)]
LEFT = "Mara Vint said Orlavia had withdrawn its troops from the Kell valley."
TEXTS = (
    LEFT,
    f"{LEFT} It was snowing.",
    "Edvar Holt said Orlavia had pulled back its soldiers from the Kell valley.",
    "Edvar Holt said Orlavia had kept its troops in the Kell valley. " + LEFT,
    "Edvar Holt doubted that Orlavia had withdrawn its troops from the Kell valley.",
    "Tessmark denied that Orlavia had withdrawn its troops from the Kell valley.",
    "Orlavian President Mara Vint said Orlavia had withdrawn its troops and guns from the Kell valley on Monday.",
    "Orlavian President Mara Vint of the Kell valley said three divers who had been jailed on Karn were freed.",
    "Edvar Holt said that three divers jailed on Karn had been released. Edvar Holt said the talks were useful.",
    "“The harbour accord is a worse choice than one more winter without bread,” Mara Vint said. She said it twice.",
)
TIES = (
    Ties(),
    Ties(together=(Tie(("r-0", 0), ("r-3", 0), "put together"),)),
    Ties(apart=(Tie(("r-1", 0), ("r-2", 0), "held apart"),)),
    Ties(
        together=(Tie(("r-0", 0), ("r-1", 0), "one"), Tie(("r-1", 0), ("r-4", 0), "two")),
        apart=(Tie(("r-0", 0), ("r-2", 0), "three"),),
    ),
)


@cache
def read(text: str) -> str:
    """The reading of a text, as a report without a name has it."""
    report = Report("r-?", "1.txt", text)
    return msgspec.json.encode(extract(report, reader()(text), reader="test")).decode()


@dataclass(frozen=True)
class Told:
    """A report: its number, text, day and outlet, the report that it copies, and whether it is part of a dispute."""

    number: int
    text: str
    after: int | None
    outlet: str | None
    copies: str | None
    disputed: bool

    @property
    def id(self) -> str:
        return NAMES[self.number]

    @property
    def report(self) -> Report:
        day = None if self.after is None else BEGIN + timedelta(days=self.after)
        return Report(self.id, self.id, self.text, outlet=self.outlet, published=Published(day, day, "given"))

    @property
    def reading(self) -> Reading:
        return msgspec.json.decode(read(self.text).replace("r-?", self.id), type=Reading)


@dataclass
class World:
    """The claims that are kept, beside everything they are made of."""

    ties: Ties
    claims: Claims = field(default_factory=Claims)
    held: dict[str, Told] = field(default_factory=dict)
    disputes: dict[str, Dispute] = field(default_factory=dict)
    stood: dict[str, object] = field(default_factory=dict)
    also: tuple[str, ...] = ()

    def renew(self, come: Sequence[Told], go: set[int], turn: set[str]) -> Renewed[Claim]:
        """Some reports come or change, others go, and what is known of all turns; gives what the claims say of it."""
        before = {told.id: told.copies for told in self.held.values()}
        self.held |= {told.id: told for told in come}
        if "disputed" in turn:
            self.held = {name: replace(told, disputed=not told.disputed) for name, told in self.held.items()}
        if "outlet" in turn:
            self.held = {name: replace(told, outlet="Echo") for name, told in self.held.items()}
        if "copies" in turn:
            self.held = {name: replace(told, copies=None) for name, told in self.held.items()}
        self.also = ("Kell", *self.also) if "name" in turn and not self.also else () if "name" in turn else self.also
        self.held = {name: told for name, told in self.held.items() if told.number not in go}
        scene, copies = self.scene(), self.copies()
        stood = {name: standing_on(scene, name) for name in scene.readings}
        touched = {name for name in {*stood, *self.stood} if stood.get(name) != self.stood.get(name)}
        self.stood = stood
        disputes = dict(disputes_of(scene, self.held))
        changed = Renewed(
            frozenset(self.disputes.keys() - disputes.keys()),
            {name: one for name, one in disputes.items() if self.disputes.get(name) != one},
        )
        self.disputes = disputes
        moved = {name for name in {*before, *self.held} if before.get(name) != copies.get(name)}
        copied = Copied(copies, frozenset(moved))
        return self.claims.renew(scene, touched, statements(scene), changed, copied)

    def scene(self) -> Scene:
        """What is held now, with who is in it."""
        told = self.held.values()
        readings = {one.id: one.reading for one in told}
        published = {one.id: one.report.published for one in told}
        actors, home = resolve_actors(list(readings.values()), published=published)
        by_id = {actor.id: replace(actor, aliases=(*actor.aliases, *self.also)) for actor in actors}
        return Scene({one.id: one.report for one in told}, readings, published, by_id, home, Decided(claims=self.ties))

    def copies(self) -> dict[str, str]:
        return {one.id: one.copies for one in self.held.values() if one.copies is not None}

    def at_once(self) -> Mapping[str, Claim]:
        """The claims as they are when all is told at once."""
        scene, claims = self.scene(), Claims()
        disputes: Renewed[Dispute] = Renewed(made=self.disputes)
        claims.renew(scene, scene.readings, statements(scene), disputes, Copied(self.copies(), frozenset()))
        return claims.records


def statements(scene: Scene) -> Mapping[str, Sequence[Statement]]:
    made = Statements()
    made.renew(scene, scene.readings)
    return made.by_report


def standing_on(scene: Scene, name: str) -> object:
    """All of a report that a claim can be made of."""
    reading = scene.readings[name]
    who = [scene.actors[scene.home[name, number]] for number in range(len(reading.voices))]
    sides = [scene.actors[scene.side(actor.id)] for actor in who]
    known = [(actor.id, actor.kind, actor.party, actor.name, actor.aliases) for actor in (*who, *sides)]
    return scene.reports[name], reading, scene.published[name], known


def disputes_of(scene: Scene, held: Mapping[str, Told]) -> Iterator[tuple[str, Dispute]]:
    for name, told in held.items():
        found = [one.id for one in statements(scene)[name]]
        if told.disputed and found:
            yield f"d-{name}", Dispute(f"d-{name}", "so", (), (), (found[-1],), (DisputeMention(name, ()),))


told = st.builds(
    Told,
    st.integers(0, len(NAMES) - 1),
    st.sampled_from(TEXTS),
    st.sampled_from([0, 0, 1, 2, 30, None]),
    st.sampled_from([None, "Harbour Post", "Kell Times"]),
    st.sampled_from([None, None, *NAMES[:2]]),
    st.booleans(),
)
step = st.tuples(
    st.lists(told, max_size=5),
    st.sets(st.integers(0, 6), max_size=2),
    st.sampled_from([set[str](), {"disputed"}, {"outlet"}, {"copies"}, {"name"}]),
)
steps = st.lists(step, min_size=1, max_size=6)


@pytest.mark.parametrize(("nearest", "many"), [(1, 200), (2, 1), (40, 1)])
@given(steps, st.sampled_from(TIES))
@settings(max_examples=60, deadline=None)
def test_after_any_comings_and_goings_they_are_those_of_all_at_once(
    nearest: int, many: int, steps: list[tuple[list[Told], set[int], set[str]]], ties: Ties
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(meeting, "NEAREST", nearest)
        patched.setattr(claim_records, "MANY", many)
        world = World(ties)
        for come, go, turn in steps:
            before = dict(world.claims.records)
            renewed = world.renew(come, go, turn)
            assert world.claims.records == world.at_once()
            now = world.claims.records
            assert renewed.gone == before.keys() - now.keys()
            assert renewed.made == {name: one for name, one in now.items() if before.get(name) != one}


def twice() -> World:
    """Two reports of two outlets in which one says the same."""
    world = World(Ties())
    told = [Told(n, TEXTS[n], n, f"Paper {n}", None, disputed=False) for n in (0, 1)]
    world.renew(told, set(), set())
    return world


def test_a_dispute_over_what_is_said_makes_its_claim_disputed_while_it_stands() -> None:
    world, seen = twice(), []
    for _ in range(2):
        (claim,) = world.renew([], set(), {"disputed"}).made.values()
        seen.append(claim.status)
    assert seen == ["disputed", "unchallenged"]


def test_a_report_of_another_outlet_than_was_known_counts_for_that() -> None:
    world = twice()
    (before,) = world.claims.records.values()
    (after,) = world.renew([], set(), {"outlet"}).made.values()
    assert (before.outlets, after.outlets, after.origins) == (2, 1, 1)


def test_what_does_not_change_is_not_told_anew() -> None:
    world = twice()
    assert world.renew([], set(), set()) == Renewed()
    assert world.renew(list(world.held.values()), set(), set()) == Renewed()


def test_a_report_that_contradicts_itself_objects_to_itself_whichever_way_it_came() -> None:
    alone, beside = World(Ties()), twice()
    both = Told(5, TEXTS[3], 1, None, None, disputed=False)
    alone.renew([both], set(), set())
    assert {claim.status for claim in alone.claims.records.values()} == {"disputed"}
    beside.renew([both], set(), set())
    beside.renew([], {0, 1}, set())
    assert beside.claims.records == alone.claims.records


def test_one_more_telling_of_what_is_told_thousands_of_times_is_not_compared_with_them() -> None:
    spent = []
    for many in (300, 6_000):
        scene = told_by_one_outlet(many + 30)
        names, told = sorted(scene.readings), statements(scene)
        claims = Claims()
        claims.renew(scene, names[:many], told, Renewed(), Copied({}, frozenset()))
        began = process_time()
        for name in names[many:]:
            claims.renew(scene, [name], told, Renewed(), Copied({}, frozenset()))
        spent.append(process_time() - began)
        (claim,) = claims.records.values()
        assert (len(claim.statements), claim.outlets, claim.origins) == (many + 30, 1, 1)
    assert spent[1] < 8 * spent[0]


def told_by_one_outlet(times: int) -> Scene:
    """The same words again and again."""
    told = Told(0, LEFT, 0, "Echo", None, disputed=False)
    names = [f"r-{n:05}" for n in range(times)]
    readings = {name: msgspec.json.decode(read(LEFT).replace("r-?", name), type=Reading) for name in names}
    actors, home = resolve_actors([told.reading], published={told.id: told.report.published})
    reports = {name: replace(told.report, id=name) for name in names}
    return Scene(
        reports,
        readings,
        dict.fromkeys(names, told.report.published),
        {actor.id: actor for actor in actors},
        {(name, voice): actor for name in names for (_, voice), actor in home.items()},
    )
