"""One talk told by two sides: who is known by an office alone, leagues and their members, calls told too early."""

from datetime import date

import pytest

from onrecord.link.link import link
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Voice
from tests.link.world import HOLT, ORLAVIA, TESSMARK, VINT, Written

MARCH = [date(2031, 3, day + 1) for day in range(31)]
THE_PRESIDENT = Voice("President of Orlavia", "office", "Orlavia")
A_PRESIDENT = Voice("President", "person", "Orlavia", (), ("president",), named=False)
BROK = Voice("Ansa Brok", "person", "Orlavia", ("Brok",), ("president",))
LEAGUE = Voice("Harbour League", "organisation", "Harbour League")
KETT = Voice("Ivo Kett", "person", "Kestria", ("Kett",), ("premier",))


def ledger(*written: Written) -> Ledger:
    return link([one.report() for one in written], [one.reading() for one in written], day=date(2031, 12, 31))


def named(book: Ledger, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in book.actors if actor.id in ids}


@pytest.mark.parametrize("whoever", [THE_PRESIDENT, A_PRESIDENT])
def test_the_president_of_a_release_is_whom_the_other_side_names(whoever: Voice) -> None:
    release, other = Written("release", MARCH[4]), Written("other", MARCH[4])
    release.talk(whoever, HOLT, when="date:2031-03-04", form="conversation")
    other.talk(HOLT, VINT, when="date:2031-03-04", form="phone")
    book = ledger(release, other)
    (talk,) = book.talks
    assert named(book, talk.parties) == {"Mara Vint", "Edvar Holt"}
    assert any(why.startswith(f"{whoever.name}: Mara Vint") for why in talk.why)


def test_an_office_that_two_hold_or_that_another_holds_by_then_is_nobody_known() -> None:
    release, other = Written("release", MARCH[4]), Written("other", MARCH[4])
    release.talk(THE_PRESIDENT, HOLT, when="date:2031-03-04")
    other.statement(VINT, "the pass is open")
    other.statement(BROK, "the pass is shut")
    book = ledger(release, other)
    assert "President of Orlavia" in named(book, book.talks[0].parties)
    old = Written("old", date(2030, 3, 4))
    old.statement(VINT, "the pass is open")
    book = ledger(release, old)
    assert "President of Orlavia" in named(book, book.talks[0].parties)


def test_who_is_named_most_is_meant_where_a_slip_gives_the_office_to_another() -> None:
    release = Written("release", MARCH[4])
    release.talk(THE_PRESIDENT, HOLT, when="date:2031-03-04")
    others = [Written(f"other-{n}", MARCH[n]) for n in range(4)]
    for one in others:
        one.statement(VINT, "the pass is open")
    slip = Written("slip", MARCH[5])
    slip.statement(BROK, "the pass is shut")
    book = ledger(release, *others, slip)
    assert named(book, book.talks[0].parties) == {"Mara Vint", "Edvar Holt"}


def test_what_was_told_as_held_before_the_day_of_another_talk_is_not_that_talk() -> None:
    before, after = Written("before", MARCH[1]), Written("after", MARCH[8])
    before.talk(VINT, HOLT, when="", form="phone")
    after.talk(VINT, HOLT, when="date:2031-03-08", form="phone")
    assert len(ledger(before, after).talks) == 2
    back, told = Written("back", MARCH[8]), Written("told", MARCH[8])
    back.talk(VINT, HOLT, when="", form="phone")
    told.talk(VINT, HOLT, when="date:2031-03-08", form="phone")
    assert len(ledger(back, told).talks) == 1


def test_a_video_meeting_of_a_league_is_one_whichever_members_a_report_names() -> None:
    one, two = Written("one", MARCH[4]), Written("two", MARCH[4])
    one.talk(VINT, LEAGUE, HOLT, when="date:2031-03-04", form="video call")
    two.talk(KETT, LEAGUE, VINT, when="date:2031-03-04", form="meeting")
    (talk,) = ledger(one, two).talks
    assert talk.format == "video call"


def test_of_two_leagues_or_two_days_the_meetings_are_two() -> None:
    pact = Voice("River Pact", "organisation", "River Pact")
    for other, day in ((pact, "date:2031-03-04"), (LEAGUE, "date:2031-03-05")):
        one, two = Written("one", MARCH[5]), Written("two", MARCH[5])
        one.talk(VINT, LEAGUE, HOLT, when="date:2031-03-04", form="summit")
        two.talk(KETT, other, VINT, when=day, form="summit")
        assert len(ledger(one, two).talks) == 2


def test_a_report_that_tells_of_a_meeting_at_a_place_and_of_a_call_tells_of_two_talks() -> None:
    one = Written("one", MARCH[4])
    one.talk(VINT, HOLT, when="date:2031-03-04", form=None, where="Brenport")
    one.talk(VINT, HOLT, when="date:2031-03-04", form="video call")
    assert len(ledger(one).talks) == 2


def test_a_round_of_two_states_and_a_meeting_of_their_people_on_that_day_are_one() -> None:
    one, two = Written("one", MARCH[4]), Written("two", MARCH[4])
    one.talk(ORLAVIA, TESSMARK, when="date:2031-03-04", form="negotiation round")
    two.talk(VINT, HOLT, when="date:2031-03-04", form="meeting")
    (talk,) = ledger(one, two).talks
    assert "forms that go together" in talk.why
