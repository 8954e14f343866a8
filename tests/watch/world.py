"""A watch over a real server and a real ledger, with a reader that finds nothing and costs nothing."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.errors import Refused
from onrecord.ingest.fetch import Web
from onrecord.ingest.fetch.web import Manners
from onrecord.ledger import Store
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.progress import Step, Summary, Tally
from onrecord.watch import Plan, Watch
from onrecord.watch.outs import Telling
from onrecord.watch.plan import Out, Source
from tests.ingest.fetch.server import Site

TODAY = date(2031, 6, 1)
QUICK = Manners(pause=0.0, tries=1, connect=1.0, read=0.3, whole=0.8)


HOUR = 3_600.0


@dataclass
class Clock:
    """The real time and so much more, so that a test need not wait."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@dataclass
class Desk:
    """Who reads and who is told, in a test."""

    lines: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict)
    clock: Clock = field(default_factory=Clock)

    def read(self, store: Store, arriving: Iterable[Report | Refused]) -> Summary:
        """Enter what comes, as the pipeline does, without a reader."""
        tally = Tally(lambda step: None)
        for one in arriving:
            if isinstance(one, Refused):
                self.refused.append(str(one))
                tally.count(Step("refused", one.where, refused=one))
            elif store.holds(one.id):
                store.learn(one)
                tally.count(Step("held", one.name))
            else:
                store.enter(one, Reading(one.id, "none"))
                tally.count(Step("read", one.name))
        return tally.summary()

    def watch(
        self,
        site: Site,
        store: Store,
        *sources: Source,
        outs: tuple[Out, ...] = (Out("terminal"),),
        again: float = 1e9,
    ) -> Watch:
        """A watch whose sources are due at once."""
        web = Web(("127.0.0.1",), QUICK, sleep=lambda seconds: None)
        telling = Telling(self.lines.append, web.post, self.secrets)
        plan = Plan(sources, outs, again=again)
        return Watch(plan, store, web, self.read, telling, today=lambda: TODAY, clock=self.clock)


def again(watch: Watch, *, after: float = HOUR) -> Summary | None:
    """One more round an hour later, whatever was due when."""
    assert isinstance(watch.clock, Clock)
    watch.clock.ahead += after
    watch.due.clear()
    return watch.round()
