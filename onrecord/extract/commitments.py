"""The commitments of one report: what parties are said to have bound themselves to, each once, with how others answered."""

from collections.abc import Sequence

from onrecord.extract.commitments_bonds import Bond, find_bonds
from onrecord.extract.commitments_spans import Words, wording
from onrecord.extract.kinship import gist, share
from onrecord.extract.page import Page
from onrecord.extract.responses import answer
from onrecord.extract.said import Said
from onrecord.extract.talks_details import Calendar
from onrecord.extract.voices import Voices
from onrecord.model.reading import FoundCommitment, FoundStatement, TimeExpression

__all__ = ["find_commitments"]

# Two tellings with this share of their content words in common, by the same side, are one commitment.
SAME = 0.6


def find_commitments(
    page: Page, voices: Voices, statements: Sequence[FoundStatement], times: Sequence[TimeExpression]
) -> tuple[FoundCommitment, ...]:
    """Every commitment of the report once, with its day, its condition, who states it and how others answer."""
    said = Said(page, statements)
    calendar = Calendar(page, times)
    once: list[tuple[Bond, Words]] = []
    repeats: list[list[tuple[Bond, Words]]] = []
    for bond in find_bonds(page, voices, said):
        words = wording(page, bond, calendar)
        at = next((i for i, known in enumerate(once) if _same(page, known, (bond, words), voices)), None)
        if at is None:
            once.append((bond, words))
            repeats.append([])
        else:
            first, second = _order(once[at], (bond, words))
            once[at] = first
            repeats[at].append(second)
    found = [_found(page, voices, statements, one, more) for one, more in zip(once, repeats, strict=True)]
    return answer(page, voices, said, found)


def _order(known: tuple[Bond, Words], new: tuple[Bond, Words]) -> tuple[tuple[Bond, Words], tuple[Bond, Words]]:
    """The telling that binds more firmly, or says more, stands for both; the earlier one where they are equal."""
    weights = [(bond.strength, words.due is not None, words.condition is not None) for bond, words in (known, new)]
    return (new, known) if weights[1] > weights[0] else (known, new)


def _same(page: Page, known: tuple[Bond, Words], new: tuple[Bond, Words], voices: Voices) -> bool:
    (old, old_words), (bond, words) = known, new
    if old.denied != bond.denied or not _sides(old, voices) & _sides(bond, voices):
        return False
    if old_words.evidence.covers(words.evidence) or words.evidence.covers(old_words.evidence):
        return True
    mine, theirs = (gist(page.tokens(w.action.start, w.action.end)) for w in (old_words, words))
    return share(mine, theirs) >= SAME and len(mine & theirs) > 1


def _sides(bond: Bond, voices: Voices) -> frozenset[str]:
    return frozenset(voices.party(one) or voices.found[one].name for one in bond.by)


def _found(
    page: Page,
    voices: Voices,
    statements: Sequence[FoundStatement],
    one: tuple[Bond, Words],
    more: Sequence[tuple[Bond, Words]],
) -> FoundCommitment:
    bond, words = one
    others = [w for _, w in more]
    statement = None if bond.said is None else statements[bond.said]
    stated_by = () if statement is None or statement.source is None else (statement.source,)
    return FoundCommitment(
        by=bond.by,
        to=_recipients(bond, statement, voices),
        action=words.action,
        evidence=words.evidence,
        status="denied" if bond.denied else "pledged",
        due=words.due or next((w.due for w in others if w.due is not None), None),
        condition=words.condition or next((w.condition for w in others if w.condition is not None), None),
        stated_by=stated_by,
        statement=bond.said,
        why=tuple(dict.fromkeys([bond.rule, *(b.rule for b, _ in more)])),
    )


def _recipients(bond: Bond, statement: FoundStatement | None, voices: Voices) -> tuple[int, ...]:
    """To whom: whom the words name as promised to or told; each other where two agree."""
    if bond.kind == "agree" and len(bond.by) > 1:
        return bond.by
    from onrecord.extract.clause import case, children
    from onrecord.extract.parties import actors_of

    for kid in children(bond.verb, "iobj", "obj", "obl"):
        if kid.i != bond.action.i and kid.dep_ != "obl:agent" and case(kid) in ("", "to", "with"):
            found = tuple(one for one in actors_of(kid, voices) if one not in bond.by)
            if found:
                return found
    addressee = None if statement is None else statement.addressee
    return () if addressee is None or addressee in bond.by else (addressee,)
