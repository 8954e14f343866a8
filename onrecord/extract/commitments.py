"""The commitments of one report: what parties are said to have bound themselves to, each once, with how others answered."""

from collections.abc import Sequence

from onrecord.extract.clause import case, children
from onrecord.extract.commitments_bonds import Bond, find_bonds
from onrecord.extract.commitments_spans import Words, wording
from onrecord.extract.commitments_talks import with_talks
from onrecord.extract.kinship import gist, share
from onrecord.extract.page import Page
from onrecord.extract.parties import Cast
from onrecord.extract.responses import answer
from onrecord.extract.said import Said
from onrecord.extract.talks_details import Calendar
from onrecord.extract.talks import find_talks
from onrecord.extract.voices import Voices
from onrecord.model.reading import FoundCommitment, FoundResponse, FoundStatement, TimeExpression

__all__ = ["find_commitments"]

# Two tellings with this share of their content words in common, by the same side, are one commitment.
SAME = 0.6
ALIKE = 0.3


def find_commitments(
    page: Page, voices: Voices, statements: Sequence[FoundStatement], times: Sequence[TimeExpression]
) -> tuple[FoundCommitment, ...]:
    """Every commitment of the report once, with its day, its condition, who states it and how others answer."""
    cast, said, calendar = Cast(voices), Said(page, statements), Calendar(page, times)
    once: list[tuple[Bond, Words]] = []
    repeats: list[list[tuple[Bond, Words]]] = []
    for bond in find_bonds(page, cast, said):
        words = wording(page, bond, calendar, said)
        at = next((i for i, known in enumerate(once) if _same(page, known, (bond, words), cast)), None)
        if at is None:
            once.append((bond, words))
            repeats.append([])
        else:
            first, second = _order(once[at], (bond, words))
            once[at] = first
            repeats[at].append(second)
    found = [_found(cast, statements, one, more) for one, more in zip(once, repeats, strict=True)]
    found = with_talks(page, cast, said, found, find_talks(page, voices, statements, times))
    return answer(page, cast, said, found)


def _order(known: tuple[Bond, Words], new: tuple[Bond, Words]) -> tuple[tuple[Bond, Words], tuple[Bond, Words]]:
    """The telling that binds more firmly, or says more, stands for both; the earlier one where they are equal."""
    weights = [(bond.strength, words.due is not None, words.condition is not None) for bond, words in (known, new)]
    return (new, known) if weights[1] > weights[0] else (known, new)


def _same(page: Page, known: tuple[Bond, Words], new: tuple[Bond, Words], cast: Cast) -> bool:
    """Are two tellings of one commitment: the same side, and much the same words?"""
    (old, old_words), (bond, words) = known, new
    if old.denied != bond.denied or not cast.parties(old.by) & cast.parties(bond.by):
        return False
    if old.action.i == bond.action.i or old_words.action.covers(words.evidence):
        return True
    mine, theirs = (gist(page.tokens(w.action.start, w.action.end)) for w in (old_words, words))
    common = mine & theirs
    return share(mine, theirs) >= SAME and len(common) > 1 and len(common) >= ALIKE * len(mine | theirs)


def _found(
    cast: Cast, statements: Sequence[FoundStatement], one: tuple[Bond, Words], more: Sequence[tuple[Bond, Words]]
) -> FoundCommitment:
    bond, words = one
    others = [w for _, w in more]
    statement = None if bond.said is None else statements[bond.said]
    stated_by = () if statement is None or statement.source is None else (statement.source,)
    return FoundCommitment(
        by=bond.by,
        to=_recipients(bond, statement, cast),
        action=words.action,
        evidence=words.evidence,
        status="denied" if bond.denied else "pledged",
        due=words.due or next((w.due for w in others if w.due is not None), None),
        condition=words.condition or next((w.condition for w in others if w.condition is not None), None),
        stated_by=stated_by,
        statement=bond.said,
        responses=_own_answers(bond, words, stated_by, more, statements, cast),
        why=tuple(dict.fromkeys([bond.rule, *(b.rule for b, _ in more)])),
    )


def _own_answers(
    bond: Bond,
    words: Words,
    stated_by: tuple[int, ...],
    more: Sequence[tuple[Bond, Words]],
    statements: Sequence[FoundStatement],
    cast: Cast,
) -> tuple[FoundResponse, ...]:
    """The bound side's own denial, or its own word for what another has told of it."""
    if bond.denied:
        return (FoundResponse(stated_by or bond.by, "deny", words.evidence),)
    own = cast.parties(bond.by)
    if not stated_by or cast.parties(stated_by) & own:
        return ()
    found = []
    for other, telling in more:
        source = None if other.said is None else statements[other.said].source
        if source is not None and cast.party(source) in own:
            found.append(FoundResponse((source,), "confirm", telling.evidence))
    return tuple(found[:1])


def _recipients(bond: Bond, statement: FoundStatement | None, cast: Cast) -> tuple[int, ...]:
    """To whom: whom the words name as promised to or told; each other where two agree."""
    if bond.kind == "agree" and len(bond.by) > 1:
        return bond.by
    for kid in children(bond.verb, "iobj", "obj", "obl"):
        if kid.i != bond.action.i and kid.dep_ != "obl:agent" and case(kid) in ("", "to", "with"):
            found = tuple(one for one in cast.actors_of(kid) if one not in bond.by)
            if found:
                return found
    addressee = None if statement is None else statement.addressee
    return () if addressee is None or addressee in bond.by else (addressee,)
