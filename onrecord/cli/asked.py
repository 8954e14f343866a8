"""What a command is asked: the ledger, the day, the filters and the form of the answer, as one value."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import cast, get_args

import click

from onrecord.model.acts import Act, ActorKind, ClaimStatus, CommitmentStatus, TalkStatus
from onrecord.queries.filters import EVERYTHING, Filters
from onrecord.settings import Settings

__all__ = ["Asked", "Day", "Filters", "asking"]

Command = Callable[..., int]


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
class Asked:
    """The ledger to open, the day as of which to look, what to let through, and whether records are wanted as JSON."""

    ledger: str
    day: date
    filters: Filters = EVERYTHING
    as_json: bool = False


_LEDGER = "The ledger's file or URL [default: $ONRECORD_LEDGER, else onrecord.db]."
_AS_OF = "Look as of this day: only what was published by then counts [default: today]."


def _choice(name: str, words: tuple[str, ...]) -> Callable[[Command], Command]:
    told = f"Only this {name} ({', '.join(words)}); may be given again."
    return click.option(f"--{name}", type=click.Choice(words), multiple=True, metavar=name.upper(), help=told)


_OPTIONS: Mapping[str, Callable[[Command], Command]] = {
    "ledger": click.option("--ledger", metavar="PLACE", help=_LEDGER),
    "as-of": click.option("--as-of", "day", type=Day(), help=_AS_OF),
    "json": click.option("--json", "as_json", is_flag=True, help="Print the records as JSON Lines."),
    "by": click.option(
        "--by", metavar="WHO", help="Only by this actor, or who speaks for it: a name, part of one, an id."
    ),
    "to": click.option("--to", metavar="WHO", help="Only to (or with) this actor, or who speaks for it."),
    "about": click.option("--about", metavar="WORDS", help="Only with all these words, or on the record of this id."),
    "since": click.option("--since", type=Day(), help="Only from this day on."),
    "until": click.option("--until", type=Day(), help="Only up to this day."),
    "act": _choice("act", get_args(Act)),
    "kind": _choice("kind", get_args(ActorKind)),
    "status-of-talk": _choice("status", get_args(TalkStatus)),
    "status-of-commitment": _choice("status", get_args(CommitmentStatus)),
    "status-of-claim": _choice("status", get_args(ClaimStatus)),
}


# Heeded by `onrecord.cli.run` before anything is parsed; here it is known and explained.
_DEBUG: Callable[[Command], Command] = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show the traceback of an error."
)


def asking(*options: str) -> Callable[[Command], Command]:
    """Give a command these common options; it gets them as one `Asked`, and its own parameters by name."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**given: object) -> int:
            common = {name: given.pop(name) for name in _NAMES & given.keys()}
            return command(_asked(common), **given)

        wrapped = _DEBUG(run)
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
