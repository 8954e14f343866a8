"""Search in statements and reports."""

from collections.abc import Sequence
from typing import Annotated, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from onrecord.errors import NotFound
from onrecord.model.acts import Act
from onrecord.queries.found import Found, found_in
from onrecord.web.asking import LONG, Sifted, nobody
from onrecord.web.here import At
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import render

__all__ = ["searching"]

searching = APIRouter(include_in_schema=False, route_class=RememberingRoute)


@searching.get("/search")
def search(here: At, filters: Sifted, q: Annotated[str, Query(max_length=LONG)] = "") -> HTMLResponse:
    """The best fifty places that hold the words, narrowed by who, to whom, when and which act."""
    found: Sequence[Found] = ()
    note = ""
    if q.strip():
        try:
            found = found_in(here.view.index, here.desk.store, q, filters, limit=50)
        except NotFound as error:
            note = nobody(error)
    return render(
        here,
        "search.html",
        view=here.view,
        index=here.view.index,
        q=q,
        filters=filters,
        found=found,
        note=note,
        acts=get_args(Act),
    )
