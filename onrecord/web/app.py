"""The server put together: pages, API, and the layers that guard them, from the outside in."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from threading import Thread

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.web import api, pages
from onrecord.web.answers import for_programs, problem_json, refuse
from onrecord.web.api.schema import describe
from onrecord.web.desk import Desk
from onrecord.web.here import Here
from onrecord.web.jobs import Jobs
from onrecord.web.problem import Problem, problem_of
from onrecord.web.render import STATIC, render
from onrecord.web.safety.accounts import Accounts
from onrecord.web.safety.audit import Audit
from onrecord.web.safety.bounds import Bounds
from onrecord.web.safety.forms import Seals
from onrecord.web.safety.guard import Guard
from onrecord.web.safety.headers import Headers
from onrecord.web.safety.limits import Bucket
from onrecord.web.safety.sessions import Sessions
from onrecord.web.server import Server
from onrecord.web.settings import Serving

__all__ = ["create_app"]


def create_app(serving: Serving) -> FastAPI:
    """The server for one ledger."""
    server = Server(
        serving=serving,
        desk=Desk(serving.ledger),
        jobs=Jobs(serving.ledger),
        sessions=Sessions(),
        accounts=Accounts(serving.accounts) if serving.accounts else None,
        audit=Audit(f"{serving.ledger}.audit.jsonl"),
        seals=Seals(),
        tries=Bucket(a_second=0.1, burst=8),
    )
    app = FastAPI(
        title="onrecord", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        lifespan=_living(server),
    )  # fmt: skip
    app.state.server = server
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    for router in (*api.ROUTERS, *pages.ROUTERS):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=Path(STATIC)), name="static")
    _tell_problems(app)
    _guard(app, server)
    return app


def _living(server: Server) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=_warm, args=(server,), daemon=True).start()
        yield
        server.closing.set()
        await run_in_threadpool(server.jobs.close)
        await run_in_threadpool(server.desk.close)

    return living


def _warm(server: Server) -> None:
    """Have the first page ready before anybody asks."""
    with suppress(OnrecordError, Problem, RuntimeError):  # whoever asks will be told
        server.desk.view(server.desk.today())


def _guard(app: FastAPI, server: Server) -> None:
    """The last that is added is the first that is met."""
    serving = server.serving
    app.add_middleware(GZipMiddleware, minimum_size=2000, compresslevel=4)
    app.add_middleware(Bounds, most=serving.most_bytes)
    app.add_middleware(Guard, serving=serving, sessions=server.sessions, accounts=server.accounts)
    if serving.cors:
        app.add_middleware(CORSMiddleware, allow_origins=list(serving.cors), allow_headers=["Authorization"])
    app.add_middleware(Headers, secure=serving.secure)


def _tell_problems(app: FastAPI) -> None:
    @app.exception_handler(Problem)
    async def problem(request: Request, error: Problem) -> Response:
        return await _told(request, error)

    @app.exception_handler(OnrecordError)
    async def ours(request: Request, error: OnrecordError) -> Response:
        return await _told(request, problem_of(error))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        what = ".".join(str(part) for part in first["loc"][1:])
        return await _told(request, Problem(422, f"{what}: {first['msg']}" if what else str(first["msg"])))

    @app.exception_handler(HTTPException)
    async def plain(request: Request, error: HTTPException) -> Response:
        detail = (
            "there is no such page; the names at the top lead to all there are"
            if error.status_code == 404
            else error.detail
        )
        return await _told(request, Problem(error.status_code, detail))

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> Response:
        return refuse(
            Problem(500, "a fault in onrecord itself; whoever runs this server finds it in its log"), request.scope
        )


async def _told(request: Request, problem: Problem) -> Response:
    if for_programs(request.url.path):
        return problem_json(problem)
    here = Here(request, request.app.state.server, None, getattr(request.state, "visitor", None))
    answer = await run_in_threadpool(render, here, "problem.html", status=problem.status, problem=problem)
    if problem.again:
        answer.headers["Retry-After"] = str(problem.again)
    return answer
