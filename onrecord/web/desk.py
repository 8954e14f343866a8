"""The ledger being served: views of it by day, made once, shared by all requests, bounded in number."""

import gc
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from threading import Lock

from onrecord.errors import LedgerError
from onrecord.following import Following
from onrecord.ledger import Store, open_ledger
from onrecord.model.ledger import Ledger
from onrecord.viewing import ledger_as_of
from onrecord.web.problem import Problem
from onrecord.web.view import View

__all__ = ["Desk"]

MOST_VIEWS = 8
MOST_STATEMENTS = 400_000
"""Of all views in memory together, except that the newest always stays: about 1 GB."""
MOST_WAITING = 6
"""Days being worked out or waiting for it; each can take minutes on a large ledger, so more are turned away."""
PATIENT = 8.0
"""Seconds for which who has decided something waits to see it."""
LIVE = timedelta(days=14)
"""A ledger whose newest report is older than this tells of the past, and is shown as of that report's day."""

Stamp = tuple[tuple[int, int, int], ...]


@dataclass
class Desk:
    """One ledger file with the views that were asked of it.

    `patience` is how many seconds a request waits for a day that is not worked out yet.
    """

    place: str
    patience: float = 20.0
    _store: Store | None = None
    _following: Following | None = None
    _views: "OrderedDict[date, View]" = field(default_factory=OrderedDict)
    _making: "dict[tuple[str, date], Future[View]]" = field(default_factory=dict)
    _newest: tuple[str, date] | None = None
    _seen: tuple[Stamp, str] | None = None
    _lock: Lock = field(default_factory=Lock)
    _worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "onrecord-view"))

    @property
    def store(self) -> Store:
        """The ledger, opened when it is first asked for."""
        with self._lock:
            if self._store is None:
                self._store = open_ledger(self.place, patience=5.0)
            return self._store

    def state(self) -> str:
        """What tells what the ledger holds from what it held; asked again only where its file has changed."""
        stamp = self._stamp()
        seen = self._seen
        if seen is not None and seen[0] == stamp:
            return seen[1]
        state = f"{self.store.revision()}-{stamp[0][0]:x}"  # another file in its place is another ledger
        self._seen = (stamp, state)
        return state

    def view(self, day: date) -> View:
        """The ledger as of a day. While newer reports are being worked out, what stood before is given.

        Raises `Problem` where the day is not worked out in time, or too many others wait.
        """
        state = self.state()
        with self._lock:
            held = self._views.get(day)
            if held is not None:
                self._views.move_to_end(day)
                if held.state == state:
                    return held
            making = self._make(state, day)
        try:
            return making.result(0.5 if held is not None else self.patience)
        except NotYet:
            if held is not None:
                return held
            raise Problem(503, f"the ledger as of {day} is being worked out; try again in a moment", again=3) from None

    def today(self) -> date:
        """The day to show where none is asked for: today, or the day of the newest report where that lies long back."""
        today = date.today()
        if self._newest is None or self._newest[0] != self.state():
            view = self.view(today)  # which may still be of what was held before
            self._newest = (view.state, view.newest or today)
        newest = self._newest[1]
        return newest if today - newest > LIVE else today

    def stir(self) -> None:
        """Begin to work out anew what is shown today, if it has grown old, and wait for nothing."""
        day, state = date.today(), self.state()
        with self._lock:
            held = self._views.get(day)
            if (held is None or held.state != state) and len(self._making) < MOST_WAITING:
                self._make(state, day)

    def wait(self, day: date) -> None:
        """Wait a little until a day shows what has just been entered; whoever looks sooner sees what stood before."""
        with suppress(NotYet, Problem):
            state = self.state()
            with self._lock:
                held = self._views.get(day)
                making = None if held is not None and held.state == state else self._make(state, day)
            if making is not None:
                making.result(PATIENT)

    def close(self) -> None:
        """Stop working and let go of the ledger."""
        self._worker.shutdown(wait=True, cancel_futures=True)
        if self._store is not None:
            self._store.close()

    def _make(self, state: str, day: date) -> "Future[View]":
        found = self._making.get((state, day))
        if found is None:
            if len(self._making) >= MOST_WAITING:
                raise Problem(503, "several other days are being worked out; try again in a moment", again=5)
            found = self._making[state, day] = self._worker.submit(self._made, state, day)
        return found

    def _made(self, state: str, day: date) -> View:
        try:
            view = View(self._ledger(day), state=state)
            if day in self._views:
                _settle(view)  # what stood before is given meanwhile
            else:
                with suppress(RuntimeError):  # the desk is closing
                    self._worker.submit(_settle, view)
            with self._lock:
                self._views[day] = view
                self._views.move_to_end(day)
                self._forget()
            return view
        finally:
            with self._lock:
                self._making.pop((state, day), None)

    def _ledger(self, day: date) -> Ledger:
        """The ledger of a day; that of today takes in what comes, which others seldom do."""
        if day != date.today():
            return ledger_as_of(self.store, day)
        if self._following is None:
            self._following = Following(self.store)
        return self._following.ledger(day)

    def _forget(self) -> None:
        """Let the views go that were not asked for the longest."""
        while len(self._views) > 1 and (
            len(self._views) > MOST_VIEWS
            or sum(len(view.ledger.statements) for view in self._views.values()) > MOST_STATEMENTS
        ):
            self._views.popitem(last=False)

    def _stamp(self) -> Stamp:
        """What the file system says of the ledger and of what was written beside it; raises where it is gone."""
        found = []
        for ending in ("", "-wal"):
            try:
                stat = Path(self.place + ending).stat()
            except FileNotFoundError:
                if not ending:
                    what = "the ledger that was served is not there any more"
                    raise LedgerError(what, hint="put it back, or stop and serve another") from None
                continue
            found.append((stat.st_ino, stat.st_mtime_ns, stat.st_size))
        return tuple(found)


def _settle(view: View) -> None:
    """Have everything of a view at hand, and let the collector of cycles pass it by.

    A view of 100,000 statements is three million objects; looking through them, which Python does now and then, stops
    every answer for a second or more. What is let go is still freed, for views hold no cycles.
    """
    view.warm()
    gc.collect()
    gc.freeze()
