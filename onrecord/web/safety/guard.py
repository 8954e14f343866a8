"""The door: which host was asked, from which page, how often, and who is asking. Closed unless it is opened."""

from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.answers import refuse
from onrecord.web.problem import Problem
from onrecord.web.safety.accounts import Accounts
from onrecord.web.safety.limits import Bucket
from onrecord.web.safety.sessions import Sessions
from onrecord.web.safety.visitor import OWNER, Visitor
from onrecord.web.settings import Serving, is_loopback

__all__ = ["COOKIE", "Guard"]

COOKIE = "onrecord_session"
OPEN = ("/sign-in", "/static/")
"""What is answered to anybody."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Lets a request through with its visitor in `request.state.visitor`, or answers why not."""

    def __init__(self, app: ASGIApp, *, serving: Serving, sessions: Sessions, accounts: Accounts | None) -> None:
        self._app, self._serving, self._sessions, self._accounts = app, serving, sessions, accounts
        self._often = Bucket(a_second=serving.a_second, burst=max(60, int(serving.a_second * 10)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        problem = self._refused(request)
        if problem is not None:
            await refuse(problem, scope)(scope, receive, send)
            return
        visitor = self._visitor(request)
        scope.setdefault("state", {})["visitor"] = visitor
        if visitor is None and not request.url.path.startswith(OPEN):
            await self._ask(request, scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refused(self, request: Request) -> Problem | None:
        host = request.headers.get("host", "")
        if not self._known(host):
            return Problem(421, "this server does not answer to that name; name it with `onrecord serve --name`")
        if request.method not in SAFE and not self._from_here(request, host):
            return Problem(403, "this came from another site's page, and was not done")
        if not self._often.lets(request.client.host if request.client else ""):
            return Problem(429, "too many requests; wait a little", again=5)
        return None

    def _known(self, host: str) -> bool:
        """A name that we are reached by: without this a page elsewhere could point its own name at this machine."""
        name = host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host
        name = name.strip("[]").lower()
        if is_loopback(name) or name == self._serving.host or name in self._serving.names:
            return True
        return self._serving.guarded and not self._serving.names

    def _from_here(self, request: Request, host: str) -> bool:
        """Browsers say which site a request comes from; programs say nothing."""
        if request.headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
            return False
        origin = request.headers.get("origin")
        return origin is None or origin.partition("://")[2] == host or origin in self._serving.cors

    def _visitor(self, request: Request) -> Visitor | None:
        if not self._serving.guarded:
            return OWNER
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        token = self._serving.token
        if token and scheme.lower() == "bearer" and compare_digest(secret.strip().encode(), token.encode()):
            return Visitor("token", "admin")
        visitor = self._sessions.visitor(request.cookies.get(COOKIE, ""))
        if visitor is None or visitor.name == "token" or self._accounts is None:
            return visitor
        role = self._accounts.role_of(visitor.name)  # as it is now: a removed account is out at once
        return Visitor(visitor.name, role, visitor.session) if role else None

    async def _ask(self, request: Request, scope: Scope, receive: Receive, send: Send) -> None:
        if request.url.path.startswith("/api"):
            await refuse(Problem(401, "send `Authorization: Bearer TOKEN`, or sign in"), scope)(scope, receive, send)
        else:
            await RedirectResponse("/sign-in", 303)(scope, receive, send)
