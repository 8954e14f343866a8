"""Filters and pages of a list as they stand in an address, the same for pages and API."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, get_args

from fastapi import Depends, Query

from onrecord.brief.index import Index
from onrecord.errors import NotFound, UsageError
from onrecord.export.rows import Record
from onrecord.model.acts import Act, ActorKind, ClaimStatus, CommitmentStatus, TalkStatus
from onrecord.model.records import Claim, Judgement
from onrecord.queries import chosen
from onrecord.queries.filters import Filters
from onrecord.web.here import Here, day_asked

__all__ = ["KINDS", "Kind", "Paging", "Sifted", "chosen_of"]

MOST = 200
SHORT, LONG = 100, 1000


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of record in lists: its name in addresses, one of it, how it is asked for, and what can be asked of it."""

    name: str
    one: str
    query: Callable[[Index, Filters], Sequence[Record]]
    newest_first: bool
    filters: tuple[str, ...]
    statuses: tuple[str, ...] = ()


def _claims(index: Index, filters: Filters) -> list[Claim]:
    """Claims that several origins carry first."""
    return sorted(chosen.claims(index, filters), key=lambda claim: (-claim.origins, -claim.outlets, claim.id))


def _judgements(index: Index, filters: Filters) -> list[Judgement]:
    return [j for j in index.ledger.judgements if filters.about is None or j.about == filters.about]


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("reports", "report", chosen.reports, True, ("about", "since", "until")),
            Kind("actors", "actor", chosen.actors, False, ("by", "about", "kind")),
            Kind("statements", "statement", chosen.statements, True, ("by", "to", "about", "since", "until", "act")),
            Kind(
                "talks",
                "talk",
                chosen.talks,
                True,
                ("by", "to", "about", "since", "until", "status"),
                get_args(TalkStatus),
            ),
            Kind(
                "commitments",
                "commitment",
                chosen.commitments,
                True,
                ("by", "to", "about", "since", "until", "status"),
                get_args(CommitmentStatus),
            ),
            Kind("figures", "figure", chosen.figures, False, ("by", "about", "since", "until")),
            Kind("disputes", "dispute", chosen.disputes, True, ("by", "to", "about", "since", "until")),
            Kind(
                "claims",
                "claim",
                _claims,
                False,
                ("by", "to", "about", "since", "until", "status"),
                get_args(ClaimStatus),
            ),
            Kind("judgements", "judgement", _judgements, False, ("about",)),
        )
    }
)
"""Every type of record."""


def _filters(
    by: Annotated[
        str | None, Query(max_length=SHORT, description="An actor, or who speaks for it: a name or an id.")
    ] = None,
    to: Annotated[str | None, Query(max_length=SHORT, description="The other side: a name or an id.")] = None,
    about: Annotated[str | None, Query(max_length=LONG, description="All these words, or the id of a record.")] = None,
    since: Annotated[str | None, Query(max_length=SHORT, description="From this day on, `2031-02-28`.")] = None,
    until: Annotated[str | None, Query(max_length=SHORT, description="Up to this day.")] = None,
    act: Annotated[list[str] | None, Query(description=f"Acts: {', '.join(get_args(Act))}.", max_length=20)] = None,
    status: Annotated[
        list[str] | None, Query(description="Statuses of talks, commitments or claims.", max_length=20)
    ] = None,
    kind: Annotated[
        list[str] | None, Query(description=f"Kinds: {', '.join(get_args(ActorKind))}.", max_length=20)
    ] = None,
) -> Filters:
    first, last = day_asked(since), day_asked(until)
    if first and last and first > last:
        raise UsageError(f"since {first} lies after until {last}")
    return Filters(
        by=(by or "").strip() or None,
        to=(to or "").strip() or None,
        about=(about or "").strip() or None,
        since=first,
        until=last,
        act=_words(act),
        status=_words(status),
        kind=_words(kind),
    )


def _words(given: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(word[:SHORT] for word in given or () if word)


Sifted = Annotated[Filters, Depends(_filters)]
"""The filters in an address."""


def chosen_of(here: Here, kind: Kind, filters: Filters) -> Sequence[Record]:
    """The records of a kind that meet the filters, in the order in which they are shown."""
    found = here.view.asked(kind.query, filters)
    return found[::-1] if kind.newest_first else found


def nobody(error: NotFound) -> str:
    """Why a filter that names nobody finds nothing."""
    return "; ".join(filter(None, [error.what, error.hint]))


@dataclass(frozen=True, slots=True)
class Paging:
    """A page of a list: `limit` records from `offset` on."""

    limit: int = 50
    offset: int = 0

    def cut(self, found: Sequence[Record]) -> Sequence[Record]:
        """The records of this page."""
        return found[self.offset : self.offset + self.limit]
