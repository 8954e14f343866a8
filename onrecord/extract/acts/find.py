"""What a source does by saying something: the cue's own act, or where the cue is open, what the content tells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from onrecord.extract.acts.clause import MainClause
from onrecord.model.acts import Act
from onrecord.model.kinds import load

__all__ = ["Rule", "Shown", "act_of", "rules"]

_FIRST_WORDS: Final = 5
_WORD: Final = re.compile(r"[\w-]+")
_REST: Final = re.compile(r"\A\w+")
_SHOWN: Final = 8  # words of a match that are enough to find it again


@dataclass(frozen=True, slots=True)
class Shown:
    """An act, the place of the rule in the vocabulary that tells it, and the words it matched (none: the cue's own)."""

    act: Act
    rule: str
    words: str = ""


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

    def told_by(self, content: str, clause: MainClause) -> str | None:
        """The words of this content by which the rule finds its act; None where it does not."""
        if (self.own and not clause.own) or (self.official and not clause.official):
            return None
        if (clause.inner and self.act != "accuse") or (self.theirs and not clause.theirs):
            return None
        text = {"main": clause.text, "whole": clause.whole}.get(self.reach, content)
        found = self.when.search(text)
        if found is None or (self.unless and self.unless.search(text)):
            return None
        if self.also is None:
            return _short(found)
        beside = self.also.search(content)
        return None if beside is None else f"{_short(found)} … {_short(beside)}"


def _short(match: re.Match[str]) -> str:
    """The first words of a match, the last of them whole."""
    return _first_words(match.group() + "".join(_REST.findall(match.string[match.end() :])[:1]))


def _first_words(text: str) -> str:
    listed = text.split()
    return " ".join(listed) if len(listed) <= _SHOWN else f"{' '.join(listed[:_SHOWN])} …"


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


def act_of(act: Act, content: str, clauses: Sequence[MainClause], *, open_cue: bool, cue: str = "") -> Shown:
    """The act, the rule that told it and by which words.

    `act` is that of the cue, `open_cue` marks "said" and its like, `cue` is its lemma; `clauses` are the content's main
    clauses, the first of which counts most.
    """
    if act == "refuse" and (turned := _turned_down(content)):
        return Shown("deny", "acts:denied objects", turned)
    if clauses[0].bare and cue in _with_subjunctive():
        return Shown(_with_subjunctive()[cue], "acts:with subjunctive", _first_words(clauses[0].text))
    for clause in clauses:
        for rule in rules():
            if (rule.after and cue not in rule.after) or not (open_cue or act in rule.cues):
                continue
            if (matched := rule.told_by(content, clause)) is not None:
                return Shown(rule.act, f"acts:{rule.name}", matched)
    if act == "announce" and not open_cue and clauses[0].other:
        return Shown("assert", "another's deed made known", _first_words(clauses[0].text))
    return Shown(act, f"reporting:{act}")


def _turned_down(content: str) -> str:
    """The word for what is denied when it is turned down ("claim"), where the content begins with one."""
    first = _WORD.findall(content.lower())[:_FIRST_WORDS]
    return next((word for word in first if word in _denied_objects()), "")
