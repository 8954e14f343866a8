"""Pages that a browser saved in one file (MHTML): the page itself, with the address at which it was."""

import io
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms, arrival
from onrecord.ingest.page_file import read_page

__all__ = ["read_mhtml"]


def read_mhtml(arriving: Arrival, terms: Terms) -> Found:
    """The report of a saved page; its pictures, styles and frames are passed over. Raises `Refused`."""
    message = message_from_bytes(arriving.whole(), policy=default)
    page = _page(message)
    if page is None:
        raise Refused(
            "a saved page without a page in it", where=arriving.where, hint="save it again, or its text as .txt"
        )
    address = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "").strip()
    known = replace(arriving.facts, via="page")
    if address.startswith(("http://", "https://")):
        known = replace(known, url=address)
    data = page.get_payload(decode=True)
    stream = io.BytesIO(data if isinstance(data, bytes) else b"")
    charset = page.get_content_charset() or ""
    yield from read_page(arrival(arriving.name, arriving.where, stream, facts=known, charset=charset), terms)


def _page(message: EmailMessage) -> EmailMessage | None:
    """The first part that is a page: those after it are its frames."""
    return next(
        (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )
