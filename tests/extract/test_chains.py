"""Chains: from the outermost voice of a report to the one who spoke."""

import pytest

from onrecord.extract.statements.find import find_statements
from onrecord.extract.statements.levels import levelled
from onrecord.extract.voices.find import find_voices
from tests.extract.trees import attribution, page

TOLD_SAID = (
    "Vint/NNP/2/nsubj/PERSON told/VBD/0/root Tal/NNP/2/iobj/PERSON that/IN/7/mark the/DT/6/det road/NN/7/nsubj "
    "reopened/VBD/2/ccomp "
    "_,/,/10/punct Blum/NNP/10/nsubj/PERSON said/VBD/2/parataxis _././2/punct"
)
QUOTED_AS_SAYING = (
    "Reuters/NNP/2/nsubj/ORG quoted/VBD/0/root Vint/NNP/2/obj/PERSON as/IN/5/mark saying/VBG/2/advcl "
    "the/DT/7/det road/NN/8/nsubj "
    "reopened/VBD/5/ccomp _././2/punct"
)
IN_FRONT = (
    "According/VBG/4/case to/TO/1/fixed Reuters/NNP/7/obl/ORG _,/,/7/punct Vint/NNP/6/nsubj/PERSON "
    "said/VBD/0/root the/DT/8/det "
    "road/NN/9/nsubj reopened/VBD/6/ccomp _././6/punct"
)
WELCOMED = (
    "Vint/NNP/2/nsubj/PERSON welcomed/VBD/0/root the/DT/4/det statement/NN/2/obj from/IN/6/case "
    "Kenya/NNP/4/nmod/LOC saying/VBG/4/acl "
    "the/DT/9/det road/NN/10/nsubj reopened/VBD/7/ccomp _././2/punct"
)
LONG_WAY_ROUND = (
    "the/DT/2/det road/NN/3/nsubj reopened/VBD/6/ccomp _,/,/3/punct Vint/NNP/6/nsubj/PERSON said/VBD/0/root "
    "in/IN/10/case a/DT/10/det long/JJ/10/amod speech/NN/6/obl at/IN/14/case the/DT/14/det old/JJ/14/amod "
    "harbour/NN/10/nmod _,/,/17/punct according/VBG/18/case to/TO/16/fixed Reuters/NNP/6/obl/ORG _././6/punct"
)
COY = (
    "Vint/NNP/2/nsubj/PERSON was/VBD/0/root coy/JJ/2/xcomp about/IN/6/case his/PRP$/6/nmod:poss plans/NNS/3/obl "
    "_,/,/8/punct saying/VBG/2/advcl the/DT/10/det road/NN/11/nsubj reopened/VBD/8/ccomp _,/,/13/punct "
    "according/VBG/15/case to/TO/13/fixed Reuters/NNP/2/obl/ORG _././2/punct"
)
AS_SAYING_BY = (
    "the/DT/2/det road/NN/3/nsubj reopened/VBD/9/ccomp _,/,/3/punct Vint/NNP/7/nsubj:pass/PERSON was/VBD/7/aux:pass "
    "quoted/VBN/0/root as/IN/9/mark saying/VBG/7/advcl by/IN/11/case Reuters/NNP/7/obl:agent/ORG _././7/punct"
)
RELEASED_BY = (
    "Vint/NNP/2/nsubj/PERSON said/VBD/0/root in/IN/5/case a/DT/5/det statement/NN/2/obl released/VBN/5/acl "
    "by/IN/9/case state/NN/9/compound media/NNS/6/obl:agent that/IN/13/mark the/DT/12/det road/NN/13/nsubj "
    "reopened/VBD/2/ccomp _././2/punct"
)
WITHIN = (
    "Blum/NNP/2/nsubj/PERSON entered/VBD/0/root the/DT/5/det burning/JJ/5/amod town/NN/2/obj at/IN/7/case "
    "night/NN/2/obl after/IN/10/mark Vint/NNP/10/nsubj/PERSON said/VBD/2/advcl the/DT/12/det road/NN/13/nsubj "
    "reopened/VBD/10/ccomp _,/,/15/punct according/VBG/17/case to/TO/15/fixed Reuters/NNP/2/obl/ORG _././2/punct"
)
CLAIMED_WITHIN = (
    "Blum/NNP/2/nsubj/PERSON said/VBD/0/root that/IN/5/mark Vint/NNP/5/nsubj/PERSON claimed/VBD/2/ccomp "
    "that/IN/8/mark Tal/NNP/8/nsubj/PERSON warned/VBD/5/ccomp that/IN/11/mark roads/NNS/11/nsubj "
    "closed/VBD/8/ccomp _././2/punct"
)
AGREED_WITHIN = (
    "Blum/NNP/2/nsubj/PERSON said/VBD/0/root that/IN/5/mark Vint/NNP/5/nsubj/PERSON agreed/VBD/2/ccomp "
    "to/TO/7/mark meet/VB/5/xcomp Tal/NNP/7/obj/PERSON _././2/punct"
)
SAID_OF_HIMSELF = (
    "Vint/NNP/2/nsubj/PERSON said/VBD/0/root that/IN/5/mark he/PRP/5/nsubj claimed/VBD/2/ccomp "
    "that/IN/8/mark roads/NNS/8/nsubj reopened/VBD/5/ccomp _././2/punct"
)
CONFIRMED_BY = (
    "the/DT/2/det road/NN/3/nsubj reopened/VBD/0/root _,/,/5/punct confirmed/VBD/3/advcl Mara/NNP/5/obj/PERSON "
    "Vint/NNP/6/flat/-PERSON _,/,/10/punct Reuters/NNP/10/nsubj/ORG reported/VBD/3/parataxis _././3/punct"
)


