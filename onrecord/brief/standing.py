"""Who stands for a claim and who against it, and how that came about day by day."""

from collections.abc import Iterator, Mapping
from datetime import date

from onrecord.brief.index import Index
from onrecord.model.acts import Objecting
from onrecord.model.period import Period
from onrecord.model.records import Claim, Statement

__all__ = ["history", "told_of", "who_says"]

_OBJECTIONS: Mapping[Objecting, str] = {
    "doubt": "doubted by", "deny": "denied by", "contradict": "said otherwise by", "take back": "taken back by",
}  # fmt: skip
_ALONE: Mapping[str, str] = {"deny": "denied by", "doubt": "doubted by"}
"""What somebody does who is known to speak of a claim only to deny or doubt it."""


def told_of(claim: Claim, index: Index) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The statements of a claim with what each does and why it is counted so: who said it first, who spoke against."""
    for place, name in enumerate(claim.statements):
        statement = index.statements.get(name)
        how = _ALONE.get(statement.act, "said by") if statement and claim.status in ("denied", "doubted") else "said by"
        yield name, f"first {how}" if place == 0 and len(claim.statements) > 1 else how, ()
    for objection in claim.against:
        yield objection.statement, _OBJECTIONS[objection.stance], (objection.why,)


def who_says(index: Index, name: str) -> str:
    """Who makes a statement, by name."""
    statement = index.statements.get(name)
    return index.name(statement.source) if statement and statement.source else "somebody unnamed"


def history(claim: Claim, index: Index) -> list[tuple[Period, str]]:
    """Day by day who said it and who spoke against it, in words: what several did on one day alike is one line."""
    lines: dict[tuple[Period, str], list[str]] = {}
    for name, how, _ in told_of(claim, index):
        statement = index.statements.get(name)
        if statement is not None:
            lines.setdefault((_days(index, statement), how), []).append(who_says(index, name))
    rows = [(day, f"{how} {_names(names)}") for (day, how), names in lines.items()]
    return sorted(rows, key=lambda row: row[0].end or row[0].start or date.min)


def _days(index: Index, statement: Statement) -> Period:
    return statement.said if statement.said.known else index.published(statement.report)


def _names(names: list[str]) -> str:
    once = list(dict.fromkeys(names))
    return " and ".join(filter(None, [", ".join(once[:-1]), once[-1]]))
