"""Review: the queue, people's decisions, and records that are added by choosing words of a report."""

import re
from collections.abc import Mapping
from typing import Annotated, get_args

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from onrecord.errors import NotFound, Stale
from onrecord.export.rows import TYPES, Record
from onrecord.model.judgement import Decision, Judgement
from onrecord.queries.facts import title
from onrecord.review import REJECTABLE, Item, Proposal, Wish, in_words, standing, touched
from onrecord.web.deciding import enter, judged, sealed, take_back
from onrecord.web.here import At, Here
from onrecord.web.pages.lists import Offset
from onrecord.web.problem import Problem
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import place_of, render
from onrecord.web.wishing import filled, report_of, wishes

__all__ = ["entered", "given_in", "reviewing"]

reviewing = APIRouter(include_in_schema=False, route_class=RememberingRoute)

A_PAGE = 30
DECISIONS: tuple[Decision, ...] = get_args(Decision)


@reviewing.get("/review")
def queue_page(here: At, kind: Annotated[str, Query(max_length=20)] = "", offset: Offset = 0) -> HTMLResponse:
    """What to look at first, with the quick decisions beside it."""
    here.need("review")
    view = here.view
    items = [item for item in view.queue if not kind or item.kind == kind]
    return render(
        here,
        "review.html",
        view=view,
        rows=[row for item in items[offset : offset + A_PAGE] if (row := _row(here, item))],
        kinds=tuple(dict.fromkeys(item.kind for item in view.queue)),
        kind=kind,
        total=len(items),
        offset=offset,
        size=A_PAGE,
        rejectable=REJECTABLE,
    )


def _row(here: Here, item: Item) -> tuple[Item, Record, Record | None, str]:
    record = here.view.record(item.record)
    other = here.view.record(item.other) if item.other else None
    return item, record, other, title(record, here.view.index)


@reviewing.get("/review/decisions")
def decisions(here: At) -> HTMLResponse:
    """Every decision that stands, and those that were taken back."""
    here.need("review")
    view, store = here.view, here.desk.store
    stand = standing(store)[::-1]
    known = {s.judgement.about: _title(here, s.judgement.about) for s in stand}
    return render(
        here,
        "decisions.html",
        view=view,
        stand=stand,
        known={ident: words for ident, words in known.items() if words},
        gone=store.withdrawn()[::-1],
        in_words=in_words,
    )


def _title(here: Here, ident: str) -> str:
    try:
        return title(here.view.record(ident), here.view.index)
    except NotFound:
        return ""


@reviewing.post("/decide/{ident}")
async def decide(here: At, request: Request, ident: str) -> Response:
    """Enter what somebody decided about a record."""
    form = await request.form()
    return await run_in_threadpool(_decide, here, ident, form)


def _decide(here: Here, ident: str, form: FormData) -> Response:
    given = given_in(form)
    sealed(here, given.get("seal", ""))
    record = here.view.record(ident)
    decision = given.get("decision", "")
    if decision not in DECISIONS or decision == "add":
        raise Problem(422, "a decision is to accept, reject, correct, merge or split")
    within = given.get("within", "")
    changed = _corrections(here, record, given, within) if decision == "correct" else ()
    if decision == "correct" and not changed:
        raise Problem(422, "nothing was changed; write what is right into a field")
    proposal = Proposal(
        decision,
        record.id,
        wishes=changed,
        others=_others(here, form),
        part=tuple(str(value) for value in form.getlist("part")),
        within=within or None,
        note=given.get("note", "").strip() or None,
    )
    return entered(here, proposal, form, back=given.get("back", ""))


def _corrections(here: Here, record: Record, given: Mapping[str, str], within: str) -> tuple[Wish, ...]:
    report = report_of(record, within)
    rows = filled(here.view, judged(record), record, within=within)
    return wishes(rows, given, here.view.index.text(report), near=_start(record, report))


def _start(record: Record, report: str) -> int | None:
    """Where a record's own words begin, near which others of its words are looked for."""
    spans = [getattr(record, "evidence", None), *getattr(record, "content", ())]
    spans += [m.evidence for m in getattr(record, "mentions", ()) if m.report == report]
    starts = [getattr(one, "start", None) for one in spans if one is not None]
    return next((start for start in starts if start is not None), None)


def given_in(form: FormData) -> dict[str, str]:
    """The fields of a form that are text."""
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _others(here: Here, form: FormData) -> tuple[str, ...]:
    """The ids that were ticked, and the names or ids that were written."""
    written = [part.strip() for part in str(form.get("more", "")).split(";") if part.strip()]
    named = [next(iter(here.view.named.get(part, ())), part) for part in written]
    return tuple(dict.fromkeys([*(str(value) for value in form.getlist("others")), *named]))


def entered(here: Here, proposal: Proposal, form: FormData, *, back: str = "") -> Response:
    """Enter a decision and go on, or show what others decided meanwhile."""
    try:
        made = enter(here, proposal, seen=str(form.get("seen", "")).split())
    except Stale as error:
        return _stale(here, error, form, proposal.about)
    return RedirectResponse(_after(here, made, back), 303)


def _after(here: Here, made: Judgement, back: str) -> str:
    """Where to go on: back to the queue, or to the record as it is now; to the decision where none shows it."""
    if back == "/review":
        return here.link("/review")
    now = here.desk.view(here.view.day)
    shown = [ident for ident in (made.about, *touched(now.ledger, made.id)) if now.has(ident)]
    same = [ident for ident in shown if TYPES[type(now.record(ident))] == made.kind]
    if made.decision == "reject" or not shown:
        return here.link(f"/review/decisions#{made.id}")
    return here.link(f"{place_of((same or shown)[0])}#decide")


def _stale(here: Here, error: Stale, form: FormData, about: str) -> Response:
    """What others decided meanwhile, and the way to decide all the same."""
    store = here.desk.store
    held = {judgement.id: judgement for judgement in store.judgements()}
    now = here.desk.view(here.view.day).decided(about)
    given = [(name, value) for name, value in form.multi_items() if name not in {"seal", "seen"}]
    return render(
        here,
        "stale.html",
        status=409,
        view=here.view,
        problem=str(error),
        others=[held[ident] for ident in error.decisions if ident in held],
        seen=" ".join(dict.fromkeys([*(j.id for j in now), *error.decisions])),
        given=[(name, value) for name, value in given if isinstance(value, str)],
        back=here.link(place_of(about)),
        in_words=in_words,
    )


@reviewing.post("/review/withdraw/{ident}")
def withdraw(
    here: At,
    ident: str,
    seal: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form(max_length=300)] = "",
) -> RedirectResponse:
    """Take a decision back."""
    sealed(here, seal)
    taken = take_back(here, ident, note.strip())
    return RedirectResponse(here.link(_back(here, taken, back)), 303)


def _back(here: Here, taken: Judgement, back: str) -> str:
    """The page that somebody came from, or that of the record as it is without the decision."""
    now = here.desk.view(here.view.day)
    if re.fullmatch(r"/\w+/[\w.~-]+", back) and now.has(back.rpartition("/")[2]):
        return back
    came_from_record = not back.startswith("/review")
    return place_of(taken.about) if came_from_record and now.has(taken.about) else "/review/decisions"
