"""Looking: lists, single records, the brief, events, and search."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from onrecord.export.rows import row
from onrecord.queries.chosen import happenings
from onrecord.queries.found import found_in
from onrecord.web.api.replies import reply
from onrecord.web.api.schema import answered, listed
from onrecord.web.asking import KINDS, LONG, MOST, Kind, Sifted, chosen_of
from onrecord.web.drawn.changes import changes
from onrecord.web.here import At, Here, day_asked
from onrecord.web.problem import Problem

__all__ = ["looking"]

looking = APIRouter(prefix="/api", tags=["look"])

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many records.")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="Leave out so many before them.")]
Ident = Annotated[str, Path(max_length=100, description="The id of a record, or the beginning of one.")]
ANY: dict[str, object] = {"type": "object"}


def _list(kind: Kind) -> Callable[..., Response]:
    def listing(here: At, filters: Sifted, limit: Limit = 50, offset: Offset = 0) -> Response:
        def body() -> dict[str, object]:
            found = chosen_of(here, kind, filters)
            return _page(here, len(found), limit, offset) | {"items": [row(r) for r in found[offset : offset + limit]]}

        return reply(here, body)

    listing.__doc__ = f"The {kind.name}, newest first." if kind.newest_first else f"The {kind.name}."
    return listing


def _one(kind: Kind) -> Callable[..., Response]:
    def one(here: At, ident: Ident) -> Response:
        def body() -> object:
            found = row(here.view.record(ident))
            if found["type"] != kind.one:
                raise Problem(404, f"{ident!r} is a {found['type']}, not a {kind.one}")
            return found

        return reply(here, body)

    one.__doc__ = f"One {kind.one} by its id."
    return one


def _page(here: Here, total: int, limit: int, offset: int) -> dict[str, object]:
    further = offset + limit
    url = here.request.url.include_query_params(offset=further, as_of=here.view.day.isoformat())
    following = f"{url.path}?{url.query}" if further < total else None
    return {"as_of": here.view.day, "total": total, "limit": limit, "offset": offset, "next": following}


for _kind in KINDS.values():
    _shape = f"{_kind.one.capitalize()}Row"
    looking.get(f"/{_kind.name}", name=_kind.name, responses=answered(listed(_shape), "a page of the list"))(
        _list(_kind)
    )
    looking.get(
        f"/{_kind.name}/{{ident}}",
        name=_kind.one,
        responses=answered({"$ref": f"#/components/schemas/{_shape}"}, "the record"),
    )(_one(_kind))


@looking.get("/ledger", responses=answered(ANY, "what is held"))
def ledger(here: At) -> Response:
    """What is held as of the day: how many records of each type, from when to when, and the edition of it all."""
    view = here.view

    def body() -> dict[str, object]:
        counts = {name: len(getattr(view.ledger, name)) for name in KINDS}
        return {"as_of": view.day, "state": view.state, "first": view.first, "newest": view.newest,
                "later": view.ledger.later, "counts": counts}  # fmt: skip

    return reply(here, body)


@looking.get("/brief", responses=answered(ANY, "the brief"))
def brief(here: At) -> Response:
    """The state of play as of the day, as `onrecord brief --json` gives it."""
    return reply(here, lambda: here.view.brief)


@looking.get("/events", responses=answered(ANY, "a page of the events"))
def events(here: At, filters: Sifted, limit: Limit = 50, offset: Offset = 0) -> Response:
    """What happened, day by day: talks, promises and what became of them, disputes."""

    def body() -> dict[str, object]:
        found = here.view.asked(happenings, filters)
        return _page(here, len(found), limit, offset) | {"items": [e.line() for e in found[offset : offset + limit]]}

    return reply(here, body)


@looking.get("/changed", responses=answered(ANY, "what is new"))
def changed(
    here: At,
    since: Annotated[str, Query(max_length=20, description="The day after which things are new.")],
    limit: Limit = 50,
) -> Response:
    """What became known after a day, newest first."""
    day = day_asked(since)
    if day is None:
        raise Problem(422, "name a day with `since`")

    def body() -> dict[str, object]:
        found = changes(here.view, day, most=limit)
        items = [{"day": c.day, "what": c.what, "about": c.about, "evidence": c.evidence} for c in found.found]
        return {"as_of": here.view.day, "since": day, "reports": found.reports, "more": found.more, "items": items}

    return reply(here, body)


@looking.get("/search", responses=answered(ANY, "the answers, best first"))
def search(
    here: At, filters: Sifted, q: Annotated[str, Query(max_length=LONG, description="Words, or \"words together\".")],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:  # fmt: skip
    """Words in statements and reports, best first, each with the place that answers."""

    def body() -> dict[str, object]:
        found = found_in(here.view.index, here.desk.store, q, filters, limit=limit)
        items = [{"record": row(f.record), "span": f.hit.span, "score": f.hit.score} for f in found]
        return {"as_of": here.view.day, "items": items}

    return reply(here, body)
