"""Talks: who met whom, when, where, how, and whether it was held, planned, offered, refused or called off."""

from collections.abc import Iterator
from datetime import date

import pytest

from onrecord.model.kinds import load
from onrecord.model.period import Published
from tests.extract.reading import told


def examples() -> Iterator[tuple[str, str, str]]:
    """Every example of the vocabulary, with the status it must give."""
    data = load("talks")
    for kind in ("verbs", "nouns"):
        for word, entry in data[kind].items():
            yield f"{kind}:{word}", entry["example"], entry.get("gives", "held")
    for kind in ("verbs", "adjectives", "nouns"):
        for word, entry in data["standing"][kind].items():
            if "example" in entry:
                yield f"standing {kind}:{word}", entry["example"], entry.get("gives", entry["means"])


@pytest.mark.parametrize(("text", "status"), [pytest.param(t, s, id=i) for i, t, s in examples()])
def test_each_word_of_the_vocabulary_tells_the_talk_of_its_example(text: str, status: str) -> None:
    talks = told(text).talks
    assert [(talk.status, len(talk.parties)) for talk in talks] == [(status, 2)]


def test_a_meeting_told_in_the_present_with_a_day_to_come_has_not_been_held() -> None:
    (talk,) = told(
        "President Mara Vint wrote to Prime Minister Joren Tal today to urge that we meet next week in Kell."
    ).talks
    assert talk.status == "planned"
    (talk,) = told("President Mara Vint and Prime Minister Joren Tal meet next week in Kell.").talks
    assert talk.status == "planned"


def test_a_talk_told_three_times_is_one_talk() -> None:
    found = told(
        "Orlavian President Mara Vint met Kestrian Prime Minister Joren Tal in Brenport on Monday. "
        "The meeting lasted two hours. After the meeting Vint spoke to reporters."
    )
    (talk,) = found.talks
    assert found.names(talk.parties) == {"Mara Vint", "Joren Tal"}
    assert (talk.status, talk.minutes) == ("held", 120)
    assert talk.when is not None
    assert talk.when.span.exact.endswith("Monday")


def test_the_next_round_stays_apart_from_the_round_just_held() -> None:
    found = told(
        "Orlavia and Kestria held talks in Brenport on Monday. The next round will take place in Selmark on Friday."
    )
    assert [talk.status for talk in found.talks] == ["held", "planned"]
    assert [found.names(talk.parties) for talk in found.talks] == [{"Orlavia", "Kestria"}] * 2


def test_a_planned_talk_does_not_take_the_day_on_which_it_was_agreed() -> None:
    (talk,) = told("Mara Vint and Joren Tal agreed on Monday to hold talks on Friday.").talks
    assert talk.when is not None
    assert talk.when.span.exact.endswith("Friday")


def test_a_planned_talk_does_not_take_the_day_on_which_it_was_told() -> None:
    (talk,) = told("Mara Vint said on Friday she would hold a summit with Joren Tal on June 12 in Selmark.").talks
    assert talk.when is not None
    assert talk.when.span.exact.endswith("June 12")


def test_a_threat_to_call_off_a_meeting_leaves_it_planned() -> None:
    (talk,) = told("Mara Vint threatened to cancel talks with Joren Tal.").talks
    assert talk.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vint spoke to reporters in Brenport.",
        "Mara Vint called for restraint.",
        "Mara Vint met expectations.",
        "Orlavia did not hold talks with Kestria.",
        "The delegates sat in a meeting room.",
        "Mara Vint called Joren Tal a liar.",
    ],
)
def test_what_is_no_talk_is_not_told_as_one(text: str) -> None:
    assert told(text).talks == ()


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("The talks with Joren Tal lasted for nearly five hours", 300),
        ("Mara Vint and Joren Tal spoke for 105 minutes", 105),
        ("Mara Vint and Joren Tal spoke for half an hour", 30),
        ("Mara Vint and Joren Tal spoke for two and a half hours", 150),
        ("Mara Vint and Joren Tal met two hours after the strike", None),
    ],
)
def test_how_long_a_talk_lasted(words: str, minutes: int | None) -> None:
    (talk,) = told(f"Mara Vint met Joren Tal. {words}.").talks
    assert talk.minutes == minutes


