"""The state of play as of a day, what changed since another, and the timeline."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.brief.heading import basis
from onrecord.brief.value import Section
from onrecord.web.drawn.changes import changes
from onrecord.web.drawn.lanes import lanes
from onrecord.web.here import At, day_asked
from onrecord.web.problem import Problem
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import render
from onrecord.web.view import View

__all__ = ["play"]

play = APIRouter(include_in_schema=False, route_class=RememberingRoute)

COUNTED = (
    ("overdue", "overdue"),
    ("due", "due"),
    ("disputed", "in dispute"),
    ("coming", "talks coming"),
    ("held", "talks held"),
)
MOST_EVENTS = 30
ZOOMS = {"days": 13, "weeks": 55, "months": 181}
"""Days beside the first one that each zoom of the timeline shows."""
CLOSER = {"days": "", "weeks": "days", "months": "weeks"}
"""The zoom to which the name of a week leads."""


@play.get("/")
def state_of_play(here: At, since: str | None = None) -> HTMLResponse:
    """What is due, overdue, disputed, held and coming, and what changed since a day."""
    view = here.view
    told = view.brief
    day = day_asked(since) or _before(view)
    sections = {section.key: section for section in told.sections}
    counts = [(key, words, _total(sections.get(key))) for key, words in COUNTED]
    return render(
        here,
        "play.html",
        view=view,
        brief=told,
        basis=basis(told),
        sections=sections,
        counts=counts,
        changed=changes(view, day),
        since=day,
        since_asked=since is not None,
        notes={n.number: n for n in told.evidence},
    )


def _total(section: Section | None) -> int:
    return 0 if section is None else len(section.lines) + section.more


def _before(view: View) -> date:
    """The day before the newest report: what a reader who looks each day has not seen."""
    return min(view.newest or view.day, view.day) - timedelta(days=1)


@play.get("/go")
def go(here: At, to: str = "/", step: int = 0) -> RedirectResponse:
    """To a page as of another day: what the day's form and its arrows lead to."""
    day = here.asked or here.desk.today()
    if step and abs(step) <= 366:
        day += timedelta(days=step)
    path = to if to.startswith("/") and not to.startswith(("//", "/\\")) and "\n" not in to else "/"
    path, _, query = path.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("as_of="))
    return RedirectResponse(f"{path}?as_of={day}{'&' + kept if kept else ''}", 303)


@play.get("/timeline")
def timeline(here: At, start: str | None = None, zoom: Annotated[str, Query(max_length=10)] = "weeks") -> HTMLResponse:
    """Lanes of parties over days, and the same as a list."""
    if zoom not in ZOOMS:
        raise Problem(422, f"the zooms are {', '.join(ZOOMS)}")
    view = here.view
    wide = ZOOMS[zoom]
    first = day_asked(start) or _begin(view, wide)
    last = first + timedelta(days=wide)
    events = [e for e in view.events if _within(e.when.start or e.when.end, e.when.end or e.when.start, first, last)]
    step = timedelta(days=max(1, wide // 2))
    return render(
        here,
        "timeline.html",
        view=view,
        drawn=lanes(view, first, last),
        events=events[:MOST_EVENTS],
        more=max(0, len(events) - MOST_EVENTS),
        zoom=zoom,
        zooms=[(name, _around(first, wide, other) if start else "") for name, other in ZOOMS.items()],
        closer=CLOSER[zoom],
        first=first,
        last=last,
        earlier=first - step,
        later=first + step,
    )


def _begin(view: View, wide: int) -> date:
    """So that the newest days stand at the right with a week to come, and all is seen where all fits."""
    end = max(
        view.day if view.newest is None else min(view.newest + timedelta(days=14), view.day), view.newest or view.day
    )
    begin = end + timedelta(days=7 if wide > 20 else 3) - timedelta(days=wide)
    first = view.first or begin
    return max(begin, first - timedelta(days=2)) if (end - first).days < wide else begin


def _around(first: date, wide: int, other: int) -> date:
    """Where another zoom begins so that the same day stays in the middle."""
    return first + timedelta(days=(wide - other) // 2)


def _within(start: date | None, end: date | None, first: date, last: date) -> bool:
    return start is not None and end is not None and end >= first and start <= last
