"""Promise or not, sentence by sentence: campaign speeches and releases, against the labels of who made the corpus.

Each sentence is given as quoted speech of a named spokeswoman of the party, in a paragraph of its own; it counts as a
promise where the ledger holds a commitment with evidence inside it. The corpus' Commissive-A (an action that the party
binds itself to) is what is asked for; where our definition differs stands in docs/decisions/promises.md.
"""

import json
import lzma
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gate.commands import export, read, rows
from gate.sets import DAY

__all__ = ["as_report", "figures", "measure"]

Document = Mapping[str, Any]
ASKED = "Commissive-A"
MARKUP = re.compile(r"<[^>]*>|[“”\"]")
PART = "speech-acts-dev.jsonl.xz"


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 on the dev part."""
    with lzma.open(shared / "corpora" / "promises" / PART, "rt", encoding="utf-8") as lines:
        return figures([json.loads(line) for line in lines])


def figures(documents: Sequence[Document]) -> dict[str, float]:
    """Read every document as a report of a speech and count its sentences."""
    with tempfile.TemporaryDirectory() as room:
        ledger, inputs = Path(room) / "gate.db", Path(room) / "promises.jsonl"
        reports = [as_report(document) for document in documents]
        inputs.write_text("".join(json.dumps(report) + "\n" for report, _ in reports), encoding="utf-8")
        read([inputs], ledger)
        told = _told(rows(export(ledger, day=DAY)))
    hits = said = asked = 0
    for document, (report, places) in zip(documents, reports, strict=True):
        starts = told.get(str(report["file"]), [])
        for sentence, (first, last) in zip(document["sentences"], places, strict=True):
            ours, theirs = any(first <= start < last for start in starts), sentence["category"] == ASKED
            hits, said, asked = hits + (ours and theirs), said + ours, asked + theirs
    precision, recall = hits / max(1, said), hits / max(1, asked)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "promises by sentence: precision": round(precision, 4),
        "promises by sentence: recall": round(recall, 4),
        "promises by sentence: F1": round(f1, 4),
    }


def as_report(document: Document) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """The document as a report, and where in its text each sentence stands."""
    text = f"Mara Vint, a spokeswoman for {document['party']}, spoke on Monday.\n\n"
    places: list[tuple[int, int]] = []
    for sentence in document["sentences"]:
        words = " ".join(MARKUP.sub(" ", sentence["text"]).split())
        text += "“"
        places.append((len(text), len(text) + len(words)))
        text += words + "” Vint said.\n\n"
    name = f"{document['doc']}.txt"
    return {"file": name, "title": name, "outlet": "gate", "published": "2016-06-20", "text": text}, places


def _told(records: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """The first character of the evidence of each commitment, by report."""
    names = {record["id"]: record["name"].rpartition("/")[2] for record in records if record["type"] == "report"}
    found: dict[str, list[int]] = {name: [] for name in names.values()}
    for record in records:
        for mention in record["mentions"] if record["type"] == "commitment" else ():
            found[names[mention["report"]]].append(mention["evidence"]["start"])
    return found