def test_a_meeting_that_was_due_and_then_called_off_is_cancelled() -> None:
    found = told("Mara Vint and Joren Tal were due to meet in Halm on Friday but the meeting was cancelled.")
    assert [talk.status for talk in found.talks] == ["cancelled"]


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        ("Mara Vint is in Brenport, meeting with Joren Tal on Monday.", {"Mara Vint", "Joren Tal"}, "held"),
        ("Orlavia's truce came after 16 hours of talks between Orlavia and Kestria.", {"Orlavia", "Kestria"}, "held"),
        ("Orlavia is engaged in talks with Kestria.", {"Orlavia", "Kestria"}, "under way"),
        ("Orlavia must agree to direct talks with Kestria.", {"Orlavia", "Kestria"}, "proposed"),
        ("Mara Vint was due to meet Joren Tal, but Tal cancelled.", {"Mara Vint", "Joren Tal"}, "cancelled"),
        (
            "“It is late,” Mara Vint said after meeting with the presidents of Estonia, Latvia and Lithuania.",
            {"Mara Vint", "Estonia", "Latvia", "Lithuania"},
            "held",
        ),
    ],
)
def test_a_talk_has_its_parties_and_its_standing(text: str, parties: set[str], status: str) -> None:
    found = told(text)
    assert [(found.names(talk.parties), talk.status) for talk in found.talks] == [(parties, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vint said she won't rule out talks with Joren Tal.",
        "Mara Vint said of Joren Tal that without her they would not be talking.",
    ],
)
def test_what_is_only_supposed_or_left_open_is_no_talk(text: str) -> None:
    assert told(text).talks == ()


def test_hours_of_talks_say_how_long_and_where() -> None:
    (talk,) = told("Orlavia's truce came after 16 hours of talks between Orlavia and Kestria in Brenport.").talks
    assert (talk.minutes, talk.where) == (960, "Brenport")
    assert talk.evidence.exact.startswith("after 16 hours")


def test_who_speaks_at_a_news_conference_with_another_holds_one_talk_with_him() -> None:
    found = told("President Mara Vint spoke at a joint news conference with Prime Minister Joren Tal in Brenport.")
    assert [talk.format for talk in found.talks] == ["joint news conference"]


def test_a_summit_this_month_and_on_a_day_is_one_talk() -> None:
    found = told(
        "Mara Vint and Joren Tal will hold a summit in Brenport later this month. "
        "Vint plans to meet with Tal on February 27."
    )
    assert [talk.status for talk in found.talks] == ["planned"]


def test_a_meeting_called_off_last_month_is_not_the_one_now_planned() -> None:
    found = told(
        "Mara Vint will meet Joren Tal in Brenport. "
        "Last month Mara Vint was scheduled to meet Joren Tal, but Tal cancelled."
    )
    assert [talk.status for talk in found.talks] == ["planned", "cancelled"]


def test_every_field_of_a_talk_says_what_it_was_taken_from() -> None:
    (talk,) = told("President Mara Vint met Prime Minister Joren Tal in Brenport on Monday for two hours.").talks
    assert {reason.partition(":")[0] for reason in talk.why} == {
        "talk",
        "parties",
        "when",
        "where",
        "format",
        "minutes",
    }
    assert "talk:meet, held:past" in talk.why


def test_contradictory_standings_in_one_sentence_give_one_talk_with_one_status() -> None:
    text = (
        "Mara Vint, who refused to meet Joren Tal and then agreed to meet Joren Tal, will meet Joren Tal after she "
        "cancelled, held and offered a meeting with Joren Tal."
    )
    found = told(text)
    assert 1 <= len(found.talks) <= 2
    assert all(talk.evidence.holds(text) and len(talk.parties) == 2 for talk in found.talks)


