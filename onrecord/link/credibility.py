"""How much stands behind a claim, on the six steps of the Admiralty scale: who else says it, and who says otherwise.

It grades what is said, not who says it: the reliability of an outlet, A to F, is set by the user and never enters here.
Neither is a verdict on the truth; a claim that many repeat can be false.
"""

from collections.abc import Mapping

from onrecord.model.records import Claim

__all__ = ["STEPS", "credibility"]

STEPS: Mapping[int, str] = {
    1: "confirmed by other sources",
    2: "probably so",
    3: "possibly so",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
MANY = 3  # independent origins, with more than one source among them


def credibility(claim: Claim) -> int:
    """The step of a claim, 1 to 6, from its status and the number of its independent origins.

    Denied or taken back is 5, disputed or doubted 4. What several sources say independently of each other is 1 from
    three origins on and else 2; what one source says to several is 3; what has one origin alone cannot be judged.
    """
    if claim.status in ("denied", "taken back"):
        return 5
    if claim.status in ("disputed", "doubted"):
        return 4
    if claim.origins < 2:
        return 6
    if claim.status != "corroborated":
        return 3
    return 1 if claim.origins >= MANY else 2
