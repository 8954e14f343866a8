"""Forms that only our own pages can send: a cookie, and beside it a field that only who made the cookie can make."""

import hmac
from hashlib import sha256
from secrets import token_bytes, token_urlsafe

from starlette.requests import Request

__all__ = ["Seals"]

COOKIE = "onrecord_form"


class Seals:
    """Makes and verifies the hidden field of a form; its secret lives as long as the server."""

    cookie = COOKIE

    def __init__(self) -> None:
        self._secret = token_bytes(32)

    def of(self, request: Request) -> tuple[str, str]:
        """The cookie of a visitor, new where they have none, and the field that goes with it."""
        held = request.cookies.get(COOKIE, "")
        cookie = held if 20 <= len(held) <= 80 else token_urlsafe(32)
        return cookie, self._field(cookie)

    def holds(self, request: Request, field: str) -> bool:
        """Does the field go with the visitor's cookie?"""
        cookie = request.cookies.get(COOKIE, "")
        return bool(cookie) and hmac.compare_digest(self._field(cookie).encode(), field.encode("utf-8", "replace"))

    def _field(self, cookie: str) -> str:
        return hmac.new(self._secret, cookie.encode("utf-8", "replace"), sha256).hexdigest()
