"""Signing in and out, and the audit log."""

from hmac import compare_digest
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.web.here import At, Here
from onrecord.web.problem import Problem
from onrecord.web.render import render
from onrecord.web.safety.guard import COOKIE
from onrecord.web.safety.visitor import Visitor

__all__ = ["account"]

account = APIRouter(include_in_schema=False)
Line = Annotated[str, Form(max_length=400)]


@account.get("/sign-in")
def form(here: At) -> Response:
    """The form; whoever is in already goes on."""
    if here.visitor is not None:
        return RedirectResponse("/", 303)
    return render(here, "sign-in.html", wrong=False, named=here.server.accounts is not None)


@account.post("/sign-in")
async def sign_in(here: At, request: Request, seal: Line, secret: Line, name: Line = "") -> Response:
    """Begin a session for an account's name and password, or for the token."""
    server = here.server
    if not server.seals.holds(request, seal):
        raise Problem(403, "this form has grown old; open the page again")
    if not server.tries.lets(here.address):
        raise Problem(429, "too many attempts; wait a minute", again=60)
    visitor = await run_in_threadpool(_known, here, name.strip(), secret)
    if visitor is None:
        server.audit.note(name.strip() or "somebody", here.address, "was refused at the door")
        return render(here, "sign-in.html", status=401, wrong=True, named=server.accounts is not None)
    server.audit.note(visitor.name, here.address, "signed in")
    answer = RedirectResponse("/", 303)
    secret_of_session = server.sessions.begin(visitor)
    answer.set_cookie(COOKIE, secret_of_session, httponly=True, samesite="lax", secure=server.serving.secure)
    return answer


def _known(here: Here, name: str, secret: str) -> Visitor | None:
    server = here.server
    token = server.serving.token
    if not name:
        return Visitor("token", "admin") if token and compare_digest(secret.encode(), token.encode()) else None
    return server.accounts.check(name, secret) if server.accounts else None


@account.post("/sign-out")
def sign_out(here: At, request: Request, seal: Line) -> RedirectResponse:
    """End the session."""
    if not here.server.seals.holds(request, seal):
        raise Problem(403, "this form has grown old; open the page again")
    if here.visitor is not None:
        here.server.sessions.end(here.visitor.session)
        here.server.audit.note(here.visitor.name, here.address, "signed out")
    answer = RedirectResponse("/sign-in" if here.server.serving.guarded else "/", 303)
    answer.delete_cookie(COOKIE)
    return answer


@account.get("/api")
def programs(here: At, request: Request) -> HTMLResponse:
    """The addresses of the API, for people."""
    paths = request.app.openapi()["paths"]
    routes = [
        (method.upper(), path, told.get("description", "").splitlines()[0])
        for path, methods in sorted(paths.items())
        for method, told in methods.items()
    ]
    return render(here, "api.html", routes=routes)


@account.get("/audit")
def audit(here: At) -> HTMLResponse:
    """The newest lines of the audit log, for admins."""
    here.need("admin")
    return render(here, "audit.html", lines=here.server.audit.newest(200), place=here.server.audit.place.name)
