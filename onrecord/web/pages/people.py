"""Who is on record: the actors, one actor, and the sources behind the reports."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated, get_args

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.errors import NotFound
from onrecord.model.acts import ActorKind
from onrecord.model.grades import LETTERS, grades
from onrecord.model.records import Actor, Statement
from onrecord.queries.chosen import statements
from onrecord.queries.facts import title
from onrecord.queries.filters import Filters
from onrecord.review import in_words
from onrecord.text.stem import fold
from onrecord.web.asking import KINDS, LONG, Sifted, nobody
from onrecord.web.deciding import deciding
from onrecord.web.here import At
from onrecord.web.pages.lists import A_PAGE, Offset
from onrecord.web.remembering import RememberingRoute
from onrecord.web.render import place_of, render
from onrecord.web.view import View

__all__ = ["people"]

MOST_SUBJECTS = 8
Word = Annotated[str, Query(max_length=40)]

people = APIRouter(include_in_schema=False, route_class=RememberingRoute)


@people.get("/actors")
def actors(here: At, filters: Sifted, offset: Offset = 0) -> HTMLResponse:
    """Who speaks, and for whom; those who said most first."""
    view, note = here.view, ""
    try:
        found = [r for r in view.asked(KINDS["actors"].query, filters) if isinstance(r, Actor)]
    except NotFound as error:
        found, note = [], nobody(error)
    found.sort(key=lambda actor: (-len(view.said_by.get(actor.id, ())), actor.name, actor.id))
    return render(
        here,
        "actors.html",
        view=view,
        index=view.index,
        kind=KINDS["actors"],
        filters=filters,
        note=note,
        rows=found[offset : offset + A_PAGE],
        total=len(found),
        offset=offset,
        size=A_PAGE,
        acts=(),
        kinds=get_args(ActorKind),
    )


@people.get("/actors/{ident}")
def actor(
    here: At, ident: str, offset: Offset = 0, act: Word = "", about: Annotated[str, Query(max_length=LONG)] = ""
) -> HTMLResponse:
    """All that somebody said, by act and subject, over time; whom they met; what they owe."""
    view = here.view
    found = view.record(ident)
    if not isinstance(found, Actor) or found.id != ident:
        return RedirectResponse(here.link(place_of(found.id)), 307)  # type: ignore[return-value]
    # All who speak for it, and what others pass on of them: `onrecord statements --by`.
    everything = view.asked(statements, Filters(by=found.id))
    said = view.asked(statements, Filters(by=found.id, about=about.strip())) if about.strip() else everything
    acts = Counter(statement.act for statement in said)
    shown = [statement for statement in said if not act or statement.act == act][::-1]
    met = sorted(view.talks_of.get(found.id, ()), key=lambda t: t.when.start or t.when.end or view.day, reverse=True)
    return render(
        here,
        "actor.html",
        view=view,
        index=view.index,
        actor=found,
        acts=acts.most_common(),
        act=act,
        about=about.strip(),
        subjects=_subjects(view, everything),
        said=shown[offset : offset + A_PAGE],
        total=len(shown),
        offset=offset,
        size=A_PAGE,
        met=met[:20],
        more_met=len(met) - 20,
        owed=view.owed_by.get(found.id, ())[::-1][:20],
        speakers=view.speakers.get(found.id, ())[:60],
        weeks=_weeks(view, said),
        judged=view.decided(found.id),
        d=deciding(here, found),
        in_words=in_words,
    )


def _subjects(view: View, said: Sequence[Statement]) -> list[tuple[str, str, int]]:
    """The talks, promises and disputes of which somebody spoke most: id, words, and in how many statements."""
    count = Counter(ident for statement in said for ident in statement.about if view.has(ident))
    return [(ident, title(view.record(ident), view.index), n) for ident, n in count.most_common(MOST_SUBJECTS)]


def _weeks(view: View, said: Sequence[Statement]) -> list[tuple[date, int, float]]:
    """Statements by week for the little bars: the week's first day, how many, and their share of the most."""
    count: Counter[int] = Counter()
    for statement in said:
        day = view.index.last_day(statement.report)
        if day.year > 1:
            count[(day.toordinal() - 1) // 7] += 1
    if not count:
        return []
    most, last = max(count.values()), max(count)
    first = max(min(count), last - 51)
    return [(date.fromordinal(week * 7 + 1), count[week], count[week] / most) for week in range(first, last + 1)]


@people.get("/sources")
def sources(here: At) -> HTMLResponse:
    """Outlets, agencies and copies: what stands behind the reports."""
    view = here.view
    outlets: dict[str, list[int]] = {}
    agencies: Counter[str] = Counter()
    for report in view.ledger.reports:
        row = outlets.setdefault(report.outlet or "outlet not known", [0, 0, 0])
        row[0] += 1
        row[1] += report.copies_of is not None
        row[2] += len(view.said_in.get(report.id, ()))
        agencies.update(report.agencies)
    stories = sorted(view.copies.items(), key=lambda item: (-len(item[1]), item[0]))
    return render(
        here,
        "sources.html",
        view=view,
        index=view.index,
        agencies=agencies.most_common(200),
        outlets=sorted(outlets.items(), key=lambda item: (-item[1][0], item[0]))[:200],
        hidden=max(0, len(outlets) - 200),
        letters=grades(view.ledger.judgements),
        fold=fold,
        meaning=LETTERS,
        stories=[
            (view.index.reports[first], [view.index.reports[c] for c in copies])
            for first, copies in stories[:50]
            if first in view.index.reports
        ],
        bases=Counter(report.published.basis for report in view.ledger.reports).most_common(),
    )
