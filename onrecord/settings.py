"""What a run is told from outside, as one value built at the edge and passed in."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger is, and how many threads and processes may be used; `threads` None leaves it to the machine."""

    ledger: str = "onrecord.db"
    threads: int | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Settings as the environment names them (`ONRECORD_LEDGER`), with the defaults for the rest."""
        return cls(ledger=environment.get("ONRECORD_LEDGER") or "onrecord.db")
