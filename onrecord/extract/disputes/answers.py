"""Answers that call what another said false: "that is a lie", "Tal was fed the wrong information", "contrary to …"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.extract.clause import NOT, child, children, negated, own_subject
from onrecord.extract.disputes.sides import Side
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.model.kinds import words
from onrecord.model.reading import FoundDispute, FoundStatement
from onrecord.model.span import Span

__all__ = ["find_answers"]

POINTING = frozenset({"that", "this", "it", "these", "those", "all", "which"})
SAY = frozenset({"say", "claim", "suggest", "assert", "argue", "allege"})
NEAR = 2  # statements between what is said and "that is not true"
FAR = 12  # statements between what somebody said and "she is mistaken"
SOON = 20  # characters from the beginning of an answer to "that"
GAP = 400  # characters


def find_answers(
    page: Page, cast: Cast, statements: Sequence[FoundStatement], sides: Sequence[Side]
) -> Iterator[FoundDispute]:
    """Every statement that judges another's words to be false, beside the words it judges."""
    for at, side in enumerate(sides):
        for judged in _judged(page, statements[side.number]):
            meant = _meant(judged, side, sides[:at], cast)
            if meant is not None:
                yield _against(meant, side)
                break
            if (told := _told_beside(judged, side, cast, page)) is not None:
                yield told
                break
    yield from _contraries(page, cast, sides)


def _judged(page: Page, statement: FoundStatement) -> Iterator[Token]:
    """What the statement says is false: the subject of "is a lie", "was misinformed", "is not true"."""
    for piece in statement.content:
        for word in page.tokens(piece.start, piece.end):
            false = word.lemma_.lower() in words("disputes", "falsehood")
            true = word.lemma_.lower() in words("disputes", "truth")
            who = own_subject(word)
            if who is None or not (_is_said_of(word, false=false, true=true) or _is_misled(word)):
                continue
            if who.lower_ not in POINTING or _opens(who, word, statement):
                yield who


def _opens(who: Token, word: Token, statement: FoundStatement) -> bool:
    """Does "that is false" open what is said, with no clause behind it that tells what is: "it is wrong to …"?"""
    return who.idx - statement.content[0].start < SOON and child(word, "ccomp", "csubj", "xcomp", "advcl") is None


def _is_said_of(word: Token, *, false: bool, true: bool) -> bool:
    link = child(word, "cop", "aux:pass")
    if not (false or true) or link is None:
        return False
    between = word.doc[min(word.i, link.i) : word.i]
    turned = negated(word) or any(kid.lower_ in NOT for kid in between)
    return (false and not turned) or (true and turned)


def _is_misled(word: Token) -> bool:
    """ "Was misinformed", "was given wrong information", "is lying"."""
    if word.pos_ != "VERB" or negated(word):
        return False
    if word.lemma_.lower() in words("disputes", "misled"):
        return True
    given = word.lemma_.lower() in ("feed", "give") and child(word, "nsubj:pass") is not None
    thing = child(word, "obj")
    false = words("disputes", "falsehood")
    return given and thing is not None and any(kid.lemma_.lower() in false for kid in children(thing, "amod"))


def _meant(who: Token, side: Side, before: Sequence[Side], cast: Cast) -> Side | None:
    """The statement that is judged: the one before "that", the last one of whoever is said to be mistaken."""
    apart = [other for other in before if other.party != side.party and not other.span.overlaps(side.span)]
    told = [other for other in apart if other.stand in ("forward", "not so", "against")]
    if who.lower_ in POINTING:
        return _right_before(side, told, before)
    owners = [one for kid in children(who, "nmod:poss", "amod") for one in cast.actors_of(kid)]
    saying = who.lemma_.lower() in words("disputes", "charges") | words("disputes", "sayings")
    if saying and not owners:
        return _right_before(side, told, before)
    named = set(owners if saying else cast.named(who))
    return next((other for other in told[::-1] if other.source in named and side.number - other.number <= FAR), None)


