"""A report: the text as it was, with everything that was found in it marked in place."""

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.model.records import ReportRecord
from onrecord.queries.facts import title
from onrecord.review import in_words
from onrecord.web.deciding import deciding
from onrecord.web.drawn.marks import Mark, marks_of, segments
from onrecord.web.here import At
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import place_of, render

__all__ = ["report"]

report = APIRouter(include_in_schema=False, route_class=RememberingRoute)


@report.get("/reports/{ident}")
def one(here: At, ident: str) -> HTMLResponse:
    """The text letter by letter, and beside it who says what in it, with the reasons."""
    view = here.view
    found = view.record(ident)
    if not isinstance(found, ReportRecord) or found.id != ident:
        return RedirectResponse(here.link(place_of(found.id)), 307)  # type: ignore[return-value]
    marks = marks_of(view, found)
    noted = list(dict.fromkeys(mark.record for mark in marks))
    copies = [view.index.reports[copy] for copy in view.copies.get(found.id, ())]
    return render(
        here,
        "report.html",
        view=view,
        index=view.index,
        report=found,
        title=title(found, view.index),
        segments=segments(found.text, marks, found.furniture),
        records=[view.record(name) for name in noted],
        copies=copies,
        starts=_starts(marks),
        judged=view.decided(found.id),
        d=deciding(here, found),
        in_words=in_words,
    )


def _starts(marks: Sequence[Mark]) -> dict[str, int]:
    """Where the first mark of each record begins, to lead from the note to the words."""
    found: dict[str, int] = {}
    for mark in marks:
        found.setdefault(mark.record, mark.start)
    return found
