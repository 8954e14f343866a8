"""How surely a statement puts its own content: as so (or as going to be so), as not so, or as left open."""

from typing import Final

from spacy.tokens import Token

from onrecord.extract.clause import NOT, auxiliaries, child, children, negated, tense
from onrecord.extract.page import Page
from onrecord.model.acts import Standing
from onrecord.model.reading import FoundStatement

__all__ = ["head_of", "standing"]

# What is asked, proposed or doubted is left open where it is a mere deed or thing: "asked them to leave".
_OPEN_ACTS: Final = frozenset({"demand", "appeal", "offer", "doubt"})
_MAY: Final = frozenset({"could", "may", "might", "should", "must", "ought"})
_WOULD: Final = frozenset({"would", "'d", "’d"})
_PERHAPS: Final = frozenset(
    {"perhaps", "maybe", "possibly", "probably", "likely", "unlikely", "allegedly", "apparently", "hardly"}
)
_IF: Final = frozenset({"if", "unless", "whether"})


def head_of(page: Page, statement: FoundStatement) -> Token | None:
    """The word that the first piece of a content hangs on; None for a content without words."""
    piece = page.tokens(statement.content[0].start, statement.content[0].end) if statement.content else None
    return piece.root if piece is not None and len(piece) else None


def standing(page: Page, statement: FoundStatement) -> Standing:
    """Whether the content is asserted, denied or left uncertain, as far as act, negation, mood and "perhaps" tell."""
    head = head_of(page, statement)
    if head is None or _left_open(head, statement, told=_told(page, statement)):
        return "uncertain"
    return "denied" if _not_so(head) or _turned(head, statement) else "asserted"


def _told(page: Page, statement: FoundStatement) -> bool:
    """Is the cue in the past, so that "would" only tells what was "will"?"""
    cue = () if statement.cue is None else page.tokens(statement.cue.start, statement.cue.end)
    return any(word.tag_ in ("VBD", "VBN", "VBG") for word in cue)


def _left_open(head: Token, statement: FoundStatement, *, told: bool) -> bool:
    """ "Could leave", "perhaps", "if they leave"; what is asked for is open as a mere deed or thing: "to leave"."""
    helpers = set(auxiliaries(head))
    if statement.act in _OPEN_ACTS and child(head, "nsubj", "nsubj:pass") is None:
        return True
    if helpers & _MAY or (helpers & _WOULD and not (told and not any(_condition(kid) for kid in head.children))):
        return True
    return any(kid.lower_ in _PERHAPS for kid in (head, *children(head, "advmod", "amod"))) or _condition(head)


def _condition(verb: Token) -> bool:
    return any(kid.lower_ in _IF for kid in children(verb, "mark"))


def _not_so(head: Token) -> bool:
    """Is the deed itself denied ("did not leave"), not a thing of it ("has no doubt")?"""
    return negated(head) and any(kid.lower_ in NOT and kid.dep_ == "advmod" for kid in head.children)


def _turned(head: Token, statement: FoundStatement) -> bool:
    """ "Denied that they left", "refused to leave"; "the offer" that is refused was made all the same."""
    finite = child(head, "nsubj", "nsubj:pass") is not None
    return finite if statement.act == "deny" else statement.act == "refuse" and tense(head) == "infinitive"
