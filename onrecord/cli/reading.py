"""How a long reading shows itself: a bar on a terminal, plain lines elsewhere, refusals, and a summary."""

import re
import shlex
from collections import Counter
from collections.abc import Iterator
from time import perf_counter
from typing import Self

import click
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from onrecord.cli.consoles import printer
from onrecord.cli.outcome import complain
from onrecord.progress import Step, Summary
from onrecord.text.visible import one_line

__all__ = ["Reading"]

# Often enough to see that it lives, seldom enough for a log.
_SECONDS_BETWEEN_LINES = 10.0
# As many fit on a screen with their own lines.
_MANY_REFUSED, _REASONS = 10, 6
_NUMBER = re.compile(r"\d[\d.,]*")


class Reading:
    """Shows the steps of one reading on standard error and its summary on standard output."""

    def __init__(self, whole: int | None = None) -> None:
        self._whole, self._passed = whole, 0
        self._console = printer(error=True)
        self._bar = self._made_bar() if self._console.is_terminal else None
        self._task = self._bar.add_task("reading", total=self._whole or None, words="") if self._bar else None
        self._began = self._spoke = perf_counter()
        self._reports = self._words = 0
        self._again = 0

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._bar:
            self._bar.stop()
        if kind is KeyboardInterrupt and self._reports:
            click.echo(f"until here: {self._rate()}", err=True)

    def step(self, step: Step) -> None:
        """Take note of one report read, held or refused, and show it."""
        if step.refused is not None:
            self._refused(str(step.refused))
            return
        self._reports += 1
        self._words += step.words
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=self._passed, words=self._rate())
        elif perf_counter() - self._spoke >= _SECONDS_BETWEEN_LINES:
            self._spoke = perf_counter()
            click.echo(self._rate(), err=True)

    def passed(self, count: int) -> None:
        """So many more bytes of the inputs have been read."""
        self._passed += count

    def also(self, summary: Summary) -> None:
        """Count what was read again beside what was read."""
        self._again += summary.read_again

    def summary(self, summary: Summary, *, place: str, held: int, next_step: bool) -> None:
        """What the reading came to, where the ledger is, and what to do next."""
        parts = [f"{_count(summary.taken_in, 'report')} taken in"]
        again = summary.read_again + self._again
        for number, what in (
            (again, "read again"),
            (summary.already_held, "already held"),
            (summary.copies, "of them copies of others" if summary.copies > 1 else "of them a copy of another"),
            (len(summary.refused), "refused"),
        ):
            parts += [f"{number:,} {what}"] if number else []
        speed = f" ({summary.words / summary.seconds:,.0f} words a second)" if summary.words and summary.seconds else ""
        click.echo(f"{', '.join(parts)} · {summary.words:,} words in {summary.seconds:.1f} seconds{speed}")
        for line in _reasons(summary):
            click.echo(line)
        click.echo(f"The ledger is {place} and holds {_count(held, 'report')}.")
        if held and next_step:
            where = "" if place == "onrecord.db" else f" --ledger {shlex.quote(place)}"
            click.echo(f"Next: onrecord brief{where}")

    def _refused(self, reason: str) -> None:
        if self._bar:
            self._bar.console.print(Text(f"refused: {one_line(reason)}"), soft_wrap=True)
        else:
            complain(f"refused: {reason}")

    def _rate(self) -> str:
        """How far it is: reports, words, words a second, and how long it will still take where that can be told."""
        seconds = perf_counter() - self._began
        parts = [_count(self._reports, "report"), f"{self._words:,} words"]
        parts += [f"{self._words / seconds:,.0f} a second"] if seconds > 1 else []
        if self._whole and self._passed and seconds > 5:
            left = seconds * max(0, self._whole - self._passed) / self._passed
            parts += [f"{min(1.0, self._passed / self._whole):.0%}", f"about {_long(left)} left"]
        return ", ".join(parts)

    def _made_bar(self) -> Progress:
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(24),
            TextColumn("{task.fields[words]}"),
            TimeElapsedColumn(),
        )
        return Progress(*columns, console=self._console, transient=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _long(seconds: float) -> str:
    """A length of time as people say it."""
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 5_400 else f"{seconds / 3600:.1f} hours"


def _reasons(summary: Summary) -> Iterator[str]:
    """Why inputs were refused, the commonest reasons first, where there are more than a screen shows."""
    reasons = Counter(_NUMBER.sub("…", refused.what) for refused in summary.refused)
    if len(summary.refused) >= _MANY_REFUSED:
        for reason, count in reasons.most_common(_REASONS):
            yield f"  {count:,} refused: {one_line(reason)}"
        if len(reasons) > _REASONS:
            yield f"  {sum(reasons.values()) - sum(n for _, n in reasons.most_common(_REASONS)):,} for other reasons"
