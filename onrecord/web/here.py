"""What every page and every answer of the API starts from: the desk, the day asked for, and who is asking."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query, Request

from onrecord.web.desk import Desk
from onrecord.web.problem import Problem
from onrecord.web.safety.visitor import Role, Visitor
from onrecord.web.server import Server
from onrecord.web.view import View

__all__ = ["AS_OF", "At", "Here", "day_asked"]

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
AS_OF = "Look as of this day, `2031-02-28`: only what was published by then counts."


@dataclass
class Here:
    """One request's place in the ledger; `asked` is the day in its address, None where that names none."""

    request: Request
    server: Server
    asked: date | None
    visitor: Visitor | None

    @property
    def desk(self) -> Desk:
        """The ledger being served."""
        return self.server.desk

    @cached_property
    def view(self) -> View:
        """The ledger as of the day asked for."""
        view = self.desk.view(self.asked or self.desk.today())
        self.request.state.shown = (view.state, view.day)
        return view

    def link(self, path: str, **query: object) -> str:
        """An address of ours that stays on the day being looked at."""
        kept = {"as_of": self.asked.isoformat()} if self.asked else {}
        pairs = [(key, str(value)) for key, value in (kept | query).items() if value not in (None, "", ())]
        path, sharp, place = path.partition("#")
        return path + (f"?{urlencode(pairs)}" if pairs else "") + sharp + place

    def need(self, role: Role) -> Visitor:
        """The visitor, where they may act in this role; else raises `Problem`."""
        if self.visitor is None or not self.visitor.may(role):
            raise Problem(403, f"this takes the role {role}; ask whoever runs this server")
        return self.visitor

    @property
    def address(self) -> str:
        """Where the request comes from."""
        return self.request.client.host if self.request.client else ""


def day_asked(as_of: str | None) -> date | None:
    """The day that an address names; raises `Problem` for what is no day, or one beyond all calendars."""
    if not as_of:
        return None
    try:
        day = date.fromisoformat(as_of) if len(as_of) == 10 else None
    except ValueError:
        day = None
    if day is None:
        raise Problem(422, f"{as_of[:40]!r} is no day of the calendar; write it like 2031-02-28")
    if not FIRST <= day <= LAST:
        raise Problem(422, f"{day} is out of range; ask for a day from {FIRST} to {LAST}")
    return day


def _here(
    request: Request, as_of: Annotated[str | None, Query(description=AS_OF, examples=["2031-02-28"])] = None
) -> Here:
    return Here(request, request.app.state.server, day_asked(as_of), getattr(request.state, "visitor", None))


At = Annotated[Here, Depends(_here)]
"""The type of a route's first parameter."""
