"""By which words an actor is called: its own names, and not every phrase that has them."""

from onrecord.link.names import calling
from onrecord.model.records import Actor


def test_a_state_is_called_by_its_names_and_its_capitals() -> None:
    names = calling(Actor("a-1", "France", "country", None, ("Bank of France", "the Vint government", "Paris")))
    assert {"franc", "france"} & names
    assert any("pari" in word for word in names)
    assert not {"bank", "vint", "govern"} & names


def test_whoever_else_is_called_by_the_name_and_its_initials() -> None:
    names = calling(Actor("a-2", "Harbour Workers Union", "organisation", None, ("HWU", "the striking union")))
    assert {"hwu", "harbour", "union"} <= names
    assert not any("strik" in word for word in names)


def test_a_person_may_be_called_president() -> None:
    assert "president" in calling(Actor("a-3", "Mara Vint", "person"))
    assert "president" not in calling(Actor("a-4", "Orlavian Navy", "organisation"))


def test_a_form_that_reports_add_changes_nothing() -> None:
    few = Actor("a-5", "Mara Vint", "person", None, ("Vint",))
    many = Actor("a-5", "Mara Vint", "person", None, ("Vint", "AP Photo Vint", "Team Vint"))
    assert calling(few) == calling(many)
