"""Digests of what a figure was measured on, and of what was measured."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

__all__ = ["digest"]

PASSING = ("__pycache__", ".pyc", ".DS_Store")


def digest(places: Iterable[Path]) -> str:
    """One SHA-256 over the names and bytes of all files in these folders and files, in whatever order they are given.

    Raises FileNotFoundError for a place that is not there.
    """
    whole = hashlib.sha256()
    for place in sorted(places):
        for path in sorted(_files(place)):
            name = path.relative_to(place.parent).as_posix()
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"{name}\0{content}\n".encode())
    return f"sha256:{whole.hexdigest()}"


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise FileNotFoundError(place)
    return [path for path in place.rglob("*") if path.is_file() and not any(mark in str(path) for mark in PASSING)]
