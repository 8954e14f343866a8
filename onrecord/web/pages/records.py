"""One record: a talk by its sides, a promise, dispute, statement, claim or figure as a thread of evidence."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.brief.compare import compare
from onrecord.export.rows import Record
from onrecord.model.records import Actor, ReportRecord, Talk
from onrecord.queries.facts import facts, title
from onrecord.review import in_words
from onrecord.web.deciding import deciding
from onrecord.web.drawn.sides import accounts
from onrecord.web.drawn.thread import thread
from onrecord.web.here import At, Here
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import place_of, render

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
        judged=view.decided(record.id),
        d=deciding(here, record),
        in_words=in_words,
        claim=view.claim_of.get(record.id),
    )
