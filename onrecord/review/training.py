"""Corrected statements as examples to train a reader with: what is marked in each report that people worked on."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.attribution import Attribution, Offsets
from onrecord.model.decisions import named_in
from onrecord.model.judgement import Judgement
from onrecord.model.reading import FoundStatement, Reading
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.review.apply import apply
from onrecord.review.ground import reports_of

__all__ = ["corrected"]


def corrected(
    held: Iterable[tuple[Report, Reading]], judgements: Sequence[Judgement], *, decided_only: bool = False
) -> Iterator[tuple[Report, tuple[Attribution, ...]]]:
    """The reports in which somebody decided about a statement, each with its attributions as they were left.

    Those that somebody decided about come before the reader's own: as in PolNeAR no word is in two attributions, and of
    two that share one the reader's goes. `decided_only` leaves out what nobody looked at.
    """
    about = reports_of(judgement for judgement in judgements if judgement.kind == "statement")
    pairs = [(report, reading) for report, reading in held if report.id in about]
    applied = apply(pairs, (judgement for judgement in judgements if reports_of([judgement]) & about))
    for report, reading in zip(applied.reports, applied.readings, strict=True):
        yield report, tuple(_univocal(reading.statements, decided_only=decided_only))


def _univocal(statements: Sequence[FoundStatement], *, decided_only: bool) -> list[Attribution]:
    """Attributions in the order of the text of which no two share a character."""
    taken: set[int] = set()
    kept: list[Attribution] = []
    ordered = sorted(statements, key=lambda said: (not _decided(said), -_length(said)))
    for said in ordered:
        places = {place for span in _spans(said) for place in range(span.start, span.end)}
        if places & taken or (decided_only and not _decided(said)):
            continue
        taken |= places
        kept.append(_attribution(said))
    return sorted(kept, key=lambda one: min(start for start, _ in (*one.source, *one.cue, *one.content)))


def _decided(said: FoundStatement) -> bool:
    return any(True for _ in named_in(said.why))


def _spans(said: FoundStatement) -> Iterator[Span]:
    yield from said.content
    yield from (span for span in (said.source_span, said.cue) if span is not None)


def _length(said: FoundStatement) -> int:
    return sum(span.end - span.start for span in said.content)


def _attribution(said: FoundStatement) -> Attribution:
    return Attribution(_places(said.source_span), _places(said.cue), _places(*said.content), 0, said.confidence)


def _places(*spans: Span | None) -> Offsets:
    return tuple((span.start, span.end) for span in spans if span is not None)
