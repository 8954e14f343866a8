"""Commitments kept up report by report are those made at once, whatever came, went or changed in whatever order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.commitments import Commitments, link_commitments
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.statements import link_statements
from onrecord.link.talks import link_talks
from onrecord.model.reading import Voice
from onrecord.model.records import Commitment, Statement, Talk
from onrecord.model.ties import UNDECIDED, Decided, Tie, Ties
from onrecord.resolve.actors import resolve_actors
from tests.link.world import HOLT, LEIR, ORLAVIA, TESSMARK, VINT, Written

ASKED = date(2031, 12, 31)
WEIRS = "send engineers with pumps to the weirs of Saar"
PASS, VALLEY = "open the pass of Lenta to lorries with food", "withdraw all brigades from the upper Kell valley"


def march(day: int) -> date:
    return date(2031, 3, day)


def _promises() -> list[Written]:
    """Promises, told by several, one of them without a day, one on two days."""
    made, again, undated, late = (
        Written("made", march(2)),
        Written("again", march(4)),
        Written("undated", None),
        Written("late", date(2031, 8, 1)),
    )
    made.commitment(VINT, VALLEY, to=TESSMARK, due="date:2031-03-20")
    made.commitment(VINT, PASS, to=TESSMARK)
    again.commitment(ORLAVIA, f"{VALLEY} for good", due="date:2031-03-20")
    again.response(LEIR, "doubt", "this remains to be seen")
    undated.commitment(VINT, WEIRS)
    nowhen = Written("nowhen", None)
    nowhen.statement(LEIR, f"nobody will {WEIRS}", "deny")
    late.commitment(VINT, VALLEY, to=TESSMARK)
    late.commitment(VINT, PASS, to=TESSMARK, due="date:2031-08-09")
    return [made, again, undated, nowhen, late]


def _answers() -> list[Written]:
    """What others say of them, and talks after a promise to talk."""
    denied, stay, shut, meet = (
        Written(name, march(6 + n)) for n, name in enumerate(("denied", "stay", "shut", "meet"))
    )
    denied.statement(VINT, f"he would {VALLEY}", "deny")
    stay.statement(LEIR, "all brigades stay in the upper Kell valley for years")
    shut.commitment(VINT, VALLEY, due="date:2031-03-20")
    shut.statement(HOLT, "the pass of Lenta is shut to lorries with food")
    meet.commitment(VINT, "hold talks with Tessmark on the weirs", to=TESSMARK)
    meet.commitment(VINT, "hold talks with Tessmark on the weirs", to=HOLT)
    held, planned, office = Written("held", march(12)), Written("planned", march(10)), Written("office", march(12))
    held.talk(VINT, HOLT, when="date:2031-03-11")
    planned.talk(VINT, HOLT, when="date:2031-03-11", tense="future", status="planned")
    office.talk(Voice("President of Orlavia", "office", "Orlavia"), HOLT, when="date:2031-03-11")
    return [denied, stay, shut, meet, held, planned, office]


def _later(one: Written) -> Written:
    """The same report, published six days later."""
    return replace(one, published=one.published + timedelta(days=6) if one.published else march(1))


def _otherwise(one: Written) -> Written:
    """The same report, where one is of the other side and another has one more name."""
    swapped = {HOLT: replace(HOLT, party="Orlavia"), VINT: replace(VINT, aliases=(*VINT.aliases, "Kell Brigades"))}
    return replace(one, voices=[swapped.get(voice, voice) for voice in one.voices])


TOLD: Sequence[Sequence[Written]] = [(one, _later(one), _otherwise(one)) for one in (*_promises(), *_answers())]
SLOTS = len(TOLD)
TIED = Decided(
    commitments=Ties(
        (Tie(("r-made", 0), ("r-late", 0), "put together by hand"),),
        (Tie(("r-again", 0), ("r-shut", 0), "held apart by hand"),),
    )
)

steps = st.lists(st.dictionaries(st.integers(0, SLOTS - 1), st.sampled_from([None, 0, 1, 2]), max_size=6), max_size=7)


def scene_of(present: Mapping[int, int], decided: Decided) -> Scene:
    """Who is who in the reports that are there, as if nothing had been there before."""
    told = [TOLD[slot][how] for slot, how in sorted(present.items())]
    reports, readings = {one.id: one.report() for one in told}, {one.id: one.reading() for one in told}
    published = {name: report.published for name, report in reports.items()}
    actors, home = resolve_actors(tuple(readings.values()), published=published)
    return Scene(reports, readings, published, {actor.id: actor for actor in actors}, home, decided)


def statements_of(scene: Scene) -> dict[str, list[Statement]]:
    said: dict[str, list[Statement]] = {}
    for statement in link_statements(scene):
        said.setdefault(statement.report, []).append(statement)
    return said


def at_once(scene: Scene) -> dict[str, Commitment]:
    made = link_commitments(scene, link_statements(scene), link_talks(scene), day=ASKED)
    return {commitment.id: commitment for commitment in made}


def touched(before: Scene, after: Scene) -> set[str]:
    """The reports that are new, gone or different, or in which somebody is somebody else now."""
    return {
        one for one in before.readings.keys() | after.readings.keys() if _stands(before, one) != _stands(after, one)
    }


def _stands(scene: Scene, report: str) -> object:
    if report not in scene.readings:
        return None
    actors = [scene.actors[scene.home[report, number]] for number in range(len(scene.readings[report].voices))]
    who = [(one.id, one.kind, one.party, scene.side(one.id), one.name, one.aliases) for one in actors]
    return scene.readings[report], scene.published[report], who


class Kept:
    """Commitments kept up over scenes, with the talks told of that changed."""

    def __init__(self, decided: Decided) -> None:
        self.decided = decided
        self.part = Commitments(day=ASKED)
        self.scene = scene_of({}, decided)
        self.talks: dict[str, Talk] = {}

    def step(self, present: Mapping[int, int]) -> Renewed[Commitment]:
        before, self.scene = self.scene, scene_of(present, self.decided)
        talks = {talk.id: talk for talk in link_talks(self.scene)}
        changed = {key: talk for key, talk in talks.items() if self.talks.get(key) != talk}
        renewed = Renewed(frozenset(self.talks.keys() - talks.keys()), changed)
        self.talks = talks
        return self.part.renew(self.scene, touched(before, self.scene), statements_of(self.scene), renewed)


@pytest.mark.parametrize("decided", [UNDECIDED, TIED], ids=["undecided", "decided"])
@given(steps)
@settings(max_examples=80, deadline=None)
def test_after_any_comings_and_goings_they_are_those_made_at_once(
    decided: Decided, steps: list[dict[int, int | None]]
) -> None:
    kept, present = Kept(decided), dict[int, int]()
    for step in steps:
        present = {slot: how for slot, how in {**present, **step}.items() if how is not None}
        before = dict(kept.part.records)
        renewed = kept.step(present)
        after = at_once(kept.scene)
        assert dict(kept.part.records) == after
        assert renewed.gone == before.keys() - after.keys()
        assert renewed.made == {key: one for key, one in after.items() if before.get(key) != one}


@pytest.mark.parametrize("order", [range(SLOTS), reversed(range(SLOTS))], ids=["forwards", "backwards"])
def test_what_is_told_of_a_promise_finds_it_whichever_comes_first(order: Iterable[int]) -> None:
    kept, present = Kept(UNDECIDED), dict[int, int]()
    for slot in order:
        present[slot] = 0
        kept.step(present)
    told = {step.status for one in kept.part.records.values() for step in one.history}
    assert told >= {"pledged", "doubted", "denied", "contradicted", "disputed", "reported kept", "overdue"}
    assert dict(kept.part.records) == at_once(kept.scene)


def test_what_stays_the_same_changes_nothing() -> None:
    kept, present = Kept(UNDECIDED), dict.fromkeys(range(SLOTS), 0)
    kept.step(present)
    again = kept.part.renew(kept.scene, kept.scene.readings, statements_of(kept.scene), Renewed())
    assert again == Renewed()
