"""The lists of each kind of record, with filters, a page at a time."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from onrecord.errors import NotFound
from onrecord.export.rows import Record
from onrecord.model.acts import Act, ActorKind
from onrecord.model.records import Figure
from onrecord.queries.wording import days_of
from onrecord.web.asking import KINDS, Kind, Paging, Sifted, chosen_of, nobody
from onrecord.web.drawn.chart import chart
from onrecord.web.here import At
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import render

__all__ = ["lists"]

lists = APIRouter(include_in_schema=False, route_class=RememberingRoute)

A_PAGE, CHARTS = 50, 8
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


def _list(kind: Kind) -> Callable[..., HTMLResponse]:
    def page(here: At, filters: Sifted, offset: Offset = 0) -> HTMLResponse:
        found, note = _found(here, kind, filters)
        return render(
            here,
            "list.html",
            view=here.view,
            kind=kind,
            filters=filters,
            rows=Paging(A_PAGE, offset).cut(found),
            total=len(found),
            offset=offset,
            size=A_PAGE,
            note=note,
            acts=get_args(Act),
            kinds=get_args(ActorKind),
            index=here.view.index,
        )

    return page


def _found(here: At, kind: Kind, filters: Sifted) -> tuple[Sequence[Record], str]:
    """The records, and why there are none where a filter names nobody."""
    try:
        return chosen_of(here, kind, filters), ""
    except NotFound as error:
        return (), nobody(error)


for _kind in ("reports", "statements", "talks", "commitments", "disputes", "claims"):
    lists.get(f"/{_kind}", name=_kind)(_list(KINDS[_kind]))


@lists.get("/figures")
def figures(here: At, filters: Sifted, offset: Offset = 0) -> HTMLResponse:
    """A chart of each series, those that most actors count first."""
    found, note = _found(here, KINDS["figures"], filters)
    held = {record.id for record in found}
    series = [(name, f) for name, f in here.view.series.items() if any(one.id in held for one in f)]
    page = [(name, f, chart(here.view, f, most=24)) for name, f in series[offset : offset + CHARTS]]
    return render(
        here,
        "figures.html",
        view=here.view,
        index=here.view.index,
        kind=KINDS["figures"],
        filters=filters,
        series=page,
        total=len(series),
        offset=offset,
        size=CHARTS,
        note=note,
        acts=(),
        kinds=(),
    )


@lists.get("/series/{series}")
def series(here: At, series: str) -> HTMLResponse:
    """One series: its chart, and the table under it."""
    found = here.view.series.get(series)
    if found is None:
        raise NotFound(f"no series as of {here.view.day} has the id {series[:80]!r}")
    return render(
        here,
        "series.html",
        view=here.view,
        index=here.view.index,
        name=series,
        figures=sorted(found, key=lambda f: (_day(here, f), f.id), reverse=True),
        drawn=chart(here.view, found),
    )


def _day(here: At, figure: Figure) -> date:
    period = days_of(here.view.index, figure.said, figure.report)
    return period.start or period.end or date.min
