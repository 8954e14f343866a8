"""A desk with a ledger in memory: reports written by hand about an invented quarrel, and people who decide."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from onrecord.ledger import Store, open_ledger
from onrecord.model.judgement import Judged, Judgement
from onrecord.model.ledger import Ledger
from onrecord.model.reading import Reading
from onrecord.model.records import Actor, Statement
from onrecord.review import Proposal, Wish, decide
from onrecord.viewing import derive
from tests.link.world import HOLT, LEIR, VINT, Written

__all__ = ["DAY", "ORO", "Desk", "dam", "denial", "visit"]

DAY = date(2031, 6, 1)
ORO = "M. Oro"


def dam() -> Written:
    """1 May: a promise, who doubts it, and forty guards."""
    page = Written("dam", date(2031, 5, 1), "Basin Post")
    page.statement(VINT, "that the gates will open by 5 May", "promise")
    page.statement(HOLT, "that nobody believes it", "doubt")
    page.commitment(VINT, "open the sluice gates", to=HOLT, due="date:2031-05-05")
    page.figure(40.0, "guards", "at the dam", HOLT)
    page.mentioned(VINT, "Mara Vint said")
    page.mentioned(HOLT, "Edvar Holt said")
    page.talk(VINT, HOLT, when="date:2031-04-28", where="Tavrin")
    return page


def denial() -> Written:
    """3 May: another paper tells of the same promise, and one side denies it."""
    page = Written("denial", date(2031, 5, 3), "Lowland Courier")
    page.commitment(VINT, "open the sluice gates", to=HOLT, due="date:2031-05-05")
    page.response(LEIR, "deny", "there was no such promise")
    page.talk(VINT, HOLT, when="date:2031-04-28", where="Tavrin")
    page.dispute("the gates are shut", VINT, LEIR)
    return page


def visit() -> Written:
    """9 May: a visit, on another day."""
    page = Written("visit", date(2031, 5, 9), "Basin Post")
    page.statement(LEIR, "that the visit was useful and the guards will leave the dam")
    page.talk(VINT, HOLT, when="date:2031-05-08", form="visit")
    return page


class Desk:
    """A ledger and its readings, which can be read again by another reader."""

    def __init__(self, *pages: Written) -> None:
        self.store: Store = open_ledger(":memory:", create=True)
        for page in pages:
            self.store.enter(page.report(), page.reading())

    @property
    def ledger(self) -> Ledger:
        """What all comes to now, worked out afresh."""
        return derive(self.store, DAY)

    @property
    def bare(self) -> Ledger:
        """The same without the rows of decisions themselves."""
        return replace(self.ledger, judgements=())

    def decide(self, proposal: Proposal, *, by: str = ORO, seen: Collection[str] | None = None) -> Judgement:
        """Somebody decides, looking at the ledger as it is."""
        return decide(self.store, self.ledger, proposal, by=by, seen=seen)

    def correct(self, record: str, *wishes: Wish, by: str = ORO) -> Judgement:
        """Somebody sets fields."""
        return self.decide(Proposal("correct", record, wishes), by=by)

    def add(self, page: Written, kind: Judged, *wishes: Wish) -> Judgement:
        """Somebody adds a record by words of a report."""
        return self.decide(Proposal("add", page.id, wishes, kind=kind))

    def read_again(self, page: Written, *, by: str, **things: object) -> None:
        """Another reader reads a report, and finds these things in it."""
        reading: Reading = replace(page.reading(), reader=by, **things)  # type: ignore[arg-type]
        self.store.enter(page.report(), reading)

    def actor(self, name: str) -> Actor:
        """The only actor of a name."""
        (found,) = [actor for actor in self.ledger.actors if actor.name == name]
        return found

    def said(self, words: str) -> Statement:
        """The only statement with some words in it."""
        (found,) = [s for s in self.ledger.statements if any(words in span.exact for span in s.content)]
        return found


def place(page: Written, words: str) -> Sequence[tuple[int, int]]:
    """Where words stand in a report, as a person selects them."""
    span = page.words(words)
    return ((span.start, span.end),)
