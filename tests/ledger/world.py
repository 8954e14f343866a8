"""Reports and readings of an invented river dispute, built by hand, and strategies that make more of them.

Pick `report()` and `reading_of()` where a test needs one report; `pairs()` where the values must not matter.
"""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from onrecord.ingest import report_id
from onrecord.model.period import Published
from onrecord.model.reading import (
    FoundCommitment,
    FoundDispute,
    FoundFigure,
    FoundResponse,
    FoundStatement,
    FoundTalk,
    Reading,
    TimeExpression,
    Voice,
)
from onrecord.model.report import Report
from onrecord.model.span import Span

READER = "reader-of-the-tests"

STORY = """Weirs at Saltmere stay shut, Ostrava Keld says
Keld told reporters on Monday that the weirs at Saltmere would open by Friday.
Downriver, the mayor of Pell denied that any water had come. About 1,200 families have left.
The two met for an hour in Harl.
"""


def report(text: str = STORY, *, name: str = "weirs.txt", outlet: str | None = "Harl Evening Post") -> Report:
    """One report, with the id that its text and outlet give it."""
    return Report(
        id=report_id(text, outlet, None),
        name=name,
        text=text,
        title="Weirs at Saltmere stay shut",
        outlet=outlet,
        published=Published(date(2031, 5, 5), date(2031, 5, 5), "given"),
        furniture=(),
        extra='{"desk": "rivers"}',
    )


def reading_of(held: Report, *, reader: str = READER) -> Reading:
    """What a careful reader finds in the story; for any other text a reading that found nothing."""
    if held.text != STORY:
        return Reading(held.id, reader)

    def span(exact: str) -> Span:
        start = held.text.index(exact)
        return Span.of(held.id, held.text, start, start + len(exact))

    monday = TimeExpression(span("on Monday"), "weekday:0")
    friday = TimeExpression(span("by Friday"), "weekday:4", "future")
    promise = span("that the weirs at Saltmere would open by Friday")
    denial = span("that any water had come")
    return Reading(
        report=held.id,
        reader=reader,
        voices=(
            Voice("Ostrava Keld", "person", mentions=(span("Ostrava Keld"), span("Keld told"))),
            Voice("mayor of Pell", "office", named=False, mentions=(span("the mayor of Pell"),)),
        ),
        statements=(
            FoundStatement(0, span("Keld told"), (0,), span("told"), (promise,), "indirect", "promise", said=monday),
            FoundStatement(1, span("the mayor of Pell"), (1,), span("denied"), (denial,), "indirect", "deny"),
        ),
        talks=(FoundTalk((0, 1), span("The two met for an hour in Harl"), "held", where="Harl", minutes=60),),
        commitments=(
            FoundCommitment(
                by=(0,),
                to=(),
                action=span("open"),
                evidence=promise,
                status="pledged",
                due=friday,
                stated_by=(0,),
                statement=0,
                responses=(FoundResponse((1,), "deny", denial),),
                why=("would + verb",),
            ),
        ),
        figures=(FoundFigure(1200.0, None, "about", "families", "families", span("About 1,200 families"), by=None),),
        disputes=(FoundDispute(denial, (0,), (1,), (promise, denial), statements=(0, 1)),),
        times=(monday, friday),
        agencies=("Northline",),
    )


def many(number: int) -> list[tuple[Report, Reading]]:
    """So many different reports with their readings."""
    reports = [report(f"{STORY}Line {n} of the gauge at Pell.\n", name=f"gauge-{n}.txt") for n in range(number)]
    return [(one, _with_a_statement(one)) for one in reports]


def _with_a_statement(held: Report) -> Reading:
    said = Span.of(held.id, held.text, held.text.index("that any"), held.text.index(". About"))
    return Reading(held.id, READER, statements=(FoundStatement(None, None, (), None, (said,), "indirect", "deny"),))


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Report, Reading]:
    """Any report that could be taken in, and a reading of it whose spans are true."""
    text = draw(texts)
    outlet = draw(st.none() | words)
    held = replace(report(text, outlet=outlet), name=draw(words), title=draw(st.none() | words), language=draw(words))
    start = draw(st.integers(0, len(text) - 1))
    held = replace(held, furniture=((start, draw(st.integers(start + 1, len(text)))),) if draw(st.booleans()) else ())
    spans = st.integers(0, len(text) - 1).flatmap(
        lambda first: st.integers(first + 1, len(text)).map(lambda last: Span.of(held.id, text, first, last))
    )
    times = st.builds(TimeExpression, spans, words, words)
    few = st.lists(spans, max_size=3).map(tuple)
    numbers = st.floats(allow_nan=False, allow_infinity=False)
    statements = st.builds(
        FoundStatement,
        source=st.none() | st.integers(0, 5),
        source_span=st.none() | spans,
        chain=st.lists(st.integers(0, 5), max_size=3).map(tuple),
        cue=st.none() | spans,
        content=few,
        said=st.none() | times,
        confidence=st.floats(0, 1),
        why=st.lists(words, max_size=2).map(tuple),
    )
    figures = st.builds(FoundFigure, value=numbers, high=st.none() | numbers, unit=words, of=words, evidence=spans)
    reading = Reading(
        held.id,
        draw(words),
        voices=tuple(draw(st.lists(st.builds(Voice, words, mentions=few), max_size=2))),
        statements=tuple(draw(st.lists(statements, max_size=3))),
        figures=tuple(draw(st.lists(figures, max_size=2))),
        times=tuple(draw(st.lists(times, max_size=2))),
        agencies=tuple(draw(st.lists(words, max_size=2))),
    )
    return held, reading
