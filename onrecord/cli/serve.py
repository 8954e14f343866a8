"""`onrecord serve`: the ledger's pages and its API."""

import os
import socket
from contextlib import suppress

import click

from onrecord.cli.asked import Asked, asking
from onrecord.cli.outcome import DONE
from onrecord.errors import OnrecordError, UsageError
from onrecord.ledger import open_ledger
from onrecord.web.settings import Serving, is_loopback

__all__ = ["serve"]

PORT = 8321
FEW = 20.0
"""Requests a second that one address may make in the long run, where others than the owner can reach the server."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port; 0 for any.")
@click.option("--token", metavar="SECRET", help="Let in who knows this [default: $ONRECORD_TOKEN].")
@click.option("--accounts", metavar="FILE", help="Let in who has an account here; see `onrecord account`.")
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A host name the server is reached by; again for more."
)
@click.option("--tls", is_flag=True, help="Browsers come over TLS, through a proxy: cookies are for TLS only.")
@click.option("--allow-origin", "cors", multiple=True, metavar="URL", help="Let pages of this site use the API.")
@click.option(
    "--most-mb", type=click.IntRange(1, 200), default=8, show_default=True, help="What one request may bring."
)
@asking("ledger")
def serve(
    asked: Asked, host: str, port: int, token: str | None, accounts: str | None, names: tuple[str, ...], tls: bool,
    cors: tuple[str, ...], most_mb: int,
) -> int:  # fmt: skip
    """The desk's pages and the API, in a browser.

    Listens on this machine alone, and asks nobody who they are. On any other address it wants a token or accounts,
    and should stand behind a proxy that speaks TLS (--tls). Everything that changes the ledger is noted in a log
    beside it. The ledger is made where there is none.

    \b
    Examples:
      onrecord serve --ledger dam.db
      onrecord serve --host 0.0.0.0 --accounts desk.json --name desk.example --tls
    """
    token = token or os.environ.get("ONRECORD_TOKEN") or None
    if not is_loopback(host) and not (token or accounts):
        raise UsageError(
            f"on {host} others can reach the ledger", hint="give a --token, or --accounts made with `onrecord account`"
        )
    if token is not None and len(token) < 16:
        raise UsageError("the token is too short to keep anybody out", hint="use 16 characters or more")
    open_ledger(asked.ledger, create=True).close()
    serving = Serving(
        ledger=asked.ledger, host=host, port=port, token=token, accounts=accounts, names=names, secure=tls, cors=cors,
        most_bytes=most_mb * 1_000_000, a_second=0.0 if is_loopback(host) and not (token or accounts) else FEW,
    )  # fmt: skip
    return _run(serving)


def _run(serving: Serving) -> int:
    import uvicorn  # here, because --help shall not wait for a server's parts

    from onrecord.web import create_app
    from onrecord.web.running import Running

    with _listening(serving) as door:
        config = uvicorn.Config(
            create_app(serving), log_level="warning", access_log=False, server_header=False, ws="none",
            proxy_headers=serving.secure, timeout_graceful_shutdown=5, limit_concurrency=200,
        )  # fmt: skip
        where = f"[{serving.host}]" if ":" in serving.host else serving.host
        address = f"http://{where}:{door.getsockname()[1]}"
        click.echo(f"onrecord serves {serving.ledger} at {address}  (Ctrl-C ends it)")
        with suppress(KeyboardInterrupt):
            Running(config).run(sockets=[door])
    return DONE


def _listening(serving: Serving) -> socket.socket:
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    try:
        return socket.create_server((serving.host, serving.port), family=family)
    except OSError as error:
        what = f"{serving.host}:{serving.port} cannot be listened on ({error.strerror or error})"
        raise OnrecordError(what, hint="name another --host or --port") from error
