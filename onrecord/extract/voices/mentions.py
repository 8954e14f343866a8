"""All mentions of a document: phrases and pronouns, with what commas, brackets and "of" join."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.voices.credits import in_credit
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.posts import give_posts
from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.scan import Scan
from onrecord.extract.voices.terms import Found
from onrecord.extract.voices.titles import give_suffixes, give_titles
from onrecord.extract.voices.words import Words

__all__ = ["find_mentions"]

_PRONOUNS: Final = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "i", "we", "me", "us",
     "my", "our", "who", "which", "that", "whom", "whose", "both", "himself", "herself", "itself", "themselves",
     "myself", "ourselves"}
)  # fmt: skip
_SERVANTS: Final = frozenset(
    {"adviser", "advisor", "aide", "spokesman", "spokeswoman", "spokesperson", "assistant", "secretary", "deputy"}
)
_GATHERED: Final = frozenset({"group", "coalition", "team", "delegation"})
_LOOSE: Final = frozenset({"det", "punct", "case", "nmod:poss"})
_CALLED: Final = frozenset(
    {"agency", "newspaper", "television", "radio", "tv", "group", "organisation", "organization", "alliance", "bloc",
     "media"}
)  # fmt: skip
_LIKE_STATES: Final = frozenset({"ally", "rival", "neighbour", "neighbor", "foe", "partner", "patron"})
_REIGNS: Final = frozenset({"administration", "government", "cabinet", "regime", "team", "campaign"})
_LINKS: Final = frozenset(
    {"of", "for", "to", "at", "from", "in", "within", "with", "on", "familiar", "close", "briefed"}
)
_STOPS: Final = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "-", "–", "—"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_TAIL: Final = 9
_APPOSED: Final = 14
_BODIES: Final = frozenset({"agency", "outlet", "organisation"})


def find_mentions(words: Words, terms: list[Found], persons: frozenset[str]) -> list[Mention]:
    """All mentions in text order; `persons` are last names known to be of people in this report."""
    found = list(Scan(words, terms, persons).run())
    found.extend(_pronouns(words))
    found = [mention for mention in found if mention.end - 1 not in words.dateline or mention.what in _BODIES]
    found = [mention for mention in found if not in_credit(words, mention)]
    found = give_suffixes(words, sorted(found, key=lambda mention: (mention.start, mention.end)))
    for mention in found:
        mention.head = _top(words, mention)
    give_titles(words, found)
    _led_by(words, found)
    _complete(words, found)
    _describe(words, found)
    _join_neighbours(words, found)
    _join_further(words, found)
    _join_listed(words, found)
    give_posts(words, found)
    return found


def _top(words: Words, mention: Mention) -> int:
    """The word of a mention on which its others hang; names hang on their first word."""
    inside = range(mention.start, mention.end)
    if mention.kind in ("role", "group") and words.head[mention.head] not in inside:
        return mention.head
    return next(
        (token for token in inside if words.head[token] not in inside and words.dep[token] not in _LOOSE), mention.head
    )


def _pronouns(words: Words) -> Iterator[Mention]:
    for token, word in enumerate(words.lower):
        if word in _PRONOUNS and (words.pos[token] in ("PRON", "DET") or words.tag[token][:2] in ("PR", "WP", "WD")):
            if (word == "that" and words.tag[token] != "WDT") or (word == "both" and words.dep[token] != "nsubj"):
                continue
            yield Mention(token, token + 1, token, "pronoun", "person", word)


def _led_by(words: Words, found: list[Mention]) -> None:
    """ "a Vint administration official" speaks for whom Vint speaks for."""
    people = {mention.end: mention for mention in found if mention.kind == "name" and mention.what == "person"}
    for mention in found:
        if mention.kind not in ("role", "group") or mention.owner is not None:
            continue
        for token in range(mention.start + 1, mention.end):
            if words.lower[token] in _REIGNS and token in people:
                mention.owner = people[token]


def _describe(words: Words, found: list[Mention]) -> None:
    """The whole description of somebody unnamed: "a person briefed on the talks", "a source in the ministry"."""
    for mention in found:
        if mention.kind == "role" and mention.what == "person" and mention.outer and mention.same_as is None:
            mention.tail = _tail(words, mention)


def _tail(words: Words, mention: Mention) -> int:
    """The token behind what follows a description and belongs to it."""
    inside = set(words.subtree(mention.head))
    stop = mention.end
    first = mention.end < len(words) and (words.lower[mention.end] in _LINKS or words.tag[mention.end] in ("VBN", "JJ"))
    if not first:
        return mention.end
    while stop < min(mention.end + _LONGEST_TAIL, len(words)) and stop in inside and words.text[stop] not in _STOPS:
        if words.tag[stop] in _FINITE or words.tag[stop] in ("WP", "WDT"):
            return mention.end
        stop += 1
    return stop if stop not in inside or words.text[stop : stop + 1] == [","] else mention.end


def _complete(words: Words, found: list[Mention]) -> None:
    """ "The office of President Vint", "envoy of Orlavia", "adviser to the premier": for whom an office speaks."""
    by_start = {mention.start: mention for mention in found if mention.kind != "pronoun" and mention.outer}
    for mention in found:
        if mention.outer and mention.owner is not None and mention.kind == "role":
            by_start.setdefault(mention.owner.start, mention)
    adjectives = {mention.start: mention.party for mention in found if mention.adjective}
    for mention in found:
        if mention.kind not in ("role", "name") or mention.end + 1 >= len(words) or mention.same_as is not None:
            continue
        link = words.lower[mention.end]
        if mention.kind == "name":
            state = by_start.get(mention.end + 1)
            if mention.what == "person" and link == "of" and state is not None and state.what == "country":
                mention.party = mention.party or state.party
            continue
        if (
            link not in ("of", "for")
            and not (link == "to" and mention.role in _SERVANTS)
            and not (link in ("at", "from", "in", "within") and mention.what == "person")
        ):
            continue
        second = by_start.get(mention.end + 1)
        if second is None and words.lower[mention.end + 1] == "the":  # "of the Republic of the Sorn"
            second = by_start.get(mention.end + 2)
        if second is None and link == "of" and mention.party is None:  # "the head of Orlavian intelligence"
            mention.party = adjectives.get(mention.end + 1)
        if (
            second is not None
            and second.plural
            and link == "of"
            and mention.role in _GATHERED
            and mention.owner is None
        ):
            mention.end, mention.party, second.outer = second.end, mention.party or second.party, False
        if second is None or second.plural or mention.owner is not None:
            continue
        serves = second.what != "person" or link in ("of", "for", "to")
        if serves and mention.role not in roles().private_persons:  # a professor at a university speaks for nobody
            mention.party = mention.party or second.party
        mention.owner, second.outer = second, False
        if mention.what == "office":
            mention.end = second.end


def _join_neighbours(words: Words, found: list[Mention]) -> None:
    """Appositions: "the envoy, Mara Vint," and "Mara Vint, the envoy"."""
    by_start = {mention.start: mention for mention in found if mention.kind != "pronoun" and mention.outer}
    for mention in found:  # "Mara Vint, Orlavia's envoy", "Mara Vint, the Sorn Union's envoy"
        owner = mention.owner
        if owner is not None and mention.outer and mention.kind == "role" and owner.start < mention.start:
            by_start.setdefault(owner.start, mention)
    for mention in found:
        if (
            mention.kind == "pronoun"
            or not mention.outer
            or words.text[(end := _stop(words, mention)) : end + 1] not in ([","], ["("])
        ):
            continue
        second = by_start.get(end + 1)
        if second is None or second.plural or mention.plural or _titles(second):
            continue
        if mention.what == "person" and mention.kind == "name" and second.kind == "role" and second.what == "person":
            if _begins_clause(words, mention, second):
                continue
            second.same_as = mention
            mention.offices = (*mention.offices, *second.offices)
            mention.party = mention.party or second.party
            mention.gender = mention.gender or second.gender
        elif (
            mention.kind == "role"
            and mention.what == "person" == second.what
            and second.kind == "name"
            and _apposed(words, mention, second)
        ):
            mention.same_as = second
            second.offices = (*second.offices, *mention.offices)
            second.party = second.party or mention.party
            second.gender = second.gender or mention.gender
        elif (mention.role in _CALLED and second.what in _BODIES and second.kind != "role") or (
            mention.role in _LIKE_STATES and second.what == "country"
        ):
            mention.same_as = second  # "the Tarn group, Tarn Union", "Kestria's main ally, Orlavia"
        elif (
            mention.what != "person"
            and words.text[mention.end] == "("
            and words.text[second.end : second.end + 1] == [")"]
            and second.name.isupper()
        ):
            second.same_as = mention


def _titles(mention: Mention) -> bool:
    """Is this the title of a name behind it: "Mrs. Lind, President of Orlavia Mara Vint"?"""
    return mention.kind == "role" and mention.same_as is not None and mention.same_as.called > mention.start


def _stop(words: Words, mention: Mention) -> int:
    """The token behind all that belongs to a mention: a name's place too ("Mara Vint of Brenport, the chairwoman")."""
    stop = max(mention.end, mention.tail)
    if mention.kind == "name" and mention.what == "person" and words.lower[stop : stop + 1] == ["of"]:
        place = stop + 1
        while place < len(words) and words.text[place][:1].isupper():
            place += 1
        return place if place > stop + 1 else stop
    return stop


