"""Which edition of the code something was made by, so that what an older one made is made again."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["edition"]

WORDS = (".py", ".yaml")


@cache
def edition(*parts: str) -> str:
    """A digest (12 hex digits) of the code and vocabulary in some of the package's folders, as in `edition("link")`.

    It is taken from the files themselves and not from a version number, so that a question is never answered from what
    an old rule left behind, also while rules are being written.
    """
    digest = blake2b(digest_size=6)
    for part in parts:
        for path, data in sorted(_contents(files("onrecord") / part, part)):
            digest.update(f"{path} {len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()


def _contents(place: Traversable, path: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [(path, place.read_bytes())] if path.endswith(WORDS) else []
    return [found for inner in place.iterdir() for found in _contents(inner, f"{path}/{inner.name}")]
