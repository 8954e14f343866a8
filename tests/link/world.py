"""Small readings built by hand, about invented people: what linking is given, without a reader."""

from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.model.acts import Act, Stance, TalkStatus
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

ORLAVIA = Voice("Orlavia", "country", "Orlavia", ("Tavrin",))
TESSMARK = Voice("Tessmark", "country", "Tessmark")
VINT = Voice("Mara Vint", "person", "Orlavia", ("Vint", "Orlavian President Mara Vint"), ("president",))
HOLT = Voice("Edvar Holt", "person", "Tessmark", ("Holt", "Tessmark Prime Minister Edvar Holt"), ("prime minister",))
LEIR = Voice("Ansa Leir", "person", "Tessmark", ("Leir",), ("spokeswoman",))


@dataclass
class Written:
    """One report under construction: sentences are added, and what is found in them refers to their words."""

    name: str
    published: date | None
    outlet: str | None = None
    voices: list[Voice] = field(default_factory=list)
    text: str = ""
    statements: list[FoundStatement] = field(default_factory=list)
    talks: list[FoundTalk] = field(default_factory=list)
    commitments: list[FoundCommitment] = field(default_factory=list)
    figures: list[FoundFigure] = field(default_factory=list)
    disputes: list[FoundDispute] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The report's id; a stand-in for the hash of its content."""
        return f"r-{self.name}"

    def says(self, sentence: str) -> Span:
        """Add a sentence to the report."""
        start = len(self.text)
        self.text += sentence + "\n"
        return Span(self.id, start, start + len(sentence), sentence)

    def words(self, exact: str) -> Span:
        """The place of some words already written."""
        start = self.text.rindex(exact)
        return Span(self.id, start, start + len(exact), exact)

    def voice(self, voice: Voice) -> int:
        """The number of a voice in this report."""
        if voice not in self.voices:
            self.voices.append(voice)
        return self.voices.index(voice)

    def mentioned(self, voice: Voice, exact: str) -> None:
        """Note that these words, already written, name a voice."""
        number = self.voice(voice)
        self.voices[number] = replace(voice, mentions=(*self.voices[number].mentions, self.words(exact)))

    def time(self, exact: str, value: str, tense: str = "past") -> TimeExpression:
        """A time expression among the words already written."""
        return TimeExpression(self.words(exact), value, tense)

    def statement(self, source: Voice, content: str, act: Act = "assert") -> int:
        """Somebody says something."""
        self.says(f"{source.name} said {content}.")
        number = self.voice(source)
        said = FoundStatement(
            number, self.words(source.name), (number,), self.words("said"), (self.words(content),), "indirect", act
        )
        self.statements.append(said)
        return len(self.statements) - 1

    def talk(
        self,
        *parties: Voice,
        when: str,
        tense: str = "past",
        status: TalkStatus = "held",
        form: str | None = "meeting",
        where: str | None = None,
        minutes: float | None = None,
    ) -> None:
        """A talk, told in a sentence of its own; `when` is a value in the language of days."""
        long = f" for {minutes:g} minutes" if minutes else ""
        span = self.says(f"{' and '.join(party.name for party in parties)} meet{long} (day {when}).")
        numbers = tuple(self.voice(party) for party in parties)
        self.talks.append(
            FoundTalk(
                numbers, span, status, self.time(f"day {when}", when, tense) if when else None, where, form, minutes
            )
        )

    def commitment(
        self, by: Voice, action: str, *, to: Voice | None = None, due: str | None = None, condition: str | None = None
    ) -> None:
        """A promise, told in a sentence of its own."""
        span = self.says(f"{by.name} promised to {action}{f' {condition}' if condition else ''} (due {due}).")
        number = self.voice(by)
        self.commitments.append(
            FoundCommitment(
                (number,),
                (self.voice(to),) if to else (),
                self.words(action),
                span,
                "pledged",
                self.time(f"due {due}", due, "future") if due else None,
                self.words(condition) if condition else None,
                (number,),
            )
        )

    def response(self, by: Voice, stance: Stance, words: str) -> None:
        """Somebody's answer to the last commitment."""
        self.says(f"{by.name} said {words}.")
        last = self.commitments[-1]
        answer = FoundResponse((self.voice(by),), stance, self.words(words))
        self.commitments[-1] = FoundCommitment(
            last.by,
            last.to,
            last.action,
            last.evidence,
            last.status,
            last.due,
            last.condition,
            last.stated_by,
            None,
            (*last.responses, answer),
        )

    def figure(
        self, value: float, of: str, where: str | None, by: Voice | None = None, *, fate: str | None = None
    ) -> None:
        """A number of something somewhere, to which something befell."""
        span = self.says(f"{value:g} {of} {where or ''} {fate or ''}".strip() + ".")
        giver = self.voice(by) if by else None
        self.figures.append(FoundFigure(value, None, "exactly", of.split()[-1], of, span, where, giver, fate=fate))

    def dispute(self, claim: str, asserting: Voice, denying: Voice) -> None:
        """Two sides against each other on a claim."""
        span = self.says(f"{asserting.name} says {claim}; {denying.name} denies it.")
        self.disputes.append(FoundDispute(self.words(claim), (self.voice(asserting),), (self.voice(denying),), (span,)))

    def report(self) -> Report:
        """The report as ingest would give it."""
        day = self.published
        published = Published(day, day, "given") if day else Published()
        return Report(self.id, self.name, self.text, outlet=self.outlet, published=published)

    def reading(self) -> Reading:
        """The reading as extraction would give it."""
        return Reading(
            self.id,
            "hand",
            tuple(self.voices),
            tuple(self.statements),
            tuple(self.talks),
            tuple(self.commitments),
            tuple(self.figures),
            tuple(self.disputes),
        )
