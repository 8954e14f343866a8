"""The command line assembled: the table of commands, and what `onrecord` by itself says."""

import click

from onrecord import __version__
from onrecord.cli.lazy import Entry, LazyGroup

__all__ = ["COMMANDS", "app"]

_READ, _LOOK, _HAND, _SERVE = "Take in", "Look", "Hand on and check", "Share"

COMMANDS = {
    "demo": Entry("onrecord.cli.demo:demo", "See it work: reads the example reports and prints their brief.", _READ),
    "read": Entry("onrecord.cli.read:read", "Take in news reports and enter what they hold in the ledger.", _READ),
    "watch": Entry("onrecord.cli.watch:watch", "Poll feeds and folders, and tell what changed.", _READ),
    "attributions": Entry(
        "onrecord.cli.attributions:attributions", "Who said what in reports, without a ledger.", _READ
    ),
    "brief": Entry("onrecord.cli.brief:brief", "The state of play as of a day, each line with its evidence.", _LOOK),
    "compare": Entry(
        "onrecord.cli.compare:compare", "One talk side by side, as each party and each outlet tells it.", _LOOK
    ),
    "commitments": Entry(
        "onrecord.cli.commitments:commitments", "Who undertook what, by when, and what became of it.", _LOOK
    ),
    "disputes": Entry("onrecord.cli.disputes:disputes", "What one side says and the other denies.", _LOOK),
    "claims": Entry("onrecord.cli.claims:claims", "What is said to be so, by how many, and who says otherwise.", _LOOK),
    "talks": Entry("onrecord.cli.talks:talks", "Who talked with whom, and who means to.", _LOOK),
    "statements": Entry("onrecord.cli.statements:statements", "Who said what, with the chain of voices.", _LOOK),
    "figures": Entry("onrecord.cli.figures:figures", "Numbers, by what they count and who counts.", _LOOK),
    "timeline": Entry("onrecord.cli.timeline:timeline", "Day by day: talks, promises, what fell due, disputes.", _LOOK),
    "reports": Entry("onrecord.cli.reports:reports", "The reports held, with their days and agencies.", _LOOK),
    "actors": Entry("onrecord.cli.actors:actors", "Who speaks, and for whom.", _LOOK),
    "search": Entry("onrecord.cli.search:search", "Find words in statements and reports.", _LOOK),
    "show": Entry("onrecord.cli.show:show", "One record with all its evidence in context.", _LOOK),
    "review": Entry("onrecord.cli.review:review", "What the reader was unsure of; put it right, by name.", _HAND),
    "grade": Entry("onrecord.cli.grade:grade", "Say how reliable an outlet is, from A to F.", _HAND),
    "export": Entry("onrecord.cli.export:export", "Write the ledger out for other programs.", _HAND),
    "check": Entry("onrecord.cli.check:check", "Verify that every quote still equals its text.", _HAND),
    "serve": Entry("onrecord.cli.serve:serve", "The desk's pages and the API, in a browser.", _SERVE),
    "account": Entry("onrecord.cli.account:account", "Who may come in where a ledger is served to others.", _SERVE),
}

PATH = """\
Who is on record saying what, what they promised, and whether it held.

The usual path:

  onrecord demo                   see it work on reports of an invented crisis
  onrecord read reports/          take in a folder of news reports
  onrecord brief                  the state of play, each line with its evidence
  onrecord commitments --status overdue
                                  one kind of record, with filters
  onrecord show c-1a2b            one record and the words behind it
  onrecord export -o ledger.jsonl hand everything on
  onrecord serve                  all of it in a browser

onrecord --help lists every command; onrecord COMMAND --help explains one.
"""


class App(LazyGroup):
    """The commands of onrecord."""

    entries = COMMANDS


@click.group(cls=App, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Who is on record saying what, what they promised, and whether it held.

    Reads news reports about a crisis or a negotiation and keeps their ledger: talks, statements, commitments,
    figures and disputes, each with the exact words of each report behind it.
    """
    if ctx.invoked_subcommand is None:
        click.echo(PATH, nl=False)
