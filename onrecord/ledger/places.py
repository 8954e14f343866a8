"""Where reports were found: which are held of one address, and which may be copies of one another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from heapq import nsmallest

from sqlalchemy import Connection, func, insert, select, update

from onrecord.ledger import changes, tables
from onrecord.ledger.forms import as_report, report_form
from onrecord.model.address import address_key
from onrecord.model.report import Report, Seen

__all__ = ["also_seen", "at_address", "copied", "remember"]

_report, _address, _print = tables.report.c, tables.address.c, tables.fingerprint.c
WORD = re.compile(r"\w+")
SHINGLE = 6  # words, as in link/copies.py
KEPT = 8  # of a report's shingles, those of the smallest hashes: two copies share most of them
SHARED = 4  # that a copy has in common at least; shorter reports share fewer and are not counted
COMMONEST = 50  # reports with one shingle: beyond that it is boilerplate


def remember(connection: Connection, report: Report) -> None:
    """Note the address of a report and its fingerprint; noting them again changes nothing."""
    if report.url:
        _add(connection, report.id, address_key(report.url))
    held = select(_print.value).where(_print.report_id == report.id)
    if connection.scalar(held.limit(1)) is None and (values := _fingerprint(report)):
        connection.execute(insert(tables.fingerprint), [{"report_id": report.id, "value": value} for value in values])


def at_address(connection: Connection, address: str) -> tuple[Report, ...]:
    """The reports held of an address, in the order of their ids."""
    found = select(_report.fields, _report.text).join_from(tables.report, tables.address)
    rows = connection.execute(found.where(_address.key == address_key(address)).order_by(_report.id))
    return tuple(as_report(row.fields, row.text) for row in rows)


def also_seen(connection: Connection, report: str, seen: Iterable[Seen]) -> bool:
    """Add places to a report that is held; False where all were known."""
    row = connection.execute(select(_report.fields, _report.text).where(_report.id == report)).one_or_none()
    if row is None:
        return False
    held = as_report(row.fields, row.text)
    known = replace(held, seen=tuple(sorted({*held.seen, *seen})))
    if known == held:
        return False
    connection.execute(update(tables.report).where(_report.id == report), {"fields": report_form(known)})
    changes.note(connection, report)
    return True


def copied(connection: Connection, report: Report) -> str | None:
    """The id of a report held that this one seems to copy, whole or nearly so; None where there is none."""
    values = _fingerprint(report)
    if len(values) < SHARED:
        return None
    shared = func.count(_print.value)
    found = select(_print.report_id, shared).where(_print.value.in_(values), _print.report_id != report.id)
    best = connection.execute(found.group_by(_print.report_id).order_by(shared.desc(), _print.report_id).limit(1))
    row = best.one_or_none()
    return row[0] if row is not None and row[1] >= SHARED else None


def _add(connection: Connection, report: str, key: str) -> None:
    there = select(_address.key).where((_address.key == key) & (_address.report_id == report))
    if connection.scalar(there) is None:
        connection.execute(insert(tables.address), {"key": key, "report_id": report})


def _fingerprint(report: Report) -> Sequence[int]:
    """The smallest hashes of the runs of six words in a report: a sample that two copies share."""
    words = WORD.findall(report.text.casefold())
    runs = {" ".join(words[n : n + SHINGLE]) for n in range(max(0, len(words) - SHINGLE + 1))}
    return nsmallest(KEPT, {_hash(run) for run in runs})


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=7).digest(), "big")
