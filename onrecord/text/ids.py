"""Ids that are made of what they name, so that the same content always has the same id and can be checked."""

import hashlib
import json
from collections.abc import Mapping, Sequence

__all__ = ["content_id"]

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]


def content_id(prefix: str, content: Value) -> str:
    """A short id, `r-` and 16 hex digits for instance: the BLAKE2b hash of the content's canonical JSON."""
    return f"{prefix}-{hashlib.blake2b(_canonical(content).encode('ascii'), digest_size=8).hexdigest()}"
