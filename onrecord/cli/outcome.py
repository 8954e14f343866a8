"""How a command ends: its exit status, and one line for whatever went wrong.

0 done, 1 done but some input was refused, 2 wrong usage, 3 nothing could be done, 130 stopped from the keyboard.
"""

import os
import sys
import traceback
from collections.abc import Callable

import click

from onrecord.errors import OnrecordError, UsageError
from onrecord.text.visible import one_line

__all__ = ["DONE", "NOTHING", "SOME_REFUSED", "STOPPED", "USAGE", "complain", "finish"]

DONE, SOME_REFUSED, USAGE, NOTHING, STOPPED = 0, 1, 2, 3, 130


def complain(line: str) -> None:
    """One line on standard error, safe to show."""
    click.echo(f"onrecord: {one_line(line)}", err=True)


def finish(command: Callable[[], object], *, debug: bool = False) -> int:
    """Run a command to its exit status; every error becomes one line."""
    try:
        status = command()
    except click.exceptions.Exit as end:
        return end.exit_code
    except (BrokenPipeError, SystemExit):  # Click answers a pipe that nobody reads with SystemExit
        return _nobody_reads()
    except (KeyboardInterrupt, click.Abort):
        complain("stopped; what was entered stays, and the same command goes on from there")
        return STOPPED
    except Exception as error:  # a fault of ours, too, is told in one line
        return _told(error, debug=debug)
    return status if isinstance(status, int) else DONE


def _told(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    if isinstance(error, click.UsageError):
        complain(_usage(error))
        return USAGE
    if isinstance(error, UsageError):
        complain(str(error))
        return USAGE
    if isinstance(error, OnrecordError):
        complain(str(error))
    elif isinstance(error, click.ClickException):
        complain(error.format_message())
    elif isinstance(error, OSError):
        complain(_system(error))
    else:
        hint = "" if debug else "; run it again with --debug and report what it prints"
        complain(f"a fault in onrecord itself ({type(error).__name__}: {error}){hint}")
    return NOTHING


def _usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx is not None else "onrecord"
    what = error.format_message().rstrip(".")
    what = what[:1].lower() + what[1:]
    return what if what.endswith("?") or "--help" in what else f"{what}; {path} --help explains it"


def _system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}"


def _nobody_reads() -> int:
    """The reader of a pipe has gone, as `head` does: that is no failure, and nothing more shall be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
