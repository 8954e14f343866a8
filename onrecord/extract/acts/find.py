"""What a source does by saying something: the cue's own act, or where the cue is open, what the content tells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from onrecord.extract.acts.clause import MainClause
from onrecord.model.acts import Act
from onrecord.model.kinds import load

__all__ = ["Rule", "act_of", "rules"]

_FIRST_WORDS: Final = 5
_WORD: Final = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over what was said and the act that it shows.

    `own` asks that the speaker's side acts in the main clause, `theirs` that another side does, `official` that no
    other side does; `main` looks at the main clause alone, `whole` at all of its sentence. `also` is a second pattern,
    over the whole content. `cues` are acts to which the rule applies too ("warned that it would strike if" threatens),
    `after` the lemmas of the only cues behind which it holds.
    """

    name: str
    act: Act
    when: re.Pattern[str]
    unless: re.Pattern[str] | None
    also: re.Pattern[str] | None
    own: bool
    theirs: bool
    official: bool
    reach: str
    cues: frozenset[str]
    after: frozenset[str]
    example: str

    def tells(self, content: str, clause: MainClause) -> bool:
        """Does the rule find its act in this content?"""
        if (self.own and not clause.own) or (self.official and not clause.official):
            return False
        if (clause.inner and self.act != "accuse") or (self.theirs and not clause.theirs):
            return False
        text = {"main": clause.text, "whole": clause.whole}.get(self.reach, content)
        if not self.when.search(text) or (self.unless and self.unless.search(text)):
            return False
        return self.also is None or bool(self.also.search(content))


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
            also=_pattern(row["also"]) if "also" in row else None,
            own=bool(row.get("own", False)),
            theirs=bool(row.get("theirs", False)),
            official=bool(row.get("official", False)),
            reach="main" if row.get("main") else "whole" if row.get("whole") else "content",
            cues=frozenset(cast(list[str], row.get("cues", []))),
            after=frozenset(cast(list[str], row.get("after", []))),
            example=str(row["example"]),
        )
        for row in rows
    )


@cache
def _denied_objects() -> frozenset[str]:
    return frozenset(cast(list[str], load("acts")["denied objects"]))


@cache
def _with_subjunctive() -> Mapping[str, Act]:
    return cast(Mapping[str, Mapping[str, Act]], load("acts")["with subjunctive"])["cues"]


def act_of(act: Act, content: str, clauses: Sequence[MainClause], *, open_cue: bool, cue: str = "") -> tuple[Act, str]:
    """The act and the name of the rule that told it.

    `act` is that of the cue, `open_cue` marks "said" and its like, `cue` is its lemma; `clauses` are the content's main
    clauses, the first of which counts most.
    """
    if act == "refuse" and _denied_objects() & set(_WORD.findall(content.lower())[:_FIRST_WORDS]):
        return "deny", "a claim turned down"
    if clauses[0].bare and cue in _with_subjunctive():
        return _with_subjunctive()[cue], "that it be done"
    for clause in clauses:
        for rule in rules():
            if rule.after and cue not in rule.after:
                continue
            if (open_cue or act in rule.cues) and rule.tells(content, clause):
                return rule.act, rule.name
    if act == "announce" and not open_cue and clauses[0].other:
        return "assert", "another's deed made known"
    return act, "cue"
