"""Front matter: metadata at the top of a Markdown file, as YAML between two lines of `---` or TOML between `+++`."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import yaml

__all__ = ["FrontMatter", "front_matter"]

BLOCK = re.compile(r"---[ \t]*\n(.{0,8000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
TOML = re.compile(r"\+\+\+[ \t]*\n(.{0,8000}?\n)\+\+\+[ \t]*(?:\n|$)", re.DOTALL)


class FrontMatter(NamedTuple):
    """What the block says, all as words; `end` is where the report's own text begins (0 where there is no block)."""

    facts: Mapping[str, str]
    end: int = 0
    note: str = ""


def front_matter(text: str) -> FrontMatter:
    """The front matter of a text; a block that is broken stays part of the report, and the note says so.

    Values are taken as words and only where they are one value: `published: 2022-02-31` must be refused as a day, not
    stop the reading of the file.
    """
    block = BLOCK.match(text)
    toml = None if block else TOML.match(text)
    try:
        if block:  # this loader makes words, lists and maps only
            return _facts(yaml.load(block[1], Loader=yaml.BaseLoader), block.end())  # noqa: S506
        if toml:
            return _facts(tomllib.loads(toml[1]), toml.end())
    except (yaml.YAMLError, RecursionError, ValueError):
        form = "YAML" if block else "TOML"
        return FrontMatter({}, 0, f"what looks like front matter is not {form} and was read as text")
    return FrontMatter({})


def _facts(found: object, end: int) -> FrontMatter:
    if not isinstance(found, dict):
        return FrontMatter({})
    words = {str(key).lower(): _words(value) for key, value in found.items()}
    return FrontMatter({key: value for key, value in words.items() if value}, end)


def _words(value: object) -> str:
    """A value as words; TOML has days and times of its own."""
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""
