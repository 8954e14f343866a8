"""What requests that change something bring: JSON objects of these shapes."""

from typing import Annotated

import msgspec

from onrecord.model.judgement import Decision, Judged

__all__ = ["BODIES", "ProposalBody", "WishBody", "WithdrawalBody"]

Id = Annotated[str, msgspec.Meta(max_length=200)]
Line = Annotated[str, msgspec.Meta(max_length=4000)]
Place = Annotated[int, msgspec.Meta(ge=0, le=100_000_000)]


class WishBody(msgspec.Struct, forbid_unknown_fields=True):
    """One field and what is to stand in it; without values and words it is emptied. Words are places in the text."""

    field: Id
    values: Annotated[list[Line], msgspec.Meta(max_length=50)] = []
    words: Annotated[list[tuple[Place, Place]], msgspec.Meta(max_length=50)] = []


class ProposalBody(msgspec.Struct, forbid_unknown_fields=True):
    """A decision about a record; `seen` are the ids of the standing decisions about it that its maker knows."""

    decision: Decision
    about: Id
    wishes: Annotated[list[WishBody], msgspec.Meta(max_length=50)] = []
    others: Annotated[list[Id], msgspec.Meta(max_length=200)] = []
    part: Annotated[list[Line], msgspec.Meta(max_length=500)] = []
    within: Id | None = None
    kind: Judged | None = None
    note: Line | None = None
    seen: Annotated[list[Id], msgspec.Meta(max_length=1000)] | None = None


class WithdrawalBody(msgspec.Struct, forbid_unknown_fields=True):
    """Why a decision is taken back."""

    note: Line | None = None


BODIES: tuple[type[msgspec.Struct], ...] = (ProposalBody, WishBody, WithdrawalBody)
"""What requests bring."""
