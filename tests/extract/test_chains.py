"""Chains: from the outermost voice of a report to the one who spoke."""

import pytest

from onrecord.extract.statements.find import find_statements
from onrecord.extract.voices.find import find_voices
from tests.extract.trees import page

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


def chains(sentence: str) -> list[list[str]]:
    built = page(sentence)
    voices = find_voices(built)
    return [[voices.found[number].name for number in one.chain] for one in find_statements(built, voices, ())]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        pytest.param(TOLD_SAID, ["Blum", "Vint"], id="who tells what another told"),
        pytest.param(QUOTED_AS_SAYING, ["Reuters", "Vint"], id="an agency that quotes"),
        pytest.param(IN_FRONT, ["Reuters", "Vint"], id="according to an agency, in front"),
    ],
)
def test_the_outermost_voice_stands_first_and_the_source_last(sentence: str, chain: list[str]) -> None:
    assert chains(sentence) == [chain]


def test_who_welcomes_a_statement_has_not_passed_it_on() -> None:
    assert ["Kenya"] in chains(WELCOMED)
    assert ["Vint", "Kenya"] not in chains(WELCOMED)
