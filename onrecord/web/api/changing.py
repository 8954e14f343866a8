"""Changing: reports brought by programs, and how the reading of them goes."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Header, Path, Response

from onrecord.web.api.schema import answered
from onrecord.web.here import At
from onrecord.web.jobs import Brought, Job
from onrecord.web.problem import Problem

__all__ = ["changing"]

changing = APIRouter(prefix="/api", tags=["change"])

MOST_LINES = 1000
FORM: dict[str, object] = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "minLength": 1}, "title": {"type": "string"}, "outlet": {"type": "string"},
        "url": {"type": "string"}, "byline": {"type": "string"}, "published": {"type": "string", "format": "date"},
    },
    "required": ["text"],
}  # fmt: skip
LINES: dict[str, object] = {"type": "string", "description": "JSON Lines: such an object a line."}
BODY = {"required": True, "content": {"application/json": {"schema": FORM}, "application/x-ndjson": {"schema": LINES}}}
ACCEPTED: dict[int | str, dict[str, Any]] = {
    202: {
        "description": "queued; `Location` says where to see how it goes",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
}


@changing.post(
    "/reports",
    status_code=202,
    responses=ACCEPTED,
    openapi_extra={"requestBody": BODY},
)
async def add(here: At, content_type: Annotated[str, Header(include_in_schema=False)] = "") -> Response:
    """Bring one report as JSON, or many as JSON Lines; the answer says where to see how their reading goes."""
    visitor = here.need("review")
    body = await here.request.body()
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        data = _one(body)
    elif kind in {"application/x-ndjson", "application/jsonl"}:
        data = body
        if not body.strip() or body.count(b"\n") > MOST_LINES:
            raise Problem(422, f"bring from 1 to {MOST_LINES} lines at once")
    else:
        raise Problem(415, "send application/json for one report, or application/x-ndjson for many")
    here.server.audit.note(visitor.name, here.address, "added reports", f"{len(data):,} bytes over the API")
    job = here.server.jobs.take([Brought("", data)], by=visitor.name)
    headers = {"Location": f"/api/readings/{job.id}"}
    return Response(msgspec.json.encode(_told(job)), 202, headers, "application/json")


def _one(body: bytes) -> bytes:
    try:
        told = msgspec.json.decode(body, type=dict[str, object])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(422, f"the body is no JSON object: {error}") from error
    text = told.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Problem(422, 'there is no `text`; write {"text": "…"}')
    return msgspec.json.encode(told) + b"\n"


@changing.get("/readings/{ident}", responses=answered({"type": "object"}, "how it goes"))
def reading(here: At, ident: Annotated[str, Path(max_length=100)]) -> Response:
    """How a reading goes: what was read and held so far, and what was refused, with reasons."""
    here.need("review")
    return Response(msgspec.json.encode(_told(here.server.jobs.job(ident))), media_type="application/json")


def _told(job: Job) -> dict[str, object]:
    return {"id": job.id, "status": job.status, "read": job.read, "held": job.held, "words": job.words,
            "refused": job.refused, "error": job.error}  # fmt: skip
