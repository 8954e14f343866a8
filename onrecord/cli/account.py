"""`onrecord account`: who may come in where a ledger is served to others."""

import click

from onrecord.cli.asked import asking
from onrecord.cli.outcome import DONE
from onrecord.errors import UsageError
from onrecord.web.safety.accounts import Accounts
from onrecord.web.safety.visitor import ROLES, Role

__all__ = ["account"]

PLACE = "onrecord-accounts.json"


@click.command()
@click.argument("what", type=click.Choice(["add", "remove", "list"]))
@click.argument("name", required=False)
@click.option("--role", type=click.Choice(ROLES), default="read", show_default=True, help="What they may do.")
@click.option("--accounts", "place", default=PLACE, show_default=True, metavar="FILE", help="The file of the accounts.")
@asking()
def account(asked: object, what: str, name: str | None, role: Role, place: str) -> int:
    """Who may come in where a ledger is served to others.

    A reader looks; a reviewer also adds reports and decides about records; an admin also sees the audit log. Adding a
    name again gives it a new password and role. The password is asked for, or read from standard input; only its
    argon2 hash is kept.

    \b
    Examples:
      onrecord account add mira --role review
      onrecord account list
    """
    accounts = Accounts(place)
    if what == "list":
        for held, their in accounts.all().items():
            click.echo(f"{held}  {their}")
        return DONE
    if not name:
        raise UsageError(f"whom shall it {what}?", hint=f"onrecord account {what} NAME")
    if what == "remove":
        accounts.remove(name)
        click.echo(f"{name} may no longer come in.")
        return DONE
    secret = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    accounts.put(name, secret, role)
    click.echo(f"{name} may come in, role {role}: onrecord serve --accounts {place}")
    return DONE