def chains(sentence: str) -> list[list[str]]:
    built = page(sentence)
    voices = find_voices(built)
    return [[voices.found[number].name for number in one.chain] for one in find_statements(built, voices, ())]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        pytest.param(TOLD_SAID, ["Blum", "Vint"], id="who tells what another told"),
        pytest.param(QUOTED_AS_SAYING, ["Reuters", "Vint"], id="an agency that quotes"),
        pytest.param(LONG_WAY_ROUND, ["Reuters", "Vint"], id="according to an agency, behind a long circumstance"),
        pytest.param(COY, ["Reuters", "Vint"], id="according to an agency, behind what another said by the way"),
        pytest.param(AS_SAYING_BY, ["Reuters", "Vint"], id="quoted as saying by an agency"),
        pytest.param(RELEASED_BY, ["state media", "Vint"], id="a statement released by media"),
        pytest.param(IN_FRONT, ["Reuters", "Vint"], id="according to an agency, in front"),
    ],
)
def test_the_outermost_voice_stands_first_and_the_source_last(sentence: str, chain: list[str]) -> None:
    assert chains(sentence) == [chain]


def test_who_welcomes_a_statement_has_not_passed_it_on() -> None:
    assert ["Kenya"] in chains(WELCOMED)
    assert ["Vint", "Kenya"] not in chains(WELCOMED)


def test_an_agency_that_tells_an_event_keeps_it_where_speech_is_only_its_circumstance() -> None:
    assert ["Reuters"] in chains(WITHIN)


def test_each_voice_within_another_has_a_statement_of_its_own() -> None:
    assert chains(CLAIMED_WITHIN) == [["Blum"], ["Blum", "Vint"], ["Blum", "Vint", "Tal"]]


def test_what_a_voice_says_that_it_said_is_not_told_twice() -> None:
    assert chains(SAID_OF_HIMSELF) == [["Vint"]]


def test_the_level_counts_the_voices_in_front() -> None:
    built = page(CLAIMED_WITHIN)
    found = [(built.text[one.cue[0][0] : one.cue[0][1]], one.level) for one in levelled(built)]
    assert found == [("claimed", 1), ("warned", 2)]


def test_what_the_reader_marked_keeps_its_places() -> None:
    text = "Blum said that Vint claimed that Tal warned that roads closed."
    said = attribution(text, "Blum", "said", "that Vint claimed that Tal warned that roads closed")
    built = page(CLAIMED_WITHIN, attributions=(said,))
    assert [one.level for one in levelled(built)] == [0, 1, 2]
    assert (levelled(built)[0].source, levelled(built)[0].content) == (said.source, said.content)


def test_who_tells_that_another_agreed_to_something_is_the_source() -> None:
    assert chains(AGREED_WITHIN) == [["Blum"]]


def test_a_speaker_behind_the_verb_keeps_the_words_that_an_agency_reported() -> None:
    text = "the road reopened, confirmed Mara Vint, Reuters reported."
    read = attribution(text, "Reuters", "confirmed", "the road reopened", "Mara Vint")
    built = page(CONFIRMED_BY, attributions=(read,))
    voices = find_voices(built)
    found = find_statements(built, voices, ())
    assert [[voices.found[number].name for number in one.chain] for one in found] == [["Reuters", "Mara Vint"]]
    assert [piece.exact for piece in found[0].content] == ["the road reopened"]
