"""The vocabulary as data: YAML files that an editor can read and argue with, one a kind."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

__all__ = ["Entry", "load", "words"]

Entry = str | int | float | bool | None | list["Entry"] | dict[str, "Entry"]


@cache
def load(kind: str) -> Mapping[str, Entry]:
    """The vocabulary file of one kind, for instance `load("reporting")`; read once and not to be changed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__package__).joinpath(f"{kind}.yaml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, Loader=loader))  # noqa: S506 (a safe loader, in C where there is one)


@cache
def words(kind: str, name: str) -> frozenset[str]:
    """The words of one list of a vocabulary; raises `TypeError` where the file has no list under that name."""
    listed = load(kind)[name]
    if not isinstance(listed, list):
        raise TypeError(f"{kind}.yaml: {name} is a list of words")
    return frozenset(str(word) for word in listed)
