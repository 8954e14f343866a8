"""From words to actors: whom a phrase names, through lists, "leaders of X and Y", and words for both sides."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.extract.clause import case, children, conjuncts, subject
from onrecord.extract.said import Said
from onrecord.extract.talks.words import words
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.mention import Mention

__all__ = ["Cast", "for_both"]

PLACES = ("capital", "seat")
OF = frozenset({"of", "from", "for"})
SPEAKER = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
FINITE = ("VBD", "VBZ", "VBP", "MD")
SEVERAL = frozenset({"they", "both", "we", "each", "them", "themselves", "us"})
BODIES = frozenset(
    [
        "delegation",
        "leader",
        "official",
        "minister",
        "envoy",
        "negotiator",
        "government",
        "representative",
        "diplomat",
        "ambassador",
        "president",
        "counterpart",
        "colleague",
        "team",
        "member",
    ]
)
# "business leaders" of two states do not speak for them.
PRIVATE = frozenset(
    [
        "business",
        "industry",
        "company",
        "corporate",
        "church",
        "religious",
        "community",
        "union",
        "student",
        "opposition",
    ]
)
COUNTS = frozenset({"dozen", "score", "handful", "couple", "number", "group", "scores", "dozens", "majority", "string"})
PARTICLES = frozenset({"of", "for", "the", "to", "on"})
TITLE = 12  # words of a title
REACH = 80  # words back over which "the two leaders" may point
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our"})
DAYS = frozenset(["on", "late", "early", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
STOPS = frozenset({";", ":", ".", "?", "!", "(", ")", "—", "–"})


class Cast:
    """Who stands where in a report: the voices found, asked by token, with what joins them on the page's surface.

    Lists are read from the words and not from the tree, because a list of names is what a parser most often gets wrong.
    """

    def __init__(self, voices: Voices, said: Said | None = None) -> None:
        self.voices = voices
        self._said = said
        self._mentions = list(_apart(_entitled(voices.words.lower, one) for one in voices.mentions))
        self._starts = [mention.start for mention in self._mentions]

    def party(self, voice: int) -> str:
        """The state or organisation a voice speaks for; its own name where it speaks for itself."""
        return self.voices.party(voice) or self.voices.found[voice].name

    def parties(self, voices: tuple[int, ...]) -> frozenset[str]:
        """The parties of several voices."""
        return frozenset(self.party(one) for one in voices)

    def same_side(self, one: int, other: int) -> bool:
        """Do two voices speak for the same party?"""
        return one == other or self.party(one) == self.party(other)

    def person(self, voice: int) -> bool:
        """Is this voice a single human being?"""
        return self.voices.found[voice].kind == "person"

    def named(self, token: Token) -> tuple[int, ...]:
        """The actors that the phrase with this head names by itself, if they can act (no outlet, no agency)."""
        found = self.voices.every(token.idx, token.idx + len(token))
        if not found:
            for kid in children(token, "flat", "appos"):
                found = self.voices.every(kid.idx, kid.idx + len(kid))
                if found:
                    break
        if not found and (called := self._entitled(token)) is not None:
            found = self._mentions[called].voices
        if not found and token.lower_ in SPEAKER and self._said is not None:
            speaker = self._said.speaker(token)
            found = () if speaker is None else (speaker,)
        return tuple(one for one in found if self.voices.found[one].kind not in ("outlet", "agency"))

    def speaker(self, token: Token) -> tuple[int, ...]:
        """Who says the words in which a token stands, if it is not the writer."""
        found = None if self._said is None else self._said.speaker(token)
        return () if found is None else (found,)

    def _entitled(self, token: Token) -> int | None:
        """Where the name stands that a title calls: "Head of the Administration Mara Vint", asked at "Head"."""
        if token.pos_ not in ("NOUN", "PROPN") or not token.text[:1].isupper():
            return None
        for at in range(bisect_left(self._starts, token.i + 1), len(self._mentions)):
            mention = self._mentions[at]
            if mention.start - token.i > TITLE:
                return None
            if mention.kind == "name" and mention.called > token.i:
                between = token.doc[token.i + 1 : mention.called]
                whole = all(word.text[:1].isupper() or word.lower_ in PARTICLES for word in between)
                return at if whole and between[:1].text in ("of", "for", "to") else None
        return None

    def actors_of(self, token: Token) -> tuple[int, ...]:
        """All actors that a phrase and what is joined to it name, in order; delegates stand for whom they are from."""
        found: list[int] = []
        if token.lower_ == "both" and len(self.named(token)) < 2:  # one of two is no answer to "both"
            return ()
        for part in map(_counted, conjuncts(token)):
            members = tuple(dict.fromkeys(self._members(part)))
            found.extend(members if len(members) > 1 else self.named(part) or members)
        found.extend(self._listed(token))
        return tuple(dict.fromkeys(one for one in found if not self._vague(one, found)))

    def _vague(self, voice: int, beside: list[int]) -> bool:
        """A nameless group says less than the members that stand beside it."""
        return self.voices.found[voice].kind == "group" and self.voices.party(voice) is None and len(beside) > 2

    def _members(self, token: Token) -> Iterator[int]:
        """ "leaders of Orlavia and Kestria", "the Orlavian and Kestrian delegations"."""
        if token.lemma_.lower() not in BODIES or any(kid.lower_ in PRIVATE for kid in token.children):
            return
        for kid in children(token, "nmod", "amod", "compound"):
            marks = {mark.lower_ for mark in children(kid, "case")}
            if kid.i < token.i or marks & OF:
                for part in conjuncts(kid):
                    yield from self.named(part)

    def _listed(self, token: Token) -> Iterator[int]:
        """What stands beside a name in a list: "Vint and Tal", "Vint, Tal agreed"."""
        at = first = self._named_at(token)
        if at is None or first is None:
            return
        while at > 0 and self._joined(at - 1) == "and" and not case(token):
            at -= 1
            yield from self._mentions[at].voices
        at = first
        while at + 1 < len(self._mentions):
            link = self._joined(at)
            if link is None or (link == "," and not self._list_goes_on(at + 1, token)):
                return
            at += 1
            yield from self._mentions[at].voices

    def _named_at(self, token: Token) -> int | None:
        """Which mention a word belongs to, as part of a name or as a title in front of one."""
        at = self._index(token.i)
        return self._entitled(token) if at is None else at

    def _list_goes_on(self, at: int, token: Token) -> bool:
        """Is a comma part of a list, because "and" follows, or because the verb does (as in headlines)?"""
        if at + 1 < len(self._mentions) and self._joined(at) is not None:
            return True
        after = self._mentions[at].end
        comma_list = after < len(token.doc) and token.doc[after].pos_ in ("VERB", "AUX")
        return comma_list and self._mentions[at].kind in ("name", "term") and not token.doc[after - 1].is_lower

    def _joined(self, at: int) -> str | None:
        """How one mention is joined to the next: "and", a comma, or not at all."""
        if at + 1 >= len(self._mentions):
            return None
        first, second = self._mentions[at], self._mentions[at + 1]
        if second.start - first.end not in (1, 2) or second.same_as is not None:
            return None
        between = {word.lower() for word in self.voices.words.lower[first.end : second.start]}
        if between <= {",", "and", "&", "or"}:
            return "and" if between & {"and", "&"} else ","
        return None

    def _index(self, token: int) -> int | None:
        at = bisect_right(self._starts, token) - 1
        return at if at >= 0 and self._mentions[at].start <= token < self._mentions[at].end else None

    def is_seat(self, token: Token) -> bool:
        """Is this the name of a capital or a seat of power, alone in front of a word: where, and not who?"""
        at = self._index(token.i)
        if at is None or self._mentions[at].term is None:
            return False
        mention = self._mentions[at]
        before = token.doc[mention.start - 1].text if mention.start else ""
        return mention.term is not None and mention.term.kind in PLACES and before not in ("-", "–", "and", ",")

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """The actors mentioned from one token to before another, in order; adjectives count, places do not."""
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        found = [one for mention in self._mentions[low:high] if not mention.place for one in mention.voices]
        return tuple(dict.fromkeys(one for one in found if self.voices.found[one].kind not in ("outlet", "agency")))

    def beside(self, token: Token, prepositions: frozenset[str], *, reach: int = 16) -> tuple[int, ...]:
        """The actors after "with" or "between" to the right of a word, whatever the tree hangs them on."""
        doc = token.doc
        end = min(token.sent.end, token.i + reach)
        for at in range(token.i + 1, end):
            word = doc[at]
            light = word.lemma_.lower() in words().light and token.head.i == word.i  # "a call took place between …"
            if word.text in STOPS or (word.tag_ in FINITE and word.i > token.i and not light):
                return ()
            if word.lower_ in prepositions:
                return self._first_list(at + 1, min(token.sent.end, at + 14), doc[at].lower_ in ("between", "among"))
        return ()

    def _first_list(self, first: int, last: int, every: bool) -> tuple[int, ...]:
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        found: list[int] = []
        for at in range(low, high):
            mention = self._mentions[at]
            since = self._mentions[at - 1].end if found else first
            if mention.start - since > 6 or any(tag in FINITE for tag in self.voices.words.tag[since : mention.start]):
                break
            found.extend(mention.voices)
            if not every and (at + 1 >= len(self._mentions) or self._joined(at) != "and"):
                break
            link = self._joined(at)
            if every and len(dict.fromkeys(found)) > 1 and link != "and" and (link is None or not self._joined(at + 1)):
                break
        return tuple(dict.fromkeys(one for one in found if self.voices.found[one].kind not in ("outlet", "agency")))

    def before(self, token: Token, *, beside: tuple[int, ...] = (), people: bool = False) -> tuple[int, ...]:
        """Who was named last before a word: people or states of different parties, two of them in all with `beside`."""
        found: list[int] = list(beside)
        kinds = ("person",) if people else ("person", "country")
        low = bisect_left(self._starts, max(0, token.i - REACH))
        for at in range(bisect_left(self._starts, token.i) - 1, low - 1, -1):
            mention = self._mentions[at]
            if mention.place or mention.adjective:
                continue
            for one in mention.voices:
                if self.voices.found[one].kind in kinds and not any(self.same_side(one, known) for known in found):
                    found.append(one)
            if len(found) > 1:
                return (*beside, *reversed(found[len(beside) : 2]))
        return ()

    def left_of(self, verb: Token) -> tuple[int, ...]:
        """Who is named right before a finite verb, for sentences whose subject the tree has lost."""
        for at in range(verb.i - 1, max(verb.sent.start, verb.i - 8) - 1, -1):
            word = verb.doc[at]
            if self._index(at) is not None:
                return self.actors_of(word)
            if word.pos_ not in ("AUX", "ADV", "PART") and word.lower_ not in DAYS:
                return ()
        return ()

    def doer(self, verb: Token) -> tuple[int, ...]:
        """Who does what a predicate says, shared subjects included; empty where nobody is named."""
        who = subject(verb)
        return self.left_of(verb) if who is None else self.actors_of(who)


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that stand for somebody, without those inside another, in order."""
    end = -1
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.voices and mention.start >= end and mention.name.lower() not in POSSESSIVE:
            end = mention.end
            yield mention


def _entitled(lower: Sequence[str], mention: Mention) -> Mention:
    """ "Minister for Trade of Orlavia Mara Vint": one mention from the title to the name."""
    name = mention.same_as
    if name is None or mention.kind != "role" or name.called <= mention.end or lower[mention.end] not in PARTICLES:
        return mention
    return replace(name, start=mention.start)


def _counted(token: Token) -> Token:
    """ "Dozens of members of the council": those who are counted."""
    of = (kid for kid in children(token, "nmod") if case(kid) == "of" and kid.i > token.i)
    return next(of, token) if token.lemma_.lower() in COUNTS else token


def for_both(token: Token) -> bool:
    """Is this a word for both sides at once: "the two leaders", "both sides", "they", "we"?"""
    if token.lower_ in SEVERAL:
        return True
    if token.lemma_.lower() not in words().both or not token.lower_.endswith(("s", "men")):
        return False
    marks = {kid.lower_ for kid in token.children}
    return bool(marks & {"two", "both", "the", "their", "respective"}) and not any(
        kid.dep_ == "nmod:poss" and kid.lower_ != "their" for kid in token.children
    )
