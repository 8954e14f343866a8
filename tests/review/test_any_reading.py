"""Whatever a later reader finds or loses, every kind of decision is done without a fault, and every quote is true."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.export import rows
from onrecord.ledger import evidence
from onrecord.link.link import link
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.review import Proposal, Wish
from onrecord.review.apply import apply
from tests.link.world import LEIR, VINT
from tests.review.world import DAY, Desk, dam, denial, place, visit

Held = list[tuple[Report, Reading]]
Case = tuple[Held, tuple[Judgement, ...]]


def decisions() -> Case:
    """Three reports, and a decision of each kind about what was read in them."""
    pages = [dam(), denial(), visit()]
    pages[1].statement(LEIR, "that the gates will open by 5 May", "deny")
    pages[2].mentioned(VINT, "Mara Vint")
    desk = Desk(*pages)
    desk.correct(desk.said("nobody believes").id, Wish("source", ("Ansa Leir",)), Wish("said", ("2031-04-30",)))
    desk.correct(pages[0].id, Wish("published", ("2031-04-30",)))
    desk.correct(desk.actor("Edvar Holt").id, Wish("name", ("Edvar Holt-Rehn",)), Wish("party", ("Orlavia",)))
    desk.correct(desk.ledger.commitments[0].id, Wish("due", ("/2031-05-20",)), Wish("status", ("withdrawn",)))
    desk.correct(desk.ledger.disputes[0].id, Wish("denied_by", ("Mara Vint",)))
    words = tuple(place(pages[0], "at the dam"))
    desk.add(pages[0], "statement", Wish("source", (), words), Wish("content", (), words))
    desk.add(
        pages[2],
        "talk",
        Wish("parties", ("Ansa Leir", "Mara Vint")),
        Wish("evidence", (), tuple(place(pages[2], "meet"))),
    )
    desk.decide(Proposal("merge", desk.ledger.talks[0].id, others=(desk.ledger.talks[1].id,)))
    (told,) = [talk for talk in desk.ledger.talks if len(talk.mentions) > 2]
    desk.decide(Proposal("split", told.id, part=(told.mentions[0].report,)))
    desk.decide(Proposal("merge", desk.actor("Ansa Leir").id, others=(desk.actor("Mara Vint").id,)))
    desk.decide(Proposal("reject", desk.ledger.figures[0].id))
    (whole,) = [actor for actor in desk.ledger.actors if {"Ansa Leir", "Mara Vint"} <= {actor.name, *actor.aliases}]
    desk.decide(Proposal("split", whole.id, part=("Ansa Leir",)))
    desk.decide(Proposal("accept", desk.said("visit was useful").id))
    return list(desk.store.held()), desk.store.judgements()


@pytest.fixture(scope="module")
def decided() -> Case:
    """Made once."""
    return decisions()


def spans(value: object) -> Iterator[tuple[str, int, int, str]]:
    if isinstance(value, dict):
        if value.keys() == {"report", "start", "end", "exact"}:
            yield value["report"], value["start"], value["end"], value["exact"]
        else:
            yield from (found for inner in value.values() for found in spans(inner))
    elif isinstance(value, list):
        yield from (found for inner in value for found in spans(inner))


def sound(ledger: Ledger) -> bool:
    texts = {report.id: report.text for report in ledger.reports}
    made = list(rows(ledger))
    whole = all(texts[report][start:end] == exact for row in made for report, start, end, exact in spans(row))
    return whole and len({row["id"] for row in made}) == len(made)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_later_reading_takes_the_decisions(decided: Case, data: st.DataObject) -> None:
    held, judgements = decided
    again: Held = []
    for report, reading in held:
        kept = {
            name: tuple(thing for thing in getattr(reading, name) if data.draw(st.booleans()))
            for name in ("talks", "figures", "disputes", "commitments", "statements")
        }
        kept["commitments"] = tuple(replace(one, statement=None) for one in kept["commitments"])
        kept["disputes"] = tuple(replace(one, statements=()) for one in kept["disputes"])
        kept["figures"] = tuple(replace(one, statement=None) for one in kept["figures"])
        again.append((report, replace(reading, **kept)))
    some = data.draw(st.lists(st.sampled_from(judgements), unique=True))
    order = data.draw(st.permutations(range(3)))
    applied = apply([again[n] for n in order], some)
    for report, reading in zip(applied.reports, applied.readings, strict=True):
        assert all(span.report == report.id and span.holds(report.text) for span in evidence(reading))
    ledger = link(applied.reports, applied.readings, day=DAY, decided=applied.decided)
    assert sound(ledger)
    straight = apply(again, reversed(some))
    assert link(straight.reports, straight.readings, day=DAY, decided=straight.decided) == ledger


def test_without_decisions_everything_goes_through_untouched(decided: Case) -> None:
    held, _ = decided
    applied = apply(held, ())
    assert all(mine is theirs for mine, (_, theirs) in zip(applied.readings, held, strict=True))
    assert all(mine is theirs for mine, (theirs, _) in zip(applied.reports, held, strict=True))
