"""Pages that were made are kept for the next who asks, as long as the ledger holds what it held."""

from collections.abc import Callable, Coroutine
from hashlib import blake2b
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from onrecord.web.here import day_asked
from onrecord.web.kept import Key
from onrecord.web.server import Server

__all__ = ["RememberingRoute"]


class RememberingRoute(APIRoute):
    """A route whose page is made once for each state of the ledger, day, address and role.

    A form's seal is the visitor's own and put in when the page is sent; what shows an older state is not kept.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, asked only where nothing is kept."""
        make = super().get_route_handler()

        async def answer(request: Request) -> Response:
            server: Server = request.app.state.server
            key = await run_in_threadpool(_key, server, request) if request.method == "GET" else None
            held = server.pages.get(key) if key else None
            if held is not None:
                return _sent(server, request, held)
            made = await make(request)
            shown = getattr(request.state, "shown", None)
            if key and made.status_code == 200 and shown == key[:2]:
                _, field = server.seals.of(request)
                server.pages.put(key, bytes(made.body).replace(field.encode(), server.seals.blank))
            return made

        return answer


def _key(server: Server, request: Request) -> Key:
    """What a page depends on; raises as the page itself would."""
    day = day_asked(request.query_params.get("as_of")) or server.desk.today()
    visitor = getattr(request.state, "visitor", None)
    who = (visitor.name, visitor.role) if visitor else None
    return server.desk.state(), day, request.url.path, request.url.query, who


def _sent(server: Server, request: Request, body: bytes) -> Response:
    sealed = server.seals.blank in body
    if sealed:
        body = body.replace(server.seals.blank, server.seals.of(request)[1].encode())
    tag = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
    if tag.removeprefix("W/") in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    answer = Response(body, media_type="text/html", headers={"ETag": tag})
    if sealed:
        server.seals.give(request, answer, secure=server.serving.secure)
    return answer
