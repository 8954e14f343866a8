"""`onrecord reports`: the reports held, with their days and agencies."""

import click

from onrecord.brief.index import Index
from onrecord.brief.quoting import short_id
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.entries import Column, table
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.model.records import ReportRecord
from onrecord.queries import chosen
from onrecord.queries.wording import day_or_none

__all__ = ["reports"]

_COLUMNS = (
    Column("Id", 10, whole=True),
    Column("Day", 24),
    Column("Basis", 7, whole=True),
    Column("Outlet", 16),
    Column("Title", rest=True),
    Column("Agencies", 12),
)


@click.command()
@asking("about", "since", "until", "ledger", "as-of", "json")
def reports(asked: Asked) -> int:
    """The reports held, with their days and agencies.

    The basis says how the day is known: given with the report, on its page, worked out from its text or from its
    neighbours (corpus), or unknown. --about asks for words of the title, the outlet, the name or an agency.

    \b
    Examples:
      onrecord reports --since 2019-03-20
      onrecord reports --about northline --json
    """
    index = look_up(asked)
    found = chosen.reports(index, asked.filters)
    if asked.as_json:
        print_records(found)
        return 0
    table(printer(), _COLUMNS, [_row(index, report) for report in found], noun="report", ledger=index.ledger)
    return 0


def _row(index: Index, report: ReportRecord) -> tuple[str, ...]:
    title = report.title or report.name
    if report.copies_of:
        title = f"(copies {short_id(report.copies_of)}) {title}"
    day = day_or_none(report.published.period)
    outlet, agencies = report.outlet or "", ", ".join(report.agencies)
    return short_id(report.id), day, report.published.basis, outlet, title, agencies
