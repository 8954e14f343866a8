"""The numbers that somebody counts in a report: troops, people, money, distances, lengths of talks, casualties."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.extract.figures.clause import evidence, place
from onrecord.extract.figures.compare import comparison
from onrecord.extract.figures.count import Counted, counted
from onrecord.extract.figures.fate import fate
from onrecord.extract.figures.units import units
from onrecord.extract.numbers import Number, numbers_in
from onrecord.extract.page import Page
from onrecord.extract.voices.find import Voices
from onrecord.model.acts import Compare
from onrecord.model.kinds import load
from onrecord.model.reading import FoundFigure, FoundStatement, TimeExpression

__all__ = ["find_figures"]

_FEW = 20  # "the two envoys", "these three points": a small number after such a word only says which ones
_POINTING = re.compile(r"\b(?:the|these|those|its|his|her|their|our|both|other|all|any|no) $", re.IGNORECASE)
_OF_IT = re.compile(r" of (?!the (?:month|year|week|day|century))\w", re.IGNORECASE)
_LATER = re.compile(r"[ -](?:ago|later|earlier|from now|old|on from)\b", re.IGNORECASE)
_AFTER = re.compile(r"(?:[ -]\w+)? (?:after|before|away)\b", re.IGNORECASE)
_KNOWING = re.compile(
    r" (?:familiar|briefed|close|with (?:direct )?knowledge|who (?:spoke|asked|declined|were briefed))\b"
)
_LASTED = re.compile(
    r"\b(?:lasts?|lasted|lasting)\b[^.;]*$|\b(?:spoke|talked|met|conferred|negotiated|sat|went on)\b[^.;]*\bfor "
    r"[^.;,]{0,30}$"
)
_FOR = re.compile(
    r"\b(?:for|over|spen[dt]s?|spending|serv(?:e|ed|es|ing)|took|takes?|lasts?|lasted|lasting|jailed)"
    r" (?:only |just |the )?$",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(?:terms?|sentences?|periods?|extension|delay|ban|pause|freeze|truce|curfew|maturity|duration|imprisonment|prison"
    r"|sentenced) (?:of|for|to|lasting) (?:only |just )?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:and|but|while|against) (?:[a-z]+ ){0,3}$")
_GROUP = 5  # "five other powers"; of two or three countries is usually said which
_MANY = 100  # a smaller number without a noun is more often something else
_WINDOW = 60
_ALIKE = 30  # letters of the evidence that are the same when a sentence is printed twice


def find_figures(
    page: Page, voices: Voices, statements: Sequence[FoundStatement], times: Sequence[TimeExpression]
) -> tuple[FoundFigure, ...]:
    """The figures in text order: every number with something counted that is no date, age, label or way of pointing."""
    text = page.seen
    taken = sorted((time.span.start, time.span.end) for time in times)
    found: list[FoundFigure] = []
    before: Counted | None = None
    for number in numbers_in(text):
        what = None if _in_time(number, taken) or _is_label(text, number) else counted(page.doc, text, number)
        if what is None and not _in_time(number, taken):
            what = _left_out(text, number, before)
        if what is None:
            continue
        before = what
        compare, start = comparison(text, number.start, what.end if what.kind == "measures" else number.end)
        if reason := _why(text, number, what, compare, start):
            found.append(_figure(page, number, what, (compare, start), statements, (reason,)))
    return tuple(_once(found))


def _left_out(text: str, number: Number, before: Counted | None) -> Counted | None:
    """ "1,000 troops in the valley and 20,000 by the river": the noun that the second number leaves out."""
    if before is None or before.kind != "counted" or number.value < _MANY:
        return None
    between = text[before.end : number.start]
    if len(between) > _WINDOW or re.search(r"[.;:!?\n]", between) or not _JOINED.search(between):
        return None
    return replace(before, end=number.end, head=None)


def _once(found: Sequence[FoundFigure]) -> Iterator[FoundFigure]:
    """A sentence that a report prints twice, as a standfirst and below, gives its figures once."""
    seen = set()
    for figure in found:
        key = (figure.value, figure.unit, " ".join(figure.evidence.exact.casefold().split())[:_ALIKE])
        if key not in seen:
            seen.add(key)
            yield figure


def _figure(
    page: Page,
    number: Number,
    what: Counted,
    compared: tuple[Compare, int],
    statements: Sequence[FoundStatement],
    why: tuple[str, ...],
) -> FoundFigure:
    compare, start = compared
    words = evidence(page, min(start, number.start), max(number.end, what.end))
    statement = _statement(statements, number.start)
    said = statements[statement] if statement is not None else None
    return FoundFigure(
        value=number.value,
        high=number.high,
        compare="more than" if compare in {"about", "exactly"} and _open_end(page, number) else compare,
        unit=what.unit,
        of=" ".join(what.of.split()) or what.unit,
        evidence=words,
        where=place(page, number, what),
        by=said.source if said else None,
        when=said.said if said else None,
        statement=statement,
        why=(*why, *_matched(page, number, what, start, told=said is not None)),
        fate=fate(page.seen, words, number, what),
    )


def _matched(page: Page, number: Number, what: Counted, start: int, *, told: bool) -> Iterator[str]:
    """The words behind each field of a figure."""
    yield f"number: {page.text[number.start : number.end]}"
    if start < number.start:
        yield f"comparison: {page.text[start : number.start].strip()}"
    yield f"unit: {what.noun}"
    yield "giver: the statement it stands in" if told else "giver: the writer"


def _open_end(page: Page, number: Number) -> bool:
    """ "5,000+", "5,000-plus" """
    text = page.text
    return text.startswith("+", number.end) or text[number.start : number.end].endswith("plus")


def _statement(statements: Sequence[FoundStatement], at: int) -> int | None:
    """The narrowest statement whose content holds the number."""
    holding = [
        (sum(span.end - span.start for span in statement.content), place)
        for place, statement in enumerate(statements)
        if any(span.start <= at < span.end for span in statement.content)
    ]
    return min(holding)[1] if holding else None


def _in_time(number: Number, taken: Sequence[tuple[int, int]]) -> bool:
    place = bisect_left(taken, (number.end, 0))
    return any(start < number.end and number.start < end for start, end in taken[max(0, place - 2) : place + 1])


def _is_label(text: str, number: Number) -> bool:
    """ "Article 5", "Rossa 1": a number behind a label or a name, with no noun of its own behind it."""
    before = re.search(r"([\w.’'-]+) $", text[max(0, number.start - 25) : number.start])
    if before is None:
        return False
    if re.search(r"\bGroup of $", text[max(0, number.start - 12) : number.start]):
        return True
    word = before[1]
    if word.casefold() in _labels() and not text[number.start : number.end].isalpha():
        return True
    follows = re.match(r"[ -][a-z]", text[number.end : number.end + 2]) is not None
    return (
        word[0].isupper()
        and word[1:].islower()
        and not follows
        and not re.match(r"%| ?[A-Z]", text[number.end : number.end + 2])
    )


def _why(text: str, number: Number, what: Counted, compare: Compare, start: int) -> str:
    """The rule by which the number is a figure; empty where it is none."""
    known = units()
    before = text[max(0, start - 12) : start]
    single = number.value == 1 and compare == "exactly" and not text[number.start : number.end].isdigit()
    if number.value == 0 or what.noun in known.never or single or _is_format(text, number):
        return ""
    if number.value == 1 and compare == "exactly" and what.kind not in {"money", "measures"}:
        return ""
    if what.kind in {"money", "measures"}:
        return f"figure: {what.kind}"
    if what.kind == "durations":
        return _lasting(text, number, what, compare, start)
    if number.value <= _FEW and compare == "exactly" and _POINTING.search(before):
        return ""
    if what.kind == "counted":
        return "" if _is_source(text, number, what) else "figure: counted"
    if what.noun in known.groups:
        return "figure: a group" if number.value >= _GROUP and not _POINTING.search(before) else ""
    return "figure: many" if number.value >= known.least and not 1900 <= number.value <= 2100 else ""


def _is_format(text: str, number: Number) -> bool:
    """ "25-by-25 foot", "3-by-5 card": what a thing measures both ways."""
    return text[number.end : number.end + 4] == "-by-" or text[max(0, number.start - 4) : number.start] == "-by-"


def _is_source(text: str, number: Number, what: Counted) -> bool:
    """ "According to three people", "two officials familiar with the talks": who says it, not what is counted."""
    if number.value >= units().least or what.unit not in {
        "people",
        "persons",
        "officers",
        "diplomats",
        "advisers",
        "employees",
    }:
        return False
    told = re.search(
        r"\b(?:according to|told by|said by|from) (?:at least )?$", text[max(0, number.start - 24) : number.start]
    )
    return told is not None or _KNOWING.match(text, what.end) is not None


def _lasting(text: str, number: Number, what: Counted, compare: Compare, start: int) -> str:
    """A length of time is a figure where something lasts it."""
    after = text[what.end : what.end + _WINDOW]
    if _LATER.match(after):
        return ""
    if _OF_IT.match(after):
        return "figure: length of something"
    if re.match(
        r"-[a-z]|[ -]long\b|[ -]?(?:\w+ )?(?:drive|flight|call|meeting|talks|conversation|round|session|ride|walk)\b",
        after,
    ):
        return "figure: length of something"
    if text[number.end : number.end + 1] == "-" and re.match(r" [a-z]", after):
        return "figure: length of something"
    if compare != "exactly" and _AFTER.match(after):
        return "figure: time between"
    head = what.head
    verb = next((one for one in head.ancestors if one.pos_ in {"VERB", "AUX"}), None) if head is not None else None
    if (
        verb is not None
        and (verb.lemma_ or verb.text.lower()).casefold() in units().lasting
        and what.unit in {"minutes", "hours", "days"}
    ):
        return "figure: lasting"
    before = text[max(0, start - _WINDOW) : start]
    if _LASTED.search(before) or _FOR.search(before) or _TERM.search(before):
        return "figure: lasting"
    return ""


@cache
def _labels() -> frozenset[str]:
    labels = load("numbers")["labels"]
    if not isinstance(labels, list):
        raise TypeError("numbers.yaml: labels is a list")
    return frozenset(str(label) for label in labels)
