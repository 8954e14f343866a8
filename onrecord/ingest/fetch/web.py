"""A polite reader of the web: one request a host at a time, with rests between, retries, and every hop looked at."""

import random
import time
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

import httpx2 as httpx

from onrecord import __version__
from onrecord.errors import Refused
from onrecord.ingest.charset import charset_of
from onrecord.ingest.fetch.body import gathered
from onrecord.ingest.fetch.page import Fetched, Known, Later
from onrecord.ingest.fetch.public import ForbiddenError
from onrecord.ingest.fetch.robots import Robots
from onrecord.ingest.fetch.transport import Guarded
from onrecord.ingest.names import shown
from onrecord.model.address import is_address

__all__ = ["AGENT", "HOPS", "Manners", "Web"]

AGENT = f"onrecord/{__version__} (reads news reports; robots.txt is heeded under the name onrecord)"
HOPS = 5
MOVED = {301, 302, 303, 307, 308}
BUSY = {408, 425, 429, 500, 502, 503, 504}
LONGEST_WAIT = 3_600.0  # seconds that a server can make us wait
HINT = "save the page and name the file"


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave: seconds between two requests to a host, tries, and limits of time.

    `connect` and `read` are for one step, `whole` for one request from its first byte to its last, `patience` for the
    longest wait before another try.
    """

    pause: float = 1.0
    tries: int = 3
    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    patience: float = 60.0


@dataclass(slots=True)
class Web:
    """Fetches pages; use it as a function of an address. Closing it hangs up.

    `allowed` hosts may lie inside the house. `sleep` waits, so that a test need not, and a program can be stopped.
    """

    allowed: Collection[str] = ()
    manners: Manners = field(default_factory=Manners)
    sleep: Callable[[float], object] = time.sleep
    _client: httpx.Client = field(init=False)
    _robots: Robots = field(init=False)
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the client; nothing is sent yet."""
        manners = self.manners
        self._client = httpx.Client(
            transport=Guarded(self.allowed, seconds=manners.whole),
            timeout=httpx.Timeout(manners.read, connect=manners.connect),
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept": "*/*"},
            trust_env=False,
        )
        self._robots = Robots(lambda address: self._followed(address, Known(), None))

    def __call__(self, address: str) -> Fetched:
        """A page, tried again where its server is busy. Raises `Refused`."""
        for n in range(self.manners.tries):
            try:
                return self.once(address)
            except Later as later:
                last = later
                wait = later.after or 2.0**n * random.uniform(0.5, 1.5)  # noqa: S311 (no secret)
                if n + 1 == self.manners.tries or wait > self.manners.patience:
                    break
                self.sleep(wait)
        raise last

    def once(self, address: str, known: Known | None = None) -> Fetched:
        """A page in one try; raises `Later` where another try may help, `Refused` where not."""
        try:
            return self._followed(address, known or Known(), self._robots)
        except (ValueError, UnicodeError, httpx.InvalidURL) as error:
            raise Refused("this is no address", where=shown(address), hint="check it") from error

    def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send a message to an address; its status, 0 where nobody answered. Raises `Refused` for no public machine."""
        try:
            with self._client.stream("POST", address, content=body, headers=dict(headers)) as answer:
                return answer.status_code
        except ForbiddenError as error:
            raise _not_public(error, address) from error
        except httpx.HTTPError:
            return 0

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self.close()

    def _followed(self, address: str, known: Known, robots: Robots | None) -> Fetched:
        """A page through its redirects; each hop is judged as the first address was."""
        here, seen = address, {address}
        for _ in range(HOPS + 1):
            self._judged(here, address, robots)
            found = self._answered(here, address, known)
            if isinstance(found, Fetched):
                return found
            if found in seen:
                raise Refused("its redirects run in a circle", where=address, hint=HINT)
            seen.add(found)
            here = found
        raise Refused(f"more than {HOPS} redirects", where=address, hint=HINT)

    def _judged(self, here: str, address: str, robots: Robots | None) -> None:
        if not is_address(here):
            raise Refused(f"leads to {here[:60]}, and only http and https are fetched", where=address, hint=HINT)
        if robots is not None and not robots.allows(here):
            raise Refused("the outlet does not want programs to fetch it (robots.txt)", where=address, hint=HINT)
        self._rest(here, robots.pause(here) if robots is not None else 0.0)

    def _rest(self, here: str, wanted: float) -> None:
        """Wait until the host has had its rest."""
        host = urlsplit(here).netloc
        now = time.monotonic()
        wait = self._last.get(host, 0.0) + max(self.manners.pause, min(wanted, 30.0)) - now
        if wait > 0 and host in self._last:
            self.sleep(wait)
        if len(self._last) > 10_000:
            self._last.clear()
        self._last[host] = time.monotonic()

    def _answered(self, here: str, address: str, known: Known) -> Fetched | str:
        """The page that a server answers with, or where it sends us."""
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        headers = {name: value for name, value in asked.items() if value}
        try:
            with self._client.stream("GET", here, headers=headers, follow_redirects=False) as answer:
                return _taken(answer, here, address)
        except ForbiddenError as error:
            raise _not_public(error, address) from error
        except (httpx.TimeoutException, httpx.NetworkError, httpx.ProtocolError, EOFError) as error:
            words = "takes too long" if isinstance(error, httpx.TimeoutException) else str(error) or "breaks off"
            raise Later(f"the server cannot be reached or breaks off ({words[:60]})", where=address) from error
        except (httpx.HTTPError, zlib.error) as error:
            raise Refused(f"cannot be fetched ({str(error)[:60]})", where=address, hint="check the address") from error


def _not_public(error: ForbiddenError, address: str) -> Refused:
    return Refused(f"{error} is not a public machine", where=address, hint=f"if you mean it: --allow-host {error}")


def _taken(answer: httpx.Response, here: str, address: str) -> Fetched | str:
    status, headers = answer.status_code, answer.headers
    known = Known(headers.get("ETag", "")[:1000], headers.get("Last-Modified", "")[:100])
    if status == 304:
        return Fetched(here, known=known, same=True)
    if status in MOVED and "Location" in headers:
        return str(httpx.URL(here).join(headers["Location"]))
    if status in BUSY:
        raise Later(f"the server answers {status}", where=address, after=_asked_to_wait(headers.get("Retry-After", "")))
    if status != 200:
        what = {401: "asks for a password", 403: "does not let us in", 404: "does not have it", 410: "has it no more"}
        raise Refused(f"the server {what.get(status, 'answers')} ({status})", where=address, hint="check the address")
    data = gathered(answer.iter_raw(), packed=headers.get("Content-Encoding", "").strip().lower(), where=address)
    return Fetched(here, data, charset_of(headers.get("Content-Type", "")), known)


def _asked_to_wait(words: str) -> float:
    """Seconds that a `Retry-After` names, as a number or a time; 0 where it is neither."""
    try:
        seconds = float(words) if words.strip().isdigit() else parsedate_to_datetime(words).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0.0
    return min(max(seconds, 0.0), LONGEST_WAIT)
