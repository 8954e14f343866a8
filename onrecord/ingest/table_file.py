"""Tables, a report a row: CSV with whatever stands between its cells, and Parquet."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.columns import HINT, columns_of
from onrecord.ingest.decode import decode
from onrecord.ingest.limits import BYTES_A_REPORT, size
from onrecord.ingest.lines_file import long_lines
from onrecord.ingest.report import Facts, make_report
from onrecord.model.report import Report

__all__ = ["read_csv", "read_parquet"]

BETWEEN = ",;\t|"
ROWS = 64  # of a Parquet table in memory at a time
GROUP = 4_000_000_000  # bytes that one group of rows may unpack to


def read_csv(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a table whose first row names its columns. Raises `Refused` where none of them holds text."""
    csv.field_size_limit(BYTES_A_REPORT)
    lines = _decoded(arriving)
    first = next(lines, "")
    if not first.strip():
        raise Refused("the table is empty", where=arriving.where, hint="its first row must name its columns")
    between = max(BETWEEN, key=first.count)
    names = next(csv.reader([first], delimiter=between))
    columns = _columns([name.strip().lstrip("\ufeff") for name in names], terms, arriving.where)
    rows, number, empty = csv.reader(lines, delimiter=between), 1, True
    try:
        for number, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                empty = False
                found = dict(zip(names, row, strict=False))
                yield _row({name.strip(): cell for name, cell in found.items()}, columns, arriving, number, terms)
    except csv.Error as error:
        what = f"row {number + 1} cannot be read ({error})"
        raise Refused(
            what, where=arriving.where, hint="a quotation mark may be left open; rows before it were read"
        ) from error
    if empty:
        raise Refused("the table has no rows", where=arriving.where, hint="a row below its first is a report")


def read_parquet(arriving: Arrival, terms: Terms) -> Found:
    """The reports of a Parquet table, a few rows in memory at a time."""
    import pyarrow.parquet as parquet  # here, because it takes 0.3 s to import and few tables are Parquet

    with arriving.rewindable() as stream:
        table = parquet.ParquetFile(stream)
        groups = (table.metadata.row_group(number) for number in range(table.metadata.num_row_groups))
        if any(group.total_byte_size > GROUP for group in groups):
            what = f"a group of its rows unpacks to more than {size(GROUP)}"
            raise Refused(what, where=arriving.where, hint="write it with smaller groups")
        columns = _columns(table.schema_arrow.names, terms, arriving.where)
        batches = table.iter_batches(batch_size=ROWS)
        for number, row in enumerate((row for batch in batches for row in batch.to_pylist()), start=1):
            yield _row(row, columns, arriving, number, terms)


def _columns(names: Sequence[str], terms: Terms, where: str) -> Mapping[str, str]:
    """For each fact the column that holds it. Raises `Refused` where one asked for is not there, or none holds text."""
    there = {name.casefold() for name in names}
    for name in terms.columns.values():
        if name.casefold() not in there:
            raise Refused(f"there is no column {name!r}", where=where, hint=f"its columns are {', '.join(names)[:200]}")
    found = columns_of(names, terms.columns)
    if "text" not in found:
        raise Refused(f"no column holds the text (there are {', '.join(names)[:120]})", where=where, hint=HINT)
    return found


def _row(
    row: Mapping[str, object], columns: Mapping[str, str], whole: Arrival, number: int, terms: Terms
) -> Report | Refused:
    facts = {fact: _words(row.get(column)) for fact, column in columns.items()}
    taken = set(columns.values())
    given = Facts(
        title=facts.get("title"),
        outlet=facts.get("outlet"),
        byline=facts.get("byline"),
        url=facts.get("url"),
        published=facts.get("published"),
        extra={str(key): _plain(value) for key, value in row.items() if key not in taken and value not in (None, "")},
        via="table",
    )
    name = facts.get("file") or given.url or f"{whole.name}:{number}"
    where = f"{whole.where}, row {number}"
    try:
        return make_report(name, facts.get("text") or "", given, where=where, today=terms.today)
    except Refused as refused:
        return refused


def _words(value: object) -> str | None:
    """A cell as words: a time as ISO 8601, a list of authors with commas between them."""
    if value is None:
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return str(value).replace("\r\n", "\n").strip() or None


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool) else str(value)


def _decoded(arriving: Arrival) -> Iterator[str]:
    """The lines of a table as text; a table that is not UTF-8 is decoded whole, as one report would be."""
    try:
        arriving.beginning.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.end < len(arriving.beginning) - 4:
            yield from decode(arriving.whole(), where=arriving.where).text.splitlines(keepends=True)
            return
    yield from _utf8(arriving.stream, arriving.where)


def _utf8(stream: BinaryIO, where: str) -> Iterator[str]:
    for number, line in enumerate(long_lines(stream), start=1):
        if len(line) > BYTES_A_REPORT:
            raise Refused(f"line {number} is longer than {size(BYTES_A_REPORT)}", where=where, hint="cut it")
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8").replace("\0", "")
        except UnicodeDecodeError as error:
            what = f"line {number} is not UTF-8"
            raise Refused(what, where=where, hint="save the table as UTF-8; rows before it were read") from error
