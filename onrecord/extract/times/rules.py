"""The rules for time expressions as they stand in `model/kinds/times.yaml`, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.model.kinds import load

__all__ = ["Rule", "Rules", "rules"]

# Nothing begins inside a word; asking that first saves trying every way of writing at five letters of six.
_FRONT = r"(?<!\w)"
_WORD = r"(?:(?<!\w)(?=[a-z\d])|(?=[’'‘]\d))"
_PART = re.compile(r"(?<!\?P)<([a-z]+)>")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a time: its pattern, the template of its value, and words of which it needs one, or none."""

    name: str
    order: int
    pattern: re.Pattern[str]
    value: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The key words that make it worth looking, the rules to try around each, and names that only look like times.

    `places` matches, in a text in small letters, without taking a letter, wherever a key word may begin: one pass in
    place of one for every kind of key word.
    """

    places: re.Pattern[str]
    keys: Mapping[str, re.Pattern[str]]
    by_key: Mapping[str, tuple[Rule, ...]]
    names: re.Pattern[str]


@cache
def rules() -> Rules:
    """All rules of times.yaml."""
    kinds = load("times")
    parts, keys, names, written = kinds["parts"], kinds["keys"], kinds["names"], kinds["rules"]
    if not (
        isinstance(parts, dict) and isinstance(keys, dict) and isinstance(names, list) and isinstance(written, dict)
    ):
        raise TypeError("times.yaml: parts, keys and rules are mappings, names is a list")
    by_key: dict[str, list[Rule]] = {key: [] for key in keys}
    for order, (name, entry) in enumerate(written.items()):
        if not isinstance(entry, dict):
            raise TypeError(f"times.yaml: the rule {name} is not a mapping")
        pattern = re.compile(_FRONT + f"(?:{_expand(str(entry['pattern']), parts)})", re.IGNORECASE)
        words = entry.get("near")
        near = tuple(str(word) for word in words) if isinstance(words, list) else ()
        by_key[str(entry["key"])].append(Rule(name, order, pattern, str(entry["value"]), near))
    cased = {"weekday", "month", "holiday"}
    return Rules(
        places=re.compile(_WORD + "(?=" + "|".join(f"(?:{str(words).lower()})" for words in keys.values()) + ")"),
        keys={key: re.compile(str(words), 0 if key in cased else re.IGNORECASE) for key, words in keys.items()},
        by_key={key: tuple(found) for key, found in by_key.items()},
        names=re.compile(_FRONT + f"(?:{'|'.join(f'(?:{name})' for name in names)})", re.IGNORECASE),
    )


def _expand(pattern: str, parts: Mapping[str, object]) -> str:
    """Put the named parts in place of <name>; the second <name> becomes the group name2."""
    seen: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        number = "" if seen[name] == 1 else str(seen[name])
        return f"(?P<{name}{number}>{parts[name]})"

    return _PART.sub(group, pattern)
