"""A small ledger built by hand: Varnholt and Oska quarrel over a lighthouse. The people and the states are invented.

`Story` adds reports and records and gives the `Ledger`; every span is cut from a report's text, as in life.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.model.acts import Act, CommitmentStatus, Compare, Stance, TalkStatus
from onrecord.model.ledger import Ledger
from onrecord.model.period import Period, Published
from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    CommitmentMention,
    Dispute,
    DisputeMention,
    Figure,
    ReportRecord,
    Response,
    Statement,
    Step,
    Talk,
    TalkMention,
)
from onrecord.model.span import Span

YEAR = 2031
NO_DAY = Period()


def day(month: int, number: int) -> date:
    """A day of the story's year."""
    return date(YEAR, month, number)


def on(month: int, number: int, last: int | None = None) -> Period:
    """A day of the story's year, or the days of a month from one to another."""
    return Period(day(month, number), day(month, last or number))


@dataclass
class Story:
    """A ledger under construction."""

    day: date = date(YEAR, 3, 10)
    later: int = 0
    reports: dict[str, ReportRecord] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def report(
        self,
        name: str,
        published: Period | None,
        *,
        outlet: str | None = None,
        agencies: tuple[str, ...] = (),
        copies: str | None = None,
        title: str | None = None,
    ) -> str:
        """A report of a day; its words are added as records quote them."""
        when = Published(published.start, published.end, "given") if published else Published()
        copied = f"r-{copies}" if copies else None
        made = ReportRecord(f"r-{name}", f"{name}.txt", outlet, title, agencies, when, "en", "", (), copied)
        self.reports[made.id] = made
        return made.id

    def actor(self, name: str, *, party: str | None = None, kind: str = "person", aliases: tuple[str, ...] = ()) -> str:
        """An actor, and the state it speaks for by name."""
        made = Actor(f"a-{name.casefold().replace(' ', '-')}", name, kind, party and f"a-{party.casefold()}", aliases)  # type: ignore[arg-type]
        self.actors[made.id] = made
        return made.id

    def words(self, report: str, exact: str) -> Span:
        """Words of a report, written into it now."""
        held = self.reports[report]
        start = len(held.text)
        self.reports[report] = replace(held, text=f"{held.text}{exact}.\n")
        return Span(report, start, start + len(exact), exact)

    def says(
        self,
        report: str,
        source: str,
        words: str,
        act: Act = "assert",
        *,
        chain: tuple[str, ...] = (),
        to: str | None = None,
        about: tuple[str, ...] = (),
        said: Period = NO_DAY,
    ) -> str:
        """A statement in a report."""
        span = self.words(report, words)
        made = Statement(
            f"s-{len(self.statements):04}",
            report,
            source,
            None,
            (*chain, source),
            None,
            (span,),
            "indirect",
            act,
            to,
            said,
            about,
        )
        self.statements.append(made)
        return made.id

    def promise(
        self,
        report: str,
        by: str,
        action: str,
        *,
        to: tuple[str, ...] = (),
        due: Period = NO_DAY,
        status: CommitmentStatus = "pledged",
        condition: str | None = None,
        stated_by: tuple[str, ...] = (),
        responses: tuple[tuple[str, Stance, str], ...] = (),
        history: tuple[Step, ...] = (),
    ) -> Commitment:
        """A commitment told by one report, with what others say of it there."""
        evidence = self.words(report, f"will {action}")
        answers = tuple(Response((who,), stance, self.words(report, words)) for who, stance, words in responses)
        mention = CommitmentMention(report, evidence, stated_by, "pledged", answers)
        made = Commitment(
            f"c-{len(self.commitments):04}", (by,), to, action, due, condition, status, None, history, (mention,)
        )
        self.commitments.append(made)
        return made

    def told_again(self, commitment: Commitment, report: str, words: str, *, stated_by: tuple[str, ...] = ()) -> None:
        """Another report's telling of a commitment."""
        place = self.commitments.index(commitment)
        mention = CommitmentMention(report, self.words(report, words), stated_by, "pledged")
        self.commitments[place] = replace(commitment, mentions=(*commitment.mentions, mention))

    def talk(
        self,
        report: str,
        *parties: str,
        when: Period = NO_DAY,
        status: TalkStatus = "held",
        form: str | None = "meeting",
        where: str | None = None,
        minutes: int | None = None,
    ) -> Talk:
        """A talk told by one report."""
        mention = TalkMention(report, self.words(report, f"talk number {len(self.talks)}"), status)
        made = Talk(f"t-{len(self.talks):04}", parties, when, where, form, minutes, status, (mention,))
        self.talks.append(made)
        return made

    def figure(
        self,
        report: str,
        value: float,
        of: str,
        *,
        compare: Compare = "exactly",
        by: str | None = None,
        series: str = "f-series",
        unit: str = "",
        high: float | None = None,
        where: str | None = None,
    ) -> Figure:
        """A number in a report."""
        span = self.words(report, f"{value:g} {of}")
        made = Figure(
            f"n-{len(self.figures):04}", report, value, high, compare, unit, of, where, by, Period(), span, series
        )
        self.figures.append(made)
        return made

    def dispute(self, report: str, claim: str, yes: str, no: str, *, statements: tuple[str, ...] = ()) -> Dispute:
        """A dispute shown by one report."""
        mention = DisputeMention(report, (self.words(report, claim),))
        made = Dispute(f"d-{len(self.disputes):04}", claim, (yes,), (no,), statements, (mention,))
        self.disputes.append(made)
        return made

    @property
    def ledger(self) -> Ledger:
        """All of it as of the story's day."""
        return Ledger(
            day=self.day,
            reports=tuple(self.reports[key] for key in sorted(self.reports)),
            actors=tuple(self.actors[key] for key in sorted(self.actors)),
            statements=tuple(self.statements),
            talks=tuple(self.talks),
            commitments=tuple(self.commitments),
            figures=tuple(self.figures),
            disputes=tuple(self.disputes),
            claims=tuple(self.claims),
            later=self.later,
        )


