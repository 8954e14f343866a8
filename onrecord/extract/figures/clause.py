"""The clause that a figure stands in, and the place that it names."""

from spacy.tokens import Token

from onrecord.extract.figures.count import Counted
from onrecord.extract.figures.units import singular, units
from onrecord.extract.numbers import Number
from onrecord.extract.page import Page
from onrecord.model.span import Span

__all__ = ["evidence", "place"]

_WIDEST = 200
_AROUND = 60
_OWN_CLAUSE = frozenset({"advcl", "conj", "parataxis", "ccomp", "acl:relcl", "acl", "appos", "csubj", "xcomp"})
_NEAR_WORDS = "near along around in at inside on outside into off within across"
_NEAR = frozenset(_NEAR_WORDS.split())
_BARE = frozenset({"in", "at", "on"})


def evidence(page: Page, start: int, end: int) -> Span:
    """The words of the clause around the number, at most 200 characters; without a parse the words near it."""
    tokens = page.tokens(start, end)
    if len(tokens) and page.doc.has_annotation("DEP"):
        verb = next(
            (token for token in (tokens.root, *tokens.root.ancestors) if token.pos_ in {"VERB", "AUX"}), tokens.root
        )
        sentence = tokens.root.sent
        kept = [token.i for token in _clause(verb) if not token.is_space]
        first, last = min([*kept, tokens[0].i]), max([*kept, tokens[-1].i])
        while page.doc[last].is_punct and last > tokens[-1].i:
            last -= 1
        while page.doc[first].is_punct and first < tokens[0].i:
            first += 1
        low, high = page.doc[first].idx, page.doc[last].idx + len(page.doc[last].text)
        if high - low <= _WIDEST and first >= sentence.start:
            return page.span(low, high)
    return _nearby(page, start, end)


def _clause(verb: Token) -> list[Token]:
    """The verb with what hangs on it, other clauses left out."""
    kept, waiting = [verb], [child for child in verb.children if child.dep_ not in _OWN_CLAUSE]
    while waiting:
        token = waiting.pop()
        kept.append(token)
        waiting.extend(
            child for child in token.children if child.dep_ not in _OWN_CLAUSE or child.dep_ in {"conj", "appos"}
        )
    return kept


def _nearby(page: Page, start: int, end: int) -> Span:
    text = page.text
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    stop = max(text.rfind(mark, low, start) for mark in (". ", "\n", "; ", "“"))
    low = stop + 1 if stop >= 0 else text.find(" ", low, start) if low else low
    ends = [at for mark in (". ", "\n", "; ", "”") if (at := text.find(mark, end, high)) >= 0]
    high = min(ends) if ends else (text.rfind(" ", end, high) if high < len(text) else high)
    return page.span(max(low, 0), max(high, end))


def place(page: Page, number: Number, what: Counted) -> str | None:
    """Where it is counted: the place on the noun counted or on its verb ("near Orlavia's borders", "Orlavia")."""
    head = what.head
    if head is None or not page.doc.has_annotation("DEP"):
        return None
    verb = next((token for token in head.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    for holder in (head, verb):
        for child in holder.children if holder is not None else ():
            if child.i > head.i and child.dep_.startswith(("nmod", "obl")) and child.i != head.i and _is_place(child):
                return _phrase(child)
    return None


def _is_place(token: Token) -> bool:
    """A name of a place, or a noun for a piece of ground; what only names a place ("the war on Oskland") is none."""
    marks = {child.text.lower() for child in token.children if child.dep_ == "case"}
    if not marks & _NEAR or "from" in marks:  # who looks on from across the river is counted elsewhere
        return False
    return token.ent_type_ in {"LOC", "GPE"} or singular(token.text) in units().ground


def _phrase(token: Token) -> str:
    parts = [part for part in token.subtree if part.dep_ not in {"acl", "acl:relcl", "advcl", "punct"}]
    first, last = min(part.i for part in parts), max(part.i for part in parts)
    if token.doc[first].text.lower() in _BARE:
        first += 1
    return str(token.doc[first : last + 1].text).strip(" .,;")
