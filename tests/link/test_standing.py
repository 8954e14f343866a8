"""What a part of the ledger holds is what it would hold made from nothing, whatever reports came, went and changed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.disputes import Disputes
from onrecord.link.figures import Figures
from onrecord.link.renewed import Renewed
from onrecord.link.scene import Scene
from onrecord.link.talks import Talks
from onrecord.model.reading import Voice
from onrecord.model.records import Actor, Dispute, Figure, Talk
from onrecord.model.ties import Decided, Tie, Ties
from onrecord.resolve.actors import resolve_actors
from tests.link.world import HOLT, LEIR, ORLAVIA, TESSMARK, VINT, Written

BEGIN = date(2031, 3, 1)
PRESIDENT = Voice("President of Orlavia", "office", "Orlavia")
RIVAL = Voice("Tomas Brenn", "person", "Orlavia", ("Brenn",), ("president",))
PREMIER = Voice("the prime minister", "person", "Tessmark", (), ("prime minister",), named=False)
PARTIES = (VINT, HOLT, LEIR, ORLAVIA, TESSMARK, PRESIDENT, RIVAL, PREMIER)


def told(name: str, day: int, variant: int) -> Written:
    """One report of several on one quarrel; the variants of a report say different things under one name."""
    report = Written(name, None if day > 80 else BEGIN + timedelta(days=day))
    one, other = PARTIES[variant % 5], PARTIES[(3 * variant + day) % 8]
    for voice in (VINT, HOLT) if variant % 3 else (RIVAL, ORLAVIA):
        report.voice(voice)
    if one != other:
        form = ("meeting", "summit", None)[day % 3]
        when = "" if variant % 4 == 1 else f"date:2031-03-{1 + day % 5:02}"
        report.talk(one, other, when=when, form=form, where="Kell" if day % 2 else None)
        report.talk(HOLT, PRESIDENT, when=when, form="phone", status="held" if day % 2 else "planned")
    report.dispute(("the weir was shut at night", "the weir was shut")[variant % 2], ORLAVIA, TESSMARK)
    if variant % 2:
        report.dispute("guards of the upper weir fired first", one if one != TESSMARK else HOLT, LEIR)
    report.figure(100 + variant, "Orlavian troops", ("at Kell", "in Kell valley", None)[day % 3])
    report.figure(12 + day, "people", None, fate="killed" if variant % 2 else None)
    report.figure(40, f"{('river', 'lake')[day % 2]} ferries at anchor", None)
    return report


SPACES = st.integers(0, 90) | st.integers(0, 6)
STORIES = st.lists(st.tuples(st.sampled_from("abcdefghij"), SPACES, st.integers(0, 9)), max_size=6)
KEYS = st.tuples(st.sampled_from("abcdefghij").map("r-{}".format), st.integers(0, 1))
TIES = st.builds(Ties, st.lists(st.builds(Tie, KEYS, KEYS, st.just("one")), max_size=2).map(tuple))


def scene(held: Mapping[str, Written], decided: Decided) -> Scene:
    reports = {one.id: one.report() for one in held.values()}
    readings = {one.id: one.reading() for one in held.values()}
    published = {report.id: report.published for report in reports.values()}
    actors, home = resolve_actors([*readings.values()], published=published)
    return Scene(reports, readings, published, {actor.id: actor for actor in actors}, home, decided)


def touched(before: Scene, now: Scene) -> tuple[set[str], set[str]]:
    """The reports for which something that they stand on may have changed, and the actors that did."""
    ids = before.actors.keys() | now.actors.keys()
    actors = {one for one in ids if before.actors.get(one) != now.actors.get(one)}

    def plain(actor: Actor | None) -> Actor | None:
        return actor and replace(actor, held=(), why=(), offices=())

    other = {one for one in actors if plain(before.actors.get(one)) != plain(now.actors.get(one))}
    reports = {
        report
        for report in before.readings.keys() | now.readings.keys()
        if before.readings.get(report) != now.readings.get(report)
        or before.published.get(report) != now.published.get(report)
        or {key: home for key, home in before.home.items() if key[0] == report}
        != {key: home for key, home in now.home.items() if key[0] == report}
        or any(home in other for key, home in now.home.items() if key[0] == report)
    }
    return reports, actors


Step = list[tuple[str, int, int]]
Record = TypeVar("Record", Talk, Dispute, Figure)
Part = tuple[Callable[[Scene, Collection[str], Collection[str]], Renewed[Record]], Mapping[str, Record]]


def check(steps: list[Step], decided: Decided, make: Callable[[], Part[Record]]) -> None:
    """After every step a part is told what changed, and another one, made from nothing, is told all."""
    renew, records = make()
    held: dict[str, Written] = {}
    before, standing = scene(held, decided), dict[str, Record]()
    for step in steps:
        for name, day, variant in step:
            if variant == 9:
                held.pop(name, None)
            else:
                held[name] = told(name, day, variant)
        now = scene(held, decided)
        changed = renew(now, *touched(before, now))
        assert changed.gone <= standing.keys()
        assert all(standing.get(name) != record for name, record in changed.made.items())
        standing = {name: one for name, one in standing.items() if name not in changed.gone} | dict(changed.made)
        again, fresh = make()
        again(now, now.readings, now.actors)
        assert standing == records == fresh
        before = now


def talks() -> Part[Talk]:
    part = Talks()
    return part.renew, part.records


def disputes() -> Part[Dispute]:
    part = Disputes()
    return lambda scene, reports, _: part.renew(scene, reports), part.records


def figures() -> Part[Figure]:
    part = Figures()
    return lambda scene, reports, _: part.renew(scene, reports), part.records


@given(st.lists(STORIES, min_size=1, max_size=5), TIES)
def test_talks_that_are_kept_are_those_made_from_nothing(steps: list[Step], ties: Ties) -> None:
    check(steps, Decided(talks=ties), talks)


@given(st.lists(STORIES, min_size=1, max_size=5), TIES)
def test_disputes_that_are_kept_are_those_made_from_nothing(steps: list[Step], ties: Ties) -> None:
    check(steps, Decided(disputes=ties), disputes)


@given(st.lists(STORIES, min_size=1, max_size=5))
def test_figures_that_are_kept_are_those_made_from_nothing(steps: list[Step]) -> None:
    check(steps, Decided(), figures)
