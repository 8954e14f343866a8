"""Actors that are kept as reports come and go are those of what stands, in whatever order and portions it came."""

from collections.abc import Collection, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.period import Published
from onrecord.model.reading import Reading, Voice
from onrecord.model.records import OfficeHeld
from onrecord.model.span import Span
from onrecord.model.ties import Decided, Key, Set, Tie, Ties
from onrecord.resolve.actors import Actors, Moved, resolve_actors

REPORTS = tuple(f"r{at}" for at in range(7))
FULL = ("Mara Vint", "M. Vint", "Oskar Vint", "Mara Vint Halmora", "Edvar Holt", "Edvar Holt Jr.", "Ivo Halmora")
SPELT = ("Danil Horovensky", "Danil Horovenskyy", "Danyl Horovensky", "Ten Sol Ik", "Ten Sul Ik")
WORDS = ("Vint", "Holt", "Holt Jr.", "Horovensky", "Horovenskyi", "Halmora", "BWC", "Northline", "Tavrin", "West")
OFFICES = ("president", "prime minister", "foreign minister", "former minister", "official", "spokesman")
BODIES = ("the Foreign Ministry", "Orlavian Foreign Ministry", "Harbour Board", "the Dike Board", "administration")
NAMED_BODIES = ("Basin Water Council", "BWC", "Northline", "Northline news agency", "Halmora", "Vint", "West")
DESCRIBED = ("the Orlavian leader", "The president", "a senior official", "the Tessmark prime minister")
PARTIES = st.sampled_from((None, None, "Orlavia", "Orlavia", "the Orlavia", "Tessmark", "West", "Basin Water Council"))


def some(words: tuple[str, ...], most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), max_size=most, unique=True).map(tuple)


PEOPLE = st.builds(
    Voice, st.sampled_from((*FULL, *SPELT)), st.just("person"), PARTIES, some(WORDS, 2), some(OFFICES, 1)
)
SINGLE = st.builds(Voice, st.sampled_from(WORDS), st.just("person"), PARTIES, st.just(()), some(OFFICES[3:], 1))
STATES = st.builds(
    Voice,
    st.sampled_from(("Orlavia", "Tessmark", "Halmora", "Tavrin")),
    st.just("country"),
    st.sampled_from(("Orlavia", "Tessmark")),
    some(WORDS[-5:], 2),
)
INSTITUTIONS = st.builds(
    Voice,
    st.sampled_from((*BODIES, *NAMED_BODIES)),
    st.sampled_from(("office", "organisation", "group", "agency")),
    PARTIES,
    some((*BODIES, *NAMED_BODIES), 2),
)


def leader(words: str, party: str | None) -> Voice:
    name = words.partition(" ")[2]
    return Voice(name, "person", party, offices=("leader",), named=False, mentions=(Span("r", 0, len(words), words),))


LEADERS = st.builds(leader, st.sampled_from(DESCRIBED), PARTIES)
VOICES = st.lists(PEOPLE | PEOPLE | SINGLE | SINGLE | STATES | INSTITUTIONS | INSTITUTIONS | LEADERS, max_size=5)
DAYS = st.none() | st.dates(date(2031, 1, 1), date(2031, 1, 6))
CHANGES = st.dictionaries(st.sampled_from(REPORTS), st.none() | st.tuples(VOICES, DAYS), min_size=1)
"""What a portion tells of some reports: that they are gone, or their voices and day."""

KEYS = st.tuples(st.sampled_from(REPORTS), st.integers(0, 3))
PAIRS = st.tuples(KEYS, KEYS).filter(lambda pair: pair[0] != pair[1])


@st.composite
def decisions(draw: st.DrawFn) -> Decided:
    """What people said: who is one, who is not, and of what kind, party or name somebody is."""
    together = [Tie(one, other, "put together") for one, other in draw(st.lists(PAIRS, max_size=2))]
    joined = {frozenset((tie.one, tie.other)) for tie in together}
    ends = {key for pair in joined for key in pair}
    split = [pair for pair in draw(st.lists(PAIRS, max_size=2)) if len(ends.intersection(pair)) < 2]
    fields = st.sampled_from((("kind", "organisation"), ("party", "Tessmark"), ("party", None), ("name", "Ada Rell")))
    names = [Set(key, *field, "set") for key, field in draw(st.lists(st.tuples(KEYS, fields), max_size=2))]
    apart = [Tie(one, other, "taken apart") for one, other in split]
    return Decided(actors=Ties(tuple(sorted(together)), tuple(sorted(apart))), names=tuple(names))