def test_a_talk_in_a_sentence_of_two_thousand_words_is_read() -> None:
    text = "Mara Vint met Joren Tal in Brenport, where the snow fell and " * 170 + "the locks froze."
    talks = told(text).talks
    assert talks
    assert all(talk.evidence.holds(text) for talk in talks)


def test_a_talk_told_in_a_quotation_inside_a_quotation_is_told_once() -> None:
    text = "“Tal told me: ‘I met Mara Vint in Brenport on Monday,’” Sera Lind said of Joren Tal."
    talks = told(text).talks
    assert len(talks) <= 1
    assert all(talk.evidence.holds(text) for talk in talks)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Mara Vint said the deal was based on a phone conversation she had with Joren Tal.",
            {"Mara Vint", "Joren Tal"},
        ),
        ("Mara Vint met the elders, along with Joren Tal.", {"Mara Vint", "Joren Tal"}),
    ],
)
def test_who_had_a_talk_and_who_came_along_are_its_parties(text: str, parties: set[str]) -> None:
    found = told(text)
    assert [(found.names(talk.parties), talk.status) for talk in found.talks] == [(parties, "held")]


def test_who_spoke_on_the_day_after_a_meeting_met_on_that_day() -> None:
    (talk,) = told("Mara Vint spoke in bitter tones on Friday after a tense meeting with Joren Tal.").talks
    assert talk.when is not None
    assert talk.when.span.exact.endswith("Friday")


def test_who_calls_off_a_meeting_with_two_others_was_to_meet_both() -> None:
    found = told("Mara Vint called off a meeting with Joren Tal and Sera Lind.")
    assert [found.names(talk.parties) for talk in found.talks] == [{"Mara Vint", "Joren Tal", "Sera Lind"}]


def test_what_was_said_at_a_scheduled_meeting_was_said_at_one_that_was_held() -> None:
    (talk,) = told("Mara Vint shared the news at a scheduled meeting with Joren Tal.").talks
    assert talk.status == "held"


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vint, speaking to Orlavian state TV on her arrival, asked for time.",
        "Mara Vint spoke directly to Kestria's leaders, insisting that Orlavia wants peace.",
        "Mara Vint spoke during an interview with Sera Lind on Monday.",
        "Mara Vint has long talked of wanting to work with Kestria.",
        "Kestria and Orlavia are bluffing when they talk about leaving the treaty.",
        "Mara Vint repeated this in Brenport during a meeting of the Organisation for Economic Co-operation.",
        "There is no way Mara Vint is meeting Joren Tal.",
    ],
)
def test_speeches_interviews_and_what_is_only_spoken_of_are_no_talks(text: str) -> None:
    assert told(text).talks == ()


def test_what_is_quoted_may_lie_ahead_while_the_meeting_where_it_was_said_does_not() -> None:
    (talk,) = told("“We will close the locks,” Mara Vint said during a meeting with Joren Tal.").talks
    assert talk.status == "held"


def test_a_year_since_which_nobody_met_is_not_the_year_of_the_talk() -> None:
    (talk,) = told("Mara Vint had a phone call with Joren Tal, the first such contact since the 1970s.").talks
    assert talk.when is None


def test_the_two_men_are_the_two_persons_named_last() -> None:
    found = told("Joren Tal of Kestria praised Orlavia's Edo Marn. The two men met five times.")
    assert found.names(found.talks[0].parties) == {"Joren Tal", "Edo Marn"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mara Vint is due to hold talks with Joren Tal on Friday.", "planned"),
        ("Mara Vint told Joren Tal in a phone call on Monday that the locks were shut.", "held"),
        ("During a meeting in Brenport, Mara Vint urged Joren Tal to open the locks.", "held"),
        ("Mara Vint and Joren Tal sat down in Brenport on Friday.", "held"),
    ],
)
def test_what_is_due_and_who_is_told_something_in_a_call_or_meeting_are_talks(text: str, status: str) -> None:
    found = told(text)
    assert [(found.names(talk.parties), talk.status) for talk in found.talks] == [({"Mara Vint", "Joren Tal"}, status)]


