"""One record: a talk by its sides, a promise, dispute, statement, claim or figure as a thread of evidence."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.brief.compare import compare
from onrecord.export.rows import Record
from onrecord.model.records import Actor, ReportRecord, Talk
from onrecord.queries.facts import facts, title
from onrecord.web.drawn.sides import accounts
from onrecord.web.drawn.thread import thread
from onrecord.web.here import At, Here
from onrecord.web.problem import Problem
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import place_of, render
from onrecord.web.review import DECISIONS, Decision

__all__ = ["records"]

SHOWN = frozenset({"history", "asserted by", "denied by"})
"""Facts that a page tells in its own way."""

records = APIRouter(include_in_schema=False, route_class=RememberingRoute)


@records.get("/talks/{ident}")
@records.get("/commitments/{ident}")
@records.get("/disputes/{ident}")
@records.get("/statements/{ident}")
@records.get("/claims/{ident}")
@records.get("/figures/{ident}")
@records.get("/judgements/{ident}")
@records.get("/records/{ident}")
def record(here: At, ident: str) -> HTMLResponse:
    """One record by its id, or by the beginning of it, wherever it is asked for."""
    found = here.view.record(ident)
    if isinstance(found, ReportRecord | Actor) or here.request.url.path != place_of(found.id):
        return RedirectResponse(here.link(place_of(found.id)), 307)  # type: ignore[return-value]
    return _page(here, found)


def _page(here: Here, record: Record) -> HTMLResponse:
    view = here.view
    told = accounts(view, record) if isinstance(record, Talk) else None
    compared = compare(view.ledger, record, index=view.index) if isinstance(record, Talk) else None
    judged = [judgement for judgement in view.ledger.judgements if judgement.about == record.id]
    return render(
        here,
        "record.html",
        view=view,
        index=view.index,
        record=record,
        title=title(record, view.index),
        facts=[(label, value) for label, value in facts(record, view.index) if value and label not in SHOWN],
        steps=thread(view, record),
        told=told,
        compared=compared,
        notes={note.number: note for note in compared.evidence} if compared else {},
        judged=judged,
        decisions=DECISIONS if here.server.decide and here.visitor else (),
        claim=view.claim_of.get(record.id),
    )


@records.post("/decide/{ident}")
def decide(
    here: At,
    request: Request,
    ident: str,
    decision: Annotated[str, Form(max_length=40)],
    seal: Annotated[str, Form(max_length=200)],
    note: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Enter what somebody decided about a record."""
    visitor = here.need("review")
    if here.server.decide is None:
        raise Problem(404, "this server takes no decisions")
    if not here.server.seals.holds(request, seal):
        raise Problem(403, "this form has grown old; open the page again")
    if decision not in DECISIONS:
        raise Problem(422, f"a decision is one of {', '.join(DECISIONS)}")
    record = here.view.record(ident)
    here.server.audit.note(visitor.name, here.address, f"decided: {decision}", record.id)
    here.server.decide(here.desk.store, Decision(record.id, decision, visitor.name, note.strip()))
    return RedirectResponse(here.link(place_of(record.id)), 303)
