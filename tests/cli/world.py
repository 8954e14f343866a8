"""A small ledger on disk: three reports of an invented quarrel, read by hand and entered as `onrecord read` does."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onrecord.ingest import report_id
from onrecord.ledger import open_ledger
from onrecord.model.acts import Act
from onrecord.model.period import Published
from onrecord.model.reading import (
    FoundCommitment,
    FoundDispute,
    FoundFigure,
    FoundResponse,
    FoundStatement,
    FoundTalk,
    Reading,
    TimeExpression,
    Voice,
)
from onrecord.model.report import Report
from onrecord.model.span import Span

VARNHOLT = Voice("Varnholt", "country", "Varnholt")
OSKA = Voice("Oska", "country", "Oska")
BRENN = Voice("Ilse Brenn", "person", "Varnholt", ("Brenn",), ("foreign minister",))
TARL = Voice("Joss Tarl", "person", "Oska", ("Tarl",), ("prime minister",))
VOICES = (VARNHOLT, OSKA, BRENN, TARL)


@dataclass
class Page:
    """A report's text, in which records find their words."""

    name: str
    outlet: str
    published: date
    text: str
    statements: list[FoundStatement] = field(default_factory=list)
    talks: list[FoundTalk] = field(default_factory=list)
    commitments: list[FoundCommitment] = field(default_factory=list)
    figures: list[FoundFigure] = field(default_factory=list)
    disputes: list[FoundDispute] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The report's id, as ingest makes it."""
        return report_id(self.text, self.outlet, None)

    def words(self, exact: str) -> Span:
        """Some words of the text."""
        start = self.text.index(exact)
        return Span.of(self.id, self.text, start, start + len(exact))

    def said(self, who: Voice, cue: str, content: str, act: Act = "assert", *, to: Voice | None = None) -> int:
        """A statement by one voice."""
        source = VOICES.index(who)
        addressee = None if to is None else VOICES.index(to)
        span = (self.words(content),)
        found = FoundStatement(
            source, None, (source,), self.words(cue), span, "indirect", act, addressee, why=(f"verb:{cue}",)
        )
        self.statements.append(found)
        return len(self.statements) - 1

    def enter(self, place: Path) -> None:
        """Enter the report with its reading in the ledger at a place."""
        day = Published(self.published, self.published, "given")
        report = Report(
            self.id, self.name, self.text, title=self.text.split("\n")[0], outlet=self.outlet, published=day
        )
        found = (self.statements, self.talks, self.commitments, self.figures, self.disputes)
        with open_ledger(str(place), create=True) as store:
            store.enter(report, Reading(self.id, "by-hand", VOICES, *map(tuple, found)))


def pledge() -> Page:
    """1 March: a promise, doubted at once, after a call; and a number."""
    page = Page(
        "pledge.txt",
        "Harbour Sheet",
        date(2031, 3, 1),
        (
            "Brenn pledges keepers will leave\n\n"
            "Ilse Brenn said that Varnholt will withdraw the 40 keepers from the Skerry light by 5 March. "
            "Joss Tarl, who had spoken with Brenn by phone on Friday, said that this would have to be seen.\n\n"
            "Oska demands that the lamp stay lit. [red]Not markup[/red]\x1b[31m\u202e\n"
        ),
    )
    promise = page.said(
        BRENN, "said", "that Varnholt will withdraw the 40 keepers from the Skerry light by 5 March", "promise"
    )
    page.said(TARL, "said that this", "that this would have to be seen", "doubt")
    page.said(OSKA, "demands", "that the lamp stay lit. [red]Not markup[/red]\x1b[31m\u202e", "demand", to=VARNHOLT)
    page.figures.append(FoundFigure(40, None, "exactly", "keepers", "keepers", page.words("40 keepers"), "light", by=2))
    page.talks.append(
        FoundTalk(
            (2, 3),
            page.words("spoken with Brenn by phone on Friday"),
            "held",
            TimeExpression(page.words("Friday"), "weekday:5"),
            None,
            "phone",
        )
    )
    due = TimeExpression(page.words("5 March"), "date:--03-05", "future")
    answer = FoundResponse((3,), "doubt", page.words("this would have to be seen"))
    action, evidence = (
        page.words("withdraw the 40 keepers from the Skerry light"),
        page.words("Varnholt will withdraw the 40 keepers from the Skerry light by 5 March"),
    )
    page.commitments.append(
        FoundCommitment(
            (0,), (1,), action, evidence, "pledged", due, None, (2,), promise, (answer,), why=("will + verb",)
        )
    )
    return page


def denial() -> Page:
    """6 March: the other side says what was promised, and it is denied."""
    page = Page(
        "denial.txt",
        "Oska Daily",
        date(2031, 3, 6),
        (
            "Keepers stay\n\nJoss Tarl said that Brenn had promised it in writing. "
            "Ilse Brenn denied that any letter was signed. "
            "More than 65 keepers are at the light, Tarl said.\n"
        ),
    )
    yes = page.said(TARL, "said", "that Brenn had promised it in writing")
    no = page.said(BRENN, "denied", "that any letter was signed", "deny")
    claim = page.words("Brenn had promised it in writing")
    page.disputes.append(FoundDispute(claim, (3,), (2,), (claim, page.words("any letter was signed")), (yes, no)))
    page.figures.append(
        FoundFigure(65, None, "more than", "keepers", "keepers", page.words("More than 65 keepers"), "light", by=3)
    )
    return page


def later() -> Page:
    """20 March: a round of talks is planned."""
    page = Page(
        "later.txt",
        "Harbour Sheet",
        date(2031, 3, 20),
        "Round\n\nIlse Brenn will meet Joss Tarl in Midsound on Monday.\n",
    )
    when = TimeExpression(page.words("Monday"), "weekday:1", "future")
    page.talks.append(
        FoundTalk(
            (2, 3),
            page.words("Ilse Brenn will meet Joss Tarl in Midsound on Monday"),
            "planned",
            when,
            "Midsound",
            "meeting",
        )
    )
    return page


def quarrel(place: Path) -> Path:
    """The ledger of all three."""
    for page in (pledge(), denial(), later()):
        page.enter(place)
    return place