class World:
    """What stands of the reports, and the actors that were told of it bit by bit."""

    def __init__(self, decided: Decided) -> None:
        self.decided = decided
        self.readings: dict[str, Reading] = {}
        self.published: dict[str, Published] = {}
        self.actors = Actors(decided)

    def hears(self, changes: Mapping[str, tuple[list[Voice], date | None] | None]) -> Moved:
        for report, change in changes.items():
            if change is None:
                self.readings.pop(report, None)
            else:
                voices, day = change
                self.readings[report] = Reading(report, "hand", tuple(voices))
                self.published[report] = Published(day, day, "given") if day else Published()
        return self.actors.renew(self.readings, changes.keys(), published=self.published)

    def at_once(self) -> Actors:
        """The same actors made from nothing, with all that stands told at once."""
        anew = Actors(self.decided)
        anew.renew(self.readings, self.readings.keys(), published=self.published)
        return anew


PORTIONS = st.lists(CHANGES, min_size=2, max_size=5)


@settings(deadline=None, max_examples=150)
@given(PORTIONS, st.just(Decided()) | decisions())
def test_what_stands_is_the_same_in_any_portions(
    portions: list[dict[str, tuple[list[Voice], date | None] | None]], decided: Decided
) -> None:
    world = World(decided)
    for portion in portions:
        world.hears(portion)
        anew = world.at_once()
        assert world.actors.home == anew.home
        assert world.actors.actors == anew.actors


@settings(deadline=None, max_examples=60)
@given(PORTIONS, st.just(Decided()) | decisions())
def test_everything_that_moved_is_told(
    portions: list[dict[str, tuple[list[Voice], date | None] | None]], decided: Decided
) -> None:
    world = World(decided)
    for portion in portions:
        home, actors, held = dict(world.actors.home), dict(world.actors.actors), world.readings.keys() | set()
        moved = world.hears(portion)
        now = world.actors
        other = {key[0] for key in home.keys() | now.home.keys() if home.get(key) != now.home.get(key)}
        assert moved.reports == other | (held ^ world.readings.keys())
        assert moved.gone == actors.keys() - now.actors.keys()
        assert moved.made == {one: actor for one, actor in now.actors.items() if actors.get(one) != actor}
        assert moved.before == {one: actor for one, actor in actors.items() if now.actors.get(one) != actor}


@settings(deadline=None, max_examples=60)
@given(PORTIONS, st.just(Decided()) | decisions())
def test_an_actor_tells_in_which_reports_it_is(
    portions: list[dict[str, tuple[list[Voice], date | None] | None]], decided: Decided
) -> None:
    world = World(decided)
    asked: dict[str, Collection[str]] = {}
    for portion in portions:
        world.hears(portion)
        asked |= {actor: world.actors.reports_of(actor) for actor in world.actors.actors if actor not in asked}
    seen: dict[str, set[str]] = {actor: set() for actor in asked}
    for (report, _), actor in world.actors.home.items():
        seen[actor].add(report)
    for actor, reports in seen.items():
        there = asked[actor]
        assert set(there) == reports
        assert len(there) == len(reports)
        assert all((report in there) is (report in reports) for report in REPORTS)


def told(*voices: Voice, day: date | None = None) -> tuple[list[Voice], date | None]:
    return [*voices], day


def person(name: str, party: str | None = "Orlavia", *aliases: str, office: str = "") -> Voice:
    return Voice(name, "person", party, aliases, (office,) if office else ())


def same(world: World, one: Key, other: Key) -> bool:
    return world.actors.home[one] == world.actors.home[other]


def test_two_whom_only_a_third_name_joined_are_two_again_once_it_is_gone() -> None:
    world = World(Decided())
    world.hears({"r1": told(person("Mara K. Vint")), "r2": told(person("Mara L. Vint"))})
    assert not same(world, ("r1", 0), ("r2", 0))
    world.hears({"r3": told(person("Mara Vint"))})
    assert same(world, ("r1", 0), ("r2", 0))
    assert same(world, ("r1", 0), ("r3", 0))
    world.hears({"r3": None})
    assert not same(world, ("r1", 0), ("r2", 0))


