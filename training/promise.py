"""The promise head's weights: python -m training.promise --shared ../shared

`training/promises.jsonl` says of clauses of the news about what is to come whether they bind who is to do it: the
report, the place of the deed's first letter, and what one person judged by the rules of the gold sets. Beside them
stand clauses of campaign speeches, which bind where others marked their sentence as a promise. A line is fitted through
the traits of these clauses and the vectors of their sentences as the reader gives them.
"""

import argparse
import json
import lzma
import tempfile
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import yaml
from numpy.typing import NDArray

from gate.promises import as_report
from onrecord import read
from onrecord.clean import clean
from onrecord.errors import Refused
from onrecord.extract.answering import with_answers
from onrecord.extract.commitments import sure
from onrecord.extract.commitments.bond import Scene
from onrecord.extract.commitments.bonds import find_bonds
from onrecord.extract.commitments.promised import candidates, told_by
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.statements.find import find_statements
from onrecord.extract.talks.find import find_talks
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import find_voices
from onrecord.ingest import take_in
from onrecord.pipeline import documents

JUDGED: Final = Path(__file__).with_name("promises.jsonl")
WEIGHTS: Final = Path(sure.__file__).with_name(sure.PLACE)
NEWS: Final = Path("corpora") / "reports" / "mixed-10k.jsonl.xz"
CAMPAIGN: Final = Path("corpora") / "promises" / "speech-acts-train.jsonl.xz"
PROMISES: Final = ("Commissive-A", "Commissive-O")
LESS: Final = 0.3
"""Weight of a clause of a speech: other text than news. Ten-fold, average precision on news .660 without, .676 so; 1.0
gives .673 and less at the top."""
SEEN: Final = 3
"""Clauses that a trait must stand in to be weighed."""
RIDGE: Final = 4.0
"""Penalty on the square of a weight; chosen by ten-fold tests over reports, where 1 to 8 differ by a hundredth."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Clause:
    """A judged clause: its traits, its sentence's vector, and whether it binds."""

    traits: frozenset[str]
    vector: NDArray[np.float32]
    binds: bool
    weight: float = 1.0


def judged(shared: Path, places: Path = JUDGED) -> list[Clause]:
    """The clauses of `places` as the reader and the rules see them today; those no longer asked about are left out."""
    rows = [json.loads(line) for line in places.read_text("utf-8").splitlines()]
    told = {(row["report"], row["at"]): bool(row["binds"]) for row in rows}
    wanted = {row["report"] for row in rows}
    with lzma.open(shared / NEWS, "rt", encoding="utf-8") as lines:
        reports = [row for row in map(json.loads, lines) if row["file"] in wanted]
    asked = _asked(reports)
    return [Clause(traits, vector, told[name, at]) for name, at, traits, vector in asked if (name, at) in told]


def spoken(shared: Path) -> list[Clause]:
    """The clauses of the campaign's training part, given as reports in the way of `gate.promises`."""
    with lzma.open(shared / CAMPAIGN, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    reports, told = [], {}
    for document in documents:
        report, places = as_report(document)
        reports.append(report)
        for sentence, (first, last) in zip(document["sentences"], places, strict=True):
            told.update(dict.fromkeys(((report["file"], at) for at in range(first, last)), sentence["category"]))
    asked = [one for one in _asked(reports) if one[:2] in told]
    return [Clause(traits, vector, told[name, at] in PROMISES, LESS) for name, at, traits, vector in asked]


def _asked(reports: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, int, frozenset[str], NDArray[np.float32]]]:
    """Every clause of some reports that the head could be asked about, with its report's name and its deed's place."""
    with tempfile.TemporaryDirectory() as room:
        inputs = Path(room) / "reports.jsonl"
        inputs.write_text("".join(json.dumps(report) + "\n" for report in reports), "utf-8")
        taken = [clean(one) for one in take_in([str(inputs)]) if not isinstance(one, Refused)]
    for report, doc in documents(taken, read.load()):
        if not isinstance(doc, Refused):
            name = report.name.rpartition("/")[2]
            yield from ((name, *clause) for clause in _clauses(Page(report, doc)))


def _clauses(page: Page) -> Iterator[tuple[int, frozenset[str], NDArray[np.float32]]]:
    times, voices = find_times(page), find_voices(page)
    statements = with_answers(page, voices, find_statements(page, voices, times))
    talks = find_talks(page, voices, statements, times)
    said = Said(page, statements)
    cast = Cast(voices, said)
    taken = told_by(find_bonds(page, cast, said, talks))
    for clause, traits, vector in candidates(page.doc, Scene(cast, said, [], talks), taken):
        yield clause.action.idx, traits, vector


def learn(clauses: Sequence[Clause], *, reader: str) -> sure.Head:
    """The line that tells those that bind from the others, by penalised logistic regression (Newton's steps)."""
    counts = Counter(name for clause in clauses for name in clause.traits)
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    rows = np.stack([_row(clause, names) for clause in clauses])
    binds = np.array([clause.binds for clause in clauses], np.float64)
    weights = _fit(rows, binds, np.array([clause.weight for clause in clauses]))
    traits = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=False)}
    return sure.Head(reader, round(float(weights[-1]), 4), traits, weights[len(names) : -1].astype(np.float32))


def _row(clause: Clause, names: Sequence[str]) -> Floats:
    vector = clause.vector.astype(np.float64)
    vector = sure.SCALE * vector / max(float(np.linalg.norm(vector)), 1e-9)
    return np.concatenate([[float(name in clause.traits) for name in names], vector, [1.0]])


def _fit(rows: Floats, binds: Floats, counts: Floats) -> Floats:
    penalty = np.full(rows.shape[1], 2 * RIDGE)
    penalty[-1] = 1e-6  # not on how common they are
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (chance - binds)) + penalty * weights
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def keep(head: sure.Head, place: Path = WEIGHTS) -> None:
    """Write the weights as the package reads them."""
    data = {
        "reader": head.reader,
        "bias": head.bias,
        "traits": dict(head.traits),
        "meaning": b64encode(head.meaning.astype("<f4").tobytes()).decode("ascii"),
    }
    place.write_text(f"# Made by training/promise.py.\n{yaml.safe_dump(data, sort_keys=True, width=120)}", "utf-8")


def main() -> None:
    """Fit the head on the vectors of the weights that are installed."""
    asked = argparse.ArgumentParser(prog="python -m training.promise", description=__doc__)
    asked.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with corpora/")
    given = asked.parse_args()
    clauses = judged(given.shared) + spoken(given.shared)
    keep(learn(clauses, reader=read.version(None)))


if __name__ == "__main__":
    main()
