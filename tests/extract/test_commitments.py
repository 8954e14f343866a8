"""Commitments: what parties bind themselves to, on what condition, until when, and how others answer."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.kinds import load
from tests.extract.reading import told


def examples() -> Iterator[tuple[str, str]]:
    """Every example of the vocabulary."""
    data = load("commitments")
    for kind in ("verbs", "adjectives", "nouns"):
        for word, entry in data[kind].items():
            yield f"{kind}:{word}", entry["example"]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in examples()])
def test_each_word_of_the_vocabulary_tells_the_commitment_of_its_example(text: str) -> None:
    commitments = told(text).commitments
    assert len(commitments) == 1
    assert commitments[0].status == "pledged"


@pytest.mark.parametrize(
    ("text", "stance"),
    [pytest.param(e["example"], e["stance"], id=w) for w, e in load("responses")["cues"].items() if "example" in e],
)
def test_each_word_of_an_answer_reaches_the_commitment_of_its_example(text: str, stance: str) -> None:
    responses = [r.stance for commitment in told(text).commitments for r in commitment.responses]
    assert responses == [stance]


def test_a_promise_has_its_action_its_condition_and_its_day() -> None:
    found = told(
        "Orlavian President Mara Vint promised on Monday to withdraw troops from Selmark by Friday "
        "if Kestria opens the locks."
    )
    (commitment,) = found.commitments
    assert found.names(commitment.by) == {"Mara Vint"}
    assert commitment.action.exact == "withdraw troops from Selmark by Friday"
    assert commitment.condition is not None
    assert commitment.condition.exact == "if Kestria opens the locks"
    assert commitment.due is not None
    assert commitment.due.span.exact.endswith("Friday")


def test_a_condition_in_question_order_is_a_condition() -> None:
    (commitment,) = told("Orlavia threatened to close the locks should Kestria send troops.").commitments
    assert commitment.condition is not None
    assert commitment.condition.exact == "should Kestria send troops"


def test_a_promise_told_by_the_other_side_keeps_its_teller() -> None:
    found = told("A Kestrian official said Orlavia had agreed to open the locks.")
    (commitment,) = found.commitments
    assert found.names(commitment.by) == {"Orlavia"}
    assert found.names(commitment.stated_by) == {"Kestrian official"}


def test_a_denied_promise_is_denied_by_who_denies_it() -> None:
    found = told(
        "The Orlavian government said on Tuesday that Orlavia has not promised Joren Tal that it would open the locks."
    )
    (commitment,) = found.commitments
    assert commitment.status == "denied"
    assert [r.stance for r in commitment.responses] == ["deny"]


def test_a_meeting_called_off_breaks_the_agreement_to_meet() -> None:
    found = told("Mara Vint cancelled her meeting with Joren Tal.")
    (commitment,) = found.commitments
    assert commitment.status == "reported broken"
    assert [found.names(r.by) for r in commitment.responses] == [{"Mara Vint"}]


def test_a_truce_binds_both_sides() -> None:
    found = told("Orlavia and Kestria maintained a ceasefire on Thursday.")
    (commitment,) = found.commitments
    assert found.names(commitment.by) == {"Orlavia", "Kestria"}
    assert commitment.status == "reported kept"


@pytest.mark.parametrize(
    "text",
    [
        "Mara Vint hopes that Orlavia will open the locks.",
        "Kestria fears that Orlavia plans to attack Selmark.",
        "Orlavia should open the locks, Joren Tal said.",
        "Orlavia has no plans to attack Selmark, Mara Vint said.",
        "Orlavia opened the locks on Monday.",
        "Joren Tal said that Orlavia will attack Selmark.",
        "Orlavia refused to open the locks.",
        "If Orlavia agrees to open the locks, the crisis is over, Joren Tal said.",
        "The coming days will be decisive, Mara Vint said.",
        "There is no sign that Orlavia is willing to open the locks.",
        "Mara Vint is keeping the threat of force on the table.",
        "Joren Tal said Mara Vint sailed to Selmark intending only to rest.",
        "Orlavia has agreed that Kestria must open the locks.",
        "One reason that Orlavia is willing to open the locks is the drought.",
        "Mara Vint said she would not rule out a visit to Selmark.",
        "“I would not fight over a short time,” Mara Vint said.",
        "“If I were not here, they would close the locks,” Mara Vint said.",
        "Mara Vint said she was sure Orlavia would open the locks.",
    ],
)
def test_hopes_fears_wishes_and_the_past_bind_nobody(text: str) -> None:
    assert told(text).commitments == ()


WORDS = st.sampled_from(
    [
        "Orlavia",
        "Kestria",
        "promised",
        "agreed",
        "will",
        "would",
        "meet",
        "talks",
        "with",
        "to",
        "if",
        "the",
        "unless",
        "not",
        "said",
        "that",
        "“",
        "”",
        '"',
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "—",
        "Mara",
        "Vint",
        "on",
        "Friday",
        "troops",
        "withdraw",
        "should",
        "10^400",
        "1.2.3",
        "\n",
        "and",
        "or",
        "between",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_text_breaks_the_rules_and_every_span_is_its_text(text: str) -> None:
    found = told(text)
    spans = [talk.evidence for talk in found.talks]
    for commitment in found.commitments:
        spans += [commitment.action, commitment.evidence, *(r.evidence for r in commitment.responses)]
        spans += [] if commitment.condition is None else [commitment.condition]
    spans += [span for dispute in found.disputes for span in (dispute.claim, *dispute.evidence)]
    assert all(span.holds(text) for span in spans)


def test_a_sentence_of_two_thousand_words_is_read() -> None:
    text = "Orlavia promised to open the locks and " * 300 + "to meet Kestria."
    assert all(c.evidence.holds(text) for c in told(text).commitments)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Orlavia is offering a $3,000 reward for news of the ship.", "a $3,000 reward for news of the ship"),
        ("Kestria has agreed to a pay increase for the pilots.", "a pay increase for the pilots"),
        ("Mara Vint pledged to open the locks and the port plans to build a dam.", "open the locks"),
        ("Mara Vint said her country would open the locks by Friday.", "open the locks by Friday"),
        ("Orlavian President Mara Vint said Orlavia would then open the locks.", "open the locks"),
        ("Orlavia and Kestria want to reach a deal to open the locks.", None),
        ("Others offered to open the locks.", None),
        ("The page required Orlavia to open gates.", None),
        ("“They will not be named at this time,” Mara Vint said.", None),
        ("Mara Vint said she would only do so on Friday.", None),
        ("The column says what Orlavia undertook to do in Halm.", None),
        ("Mara Vint said she intends to be a counterweight to the council.", None),
        ("Mara Vint said she would not commit to sending troops.", None),
        ("Orlavian President Mara Vint said Orlavia would improve the lives of all.", None),
    ],
)
def test_an_action_is_the_bound_sides_own_and_no_more(text: str, action: str | None) -> None:
    found = [commitment.action.exact for commitment in told(text).commitments]
    assert found == ([] if action is None else [action])


def test_an_agency_that_passes_words_on_is_not_bound_by_them() -> None:
    found = told("“If we are asked, we will open the locks,” Reuters reported.")
    assert all("Reuters" not in found.names(commitment.by) for commitment in found.commitments)


def test_an_action_ends_with_its_line() -> None:
    found = told("Kestria threatens to close the harbour\n\nHALMORA - The port was calm on Monday.")
    assert [commitment.action.exact for commitment in found.commitments] == ["close the harbour"]


def test_who_refuses_to_say_turns_nothing_down() -> None:
    found = told(
        "Orlavia agreed to open two of the four locks by Friday. Orlavian President Mara Vint refused to say whether "
        "Orlavia would open the other two locks."
    )
    assert {commitment.status for commitment in found.commitments} == {"pledged"}


def test_a_commitment_to_a_talk_is_told_from_its_verb_on() -> None:
    found = told("Orlavian President Mara Vint and Kestrian President Joren Tal will meet in Halm on Friday.")
    assert [commitment.action.exact for commitment in found.commitments] == ["meet in Halm on Friday"]


def test_the_words_that_show_a_second_promise_do_not_begin_with_and() -> None:
    found = told("Mara Vint promised to open the locks and vowed to rebuild the port.")
    assert [commitment.evidence.exact.split()[0] for commitment in found.commitments] == ["Mara", "vowed"]


def test_what_is_to_be_as_soon_as_possible_waits_for_nothing() -> None:
    (commitment,) = told("Orlavia agreed to open the locks as soon as possible.").commitments
    assert (commitment.condition, commitment.action.exact) == (None, "open the locks as soon as possible")


def test_a_condition_beside_other_words_is_not_the_promises_own() -> None:
    (commitment,) = told("Mara Vint promised to open the locks, which Kestria will close if it snows.").commitments
    assert commitment.condition is None


def test_a_promise_kept_in_the_words_that_tell_it_is_kept() -> None:
    found = told("Orlavia offered to share the water. Mara Vint fulfilled her promise to pull out of the 2015 accord.")
    kept = [commitment for commitment in found.commitments if commitment.status == "reported kept"]
    assert [commitment.action.exact for commitment in kept] == ["pull out of the 2015 accord"]
    assert kept[0].due is None


def test_a_verb_in_two_halves_is_kept_whole() -> None:
    (commitment,) = told("Orlavia agreed to re-open the locks on Monday.").commitments
    assert commitment.action.exact == "re-open the locks on Monday"


@pytest.mark.parametrize(
    ("text", "told_so"),
    [
        ("Orlavia and Kestria agreed on a truce.", True),
        ("Orlavia and Kestria agreed on the need to open the locks.", True),
        ("Orlavia has agreed to preliminary terms on a loan.", True),
        ("Orlavia and Kestria agreed on a strategy.", False),
    ],
)
def test_two_sides_agree_on_deeds_and_terms(text: str, told_so: bool) -> None:
    assert bool(told(text).commitments) == told_so


def test_every_field_of_a_commitment_says_what_it_was_taken_from() -> None:
    found = told(
        "Mara Vint promised Joren Tal that Orlavia would open the locks by Friday if the ice melts. "
        "Kestria doubted the promise."
    )
    (commitment,) = found.commitments
    assert commitment.why[0] == "verb:promise"
    named = {reason.partition(":")[0] for reason in commitment.why[1:]}
    assert named == {"by", "to", "action", "condition", "due", "stated by", "status"}


def test_a_condition_goes_on_through_its_quoted_words() -> None:
    (commitment,) = told(
        'Orlavia agreed to keep the locks open as long as Kestria "keeps the peace" on the lake.'
    ).commitments
    assert commitment.condition is not None
    assert commitment.condition.exact == 'as long as Kestria "keeps the peace" on the lake'


def test_they_are_the_two_who_met() -> None:
    found = told(
        "President Mara Vint met Prime Minister Joren Tal on Monday in Sundria. "
        "They are scheduled to open the locks on Tuesday."
    )
    (commitment,) = found.commitments
    assert found.names(commitment.by) == {"Mara Vint", "Joren Tal"}


def test_a_truce_that_is_set_to_begin_binds_those_who_talked_about_it() -> None:
    found = told("Orlavia is calm. A truce is set to begin on Sunday after hours of talks between Orlavia and Kestria.")
    (commitment,) = found.commitments
    assert found.names(commitment.by) == {"Orlavia", "Kestria"}
    assert commitment.due is not None
    assert commitment.due.span.exact.endswith("Sunday")


@pytest.mark.parametrize(
    "text",
    [
        "Orlavia promised, denied that it promised, kept and broke its promise to open the locks on Monday.",
        "“Tal said: ‘Vint told me: “We will open the locks if it thaws,” and I believe her,’” Sera Lind said.",
        "Mara Vint said that Joren Tal said that Orlavia had said that Kestria would open the locks.",
    ],
)
def test_contradictions_and_nested_quotations_give_what_is_sure_or_nothing(text: str) -> None:
    found = told(text).commitments
    assert len(found) <= 2
    assert all(commitment.evidence.holds(text) and commitment.action.holds(text) for commitment in found)
