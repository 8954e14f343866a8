"""Disputes: two sides against each other on whether something is so."""

from tests.extract.reading import told


def test_a_denial_stands_against_what_it_denies() -> None:
    found = told(
        "Kestrian Foreign Minister Joren Tal said that Orlavia was preparing an attack on Selmark. "
        "Orlavia denied that it planned an attack on Selmark."
    )
    (dispute,) = found.disputes
    assert found.names(dispute.asserted_by) == {"Joren Tal"}
    assert found.names(dispute.denied_by) == {"Orlavia"}
    assert len(dispute.evidence) == 2


def test_a_denial_of_what_nobody_said_is_no_dispute() -> None:
    assert told("Orlavia denied that it planned an attack on Selmark.").disputes == ()


def test_a_side_does_not_dispute_with_itself() -> None:
    found = told(
        "Orlavian Foreign Minister Mara Vint said that troops had left Selmark. "
        "The Orlavian government denied that troops had left Selmark."
    )
    assert found.disputes == ()


def test_a_promise_told_by_one_side_and_denied_by_the_other_is_disputed() -> None:
    found = told(
        "The Orlavian government said that Orlavia has not promised Joren Tal that it would open the locks. "
        "A Kestrian official said Orlavia had made the pledge to open the locks."
    )
    assert [found.names(dispute.asserted_by) for dispute in found.disputes] == [{"Kestrian official"}]


def test_a_condition_claims_nothing() -> None:
    found = told(
        "Joren Tal said Kestria will close the border if Orlavia launches an attack on Selmark. "
        "Orlavia denied that it planned an attack on Selmark."
    )
    assert found.disputes == ()


def test_no_sign_of_a_withdrawal_stands_against_the_claim_of_one() -> None:
    found = told(
        "The Orlavian government said that its troops were withdrawing from Selmark. "
        "Kestrian Foreign Minister Joren Tal said there was no sign of a withdrawal."
    )
    (dispute,) = found.disputes
    assert found.names(dispute.denied_by) == {"Joren Tal"}


def test_each_side_saying_that_the_other_did_it_is_a_dispute() -> None:
    found = told(
        "Orlavian President Mara Vint said that Kestria had attacked the convoy near Selmark. "
        "Kestrian Foreign Minister Joren Tal said that Orlavia had attacked the convoy near Selmark."
    )
    assert len(found.disputes) == 1


def test_a_word_and_its_opposite_in_neighbouring_statements_are_a_dispute() -> None:
    found = told(
        "Orlavian President Mara Vint said that the lock was now unusable. "
        "Kestrian Foreign Minister Joren Tal said that the lock was usable."
    )
    assert len(found.disputes) == 1


def test_what_two_say_together_sets_neither_against_the_other() -> None:
    found = told("Orlavia and Kestria said in a joint statement that they would answer any attack on Selmark.")
    assert found.disputes == ()


def test_who_tells_of_a_denial_does_not_assert_what_is_denied() -> None:
    found = told(
        "Orlavian reporter Dana Holm reported that Kestria has said that the guards have not left the harbour."
    )
    assert found.disputes == ()


def test_a_denial_of_such_accusations_answers_the_last_one_made_against_the_denier() -> None:
    found = told(
        "Orlavian President Mara Vint accused Kestria of arming the rebels in Selmark. "
        "Kestrian Foreign Minister Joren Tal denied the accusations."
    )
    (dispute,) = found.disputes
    assert found.names(dispute.asserted_by) == {"Mara Vint"}
    assert found.names(dispute.denied_by) == {"Joren Tal"}


def test_what_somebody_is_told_to_do_is_no_claim_that_a_denial_stands_against() -> None:
    found = told(
        "Orlavian President Mara Vint warned the guards to leave the harbour of Selmark. "
        "Kestria denied that the guards had left the harbour of Selmark."
    )
    assert found.disputes == ()


def test_two_sides_that_count_one_thing_differently_dispute_it() -> None:
    found = told(
        "Orlavian Foreign Minister Mara Vint said that two Kestrian helicopters were shot down. "
        "Kestrian Foreign Minister Joren Tal said that five Kestrian helicopters were shot down."
    )
    (dispute,) = found.disputes
    assert dispute.why[0] == "dispute:numbers"


def test_more_than_a_number_fits_a_larger_one() -> None:
    found = told(
        "Orlavian Foreign Minister Mara Vint said that more than two Kestrian helicopters were shot down. "
        "Kestrian Foreign Minister Joren Tal said that five Kestrian helicopters were shot down."
    )
    assert found.disputes == ()


def test_why_names_the_words_that_both_sides_use() -> None:
    found = told(
        "Kestrian Foreign Minister Joren Tal said that Orlavia was preparing an attack on Selmark. "
        "Orlavia denied that it planned an attack on Selmark."
    )
    assert found.disputes[0].why == ("dispute:against", "of one matter: attack, selmar")


def test_the_killed_of_one_count_and_the_wounded_of_another_are_no_dispute() -> None:
    found = told(
        "Orlavian Foreign Minister Mara Vint said that 300 Kestrian soldiers were killed. "
        "Kestrian Foreign Minister Joren Tal said that 700 Kestrian soldiers were wounded."
    )
    assert found.disputes == ()


def test_two_who_say_together_what_both_sides_found_do_not_accuse_each_other() -> None:
    found = told(
        "Orlavia and Kestria held talks in Selmark. "
        "The two sides found points for a truce, Orlavian Foreign Minister Mara Vint said. "
        "The two sides found points on which a truce is possible, Kestrian Foreign Minister Joren Tal said."
    )
    assert found.disputes == ()


def test_each_who_says_that_the_other_shelled_are_at_odds() -> None:
    found = told(
        "Kestria shelled the town of Selmark, Orlavian Foreign Minister Mara Vint said. "
        "Orlavia shelled the town of Selmark, Kestrian Foreign Minister Joren Tal said."
    )
    assert [dispute.why[0] for dispute in found.disputes] == ["dispute:each the other"]


def test_a_place_alone_that_both_name_makes_no_matter_that_is_denied() -> None:
    found = told(
        "Orlavian Foreign Minister Mara Vint said that Kestria left a large force near the border of Selmark. "
        "Orlavian Prime Minister Sera Gall said that Kestria was preparing an attack on Selmark. "
        "Kestria denied that it planned an attack on Selmark."
    )
    (dispute,) = found.disputes
    assert found.names(dispute.asserted_by) == {"Sera Gall"}
