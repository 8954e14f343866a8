"""Taking a report in: everything that one report brings, inside one transaction."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from onrecord.ledger import changes, places, samples, search, tables
from onrecord.ledger.forms import as_reading, as_report, reading_form, report_form
from onrecord.ledger.fuller import fuller
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["enter", "learn"]

_report, _reading = tables.report.c, tables.reading.c


def enter(connection: Connection, report: Report, reading: Reading) -> bool:
    """Enter a report, or replace what another reader found in it; False where just this was held already."""
    if reading.report != report.id:
        raise ValueError(f"the reading of {reading.report} is none of {report.id}")
    held = _held(connection, report.id)
    if held is not None and held[1].reader == reading.reader:
        return False
    if held is None:
        _add(connection, report, reading)
    else:
        search.forget(connection, *held)
        samples.forget(connection, report.id)
        report = replace(held[0], furniture=report.furniture, language=report.language)
        _replace(connection, report, reading)
    search.remember(connection, report, reading)
    places.remember(connection, report)
    changes.note(connection, report.id)
    return True


def learn(connection: Connection, report: Report) -> bool:
    """Add what another arrival of a held report knows more, such as its day; False where there is nothing to learn."""
    held = _held(connection, report.id)
    if held is None:
        return False
    known = fuller(held[0], report)
    if known == held[0]:
        return False
    connection.execute(update(tables.report).where(_report.id == report.id), {"fields": report_form(known)})
    places.remember(connection, known)
    changes.note(connection, report.id)
    return True


def _held(connection: Connection, report: str) -> tuple[Report, Reading] | None:
    query = select(_report.fields, _report.text, _reading.data).join_from(tables.report, tables.reading)
    row = connection.execute(query.where(_report.id == report)).one_or_none()
    return None if row is None else (as_report(row.fields, row.text), as_reading(row.data))


def _add(connection: Connection, report: Report, reading: Reading) -> None:
    form, data = report_form(report), reading_form(reading, report.text)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"id": report.id, "name": report.name, "fields": form, "text": report.text, "entered_at": now}
    connection.execute(insert(tables.report), row)
    connection.execute(insert(tables.reading), {"report_id": report.id, "reader": reading.reader, "data": data})


def _replace(connection: Connection, report: Report, reading: Reading) -> None:
    form, data = report_form(report), reading_form(reading, report.text)
    connection.execute(update(tables.report).where(_report.id == report.id), {"fields": form})
    found = {"reader": reading.reader, "data": data}
    connection.execute(update(tables.reading).where(_reading.report_id == report.id), found)
