"""Those who are told: each change to each of them once, also where the program is killed in between."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from onrecord.text.visible import one_line
from onrecord.watch.plan import Out

__all__ = ["ATOM_ENTRIES", "Telling", "append", "deliver", "line_of", "signature", "write_atom"]

ATOM_ENTRIES = 200
LOOK_BACK = 4_000_000  # bytes at the end of a file in which a change may have been written before a kill
ATOM = "http://www.w3.org/2005/Atom"
Words = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Telling:
    """How messages leave: lines to the terminal, and a POST that gives a status, 0 where nobody answered."""

    say: Callable[[str], None]
    post: Callable[[str, bytes, Mapping[str, str]], int]
    secrets: Mapping[str, str]


def line_of(change: Words) -> str:
    """A change as one line for a person."""
    was = f" (was {change['was']})" if change.get("was") else ""
    words = f": “{change['words']}”" if change.get("words") and change["kind"] != "report" else ""
    return one_line(f"{change['kind']} {change['now']}{was} · {change['title']} · {change['report']}{words}")


def append(path: Path, bodies: Sequence[str]) -> None:
    """Add changes to a file of JSON Lines, but for those that stand there already."""
    there = ""
    if path.exists():
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - LOOK_BACK))
            there = file.read().decode("utf-8", "replace")
    new = [body for body in bodies if f'"id": {json.dumps(json.loads(body)["id"])}' not in there]
    broken = "" if not there or there.endswith("\n") else "\n"  # a line that a kill cut off
    with path.open("a", encoding="utf-8") as out:
        out.write(broken + "".join(f"{body}\n" for body in new))


def write_atom(path: Path, bodies: Sequence[str]) -> None:
    """An Atom feed of the latest changes, newest first: those of the file that is there, and new ones."""
    new = [json.loads(body) for body in bodies]
    held = _held(path)
    entries = [*[_entry(change) for change in reversed(new) if str(change["id"]) not in held], *held.values()]
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _add(feed, "title", "onrecord: what changed")
    _add(feed, "id", f"urn:onrecord:{hashlib.sha256(str(path).encode()).hexdigest()[:16]}")
    _add(feed, "updated", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
    feed.extend(entries[:ATOM_ENTRIES])
    ElementTree.register_namespace("", ATOM)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))
    part.replace(path)


def signature(secret: str, at: int, body: bytes) -> str:
    """How a webhook's receiver knows us: HMAC-SHA256 of the time and the body, so that none can be sent again later."""
    return hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def deliver(out: Out, bodies: Sequence[str], telling: Telling) -> int:
    """Deliver messages to one output; 200 where they are, another status where they must be tried again (0) or not."""
    if out.form == "terminal":
        for body in bodies:
            telling.say(line_of(json.loads(body)))
    elif out.form == "file":
        append(Path(out.at), bodies)
    elif out.form == "atom":
        write_atom(Path(out.at), bodies)
    else:
        return _post(out, bodies, telling)
    return 200


def _post(out: Out, bodies: Sequence[str], telling: Telling) -> int:
    body = f'{{"changes": [{", ".join(bodies)}]}}'.encode()
    at = int(time.time())
    headers = {"Content-Type": "application/json", "Onrecord-Time": str(at)}
    if secret := telling.secrets.get(out.at):
        headers["Onrecord-Signature"] = f"sha256={signature(secret, at, body)}"
    return telling.post(out.at, body, headers)


def _held(path: Path) -> dict[str, ElementTree.Element]:
    """The entries of our own feed by the id of their change."""
    try:
        feed = ElementTree.fromstring(path.read_bytes())  # noqa: S314 (we wrote it)
    except (OSError, ElementTree.ParseError):
        return {}
    found = feed.findall(f"{{{ATOM}}}entry")
    return {(entry.findtext(f"{{{ATOM}}}id") or "").rsplit(":", 1)[-1]: entry for entry in found}


def _entry(change: Words) -> ElementTree.Element:
    entry = ElementTree.Element(f"{{{ATOM}}}entry")
    _add(entry, "id", f"urn:onrecord:{change['id']}")
    _add(entry, "title", f"{change['kind']} {change['now']}: {change['title']}")
    _add(entry, "updated", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
    _add(entry, "summary", line_of(change))
    return entry


def _add(parent: ElementTree.Element, name: str, words: str) -> None:
    clean = "".join(c for c in words if c.isprintable() or c == " ")
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = clean
