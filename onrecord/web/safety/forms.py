"""Forms that only our own pages can send: a cookie, and beside it a field that only who made the cookie can make."""

import hmac
from hashlib import sha256
from secrets import token_bytes, token_hex, token_urlsafe

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["Seals"]

COOKIE = "onrecord_form"


class Seals:
    """Makes and verifies the hidden field of a form; its secret lives as long as the server."""

    cookie = COOKIE

    def __init__(self) -> None:
        self._secret = token_bytes(32)
        self.blank = token_hex(32).encode()
        """Stands for the field in pages that are kept; nobody outside can know it, and so no report can hold it."""

    def of(self, request: Request) -> tuple[str, str]:
        """The cookie of a visitor, new where they have none, and the field that goes with it."""
        given: tuple[str, str] | None = getattr(request.state, "seal", None)
        if given is None:
            held = request.cookies.get(COOKIE, "")
            cookie = held if 20 <= len(held) <= 80 else token_urlsafe(32)
            given = request.state.seal = (cookie, self._field(cookie))
        return given

    def give(self, request: Request, answer: Response, *, secure: bool) -> None:
        """Send the cookie with a page that holds a form, where the visitor has another or none."""
        cookie, _ = self.of(request)
        if request.cookies.get(COOKIE) != cookie:
            answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", secure=secure)

    def holds(self, request: Request, field: str) -> bool:
        """Does the field go with the visitor's cookie?"""
        cookie = request.cookies.get(COOKIE, "")
        return bool(cookie) and hmac.compare_digest(self._field(cookie).encode(), field.encode("utf-8", "replace"))

    def _field(self, cookie: str) -> str:
        return hmac.new(self._secret, cookie.encode("utf-8", "replace"), sha256).hexdigest()
