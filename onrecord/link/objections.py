"""What speaks against a claim, and what the claim's standing is then: we report who says what, we do not judge."""

from collections.abc import Sequence
from typing import Final

from onrecord.link.contradiction import conflict, one_time
from onrecord.link.origins import Tally
from onrecord.link.said import Said
from onrecord.model.acts import Act, ClaimStatus
from onrecord.model.records import Objection, Statement

__all__ = ["against", "status_of"]

NEGATIVE: Final = frozenset[Act]({"deny", "doubt", "refuse"})
MOST_OF_IT: Final = 0.75  # of the shorter content's words: from there a denial or a doubt is of that very content
AT_LEAST: Final = 3  # words in common, names not counted
LONG: Final = 21  # days; what was so may be otherwise by then, without anybody contradicting anybody


def against(claimed: Said, other: Said) -> Objection | None:
    """How the other statement speaks against what is claimed; None where it does not, or not surely."""
    if _far(claimed, other) or claimed.statement.act in NEGATIVE:
        return None
    who = other.statement.id
    found = conflict(claimed, other)
    if found is not None:
        why = f"{found.kind}: {found.detail}"
        if _took_back(claimed, other):
            return Objection(who, "take back", why)
        return Objection(who, "deny" if other.statement.act == "deny" else "contradict", why)
    if other.statement.act not in ("deny", "doubt") or not _of_it(claimed, other):
        return None
    if other.statement.act == "doubt":
        return Objection(who, "doubt", "doubts it in the same words")
    return Objection(who, "deny", "denies it in the same words") if claimed.sign != other.sign else None


def _far(one: Said, other: Said) -> bool:
    """Are the two told too long after each other? What lies ahead, or behind, stays what it is for longer."""
    if one.day is None or other.day is None:
        return False
    return abs((other.day - one.day).days) > LONG


def _took_back(claimed: Said, other: Said) -> bool:
    same = claimed.statement.source is not None and claimed.statement.source == other.statement.source
    return same and claimed.day is not None and other.day is not None and other.day > claimed.day


def _of_it(claimed: Said, other: Said) -> bool:
    names = claimed.names | other.names
    common = claimed.words & other.words
    least = min(len(claimed.words), len(other.words))
    return len(common - names) >= AT_LEAST and len(common) >= MOST_OF_IT * least and one_time(claimed, other)


def status_of(
    tally: Tally, objections: Sequence[tuple[Statement, Objection]], *, origins: int, disputed: bool
) -> ClaimStatus:
    """The standing of a claim from who says it and who speaks against it.

    Known only by its denials it is denied, only by doubts doubted. Said by some and denied or contradicted by others it
    is disputed; said by nobody but those who later said otherwise it is taken back. A doubt alone makes it doubted.
    What several sources say from several independent origins is corroborated, unless somebody objects.
    """
    if tally.acts <= NEGATIVE:
        return "denied" if "deny" in tally.acts else "doubted"
    stances = {objection.stance for _, objection in objections}
    back = {other.source for other, objection in objections if objection.stance == "take back"}
    if back and back >= tally.speakers:
        return "taken back"
    if stances & {"deny", "contradict", "take back"} or disputed:
        return "disputed"
    if "doubt" in stances:
        return "doubted"
    return "corroborated" if origins > 1 and len(tally.speakers) > 1 else "unchallenged"
