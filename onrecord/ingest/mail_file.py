"""E-mails and mailboxes: newsletters, wire alerts, and what a press office attaches."""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.doors import enter
from onrecord.ingest.fragment import plain_text
from onrecord.ingest.kinds import kind_of
from onrecord.ingest.limits import BYTES_A_REPORT, size
from onrecord.ingest.lines_file import long_lines
from onrecord.ingest.names import shown
from onrecord.ingest.outlet import outlet_in
from onrecord.ingest.report import Facts, make_report

__all__ = ["read_mail", "read_mailbox"]

FEWEST_WORDS = 30  # of a message beside its attachments: "see the statement attached"
PARTS = 2_000  # of one message: a day of clippings has some dozens
QUOTED = re.compile(rb"^>+From ")
HINT = "save its text as .txt"


def read_mail(arriving: Arrival, terms: Terms) -> Found:
    """The reports of one e-mail: its own text, and each attachment that can be read."""
    yield from _message(arriving.whole(), arriving, terms)


def read_mailbox(arriving: Arrival, terms: Terms) -> Found:
    """The reports of every message of a mailbox, read as they come."""
    for number, data in enumerate(_messages(arriving.stream), start=1):
        where = f"{arriving.where}, message {number}"
        if len(data) > BYTES_A_REPORT:
            yield Refused(f"longer than {size(BYTES_A_REPORT)}", where=where, hint=HINT)
            continue
        try:
            yield from _message(data, arriving.within(f"{arriving.name}:{number}", io.BytesIO(), where=where), terms)
        except Refused as refused:
            yield refused
        except Exception as error:  # the header parser fails in many ways on what no mail program wrote
            yield Refused(f"an e-mail that is broken ({type(error).__name__})", where=where, hint=HINT)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages between `From ` lines; of one beyond the limit only so much that it is seen to be."""
    lines: list[bytes] = []
    length, blank = 0, True
    for line in long_lines(stream):
        if blank and line.startswith(b"From ") and lines:
            yield b"".join(lines)
            lines, length = [], 0
        if length <= BYTES_A_REPORT:
            lines.append(line[1:] if QUOTED.match(line) else line)
            length += len(line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _message(data: bytes, whole: Arrival, terms: Terms) -> Found:
    if data.count(b"\nContent-Type:") > PARTS:
        raise Refused(f"a message of more than {PARTS:,} parts", where=whole.where, hint=HINT)
    if data.startswith(b"From "):
        data = data.split(b"\n", 1)[-1]
    message = message_from_bytes(data, policy=default)
    found = 0
    for attached in message.iter_attachments() if message.is_multipart() else ():
        for one in _attachment(attached, whole, terms):
            found += 1
            yield one
    text = _body(message)
    if text and (not found or len(text.split()) >= FEWEST_WORDS):
        yield make_report(whole.name, text, _facts(message), where=whole.where, today=terms.today)
    elif not found:
        raise Refused("the message has no text", where=whole.where, hint=HINT)


def _body(message: EmailMessage) -> str:
    """The plain text of a message where it has one worth the name, else its HTML as text."""
    plain, html = (_content(message.get_body((kind,))) for kind in ("plain", "html"))
    from_html = plain_text(html)
    return plain if 2 * len(plain.split()) >= len(from_html.split()) else from_html


def _content(part: object) -> str:
    if not isinstance(part, EmailMessage):
        return ""
    try:
        content = part.get_content()
    except (LookupError, ValueError, AssertionError):  # an encoding that nobody knows, base64 that is none
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return content.replace("\r\n", "\n").replace("\0", "").strip() if isinstance(content, str) else ""


def _attachment(part: EmailMessage, whole: Arrival, terms: Terms) -> Found:
    """The reports of an attachment; pictures, calendars and whatever else is no report are passed over."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or part.get_content_maintype() in {"image", "audio", "video"}:
        return
    label = shown(part.get_filename() or "attachment")
    inner = whole.within(f"{whole.name}/{label}", io.BytesIO(data), where=f"{whole.where}, {label}", facts=Facts())
    if kind_of(inner.beginning, inner.ending) or inner.ending in {".txt", ".text"}:
        yield from enter(inner, terms)


def _facts(message: EmailMessage) -> Facts:
    sender, _ = parseaddr(str(message.get("From", "")))
    return Facts(
        title=_one_line(message.get("Subject")),
        outlet=outlet_in(sender),
        byline=None if outlet_in(sender) else sender or None,
        published=_one_line(message.get("Date")),
        via="mail",
    )


def _one_line(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value else None
