"""Copies among real reports: are those pairs found that are copies, and none that only look like it?

`copies.json` beside this file lists both kinds by corpus and `file`, judged by eye; the words stay in the corpora. For
comparison the same pairs are judged by MinHash over word 3-grams, the usual means.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path

from datasketch import MinHash

from onrecord.clean import clean
from onrecord.link.copies import find_copies
from onrecord.link.scene import Scene
from onrecord.model.period import Published
from onrecord.model.report import Report
from onrecord.text.stem import fold, words

__all__ = ["Pair", "figures", "measure", "ours", "usual"]

Pair = frozenset[str]
ALIKE = (
    0.5  # estimated share of all 3-grams in common from which MinHash is taken to say "copy"; the best of 0.3 to 0.8
)
HASHES = 128


def measure(shared: Path) -> dict[str, float]:
    """Pairwise precision and recall of ours and, where datasketch is there, of MinHash."""
    listed = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    wanted = frozenset(Pair(pair) for pair in listed["copies"])
    names = {name for pair in (*listed["copies"], *listed["apart"]) for name in pair}
    reports = [clean(report) for report in _reports(shared / "corpora" / "reports", names)]
    return {**figures("copies", ours(reports), wanted), **figures("copies by MinHash", usual(reports), wanted)}


def ours(reports: Iterable[Report]) -> frozenset[Pair]:
    """All pairs of reports that linking takes for copies of one original."""
    held = tuple(reports)
    scene = Scene({report.id: report for report in held}, {}, {report.id: report.published for report in held}, {}, {})
    copies = find_copies(scene)
    return _pairs({report.id: copies.get(report.id, report.id) for report in held})


def usual(reports: Iterable[Report]) -> frozenset[Pair]:
    """All pairs whose 3-grams MinHash takes to be half the same."""
    hashed = {}
    for report in reports:
        hashed[report.id] = found = MinHash(num_perm=HASHES)
        tokens = words(fold(report.text))
        found.update_batch([" ".join(tokens[at : at + 3]).encode() for at in range(len(tokens) - 2)])
    return frozenset(
        Pair((one, other)) for one, other in combinations(hashed, 2) if hashed[one].jaccard(hashed[other]) >= ALIKE
    )


def figures(name: str, found: frozenset[Pair], wanted: frozenset[Pair]) -> dict[str, float]:
    """Precision and recall over pairs."""
    hits = len(found & wanted)
    return {
        f"{name}: precision": round(hits / max(1, len(found)), 4),
        f"{name}: recall": round(hits / max(1, len(wanted)), 4),
    }


def _pairs(origin: Mapping[str, str]) -> frozenset[Pair]:
    groups: dict[str, list[str]] = {}
    for report, first in origin.items():
        groups.setdefault(first, []).append(report)
    return frozenset(Pair(pair) for group in groups.values() for pair in combinations(group, 2))


def _reports(corpora: Path, names: set[str]) -> Iterator[Report]:
    for corpus in sorted({name.split("/")[0] for name in names}):
        with lzma.open(corpora / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                name = f"{corpus}/{row['file']}"
                if name in names:
                    day = date.fromisoformat(row["published"][:10])
                    text = row["text"].replace("\r\n", "\n")
                    yield Report(name, name, text, outlet=row["outlet"], published=Published(day, day, "given"))
