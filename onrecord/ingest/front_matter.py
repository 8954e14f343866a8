"""Front matter: metadata between two lines of `---` at the top of a Markdown file."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import yaml

__all__ = ["FrontMatter", "front_matter"]

BLOCK = re.compile(r"---[ \t]*\n(.{0,8000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


class FrontMatter(NamedTuple):
    """What the block says, all as words; `end` is where the report's own text begins (0 where there is no block)."""

    facts: Mapping[str, str]
    end: int = 0
    note: str = ""


def front_matter(text: str) -> FrontMatter:
    """The front matter of a text; a block that is not YAML stays part of the report, and the note says so.

    Values are taken as words and only where they are one value: `published: 2022-02-31` must be refused as a day, not
    stop the reading of the file.
    """
    block = BLOCK.match(text)
    if not block:
        return FrontMatter({})
    try:
        found = yaml.load(block[1], Loader=yaml.BaseLoader)  # noqa: S506 (this loader makes words, lists and maps only)
    except (yaml.YAMLError, RecursionError, ValueError):
        return FrontMatter({}, 0, "what looks like front matter is not YAML and was read as text")
    if not isinstance(found, dict):
        return FrontMatter({})
    words = {
        str(key).lower(): value.strip() for key, value in found.items() if isinstance(value, str) and value.strip()
    }
    return FrontMatter(words, block.end())
