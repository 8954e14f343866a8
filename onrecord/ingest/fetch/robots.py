"""robots.txt (RFC 9309): whether an outlet wants a page to be fetched by programs, and how often."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

from protego import Protego

from onrecord.errors import Refused
from onrecord.ingest.fetch.page import Fetched, Later

__all__ = ["NAME", "Robots"]

NAME = "onrecord"  # how robots.txt may call us
DAY = 86_400.0  # seconds for which rules hold (RFC 9309, 2.4)
SOON = 600.0  # seconds after which a server that was out of order is asked again
MOST_HOSTS = 1_000


@dataclass(slots=True)
class Robots:
    """The rules of the hosts that were asked, each for a day; None where everything is forbidden for now."""

    get: Callable[[str], Fetched]
    rules: dict[str, tuple[float, Protego | None]] = field(default_factory=dict)

    def allows(self, address: str) -> bool:
        """May a page be fetched? Raises `Later` while the host cannot say (RFC 9309, 2.3.1.4)."""
        rules = self._of(address)
        if rules is None:
            raise Later("the server does not say what programs may fetch (robots.txt)", where=address, after=SOON)
        return bool(rules.can_fetch(address, NAME))

    def pause(self, address: str) -> float:
        """Seconds that a host asks to have between two requests; 0 where it asks for nothing."""
        rules = self._of(address)
        return float((rules and rules.crawl_delay(NAME)) or 0.0)

    def _of(self, address: str) -> Protego | None:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        until, rules = self.rules.get(host, (0.0, None))
        if until < monotonic():
            while len(self.rules) >= MOST_HOSTS:
                self.rules.pop(next(iter(self.rules)))
            rules, holds = self._fetched(host)
            self.rules[host] = (monotonic() + holds, rules)
        return rules

    def _fetched(self, host: str) -> tuple[Protego | None, float]:
        """The rules of a host: none where it has no file; everything forbidden while it cannot say (RFC 9309, 2.3)."""
        try:
            text = self.get(f"{host}/robots.txt").data[:500_000].decode("utf-8", "replace")
            return Protego.parse(text), DAY
        except Later:
            return None, SOON
        except Refused:
            return Protego.parse(""), DAY
