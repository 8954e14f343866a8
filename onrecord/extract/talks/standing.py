"""What the words say of a talk's status, and which word said it."""

from typing import NamedTuple

from onrecord.model.acts import TalkStatus

__all__ = ["Stand"]


class Stand(NamedTuple):
    """A status and the word that gave it; None where the words do not tell, `dropped` where they deny the talk."""

    status: TalkStatus | None
    why: str
    dropped: bool = False
