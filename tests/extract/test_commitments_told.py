"""Commitments of single reports, more of them: plans told, conditions, deadlines, and who is not bound."""

from datetime import date

import pytest

from onrecord.model.period import Published
from tests.extract.reading import told


def test_reports_that_say_what_will_be_are_not_bound() -> None:
    assert told("The talks will continue through June, according to reports from Brenport.").commitments == ()


def test_a_doubt_about_a_deal_is_none_about_a_promise_of_another_thing() -> None:
    found = told("Orlavia promised to open the locks. Kestria questioned the deal.")
    assert [commitment.status for commitment in found.commitments] == ["pledged"]


def test_honouring_a_truce_keeps_it() -> None:
    found = told("Orlavia and Kestria say they have stopped firing, honoring a truce that took effect on Friday.")
    assert [commitment.status for commitment in found.commitments] == ["reported kept"]


@pytest.mark.parametrize("deed", ["keep her promise", "break her promise"])
def test_who_is_urged_to_keep_a_promise_has_not_kept_it(deed: str) -> None:
    (found, *_) = told(
        "Orlavian President Mara Vint promised on Monday to withdraw her troops from the valley. "
        f"Kestria urged her to {deed}."
    ).commitments
    assert found.status == "pledged"


@pytest.mark.parametrize(
    "text",
    [
        "Joren Tal asked Orlavia for patience, saying the tariffs are no answer and would harm the valley.",
        "Mara Vint said key foreign ministers will be gathering in Brenport on Saturday.",
        "Sera Lind said she does not think Tal will offer much, but will rather look for a way out.",
        "Sera Lind said Tal is the one whom the Orlavians see as the most willing to make a deal.",
        "Mara Vint should make clearer that Orlavia is willing to open the locks.",
        "Mara Vint said the person who claims to be willing to negotiate has left the treaty.",
        "Joren Tal agrees with Mara Vint on the need to leave the treaty.",
        "Mara Vint called the ministers after she announced her opposition to explain why she cannot support the deal.",
        "Orlavia is set to win the vote.",
        "A possible deal requires Orlavia to cap its exports.",
        "Kestria criticised Orlavia's plans to close the locks.",
    ],
)
def test_judgements_forecasts_and_others_plans_bind_nobody(text: str) -> None:
    assert told(text).commitments == ()


def test_whose_words_are_quoted_is_not_who_is_bound_by_the_clause_around_them() -> None:
    assert told("Kestria, Mara Vint added, “will begin to dig again.”").commitments == ()


@pytest.mark.parametrize(
    ("text", "by", "action"),
    [
        (
            "The deal requires Orlavia to cap its exports and Kestria to open the locks.",
            "Orlavia",
            "cap its exports",
        ),
        ("The president of Orlavia, Mara Vint, is outlining plans to open the locks.", "Mara Vint", "open the locks"),
        ("Orlavia is set to raise its tariffs on Friday.", "Orlavia", "raise its tariffs on Friday"),
    ],
)
def test_terms_of_a_deal_and_announced_plans_bind_whose_they_are(text: str, by: str, action: str) -> None:
    found = told(text)
    commitment = found.commitments[0]
    assert found.names(commitment.by) == {by}
    assert commitment.action.exact.startswith(action)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Mara Vint announced, “If a town refuses to open its gate, then Orlavia will send troops.”",
            "If a town refuses to open its gate",
        ),
        ("Mara Vint said: “If we get no answer ... we will close the locks.”", "If we get no answer"),
        ("Orlavia has repeated and, if anything, sharpened its threat to close the locks.", None),
        ("Orlavia plans to keep the locks open until 2041.", None),
    ],
)
def test_a_condition_before_the_deed_is_one_and_a_manner_of_speaking_is_none(text: str, condition: str | None) -> None:
    (commitment,) = told(text).commitments
    assert (commitment.condition.exact if commitment.condition else None) == condition


def test_a_day_before_the_doer_is_when_it_is_due() -> None:
    (commitment,) = told("In November, Orlavia is scheduled to renew its tariffs.").commitments
    assert commitment.due is not None
    assert commitment.due.span.exact.endswith("November")


@pytest.mark.parametrize(
    "text",
    [
        "“Is Mara Vint ready to take that risk?” Joren Tal wrote.",
        "“Is it possible in the end that we will close the locks?” Mara Vint said.",
        "The league and Orlavia did agree on one thing: the danger of rising water.",
        "Populism is on the rise in Orlavia, threatening to scupper deals that were long in the making.",
        "“One reason they are so determined to take the town,” Sera Lind said of the rebels, “is its bridge.”",
        "The steps could involve Orlavian commitments to ship its ore to Kestria.",
        "Even if Orlavia and Kestria agree to meet, the valley will stay shut.",
    ],
)
def test_questions_suppositions_and_opinions_bind_nobody(text: str) -> None:
    assert told(text).commitments == ()


def test_a_later_year_is_when_a_promise_of_the_past_is_due() -> None:
    text = "Orlavia promised free elections in 2041, but its council wants none."
    (commitment,) = told(text, published=Published(date(2034, 5, 1), date(2034, 5, 1), "given")).commitments
    assert commitment.due is not None
    assert commitment.due.span.exact.endswith("2041")


@pytest.mark.parametrize(
    "text",
    [
        "“We will have truly changed the valley,” Mara Vint said.",
        "“In all likelihood, we will talk at the right time,” Mara Vint said.",
        "“I will be jailed and beaten,” Joren Tal said.",
        "Mara Vint said what matters is for both sides to come to the table ready to give way.",
    ],
)
def test_what_is_likely_what_befalls_and_what_is_wished_for_bind_nobody(text: str) -> None:
    assert told(text).commitments == ()


def test_as_soon_as_a_day_is_no_condition() -> None:
    (commitment,) = told("Mara Vint plans to sign an order as soon as Wednesday.").commitments
    assert commitment.condition is None
    assert commitment.due is not None


def test_who_is_set_on_something_has_not_arranged_it() -> None:
    assert told("Mara Vint is set on preventing a vote.").commitments == ()


def test_what_is_told_a_newspaper_is_not_promised_to_it() -> None:
    (found,) = told("“We will withdraw our troops from Sorn by Friday,” Mara Vint told the Brenport Times.").commitments
    assert found.to == ()


def test_whoever_is_named_before_the_deed_does_it_and_not_the_ministry_that_says_so() -> None:
    found = told(
        "Orlavia, Brenland and Sorn will hold naval drills on Friday in the bay, Orlavia's defence ministry said."
    )
    (commitment,) = found.commitments
    assert found.names(commitment.by) == {"Orlavia", "Brenland", "Sorn"}


def test_a_promise_is_not_broken_by_another_who_broke_a_deal() -> None:
    found = told(
        "Mara Vint gave a pledge to save a Kestrian company from foreign sanctions. "
        "Tarn Telecom violated a deal in which the Kestrian company was to pay for evading the sanctions."
    )
    assert [commitment.status for commitment in found.commitments] == ["pledged"]


def test_what_was_called_off_days_before_is_no_end_of_what_is_pledged_now() -> None:
    found = told(
        "Mara Vint, in a complete reversal, said on Friday she would hold a summit with Kestrian leader Ivo Tal on "
        "June 12 in Tavrin. Eight days after canceling the unprecedented summit, Vint welcomed an envoy to her palace."
    )
    assert [commitment.status for commitment in found.commitments] == ["pledged"]
    assert [talk.status for talk in found.talks] == ["planned"]
