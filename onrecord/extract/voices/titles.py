"""Names behind long titles, "Minister for Trade of Orlavia Mara Vint", and what follows a name: "Vint, Jr."."""

from typing import Final

from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.words import Words

__all__ = ["give_suffixes", "give_titles"]

_SUFFIXES: Final = frozenset({"jr.", "jr", "sr.", "sr"})
_OPENING: Final = frozenset({"of", "for", "to"})
_BETWEEN: Final = frozenset({"of", "for", "to", "the", "and", "on", "&", "-"})
_LONGEST: Final = 14
"""Words of a title."""


def give_suffixes(words: Words, found: list[Mention]) -> list[Mention]:
    """ "Mara Vint, Jr." is one name: the mentions with it whole and none of "Jr."."""
    kept = [mention for mention in found if mention.name.lower() not in _SUFFIXES]
    for mention in kept:
        if mention.kind == "name" and mention.what == "person":
            after = words.lower[mention.end : mention.end + 2]
            mention.end += 2 if after[:1] == [","] and after[1:] and after[1] in _SUFFIXES else 0
    return kept


def give_titles(words: Words, found: list[Mention]) -> None:
    """Make a role and the name that its phrase ends with one: who is called so stands at both."""
    named = [mention for mention in found if mention.kind == "role" and mention.what == "person" and mention.outer]
    for mention in found:
        if mention.kind != "name" or mention.what != "person" or mention.called < 0 or not _behind(words, mention):
            continue
        role = _title(words, named, mention)
        if role is None:
            continue
        role.same_as = mention
        mention.offices = role.offices  # "the President" in front of the name is whose head, aide or office it is
        mention.party = mention.party or role.party
        for other in found:
            inside = role.end <= other.start and other.end <= mention.called
            if inside and other.kind != "pronoun":
                other.outer = False


def _behind(words: Words, mention: Mention) -> bool:
    """Does a body or a state stand between a preposition and the name: "of Orlavia Mara Vint"?

    "Of the President Mara Vint" is so as well, since no article stands before a title.
    """
    first = mention.start
    article = words.lower[first] == "the" if first < mention.called else False
    before = words.lower[first - 1] if first else ""
    if not article and before == "the" and first > 1:
        before = words.lower[first - 2]
        article = True
    if before not in _OPENING or first + article >= mention.called:
        return False
    last = words.lower[mention.called - 1]
    if mention.end - mention.called < 2 and mention.party is None:
        return False  # "a spokesman for the General Staff", but "President of the United States Tal"
    return article or (roles().kind(last) != "person" and last not in roles().titles)


def _title(words: Words, named: list[Mention], mention: Mention) -> Mention | None:
    """The role that begins the title: the nearest, or one before it that is written as a title itself."""
    chosen: Mention | None = None
    for role in reversed([role for role in named if role.end <= mention.called]):
        if mention.called - role.end > _LONGEST or not _is_whole(words, role.end, mention.called):
            break
        if role.start <= mention.start < role.end or words.lower[role.end] not in _OPENING:
            continue
        if chosen is None or (words.text[role.end - 1][:1].isupper() and not role.article and chosen.article):
            chosen = role
    return chosen


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Do only words of a title stand here: no verb, no comma, and no word in small letters but "of" and "the"?"""
    return all(
        words.lower[at] in _BETWEEN or (words.text[at][:1].isupper() and words.pos[at] not in ("VERB", "AUX"))
        for at in range(start, end)
    )
