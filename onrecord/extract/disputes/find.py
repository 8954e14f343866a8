"""The disputes of one report: who says that something is so, and who says that it is not."""

from collections.abc import Iterator, Sequence

from onrecord.extract.disputes.answers import find_answers
from onrecord.extract.disputes.charges import find_charges
from onrecord.extract.disputes.sides import Side, sides_of
from onrecord.extract.kinship import share
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.voices.find import Voices
from onrecord.model.reading import FoundCommitment, FoundDispute, FoundFigure, FoundStatement

__all__ = ["find_disputes"]

ENOUGH = 0.5
NEAR = 4  # statements between two accounts that say the opposite of one thing in other words
NEXT = 2
PERSONAL = frozenset({"i", "we", "he", "she", "you", "there", "it", "they"})
CLOSE = 6
CHARGED = 12  # statements between a charge and the denial of "such charges"
FEWEST = 5  # letters of a word whose opposite by prefix counts: "usable" and "unusable"
OPPOSITES = ("un", "in", "im", "ir", "dis", "il")
DENIED = 0.3  # share of words in common with an own deed that is denied right after
BRIEF = 4  # content words of a claim that another denies in its own words
STEM = 6  # letters of a state's name that its people share: "Kestria", "Kestrian"
MARGIN = 1.2  # "about 100" and 110 fit each other
WIDE = 60  # statements looked back over, so that long documents stay quick
MOST = 4  # statements shown on the asserting side


def find_disputes(
    page: Page,
    voices: Voices,
    statements: Sequence[FoundStatement],
    commitments: Sequence[FoundCommitment],
    figures: Sequence[FoundFigure] = (),
) -> tuple[FoundDispute, ...]:
    """Every dispute of the report once: denials beside what they deny, opposite accounts, promises denied."""
    cast = Cast(voices, Said(page, statements))
    sides = sides_of(page, cast, statements)
    found: list[FoundDispute] = []
    told = (*find_charges(page, cast, sides), *_denials(sides), *_accounts(sides), *_numbers(sides, figures))
    answered = find_answers(page, cast, statements, sides)
    for dispute in (*_over_commitments(commitments), *told, *answered):
        if not any(_overlap(dispute, known) for known in found):
            found.append(dispute)
    return tuple(found)


def _denials(sides: Sequence[Side]) -> Iterator[FoundDispute]:
    """Each denial with all that others put forward of the same; never what its own side said."""
    for at, side in enumerate(sides):
        if side.stand not in ("against", "no sign", "not so"):
            continue
        near = sides[max(0, at - WIDE) : at] if side.stand == "no sign" else sides[max(0, at - WIDE) : at + WIDE]
        matching = [other for other in near if other.stand == "forward" and _same_matter(side, other)]
        best = sorted(matching, key=lambda other: -share(side.matter, other.matter)) or _charge(side, sides[:at])
        if side.stand == "no sign":
            best = [other for other in best if other.party == best[0].party]
        if best:
            yield _dispute(best[:MOST], side, f"dispute:{side.stand}")


def _charge(side: Side, before: Sequence[Side]) -> list[Side]:
    """What a denial answers that says "such accusations", or that tells of an own deed: the last charge before it."""
    if side.stand != "against" or not (side.pointing or side.party in side.about):
        return []
    charges = [
        other
        for other in before[-CHARGED:]
        if (other.charge or (side.pointing and other.stand == "forward"))
        and (side.pointing or side.number - other.number <= CLOSE or side.matter & other.matter)
        and (side.party in other.about or _right_before(side, other))
        and _apart(side, other)
    ]
    return charges[-1:]


def _right_before(side: Side, other: Side) -> bool:
    """ "That assertion" is the one before, unless it is told what was asserted and that is something else."""
    alike = len(side.matter) <= 1 or bool(side.matter & other.matter)
    return side.pointing and side.number - other.number == 1 and alike and not other.charge


def _apart(side: Side, other: Side) -> bool:
    """Two sides with words of their own: what both say together, or one tells of the other, sets nobody against it."""
    return other.party != side.party and not side.span.overlaps(other.span)


def _same_matter(side: Side, other: Side) -> bool:
    """Are the two of one matter? A denial of all signs needs least, an opposite in a clause of its own most."""
    if not _apart(side, other):
        return False
    common, part = side.matter & other.matter, share(side.matter, other.matter)
    if side.stand == "no sign":
        return bool(common - other.about) and part >= ENOUGH
    brief = max(len(side.matter), len(other.matter)) <= BRIEF and abs(side.number - other.number) <= NEAR
    if side.stand == "not so" and brief and len(common) > 1 and part == 1:
        return bool(side.denied & other.matter)  # "the wall works", "the wall does not work"
    if side.stand == "not so":
        return len(common) > 2 and part > ENOUGH and bool(side.denied & other.matter)
    return part >= ENOUGH and (len(common) > 1 or (bool(common & side.things) and side.party in other.about))


def _accounts(sides: Sequence[Side]) -> Iterator[FoundDispute]:
    """Opposite accounts: each says the other did it, or one says "usable" where the other says "unusable"."""
    for at, side in enumerate(sides):
        for other in sides[max(0, at - WIDE) : at]:
            if not _apart(side, other) or "forward" not in (side.stand, other.stand):
                continue
            if _set_against(side, other):
                yield _dispute([other], side, "dispute:set against")
            elif _of_two_camps(side, other):
                yield _dispute([other], side, "dispute:camps")
            elif _of_one_thing(side, other):
                yield _dispute([other], side, "dispute:of one thing")
            elif _of_oneself(side, other) or _of_oneself(other, side):
                yield _dispute([other], side, "dispute:of oneself")
            elif _turned_round(side, other):
                yield _dispute([other], side, "dispute:each the other")
            elif _near(side, other) and _opposite(side.words, other.words):
                yield _dispute([other], side, "dispute:opposite words")


