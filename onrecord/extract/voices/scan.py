"""The phrases of a document read for names, known terms, offices, bodies and groups."""

from collections.abc import Iterator
from typing import Final

from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.phrases import Part, phrase_parts
from onrecord.extract.voices.roles import roles
from onrecord.extract.voices.terms import Found
from onrecord.extract.voices.things import is_initials, things
from onrecord.extract.voices.words import Words
from onrecord.model.acts import ActorKind

__all__ = ["Scan"]

_PLACED: Final = frozenset(
    {"in", "at", "near", "inside", "outside", "around", "within", "into", "across", "via", "through", "throughout",
     "off"}
)  # fmt: skip
_CAPITAL_PLACED: Final = _PLACED | {"from", "to", "towards", "toward", "for"}
_CAPITAL: Final = frozenset({"capital", "city"})
_OFFICES: Final = frozenset(
    {"ministry", "government", "office", "presidency", "department", "parliament", "administration"}
)
_TERM_KINDS: Final[dict[str, ActorKind]] = {
    "seat": "office", "organisation": "organisation", "people": "group",
    "bloc": "group", "agency": "agency", "outlet": "outlet",
}  # fmt: skip
_ROLE_KINDS: Final[dict[str, ActorKind]] = {"person": "person", "institution": "office", "group": "group"}
_BLOCS: Final = frozenset({"West", "European countries", "Arab states"})
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_TITLES: Final = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "adm": "admiral", "col": "colonel",
    "maj": "major", "capt": "captain",
}  # fmt: skip
_PARTICLES: Final = frozenset(
    {"al", "el", "bin", "ibn", "van", "von", "der", "den", "de", "da", "di", "du", "la", "ben", "abu"}
)
_MOST_HYPHENS: Final = 8  # of one name
_REIGNS: Final = frozenset({"administration", "regime"})
_SAME: Final = frozenset({"same", "latter"})


