"""`onrecord show`: one record with all its evidence in context."""

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.brief.days import period_words
from onrecord.brief.index import Index
from onrecord.brief.quoting import short_id
from onrecord.cli.asked import Asked, asking
from onrecord.cli.consoles import printer
from onrecord.cli.context import in_context
from onrecord.cli.opening import look_up
from onrecord.cli.records import print_records
from onrecord.cli.report_text import report_text
from onrecord.export.rows import TYPES, Record
from onrecord.model.records import ReportRecord
from onrecord.queries.evidence import Proof, proofs
from onrecord.queries.facts import facts, title
from onrecord.queries.find import find
from onrecord.text.visible import one_line

__all__ = ["show"]


@click.command()
@click.argument("ident", metavar="ID")
@click.option("--why", is_flag=True, help="Also name the rules that found it and what they matched.")
@asking("ledger", "as-of", "json")
def show(asked: Asked, ident: str, why: bool) -> int:
    """One record with all its evidence in context.

    ID is the id of any record, or the beginning of it as the lists and the brief print it. Each quote stands in its
    sentence between « and », under the report it is from. A report is shown with its text: what is said in it marked,
    what is the page's and not the report's greyed.

    \b
    Examples:
      onrecord show c-1a2b
      onrecord show s-77f0 --why
      onrecord show r-5c01 --json | jq -r .text
    """
    index = look_up(asked)
    record = find(index.ledger, ident)
    if asked.as_json:
        print_records([record])
        return 0
    console = printer()
    if not record.id.startswith(ident):
        console.print(
            Text(f"{ident} is now {record.id}, as people decided (onrecord review list {record.id})", "yellow")
        )
    _head(console, index, record)
    if isinstance(record, ReportRecord):
        console.print(report_text(index, record))
    else:
        _evidence(console, index, record, why=why)
    if why:
        _why(console, record)
    return 0


def _head(console: Console, index: Index, record: Record) -> None:
    console.print(Text(f"{TYPES[type(record)]} {record.id}", style="dim"))
    console.print(Text(one_line(title(record, index)), style="bold"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    shown = [(label, value) for label, value in facts(record, index) if value]
    for label, value in shown:
        grid.add_row(Text(label, style="cyan"), Text(one_line(value)))
    console.print(grid)
    console.print()


def _evidence(console: Console, index: Index, record: Record, *, why: bool) -> None:
    report = ""
    for proof in proofs(record, index):
        if proof.span.report != report:
            report = proof.span.report
            console.print(_source(index, report))
        console.print(Padding(_proof(index, proof, why=why), (0, 0, 0, 2)))


def _source(index: Index, report: str) -> Text:
    found = index.reports.get(report)
    title = f" · {one_line(found.title)}" if found is not None and found.title else ""
    day = period_words(index.published(report)) or "no day"
    text = Text(index.outlet(report), style="bold")
    text.append(f" · {day}{title}", style="not bold")
    text.append(f" · {short_id(report)}", style="not bold dim")
    return text


def _proof(index: Index, proof: Proof, *, why: bool) -> Text:
    text = Text(f"{proof.label}: ", style="cyan")
    report = index.reports.get(proof.span.report)
    text.append_text(in_context(report.text, proof.span) if report else Text(one_line(proof.span.exact)))
    if why and proof.why:
        text.append(f" [{'; '.join(one_line(reason) for reason in proof.why)}]", style="dim")
    return text


def _why(console: Console, record: Record) -> None:
    reasons = tuple(getattr(record, "why", ()))
    console.print()
    console.print(Text("why", style="bold"))
    for reason in reasons or ("nothing is noted beside the evidence",):
        console.print(Padding(Text(one_line(reason)), (0, 0, 0, 2)))
