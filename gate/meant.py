"""Who is meant: statements whose source is a pronoun or a description, and whether the ledger names the right one.

A source counts as a pronoun ("he", "which", "its") or as a description: words without a capital but for an article at
the front ("the agency", "a spokesman", "both delegations"). The statement of the ledger is the one whose content shares
at least half of its characters with the gold statement's; a statement that is missing is counted apart.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate.commands import rows
from gate.sets import ledger_of
from gate.world import World, overlap, pairs_of, place, plain

__all__ = ["Case", "cases", "figures", "kind_of", "measure"]

Gold = Mapping[str, Any]
_WORDS = (
    "i we you he she it they me us him her them my our his its their who which that whom whose both "
    "this these those himself herself itself themselves"
)
PRONOUNS = frozenset(_WORDS.split())
ARTICLES = frozenset({"the", "a", "an"})
ENOUGH = 0.5  # of the characters of both together


@dataclass(frozen=True, slots=True)
class Case:
    """One gold statement with such a source: its kind, whether the ledger has it, and whether it is right about it."""

    kind: str
    found: bool
    right: bool


def measure(shared: Path) -> dict[str, float]:
    """Shares over all sets together, from 0 to 1."""
    found: list[Case] = []
    for folder in sorted(path for path in (shared / "gold").iterdir() if path.is_dir()):
        found += cases(folder, World(rows(ledger_of(folder))))
    return figures(found)


def figures(found: list[Case]) -> dict[str, float]:
    """The share named right of the statements found, by kind and together, and together of all."""
    told = [case for case in found if case.found]
    return {
        "pronouns: right person": _share([case for case in told if case.kind == "pronoun"]),
        "descriptions: right person": _share([case for case in told if case.kind == "description"]),
        "pronouns and descriptions: right person": _share(told),
        "pronouns and descriptions: right person, missed ones counted": _share(found),
    }


def _share(of: list[Case]) -> float:
    return round(sum(case.right for case in of) / len(of), 4) if of else 1.0


def cases(folder: Path, world: World) -> Iterator[Case]:
    """The cases of a set beside its ledger."""
    for path in sorted(folder.glob("*.txt.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / gold["report"]).read_text(encoding="utf-8").replace("\r\n", "\n").lstrip("\ufeff")
        yield from _of_report(world, gold, text)


def _of_report(world: World, gold: Gold, text: str) -> Iterator[Case]:
    report = world.report(gold["report"])
    said = [row for row in world.of("statement") if report is not None and row["report"] == report["id"]]
    partner = _partners(world, said, gold, text)
    for number, statement in enumerate(gold["statements"]):
        kind = kind_of(statement["source_text"] or "")
        if kind:
            row = partner.get(number)
            right = row is not None and _same(world, row["source"], gold, statement["source"])
            yield Case(kind, row is not None, right)


def _partners(world: World, said: list[Mapping[str, Any]], gold: Gold, text: str) -> dict[int, Mapping[str, Any]]:
    scores = {}
    for j, statement in enumerate(gold["statements"]):
        content = place(text, statement["content"])
        for i, row in enumerate(said):
            alike = overlap(row["content"], content, whole=True)
            if alike >= ENOUGH:
                scores[i, j] = alike + 0.5 * _same(world, row["source"], gold, statement["source"])
    return {j: said[i] for i, j in pairs_of(scores)}


def _same(world: World, actor: str | None, gold: Gold, name: str) -> bool:
    aliases = gold["actors"].get(name, {}).get("aliases", [])
    return bool(world.named(actor) & frozenset(map(plain, [name, *aliases])))


def kind_of(source: str) -> str:
    """`pronoun`, `description`, or nothing for a source with a name in it."""
    words = source.split()
    if words and words[0].casefold() in ARTICLES:
        words = words[1:]
    if len(words) == 1 and words[0].casefold() in PRONOUNS:
        return "pronoun"
    return "description" if words and all(word == word.lower() for word in words) else ""
