"""Marks for single reports: what the ledger holds of a report beside what a careful reader enters."""

from collections.abc import Mapping, Sequence
from typing import Any

from gate.world import Record, World, f1, overlap, pairs_of, place, plain

__all__ = ["marks"]

Gold = Mapping[str, Any]
Count = tuple[int, int, int]
ENOUGH = 0.5  # of the characters in common, for two passages to be the same


def marks(world: World, golds: Sequence[Gold]) -> dict[str, float]:
    """F1 over these reports: statements by content (and source), talks, commitments, figures, furniture."""
    counts: dict[str, list[Count]] = {}
    for gold in golds:
        for name, count in _one(world, gold).items():
            counts.setdefault(name, []).append(count)
    return {name: f1(*(sum(column) for column in zip(*rows, strict=True))) for name, rows in counts.items()}


def _one(world: World, gold: Gold) -> dict[str, Count]:
    report = world.report(gold["report"])
    if report is None:
        raise ValueError(f"{gold['report']} is not in the ledger")
    return {
        **_statements(world, report, gold),
        "talks": _talks(world, report, gold),
        "commitments": _commitments(world, report, gold),
        "figures": _figures(world, report, gold),
        "furniture lines": _furniture(report, gold),
    }


def _statements(world: World, report: Record, gold: Gold) -> dict[str, Count]:
    said = [row for row in world.of("statement") if row["report"] == report["id"]]
    wanted = [place(report["text"], row["content"]) for row in gold["statements"]]
    scores = {}
    for i, row in enumerate(said):
        for j, content in enumerate(wanted):
            alike = overlap(row["content"], content, whole=True)
            source = _same(world, row["source"], gold, gold["statements"][j]["source"])
            scores[i, j] = alike + 0.5 * source if alike >= ENOUGH else 0.0
    pairs = pairs_of(scores)
    right = sum(_same(world, said[i]["source"], gold, gold["statements"][j]["source"]) for i, j in pairs)
    return {
        "statements: content": (len(pairs), len(said), len(wanted)),
        "statements: content and source": (right, len(said), len(wanted)),
    }


def _talks(world: World, report: Record, gold: Gold) -> Count:
    said = [row for row in world.of("talk") if any(mention["report"] == report["id"] for mention in row["mentions"])]
    scores = {
        (i, j): _parties(world, row["parties"], gold, talk["parties"])
        * (1 + overlap(_here(row, report), place(report["text"], [talk["evidence"]])))
        for i, row in enumerate(said)
        for j, talk in enumerate(gold["talks"])
    }
    return len(pairs_of(scores)), len(said), len(gold["talks"])


def _commitments(world: World, report: Record, gold: Gold) -> Count:
    said = [row for row in world.of("commitment") if any(m["report"] == report["id"] for m in row["mentions"])]
    scores = {}
    for i, row in enumerate(said):
        for j, commitment in enumerate(gold["commitments"]):
            alike = overlap(_here(row, report), place(report["text"], [commitment["evidence"]]))
            by = any(
                _sides(world, actor) & _names(gold, name, side=True) for actor in row["by"] for name in commitment["by"]
            )
            scores[i, j] = alike if by and alike >= ENOUGH else 0.0
    return len(pairs_of(scores)), len(said), len(gold["commitments"])


def _figures(world: World, report: Record, gold: Gold) -> Count:
    said = [row for row in world.of("figure") if row["report"] == report["id"]]
    scores = {
        (i, j): overlap([row["evidence"]], place(report["text"], [figure["evidence"]]))
        * (row["value"] == figure["value"])
        for i, row in enumerate(said)
        for j, figure in enumerate(gold["figures"])
    }
    return len(pairs_of(scores)), len(said), len(gold["figures"])


def _furniture(report: Record, gold: Gold) -> Count:
    marked = {k for start, end in report["furniture"] for k in range(start, end)}
    said, wanted, at = set(), set(), 0
    for number, line in enumerate(report["text"].split("\n")):
        letters = [at + k for k, letter in enumerate(line) if not letter.isspace()]
        if letters and sum(k in marked for k in letters) * 2 > len(letters):
            said.add(number)
        if line.strip() in gold["furniture"]:
            wanted.add(number)
        at += len(line) + 1
    return len(said & wanted), len(said), len(wanted)


def _here(record: Record, report: Record) -> list[Record]:
    return [mention["evidence"] for mention in record["mentions"] if mention["report"] == report["id"]]


def _names(gold: Gold, name: str, *, side: bool = False) -> frozenset[str]:
    actor = gold["actors"].get(name, {})
    names = frozenset(map(plain, [name, *actor.get("aliases", [])]))
    return names | _names(gold, actor["party"]) if side and actor.get("party") else names


def _same(world: World, actor: str | None, gold: Gold, name: str) -> bool:
    return bool(world.named(actor) & _names(gold, name))


def _sides(world: World, actor: str) -> frozenset[str]:
    return world.speaks_for(actor)


def _parties(world: World, actors: Sequence[str], gold: Gold, names: Sequence[str]) -> float:
    """The share of parties met on the side that is met less; 0 where it is under half."""
    if not actors or not names:
        return 0.0
    wanted = [_names(gold, name, side=True) for name in names]
    said = [_sides(world, actor) for actor in actors]
    share = min(
        sum(any(one & other for other in said) for one in wanted) / len(wanted),
        sum(any(one & other for other in wanted) for one in said) / len(said),
    )
    return share if share >= ENOUGH else 0.0
