"""Who is the same over reports, and who is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.period import Published
from onrecord.model.reading import Reading, Voice
from onrecord.model.records import Actor, OfficeHeld
from onrecord.model.span import Span
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


def test_a_person_of_whom_a_report_tells_no_state_is_the_only_one_of_that_name() -> None:
    _, home = resolve_actors([reading("r1", person("Mara Vint")), reading("r2", person("Mara Vint", None))])
    assert home["r1", 0] == home["r2", 0]


def test_a_name_of_two_states_that_a_report_gives_without_one_is_left_apart() -> None:
    _, home = resolve_actors(
        [
            reading("r1", person("Mara Vint")),
            reading("r2", person("Mara Vint", "Tessmark")),
            reading("r3", person("Mara Vint", None)),
        ]
    )
    assert len(set(home.values())) == 3


def test_the_state_that_one_report_of_many_gives_otherwise_is_a_slip() -> None:
    told = [reading(f"r{at}", person("Mara Vint")) for at in range(4)]
    _, home = resolve_actors([*told, reading("r9", person("Mara Vint", "Tessmark"))])
    assert len(set(home.values())) == 1


def test_the_same_office_tells_that_two_of_one_name_are_one() -> None:
    one = Voice("Mara Vint", "person", "Orlavia", offices=("president",))
    other = Voice("Mara Vint", "person", "Tessmark", offices=("former president",))
    _, home = resolve_actors([reading("r1", one), reading("r2", other)])
    assert home["r1", 0] == home["r2", 0]


def test_a_word_for_anybody_is_no_office_to_tell_by() -> None:
    one = Voice("Mara Vint", "person", "Orlavia", offices=("official",))
    other = Voice("Mara Vint", "person", "Tessmark", offices=("senior official",))
    _, home = resolve_actors([reading("r1", one), reading("r2", other)])
    assert home["r1", 0] != home["r2", 0]


def test_a_surname_of_two_people_goes_to_the_one_whom_everybody_calls_so() -> None:
    known = [reading(f"r{at}", person("Mara Vint", None, "Vint")) for at in range(4)]
    _, home = resolve_actors([*known, reading("r8", person("Oskar Vint", None)), reading("r9", person("Vint", None))])
    assert home["r9", 0] == home["r0", 0] != home["r8", 0]


def test_a_second_person_of_that_surname_in_one_report_stays_a_second_one() -> None:
    spokesman = Voice("Vint", "person", "Orlavia", offices=("spokesman",))
    _, home = resolve_actors([reading("r1", person("Mara Vint"), spokesman), reading("r2", person("Mara Vint"))])
    assert home["r1", 0] == home["r2", 0] != home["r1", 1]


def test_two_spellings_that_one_report_keeps_apart_are_two_people() -> None:
    _, home = resolve_actors([reading("r1", person("Danil Horovensky"), person("Danil Horovenskyy"))])
    assert home["r1", 0] != home["r1", 1]


def test_the_son_is_not_the_father() -> None:
    _, home = resolve_actors(
        [reading("r1", person("Edvar Holt", None, "Holt")), reading("r2", person("Edvar Holt Jr."), person("Holt Jr."))]
    )
    assert home["r1", 0] not in (home["r2", 0], home["r2", 1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jim Holt", "James Holt"),
        ("Mara Vint", "Mara K. Vint"),
        ("Sen. Edvar Holt", "Edvar Holt"),
        ("Aleksandr Holt", "Alexander Holt"),
        ("Petra Kovalchuk", "Petra Kovaltchouk"),
        ("Ten Sol Ik", "Ten Sol-ik"),
        ("Ten Sung Mar", "Ten Song Mar"),
        ("Oskar Vint Thursday", "Oskar Vint"),
    ],
)
def test_one_person_under_two_names(one: str, other: str) -> None:
    _, home = resolve_actors([reading("r1", person(one)), reading("r2", person(other))])
    assert home["r1", 0] == home["r2", 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Edvar Karren", "Edvar Kallen"),
        ("Edvar W. Holt", "Edvar H. R. Holt"),
        ("Ten Sol Il", "Ten Sol Un"),
        ("Ten Yong Mar", "Ten Jong Mar"),
        ("Mara Vint", "Petra Vint"),
        ("Maro Tal", "Maro Tam"),
    ],
)
def test_two_people_under_names_that_look_alike(one: str, other: str) -> None:
    _, home = resolve_actors([reading("r1", person(one)), reading("r2", person(other))])
    assert home["r1", 0] != home["r2", 0]


def office(name: str, party: str | None = "Orlavia", *aliases: str) -> Voice:
    return Voice(name, "office", party, aliases)


def test_a_ministry_is_one_whichever_way_its_state_is_named() -> None:
    names = ("France's foreign ministry", "French Foreign Ministry", "French Ministry of Foreign Affairs")
    _, home = resolve_actors([reading(f"r{at}", office(name, "France")) for at, name in enumerate(names)])
    assert len(set(home.values())) == 1


def test_the_seat_of_a_president_and_the_presidency_are_one() -> None:
    _, home = resolve_actors(
        [reading("r1", office("Elysee", "France")), reading("r2", office("French presidency", "France"))]
    )
    assert home["r1", 0] == home["r2", 0]


def test_two_bodies_that_one_report_names_are_two_whatever_another_calls_them() -> None:
    both = reading("r1", office("Harbour Board"), office("Dike Board"))
    mixed = reading("r2", office("Harbour Board", "Orlavia", "the Dike Board"))
    _, home = resolve_actors([both, mixed])
    assert home["r1", 0] == home["r2", 0] != home["r1", 1]


def test_the_administration_is_nobodys_name() -> None:
    _, home = resolve_actors(
        [
            reading("r1", office("administration", "Orlavia", "Vint administration")),
            reading("r2", office("administration", "Orlavia", "Holt administration")),
        ]
    )
    assert home["r1", 0] != home["r2", 0]


def test_an_agency_is_one_with_and_without_the_word() -> None:
    _, home = resolve_actors(
        [reading("r1", Voice("Northline", "agency")), reading("r2", Voice("Northline news agency", "office"))]
    )
    assert home["r1", 0] == home["r2", 0]


def test_letters_taken_for_another_kind_of_thing_go_to_the_body_they_stand_for() -> None:
    council = Voice("Basin Water Council", "office", "Orlavia", ("BWC",))
    _, home = resolve_actors([reading("r1", council), reading("r2", Voice("BWC", "organisation", "BWC"))])
    assert home["r1", 0] == home["r2", 0]


def test_a_slip_in_a_long_name_of_a_state_is_that_state() -> None:
    _, home = resolve_actors(
        [
            reading("r1", Voice("Kazakhstan", "country", "Kazakhstan")),
            reading("r2", Voice("Kazahkstan", "country", "Kazahkstan")),
        ]
    )
    assert home["r1", 0] == home["r2", 0]


def test_offices_are_kept_with_the_days_of_the_reports_that_give_them() -> None:
    told = {
        "r1": (Voice("Mara Vint", "person", "Orlavia", offices=("interior minister",)), date(2031, 3, 1)),
        "r2": (Voice("Mara Vint", "person", "Orlavia", offices=("president",)), date(2031, 6, 1)),
        "r3": (Voice("Mara Vint", "person", "Orlavia", offices=("president",)), date(2031, 8, 1)),
    }
    published = {report: Published(day, day, "given") for report, (_, day) in told.items()}
    actors, _ = resolve_actors([reading(report, voice) for report, (voice, _) in told.items()], published=published)
    assert named(actors, "Mara Vint").held == (
        OfficeHeld("interior minister", date(2031, 3, 1), date(2031, 3, 1), 1),
        OfficeHeld("president", date(2031, 6, 1), date(2031, 8, 1), 2),
    )


def test_an_office_in_a_report_without_a_day_has_none() -> None:
    voice = Voice("Mara Vint", "person", "Orlavia", offices=("president",))
    actors, _ = resolve_actors([reading("r1", voice)])
    assert named(actors, "Mara Vint").held == (OfficeHeld("president", None, None, 1),)


@settings(deadline=None)  # the vocabulary is read on the first call
@given(st.permutations(["Mara Vint", "Vint", "M. Vint", "Edvar Holt", "Holt", "Mara Vinter"]))
def test_the_order_of_reports_makes_no_difference(names: list[str]) -> None:
    readings = [reading(f"r-{name}", person(name)) for name in names]
    assert resolve_actors(readings) == resolve_actors(sorted(readings, key=lambda one: one.report))


def body(name: str, party: str = "Orlavia") -> Voice:
    return Voice(name, "office", party)


@pytest.mark.parametrize(
    ("one", "other", "party"),
    [
        ("Orlavian Foreign Ministry", "Orlavia's Foreign Ministry", "Orlavia"),
        ("Orlavian Foreign Ministry", "Foreign Ministry of Orlavia", "Orlavia"),
        ("Ministry of Foreign Affairs of Orlavia", "Orlavian foreign ministry", "Orlavia"),
        ("Belmarese Defence Ministry", "Belmar's Ministry of Defence", "Belmar"),
        ("Sornish army", "army of Sorn", "Sorn"),
        ("Orlavian delegation", "Orlavia's delegation", "Orlavia"),
    ],
)
def test_a_body_named_by_the_adjective_of_its_state_and_by_the_state_is_one(one: str, other: str, party: str) -> None:
    _, home = resolve_actors([reading("r1", body(one, party)), reading("r2", body(other, party))])
    assert home["r1", 0] == home["r2", 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (body("Orlavian Foreign Ministry"), body("Kestrian Foreign Ministry", "Kestria")),
        (body("Orlavian Foreign Ministry"), body("Orlavia's Defence Ministry")),
        (body("Orlavian delegation"), body("delegation")),
        (body("Orlic Foreign Ministry"), body("Foreign Ministry")),
    ],
)
def test_bodies_of_two_states_or_for_two_matters_are_two(one: Voice, other: Voice) -> None:
    _, home = resolve_actors([reading("r1", one), reading("r2", other)])
    assert home["r1", 0] != home["r2", 0]


def seat(name: str) -> Voice:
    return Voice("Orlavia", "country", "Orlavia", (name,))


def test_a_town_that_one_report_tells_to_be_the_capital_is_the_state_in_the_others() -> None:
    _, home = resolve_actors(
        [reading("r1", seat("Halmora")), reading("r2", person("Halmora", None)), reading("r3", person("Halmora", None))]
    )
    assert len(set(home.values())) == 1


def test_who_is_called_like_a_capital_that_all_know_or_like_another_person_is_not_the_state() -> None:
    _, home = resolve_actors([reading("r1", seat("Paris")), reading("r2", person("Paris", None))])
    assert len(set(home.values())) == 2
    _, home = resolve_actors(
        [reading("r1", seat("Halmora")), reading("r2", person("Ivo Halmora")), reading("r3", person("Halmora", None))]
    )
    assert home["r3", 0] == home["r2", 0]


def leader(words: str, party: str = "Orlavia") -> Voice:
    name = words.removeprefix("the ").removeprefix("The ").removeprefix("A ")
    return Voice(name, "person", party, named=False, mentions=(Span("r2", 0, len(words), words),))


VINT = Voice("Mara Vint", "person", "Orlavia", offices=("president",))
BARE = Voice("Mara Vint", "person", offices=("president",))


@pytest.mark.parametrize(
    ("words", "party", "joined"),
    [
        ("The Orlavian leader", "Orlavia", True),
        ("A Orlavian leader", "Orlavia", False),
        ("The Kestrian leader", "Kestria", False),
        ("The Orlavian minister", "Orlavia", False),
    ],
)
def test_the_leader_of_a_state_is_the_president_whose_state_another_report_tells(
    words: str, party: str, joined: bool
) -> None:
    actors, home = resolve_actors([reading("r1", VINT), reading("r2", BARE, leader(words, party))])
    assert (home["r2", 0] == home["r2", 1]) is joined
    assert [actor.offices for actor in actors if actor.name == "Mara Vint"] == [("president",)]


def test_a_leader_who_could_be_either_of_two_heads_stays_unnamed() -> None:
    premier = Voice("Ivo Tal", "person", "Orlavia", offices=("prime minister",))
    _, home = resolve_actors([reading("r1", VINT), reading("r2", BARE, premier, leader("The Orlavian leader"))])
    assert len({home["r2", number] for number in range(3)}) == 3


def test_a_bloc_that_speaks_and_has_speakers_is_one_actor() -> None:
    west = Voice("West", "group", "West", ("Western",))
    actors, _ = resolve_actors([reading("r1", west, Voice("Western leaders", "group", "West"))])
    assert sorted(actor.name for actor in actors) == ["West", "Western leaders"]