def test_a_report_that_tells_of_two_bodies_takes_apart_whom_another_called_one() -> None:
    harbour, dike = Voice("Harbour Board", "office", "Orlavia"), Voice("the Dike Board", "office", "Orlavia")
    world = World(Decided())
    world.hears({"r1": told(Voice("Harbour Board", "office", "Orlavia", ("the Dike Board",))), "r2": told(dike)})
    assert same(world, ("r1", 0), ("r2", 0))
    world.hears({"r3": told(harbour, dike)})
    assert not same(world, ("r1", 0), ("r2", 0))
    world.hears({"r3": None})
    assert same(world, ("r1", 0), ("r2", 0))


def test_who_is_in_a_report_by_name_is_not_a_second_voice_of_it_whenever_that_is_known() -> None:
    spokesman = person("Vint", "Orlavia", office="spokesman")
    world = World(Decided())
    world.hears({"r1": told(person("Mara Hollin"), spokesman), "r2": told(person("Ivo Vint"))})
    assert same(world, ("r1", 1), ("r2", 0))
    world.hears({"r3": told(person("Mara Hollin", "Orlavia", "Vint"))})  # she is called so too, but is no second one
    assert same(world, ("r1", 1), ("r2", 0))
    world.hears({"r1": told(person("Edvar Holt"), spokesman)})
    assert not same(world, ("r1", 1), ("r2", 0))


def test_a_second_bearer_of_a_surname_takes_it_from_the_first_and_gives_it_back() -> None:
    world = World(Decided())
    world.hears({"r1": told(person("Mara Vint")), "r2": told(person("Vint"))})
    assert same(world, ("r1", 0), ("r2", 0))
    moved = world.hears({"r3": told(person("Oskar Vint"))})
    assert not same(world, ("r1", 0), ("r2", 0))
    assert moved.reports == {"r2", "r3"}
    moved = world.hears({"r3": None})
    assert same(world, ("r1", 0), ("r2", 0))
    assert moved.reports == {"r2", "r3"}


def test_a_leader_is_somebody_once_another_report_tells_of_which_state() -> None:
    bare = person("Mara Vint", None, office="president")
    world = World(Decided())
    world.hears({"r2": told(bare, leader("the Orlavian leader", "Orlavia"))})
    assert not same(world, ("r2", 0), ("r2", 1))
    world.hears({"r1": told(person("Mara Vint", office="president"))})
    assert same(world, ("r2", 0), ("r2", 1))
    world.hears({"r1": None})
    assert not same(world, ("r2", 0), ("r2", 1))


def test_a_party_of_which_no_report_speaks_gives_way_to_the_actor_and_stands_in_for_it_again() -> None:
    world = World(Decided())
    world.hears({"r1": told(person("Mara Vint", "Basin Water Council"))})
    (stand_in,) = {actor.id for actor in world.actors.actors.values() if actor.kind == "organisation"}
    moved = world.hears({"r2": told(Voice("Basin Water Council", "organisation", None))})
    assert stand_in in moved.gone
    assert world.actors.actors[world.actors.home["r1", 0]].party == world.actors.home["r2", 0]
    moved = world.hears({"r2": None})
    assert world.actors.actors[world.actors.home["r1", 0]].party == stand_in in moved.made


def test_the_first_day_of_an_office_goes_with_the_report_that_told_it() -> None:
    world = World(Decided())
    president = person("Mara Vint", office="president")
    days = {f"r{day}": told(president, day=date(2031, 1, day)) for day in range(1, 20)}
    world.hears(days)
    world.hears({"r1": None, "r19": told(president, day=date(2031, 1, 25))})
    (vint,) = (actor for actor in world.actors.actors.values() if actor.kind == "person")
    assert vint.held == (OfficeHeld("president", date(2031, 1, 2), date(2031, 1, 25), 18),)


def test_a_report_that_says_the_same_again_changes_nothing() -> None:
    world = World(Decided())
    portion = {"r1": told(person("Mara Vint")), "r2": told(person("Vint"), leader("a senior official", "Orlavia"))}
    world.hears(portion)
    assert world.hears(portion) == Moved()


def test_the_batch_is_the_same() -> None:
    world = World(Decided())
    world.hears({"r1": told(person("Mara Vint")), "r2": told(person("Vint"))})
    actors, home = resolve_actors(list(world.readings.values()), published=world.published)
    assert {actor.id: actor for actor in actors} == world.actors.actors
    assert [actor.id for actor in actors] == sorted(world.actors.actors)
    assert home == world.actors.home
