"""A statement as one side of a dispute: who makes it, what it claims, who does what in it, whether it denies."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extract.clause import NOT, child, children, negated, own_subject, subject
from onrecord.extract.commitments.conditions import may_open, opens_condition
from onrecord.extract.factual import head_of, standing
from onrecord.extract.kinship import gist
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.model.kinds import load, words
from onrecord.model.reading import FoundStatement
from onrecord.model.span import Span

__all__ = ["Side", "sides_of"]

NOTHING = "nothing to do with"
SHORT = 15  # words of a claim to have none of a thing
LONG = 400  # characters; of longer words only the first piece is shown
CHARGES = frozenset({"allegation", "accusation", "charge", "claim", "report", "contention", "assertion"})
SIGNS = frozenset({"sign", "evidence", "indication", "proof", "trace"})


# What nobody can see whether somebody has.
ABSTRACT = frozenset(
    {
        "plan", "intention", "choice", "doubt", "interest", "idea", "need", "reason", "desire", "way", "comment",
        "problem", "option",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One statement: `matter` is what it is about, `deeds` who is said to do what, `words` its adjectives.

    `things` are what of the matter is no name.
    `denied` is the deed that it says was not done, `pointing` whether it speaks of "the claim" or "such accusations",
    `charge` whether it accuses.
    `camp` is "backers" or "critics" where the source is no more than those who back or oppose a thing.
    `lacking` is what the source says its own side has none of, `set_off` whether "but" or ";" parts it from what is
    told before.
    `topic` is what the content says something to be or where, by its lemma, empty where it tells a deed.
    `stand` is how it takes sides: forward (puts it as so), against (denies what is said), no sign (of it), not so (says
    the opposite in a clause of its own), or none of these.
    """

    number: int
    source: int
    party: str
    span: Span
    matter: frozenset[str]
    deeds: frozenset[tuple[str, str]]
    words: frozenset[str]
    about: frozenset[str]
    stand: str
    denied: frozenset[str] = frozenset()
    pointing: bool = False
    charge: bool = False
    turning: bool = False
    doubtful: bool = False
    things: frozenset[str] = frozenset()
    topic: str = ""
    set_off: bool = False
    camp: str = ""
    lacking: frozenset[str] = frozenset()


def sides_of(page: Page, cast: Cast, statements: Sequence[FoundStatement]) -> list[Side]:
    """Every statement with a source and words, as a side."""
    return [
        _side(page, cast, number, statement, statement.source, statements[number - 1] if number else None)
        for number, statement in enumerate(statements)
        if statement.source is not None and statement.content
    ]


def _side(
    page: Page, cast: Cast, number: int, statement: FoundStatement, source: int, before: FoundStatement | None
) -> Side:
    tokens = [word for piece in statement.content for word in _claimed(page.tokens(piece.start, piece.end))]
    whole = [word for piece in statement.content for word in page.tokens(piece.start, piece.end)]
    judging = words("disputes", "charges") | words("disputes", "falsehood")
    first, last, failing = statement.content[0], statement.content[-1], words("disputes", "failing")
    return Side(
        number=number,
        source=source,
        party=cast.party(source),
        span=page.span(first.start, last.end) if last.end - first.start < LONG else first,
        matter=gist(word for word in tokens if word.lemma_.lower() not in judging),
        things=gist(tokens, names=False),
        deeds=frozenset(_deeds(tokens, cast)),
        words=frozenset(word.lemma_.lower() for word in whole if word.pos_ == "ADJ"),
        about=cast.parties(cast.voices.in_range(first.start, last.end)),
        stand=_stand(page, statement, tokens),
        denied=_denied(page, statement),
        charge=statement.act == "accuse",
        turning=_turns(page, statement),
        camp=_camp(cast.voices.found[source].name),
        set_off=_is_set_off(page, statement, before),
        lacking=_lacking(whole, cast, source) if len(whole) <= SHORT else frozenset(),
        doubtful=sum(word.lower_ in NOT or word.lemma_.lower() in failing for word in whole) % 2 == 1,
        topic=_topic(page, statement),
        pointing=any(word.lemma_.lower() in CHARGES and word.pos_ == "NOUN" for word in tokens),
    )


def _turns(page: Page, statement: FoundStatement) -> bool:
    """Is it told as an answer to what was said before: "But experts said …", "she countered"?"""
    start = (
        statement.content[0].start if statement.cue is None else min(statement.cue.start, statement.content[0].start)
    )
    here = page.tokens(start, start + 1)
    opening = [word.lower_ for word in here[0].sent[:3]] if len(here) else []
    cue = () if statement.cue is None else page.tokens(statement.cue.start, statement.cue.end)
    return any(word in words("disputes", "turning") for word in opening) or any(
        word.lemma_.lower() in words("disputes", "countering") for word in cue
    )


