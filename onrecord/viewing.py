"""The ledger as of a day: what was concluded before where that still holds, else concluded now."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from onrecord.edition import edition
from onrecord.errors import LedgerError
from onrecord.ledger import Store
from onrecord.model.judgement import Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report

if TYPE_CHECKING:
    from onrecord.link.conclusions import Conclusions

__all__ = ["conclude", "derive", "keep", "kept", "ledger_as_of", "linking_edition", "remembered", "told", "uncollected"]


Samples = Mapping[str, Sequence[int]]
"""Samples of reports' words, by which copies are found, by report."""
Sampling = Callable[[Sequence[Report]], Samples]


def ledger_as_of(store: Store, day: date) -> Ledger:
    """What the reports published by a day come to, from all that the store holds.

    A view of the same reports, readings and judgements by the same code is taken as it was kept.
    """
    with uncollected():
        view = kept(store, day)
        if view is not None:
            return view
        state = store.state(day)
        ledger = derive(store, day, samples=partial(remembered, store))
        if store.state(day) == state:  # nothing came in while it was made
            keep(store, ledger, state=state)
    return ledger


def linking_edition() -> str:
    """The edition of the code that concludes a ledger from what was read."""
    return edition("review", "link", "resolve", "model", "text")


def derive(store: Store, day: date, *, samples: Sampling = lambda _: {}) -> Ledger:
    """The same, made afresh: what people decided is done to what was read, and the rest follows from it.

    `samples` may give what is kept of the words of reports, which is nothing but time saved.
    """
    judgements = store.judgements()
    return told(conclude(store, day, judgements, samples=samples), judgements)


def conclude(
    store: Store, day: date, judgements: Sequence[Judgement], *, samples: Sampling = lambda _: {}
) -> "Conclusions":
    """What all that is held comes to as of a day, in parts that can take more in."""
    # Here, because a kept view is shown without what linking needs (0.1 s to import).
    from onrecord.link.conclusions import Conclusions
    from onrecord.review.apply import apply

    applied = apply(store.held(), judgements)
    conclusions = Conclusions(day, applied.decided)
    conclusions.renew(applied.reports, applied.readings, samples=samples(applied.reports))
    return conclusions


def told(conclusions: "Conclusions", judgements: Sequence[Judgement]) -> Ledger:
    """The ledger as it stands, with the decisions that tell of nothing that is not published yet."""
    from onrecord.review.standing import in_view

    ledger = conclusions.ledger()
    return replace(ledger, judgements=in_view(ledger, judgements)) if judgements else ledger


def kept(store: Store, day: date) -> Ledger | None:
    """The view of a day that was kept and still holds, if there is one."""
    try:
        return store.view(day, code=linking_edition())
    except LedgerError:
        return None  # a damaged view is made again; where the ledger itself is damaged, that will say so


def keep(store: Store, ledger: Ledger, *, state: str) -> None:
    """Keep a view for the next who asks."""
    try:
        store.keep_view(ledger, code=linking_edition(), state=state)
    except LedgerError:
        return  # a view is a convenience: a ledger that can only be looked at, or is being written, still answers


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for rings of dead objects: millions are made that live, and looking takes half of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def remembered(store: Store, reports: Sequence[Report]) -> Samples:
    """The samples of reports' words as they were taken when somebody asked before; those of newer reports are kept."""
    from onrecord.link.copies import sampled

    code = edition("link/copies.py", "text")
    try:
        held = store.samples(code=code)
        new = {report.id: sampled(report) for report in reports if report.id not in held}
        if new:
            store.keep_samples(new, code=code)
    except LedgerError:
        return {}  # as with a view: they are taken again
    return {**held, **new}
