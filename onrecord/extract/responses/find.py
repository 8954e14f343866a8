"""How others in the same report answer a commitment: they doubt, deny, confirm, refuse, accept it, or say it broke."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.answers import Answer, find_answers, sentence_numbers
from onrecord.extract.kinship import gist, share
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.responses.words import words
from onrecord.extract.said import Said
from onrecord.model.acts import CommitmentStatus
from onrecord.model.reading import FoundCommitment, FoundResponse

__all__ = ["answer"]

NEAR = 3  # a pointing word ("the pledge") means a commitment told at most so many sentences before
FAR = 12  # sentences after which "no sign of it" may still mean it
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class _Target:
    """A commitment beside what it is about, for comparing answers with it."""

    commitment: FoundCommitment
    gist: frozenset[str]
    deed: frozenset[str]
    sides: frozenset[str]
    sentence: int


def answer(page: Page, cast: Cast, said: Said, found: Sequence[FoundCommitment]) -> tuple[FoundCommitment, ...]:
    """The commitments with the answers each met inside the report, and the status that follows from them."""
    if not found:
        return ()
    starts = sentence_numbers(page)
    targets = [_target(page, commitment, cast, starts) for commitment in found]
    met: list[list[Answer]] = [[] for _ in found]
    for reply in find_answers(page, cast, said):
        if any(_is_told_by(target.commitment, reply) for target in targets):
            continue
        bearings = [_bearing(reply, target) if _could(reply, target, cast) else 0.0 for target in targets]
        best = max(range(len(found)), key=lambda i: (bearings[i], i))
        if bearings[best] >= ENOUGH:
            met[best].append(reply)
    return tuple(_answered(target, replies, cast) for target, replies in zip(targets, met, strict=True))


def _could(reply: Answer, target: _Target, cast: Cast) -> bool:
    """A promise is kept or broken by who is bound by it; a group ("rebels") may be bound under another name."""
    loose = any(cast.voices.found[one].kind == "group" for one in reply.by)
    return reply.stance not in ("keep", "break") or loose or bool(reply.sides & target.sides)


def _is_told_by(commitment: FoundCommitment, reply: Answer) -> bool:
    """Are these the words that tell the commitment and what became of it at once: "denied that it promised"?"""
    own = commitment.status == "denied" or any(reply.stance == response.stance for response in commitment.responses)
    return own and reply.evidence.overlaps(commitment.evidence)


def _target(page: Page, commitment: FoundCommitment, cast: Cast, starts: list[int]) -> _Target:
    pieces = (commitment.action, commitment.evidence)
    tokens = [token for piece in pieces for token in page.tokens(piece.start, piece.end)]
    number = bisect_right(starts, commitment.evidence.start)
    deed = gist(page.tokens(commitment.action.start, commitment.action.end), names=False)
    return _Target(commitment, gist(tokens, names=False), deed, cast.parties(commitment.by), number)


def _bearing(reply: Answer, target: _Target) -> float:
    """How surely an answer is about this commitment: by shared words, or by a word that points back to it nearby."""
    commitment = target.commitment
    if reply.evidence.overlaps(commitment.evidence) or reply.evidence.overlaps(commitment.action):
        return 0.0
    early = reply.at < commitment.evidence.start
    if early and reply.stance not in ("deny", "contradict"):
        return 0.0
    matter = target.deed if reply.stance == "deny" else target.gist  # what stands beside the deed is not denied
    common = reply.gist & matter
    score = share(reply.gist, matter) if len(common) > 1 else 0.0
    distance = reply.sentence - target.sentence
    own = bool(reply.sides & target.sides)
    if (
        (own or reply.stance != "deny")
        and not early
        and reply.points
        and (not reply.owners or reply.owners & target.sides)
    ):
        near = 0 <= distance <= NEAR
        if not _fits(reply, commitment):
            return 0.0
        if reply.owners:
            score = max(score, (0.8 if target.sides <= reply.owners else 0.6) - 0.02 * distance)
        elif near and (common or distance <= 1):
            score = max(score, 0.7 - 0.1 * distance)
    if reply.stance == "contradict" and common and not score and not early and distance <= FAR:
        score = ENOUGH
    return score + 0.1 * len(common) if score else 0.0


def _fits(reply: Answer, commitment: FoundCommitment) -> bool:
    """Is the word that points back ("the offer", "the threat") one for a commitment of this kind?"""
    rules = commitment.why[0]
    offered = any(word in rules for word in ("offer", "willing", "ready", "prepared", "open", "readiness"))
    if reply.points <= {"deal", "agreement"}:
        return any(word in rules for word in ("agree", "deal", "pact", "talk"))
    if reply.points <= {"offer", "proposal"}:
        return offered
    return "threat" in rules if reply.points <= {"threat"} else True


def _still_to_do(reply: Answer) -> bool:
    """ "urged her to keep her promise": an infinitive tells of nothing that was kept or broken."""
    return reply.stance in ("keep", "break") and reply.evidence.exact.startswith("to ")


def _answered(target: _Target, replies: Sequence[Answer], cast: Cast) -> FoundCommitment:
    commitment = target.commitment
    responses = list(commitment.responses)
    statuses: list[CommitmentStatus] = [commitment.status]
    seen: set[tuple[tuple[int, ...], str]] = set()
    for reply in replies:
        if (reply.by, reply.stance) in seen or _still_to_do(reply):
            continue
        seen.add((reply.by, reply.stance))
        responses.append(FoundResponse(reply.by, reply.stance, reply.evidence))
        own = bool(cast.parties(reply.by) & target.sides)
        status = (words().own if own else words().others).get(reply.stance)
        if status is not None:
            statuses.append(status)
    return replace(commitment, responses=tuple(responses), status=min(statuses, key=words().order.index))
