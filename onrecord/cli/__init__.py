"""The command line: a skin over the pipeline, the brief and the export."""

import sys
from collections.abc import Sequence

from onrecord.cli.app import app
from onrecord.cli.outcome import finish

__all__ = ["main", "run"]


def main() -> None:
    """Run the command line and end the process with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code; it does not end the command.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command to its exit status; whatever goes wrong is one line on standard error."""
    # Looked for here, because an error may come before the options are understood.
    debug = "--debug" in arguments
    return finish(lambda: app.main([*arguments], prog_name="onrecord", standalone_mode=False), debug=debug)
