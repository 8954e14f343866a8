"""The vocabulary as data: YAML files that an editor can read and argue with, one a kind."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

__all__ = ["Entry", "load"]

Entry = str | int | float | bool | None | list["Entry"] | dict[str, "Entry"]


@cache
def load(kind: str) -> Mapping[str, Entry]:
    """The vocabulary file of one kind, for instance `load("reporting")`; read once and not to be changed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__package__).joinpath(f"{kind}.yaml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, Loader=loader))  # noqa: S506 (a safe loader, in C where there is one)
