"""`onrecord attributions`: what the reader finds in reports, before anything is concluded."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Literal

import click
from spacy.language import Language
from spacy.tokens import Doc

from onrecord import read
from onrecord.clean import clean
from onrecord.cli.asked import Asked, asking
from onrecord.cli.inputs import INPUTS, PIPELINE, THREADS
from onrecord.cli.outcome import DONE, NOTHING, SOME_REFUSED, complain
from onrecord.cli.records import print_lines
from onrecord.cli.standoff import Folder
from onrecord.cli.streams import standard_input
from onrecord.errors import Refused
from onrecord.extract.page import Page
from onrecord.extract.statements.levels import levelled
from onrecord.ingest import take_in
from onrecord.model.attribution import Attribution
from onrecord.model.report import Report
from onrecord.pipeline import documents

__all__ = ["attributions"]

# Enough for full batches of the reader, few enough that the first lines come soon.
_AT_A_TIME = 32


@click.command()
@INPUTS
@THREADS
@PIPELINE
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "polnear"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, or brat stand-off files.",
)
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder for stand-off files.")
@asking()
def attributions(
    asked: Asked,
    inputs: tuple[str, ...],
    threads: int | None,
    pipeline: str | None,
    form: Literal["jsonl", "polnear"],
    out: Path | None,
) -> int:
    """Who said what in reports, without a ledger.

    Prints one JSON object a line for each attribution, beliefs and attitudes included: `report`, `source`, `cue` and
    `content` as places [start, end] in the text, `level` (0 for the outermost voice, 1 for whom that one tells of, and
    so on) and `confidence`. With --format polnear each report's text and its stand-off file are written into a folder,
    with what the reader itself marked and no levels.

    \b
    Examples:
      onrecord attributions monday.txt
      cat wire.jsonl | onrecord attributions -
      onrecord attributions reports/ --format polnear -o marked/
    """
    context = click.get_current_context()
    if not inputs:
        raise click.UsageError("name at least one file or folder, or - for standard input", context)
    if (form == "polnear") != (out is not None):
        raise click.UsageError("--format polnear and -o FOLDER go together", context)
    folder = Folder(out) if out is not None else None
    done = refused = 0
    for found in _read(inputs, threads, pipeline):
        if isinstance(found, Refused):
            complain(f"refused: {found}")
            refused += 1
            continue
        report, doc = found
        done += 1
        if folder is not None:
            folder.write(report, doc._.attributions)
        else:
            print_lines(_line(report, attribution) for attribution in levelled(Page(report, doc)))
    return DONE if not refused else SOME_REFUSED if done else NOTHING


def _read(inputs: tuple[str, ...], threads: int | None, pipeline: str | None) -> Iterator[tuple[Report, Doc] | Refused]:
    stdin = standard_input() if "-" in inputs else None
    nlp: Language | None = None
    for batch in _batches(take_in(inputs, stdin=stdin)):
        reports = [clean(report) for report in batch if not isinstance(report, Refused)]
        yield from (refused for refused in batch if isinstance(refused, Refused))
        if reports:
            nlp = nlp or read.load(threads=threads, pipeline=pipeline)
            for report, doc in documents(reports, nlp):
                yield (report, doc) if isinstance(doc, Doc) else doc


def _batches(arriving: Iterable[Report | Refused]) -> Iterator[list[Report | Refused]]:
    waiting = iter(arriving)
    while batch := list(islice(waiting, _AT_A_TIME)):
        yield batch


def _line(report: Report, attribution: Attribution) -> dict[str, object]:
    return {
        "report": report.name,
        "source": attribution.source,
        "cue": attribution.cue,
        "content": attribution.content,
        "level": attribution.level,
        "confidence": round(attribution.confidence, 4),
    }