def test_who_is_told_of_a_meeting_with_another_was_not_there() -> None:
    found = told("Mara Vint told Sera Lind during a meeting with Joren Tal that the locks were shut.")
    assert [found.names(talk.parties) for talk in found.talks] == [{"Mara Vint", "Joren Tal"}]


def test_who_only_told_somebody_has_not_phoned() -> None:
    assert told("Mara Vint told Joren Tal on Monday that the locks were shut.").talks == ()


@pytest.mark.parametrize(
    "text",
    [
        "Even if Orlavia and Kestria agree to meet, the valley will stay shut.",
        "Mara Vint called it a one-sided reading of the text.",
    ],
)
def test_what_is_supposed_and_what_something_is_called_are_no_talks(text: str) -> None:
    assert told(text).talks == ()


def test_the_day_of_a_round_of_talks_may_stand_behind_the_talks() -> None:
    text = "Orlavia and Kestria are discussing the next round of talks scheduled for September."
    (talk,) = told(text).talks
    assert talk.when is not None
    assert talk.when.span.exact.endswith("September")


@pytest.mark.parametrize(("year", "talks"), [("1943", 0), ("2031", 1)])
def test_a_meeting_of_another_generation_is_history(year: str, talks: int) -> None:
    text = f"Mara Vint met Joren Tal in Brenport in {year}."
    published = Published(date(2034, 5, 1), date(2034, 5, 1), "given")
    assert len(told(text, published=published).talks) == talks


def test_a_round_of_sanctions_is_no_talk() -> None:
    assert told("Orlavia and Kestria announced another round of sanctions on Monday.").talks == ()


def test_who_spoke_harshly_about_others_has_not_met() -> None:
    assert told("Mara Vint and Edo Marn have spoken harshly about Kestria.").talks == ()


def test_who_runs_a_summit_is_not_met_there() -> None:
    found = told("Mara Vint will meet Joren Tal on Friday on the sidelines of a Kestrian-run summit.")
    assert [found.names(talk.parties) for talk in found.talks] == [{"Mara Vint", "Joren Tal"}]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Orlavian President Mara Vint on Thursday canceled her planned summit with Kestrian President Oskar Tal.",
            None,
        ),
        ("The talks between Kestria and Orlavia were called off on Tuesday.", None),
        ("Kestria on Monday turned down talks with Orlavia.", None),
        (
            "Orlavian leader Mara Vint on Thursday canceled her June 12 summit with Kestrian leader Oskar Tal.",
            "June 12",
        ),
        ("Next Tuesday's talks between Kestria and Orlavia were called off.", "Next Tuesday"),
        ("Kestria pulled out of planned talks with Germany last week.", "last week"),
    ],
)
def test_the_day_on_which_a_talk_was_called_off_is_not_its_own(text: str, when: str | None) -> None:
    (talk,) = told(text).talks
    assert (talk.when.span.exact if talk.when else None) == when


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Mara Vint and Joren Tal seemed unlikely.",
        "A summit of Orlavian President Mara Vint and Kestrian President Joren Tal looked like a dream last year.",
    ],
)
def test_a_talk_that_seemed_to_be_something_has_not_been_held(text: str) -> None:
    assert told(text).talks == ()


def test_talks_that_appear_to_have_ended_have_been_held() -> None:
    (talk,) = told("The talks between Orlavia and Kestria appeared to have ended on Monday.").talks
    assert talk.status == "held"


def test_a_call_told_behind_a_meeting_at_a_place_does_not_make_it_a_call() -> None:
    (talk,) = told(
        "Orlavia and Kestria will meet again in Linhaven on April 3. The final page does not mention the call."
    ).talks
    assert (talk.format, talk.where) == ("meeting", "Linhaven")
