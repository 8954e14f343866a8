"""People's corrections: decisions as rows, applied to what was read before anything is concluded from it."""

from onrecord.model.decisions import in_words
from onrecord.review.decide import decide, withdraw
from onrecord.review.fields import ADDABLE, FIELDS, MERGEABLE, REJECTABLE, Field, field_of
from onrecord.review.proposal import Proposal, Wish
from onrecord.review.queue import Item, queue
from onrecord.review.standing import Standing, decided, standing, touched

__all__ = [
    "ADDABLE", "FIELDS", "MERGEABLE", "REJECTABLE", "Field", "Item", "Proposal", "Standing", "Wish", "decide",
    "decided", "field_of", "in_words", "queue", "standing", "touched",
    "withdraw",
]  # fmt: skip
