"""What was left apart and may be one is listed for a person to decide."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.reading import Reading, Voice
from onrecord.resolve import resolve_actors, unsure


def pairs(*voices: Voice) -> set[tuple[frozenset[str], str]]:
    """The pairs by name, where every voice is a report of its own."""
    actors, _ = resolve_actors([Reading(f"r{at}", "hand", (voice,)) for at, voice in enumerate(voices)])
    names = {actor.id: actor.name for actor in actors}
    return {(frozenset((names[pair.one], names[pair.other])), pair.reason) for pair in unsure(actors)}


def person(name: str, party: str | None = None) -> Voice:
    return Voice(name, "person", party)


def test_a_surname_of_two_people_is_listed_with_both() -> None:
    reason = "a surname alone that could be this person's"
    assert pairs(person("Mara Vint"), person("Oskar Vint"), person("Vint")) == {
        (frozenset({"Mara Vint", "Vint"}), reason),
        (frozenset({"Oskar Vint", "Vint"}), reason),
    }


def test_one_name_for_two_states_is_listed() -> None:
    found = pairs(person("Mara Vint", "Orlavia"), person("Mara Vint", "Tessmark"))
    assert found == {(frozenset({"Mara Vint"}), "the same full name, for another party")}


def test_a_spelling_for_another_party_is_listed() -> None:
    found = pairs(person("Danil Horovensky", "Orlavia"), person("Danil Horovenskyy", "Tessmark"))
    assert {reason for _, reason in found} == {"a spelling, short form or initial of the same name"}


def test_foreign_ministries_of_two_states_are_no_question() -> None:
    assert not pairs(
        Voice("the Foreign Ministry", "office", "Orlavia"), Voice("the Foreign Ministry", "office", "Tessmark")
    )


def test_unnamed_sources_are_no_question() -> None:
    assert not pairs(*[Voice("a senior official", "person", "Orlavia", named=False)] * 3)


@settings(deadline=None)  # the vocabulary is read on the first call
@given(st.permutations(["Mara Vint", "Vint", "Oskar Vint", "Edvar Holt", "M. Vint"]))
def test_the_list_is_the_same_in_any_order(names: list[str]) -> None:
    actors, _ = resolve_actors([Reading(f"r-{name}", "hand", (person(name),)) for name in sorted(names)])
    shuffled = sorted(actors, key=lambda actor: names.index(actor.name) if actor.name in names else -1)
    assert unsure(shuffled) == unsure(actors)
