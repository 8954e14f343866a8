"""A talk that was called off once and is on again: the report begins with the plan, and dates the calling off."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.extract.clause import children, predicate
from onrecord.extract.talks.mentions import Mention

__all__ = ["is_on_again"]

_BEFORE: Final = frozenset({"once", "already", "earlier", "previously", "initially", "originally", "before"})
_COMING: Final = frozenset({"will", "would", "shall", "'ll", "’ll", "is", "are"})
_MONTHS: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec."}
)  # fmt: skip


def is_on_again(mentions: Sequence[Mention]) -> bool:
    """Is the talk told as planned first, and as called off only with a day or a word that puts this behind?"""
    first = next((mention for mention in mentions if mention.status is not None), None)
    off = [mention for mention in mentions if mention.status == "cancelled"]
    if first is None or first.status != "planned" or not off:
        return False
    return _lies_ahead(predicate(first.token)) and all(_lies_behind(predicate(mention.token)) for mention in off)


def _lies_ahead(verb: Token) -> bool:
    """ "Will meet", "said that she would meet", "is back on", but not "were to meet"."""
    return any(kid.lower_ in _COMING for kid in children(verb, "aux", "cop", "aux:pass"))


def _lies_behind(verb: Token) -> bool:
    """ "Called it off on May 24", "already cancelled once", "last week"."""
    for kid in children(verb, "advmod", "obl"):
        words = {word.lower_ for word in kid.subtree}
        dated = bool(_MONTHS & words) and any(word.isdigit() for word in words)
        if kid.lower_ in _BEFORE or "last" in words or "ago" in words or dated:
            return True
    return False
