"""Why a commitment has what it has: for each field the rule, by its name in the vocabulary, and what it matched."""

from dataclasses import replace

from onrecord.extract.clause import relation
from onrecord.extract.commitments.bond import FIRST, Bond, doer
from onrecord.extract.commitments.words import words
from onrecord.model.reading import FoundCommitment

__all__ = ["bound_by", "explained"]

SHOWN = 5  # words of a match that are enough to find it again


def bound_by(bond: Bond) -> tuple[str, ...]:
    """Why these are bound to this action: the doer's word and the grammar between the two."""
    who = doer(bond.verb)
    if bond.verb.pos_ == "NOUN":
        told = f"by: whose '{bond.verb.lower_}' it is"
    elif who is None:
        told = f"by: named before '{bond.verb.lower_}'"
    elif who.lower_ in FIRST:
        told = f"by: the speaker, '{who.lower_}'"
    elif bond.promiser and bond.by != bond.promiser:
        told = f"by: who is to '{bond.action.lower_}' by the words of '{who.text}'"
    else:
        told = f"by: the doer '{who.text}' of '{bond.verb.lower_}'"
    head = "its own verb" if bond.action.i == bond.verb.i else f"{relation(bond.action)} of '{bond.verb.lower_}'"
    return told, f"action: '{bond.action.lower_}', {head}"


def explained(known: FoundCommitment) -> FoundCommitment:
    """The same commitment with reasons for its day, its condition, its teller and its status added."""
    why = list(known.why)
    if known.condition is not None:
        why.append(f"condition: {_opening(known.condition.exact)}")
    if known.due is not None:
        why.append(f"due: times:{known.due.value} '{known.due.span.exact}'")
    if known.to:
        why.append(
            "to: each other" if set(known.to) <= set(known.by) else "to: whom the words or the statement address"
        )
    why.append(
        "stated by: the writer" if known.statement is None else "stated by: the source of the statement it is in"
    )
    met = [f"responses:{response.stance} '{_short(response.evidence.exact)}'" for response in known.responses]
    why.append(
        f"status: {known.status} by {', '.join(met)}" if met else f"status: {known.status}, no answer in the report"
    )
    return replace(known, why=tuple(dict.fromkeys(why)))


def _opening(clause: str) -> str:
    low = clause.lower()
    phrase = next((phrase for phrase in words().conditional_phrases if low.startswith(phrase)), low.split()[0])
    return f"conditions:{phrase}"


def _short(text: str) -> str:
    return " ".join(text.split()[:SHOWN])