def _right_before(side: Side, told: Sequence[Side], before: Sequence[Side]) -> Side | None:
    """What "that" points to: the last thing that another put forward, when nobody else has spoken since."""
    last = told[-1] if told else None
    if last is None or last.stand != "forward" or side.number - last.number > NEAR:
        return None
    since = [other for other in before if other.number > last.number and other.party != side.party]
    return None if since or side.span.start - last.span.end > GAP else last


def _told_beside(who: Token, side: Side, cast: Cast, page: Page) -> FoundDispute | None:
    """ "Tal was wrong to say that the deal was dead": what is judged is told only by who judges it."""
    named = tuple(one for one in cast.named(who) if cast.party(one) != side.party)
    saying = [kid for word in who.head.children for kid in (word,) if kid.lemma_.lower() in SAY and kid.i > who.head.i]
    said = next((kid for word in saying for kid in children(word, "ccomp")), None)
    if not named or said is None or who.head.pos_ == "VERB":
        return None
    claim = page.words(said.left_edge, said.right_edge)
    return FoundDispute(
        claim=claim, asserted_by=named[:1], denied_by=(side.source,), evidence=(claim, side.span),
        statements=(side.number,), why=("dispute:called false",),
    )  # fmt: skip


def _against(meant: Side, side: Side) -> FoundDispute:
    return FoundDispute(
        claim=meant.span,
        asserted_by=(meant.source,),
        denied_by=(side.source,),
        evidence=(meant.span, side.span),
        statements=(meant.number, side.number),
        why=("dispute:called false",),
    )


def _contraries(page: Page, cast: Cast, sides: Sequence[Side]) -> Iterator[FoundDispute]:
    """ "Contrary to Orlavian claims, …", said by another."""
    for word in page.doc:
        if not _opens_contrary(word):
            continue
        side = next((one for one in sides if _tells(one, word)), None)
        owners = () if side is None else _owners(word, side, cast)
        if side is not None and owners:
            claim = _claimed(sides, owners, side)
            evidence = tuple(dict.fromkeys([claim or side.span, side.span]))
            yield FoundDispute(
                claim=evidence[0], asserted_by=owners, denied_by=(side.source,), evidence=evidence,
                statements=(side.number,), why=("dispute:contrary",),
            )  # fmt: skip


def _opens_contrary(word: Token) -> bool:
    """ "Contrary to …", "despite claims …"."""
    after = word.doc[word.i + 1 : min(word.i + 4, word.sent.end)]
    if word.lower_ == "despite":
        return any(token.lemma_.lower() in words("disputes", "charges") for token in after)
    return bool(word.lower_ == "contrary" and after[:1].text.lower() == "to")


def _tells(side: Side, word: Token) -> bool:
    """Does "contrary" stand in the words of this side, or in front of them in their sentence?"""
    within = side.span.start <= word.idx < side.span.end
    return bool(within or (word.idx < side.span.start < min(word.sent.end_char, word.idx + GAP)))


def _owners(word: Token, side: Side, cast: Cast) -> tuple[int, ...]:
    """Whose claim it is: the first actor named between "contrary to" and the comma that ends the phrase."""
    first = word.i + (2 if word.lower_ == "contrary" else 1)
    rest = word.doc[first : word.sent.end]
    end = next((token.i for token in rest if token.text in (",", ";", ".", "”", '"')), word.sent.end)
    saying = words("disputes", "charges") | words("disputes", "sayings") | SAY
    if not any(token.lemma_.lower() in saying for token in word.doc[first:end]):
        return ()
    named = [one for one in cast.between(first, end) if cast.party(one) != side.party]
    return tuple(named[:1])


def _claimed(sides: Sequence[Side], owners: tuple[int, ...], side: Side) -> Span | None:
    """What the owner said of the same, where the report tells it."""
    told = (one for one in sides if one.source in owners and len(one.matter & side.matter) > 1)
    return next((one.span for one in told if not one.span.overlaps(side.span)), None)