def _join_listed(words: Words, found: list[Mention]) -> None:
    """The same where the grammar does not show it: no verb and no comma between the two offices."""
    last: Mention | None = None
    for mention in found:
        if mention.kind != "role" or mention.what != "person" or not mention.outer:
            continue
        if mention.same_as is not None and mention.end <= mention.same_as.called:
            last = None  # "President of Orlavia Mara Vint and the premier" are two
            continue
        if mention.same_as is None and last is not None and words.lower[mention.start - 1] == "and":
            between = range(last.end, mention.start)
            if len(between) <= _APPOSED and not any(
                words.pos[at] in ("VERB", "AUX") or words.text[at] == "," for at in between
            ):
                mention.same_as = last.same_as
        last = mention if mention.same_as is not None else None


def _join_further(words: Words, found: list[Mention]) -> None:
    """A second office behind "and": "Mara Vint, a former minister and a leading mediator"."""
    heads = {mention.head: mention for mention in found if mention.same_as is not None}
    for mention in found:
        first = heads.get(words.head[mention.head])
        if first is None or first.kind != "role" or first.same_as is mention or words.dep[mention.head] != "conj":
            continue
        if mention.kind == "role" and mention.what == "person" and mention.same_as is None:
            mention.same_as = first.same_as


def _begins_clause(words: Words, name: Mention, role: Mention) -> bool:
    """ "In a letter to Vint, the envoy wrote": is the office the subject, and did the name lead up to it?"""
    closed = words.text[max(role.end, role.tail) : max(role.end, role.tail) + 1] == [","]
    return words.dep[role.head].startswith("nsubj") and words.dep[name.head] in ("nmod", "obl") and not closed


def _apposed(words: Words, role: Mention, name: Mention) -> bool:
    """Does the name after a comma belong to the office before it, as in "a spokesman, Ivo Tal, said"?"""
    if words.lower[role.start - 1 : role.start] == ["to"] or words.lower[name.end : name.end + 1] == ["and"]:
        return False
    return words.dep[name.head] in ("appos", "flat") or words.text[name.end : name.end + 1] in ([","], ["."], [])
