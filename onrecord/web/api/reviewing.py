"""Review for programs: the queue, what can be decided, decisions entered and taken back."""

from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import APIRouter, Path, Query, Response
from starlette.concurrency import run_in_threadpool

from onrecord.export.rows import row
from onrecord.model.judgement import Judgement
from onrecord.review import FIELDS, Proposal, Wish, in_words, standing
from onrecord.web.api.bodies import ProposalBody, WithdrawalBody
from onrecord.web.api.replies import reply
from onrecord.web.api.schema import answered
from onrecord.web.deciding import enter, take_back
from onrecord.web.here import At
from onrecord.web.problem import Problem

__all__ = ["reviewing"]

reviewing = APIRouter(prefix="/api", tags=["review"])

B = TypeVar("B", bound=msgspec.Struct)
MOST = 200
ANY: dict[str, object] = {"type": "object"}


def _body(shape: type[msgspec.Struct]) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{shape.__name__}"}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


ROW: dict[str, object] = {"$ref": "#/components/schemas/JudgementRow"}
STALE: dict[int | str, dict[str, Any]] = {
    409: {
        "description": "somebody else decided about the same meanwhile; `decisions` are the ids of theirs",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}


@reviewing.get("/review/queue", responses=answered(ANY, "a page of the queue"))
def queue(
    here: At,
    kind: Annotated[list[str] | None, Query(max_length=20, description="Kinds of records.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """What a person should look at first: unsure and much used, with the reasons."""
    here.need("review")

    def body() -> dict[str, object]:
        items = [item for item in here.view.queue if not kind or item.kind in kind]
        return {"as_of": here.view.day, "total": len(items), "limit": limit, "offset": offset,
                "items": items[offset : offset + limit]}  # fmt: skip

    return reply(here, body)


@reviewing.get("/review/fields", responses=answered(ANY, "the fields of each kind"))
def fields(here: At) -> Response:
    """What can be corrected in each kind of record, and in which form."""
    here.need("review")
    return Response(msgspec.json.encode(dict(FIELDS)), media_type="application/json")


@reviewing.get("/review/decisions", responses=answered(ANY, "standing and withdrawn decisions"))
def decisions(
    here: At, about: Annotated[str, Query(max_length=100, description="Only those that touch this record.")] = ""
) -> Response:
    """Every decision about records: those that stand, with what became of their words, and those taken back."""
    here.need("review")
    store = here.desk.store
    mine = {judgement.id for judgement in here.view.decided(about)} if about else None
    stand = [
        {"judgement": row(s.judgement), "state": s.state, "words": in_words(s.judgement)}
        for s in standing(store)
        if mine is None or s.judgement.id in mine
    ]
    gone = [
        {"judgement": row(w.judgement), "at": w.at, "by": w.by, "note": w.note}
        for w in store.withdrawn()
        if not about or w.judgement.about == about
    ]
    body = msgspec.json.encode({"standing": stand, "withdrawn": gone})
    return Response(body, media_type="application/json")


@reviewing.post(
    "/judgements",
    status_code=201,
    responses={**STALE, 201: answered(ROW, "the decision, entered")[200]},
    openapi_extra=_body(ProposalBody),
)
async def judge(here: At) -> Response:
    """Enter a decision about a record: accept, reject, correct, merge, split, or add one by words of a report."""
    here.need("review")
    told = _decoded(await here.request.body(), ProposalBody)
    proposal = Proposal(
        told.decision,
        told.about,
        wishes=tuple(Wish(one.field, tuple(one.values), tuple(one.words)) for one in told.wishes),
        others=tuple(told.others),
        part=tuple(told.part),
        within=told.within,
        kind=told.kind,
        note=told.note,
    )
    made: Judgement = await run_in_threadpool(enter, here, proposal, seen=told.seen)
    headers = {"Location": f"/api/judgements/{made.id}"}
    return Response(msgspec.json.encode(row(made)), 201, headers, "application/json")


@reviewing.post(
    "/judgements/{ident}/withdrawal", responses=answered(ROW, "what was withdrawn"), openapi_extra=_body(WithdrawalBody)
)
async def withdraw(here: At, ident: Annotated[str, Path(max_length=100)]) -> Response:
    """Take a decision back; its row stays, with who took it back and why."""
    here.need("review")
    told = _decoded(await here.request.body(), WithdrawalBody)
    taken = await run_in_threadpool(take_back, here, ident, told.note or "")
    return Response(msgspec.json.encode(row(taken)), media_type="application/json")


def _decoded(body: bytes, shape: type[B]) -> B:
    try:
        return msgspec.json.decode(body or b"{}", type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(422, f"the body cannot be meant: {error}") from error
