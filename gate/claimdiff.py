"""ClaimDiff: two outlets' claims on one event; does the one weaken the other, and does our measure say contradiction?

The label "weaken" is wider than contradiction: its people said of each pair whether reading one claim makes the other
less convincing, also by tone or by another side of the matter; most such pairs contradict each other in nothing that
is told. So two things are reported: of the pairs that we find to contradict, the share that is labelled "weaken"
(beside the share of all pairs), and of the pairs labelled so the share that we find. And: how well nearness in meaning
tells pairs labelled "strengthen" from the others (the chance that a pair of the first kind is nearer than one of the
second; 0.5 would be blind). Each claim is read as a report; where it attributes nothing it is taken as the outlet's own
statement. The train part is used, the only one that is here; nothing was fitted on it.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from spacy.language import Language

from gate.contradiction import DAY, scene_of
from onrecord.extract import extract
from onrecord.extract.page import Page
from onrecord.extract.sense import sense_of
from onrecord.extract.voices.find import find_voices
from onrecord.link.contradiction import conflict
from onrecord.link.said import Said, said_in
from onrecord.link.statements import link_statements
from onrecord.model.meaning import likeness
from onrecord.model.reading import FoundStatement, Reading
from onrecord.model.report import Report
from onrecord.read import load

__all__ = ["Claims", "chance_nearer", "measure", "pairs", "said_whole"]

AT_ONCE: Final = 400  # claims in one scene, so that an actor is one in all of a topic's


class Claims(NamedTuple):
    """Two claims of one topic, and whether the second weakens, or strengthens, the first."""

    topic: str
    one: str
    other: str
    holds: bool


def measure(shared: Path, nlp: Language | None = None) -> dict[str, float]:
    """Shares from 0 to 1, and the chance that tells strengthening pairs by their nearness."""
    reader = nlp or load()
    weak, strong = list(pairs(shared, "weak")), list(pairs(shared, "strength"))
    read = _read((*weak, *strong), reader)
    found = [(pair.holds, _against(read[pair.one], read[pair.other])) for pair in weak]
    hits = sum(so and said for so, said in found)
    near = [(pair.holds, _nearness(read[pair.one], read[pair.other])) for pair in strong]
    return {
        "weaken: precision of contradiction": round(hits / max(1, sum(said for _, said in found)), 4),
        "weaken: share of all pairs": round(sum(so for so, _ in found) / len(found), 4),
        "weaken: recall of contradiction": round(hits / max(1, sum(so for so, _ in found)), 4),
        "strengthen: told by nearness in meaning": round(chance_nearer(near), 4),
    }


def pairs(shared: Path, kind: str) -> Iterator[Claims]:
    """The pairs of one kind, "weak" or "strength"; of a pair and its reverse both, as they are labelled apart."""
    path = shared / "corpora" / "claimdiff" / f"claimdiff-{kind}-train.jsonl.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Claims(row["topic"], row["claim_a"], row["claim_b"], row["relation"] == 1)


def chance_nearer(pairs: Iterable[tuple[bool, float]]) -> float:
    """The chance that a pair that is so scores above one that is not; ties count half."""
    ordered = sorted(pairs, key=lambda pair: pair[1])
    so, total, at = sum(true for true, _ in ordered), 0.0, 0
    while at < len(ordered):
        stop = at
        while stop < len(ordered) and ordered[stop][1] == ordered[at][1]:
            stop += 1
        total += sum(true for true, _ in ordered[at:stop]) * (at + stop + 1) / 2
        at = stop
    rest = len(ordered) - so
    return (total - so * (so + 1) / 2) / (so * rest) if so and rest else 0.5


def _read(claims: Sequence[Claims], nlp: Language) -> Mapping[str, Sequence[Said]]:
    texts = list(dict.fromkeys(text for pair in claims for text in (pair.one, pair.other)))
    found: dict[str, list[Said]] = {text: [] for text in texts}
    for at in range(0, len(texts), AT_ONCE):
        some = texts[at : at + AT_ONCE]
        reports = [Report(f"r-{n:04}", "claim", text, published=DAY) for n, text in enumerate(some)]
        readings = [said_whole(report, nlp) for report in reports]
        scene = scene_of(reports, readings)
        for said in said_in(scene, link_statements(scene)):
            found[some[int(said.statement.report.removeprefix("r-"))]].append(said)
    return found


def said_whole(report: Report, nlp: Language) -> Reading:
    """The reading of a claim; one that attributes nothing is itself what somebody says."""
    doc = nlp(report.text)
    reading = extract(report, doc, reader="gate")
    if reading.statements:
        return reading
    page = Page(report, doc)
    bare = FoundStatement(None, None, (), None, (page.span(0, len(report.text)),), "direct", "assert")
    whole = FoundStatement(
        None, None, (), None, bare.content, "direct", "assert", sense=sense_of(page, find_voices(page), bare)
    )
    return Reading(report.id, "gate", voices=reading.voices, statements=(whole,), figures=reading.figures,
                   times=reading.times)  # fmt: skip


def _against(ones: Sequence[Said], others: Sequence[Said]) -> bool:
    return any(conflict(one, other) is not None for one in ones for other in others)


def _nearness(ones: Sequence[Said], others: Sequence[Said]) -> float:
    near = [likeness(one.meaning, other.meaning) for one in ones for other in others]
    return max((value for value in near if value is not None), default=0.0)