class Scan:
    """One pass over the phrases of a document."""

    def __init__(self, words: Words, terms: list[Found], persons: frozenset[str]) -> None:
        self.words, self.persons, self.roles = words, persons, roles()
        self.terms = terms
        self.things = things(words, persons, self.roles.titles)
        self.named = [-1] * len(words)
        for number, found in enumerate(terms):
            for token in range(found.start, found.end):
                self.named[token] = number

    def run(self) -> Iterator[Mention]:
        """Mentions phrase by phrase."""
        for parts in phrase_parts(self.words, self.named):
            yield from self.phrase(parts)

    def phrase(self, parts: list[Part]) -> Iterator[Mention]:
        owner: Mention | None = None
        held: list[Mention] = []
        for part in parts:
            found = self.part(part, owner)
            main = found[-1] if found and found[-1].outer else None
            if main is not None and part.owned and held and main.kind in ("role", "group", "name"):
                for mention in held:
                    mention.outer = False
            held.extend(found)
            owner = main if part.owner else None
        yield from held

    def part(self, part: Part, owner: Mention | None) -> list[Mention]:
        words, start = self.words, part.start
        while start < part.end and self.words.tag[start] in ("DT", "PDT", "PRP$", "WP$", "WDT"):
            start += 1
        if start == part.end:
            return []
        article = self.words.lower[start - 1] if start > part.start else ("'s" if part.owned else "")
        split = self.name_start(start, part.end)
        if split is not None and self.listeners(start, split):
            before = self.part(Part(part.start, split, False, part.owned), owner)
            return [*before, *self.part(Part(split, part.end, part.owner, False), None)]
        if split is not None:
            return self.named_person(start, split, part, owner)
        last, number = part.end - 1, self.named[part.end - 1]
        if number >= 0 and self.terms[number].end == part.end and self.terms[number].term.kind != "office":
            of = self.body_before(start, self.terms[number].start)
            if of > start:
                return self.body_of(start, Part(part.start, of, False, part.owned), article, self.terms[number])
            return [*self.inner(start, self.terms[number].start), self.from_term(self.terms[number], start)]
        kind = self.roles.kind(self.words.lower[last]) if self.words.pos[last] in ("NOUN", "PROPN", "ADJ") else None
        if number >= 0 and self.terms[number].term.kind == "office":
            kind = "person"
        if kind is not None and not self.proper(start, part, kind, owner):
            return self.described(start, part, kind, article, owner)
        office = next((token for token in range(start, part.end) if words.lower[token] in _OFFICES), None)
        if office is not None and self.words.ent[last] == "ORG":
            return self.described(start, part, "institution", article, owner, head=office)
        if self.words.ent[last] in ("ORG", "LOC"):
            return self.entity(start, part)
        return self.inner(start, part.end)

    def body_before(self, start: int, state: int) -> int:
        """Where "of" stands in "Foreign Ministry of the Sorn", which the reader takes for one name; -1 elsewhere."""
        of = state - 2 if self.words.lower[state - 1] == "the" else state - 1
        body = of > start and self.words.lower[of] == "of" and self.roles.kind(self.words.lower[of - 1])
        return of if body == "institution" else -1

    def body_of(self, start: int, part: Part, article: str, state: Found) -> list[Mention]:
        """The body of that state."""
        found = self.described(start, part, "institution", article, None)
        found[-1].end, found[-1].party = state.end, state.term.party
        return found

    def proper(self, start: int, part: Part, kind: str, owner: Mention | None) -> bool:
        """Is this the name of a body of its own ("Tavrin Contact Group"), and not an office of a state?"""
        words, last = self.words, part.end - 1
        return (
            kind in ("institution", "person") and owner is None and start < last
            and words.ent[last] == "ORG" and words.text[last][:1].isupper()
            and all(number < 0 for number in self.named[start : part.end]) and words.lower[last] not in _OFFICES
        )  # fmt: skip

    def name_start(self, start: int, end: int) -> int | None:
        """Where the name of a person begins that ends this phrase."""
        words, at = self.words, end
        if words.lower[end - 1] in _REIGNS:  # "the Vint Administration" is nobody's name
            return None
        while at > start and self.name_word(at - 1, end):
            at -= 1
        at = max([at, *(token + 1 for token in range(at, end) if words.lower[token] in self.roles.titles)])
        if at == end:
            return None
        if at + 1 == end and (words.text[at] in self.things or is_initials(words.text[at])):
            return None
        called = any(words.ent[token] == "PERSON" for token in range(at, end)) or words.text[end - 1] in self.persons
        titled = at > start and (
            words.lower[at - 1] in self.roles.titles or (self.is_person_role(at - 1) and words.pos[end - 1] == "PROPN")
        )
        return at if called or titled else None

    def listeners(self, start: int, split: int) -> bool:
        """Do words for many people stand before a name that is not theirs ("told reporters Vint would …")?"""
        told = split > start and self.named[split - 1] < 0  # "the United States Mara Vint" are no states
        return told and self.roles.kind(self.words.lower[split - 1]) == "group"

    def name_word(self, token: int, end: int) -> bool:
        """Can this word belong to a name? A part behind a hyphen is judged by the part before it."""
        words = self.words
        for _ in range(_MOST_HYPHENS):
            if words.lower[token] in _WEEKDAYS:
                return False
            if words.text[token] == "-":
                return token + 1 < end
            if token < 2 or words.text[token - 1] != "-" or words.start[token] != words.end[token - 1]:
                return self.whole_name_word(token)
            if not words.text[token - 2][:1].isupper() and words.lower[token - 2] not in _PARTICLES:
                return False
            token -= 2
        return False

    def whole_name_word(self, token: int) -> bool:
        """The same for a word that no hyphen joins to the one before."""
        words = self.words
        if not words.text[token][:1].isupper():
            return words.ent[token] == "PERSON" and words.lower[token] in _PARTICLES
        body = words.lower[token] in _OFFICES or self.roles.kind(words.lower[token]) == "group"
        if body and words.pos[token + 1 : token + 2] == ["PROPN"]:
            return False  # "Head of Presidential Administration Mara Vint"
        if self.named[token] >= 0 and not self.inside_name(self.terms[self.named[token]]):
            return False
        if self.is_person_role(token) and words.ent[token] != "PERSON":
            return False
        return words.pos[token] == "PROPN" or words.ent[token] == "PERSON"

    def inside_name(self, found: Found) -> bool:
        """Is this known name only a part of somebody's name ("Vint Paris Tal")?"""
        ent, begins = self.words.ent, self.words.ent_begins
        if found.term.kind == "office" or any(ent[token] != "PERSON" for token in range(found.start, found.end)):
            return False
        after = found.end < len(ent) and ent[found.end] == "PERSON" and not begins[found.end]
        return after or not begins[found.start]

    def is_person_role(self, token: int) -> bool:
        number = self.named[token]
        if number >= 0:
            return self.terms[number].term.kind == "office"
        return self.roles.kind(self.words.lower[token]) == "person"

    def named_person(self, start: int, split: int, part: Part, owner: Mention | None) -> list[Mention]:
        words = self.words
        name = self.text(split, part.end)
        inner = self.inner(start, split)
        office, gender = self.office(start, split), self.gender(start, split)
        party = self.party_in(start, split) or self.owner_party(owner) or self.implied(start, split)
        mention = Mention(
            part.start, part.end, part.end - 1, "name", "person", name, party if office or owner else None,
            offices=(office,) if office else (), gender=gender, owner=owner,
            article=words.lower[part.start] if words.tag[part.start] == "DT" else "", called=split,
        )  # fmt: skip
        mention.party = mention.party or self.state_before(start, split)
        return [*inner, mention]

    def state_before(self, start: int, split: int) -> str | None:
        """The state of "President of Orlavia Mara Vint", which stands behind "of" and right before the name."""
        number = self.named[split - 1] if split > start else -1
        if number < 0 or self.terms[number].term.kind != "state":
            return None
        first = split - 1
        while first and self.named[first - 1] == number:
            first -= 1
        before = self.words.lower[first - 2 : first] if first > 1 else []
        of = before[-1:] == ["of"] or before == ["of", "the"]
        return self.terms[number].term.party if of else None

    def gender(self, start: int, end: int) -> str:
        for token in range(start, end):
            if self.words.lower[token] in self.roles.female:
                return "f"
            if self.words.lower[token] in self.roles.male:
                return "m"
        return ""

    def office(self, start: int, end: int) -> str:
        """The office that the words in front of a name give, without states and honorifics."""
        kept = [
            token for token in range(start, end)
            if self.named[token] < 0 or self.terms[self.named[token]].term.kind in ("office", "seat")
        ]  # fmt: skip
        while kept and self.words.lower[kept[0]] in ("'s", "’s", "-"):
            kept.pop(0)
        titled = any(self.words.lower[token].rstrip(".") in _TITLES for token in kept)
        if not titled and not any(
            self.is_person_role(token) or self.roles.kind(self.words.lower[token]) for token in kept
        ):
            return ""
        return " ".join(_TITLES.get(self.words.lower[token].rstrip("."), self.words.lower[token]) for token in kept)

    def implied(self, start: int, end: int) -> str | None:
        phrase = " ".join(self.words.lower[token] for token in range(start, end))
        return next((state for office, state in self.roles.implied.items() if office in phrase), None)

    def owner_party(self, owner: Mention | None) -> str | None:
        return None if owner is None else owner.party

    def party_in(self, start: int, end: int) -> str | None:
        """For whom the words speak; not for the first half of "Orlavia-backed" or the second of "pro-Orlavia"."""
        for token in range(start, end):
            if "-" in (self.words.text[token - 1] if token else "", *self.words.text[token + 1 : token + 2]):
                continue
            number = self.named[token]
            if number >= 0 and self.terms[number].term.party is not None and self.terms[number].term.kind != "people":
                return self.terms[number].term.party
        return None

    def text(self, start: int, end: int) -> str:
        """Words as the report writes them, with one space where it has white space."""
        pieces = []
        for token in range(start, end):
            if token > start and self.words.start[token] > self.words.end[token - 1]:
                pieces.append(" ")
            pieces.append(self.words.text[token])
        return "".join(pieces).strip()

    def inner(self, start: int, end: int) -> list[Mention]:
        """Names inside a phrase about something else: "Russian" in "Russian troops", "Vint" in "the Vint plan"."""
        found, token = [], start
        while token < end:
            number = self.named[token]
            if number >= 0 and self.terms[number].term.kind != "office":
                mention = self.from_term(self.terms[number], self.terms[number].start)
                token = max(token, mention.end - 1)
            elif (
                self.words.text[token][:1].isupper()
                and (self.words.ent[token] == "PERSON" or self.words.text[token] in self.persons)
                and self.words.lower[token] not in _REIGNS | self.roles.titles
            ):
                stop = token + 1
                while stop < end and self.goes_on(stop):
                    stop += 1
                while token < stop - 1 and self.words.lower[token] in self.roles.titles:
                    token += 1
                mention = Mention(token, stop, stop - 1, "name", "person", self.text(token, stop))
                token = stop - 1
            else:
                token += 1
                continue
            joined = self.words.text[mention.end : mention.end + 1] in (["-"], ["–"]) or (
                mention.start > start and self.words.text[mention.start - 1] in ("-", "–")
            )
            mention.outer = joined and not mention.adjective
            found.append(mention)
            token += 1
        return found

    def goes_on(self, token: int) -> bool:
        """Does a person's name go on here, and not the government that bears it?"""
        words = self.words
        return words.ent[token] == "PERSON" and not words.ent_begins[token] and words.lower[token] not in _REIGNS

    def from_term(self, found: Found, start: int) -> Mention:
        term, words = found.term, self.words
        what = _TERM_KINDS.get(term.kind, "country")
        if term.party in _BLOCS:
            what = "group"
        head = found.end - 1
        before = words.lower[start - 1] if start else ""
        if before in ("the", "a"):
            before = words.lower[start - 2] if start > 1 else ""
        place = before in (_CAPITAL_PLACED if term.kind == "capital" else _PLACED)
        if term.kind == "capital":
            place = (
                place
                or bool(_CAPITAL & set(words.lower[max(0, start - 3) : found.end + 3]))
                or self.before_state(found.end)
            )
        name = self.text(found.start, found.end) if term.kind in ("people",) else term.name
        return Mention(
            start, found.end, head, "term", what, name, term.party, term=term, adjective=term.kind == "adjective",
            place=place, plural=term.kind in ("people", "bloc"), outer=term.kind != "adjective" or start == found.start,
        )  # fmt: skip

    def before_state(self, token: int) -> bool:
        """Is this "Tavrin, Orlavia"?"""
        words = self.words
        return (
            token + 1 < len(words)
            and words.text[token] == ","
            and self.named[token + 1] >= 0
            and (
                self.terms[self.named[token + 1]].term.kind == "state"
                and words.text[token + 2 : token + 3] in ([","], ["."])
            )
        )

    def described(
        self, start: int, part: Part, kind: str, article: str, owner: Mention | None, head: int | None = None
    ) -> list[Mention]:
        words, last = self.words, part.end - 1 if head is None else head
        number = self.named[last]
        role = words.lower[last] if number < 0 else self.terms[number].term.form.lower()
        role = role.rsplit("-", 1)[-1] if "-" in role and role not in self.roles.state_persons else role
        agency = self.agency(start, last) if role == "agency" else None
        if agency is not None:
            return [agency]
        what = _ROLE_KINDS[kind]
        inner = self.inner(start, part.end)
        if role == "reports" and inner and inner[-1].what in ("outlet", "agency"):
            inner[-1].outer = True
            return inner
        for mention in inner:
            mention.outer = False
        mention = Mention(
            part.start, part.end, last, "group" if kind == "group" else "role", what, self.text(start, part.end),
            self.party_in(start, part.end) or self.owner_party(owner) or self.implied(start, part.end),
            role=role, article=article, owner=owner, plural=kind == "group", gender=self.gender(start, part.end),
            offices=(self.office(start, part.end),) if kind == "person" else (),
        )  # fmt: skip
        if _SAME & set(words.lower[start : part.end]):
            mention.article = "same"
        if role in self.roles.private_persons:
            mention.party = None  # "an Orlavia expert" knows the state, and does not speak for it
        return [*inner, mention]

    def agency(self, start: int, last: int) -> Mention | None:
        """ "Tarn state news agency" is called Tarn."""
        words, stop = self.words, start
        while stop < last and words.text[stop][:1].isupper() and self.named[stop] < 0:
            stop += 1
        if stop == start or "news" not in words.lower[stop:last]:
            return None
        return Mention(start, last + 1, last, "name", "agency", self.text(start, stop))

    def entity(self, start: int, part: Part) -> list[Mention]:
        words, last = self.words, part.end - 1
        kind, at = words.ent[last], last
        while at > start and words.ent[at] == kind and not words.ent_begins[at]:
            at -= 1
        name = self.text(at, part.end)
        lower = set(words.lower[start : part.end])
        what: ActorKind = "organisation"
        if "agency" in lower and "news" in lower:
            what = "agency"
        elif self.roles.press & lower:
            what = "outlet"
        elif kind == "LOC":
            what = "country"
        before = words.lower[part.start - 1] if part.start else ""
        mention = Mention(
            part.start, part.end, last, "name", what, name, self.party_in(start, at),
            place=kind == "LOC" and before in _CAPITAL_PLACED,
        )  # fmt: skip
        return [*self.inner(start, at), mention]
