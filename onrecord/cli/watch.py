"""`onrecord watch`: feeds and folders, for as long as the program runs."""

import os
import signal
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from threading import Event

import click
from spacy.language import Language

from onrecord import read
from onrecord.cli.asked import Asked, asking
from onrecord.cli.inputs import PIPELINE, THREADS
from onrecord.cli.outcome import DONE, complain
from onrecord.errors import Refused, UsageError
from onrecord.ingest.fetch import Web
from onrecord.ledger import Store, open_ledger
from onrecord.model.report import Report
from onrecord.pipeline import read_arriving
from onrecord.progress import Step, Summary
from onrecord.text.visible import one_line
from onrecord.watch import Plan, Watch, read_plan
from onrecord.watch.notify import tell_systemd
from onrecord.watch.outs import Telling

__all__ = ["watch"]


@click.command()
@click.argument("plan", type=click.Path(path_type=Path))
@THREADS
@PIPELINE
@click.option("--once", is_flag=True, help="Look at everything once and end, as from a timer.")
@asking("ledger")
def watch(asked: Asked, plan: Path, threads: int | None, pipeline: str | None, once: bool) -> int:
    """Poll feeds and folders, and tell what changed.

    PLAN is a TOML file that names feeds and folders, and who is told: the terminal, a file of JSON Lines, an Atom feed,
    a webhook. Everything is remembered in the ledger, so that it can be stopped or killed at any time and goes on from
    there. Under systemd it says when it is ready (Type=notify).

    \b
    Examples:
      onrecord watch desk.toml --ledger dam.db
      onrecord watch desk.toml --once
    """
    agreed, stop = read_plan(plan), Event()
    socket = os.environ.get("NOTIFY_SOCKET")
    with (
        open_ledger(asked.ledger, create=True) as store,
        Web(agreed.allowed, sleep=stop.wait) as web,
    ):
        telling = Telling(say=_say, post=web.post, secrets=_secrets(agreed, os.environ))
        running = Watch(
            agreed,
            store,
            web,
            _reader(threads, pipeline),
            telling,
            stop,
            alive=lambda: tell_systemd("WATCHDOG=1", socket),
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        tell_systemd("READY=1", socket)
        if once:
            running.round()
        else:
            running.run()
        tell_systemd("STOPPING=1", socket)
    return DONE


def _reader(threads: int | None, pipeline: str | None) -> Callable[[Store, Iterable[Report | Refused]], Summary]:
    """What enters reports; the reader's weights are loaded when the first comes, and stay."""

    @cache
    def load() -> Language:
        return read.load(threads=threads, pipeline=pipeline)

    def enter(store: Store, arriving: Iterable[Report | Refused]) -> Summary:
        return read_arriving(store, arriving, pipeline=pipeline, progress=_refused, load=load)

    return enter


def _refused(step: Step) -> None:
    if step.refused is not None:
        complain(f"refused: {step.refused}")


def _say(line: str) -> None:
    click.echo(one_line(line))


def _secrets(plan: Plan, environment: Mapping[str, str]) -> Mapping[str, str]:
    """The secrets of the webhooks by address, from the environment; raises `UsageError` where one is missing."""
    named = {out.at: out.secret for out in plan.outs if out.secret}
    for name in named.values():
        if not environment.get(name):
            raise UsageError(f"the environment has no {name}", where="secret_env", hint="set it, or take it out")
    return {at: environment[name] for at, name in named.items()}
