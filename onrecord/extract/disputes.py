"""The disputes of one report: who says that something is so, and who says that it is not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Span as DocSpan

from onrecord.extract.commitments_conditions import opens_condition
from onrecord.extract.kinship import gist, share
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.voices import Voices
from onrecord.model.kinds import load
from onrecord.model.reading import FoundCommitment, FoundDispute, FoundStatement
from onrecord.model.span import Span

__all__ = ["find_disputes"]

ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class _Side:
    """One statement as a side of a dispute: who makes it, its words, what it is about and of whom."""

    number: int
    source: int
    party: str
    span: Span
    gist: frozenset[str]
    about: frozenset[str]


def find_disputes(
    page: Page, voices: Voices, statements: Sequence[FoundStatement], commitments: Sequence[FoundCommitment]
) -> tuple[FoundDispute, ...]:
    """Every dispute of the report once: denials set against what they deny, and commitments that somebody denies."""
    players = Cast(voices)
    sides = [_side(page, players, i, s) for i, s in enumerate(statements) if s.source is not None and s.content]
    forward = [side for side in sides if _is_forward(page, statements[side.number])]
    found = list(_over_commitments(commitments))
    for side in sides:
        if _is_against(page, statements[side.number]):
            dispute = _against(side, forward)
            if dispute is not None and not any(_overlap(dispute, known) for known in found):
                found.append(dispute)
    return tuple(_joined(found))


def _side(page: Page, players: Cast, number: int, statement: FoundStatement) -> _Side:
    tokens = [word for piece in statement.content for word in _claimed(page.tokens(piece.start, piece.end))]
    source = -1 if statement.source is None else statement.source
    first, last = statement.content[0], statement.content[-1]
    span = page.span(first.start, last.end) if last.end - first.start < 400 else first
    about = players.parties(players.voices.in_range(first.start, last.end))
    return _Side(number, source, players.party(source), span, gist(tokens), frozenset(about))


def _claimed(words: DocSpan) -> DocSpan:
    """The words without a condition that follows them: "unless they invade" claims no invasion."""
    for word in words:
        if word.i > words.start and word.i < words.end - 1 and opens_condition(words.doc, word.i, words.end):
            return words.doc[words.start : word.i]
    return words


def _is_against(page: Page, statement: FoundStatement) -> bool:
    if statement.act == "deny":
        return True
    return statement.cue is not None and any(
        token.lemma_.lower() in _lists()["denying"] for token in page.tokens(statement.cue.start, statement.cue.end)
    )


def _is_forward(page: Page, statement: FoundStatement) -> bool:
    return statement.act in _lists()["forward"] and not _is_against(page, statement)


def _against(side: _Side, forward: Sequence[_Side]) -> FoundDispute | None:
    """The denial with all that others put forward of the same: whoever they are, but not the denier's own side."""
    matching = [other for other in forward if other.party != side.party and _same_matter(side, other)]
    if not matching:
        return None
    best = sorted(matching, key=lambda other: -share(side.gist, other.gist))[:4]
    return FoundDispute(
        claim=best[0].span,
        asserted_by=tuple(dict.fromkeys(other.source for other in best)),
        denied_by=(side.source,),
        evidence=tuple(dict.fromkeys([*(other.span for other in best), side.span])),
        statements=tuple(sorted({*(other.number for other in best), side.number})),
        why=("dispute:denial",),
    )


def _same_matter(one: _Side, other: _Side) -> bool:
    common = one.gist & other.gist
    if len(common) < 2 and not (common and one.party in other.about):
        return False
    return share(one.gist, other.gist) >= ENOUGH


def _over_commitments(commitments: Sequence[FoundCommitment]) -> Iterator[FoundDispute]:
    """A promise that one side tells of and the other denies."""
    for commitment in commitments:
        deniers = [r for r in commitment.responses if r.stance == "deny"]
        if not deniers or not commitment.stated_by:
            continue
        denied_by = tuple(dict.fromkeys(one for r in deniers for one in r.by if one not in commitment.stated_by))
        if denied_by:
            yield FoundDispute(
                claim=commitment.evidence,
                asserted_by=commitment.stated_by,
                denied_by=denied_by,
                evidence=(commitment.evidence, *(r.evidence for r in deniers)),
                statements=() if commitment.statement is None else (commitment.statement,),
                why=("dispute:commitment",),
            )


def _overlap(one: FoundDispute, other: FoundDispute) -> bool:
    return any(a.overlaps(b) for a in one.evidence for b in other.evidence)


def _joined(found: Sequence[FoundDispute]) -> Iterator[FoundDispute]:
    """Disputes between the same sides over the same words are one."""
    kept: list[FoundDispute] = []
    for dispute in found:
        if not any(_overlap(dispute, known) for known in kept):
            kept.append(dispute)
    yield from kept


def _lists() -> Mapping[str, list[str]]:
    return cast("Mapping[str, list[str]]", load("disputes"))
