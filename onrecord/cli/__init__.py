"""The command line: a skin over the pipeline, the brief and the export."""

import sys

from onrecord.cli.app import app
from onrecord.cli.outcome import Run, finish

__all__ = ["main"]


def main() -> None:
    """Run the command line and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code; it does not end the command.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    run = Run()
    sys.exit(finish(run, lambda: app.main(sys.argv[1:], prog_name="onrecord", standalone_mode=False, obj=run)))
