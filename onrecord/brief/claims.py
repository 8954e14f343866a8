"""A claim as a line: its words, how it stands, and who first said it and who last spoke of it."""

from onrecord.brief.quoting import quote
from onrecord.brief.standing import told_of
from onrecord.brief.telling import Telling
from onrecord.brief.value import Line, Piece
from onrecord.model.records import Claim, Statement

__all__ = ["line_of"]


def line_of(tell: Telling, claim: Claim) -> Line:
    """The words of a claim with its standing and origins; below who says it and who says otherwise."""
    origins = f" · {claim.origins} independent origin{'' if claim.origins == 1 else 's'}"
    head = (
        quote(claim.text.removeprefix("that "), limit=130),
        Piece(" · "),
        Piece(claim.status, "status"),
        Piece(origins),
    )
    kinds: dict[str, list[Statement]] = {}
    for name, how, _ in told_of(claim, tell.index):
        if (said := tell.index.statements.get(name)) is not None:
            kinds.setdefault(how.removeprefix("first "), []).append(said)
    return Line(claim.id, head, tuple(_row(tell, how, said) for how, said in kinds.items()))


def _row(tell: Telling, how: str, said: list[Statement]) -> tuple[Piece, ...]:
    """All who do one thing, with the words of the first."""
    voices = [statement.source for statement in said if statement.source is not None]
    first = said[0]
    return (
        Piece(f"{how} "), tell.who(voices), Piece(", "), Piece(tell.said(first), "day"), Piece(": "),
        *tell.content(first, limit=110),
    )  # fmt: skip
