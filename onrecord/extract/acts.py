"""What a source does by saying something: the cue's own act, or, where the cue leaves it open, what the content tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from onrecord.model.acts import Act
from onrecord.model.kinds import load

__all__ = ["Rule", "act_of", "rules"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over what was said and the act that it shows; `own` asks that the speaker's side acts in it."""

    name: str
    act: Act
    when: re.Pattern[str]
    unless: re.Pattern[str] | None
    own: bool
    example: str


def _pattern(text: object) -> re.Pattern[str]:
    return re.compile(re.sub(r"\s*\n\s*", "", str(text)), re.IGNORECASE)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of acts.yaml in the order in which they are tried."""
    rows = cast(list[Mapping[str, object]], load("acts")["rules"])
    return tuple(
        Rule(
            name=str(row["name"]),
            act=cast(Act, row["act"]),
            when=_pattern(row["when"]),
            unless=_pattern(row["unless"]) if "unless" in row else None,
            own=bool(row.get("own", False)),
            example=str(row["example"]),
        )
        for row in rows
    )


@cache
def _denied_objects() -> frozenset[str]:
    return frozenset(cast(list[str], load("acts")["denied objects"]))


def act_of(act: Act, content: str, *, own: bool, open_cue: bool) -> tuple[Act, str]:
    """The act and the name of the rule that told it.

    `act` is the cue's; `open_cue` marks cues such as "said" that leave it to the content; `own` tells that the speaker, or
    its side, is the one who acts in the content.
    """
    if act in ("refuse", "deny") and not open_cue:
        first = set(re.findall(r"[\w-]+", content.lower())[:5])
        return ("deny", "a claim turned down") if first & _denied_objects() else (act, "cue")
    if not open_cue:
        return act, "cue"
    for rule in rules():
        if rule.own and not own:
            continue
        if rule.when.search(content) and not (rule.unless and rule.unless.search(content)):
            return rule.act, rule.name
    return act, "cue"
