"""How much one request may bring: counted as it comes in, so that nothing larger is ever held."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.answers import refuse
from onrecord.web.problem import Problem

__all__ = ["Bounds"]


class Bounds:
    """Takes a request's body in before anything looks at it, and refuses one longer than `most` bytes.

    An upload that breaks off is never seen by what would act on it.
    """

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless too much is announced or comes."""
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        body = None if not told.isdigit() or int(told[:20]) > self._most else await self._taken(receive)
        if body is None:
            what = f"more than {self._most / 1_000_000:g} MB at once; send fewer or smaller reports at a time"
            await refuse(Problem(413, what), scope)(scope, receive, send)
        elif not isinstance(body, bytes):
            return
        else:
            await self._app(scope, _replayed(body, receive), send)

    async def _taken(self, receive: Receive) -> bytes | Message | None:
        """The whole body; None where it is too long; the message itself where the visitor has gone."""
        held = bytearray()
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return message
            held += message.get("body", b"")
            if len(held) > self._most:
                return None
            if not message.get("more_body", False):
                return bytes(held)


def _replayed(body: bytes, receive: Receive) -> Receive:
    given = False

    async def receiving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving
