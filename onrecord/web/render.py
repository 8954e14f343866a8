"""Pages from templates: everything is escaped, and nothing that a report holds can hide or turn round other words."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, urlsplit

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord import __version__
from onrecord.brief.days import ago, day_words, period_words
from onrecord.brief.numbers import figure_words, number_words
from onrecord.brief.quoting import deed, said_words, short_id, shorten
from onrecord.export.rows import TYPES, Record
from onrecord.model.period import Period
from onrecord.text.visible import one_line, visible
from onrecord.web.here import Here

__all__ = ["STATIC", "place_of", "render"]

ROOT = Path(str(files("onrecord.web")))
STATIC = ROOT / "static"

FOLDERS: Mapping[str, str] = {
    "r": "reports",
    "a": "actors",
    "s": "statements",
    "t": "talks",
    "c": "commitments",
    "f": "figures",
    "d": "disputes",
    "k": "claims",
    "j": "judgements",
}

GLYPHS: Mapping[str, str] = {
    "overdue": "!",
    "due": "◷",
    "reported kept": "✓",
    "confirmed": "✓",
    "held": "✓",
    "reported broken": "✕",
    "denied": "✕",
    "refused": "✕",
    "cancelled": "✕",
    "withdrawn": "✕",
    "contradicted": "≠",
    "disputed": "≠",
    "doubted": "?",
    "postponed": "»",
    "planned": "○",
    "proposed": "○",
    "under way": "●",
    "pledged": "•",
    "corroborated": "✓",
    "unchallenged": "•",
    "taken back": "✕",
}
"""A sign for each status, so that colour is never the only one."""


BASES: Mapping[str, str] = {
    "given": "day given with it",
    "page": "day on its page",
    "text": "day from its text",
    "corpus": "day from its neighbours",
    "unknown": "day not known",
}


def place_of(ident: str) -> str:
    """The address of a record, by the letter that its id begins with."""
    return f"/{FOLDERS.get(ident.partition('-')[0], 'records')}/{quote(ident, safe='')}"


def _days(period: Period | date | None, otherwise: str = "no day") -> str:
    if period is None:
        return otherwise
    return (day_words(period) if isinstance(period, date) else period_words(period)) or otherwise


def _outside(url: str | None) -> str:
    """The address where it leads to the web; empty for any other, which would be a program or a file."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return (url or "") if parts.scheme in {"http", "https"} and parts.netloc else ""


def _slug(status: str) -> str:
    return status.replace(" ", "-")


def _clean(value: object) -> object:
    """What an expression of a template gives, made safe to show; escaping comes after it."""
    return visible(value) if type(value) is str else value


def _version() -> str:
    """Changes with the style sheet and the script, so that browsers may keep them for long."""
    digest = blake2b(digest_size=6)
    for path in sorted(STATIC.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        days=_days,
        deed=deed,
        line=one_line,
        short=short_id,
        shorten=shorten,
        slug=_slug,
        outside=_outside,
        number=number_words,
    )
    env.globals.update(
        basis_words=lambda basis: BASES[basis],
        ago=ago,
        count=_count,
        figure_words=figure_words,
        glyph=lambda status: GLYPHS.get(status, "•"),
        kind_of=_kind,
        place_of=place_of,
        said_words=said_words,
        static=f"?v={_version()}",
        version=__version__,
        zip=zip,
    )
    return env


def _kind(record: Record) -> str:
    return TYPES[type(record)]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


_ENV = _environment()


def render(here: Here, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page; a visitor's form cookie goes with it where it holds a form."""
    _, field = here.server.seals.of(here.request)
    page = _ENV.get_template(template).render(
        here=here,
        link=here.link,
        visitor=here.visitor,
        seal=field,
        asked=here.asked,
        guarded=here.server.serving.guarded,
        record_link=partial(_record_link, here),
        nav=_nav(here),
        **values,
    )
    answer = HTMLResponse(page, status)
    if field in page:
        here.server.seals.give(here.request, answer, secure=here.server.serving.secure)
    return answer


def _record_link(here: Here, ident: str, place: str = "") -> str:
    return here.link(place_of(ident) + place)


NAV = (
    ("/", "State of play"),
    ("/timeline", "Timeline"),
    ("/commitments", "Commitments"),
    ("/talks", "Talks"),
    ("/disputes", "Disputes"),
    ("/claims", "Claims"),
    ("/figures", "Figures"),
    ("/statements", "Statements"),
    ("/actors", "Actors"),
    ("/reports", "Reports"),
    ("/sources", "Sources"),
)
REVIEW = (("/review", "Review"),)


def _nav(here: Here) -> Iterable[tuple[str, str, bool]]:
    path = here.request.url.path
    may = here.visitor is not None and here.visitor.may("review")
    return [
        (here.link(to), name, path == to or (to != "/" and path.startswith(f"{to}/")))
        for to, name in (*NAV, *(REVIEW if may else ()))
    ]
