"""Adding what the reader missed: a record made of words that are chosen in a report."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from onrecord.model.judgement import Judged
from onrecord.model.records import ReportRecord
from onrecord.queries.facts import title
from onrecord.queries.sentence import sentence
from onrecord.review import ADDABLE, Proposal
from onrecord.web.deciding import people_near, sealed
from onrecord.web.here import At, Here
from onrecord.web.pages.reviewing import entered, given_in
from onrecord.web.problem import Problem
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import render
from onrecord.web.wishing import Filled, filled, wishes

__all__ = ["missed"]

missed = APIRouter(include_in_schema=False, route_class=RememberingRoute)

BLANKS = re.compile(r"\s+")
MAIN: Mapping[str, str] = {"statement": "content", "dispute": "claim"}
"""The field into which the words go from which somebody adds a record; for all others it is the evidence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, to begin with; `chosen` where the words begin in it."""

    start: int
    end: int
    text: str
    chosen: bool


@missed.get("/reports/{ident}/add")
def adding(
    here: At,
    ident: str,
    kind: Annotated[str, Query(max_length=20)] = "statement",
    words: Annotated[str, Query(max_length=30)] = "",
) -> HTMLResponse:
    """The form to add a record: its words chosen in the text, by sentence or by selecting them."""
    here.need("review")
    report, added = _report(here, ident), _kind(kind)
    start, end = _place(words, len(report.text))
    rows = filled(here.view, added)
    main = MAIN.get(added, "evidence")
    begun = " ".join(report.text[start:end].split())
    return render(
        here,
        "adding.html",
        view=here.view,
        index=here.view.index,
        report=report,
        title=title(report, here.view.index),
        kinds=ADDABLE,
        kind=added,
        words=words,
        near=start,
        rows=[Filled(row.field, begun) if row.field.name == main else row for row in rows],
        sentences=tuple(_sentences(report.text, start, end)),
        names=people_near(here.view, report),
    )


def _report(here: Here, ident: str) -> ReportRecord:
    found = here.view.record(ident)
    if not isinstance(found, ReportRecord):
        raise Problem(404, f"{ident[:80]!r} is no report")
    return found


def _kind(kind: str) -> Judged:
    if kind not in ADDABLE:
        raise Problem(422, f"what can be added is one of {', '.join(ADDABLE)}")
    return kind


def _place(words: str, size: int) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", words)
    if found is None:
        return 0, 0
    start, end = int(found[1]), int(found[2])
    return (start, end) if start < end <= size else (0, 0)


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The whole text, a sentence a piece; what lies between belongs to the piece before it."""
    at = 0
    while at < len(text):
        _, last = sentence(text, at, min(at + 1, len(text)))
        last = max(last, at + 1)
        last = max(last, _blanks(text, last))
        yield Sentence(at, last, text[at:last], at < end and start < last)
        at = last


def _blanks(text: str, start: int) -> int:
    """Where the blanks that begin here end."""
    found = BLANKS.match(text, start)
    return found.end() if found else start


@missed.post("/reports/{ident}/add")
async def added(here: At, request: Request, ident: str) -> Response:
    """Add the record."""
    form = await request.form()
    return await run_in_threadpool(_added, here, ident, form)


def _added(here: Here, ident: str, form: FormData) -> Response:
    given = given_in(form)
    sealed(here, given.get("seal", ""))
    report, kind = _report(here, ident), _kind(given.get("kind", ""))
    near = int(given["near"]) if re.fullmatch(r"\d{1,9}", given.get("near", "")) else None
    rows: Sequence[Filled] = filled(here.view, kind)
    wanted = wishes(rows, given, report.text, near=near)
    proposal = Proposal("add", report.id, wishes=wanted, kind=kind, note=given.get("note", "").strip() or None)
    return entered(here, proposal, form)
