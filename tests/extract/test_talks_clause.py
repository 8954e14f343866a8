"""What the rules ask of a sentence's grammar, on trees built by hand."""

import pytest

from onrecord.extract.clause import auxiliaries, case, chain, negated, predicate, subject, tense
from tests.extract.docs import doc

AGREED = doc(
    "Vint NNP PROPN 1 nsubj", "agreed VBD VERB 1 root", "to TO PART 3 mark", "hold VB VERB 1 xcomp",
    "talks NNS NOUN 3 obj",
)  # fmt: skip


def test_an_infinitive_shares_the_subject_of_the_verb_it_hangs_on() -> None:
    assert str(subject(AGREED[3])) == "Vint"


def test_the_chain_runs_from_the_innermost_predicate_to_the_root() -> None:
    assert [str(token) for token in chain(AGREED[3])] == ["hold", "agreed"]


def test_a_noun_stands_in_the_clause_of_its_verb() -> None:
    assert str(predicate(AGREED[4])) == "hold"


def test_who_is_urged_is_who_is_to_act() -> None:
    urged = doc(
        "Vint NNP PROPN 1 nsubj", "urge VBD VERB 1 root", "Tal NNP PROPN 1 obj", "to TO PART 4 mark",
        "meet VB VERB 1 xcomp",
    )  # fmt: skip
    assert str(subject(urged[4])) == "Tal"


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    who = doc("Tal NNP PROPN 0 root", "who WP PRON 2 nsubj", "met VBD VERB 0 acl:relcl", "Vint NNP PROPN 2 obj")
    assert str(subject(who[2])) == "Tal"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("will MD AUX 1 aux", "meet VB VERB 1 root"), "future"),
        (("would MD AUX 1 aux", "meet VB VERB 1 root"), "would"),
        (("could MD AUX 1 aux", "meet VB VERB 1 root"), "could"),
        (("has VBZ AUX 1 aux", "met VBN VERB 1 root"), "perfect"),
        (("is VBZ AUX 1 aux", "meeting VBG VERB 1 root"), "progressive"),
        (("are VBP AUX 2 cop", "to TO PART 2 mark", "meet VB VERB 2 root"), "future"),
        (("was VBD AUX 1 aux:pass", "held VBN VERB 1 root"), "past"),
        (("met VBD VERB 0 root",), "past"),
        (("to TO PART 1 mark", "meet VB VERB 1 root"), "infinitive"),
    ],
)
def test_the_tense_of_a_clause(words: tuple[str, ...], name: str) -> None:
    sentence = doc(*words)
    assert tense(sentence[len(sentence) - 1]) == name


def test_verbs_joined_to_each_other_share_their_helpers() -> None:
    joined = doc(
        "will MD AUX 1 aux", "open VB VERB 1 root", "and CC CCONJ 3 cc", "drain VB VERB 1 conj", "locks NNS NOUN 3 obj"
    )  # fmt: skip
    assert auxiliaries(joined[3]) == ("will",)


def test_a_clause_is_denied_by_not_and_by_no_subject_at_all() -> None:
    not_met = doc("did VBD AUX 2 aux", "not RB PART 2 advmod", "meet VB VERB 2 root")
    no_talks = doc("no DT DET 1 det", "talks NNS NOUN 2 nsubj", "happened VBD VERB 2 root")
    assert negated(not_met[2])
    assert negated(no_talks[2])


def test_a_preposition_of_two_words_is_whole() -> None:
    out_of = doc("pulled VBD VERB 0 root", "out IN ADP 3 case", "of IN ADP 3 case", "talks NNS NOUN 0 obl")
    assert case(out_of[3]) == "out of"
