"""Claims: of pairs of statements by different reports, which are joined as one claim, and do both say the same?

`claims.json` beside this file lists the pairs by corpus, `file` and characters, judged by eye; the words stay in the
corpora. A pair counts as joined where a claim holds, in both places, a statement that covers most of the characters.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from spacy.language import Language

from gate.contradiction import figures
from onrecord.clean import clean, readable
from onrecord.extract import extract
from onrecord.link.link import link
from onrecord.model.ledger import Ledger
from onrecord.model.period import Published
from onrecord.model.report import Report
from onrecord.read import load

__all__ = ["joined", "ledger_of", "listed", "measure", "reports_of"]

Place = tuple[str, int, int]
Pairs = Sequence[tuple[Place, Place]]
SETS: Final = {"korea-2018": "seen", "ukraine-2014-2015": "held"}
ENOUGH: Final = 0.5  # of all characters that either covers, the share that both do


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of "these say the same", over the set looked at and the one held back."""
    found: dict[str, float] = {}
    nlp = load()
    for name, part in SETS.items():
        reports = reports_of(shared / "corpora" / "reports", name, _files(name))
        found |= {f"claims, {part}: {kind}": value for kind, value in score(name, ledger_of(reports, nlp)).items()}
    return found


def score(name: str, ledger: Ledger) -> dict[str, float]:
    """The figures of one set on its ledger."""
    answers = [(kind == "same", joined(ledger, *pair)) for kind in ("same", "apart") for pair in listed(name, kind)]
    return figures(answers)


def listed(name: str, kind: str) -> Pairs:
    """The pairs of a set that say the same, or those that do not."""
    rows: list[list[list[Any]]] = _list()[name][kind]
    return [(_place(one), _place(other)) for one, other in rows]


def joined(ledger: Ledger, one: Place, other: Place) -> bool:
    """Is there a claim with a statement at either place?"""
    ones, others = set(_at(ledger, one)), set(_at(ledger, other))
    return any(ones & set(claim.statements) and others & set(claim.statements) for claim in ledger.claims)


def ledger_of(reports: Sequence[Report], nlp: Language) -> Ledger:
    """What the reports come to, all of them counted."""
    docs = nlp.pipe([readable(report) for report in reports])
    readings = [extract(report, doc, reader="gate") for report, doc in zip(reports, docs, strict=True)]
    return link(reports, readings, day=date(2100, 1, 1))


def reports_of(corpora: Path, name: str, files: Iterable[str] | None = None) -> list[Report]:
    """The reports of a corpus with their days, all or those of some files."""
    wanted = None if files is None else set(files)
    found = _read(corpora / f"{name}.jsonl.xz", name)
    return [clean(report) for report in found if wanted is None or report.id in wanted]


def _read(path: Path, corpus: str) -> Iterator[Report]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            name = f"{corpus}/{row['file']}"
            day = date.fromisoformat(row["published"][:10])
            text = row["text"].replace("\r\n", "\n")
            yield Report(name, name, text, outlet=row["outlet"], published=Published(day, day, "given"))


def _at(ledger: Ledger, place: Place) -> Iterator[str]:
    report, start, end = place
    for statement in ledger.statements:
        if statement.report == report:
            first, last = statement.content[0].start, statement.content[-1].end
            if min(end, last) - max(start, first) >= ENOUGH * (max(end, last) - min(start, first)):
                yield statement.id


def _files(name: str) -> set[str]:
    return {place[0] for kind in ("same", "apart") for pair in listed(name, kind) for place in pair}


def _list() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return found


def _place(row: Sequence[Any]) -> Place:
    return str(row[0]), int(row[1]), int(row[2])
