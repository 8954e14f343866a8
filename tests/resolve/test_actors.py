"""Who is the same over reports, and who is not."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.reading import Reading, Voice
from onrecord.model.records import Actor
from onrecord.resolve.actors import resolve_actors


def person(name: str, party: str | None = "Orlavia", *aliases: str) -> Voice:
    return Voice(name, "person", party, aliases)


def reading(report: str, *voices: Voice) -> Reading:
    return Reading(report, "hand", voices)


def named(actors: tuple[Actor, ...], name: str) -> Actor:
    (found,) = [actor for actor in actors if name in (actor.name, *actor.aliases)]
    return found


def test_a_full_name_is_one_actor_over_reports() -> None:
    actors, home = resolve_actors([reading("r1", person("Mara Vint")), reading("r2", person("Mara Vint"))])
    assert home["r1", 0] == home["r2", 0]
    assert named(actors, "Mara Vint").party == named(actors, "Orlavia").id


def test_a_surname_alone_joins_the_only_person_it_can_mean() -> None:
    _, home = resolve_actors([reading("r1", person("Mara Vint")), reading("r2", person("Vint"))])
    assert home["r1", 0] == home["r2", 0]


def test_a_surname_that_could_be_two_people_is_left_apart() -> None:
    _, home = resolve_actors([reading("r1", person("Mara Vint"), person("Oskar Vint")), reading("r2", person("Vint"))])
    assert len(set(home.values())) == 3


def test_spellings_of_one_name_are_one_person_and_other_given_names_are_not() -> None:
    _, home = resolve_actors(
        [
            reading("r1", person("Danil Horovensky")),
            reading("r2", person("Danil Horovenskyy")),
            reading("r3", person("Petra Horovensky")),
        ]
    )
    assert home["r1", 0] == home["r2", 0] != home["r3", 0]


def test_the_same_name_for_two_parties_is_two_people() -> None:
    _, home = resolve_actors([reading("r1", person("Mara Vint")), reading("r2", person("Mara Vint", "Tessmark"))])
    assert home["r1", 0] != home["r2", 0]


def test_a_hyphen_in_a_name_makes_no_difference() -> None:
    _, home = resolve_actors([reading("r1", person("Ten Sol-ik")), reading("r2", person("Ten Sol Ik"))])
    assert home["r1", 0] == home["r2", 0]


def test_a_state_is_one_actor_under_any_of_its_names() -> None:
    _, home = resolve_actors(
        [
            reading("r1", Voice("United States", "country", "United States", ("US",))),
            reading("r2", Voice("US", "country", "US")),
        ]
    )
    assert home["r1", 0] == home["r2", 0]


def test_an_office_is_joined_by_a_name_that_two_reports_share() -> None:
    _, home = resolve_actors(
        [
            reading("r1", Voice("Vint's office", "office", "Orlavia", ("the Grey House",))),
            reading("r2", Voice("the Grey House", "office", "Orlavia")),
        ]
    )
    assert home["r1", 0] == home["r2", 0]


def test_a_bare_description_of_an_office_joins_nothing() -> None:
    _, home = resolve_actors(
        [
            reading("r1", Voice("Orlavian Defence Ministry", "office", "Orlavia", ("the ministry",))),
            reading("r2", Voice("Orlavian Health Ministry", "office", "Orlavia", ("the ministry",))),
        ]
    )
    assert home["r1", 0] != home["r2", 0]


@given(st.permutations(["Mara Vint", "Vint", "M. Vint", "Edvar Holt", "Holt", "Mara Vinter"]))
def test_the_order_of_reports_makes_no_difference(names: list[str]) -> None:
    readings = [reading(f"r-{name}", person(name)) for name in names]
    assert resolve_actors(readings) == resolve_actors(sorted(readings, key=lambda one: one.report))
