"""Offices that a verb tells of: "Vint is the minister", "was made envoy", "resigned as chief", "heads the army"."""

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.words import Words

__all__ = ["give_posts"]

_IS: Final = frozenset({"is", "are", "'s", "’s", "been"})
_BECOME: Final = frozenset({"become", "remain"})
_SERVE: Final = frozenset({"serve", "act", "resign", "quit", "step", "stand", "take", "continue", "retire", "return"})
_MADE_WORDS = "appoint name elect install confirm swear choose select promote designate reappoint re-elect reinstate"
_UNMADE_WORDS = "dismiss sack fire remove oust replace relieve"
_MADE: Final = frozenset(_MADE_WORDS.split())
_UNMADE: Final = frozenset(_UNMADE_WORDS.split())
_LEADS: Final = {"head": "head", "run": "head", "lead": "leader", "chair": "chair", "command": "commander"}
_NOT: Final = frozenset({"not", "n't", "n’t", "never", "no", "if", "whether", "unless", "to"})
_NO_POSTS: Final = frozenset({"country", "nation", "member", "insider", "source", "person", "figure", "counterpart"})
_WHO: Final = frozenset({"who", "that"})


def give_posts(words: Words, found: Sequence[Mention]) -> None:
    """Make a person one with the office that a clause says he holds, takes or leaves; wishes and denials do not."""
    people = _by_token(one for one in found if one.kind == "name" and one.what == "person")
    offices = _by_token(one for one in found if one.kind == "role" and one.what == "person" and not one.plural)
    bodies = _by_token(one for one in found if one.kind == "role" and one.what == "office")
    for token, pos in enumerate(words.pos):
        if pos == "VERB":
            _led(words, token, people, bodies)
        for holder, office in _told(words, token):
            person, role = people.get(holder), offices.get(office)
            if person is not None and role is not None:
                _part(words, person, role)
                _give(person, role)


def _by_token(mentions: Iterator[Mention]) -> dict[int, Mention]:
    return {token: mention for mention in mentions for token in range(mention.start, mention.end)}


def _part(words: Words, person: Mention, role: Mention) -> None:
    """The "prime minister" of "elected Mara Vint prime minister", which is one phrase with the name."""
    if role.start <= person.start and person.end < role.end:
        role.start, person.outer = person.end, True
        role.name = " ".join(words.text[role.start : role.end])
        role.offices = (role.name.lower(),)


def _give(person: Mention, role: Mention) -> None:
    """The office and its state to the person, for whom the words for the office stand as well."""
    apart = person.party and role.party and person.party != role.party
    post = role.role in roles().state_persons and role.role not in _NO_POSTS
    if role.same_as is not None or not post or apart:
        return
    role.same_as = person
    person.offices = (*person.offices, *role.offices)
    person.party = person.party or role.party
    person.gender = person.gender or role.gender


def _told(words: Words, token: int) -> Iterator[tuple[int, int]]:
    """Who and which office a verb or a copula joins, as words of the two."""
    kids = words.children[token]
    if not _is_so(words, token):
        return
    if any(words.dep[kid] == "cop" and words.lower[kid] in _IS for kid in kids):
        for subject in (kid for kid in kids if words.dep[kid] == "nsubj"):
            yield _person(words, subject, token), token
            yield token, subject  # "the minister is Vint"
    if words.pos[token] != "VERB":
        return
    holder, named = _holder(words, token), words.lemma[token] in _MADE
    for kid in kids:
        as_ = any(words.lower[below] == "as" for below in words.children[kid])
        if named and words.dep[kid] == "obj":  # "elected Vint prime minister": one phrase to the parse
            yield from ((below, kid) for below in words.children[kid] if words.dep[below] == "compound")
        if holder is None:
            continue
        if (words.dep[kid] in ("xcomp", "obj") and _plainly(words, token)) or (as_ and _in_office(words, token)):
            yield holder, kid


def _is_so(words: Words, token: int) -> bool:
    """Is this no wish, no condition and no denial?"""
    near = {words.lower[kid] for kid in words.children[token] if words.dep[kid].startswith(("aux", "advmod", "mark"))}
    modal = any(words.tag[kid] == "MD" for kid in words.children[token])
    return not modal and near.isdisjoint(_NOT)


def _person(words: Words, subject: int, verb: int) -> int:
    """The word of whom a subject means: of "who" the one that its clause is about."""
    return words.head[verb] if words.lower[subject] in _WHO and words.dep[verb].startswith("acl") else subject


def _holder(words: Words, verb: int) -> int | None:
    """Who takes or leaves an office by a verb: its subject, of those that others do to him the object."""
    kids, lemma = words.children[verb], words.lemma[verb]
    passive = any(words.dep[kid] == "nsubj:pass" for kid in kids)
    wanted = {"nsubj:pass"} if passive else {"obj"} if lemma in _MADE | _UNMADE else {"nsubj"}
    subject = next((kid for kid in kids if words.dep[kid] in wanted), None)
    if subject is None:
        alone = words.tag[verb] == "VBN" and words.dep[verb] == "acl" and lemma in _MADE | _UNMADE
        return words.head[verb] if alone else None
    return _person(words, subject, verb)


def _plainly(words: Words, verb: int) -> bool:
    """Is the office itself what follows: "became minister", "was appointed minister"?"""
    return words.lemma[verb] in _BECOME | _MADE


def _in_office(words: Words, verb: int) -> bool:
    """Does it stand behind "as": "served as minister", "was dismissed as minister"?"""
    return words.lemma[verb] in _SERVE | _MADE | _UNMADE


def _led(words: Words, verb: int, people: dict[int, Mention], bodies: dict[int, Mention]) -> None:
    """ "Vint, who heads the interior ministry" has an office of that state."""
    office = _LEADS.get(words.lemma[verb])
    if office is None or words.tag[verb] not in ("VBZ", "VBP") or not _is_so(words, verb):
        return
    kids = words.children[verb]
    person = next((people.get(_person(words, kid, verb)) for kid in kids if words.dep[kid] == "nsubj"), None)
    body = next((bodies.get(kid) for kid in kids if words.dep[kid] == "obj"), None)
    if person is not None and body is not None and office not in person.offices:
        person.offices = (*person.offices, office)
        person.party = person.party or body.party
