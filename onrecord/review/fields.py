"""What people may correct in each kind of record, and in which form."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from onrecord.model.acts import Act, ActorKind, CommitmentStatus, Compare, Mode, Stance, TalkStatus
from onrecord.model.judgement import Judged

__all__ = ["ADDABLE", "FIELDS", "MERGEABLE", "REJECTABLE", "Field", "field_of"]

Form = Literal["choice", "text", "number", "day", "words", "who", "answer"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be corrected.

    `form` says what it takes: one of `choices`, a line of text, a number, a day or period, words of the report, or
    actors; `answer` takes one of `choices` with words and who said them. `many` allows several actors or pieces of
    words, `empty` allows nothing, `needed` is asked for when a record is added. `about` explains it in a line.
    """

    name: str
    form: Form
    about: str
    choices: tuple[str, ...] = ()
    many: bool = False
    empty: bool = False
    needed: bool = False


_ACTS, _MODES, _KINDS = get_args(Act), get_args(Mode), get_args(ActorKind)
_COMPARES, _STANCES, _TALKS = get_args(Compare), get_args(Stance), get_args(TalkStatus)
_STATUSES = tuple(status for status in get_args(CommitmentStatus) if status not in ("due", "overdue"))

FIELDS: Mapping[Judged, tuple[Field, ...]] = MappingProxyType(
    {
        "report": (
            Field("published", "day", "The day on which it was published.", empty=True),
            Field("outlet", "text", "Who printed it.", empty=True),
            Field("title", "text", "Its headline.", empty=True),
            Field("byline", "text", "Who wrote it.", empty=True),
        ),
        "actor": (
            Field("name", "text", "What it is called."),
            Field("kind", "choice", "What it is.", _KINDS),
            Field("party", "text", "The state or organisation for which it speaks.", empty=True),
            Field("wikidata", "text", "Its number at wikidata.org, Q and digits.", empty=True),
        ),
        "statement": (
            Field("source", "who", "Who says it.", empty=True, needed=True),
            Field("source_span", "words", "The words that name who says it.", empty=True),
            Field("act", "choice", "What is done by saying it.", _ACTS),
            Field("mode", "choice", "In the speaker's own words or the writer's.", _MODES),
            Field("content", "words", "What is said.", many=True, needed=True),
            Field("cue", "words", "The word that carries the saying.", empty=True),
            Field("addressee", "who", "To whom it is said.", empty=True),
            Field("chain", "who", "The voices it came through, outermost first, the speaker last.", many=True),
            Field("said", "day", "When it was said.", empty=True),
        ),
        "talk": (
            Field("parties", "who", "Who talks with whom.", many=True, needed=True),
            Field("status", "choice", "Held, or what became of it.", _TALKS),
            Field("when", "day", "On which day or days.", empty=True),
            Field("where", "text", "Where, in the report's words.", empty=True),
            Field("format", "text", "Meeting, call, summit.", empty=True),
            Field("minutes", "number", "How long.", empty=True),
            Field("evidence", "words", "The words that tell of it.", needed=True),
        ),
        "commitment": (
            Field("by", "who", "Who is bound by it.", many=True, needed=True),
            Field("to", "who", "To whom it was given.", many=True, empty=True),
            Field("action", "words", "What is to be done.", needed=True),
            Field("due", "day", "By when.", empty=True),
            Field("condition", "words", "On which condition.", empty=True),
            Field("status", "choice", "What this report says became of it.", _STATUSES),
            Field("stated_by", "who", "Who says so.", many=True, empty=True),
            Field("answer", "answer", "What others say of it; emptied, no answer is left.", _STANCES, empty=True),
            Field("evidence", "words", "The words that tell of it.", needed=True),
        ),
        "figure": (
            Field("value", "number", "The number.", needed=True),
            Field("high", "number", "The upper end of a range.", empty=True),
            Field("compare", "choice", "Exactly, or about.", _COMPARES),
            Field("unit", "text", "In what it is counted.", needed=True),
            Field("of", "text", "What is counted."),
            Field("where", "text", "Where, in the report's words.", empty=True),
            Field("by", "who", "Who counts; nobody for the writer.", empty=True),
            Field("said", "day", "When it was so.", empty=True),
            Field("fate", "text", "What befell those who are counted, as in killed.", empty=True),
            Field("evidence", "words", "The words that give it.", needed=True),
        ),
        "dispute": (
            Field("claim", "words", "What is in question.", needed=True),
            Field("asserted_by", "who", "Who says it is so.", many=True, needed=True),
            Field("denied_by", "who", "Who says it is not.", many=True, needed=True),
            Field("evidence", "words", "The words of both sides.", many=True, needed=True),
        ),
        "claim": (),
    }
)
"""The fields of each kind of record that a person may set."""

MERGEABLE: tuple[Judged, ...] = ("actor", "talk", "commitment", "dispute", "claim")
"""Records over several reports: what can be merged and split."""

REJECTABLE: tuple[Judged, ...] = ("actor", "statement", "talk", "commitment", "figure", "dispute", "claim")
ADDABLE: tuple[Judged, ...] = ("statement", "talk", "commitment", "figure", "dispute")
"""What can be added by selecting words of a report."""


def field_of(kind: Judged, name: str) -> Field | None:
    """The field of that name, or None where no such field can be corrected."""
    return next((field for field in FIELDS[kind] if field.name == name), None)
