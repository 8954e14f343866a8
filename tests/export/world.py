"""A ledger built by hand with one record of each type, and words in it that try their worst."""

from datetime import date

from onrecord.model.ledger import Ledger
from onrecord.model.period import Period, Published
from onrecord.model.place import Place
from onrecord.model.records import (
    Actor,
    Claim,
    Commitment,
    CommitmentMention,
    Dispute,
    DisputeMention,
    Figure,
    Judgement,
    ReportRecord,
    Response,
    Statement,
    Step,
    Talk,
    TalkMention,
)
from onrecord.model.span import Span

TEXT = "Keld said the weirs would open by Friday.\u2028Pell denied it. About 1,200 families left. =2+2"
DAY = date(2031, 5, 5)


def span(exact: str) -> Span:
    start = TEXT.index(exact)
    return Span("r-1", start, start + len(exact), exact)


def ledger() -> Ledger:
    """The ledger of the weirs as of the day the report was printed."""
    promise, denial = span("the weirs would open by Friday"), span("Pell denied it")
    mention = CommitmentMention("r-1", promise, ("a-1",), "pledged", (Response(("a-2",), "deny", denial),), ("rule",))
    return Ledger(
        DAY,
        reports=(
            ReportRecord("r-2", "b.txt", None, None, (), Published(), "en", "Nothing.", (), copies_of="r-1"),
            ReportRecord(
                "r-1",
                "a.txt",
                "@Harl",
                "=cmd|' /C calc'!A0",
                ("Northline",),
                Published(DAY, DAY, "given"),
                "en",
                TEXT,
                ((0, 4),),
            ),
        ),
        actors=(
            Actor("a-2", "+Pell", "office", party="a-1"),
            Actor("a-1", "Ostrava Keld", "person", aliases=("Keld", "O. Keld")),
        ),
        statements=(
            Statement(
                "s-1",
                "r-1",
                "a-1",
                span("Keld"),
                ("a-2", "a-1"),
                span("said"),
                (promise, denial),
                "indirect",
                "promise",
                None,
                Period.day(DAY),
                ("c-1",),
                0.75,
            ),
            Statement("s-0", "r-1", None, None, (), None, (), "direct", "deny", None, Period()),
        ),
        talks=(
            Talk(
                "t-1",
                ("a-1", "a-2"),
                Period(DAY, None),
                "Harl",
                "meeting",
                60,
                "held",
                (TalkMention("r-1", denial, "held"),),
                place=Place("Harl", "city", "Norway", 7, 59.9, 10.7),
            ),
        ),
        commitments=(
            Commitment(
                "c-1",
                ("a-1",),
                (),
                "open the weirs",
                Period(date(2031, 5, 9), date(2031, 5, 9)),
                None,
                "denied",
                DAY,
                (Step(DAY, "denied", ("a-2",), denial),),
                (mention,),
            ),
        ),
        figures=(
            Figure(
                "f-1", "r-1", 1200.0, None, "about", "families", "families", None, None, Period(), span("1,200"), "n-1"
            ),
            Figure("f-2", "r-1", -0.5, 2.5, "up to", "metres", "water", "Pell", "a-2", Period(), span("1"), "n-2"),
        ),
        disputes=(Dispute("d-1", "-weirs", ("a-1",), ("a-2",), ("s-1",), (DisputeMention("r-1", (promise, denial)),)),),
        claims=(Claim("k-1", "\tthe weirs would open", ("s-1",), 1, 1, "denied"),),
        judgements=(Judgement("j-1", "c-1", "reject", "M. Oro", "2031-05-06T10:00:00Z"),),
    )
