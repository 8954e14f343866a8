"""`onrecord review export`: corrected reports as training data."""

from pathlib import Path

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.standoff import Folder
from onrecord.ledger import open_ledger
from onrecord.review.ground import reports_of
from onrecord.review.training import corrected

__all__ = ["export"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--decided-only", is_flag=True, help="Leave out what nobody has decided about.")
@asking("ledger")
def export(asked: Asked, folder: Path, decided_only: bool) -> int:
    """Write corrected reports as training data.

    Each report in which a statement was accepted, corrected, rejected or added is written into FOLDER as its text and a
    brat stand-off file in the form of PolNeAR: source, cue and content of every statement as it was left.

    \b
    Example:
      onrecord review export corrected/
    """
    out = Folder(folder)
    count = attributions = 0
    with open_ledger(asked.ledger) as store:
        judgements = store.judgements()
        names = sorted(name for name in reports_of(judgements) if store.holds(name))
        held = ((store.report(name), store.reading(name)) for name in names)
        for report, found in corrected(held, judgements, decided_only=decided_only):
            out.write(report, found)
            count += 1
            attributions += len(found)
    click.echo(f"{count} report{'' if count == 1 else 's'} with {attributions} attributions written to {folder}")
    return 0
