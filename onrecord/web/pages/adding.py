"""Adding reports: pasted or uploaded, and how the reading of them goes."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.ingest.kinds import ENDINGS
from onrecord.web.here import At, Here, day_asked
from onrecord.web.jobs import Brought
from onrecord.web.problem import Problem
from onrecord.web.render import render

__all__ = ["adding"]

adding = APIRouter(include_in_schema=False)

MOST_FILES = 100
Line = Annotated[str, Form(max_length=1000)]


@adding.get("/add")
def form(here: At) -> HTMLResponse:
    """The form to paste a report or to upload files."""
    here.need("review")
    return render(here, "add.html", most=here.server.serving.most_bytes, endings=",".join(sorted(ENDINGS)))


@adding.post("/add/text")
def pasted(
    here: At,
    request: Request,
    seal: Line,
    text: Annotated[str, Form()] = "",
    title: Line = "",
    outlet: Line = "",
    url: Line = "",
    byline: Line = "",
    published: Line = "",
) -> RedirectResponse:
    """Read one pasted report."""
    _allowed(here, request, seal)
    if not text.strip():
        raise Problem(422, "there is no text; paste the report's words")
    day = day_asked(published.strip() or None)
    facts = {
        "title": title,
        "outlet": outlet,
        "url": url,
        "byline": byline,
        "published": day.isoformat() if day else "",
    }
    told = {"text": text.replace("\r\n", "\n")} | {key: value.strip() for key, value in facts.items() if value.strip()}
    return _take(here, [Brought("", msgspec.json.encode(told) + b"\n")])


@adding.post("/add/files")
def uploaded(
    here: At, request: Request, seal: Line, files: Annotated[list[UploadFile] | None, File()] = None
) -> RedirectResponse:
    """Read uploaded files."""
    _allowed(here, request, seal)
    brought = [Brought(file.filename or "report.txt", file.file.read()) for file in files or () if file.filename]
    if not brought:
        raise Problem(422, "no file was chosen")
    if len(brought) > MOST_FILES:
        raise Problem(422, f"more than {MOST_FILES} files at once; put many reports into one .jsonl")
    odd = [file.name for file in brought if not file.name.lower().endswith(tuple(ENDINGS))]
    if odd:
        raise Problem(422, f"{odd[0][:80]!r} is none of {' '.join(sorted(ENDINGS))}")
    return _take(here, brought)


@adding.post("/add/address")
def fetched(here: At, request: Request, seal: Line, address: Line = "") -> RedirectResponse:
    """Fetch a page and read it; what is not on a public machine is refused by the fetching itself."""
    _allowed(here, request, seal)
    if not address.strip().lower().startswith(("https://", "http://")):
        raise Problem(422, "an address begins with https:// or http://")
    return _take(here, [Brought("", b"", address.strip())])


def _allowed(here: Here, request: Request, seal: str) -> None:
    here.need("review")
    if not here.server.seals.holds(request, seal):
        raise Problem(403, "this form has grown old; open the page again")


def _take(here: Here, brought: list[Brought]) -> RedirectResponse:
    visitor = here.need("review")
    names = ", ".join(file.address or file.name or "pasted text" for file in brought)
    here.server.audit.note(visitor.name, here.address, "added reports", names)
    job = here.server.jobs.take(brought, by=visitor.name)
    return RedirectResponse(f"/add/{job.id}", 303)


@adding.get("/add/{ident}")
def progress(here: At, ident: str) -> HTMLResponse:
    """How a reading goes; the page asks again by itself until it is over."""
    here.need("review")
    return render(here, "job.html", job=here.server.jobs.job(ident))
