"""Copies that are kept up as reports come, go and change are those that are found among all at once."""

from collections.abc import Mapping
from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link import copies as module
from onrecord.link.copies import Copies, find_copies
from onrecord.link.scene import Scene
from onrecord.model.period import Published
from onrecord.model.report import Report

PIECES = [" ".join(f"In part {p} the clerk of Kell weighed point {n} of {p}." for n in range(9)) for p in range(6)]
OWN = [" ".join(f"Only paper {n} tells {n} of heap {m} in {n}." for m in range(4)) for n in range(8)]


@st.composite
def printed(draw: st.DrawFn) -> Report:
    """A report that is made of a few pieces, some of them its own; of eight ids each may be told in many ways."""
    number = draw(st.integers(0, 7))
    pieces = draw(st.lists(st.sampled_from([*PIECES, OWN[number]]), min_size=1, max_size=4, unique=True))
    day = draw(st.sampled_from([date(2031, 3, 1), date(2031, 3, 2), date(2031, 3, 9), None]))
    outlet = draw(st.sampled_from([None, "Harbour Post", "Kell Times"]))
    return Report(f"r-{number}", f"{number}", " ".join(pieces), outlet=outlet, published=Published(day, day))


steps = st.lists(st.tuples(st.lists(printed(), max_size=4), st.sets(st.integers(0, 7), max_size=2)), max_size=7)


def scene(reports: Mapping[str, Report]) -> Scene:
    return Scene(reports, {}, {name: report.published for name, report in reports.items()}, {}, {})


@pytest.mark.parametrize("commonest", [3, 50])
@given(steps)
@settings(max_examples=60, deadline=None)
def test_after_any_comings_and_goings_they_are_those_of_all_at_once(
    commonest: int, steps: list[tuple[list[Report], set[int]]]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "COMMONEST", commonest)
        held: dict[str, Report] = {}
        copies = Copies()
        for come, go in steps:
            before, leaving = dict(copies.of), {f"r-{number}" for number in go}
            held |= {report.id: report for report in come}
            held = {name: report for name, report in held.items() if name not in leaving}
            changed = copies.renew(scene(held), {*leaving, *(report.id for report in come)})
            assert copies.of == find_copies(scene(held))
            names = before.keys() | copies.of.keys()
            assert changed == {name for name in names if before.get(name) != copies.of.get(name)}


def test_what_stays_the_same_changes_nothing() -> None:
    held = {
        name: Report(name, name, PIECES[0], outlet=name, published=Published(date(2031, 3, 1), date(2031, 3, 1)))
        for name in ("one", "two", "three")
    }
    copies = Copies()
    assert copies.renew(scene(held), held) == {"three", "two"}
    assert copies.renew(scene(held), held) == frozenset()


def test_what_goes_does_not_hide_what_comes_before_a_copy_of_it() -> None:
    def told(name: str, piece: str, day: int) -> Report:
        on = date(2031, 3, day)
        return Report(name, name, piece, outlet=name, published=Published(on, on))

    stay = {one.id: one for one in (told("copy", PIECES[0], 2), told("later copy", PIECES[0], 3))}
    gone = {one.id: one for one in (told("gone", PIECES[1], 1), told("gone too", PIECES[2], 1))}
    copies = Copies()
    copies.renew(scene(stay | gone), {*stay, *gone})
    assert copies.of == {"later copy": "copy"}
    copies.renew(scene(stay | {"origin": told("origin", PIECES[0], 1)}), {*gone, "origin"})
    assert copies.of == {"copy": "origin", "later copy": "origin"}


def test_one_more_among_many_takes_no_longer_than_among_few() -> None:
    spent = []
    for many in (100, 2_000):
        texts = [" ".join(f"Of matter {m} number {n} of {many} says {m}." for n in range(60)) for m in range(many + 20)]
        held = {f"r-{m}": Report(f"r-{m}", f"{m}", text, outlet="Echo") for m, text in enumerate(texts)}
        copies = Copies()
        copies.renew(scene(dict(list(held.items())[:many])), list(held)[:many])
        whole = scene(held)
        began = process_time()
        for name in list(held)[many:]:
            copies.renew(whole, [name])
        spent.append(process_time() - began)
    assert spent[1] < 5 * spent[0]
