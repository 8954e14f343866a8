"""Findings: what the ledger of the example reports must hold across reports and days, each either found or not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gate.world import Record, World, matched, overlap, place, plain, shared_days

__all__ = ["Check", "days_asked", "findings"]

Gold = Mapping[str, Any]
ENOUGH = 0.5
NOTHING: Record = {}


class Check(NamedTuple):
    """One thing looked for, in words, and whether it is so."""

    holds: bool
    what: str


def days_asked(gold: Gold) -> list[str]:
    """The days as of which the ledger must be exported, in order."""
    return sorted({day for commitment in gold["commitments"] for day in commitment["status"]})


def findings(gold: Gold, worlds: Mapping[str, World]) -> Iterator[Check]:
    """Every check of the gold file on the ledger as of the days it names; what spans no days is asked of the last."""
    last = worlds[max(worlds)]
    for commitment in gold["commitments"]:
        for day, allowed in commitment["status"].items():
            yield from _commitment(gold, commitment, day, allowed, worlds[day])
    for talk in gold["talks"]:
        yield from _talk(talk, last)
    for series in gold["series"]:
        yield _series(gold, series, last)
    for dispute in gold["disputes"]:
        yield _dispute(dispute, last)
    for one, other in gold["same_actor"]:
        known = [last.named(row["id"]) for row in last.of("actor")]
        yield Check(any({plain(one), plain(other)} <= names for names in known), f"one actor: {one}, {other}")
    for first, copy in gold["copies"]:
        yield Check(_copies(last, first, copy), f"{copy} copies {first}")
    for name, day in gold["published"].items():
        report = last.report(name)
        yield Check(bool(report) and shared_days(report and report["published"], day, day), f"{name} is of {day}")


def _copies(world: World, first: str, copy: str) -> bool:
    one, other = world.report(first) or NOTHING, world.report(copy) or NOTHING
    return any(a and b and a["copies_of"] == b["id"] for a, b in ((one, other), (other, one)))


def _commitment(gold: Gold, commitment: Gold, day: str, allowed: Sequence[str], world: World) -> Iterator[Check]:
    label = f"{commitment['name']}, as of {day}"
    wanted = [(name, words) for name, words in commitment["evidence"] if gold["published"][name] <= day]
    found = max(world.of("commitment"), key=lambda row: _met(world, row, commitment, wanted), default=NOTHING)
    met = _met(world, found, commitment, wanted) if found else 0
    yield Check(met == len(wanted), f"{label}: one record over {len(wanted)} reports")
    found = found if met else NOTHING
    status = found.get("status")
    yield Check(status in allowed, f"{label}: {status}, of {', '.join(allowed)}")
    if commitment["due"]:
        due = found.get("due")
        yield Check(shared_days(due, *commitment["due"]), f"{label}: due {due}")
    if day == max(commitment["status"]):
        for who, stances in commitment["responses"]:
            yield Check(_answered(world, found, who, stances), f"{label}: {who}: {stances}")


def _met(world: World, row: Record, commitment: Gold, wanted: Sequence[tuple[str, str]]) -> int:
    """In how many of the reports wanted this record has the words wanted."""
    if not matched(map(world.speaks_for, row["by"]), [frozenset([plain(name)]) for name in commitment["by"]]):
        return 0
    count = 0
    for name, words in wanted:
        report = world.report(name)
        spans = [m["evidence"] for m in row["mentions"] if report and m["report"] == report["id"]]
        if report:
            count += overlap(spans, place(report["text"], [words])) >= ENOUGH
    return count


def _answered(world: World, row: Record, who: str, stances: Sequence[str]) -> bool:
    answers = [answer for mention in row.get("mentions", ()) for answer in mention["responses"]]
    return any(
        answer["stance"] in stances and plain(who) in world.speaks_for(actor)
        for answer in answers
        for actor in answer["by"]
    )


def _talk(talk: Gold, world: World) -> Iterator[Check]:
    label = f"talk of {' and '.join(talk['parties'])}, {talk['when'][0]}"
    wanted = [frozenset([plain(name)]) for name in talk["parties"]]
    found = [
        row
        for row in world.of("talk")
        if matched(map(world.speaks_for, row["parties"]), wanted) and shared_days(row["when"], *talk["when"])
    ]
    yield Check(bool(found), label)
    yield Check(any(row["status"] == talk["status"] for row in found), f"{label}: {talk['status']}")
    reports = {report["id"] for name in talk["reports"] if (report := world.report(name))}
    over = any(reports <= {mention["report"] for mention in row["mentions"]} for row in found)
    yield Check(over, f"{label}: one record over {len(talk['reports'])} reports")


def _series(gold: Gold, series: Gold, world: World) -> Check:
    days = {report["id"]: gold["published"].get(report["name"].split("/")[-1]) for report in world.of("report")}
    points: dict[str, set[tuple[str | None, float, str]]] = {}
    for row in world.of("figure"):
        points.setdefault(row["series"], set()).add((days[row["report"]], row["value"], row["compare"]))
    wanted = {(day, value, compare) for day, value, compare in series["points"]}
    best = max((len(wanted & held) for held in points.values()), default=0)
    return Check(best == len(wanted), f"series of {series['name']}: {best} of {len(wanted)} points")


def _dispute(dispute: Gold, world: World) -> Check:
    def side(row: Record, names: Sequence[str], key: str) -> bool:
        return matched(map(world.speaks_for, row[key]), [frozenset([plain(name)]) for name in names])

    reports = {report["id"] for name in dispute["reports"] if (report := world.report(name))}
    found = any(
        side(row, dispute["asserted_by"], "asserted_by")
        and side(row, dispute["denied_by"], "denied_by")
        and reports <= {mention["report"] for mention in row["mentions"]}
        for row in world.of("dispute")
    )
    return Check(found, f"dispute: {dispute['name']}")