def _is_set_off(page: Page, statement: FoundStatement, before: FoundStatement | None) -> bool:
    """Is it set off from the statement before it within a sentence: "Orlavia says …, but Kestria says …"?"""
    if before is None or not before.content:
        return False
    spans = [span for span in (statement.cue, statement.source_span) if span is not None]
    end, start = before.content[-1].end, min(span.start for span in (*spans, statement.content[0]))
    between = page.tokens(end, start) if end < start else ()
    return any(word.lower_ in words("disputes", "turning") | words("disputes", "contrasting") for word in between)


def _denied(page: Page, statement: FoundStatement) -> frozenset[str]:
    """The deed at the head of the content where it is said not to be so, and what it was to be done to."""
    head = head_of(page, statement)
    if head is None or standing(page, statement) != "denied":
        return frozenset()
    return gist([head]) or gist([*children(head, "obj", "ccomp", "xcomp")])


def _camp(name: str) -> str:
    last = name.lower().split()[-1:]
    return next((camp for camp in ("backers", "critics") if last and last[0] in words("disputes", camp)), "")


def _lacking(whole: Sequence[Token], cast: Cast, source: int) -> frozenset[str]:
    """ "It has no soldiers in Selmark", "no Orlavian soldiers are in Selmark": the soldiers."""
    without = [word.head for word in whole if word.lower_ == "no" and word.head.pos_ == "NOUN" and word.dep_ == "det"]
    own = [noun for noun in without if _is_own(noun, cast, source) and noun.lemma_.lower() not in SIGNS | ABSTRACT]
    return gist(own)


def _is_own(noun: Token, cast: Cast, source: int) -> bool:
    who = subject(noun.head) if noun.head.lemma_.lower() in ("have", "send", "keep") else None
    named = cast.actors_of(who) if who is not None and who.i != noun.i else ()
    named += tuple(one for kid in children(noun, "amod", "compound") for one in cast.named(kid))
    return any(one == source or cast.same_side(one, source) for one in named)


def _topic(page: Page, statement: FoundStatement) -> str:
    head = head_of(page, statement)
    what = None if head is None else own_subject(head)
    state = head is not None and (child(head, "cop") is not None or head.lemma_.lower() in words("disputes", "being"))
    return what.lemma_.lower() if state and what is not None and what.pos_ != "PROPN" else ""


def _claimed(words: DocSpan) -> DocSpan:
    """The words up to a condition ("unless they invade" claims no invasion) or to a next thing that the source did."""
    doc, openers = words.doc, may_open()
    for at in range(words.start + 1, words.end - 1):
        word = doc[at].lower_
        if (word in openers and opens_condition(doc, at, words.end)) or (
            word == "," and doc[at + 1].tag_ in ("VBD", "VBZ", "VBN")
        ):
            return doc[words.start : at]
    return words


def _deeds(tokens: Sequence[Token], cast: Cast) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for token in tokens:
        if token.pos_ == "VERB" and not negated(token):
            who = subject(token)
            stems = gist([token]) if who is not None else frozenset()
            if who is not None and stems:
                found |= {(stem, cast.party(one)) for stem in stems for one in cast.named(who)}
    return found


def _stand(page: Page, statement: FoundStatement, tokens: Sequence[Token]) -> str:
    lists = load("disputes")
    denying, forward = lists["denying"], lists["forward"]
    if statement.content and statement.content[0].exact.lower().startswith("to "):
        return ""  # what is asked or refused is no question of what is so
    cue = () if statement.cue is None else page.tokens(statement.cue.start, statement.cue.end)
    if statement.act == "refuse" and not any(word.lemma_.lower() in words("disputes", "charges") for word in tokens):
        return ""  # who rejects an offer denies nothing
    if NOTHING in " ".join(word.lower_ for word in tokens):
        return "against"
    if statement.act == "deny" or any(isinstance(denying, list) and word.lemma_.lower() in denying for word in cue):
        return "against"
    if any(word.lemma_.lower() in SIGNS and any(kid.lower_ == "no" for kid in word.children) for word in tokens):
        return "no sign"
    if not isinstance(forward, list) or statement.act not in forward:
        return ""
    return {"denied": "not so", "asserted": "forward"}.get(standing(page, statement), "")
