"""What a statement says became of a deed, for every verb that the vocabulary lists."""

from collections.abc import Sequence
from typing import cast

import pytest

from onrecord.link.turns import Turn, turn_of
from onrecord.model import kinds
from onrecord.model.acts import Standing
from onrecord.model.reading import Sense

LISTED = kinds.load("turns")
OPENS, HELD = frozenset({"open"}), frozenset({"withdraw"})


def listed(name: str) -> Sequence[str]:
    return cast(Sequence[str], LISTED[name])


def told(*verbs: str, tense: str = "past", done_to: str = "the pass", standing: Standing = "asserted") -> Turn | None:
    return turn_of(Sense(standing, verbs, (), "Orlavia", done_to, tense), f"Orlavia {' '.join(verbs)} {done_to}")


def test_what_is_told_as_done_is_done_and_what_is_still_to_come_is_not() -> None:
    assert told("open") == Turn("done", OPENS)
    assert told("open", tense="perfect") == Turn("done", OPENS)
    assert [told("open", tense=tense) for tense in ("future", "would", "infinitive", "present")] == [None] * 4


def test_what_is_only_supposed_says_nothing() -> None:
    assert told("open", standing="uncertain") is None
    assert (
        turn_of(Sense("asserted", ("open",), (), "Orlavia", "the pass", "past"), "if Orlavia opened the pass") is None
    )


def test_what_was_not_done_is_undone_and_what_will_not_be_is_not_to_be() -> None:
    assert told("not open", standing="denied") == Turn("undone", OPENS)
    assert told("not open", tense="future", standing="denied") == Turn("not to be", OPENS)


def test_who_is_still_there_has_not_left() -> None:
    sense = Sense("asserted", ("be at",), (), "Orlavian troops", "the Kell valley", "past")
    assert turn_of(sense, "Orlavian troops were still in the Kell valley") == Turn("undone", HELD)
    assert turn_of(sense, "Orlavian troops were in the Kell valley") is None


@pytest.mark.parametrize("verb", listed("failing"))
def test_who_fails_to_do_it_has_failed(verb: str) -> None:
    assert told(verb, "open") == Turn("failed", OPENS)


@pytest.mark.parametrize("verb", listed("refusing"))
def test_who_refuses_to_do_it_has_refused(verb: str) -> None:
    assert told(verb, "open") == Turn("refused", OPENS)


@pytest.mark.parametrize("verb", listed("promising"))
def test_who_did_not_promise_it_denies_the_promise_and_who_did_has_not_done_it(verb: str) -> None:
    assert told(f"not {verb}", "open", standing="denied") == Turn("not promised", OPENS)
    assert told(verb, "open") is None


@pytest.mark.parametrize("verb", listed("finished"))
def test_a_deed_that_is_finished_is_done(verb: str) -> None:
    assert told(verb, done_to="the opening of the pass") == Turn("done", OPENS)
    assert told(f"not {verb}", done_to="the opening of the pass", standing="denied") == Turn("undone", OPENS)
    assert told(verb, done_to="the report") is None


@pytest.mark.parametrize("verb", listed("put off"))
def test_a_deed_may_be_put_off(verb: str) -> None:
    assert told(verb, done_to="the opening of the pass") == Turn("put off", OPENS)
    assert told(f"not {verb}", done_to="the opening of the pass", standing="denied") is None


@pytest.mark.parametrize("verb", listed("called off"))
def test_a_deed_may_be_called_off(verb: str) -> None:
    assert told(verb, done_to="the opening of the pass") == Turn("called off", OPENS)
    assert told(f"not {verb}", done_to="the opening of the pass", standing="denied") is None


@pytest.mark.parametrize("word", listed("partly"))
def test_a_part_of_it_is_not_the_deed(word: str) -> None:
    assert told("withdraw", done_to=f"{word} of its troops") is None
    assert told("withdraw", done_to="its troops") == Turn("done", HELD)


@pytest.mark.parametrize("article", ["A", "An", "One"])
def test_one_of_them_is_not_all(article: str) -> None:
    sense = Sense("asserted", ("leave",), (), f"{article} Orlavian brigade", "the Kell valley", "past")
    assert turn_of(sense, f"{article} Orlavian brigade left the Kell valley") is None
