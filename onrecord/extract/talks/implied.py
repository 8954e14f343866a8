"""Sides that a sentence leaves out: "talks ended on Saturday", where the report says elsewhere whose talks they are."""

from collections.abc import Iterable, Sequence
from itertools import chain

from spacy.tokens import Token

from onrecord.extract.clause import case, relation
from onrecord.extract.parties import Cast
from onrecord.extract.said import Said
from onrecord.extract.talks.mentions import Mention
from onrecord.extract.talks.words import BESIDE

__all__ = ["Pairs"]

# What goes on between the same two for weeks, so that a report names them once; a meeting is of its own people.
LASTING = frozenset({"talk", "negotiation", "round", "session", "parley"})
# Of these talks the sides are more than the two that were told of before: "six-party", "multilateral".
SIDED = frozenset({"nation", "party", "way", "country", "sided", "power", "lateral"})
MANY = frozenset({"multilateral", "trilateral", "multinational", "quadrilateral", "international"})
MOST = 4  # more sides than that are a list and not a pair


class Pairs:
    """Whose talks a report is about: every set of sides that it names for a talk."""

    def __init__(self, mentions: Iterable[Mention], cast: Cast, said: Said) -> None:
        self._cast, self._said = cast, said
        self._known: dict[frozenset[str], tuple[int, ...]] = {}
        for mention in mentions:
            sides = cast.parties(mention.parties)
            if 1 < len(sides) <= MOST and len(mention.parties) <= MOST:
                held = self._known.get(sides)
                self._known[sides] = mention.parties if held is None or self._plainer(mention.parties, held) else held

    def _plainer(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Does the first name fewer people? Who negotiates for weeks are states, not those who met once."""
        return sum(map(self._cast.person, one)) < sum(map(self._cast.person, other))

    def of(self, mention: Mention) -> tuple[int, ...]:
        """The sides of a mention that names none or one, where only one pair can be meant; else what it names."""
        if mention.unnamed or not _tells(mention):
            return mention.parties
        sides = self._cast.parties(mention.parties)
        fitting = [pair for known, pair in self._known.items() if sides <= known]
        if len(fitting) == 1:
            own = [one for one in fitting[0] if self._cast.party(one) not in sides]
            return tuple(dict.fromkeys(chain(mention.parties, own)))
        return self._with_speaker(mention) if mention.attached else mention.parties

    def _with_speaker(self, mention: Mention) -> tuple[int, ...]:
        """ "Talks with Kestria are dead," she said: hers are the talks, where she speaks for a state."""
        speaker = self._said.speaker(mention.token)
        if speaker is None or len(mention.parties) != 1 or self._cast.voices.party(speaker) is None:
            return mention.parties
        if self._cast.same_side(speaker, mention.parties[0]):
            return mention.parties
        return (speaker, *mention.parties)


def _is_of_many(noun: Token) -> bool:
    """ "Six-nation negotiations", "multilateral talks": of more than a pair."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return any(word.lower_ in MANY for word in before) or any(
        word.lower_ in SIDED and word.i > 1 and word.nbor(-1).text in ("-", "–") for word in before
    )


def _tells(mention: Mention) -> bool:
    """Is it told that they talk, and not only what about, what for, or where it may end?"""
    if mention.trigger.noun and _is_of_many(mention.token):
        return False
    if not mention.trigger.noun or mention.trigger.name not in LASTING or mention.status in (None, "proposed"):
        return False
    if relation(mention.token) in ("nsubj", "obj", "root"):
        return True
    return case(mention.token) in BESIDE and (mention.dated or mention.where is not None)
