"""All mentions of a document: phrases and pronouns, with what commas, brackets and "of" join."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.scan import Scan
from onrecord.extract.voices.terms import Found
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
_LOOSE: Final = frozenset({"det", "punct", "case", "nmod:poss"})
_CALLED: Final = frozenset(
    {"agency", "newspaper", "television", "radio", "tv", "group", "organisation", "organization", "alliance", "bloc",
     "media"}
)  # fmt: skip
_APPOSED: Final = 14
_BODIES: Final = frozenset({"agency", "outlet", "organisation"})


def find_mentions(words: Words, terms: list[Found], persons: frozenset[str]) -> list[Mention]:
    """All mentions in text order; `persons` are last names known to be of people in this report."""
    found = list(Scan(words, terms, persons).run())
    found.extend(_pronouns(words))
    found = [mention for mention in found if mention.end - 1 not in words.dateline or mention.what in _BODIES]
    found.sort(key=lambda mention: (mention.start, mention.end))
    for mention in found:
        mention.head = _top(words, mention)
    _complete(words, found)
    _join_neighbours(words, found)
    _join_further(words, found)
    _join_listed(words, found)
    return found


def _top(words: Words, mention: Mention) -> int:
    """The word of a mention on which its others hang; names hang on their first word."""
    inside = range(mention.start, mention.end)
    return next(
        (token for token in inside if words.head[token] not in inside and words.dep[token] not in _LOOSE), mention.head
    )


def _pronouns(words: Words) -> Iterator[Mention]:
    for token, word in enumerate(words.lower):
        if word in _PRONOUNS and (words.pos[token] in ("PRON", "DET") or words.tag[token][:2] in ("PR", "WP", "WD")):
            if (word == "that" and words.tag[token] != "WDT") or (word == "both" and words.dep[token] != "nsubj"):
                continue
            yield Mention(token, token + 1, token, "pronoun", "person", word)


def _complete(words: Words, found: list[Mention]) -> None:
    """ "The office of President Vint", "envoy of Orlavia", "adviser to the premier": for whom an office speaks."""
    by_start = {mention.start: mention for mention in found if mention.kind != "pronoun" and mention.outer}
    for mention in found:
        if mention.kind not in ("role", "name") or mention.end + 1 >= len(words):
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
            and not (link == "at" and mention.what == "person")
        ):
            continue
        second = by_start.get(mention.end + 1)
        if second is None or second.plural or mention.owner is not None:
            continue
        mention.party = mention.party or (second.party if second.what != "person" or link != "at" else None)
        mention.owner, second.outer = second, False
        if mention.what == "office":
            mention.end = second.end


def _join_neighbours(words: Words, found: list[Mention]) -> None:
    """Appositions: "the envoy, Mara Vint," and "Mara Vint, the envoy"."""
    by_start = {mention.start: mention for mention in found if mention.kind != "pronoun" and mention.outer}
    for mention in found:
        if (
            mention.kind == "pronoun"
            or not mention.outer
            or words.text[mention.end : mention.end + 1] not in ([","], ["("])
        ):
            continue
        second = by_start.get(mention.end + 1)
        if second is None or second.plural or mention.plural:
            continue
        if mention.what == "person" and mention.kind == "name" and second.kind == "role" and second.what == "person":
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
        elif mention.role in _CALLED and second.what in _BODIES and second.kind != "role":
            mention.same_as = second
        elif (
            mention.what != "person"
            and words.text[mention.end] == "("
            and words.text[second.end : second.end + 1] == [")"]
            and second.name.isupper()
        ):
            second.same_as = mention


def _join_listed(words: Words, found: list[Mention]) -> None:
    """The same where the grammar does not show it: no verb and no comma between the two offices."""
    last: Mention | None = None
    for mention in found:
        if mention.kind != "role" or mention.what != "person" or not mention.outer:
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


def _apposed(words: Words, role: Mention, name: Mention) -> bool:
    """Does the name after a comma belong to the office before it, as in "a spokesman, Ivo Tal, said"?"""
    if words.lower[role.start - 1 : role.start] == ["to"] or words.lower[name.end : name.end + 1] == ["and"]:
        return False
    return words.dep[name.head] in ("appos", "flat") or words.text[name.end : name.end + 1] in ([","], ["."], [])
