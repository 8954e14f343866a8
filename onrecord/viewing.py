"""The ledger as of a day: what was concluded before where that still holds, else concluded now."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial

from onrecord.edition import edition
from onrecord.errors import LedgerError
from onrecord.ledger import Store
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report

__all__ = ["derive", "ledger_as_of", "linking_edition"]

Samples = Mapping[str, Sequence[int]]
"""Samples of reports' words, by which copies are found, by report."""


def ledger_as_of(store: Store, day: date) -> Ledger:
    """What the reports published by a day come to, from all that the store holds.

    A view of the same reports, readings and judgements by the same code is taken as it was kept.
    """
    code = linking_edition()
    with _uncollected():
        kept = _kept(store, day, code=code)
        if kept is not None:
            return kept
        state = store.state(day)
        ledger = derive(store, day, samples=partial(_remembered, store))
        if store.state(day) == state:  # nothing came in while it was made
            _keep(store, ledger, code=code, state=state)
    return ledger


def linking_edition() -> str:
    """The edition of the code that concludes a ledger from what was read."""
    return edition("review", "link", "resolve", "model", "text")


def derive(store: Store, day: date, *, samples: Callable[[Sequence[Report]], Samples] = lambda _: {}) -> Ledger:
    """The same, made afresh: what people decided is done to what was read, and the rest follows from it.

    `samples` may give what is kept of the words of reports, which is nothing but time saved.
    """
    # Here, because a kept view is shown without what linking needs (0.1 s to import).
    from onrecord.link.link import link
    from onrecord.review.apply import apply
    from onrecord.review.standing import in_view

    judgements = store.judgements()
    applied = apply(store.held(), judgements)
    taken = samples(applied.reports)
    ledger = link(applied.reports, applied.readings, day=day, decided=applied.decided, samples=taken)
    return replace(ledger, judgements=in_view(ledger, judgements))


def _remembered(store: Store, reports: Sequence[Report]) -> Samples:
    """The samples of reports' words as they were taken when somebody asked before; those of newer reports are kept."""
    from onrecord.link.copies import sampled

    code = edition("link/copies.py", "text")
    try:
        kept = store.samples(code=code)
        new = {report.id: sampled(report) for report in reports if report.id not in kept}
        if new:
            store.keep_samples(new, code=code)
    except LedgerError:
        return {}  # as with a view: they are taken again
    return {**kept, **new}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for rings of dead objects: millions are made that live, and looking takes half of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _kept(store: Store, day: date, *, code: str) -> Ledger | None:
    try:
        return store.view(day, code=code)
    except LedgerError:
        return None  # a damaged view is made again; where the ledger itself is damaged, that will say so


def _keep(store: Store, ledger: Ledger, *, code: str, state: str) -> None:
    try:
        store.keep_view(ledger, code=code, state=state)
    except LedgerError:
        return  # a view is a convenience: a ledger that can only be looked at, or is being written, still answers
