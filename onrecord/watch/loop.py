"""The rounds of a watch: which source is due, what came of it, whom to tell, until it is stopped.

Nothing is lost and nothing doubled by a kill at any moment, because of the order of things: reports enter the ledger
(each in one transaction, the same one never twice), then what was seen of their source is noted, then what changed is
noted together with the messages about it, and a message goes only when it was delivered.
"""

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Event
from typing import TypeVar

from onrecord.errors import OnrecordError, Refused
from onrecord.following import Following
from onrecord.ingest.fetch import Web
from onrecord.ingest.fetch.page import Later
from onrecord.ledger import Store
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from onrecord.progress import Summary
from onrecord.watch.changes import changes, snapshot
from onrecord.watch.feed import poll_feed
from onrecord.watch.folder import poll_folder
from onrecord.watch.outs import Telling, deliver
from onrecord.watch.plan import Out, Plan, Source
from onrecord.watch.poll import Found, Look, Polled, State

__all__ = ["Watch"]

BATCH = 32  # things found that are read together and noted together
SLOWEST = 86_400.0  # seconds between two tries at a source or an output that fails
GIVE_UP = 30  # tries of a message, about three weeks
TOLD = "what was told"
Read = Callable[[Store, Iterable[Report | Refused]], Summary]
T = TypeVar("T")


@dataclass(slots=True)
class Watch:
    """A watch over a plan: `run` goes on until `stop` is set, `round` looks at every source that is due, once.

    `read` enters reports into the store; `alive` is called between steps; `clock` tells seconds since 1970.
    """

    plan: Plan
    store: Store
    web: Web
    read: Read
    telling: Telling
    stop: Event = field(default_factory=Event)
    alive: Callable[[], None] = lambda: None
    today: Callable[[], date] = date.today
    clock: Callable[[], float] = time.time
    failures: dict[str, int] = field(default_factory=dict)
    due: dict[Source, float] = field(default_factory=dict)
    told: date | None = None
    following: Following | None = None

    def run(self) -> None:
        """Watch until stopped."""
        self._first()
        while not self.stop.is_set():
            self.round()
            following = min((self.due.get(source, 0.0) for source in self.plan.sources), default=0.0)
            self.alive()
            self.stop.wait(min(max(0.2, following - self.clock()), 20.0))

    def round(self) -> Summary | None:
        """Look at each source that is due, and tell what changed; the sum of what was read, None where nothing was."""
        self._first()
        summaries = []
        for source in self.plan.sources:
            if not self.stop.is_set() and self.due.get(source, 0.0) <= self.clock():
                summaries += self._look(source)
                self.alive()
        if any(summary.taken_in for summary in summaries) or self.told != self.today():
            self._tell()
        self._deliver()
        return summaries[-1] if summaries else None

    def _first(self) -> None:
        """Note what the ledger holds before the first round: that is no news."""
        if self.store.notebook.state(TOLD) is None:
            self.store.notebook.note({TOLD: json.dumps(snapshot(self._ledger()))})

    def _look(self, source: Source) -> list[Summary]:
        """Look at a source, and set the time for the next look; a failure makes it later, never the watch end."""
        summaries: list[Summary] = []
        polled = Polled()
        try:
            for batch in _batches(self._until_stopped(self._found(source, polled))):
                summaries.append(self._take(batch))
            if self.stop.is_set():
                return summaries
        except Later as later:
            self._failed(source, str(later), later.after)
            return summaries
        except Refused as refused:
            self._failed(source, str(refused), 0.0)
            return summaries
        if polled.whole and polled.state:
            self.store.notebook.note({source.at: json.dumps(polled.state)})
        self.failures.pop(source.at, None)
        self.due[source] = self.clock() + source.every * random.uniform(0.95, 1.05)  # noqa: S311 (no secret)
        return summaries

    def _found(self, source: Source, polled: Polled) -> Iterator[Found]:
        look = Look(self._recall, self.clock(), self.today(), self.plan.again)
        if source.kind == "folder":
            return poll_folder(source, look, polled)
        return poll_feed(source, self.web, look, polled)

    def _until_stopped(self, found: Iterable[T]) -> Iterator[T]:
        for one in found:
            yield one
            self.alive()
            if self.stop.is_set():
                return

    def _take(self, batch: Sequence[Found]) -> Summary:
        """Read what was found, and note that it is settled; what a stop cut short is found again."""
        summary = self.read(self.store, self._until_stopped(one for found in batch for one in found.reports))
        if not self.stop.is_set():
            self.store.notebook.note({found.key: json.dumps(found.state) for found in batch})
        return summary

    def _recall(self, key: str) -> State:
        noted = json.loads(self.store.notebook.state(key) or "{}")
        return noted if isinstance(noted, dict) else {}

    def _failed(self, source: Source, why: str, after: float) -> None:
        """Wait longer after every failure: twice as long each time, and as long as the server asks."""
        failures = self.failures[source.at] = self.failures.get(source.at, 0) + 1
        wait = max(after, min(SLOWEST, source.every * 2 ** min(failures - 1, 10)))
        self.due[source] = self.clock() + wait * random.uniform(1.0, 1.1)  # noqa: S311 (no secret)
        self.telling.say(f"{why} (tried again in {wait / 60:,.0f} minutes)")

    def _tell(self) -> None:
        """Note what changed since it was last told, together with the messages about it; also when a day has passed."""
        before = self._recall(TOLD)
        ledger = self._ledger()
        bodies = [change.as_json() for change in changes(ledger, {key: str(now) for key, now in before.items()})]
        send = [(_name(out), body) for body in bodies for out in self.plan.outs]
        self.store.notebook.note({TOLD: json.dumps(snapshot(ledger))}, send=send)
        self.told = ledger.day

    def _ledger(self) -> Ledger:
        """Today's ledger; what came in since it was asked for last is added to it."""
        if self.following is None:
            self.following = Following(self.store)
        return self.following.ledger(self.today())

    def _deliver(self) -> None:
        """Deliver what waits; what cannot be delivered now is tried again, ever later."""
        outs = {_name(out): out for out in self.plan.outs}
        waiting = self.store.notebook.waiting(self.clock())
        for name in dict.fromkeys(message.target for message in waiting):
            messages = [message for message in waiting if message.target == name]
            numbers = [message.number for message in messages]
            out = outs.get(name)
            status = self._delivered(out, [message.body for message in messages]) if out else 410
            tries = max(message.tries for message in messages) + 1
            if 200 <= status < 300 or status == 410 or tries >= GIVE_UP:
                self.store.notebook.delivered(numbers)
            else:
                wait = min(SLOWEST, 30.0 * 2 ** min(tries, 12)) * random.uniform(0.9, 1.1)  # noqa: S311 (no secret)
                for number in numbers:
                    self.store.notebook.postpone(number, due=self.clock() + wait)

    def _delivered(self, out: Out, bodies: Sequence[str]) -> int:
        try:
            return deliver(out, bodies, self.telling)
        except (OSError, OnrecordError) as error:
            self.telling.say(f"{out.form} {out.at}: cannot be told ({error})")
            return 0


def _name(out: Out) -> str:
    return f"{out.form} {out.at}".strip()


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    for one in found:
        batch.append(one)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
