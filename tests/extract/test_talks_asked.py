"""Talks that are only asked about, that lie later in the day, or are of more than the pair told of before."""

from tests.extract.reading import told

MET = "Orlavian President Mara Vint met Kestrian President Joren Tal in Selmark on Friday. "


def test_a_question_whether_there_are_talks_tells_of_none() -> None:
    found = told('"Are there any direct talks going on between Orlavia and Kestria?" Senator Mara Lind asked.')
    assert found.talks == ()


def test_a_meeting_later_in_the_day_is_planned() -> None:
    found = told("Orlavian President Mara Vint meets Kestrian President Joren Tal later today.")
    assert [talk.status for talk in found.talks] == ["planned"]


def test_talks_of_six_nations_are_not_those_of_the_two_who_met() -> None:
    found = told(MET + "Six-nation negotiations on the locks fell apart in early 2029.")
    assert [talk.evidence.exact[:8] for talk in found.talks] == ["Orlavian"]


def test_who_will_only_be_a_matter_of_a_meeting_binds_itself_to_nothing() -> None:
    found = told("Orlavia and Kestria will also feature heavily during a meeting of the council on Thursday.")
    assert found.commitments == ()


def test_talks_under_an_if_bind_nobody() -> None:
    found = told(
        '"If the council suggests that Orlavia and Kestria are going to hold talks in June, I will not play," '
        "Orlavian President Mara Vint said."
    )
    assert [one.action.exact for one in found.commitments] == ["not play"]