def _set_against(side: Side, other: Side) -> bool:
    """ "But experts said it will be hard": the account right before of one matter, and only one of the two says no."""
    common = side.matter & other.matter - side.about - other.about
    return side.number - other.number == 1 and side.turning and side.doubtful != other.doubtful and len(common) > 1


def _of_two_camps(side: Side, other: Side) -> bool:
    """ "Supporters say …, while opponents say …"."""
    apart = side.camp and other.camp and side.camp != other.camp
    return bool(apart) and side.number - other.number == 1 and (side.turning or side.set_off)


def _of_one_thing(side: Side, other: Side) -> bool:
    """ "Orlavia says the ship was in its waters; Kestria says it was on the high seas"."""
    if side.number - other.number != 1 or not (side.turning or side.set_off) or side.stand != other.stand:
        return False
    same = side.topic == other.topic or (side.topic in ("it", "they") and other.topic not in PERSONAL)
    return same and bool(side.topic and other.topic) and not share(side.matter, other.matter) > ENOUGH


def _of_oneself(side: Side, other: Side) -> bool:
    """ "We have no soldiers there" beside "Orlavian soldiers are there": what one says not to have, the other saw."""
    told = side.party in other.about or side.party.casefold()[:STEM] in other.matter
    place = (side.matter & other.matter) - side.lacking
    near = abs(side.number - other.number) <= CLOSE and not other.doubtful
    if near and told and side.stand == "against" and side.denied and side.party in side.about:
        near = abs(side.number - other.number) <= NEXT and len(place) > 1
        return near and share(side.matter, other.matter) >= DENIED  # "it has not armed rebels in eastern Selmark"
    return near and told and bool(side.lacking & other.matter) and bool(place)


def _near(side: Side, other: Side) -> bool:
    """Near enough for an opposite word to be an answer; a little farther where both are of one thing."""
    return side.number - other.number <= (NEAR if side.matter & other.matter else NEXT)


def _turned_round(side: Side, other: Side) -> bool:
    """Does each say that the other did it? What one says both did charges nobody."""
    mine, theirs = _charged(side, other.party), _charged(other, side.party)
    return bool(mine & theirs) and len(side.matter & other.matter) > 1


def _charged(side: Side, party: str) -> set[str]:
    own = {deed for deed, who in side.deeds if who == side.party}
    return {deed for deed, who in side.deeds if who == party} - own


def _opposite(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(
        f"{prefix}{word}" in other
        for word_set, other in ((mine, theirs), (theirs, mine))
        for word in word_set
        if len(word) > FEWEST
        for prefix in OPPOSITES
    )


def _dispute(forward: Sequence[Side], against: Side, rule: str) -> FoundDispute:
    return FoundDispute(
        claim=forward[0].span,
        asserted_by=tuple(dict.fromkeys(side.source for side in forward)),
        denied_by=(against.source,),
        evidence=tuple(dict.fromkeys([*(side.span for side in forward), against.span])),
        statements=tuple(sorted({*(side.number for side in forward), against.number})),
        why=(rule, *_shared(forward, against)),
    )


def _shared(forward: Sequence[Side], against: Side) -> Iterator[str]:
    """The words that make the two of one matter."""
    words = sorted(set().union(*(side.matter & against.matter for side in forward)))
    if words:
        yield f"of one matter: {', '.join(words)}"


def _over_commitments(commitments: Sequence[FoundCommitment]) -> Iterator[FoundDispute]:
    """A promise that one side tells of and the other denies."""
    for commitment in commitments:
        deniers = [response for response in commitment.responses if response.stance == "deny"]
        denied_by = tuple(dict.fromkeys(one for r in deniers for one in r.by if one not in commitment.stated_by))
        if commitment.stated_by and denied_by:
            yield FoundDispute(
                claim=commitment.evidence,
                asserted_by=commitment.stated_by,
                denied_by=denied_by,
                evidence=(commitment.evidence, *(response.evidence for response in deniers)),
                statements=() if commitment.statement is None else (commitment.statement,),
                why=("dispute:commitment",),
            )


def _numbers(sides: Sequence[Side], figures: Sequence[FoundFigure]) -> Iterator[FoundDispute]:
    """Two parties that count the same thing differently."""
    party = {side.source: side.party for side in sides}
    for at, figure in enumerate(figures):
        for other in figures[:at]:
            if figure.by is None or other.by is None or party.get(figure.by) == party.get(other.by):
                continue
            if _same_count(figure, other) and _unequal(figure, other):
                numbers = [number for number in (other.statement, figure.statement) if number is not None]
                yield FoundDispute(
                    claim=other.evidence,
                    asserted_by=(other.by,),
                    denied_by=(figure.by,),
                    evidence=tuple(dict.fromkeys([other.evidence, figure.evidence])),
                    statements=tuple(sorted(set(numbers))),
                    why=("dispute:numbers",),
                )


def _same_count(one: FoundFigure, other: FoundFigure) -> bool:
    """Is it one thing that is counted, named alike and not only by its unit, and did the same befall it?"""
    alike = one.of.casefold() == other.of.casefold() and one.of.casefold() != one.unit and one.fate == other.fate
    return alike and (one.unit, one.where, one.when) == (other.unit, other.where, other.when)


def _unequal(one: FoundFigure, other: FoundFigure) -> bool:
    """Do the two not fit each other? "More than 100" fits 150."""
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if low.compare == "more than" or high.compare in ("less than", "up to"):
        return False
    return (low.high or low.value) * MARGIN < high.value


def _overlap(one: FoundDispute, other: FoundDispute) -> bool:
    return any(a.overlaps(b) for a in one.evidence for b in other.evidence)
