"""The voices of a report: who speaks, is spoken to and acts in it, each once, and which words stand for whom."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.statements.cues import vocabulary
from onrecord.extract.voices.author import author
from onrecord.extract.voices.gather import gather
from onrecord.extract.voices.learn import learn_states
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.mentions import find_mentions
from onrecord.extract.voices.names import whole_names
from onrecord.extract.voices.roll import Roll
from onrecord.extract.voices.terms import find_terms, quarters
from onrecord.extract.voices.words import Words, words_of
from onrecord.model.reading import Voice

__all__ = ["Voices", "find_voices"]

_AND: Final = frozenset({"and", "or", "&"})
_LINKS: Final = _AND | {",", "as", "well", "both", "the", "many", "some"}
_BESIDE: Final = frozenset({"in", "at", "near", "outside", "inside", "around", "to", "about", "against", "on"})
_REIGNS: Final = frozenset({"Administration", "Regime"})
_SPEAKER: Final = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})

_ONE: Final = frozenset({"i", "me", "my", "myself"})


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices found, and the way from characters of the text to them.

    A voice is a place in `found`. Adjectives ("Orlavian troops") and names in front of other nouns are answered by
    `at`, not by `in_range`; so are places ("in Orlavia").
    """

    found: tuple[Voice, ...]
    words: Words
    mentions: tuple[Mention, ...]
    _starts: tuple[int, ...]
    _by_token: dict[int, Mention]

    def at(self, start: int, end: int) -> int | None:
        """Which voice the mention is that these characters cover or touch: that of the phrase's head first."""
        numbers = self.every(start, end)
        return numbers[0] if numbers else None

    def every(self, start: int, end: int) -> tuple[int, ...]:
        """All voices that these characters name together: "Vint and Tal", "both sides", "they"."""
        mentions = self._touching(start, end)
        if not mentions:
            return ()
        main = self._main(mentions, start, end)
        joined = self._joined(main, mentions)
        if main.kind == "group" and self._told_by_name(main, joined):
            return tuple(dict.fromkeys(number for mention in joined for number in mention.voices))
        numbers = [number for mention in (*joined, main) for number in mention.voices]
        first = [number for number in main.voices if number in numbers]
        return tuple(dict.fromkeys([*first, *numbers]))

    def _told_by_name(self, group: Mention, names: list[Mention]) -> bool:
        """Are these the members of the group: "Vint's parents, Ed and Paula Vint", and nobody beside it?"""
        apposed = any(self.words.dep[name.head] == "appos" for name in names)
        return apposed and len(names) > 1 and all(name.kind == "name" and name.start > group.end for name in names)

    def speakers(self, start: int, end: int) -> tuple[int, ...]:
        """All who speak by these words, but nobody in whose place or to whom it is: "an expert in Tavrin"."""
        numbers = self.every(start, end)
        top = self._top(start, end)
        if not numbers or top in self._by_token:
            return numbers
        below = self._main(self._touching(start, end), start, end).head
        while self.words.head[below] not in (top, below):
            below = self.words.head[below]
        marks = {self.words.lower[kid] for kid in self.words.children[below] if self.words.dep[kid] == "case"}
        return () if self.words.head[below] == top and marks & _BESIDE else numbers

    def _top(self, start: int, end: int) -> int:
        """The word on which the others between two characters hang."""
        words = self.words
        inside = range(bisect_right(words.end, start), bisect_left(words.start, end))
        return next((token for token in inside if words.head[token] not in inside), inside.start)

    def in_range(self, start: int, end: int) -> tuple[int, ...]:
        """The voices mentioned between two characters, in order, each once; places and adjectives left out."""
        numbers = [
            number for mention in self._touching(start, end)
            if mention.outer and not mention.adjective and not mention.place
            for number in mention.voices
        ]  # fmt: skip
        return tuple(dict.fromkeys(numbers))

    def party(self, voice: int) -> str | None:
        """For which state or organisation a voice speaks."""
        return self.found[voice].party

    def _touching(self, start: int, end: int) -> list[Mention]:
        words = self.words
        first = bisect_right(words.end, start)
        last = bisect_left(words.start, end)
        found: dict[int, Mention] = {}
        for token in range(first, last):
            mention = self._by_token.get(token)
            if mention is not None:
                found[id(mention)] = mention
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        for mention in self.mentions[low:high]:
            if mention.voices:
                found[id(mention)] = mention
        return sorted(found.values(), key=lambda mention: (mention.start, -mention.end))

    def _main(self, mentions: list[Mention], start: int, end: int) -> Mention:
        """The mention that the phrase is about: one whose head hangs on nothing inside, the outer before the inner."""
        words = self.words

        def rank(mention: Mention) -> tuple[bool, bool, bool, int]:
            head = words.head[mention.head]
            inside = start <= words.start[head] < end and head != mention.head
            within = start <= words.start[mention.head] < end
            return (not mention.outer, not within, inside and words.dep[mention.head] != "conj", mention.start)

        return min(mentions, key=rank)

    def _joined(self, main: Mention, mentions: list[Mention]) -> list[Mention]:
        """Mentions joined to the main one by commas and "and", on either side."""
        outer = [mention for mention in mentions if mention.outer]
        behind = _run(self.words, main, [mention for mention in outer if mention.start >= main.end], after=True)
        before = _run(
            self.words, main, [mention for mention in reversed(outer) if mention.end <= main.start], after=False
        )
        return [*before, *behind]


