"""What to watch and whom to tell, from a TOML file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import UsageError
from onrecord.model.address import is_address

__all__ = ["Out", "Plan", "Source", "read_plan", "seconds_of"]

UNITS = {"second": 1.0, "minute": 60.0, "hour": 3_600.0, "day": 86_400.0}
LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(second|minute|hour|day)s?")
SHORTEST = 60.0  # seconds between two polls of a feed: more often is nobody's wish
SHORTEST_FOLDER = 1.0
FORMS = ("terminal", "file", "atom", "webhook")


@dataclass(frozen=True, slots=True)
class Source:
    """One feed or folder, and the seconds between two looks at it; `at` is its address or path."""

    kind: Literal["feed", "folder"]
    at: str
    every: float


@dataclass(frozen=True, slots=True)
class Out:
    """One who is told: the terminal, a file of JSON Lines, an Atom feed in a file, or a webhook.

    `secret` names the environment variable that holds a webhook's secret.
    """

    form: Literal["terminal", "file", "atom", "webhook"]
    at: str = ""
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is watched; `again` is after how many seconds a page named by a feed is looked at for changes."""

    sources: tuple[Source, ...]
    outs: tuple[Out, ...] = (Out("terminal"),)
    allowed: tuple[str, ...] = ()
    again: float = 21_600.0


def read_plan(path: Path) -> Plan:
    """The plan in a TOML file. Raises `UsageError` that says what is wrong with it and where."""
    where = str(path)
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot be read ({error.strerror})", where=where, hint="name a TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"is not TOML ({error})", where=where, hint="mend that line") from error
    _known(found, {"every", "again", "allow_hosts", "feed", "folder", "out"}, where)
    every = seconds_of(found.get("every", "15 minutes"), where)
    feeds = [_feed(one, every, where) for one in _tables(found, "feed", where)]
    folders = [_folder(one, every, path.parent, where) for one in _tables(found, "folder", where)]
    if not feeds and not folders:
        raise UsageError("names nothing to watch", where=where, hint='add [[feed]] with url = "https://…"')
    outs = [_out(one, path.parent, where) for one in _tables(found, "out", where)]
    hosts = found.get("allow_hosts", [])
    if not isinstance(hosts, list) or not all(isinstance(host, str) for host in hosts):
        raise UsageError("allow_hosts is not a list of names", where=where, hint='write allow_hosts = ["intranet"]')
    again = seconds_of(found.get("again", "6 hours"), where)
    sources = tuple(dict.fromkeys((*feeds, *folders)))
    return Plan(sources, tuple(outs) or (Out("terminal"),), tuple(hosts), again)


def seconds_of(length: object, where: str) -> float:
    """A length of time such as `15 minutes` in seconds; raises `UsageError`."""
    match = LENGTH.fullmatch(length.strip()) if isinstance(length, str) else None
    if match is None:
        raise UsageError(f"{length!r} is no length of time", where=where, hint='write it like "15 minutes"')
    return float(match[1]) * UNITS[match[2]]


def _feed(found: Mapping[str, object], every: float, where: str) -> Source:
    _known(found, {"url", "every"}, where)
    url = str(found.get("url", ""))
    if not is_address(url):
        raise UsageError(f"a feed's url is {url!r}", where=where, hint="write an address with http:// or https://")
    return Source("feed", url, max(SHORTEST, seconds_of(found["every"], where) if "every" in found else every))


def _folder(found: Mapping[str, object], every: float, beside: Path, where: str) -> Source:
    _known(found, {"path", "every"}, where)
    path = str(found.get("path", ""))
    if not path:
        raise UsageError("a folder has no path", where=where, hint='write path = "inbox"')
    length = seconds_of(found["every"], where) if "every" in found else min(every, 60.0)
    return Source("folder", str(beside / path), max(SHORTEST_FOLDER, length))


def _out(found: Mapping[str, object], beside: Path, where: str) -> Out:
    _known(found, {"to", "path", "url", "secret_env"}, where)
    to = found.get("to")
    if to == "terminal":
        return Out("terminal")
    if to == "file" and found.get("path"):
        return Out("file", str(beside / str(found["path"])))
    if to == "atom" and found.get("path"):
        return Out("atom", str(beside / str(found["path"])))
    if to == "webhook" and is_address(str(found.get("url", ""))):
        return Out("webhook", str(found["url"]), str(found.get("secret_env", "")))
    hint = f"to = one of {', '.join(FORMS)}; a file and an Atom feed have a path, a webhook a url"
    raise UsageError(f"an out that is not understood: {dict(found)}", where=where, hint=hint)


def _tables(found: Mapping[str, object], name: str, where: str) -> list[Mapping[str, object]]:
    tables = found.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise UsageError(f"{name} is not a list of tables", where=where, hint=f"write [[{name}]]")
    return tables


def _known(found: Mapping[str, object], keys: set[str], where: str) -> None:
    if odd := sorted(found.keys() - keys):
        raise UsageError(f"{odd[0]!r} is not known here", where=where, hint=f"known are {', '.join(sorted(keys))}")
