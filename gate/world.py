"""An exported ledger as the gate looks at it: who is who, which report is which, which characters a span covers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

__all__ = ["World", "f1", "matched", "overlap", "pairs_of", "place", "plain", "shared_days"]

Record = Mapping[str, Any]
Characters = frozenset[int]


@dataclass(frozen=True)
class World:
    """The records of one export by type, with the look-ups that every check needs."""

    records: Sequence[Record]

    def of(self, kind: str) -> list[Record]:
        """The records of one type."""
        return [record for record in self.records if record["type"] == kind]

    def named(self, actor: str | None) -> frozenset[str]:
        """The plain names of an actor."""
        found = next((row for row in self.of("actor") if row["id"] == actor), None)
        return frozenset(map(plain, [found["name"], *found["aliases"]])) if found else frozenset()

    def speaks_for(self, actor: str | None) -> frozenset[str]:
        """The plain names of an actor and of all for whom it speaks."""
        names: frozenset[str] = frozenset()
        seen: set[str] = set()
        while actor and actor not in seen:
            seen.add(actor)
            names |= self.named(actor)
            actor = next((row["party"] for row in self.of("actor") if row["id"] == actor), None)
        return names

    def report(self, name: str) -> Record | None:
        """The report of this file name."""
        return next((row for row in self.of("report") if row["name"].split("/")[-1] == name), None)


def plain(name: str) -> str:
    """A name without case, article or stray marks."""
    return re.sub(r"^(the|an?) ", "", re.sub(r"[^\w\s'.&-]", " ", name.casefold().replace("’", "'"))).strip()


def place(text: str, pieces: Iterable[str]) -> Characters:
    """The characters where these words of a text stand; each piece is looked for after the one before."""
    characters: set[int] = set()
    after = 0
    for piece in pieces:
        at = text.find(piece, after)
        at = at if at >= 0 else text.find(piece)
        if at >= 0:
            after = at + len(piece)
            characters.update(range(at, after))
    return frozenset(characters)


def covered(spans: Iterable[Record | None]) -> Characters:
    """The characters that these spans cover."""
    return frozenset(k for span in spans if span for k in range(span["start"], span["end"]))


def overlap(spans: Iterable[Record | None], gold: Characters, *, whole: bool = False) -> float:
    """The share of characters in common: of the smaller of the two, or of both together for the `whole`."""
    said = covered(spans)
    size = len(said | gold) if whole else min(len(said), len(gold))
    return len(said & gold) / size if size else 0.0


def pairs_of(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """One partner each, the best scores first; pairs of score 0 are none."""
    taken: list[tuple[int, int]] = []
    for said, gold in sorted(
        (pair for pair, score in scores.items() if score > 0), key=lambda pair: (-scores[pair], pair)
    ):
        if all(said != other[0] and gold != other[1] for other in taken):
            taken.append((said, gold))
    return taken


def matched(names: Iterable[frozenset[str]], wanted: Iterable[frozenset[str]]) -> bool:
    """Does every one wanted stand among these, under any of its names?"""
    here = list(names)
    return all(any(one & other for other in here) for one in wanted)


def f1(hits: int, said: int, gold: int) -> float:
    """The harmonic mean of the share of what is said that is right and the share of what is right that is said."""
    return 2 * hits / (said + gold) if said + gold else 1.0


def shared_days(said: Record | None, first: str, last: str, *, slack: int = 0) -> bool:
    """Does a period of the export share a day with this one, give or take `slack` days?"""
    start, end = (said or {}).get("start"), (said or {}).get("end")
    if not start and not end:
        return False
    days = timedelta(days=slack)
    begins, ends = date.fromisoformat(str(start or end)), date.fromisoformat(str(end or start))
    return begins - days <= date.fromisoformat(last) and date.fromisoformat(first) <= ends + days