def lighthouse() -> Story:
    """The whole quarrel: a broken promise, its denial, talks, numbers, a demand with its refusal, and a threat."""
    story = Story(later=1)
    varnholt = story.actor("Varnholt", kind="country")
    oska = story.actor("Oska", kind="country")
    ministry = story.actor("Varnholt Foreign Ministry", party="Varnholt", kind="office")
    brenn = story.actor("Ilse Brenn", party="Varnholt", aliases=("Brenn",))
    tarl = story.actor("Joss Tarl", party="Oska", aliases=("Tarl",))
    wire = story.actor("Coast Wire", kind="agency")
    first = story.report(
        "first", on(3, 1), outlet="Harbour Sheet", agencies=("Coast Wire",), title="Brenn pledges crew will leave"
    )
    copy = story.report("copy", on(3, 1), outlet="Inland Sheet", agencies=("Coast Wire",), copies="first")
    second = story.report("second", on(3, 6), outlet="Oska Daily", title="Keepers stay")
    story.report("undated", None)

    pledge = story.promise(
        first,
        varnholt,
        "withdraw the keepers from the Skerry light",
        to=(oska,),
        due=on(3, 5),
        status="overdue",
        stated_by=(brenn,),
        responses=((tarl, "doubt", "this will have to be seen"),),
    )
    story.told_again(pledge, copy, "will withdraw the keepers", stated_by=(brenn,))
    still = story.words(second, "the keepers are still at the light")
    contradicted = Step(day(3, 6), "contradicted", (tarl,), still)
    place = len(story.commitments) - 1
    story.commitments[place] = replace(story.commitments[place], history=(contradicted,))
    story.promise(second, oska, "reopen the channel", due=on(3, 12), stated_by=(tarl,))
    story.promise(second, varnholt, "pay for the lamp")
    threat = story.words(second, "will close the harbour if the keepers do not leave")
    story.statements.append(
        Statement(
            "s-threat", second, tarl, None, (wire, tarl), None, (threat,), "indirect", "threaten", varnholt, Period()
        )
    )
    mention = CommitmentMention(second, threat, (tarl,), "pledged")
    story.commitments.append(
        Commitment(
            "c-threat",
            (oska,),
            (varnholt,),
            "close the harbour",
            Period(),
            "if the keepers do not leave",
            "pledged",
            None,
            (),
            (mention,),
        )
    )

    yes = story.says(first, tarl, "Brenn promised in writing to leave the light")
    no = story.says(second, ministry, "no such letter was ever signed", "deny")
    story.dispute(second, "Brenn promised in writing", tarl, ministry, statements=(yes, no))
    story.talk(first, brenn, tarl, when=on(2, 27), form="phone", minutes=40)
    story.talk(second, brenn, tarl, when=on(3, 11), status="planned", where="Midsound")
    story.talk(second, varnholt, oska, when=on(3, 4), status="proposed")
    story.talk(second, ministry, tarl, status="cancelled")
    story.figure(first, 40, "keepers", by=brenn, series="f-keepers")
    story.figure(second, 65, "keepers", compare="more than", by=tarl, series="f-keepers")
    story.figure(second, 50, "keepers", series="f-keepers")
    demand = story.says(first, oska, "the lamp must stay lit", "demand", to=varnholt)
    story.says(second, ministry, "we shall not be told when to light a lamp", "refuse", about=(demand,))
    story.says(second, ministry, "the ferry is moved to Midsound", "announce")
    return story