def _run(words: Words, main: Mention, mentions: list[Mention], *, after: bool) -> list[Mention]:
    """The unbroken run of mentions beside one, with an "and" somewhere in it."""
    joined: list[Mention] = []
    linked, edge = False, main
    for mention in mentions:
        between = words.lower[edge.end : _first(mention)] if after else words.lower[mention.end : _first(edge)]
        if not between or not set(between) <= _LINKS:
            break
        linked = linked or bool(_AND & set(between))
        joined.append(mention)
        edge = mention
    return joined if linked else []


def _first(mention: Mention) -> int:
    """The first word of a mention, with whose it is: of "Kestria's ally" that is "Kestria"."""
    owner = mention.owner
    return owner.start if owner is not None and owner.start < mention.start else mention.start


def find_voices(page: Page) -> Voices:
    """The voices of one report; linear in its length."""
    words = whole_names(words_of(page.doc))
    terms = find_terms(words, page.text, learn_states(words, quarters(page.text)))
    mentions = find_mentions(words, terms, _surnames(words))
    roll = gather(page, words, mentions, _sources(page, words))
    kept = [mention for mention in mentions if mention.voices]
    by_token: dict[int, Mention] = {}
    for mention in sorted(kept, key=lambda mention: (not mention.outer, mention.end - mention.start)):
        for token in range(mention.start, mention.end):
            by_token.setdefault(token, mention)
    _give_speakers(page, words, mentions, by_token)
    _give_author(page, words, mentions, by_token, roll)
    kept = [mention for mention in mentions if mention.voices]
    found = tuple(entry.voice() for entry in roll.entries)
    return Voices(found, words, tuple(kept), tuple(mention.start for mention in kept), by_token)


def _surnames(words: Words) -> frozenset[str]:
    """Last names of people whose full name stands somewhere in the report."""
    found: set[str] = set()
    for token, kind in enumerate(words.ent):
        last = token + 1 == len(words) or words.ent[token + 1] != kind or words.ent_begins[token + 1]
        if kind == "PERSON" and last and not words.ent_begins[token] and words.text[token][:1].isupper():
            found.add(words.text[token])
    return frozenset(found - _REIGNS)


def _tokens(words: Words, start: int, end: int) -> range:
    return range(bisect_right(words.end, start), bisect_left(words.start, end))


def _sources(page: Page, words: Words) -> frozenset[int]:
    """Tokens of those who speak: the reader's sources, and the subjects of verbs of communication."""
    said = vocabulary().verbs
    read = {
        token for attribution in page.attributions for span in attribution.source for token in _tokens(words, *span)
    }
    speaking = [token for token, lemma in enumerate(words.lemma) if lemma in said and words.pos[token] == "VERB"]
    speaking += [words.head[token] for token in speaking if words.dep[token] == "conj"]
    return frozenset(read).union(
        child for token in speaking for child in words.children[token] if words.dep[child] == "nsubj"
    )


def _give_author(page: Page, words: Words, mentions: list[Mention], by_token: dict[int, Mention], roll: Roll) -> None:
    """Outside of quotations "I" is whoever signs the report."""
    told = [one for one in mentions if one.kind == "pronoun" and one.name in _ONE and not one.voices]
    number = author(page, roll) if any(not words.quoted[one.head] for one in told) else None
    if number is None:
        return
    for mention in told:
        if not words.quoted[mention.head]:
            mention.voices = (number,)
            by_token.setdefault(mention.head, mention)


def _give_speakers(page: Page, words: Words, mentions: list[Mention], by_token: dict[int, Mention]) -> None:
    """Inside a quotation "I" and "we" are its speaker."""
    speakers: dict[int, tuple[int, ...]] = {}
    for attribution in page.attributions:
        source = next(
            (
                by_token[token]
                for start, end in attribution.source
                for token in _tokens(words, start, end)
                if token in by_token
            ),
            None,
        )
        if source is None:
            continue
        for start, end in attribution.content:
            speakers.update((token, source.voices) for token in _tokens(words, start, end) if words.quoted[token])
    for mention in mentions:
        if mention.kind == "pronoun" and mention.name in _SPEAKER and mention.head in speakers:
            mention.voices = speakers[mention.head]
            by_token.setdefault(mention.head, mention)
