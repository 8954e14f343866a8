"""What a command is asked: the ledger, the day, the filters and the form of the answer, as one value."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import cast, get_args

import click

from onrecord.cli.outcome import Run
from onrecord.model.acts import Act, ActorKind, CommitmentStatus, TalkStatus
from onrecord.settings import Settings

__all__ = ["Asked", "Day", "Filters", "asking"]


class Day(click.ParamType[date]):
    """A day of the calendar written as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; anything that is no day of the calendar is wrong usage."""
        if isinstance(value, date):
            return value
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
                raise ValueError
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{str(value)!r} is no day of the calendar; write it like 2031-02-28", param, ctx)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the records of a list must meet; None and empty let everything through."""

    by: str | None = None
    to: str | None = None
    about: str | None = None
    since: date | None = None
    until: date | None = None
    act: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The ledger to open, the day as of which to look, what to let through, and whether records are wanted as JSON."""

    ledger: str
    day: date
    filters: Filters = Filters()
    as_json: bool = False


_STATUSES = {"talk": get_args(TalkStatus), "commitment": get_args(CommitmentStatus)}

_OPTIONS = {
    "ledger": click.option("--ledger", metavar="PLACE", help="The ledger's file or URL [default: $ONRECORD_LEDGER, else onrecord.db]."),
    "as-of": click.option("--as-of", "day", type=Day(), help="Look as of this day: only what was published by then counts [default: today]."),
    "json": click.option("--json", "as_json", is_flag=True, help="Print the records as JSON Lines."),
    "by": click.option("--by", metavar="WHO", help="Only by this actor or those who speak for it: a name, part of one, or an id."),
    "to": click.option("--to", metavar="WHO", help="Only to (or with) this actor or those who speak for it."),
    "about": click.option("--about", metavar="WORDS", help="Only where all these words occur, or that bear on the record of this id."),
    "since": click.option("--since", type=Day(), help="Only from this day on."),
    "until": click.option("--until", type=Day(), help="Only up to this day."),
    "act": click.option("--act", type=click.Choice(get_args(Act)), multiple=True, help="Only this act; may be given again."),
    "kind": click.option("--kind", type=click.Choice(get_args(ActorKind)), multiple=True, help="Only this kind; may be given again."),
    "status-of-talk": click.option("--status", type=click.Choice(_STATUSES["talk"]), multiple=True, help="Only this status; may be given again."),
    "status-of-commitment": click.option("--status", type=click.Choice(_STATUSES["commitment"]), multiple=True, help="Only this status; may be given again."),
}  # fmt: skip


def _debugging(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    ctx.ensure_object(Run).debug |= wanted


_DEBUG = click.option("--debug", is_flag=True, expose_value=False, is_eager=True, callback=_debugging, help="Show the traceback of an error.")  # fmt: skip


def asking(*options: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command these common options; it gets them as one `Asked`, and its own parameters by name."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def run(**given: object) -> int:
            common = {name: given.pop(name) for name in _NAMES & given.keys()}
            return command(_asked(common), **given)

        wrapped: Callable[..., int] = _DEBUG(run)
        for name in reversed(options):
            wrapped = _OPTIONS[name](wrapped)
        return wrapped

    return decorate


_FILTERS = frozenset(Filters.__slots__)
_NAMES = _FILTERS | {"ledger", "day", "as_json"}


def _asked(given: dict[str, object]) -> Asked:
    settings = Settings.from_environment(os.environ)
    chosen = Filters(**{name: value for name, value in given.items() if name in _FILTERS})  # type: ignore[arg-type]
    if chosen.since and chosen.until and chosen.since > chosen.until:
        raise click.UsageError(f"--since {chosen.since} lies after --until {chosen.until}")
    return Asked(
        ledger=cast(str, given.get("ledger")) or settings.ledger,
        day=cast(date, given.get("day")) or datetime.now().astimezone().date(),
        filters=chosen,
        as_json=bool(given.get("as_json")),
    )
