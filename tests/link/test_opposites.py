"""What undoes what: one list for verbs of statements and for classes of what was promised."""

from collections.abc import Mapping, Sequence
from itertools import combinations, product
from typing import cast

import pytest

from onrecord.link.concepts import actions
from onrecord.link.opposites import axes, form, opposed, sides_of, turning
from onrecord.model import kinds

AXES = cast(Mapping[str, Mapping[str, Sequence[str]]], kinds.load("opposites")["axes"])
CLASSES = cast(Mapping[str, Mapping[str, Sequence[str]]], kinds.load("opposites")["classes"])
KNOWN = cast(Mapping[str, object], kinds.load("linking")["actions"])


@pytest.mark.parametrize("axis", AXES)
def test_two_ends_of_an_axis_are_never_one_deed(axis: str) -> None:
    found = [sides_of(form(one), form(other)) for one, other in product(AXES[axis]["plus"], AXES[axis]["minus"])]
    assert 1 not in found
    assert -1 in found


def test_a_verb_on_two_axes_that_say_otherwise_says_nothing() -> None:
    assert sides_of(form("hold"), form("keep")) == 1
    assert sides_of(form("withdraw"), form("talk")) == 0
    assert {"+there", "-free"} <= axes(form("stay"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("pull back its troops", "keep its troops"), ("halt its work", "go on with its work"), ("open", "block")],
)
def test_who_does_the_contrary_of_a_promise_undoes_it(one: str, other: str) -> None:
    assert opposed(actions(one), actions(other))
    assert opposed(actions(other), actions(one))
    assert not opposed(actions(one), actions(one))


def test_every_class_is_one_of_the_classes_of_action_and_undoes_some_other() -> None:
    named = {name for ends in CLASSES.values() for end in ends.values() for name in end}
    assert named <= set(KNOWN)
    alone = [frozenset({name}) for name in sorted(KNOWN)]
    undone = {name for one, other in combinations(alone, 2) if opposed(one, other) for name in one | other}
    assert undone == named


def test_verbs_that_turn_what_follows_are_known_by_their_stem() -> None:
    assert {form("refused"), form("failing")} <= turning()
