"""A stream that says when what is held has changed, for pages that are open and programs that wait."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from onrecord.errors import LedgerError
from onrecord.web.here import At, Here
from onrecord.web.problem import Problem

__all__ = ["hearing"]

hearing = APIRouter(prefix="/api", tags=["look"])

SECONDS, QUIET, MOST_STREAMS = 2.0, 15.0, 64
"""Between two looks; after how many without news a sign of life is sent; and how many may listen at once."""
STREAM = {"text/event-stream": {"schema": {"type": "string"}}}


@hearing.get("/changes", responses={200: {"description": "server-sent events", "content": STREAM}})
async def stream(
    here: At,
    request: Request,
    since: Annotated[str, Query(max_length=100, description="The state known already; the one now without it.")] = "",
    last_event_id: Annotated[str, Header(max_length=100)] = "",
) -> StreamingResponse:
    """A stream of server-sent events: `ledger` whenever what is held has changed, its id the new state."""
    if len(here.server.listeners) >= MOST_STREAMS:
        raise Problem(503, "too many listen already", again=30)
    known = last_event_id or since or await run_in_threadpool(here.desk.state)
    return StreamingResponse(_tell(here, request, known), media_type="text/event-stream")


async def _tell(here: Here, request: Request, known: str) -> AsyncIterator[bytes]:
    mine = id(request)
    here.server.listeners.add(mine)
    try:
        yield b": listening\n\n"
        quiet = 0.0
        while not await request.is_disconnected() and not here.server.closing.is_set():
            news = await run_in_threadpool(_news, here, known)
            if news is not None:
                known, quiet = news[0], 0.0
                told = msgspec.json.encode({"state": known, "reports": news[1]}).decode()
                yield f"event: ledger\nid: {known}\ndata: {told}\n\n".encode()
            elif quiet >= QUIET:
                quiet = 0.0
                yield b": still here\n\n"
            quiet += SECONDS
            await asyncio.sleep(SECONDS)
    finally:
        here.server.listeners.discard(mine)


def _news(here: Here, known: str) -> tuple[str, int] | None:
    """The state and how many reports are held, where the state is another than the one known."""
    try:
        state = here.desk.state()
        if state == known:
            return None
        here.desk.stir()
        return state, here.desk.store.count()
    except LedgerError:
        return None  # locked or gone for a moment: the next look says more
