"""From mentions to voices: who each name, office, group, description and pronoun of a report is."""

from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.voices_mentions import Mention
from onrecord.extract.voices_roles import roles
from onrecord.extract.voices_roll import Entry, Roll, plain
from onrecord.extract.voices_terms import state_adjectives
from onrecord.extract.voices_trail import Step, Trail
from onrecord.extract.voices_words import Words

__all__ = ["gather"]

_PAIR: Final = frozenset({"both", "two"})
_LAND: Final = frozenset({"country", "nation"})
_GOVERNMENT: Final = frozenset({"government", "authorities", "regime"})
_PEOPLE: Final = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself"})
_THINGS: Final = frozenset({"it", "its", "itself"})
_MANY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
_SPEAKER: Final = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_FEMALE: Final = frozenset({"she", "her", "hers", "herself"})
_SOURCE, _SUBJECT, _PLAIN, _INNER, _QUOTED = 4.0, 3.0, 1.3, 0.5, 0.35
_SURELY: Final = 0.8
_NEAR: Final = 0.6
_MINISTRY_OF: Final = {"foreign affairs": "foreign", "external affairs": "foreign", "defense": "defence"}


class _Gather:
    def __init__(self, page: Page, words: Words, mentions: list[Mention], sources: frozenset[int]) -> None:
        self.page, self.words, self.mentions, self.sources = page, words, mentions, sources
        self.roll, self.trail, self.roles = Roll(), Trail(), roles()
        self.by_head = {mention.head: mention for mention in mentions if mention.kind != "pronoun"}

    def run(self) -> Roll:
        for mention in self.mentions:
            if mention.kind == "name" and mention.what == "person" and len(plain(mention.name).split()) > 1:
                entry = self.roll.entries[self.roll.enter_person(mention.name)]
                entry.party = entry.party or mention.party
                entry.offices.extend(office for office in mention.offices if office not in entry.offices)
        for mention in self.mentions:
            mention.voices = self.resolve(mention)
            self.note(mention)
        return self.roll

    def note(self, mention: Mention) -> None:
        """Enter the mention with its voices, and leave a step on the trail."""
        if not mention.voices:
            return
        first = mention.start
        if mention.owner is not None and mention.kind in ("role", "group") and mention.owner.start < first:
            first = mention.owner.start
        span = self.page.span(self.words.start[first], self.words.end[mention.end - 1])
        for number in mention.voices:
            entry = self.roll.entries[number]
            entry.seen = mention.head
            if len(mention.voices) == 1:
                entry.learn(mention, span)
            if mention.same_as is not None and entry.kind != "person":
                self.roll.alias(number, "name:" + plain(mention.name))
        head = mention.head
        self.trail.add(Step(head, self.words.sentence[head], self.weight(mention), mention.voices))

    def weight(self, mention: Mention) -> float:
        weight = _PLAIN if mention.outer else _INNER
        if mention.outer and any(token in self.sources for token in range(mention.start, mention.end)):
            weight = _SOURCE
        elif mention.outer and self.words.dep[self.joined_to(mention.head)].startswith("nsubj"):
            weight = _SUBJECT
        if mention.adjective or mention.place:
            weight = _INNER * 0.5
        return weight * (_QUOTED if self.words.quoted[mention.head] else 1.0)

    def joined_to(self, head: int) -> int:
        """The first of the nouns that "and" joins this one to."""
        for _ in range(3):
            if self.words.dep[head] != "conj":
                break
            head = self.words.head[head]
        return head

    def is_source(self, mention: Mention) -> bool:
        return any(token in self.sources for token in range(mention.start, mention.end))

    def is_actor(self, mention: Mention) -> bool:
        dep = self.words.dep[self.joined_to(mention.head)]
        return dep.startswith("nsubj") or dep == "obl:agent" or self.is_source(mention)

    def resolve(self, mention: Mention) -> tuple[int, ...]:
        owner = mention.owner
        if owner is not None:
            if not owner.voices and owner.kind != "pronoun":
                owner.voices = self.resolve(owner)
            if mention.party is None and owner.voices and mention.what == "office":
                mention.party = self.roll.entries[owner.voices[0]].party
            if (
                mention.party is None
                and owner.voices
                and mention.kind != "name"
                and mention.role not in self.roles.private_persons
            ):
                mention.party = self.roll.entries[owner.voices[0]].party
        if mention.same_as is not None:
            if not mention.same_as.voices:
                mention.same_as.voices = self.resolve(mention.same_as)
            return mention.same_as.voices
        if mention.voices:
            return mention.voices
        if mention.kind == "pronoun":
            return self.pronoun(mention)
        if mention.kind == "term":
            return self.term(mention)
        if mention.kind == "name":
            return self.named(mention)
        return self.group(mention) if mention.kind == "group" else self.described(mention)

    def term(self, mention: Mention) -> tuple[int, ...]:
        term = mention.term
        if term is None or (term.kind == "people" and not self.is_source(mention)):
            return ()
        key = f"{'group' if term.kind == 'people' else 'term'}:{mention.name}"
        known = self.roll.find(key)
        if known is not None:
            return (known,)
        if term.kind == "capital" and mention.place:
            return ()
        office = f"office:{term.party}:{term.office}" if term.office else key
        known = self.roll.find(office)
        if known is None:
            known = self.roll.enter(Entry(mention.name, mention.what, mention.party), key, office)
        self.roll.alias(known, key)
        return (known,)

    def named(self, mention: Mention) -> tuple[int, ...]:
        if mention.what == "person":
            known = self.roll.person(mention.name, mention.head)
            return (self.roll.enter_person(mention.name) if known is None else known,)
        key = "name:" + plain(mention.name)
        known = self.roll.find(key)
        if known is None:
            if mention.what == "country" and not self.is_actor(mention):
                return ()
            party = mention.party or (mention.name if mention.what in ("country", "organisation") else None)
            known = self.roll.enter(Entry(mention.name, mention.what, party), key)
        return (known,)

    def group(self, mention: Mention) -> tuple[int, ...]:
        lower = set(self.words.lower[mention.start : mention.end])
        if (_PAIR & lower or mention.article == "the") and mention.party is None:
            pair = self.pair(mention)
            if pair:
                return pair
        if not self.is_actor(mention) and mention.party is None:
            return ()
        if not (self.is_source(mention) or (self.is_actor(mention) and mention.role in self.roles.acting)):
            return ()
        name = self.group_name(mention)
        known = self.roll.find("group:" + plain(name))
        if known is None:
            known = self.roll.enter(Entry(name, "group", mention.party, role=mention.role), "group:" + plain(name))
        return (known,)

    def group_name(self, mention: Mention) -> str:
        """The name of a group: its words without "the", "some", "many"."""
        token = mention.start
        if mention.owner is not None and mention.owner.kind != "pronoun":
            token = min(token, mention.owner.start)
        while token < mention.end - 1 and (
            self.words.pos[token] in ("DET", "NUM") or self.words.lower[token] in self.roles.quantities
        ):
            token += 1
        return self.page.text[self.words.start[token] : self.words.end[mention.end - 1]]

    def pair(self, mention: Mention) -> tuple[int, ...]:
        """The two whom "both leaders" or "the two sides" means: the last two of different parties."""
        people = mention.role in self.roles.leading
        if not people and mention.role not in self.roles.sided and mention.kind != "pronoun":
            return ()
        sentence = self.words.sentence[mention.head]
        found: list[int] = []
        parties: set[str | None] = set()
        steps = sorted(self.trail.back(), key=lambda step: -step.weight * _NEAR ** (sentence - step.sentence))
        for number in (number for step in steps for number in step.voices):
            entry = self.roll.entries[number]
            person = entry.kind == "person" and entry.named
            fits = (
                person
                if people
                else entry.kind in ("country", "organisation") or (person and mention.kind == "pronoun")
            )
            if fits and number not in found and (entry.party not in parties or entry.party is None):
                found.append(number)
                parties.add(entry.party)
            if len(found) == 2:
                return self.delegations(mention, tuple(sorted(found)))
        return ()

    def delegations(self, mention: Mention, pair: tuple[int, ...]) -> tuple[int, ...]:
        if mention.role != "delegations":
            return pair
        numbers = []
        for number in pair:
            party = self.roll.entries[number].party or self.roll.entries[number].name
            adjective = state_adjectives().get(party)
            name = f"{adjective} delegation" if adjective else f"{party}'s delegation"
            key = f"office:{party}:delegation"
            known = self.roll.find(key)
            numbers.append(
                self.roll.enter(Entry(name, "group", party, role="delegation"), key) if known is None else known
            )
        return tuple(numbers)

    def described(self, mention: Mention) -> tuple[int, ...]:
        if mention.role in _LAND:
            return self.land(mention)
        if mention.what == "office":
            return self.office(mention)
        known = self.office_holder(mention)
        if known is not None:
            return (known,)
        if not self.is_actor(mention) or (mention.role in self.roles.private_persons and not self.is_source(mention)):
            return ()
        name = self.group_name(mention)
        if name.lower().startswith("same "):
            name = name[5:]
        entry = Entry(name, "person", mention.party, named=False, role=mention.role, gender=mention.gender)
        entry.seen = mention.head
        return (self.roll.enter(entry),)

    def land(self, mention: Mention) -> tuple[int, ...]:
        """The state that "the country" means: the one in the light."""
        if mention.article not in ("the", "this"):
            return ()
        step = self.trail.best(
            self.words.sentence[mention.head],
            lambda step: 1.0 if any(self.roll.entries[number].kind == "country" for number in step.voices) else 0.0,
        )
        if step is None:
            return ()
        return tuple(number for number in step.voices if self.roll.entries[number].kind == "country")[:1]

    def office_holder(self, mention: Mention) -> int | None:
        """The person already spoken of whom "the minister" or "the Orlavian leader" means."""
        if mention.article in ("a", "an", "one", "another", "some") or (
            mention.article == "" and mention.party is None
        ):
            return None
        words = set(plain(mention.name).split()) & (self.roles.modifiers | {mention.role})

        def fits(step: Step) -> float:
            return max((self.holds(number, mention, words) for number in step.voices), default=0.0)

        step = self.trail.best(self.words.sentence[mention.head], fits)
        if step is not None:
            return max(step.voices, key=lambda number: self.holds(number, mention, words))
        later = (
            number
            for number, entry in enumerate(self.roll.entries)
            if entry.named and mention.party == entry.party is not None
        )
        return next((number for number in later if self.holds(number, mention, words) >= _SURELY), None)

    def holds(self, number: int, mention: Mention, words: set[str]) -> float:
        entry = self.roll.entries[number]
        if entry.kind != "person" or (mention.party and entry.party and mention.party != entry.party):
            return 0.0
        if mention.owner is not None and number in mention.owner.voices:
            return 0.0
        if not entry.named:
            return 1.0 if entry.role == mention.role else 0.0
        if mention.role == "counterpart":
            return 0.5 if mention.party and entry.party == mention.party else 0.0
        held = {word for office in entry.offices for word in office.split()}
        if mention.role in held:
            return 1.0 if words <= held else 0.6
        chief = mention.role in ("leader", "ruler", "dictator", "strongman", "chief", "head")
        if chief and mention.party and entry.party == mention.party:
            return 0.8 if held & self.roles.chiefs else 0.2
        return 0.0

    def office(self, mention: Mention) -> tuple[int, ...]:
        owner = mention.owner.voices[0] if mention.owner is not None and mention.owner.voices else None
        party = mention.party or (self.roll.entries[owner].party if owner is not None else None)
        function = self.function(mention)
        if mention.role in _GOVERNMENT and party is not None:
            known = self.roll.find(f"term:{party}")
            return (self.roll.enter(Entry(party, "country", party), f"term:{party}") if known is None else known,)
        if party is None or (mention.article in ("the", "this") and mention.owner is None and mention.party is None):
            known = self.recent_office(function, mention.role)
            if known is not None:
                return (known,)
        if party is None and (mention.role not in self.roles.speakers or mention.article not in ("the", "this")):
            return () if not self.is_source(mention) else self.new_office(mention, None, function, owner)
        if party is None:
            party = (
                self.near_party(mention)
                if mention.role in ("ministry", "government", "presidency", "parliament")
                else None
            )
            if party is None and not self.is_source(mention):
                return ()
        return self.new_office(mention, party, function, owner)

    def new_office(self, mention: Mention, party: str | None, function: str, owner: int | None) -> tuple[int, ...]:
        presidential = owner is not None and function == "office" and self.roll.entries[owner].kind == "person"
        if presidential and owner is not None:
            held = {word for office in self.roll.entries[owner].offices for word in office.split()}
            if "president" in held or not held & {"minister", "premier", "chancellor", "king"}:
                function = "presidency"
        key = f"office:{party}:{function}" if party else f"office:{plain(mention.name)}"
        known = self.roll.find(key)
        if known is None:
            known = self.roll.enter(Entry(self.office_name(mention), "office", party, role=mention.role), key)
        return (known,)

    def office_name(self, mention: Mention) -> str:
        start = mention.start
        if mention.owner is not None:
            start = min(start, mention.owner.start)
        while start < mention.end - 1 and self.words.pos[start] == "DET":
            start += 1
        return self.page.text[self.words.start[start] : self.words.end[mention.end - 1]]

    def function(self, mention: Mention) -> str:
        """What an office is for, however it is put: "Ministry of Defence" and "defence ministry" alike."""
        name = plain(mention.name)
        role, _, of = name.partition(" of ")
        if of and mention.role in ("ministry", "department"):
            of = of.removeprefix("the ")
            return f"{_MINISTRY_OF.get(of, of)} {mention.role}"
        kept = [word for word in name.split() if word in self.roles.modifiers or word == mention.role]
        kept = [_MINISTRY_OF.get(word, word) for word in kept]
        if mention.role == "office" and set(kept) & {"presidential"}:
            return "presidency"
        return " ".join(kept) or name

    def recent_office(self, function: str, role: str) -> int | None:
        def fits(step: Step) -> float:
            return max((self.answers(number, function, role) for number in step.voices), default=0.0)

        step = self.trail.best(self.words.sentence[-1], fits)
        return None if step is None else max(step.voices, key=lambda number: self.answers(number, function, role))

    def answers(self, number: int, function: str, role: str) -> float:
        entry = self.roll.entries[number]
        name = plain(entry.name)
        if entry.kind in ("office", "agency", "organisation", "outlet") and (
            entry.role == role or role in name.split()
        ):
            return 1.0 if set(function.split()) <= set(name.split()) else (0.5 if function == role else 0.0)
        if role in ("agency",) and entry.kind == "agency":
            return 1.0
        return (
            0.7
            if role in ("group", "alliance", "bloc", "organisation", "organization") and entry.kind == "organisation"
            else 0.0
        )

    def near_party(self, mention: Mention) -> str | None:
        step = self.trail.best(
            self.words.sentence[mention.head],
            lambda step: 1.0 if any(self.roll.entries[number].party for number in step.voices) else 0.0,
        )
        return None if step is None else next(p for n in step.voices if (p := self.roll.entries[n].party))

    def pronoun(self, mention: Mention) -> tuple[int, ...]:
        word = mention.name
        if word in _SPEAKER:
            return ()
        if word in _RELATIVE:
            return self.antecedent(mention)
        if word == "both":
            return self.pair(mention)
        sentence = self.words.sentence[mention.head]
        ahead = self.ahead(mention)
        if ahead:
            return ahead
        step = self.trail.best(sentence, lambda step: self.suits(word, step))
        if step is None:
            return ()
        if word in _PEOPLE and len(step.voices) == 1 and step.weight >= _SUBJECT:
            entry = self.roll.entries[step.voices[0]]
            entry.gender = entry.gender or ("f" if word in _FEMALE else "m")
        if word in _MANY:
            return self.together(step)
        return tuple(number for number in step.voices if self.suits_one(word, number))[:1]

    def ahead(self, mention: Mention) -> tuple[int, ...]:
        """The subject still to come, where the pronoun stands in a phrase put before it: "in spite of its pledge, Orlavia…"."""
        words, token = self.words, mention.head
        if words.tag[token] != "PRP$":
            return ()
        for _ in range(8):
            if words.head[token] == token:
                return ()
            token, below = words.head[token], token
            if words.pos[token] == "VERB" and words.dep[below] in ("obl", "advcl") and below < token:
                subject = next((child for child in words.children[token] if words.dep[child].startswith("nsubj")), -1)
                found = self.by_head.get(subject)
                if found is None or subject < mention.head or found.kind not in ("term", "name"):
                    return ()
                voices = self.resolve(found)
                return tuple(number for number in voices if self.suits_one(mention.name, number))[:1]
        return ()

    def suits(self, word: str, step: Step) -> float:
        if word in _MANY:
            return (
                1.5
                if len(step.voices) > 1 or self.beside(step)
                else max(self.suits_one(word, number) for number in step.voices)
            )
        return max((self.suits_one(word, number) for number in step.voices), default=0.0)

    def suits_one(self, word: str, number: int) -> float:
        entry = self.roll.entries[number]
        if word in _PEOPLE:
            gender = "f" if word in _FEMALE else "m"
            return (
                0.0
                if entry.kind != "person" or (entry.gender and entry.gender != gender)
                else (1.4 if entry.gender else 1.0)
            )
        if word in _THINGS:
            body = (
                entry.kind in ("country", "organisation", "office", "outlet", "agency")
                or entry.role in self.roles.institutions
            )
            return 1.0 if body else 0.0
        return {"group": 1.2, "person": 0.1, "country": 0.3}.get(entry.kind, 0.5)

    def beside(self, step: Step) -> tuple[Step, ...]:
        """Those joined to a step by "and"."""
        head = step.token
        above = self.words.head[head]
        top = above if self.words.dep[head] == "conj" else head
        joined = {top, *(child for child in self.words.children[top] if self.words.dep[child] == "conj")}
        if len(joined) < 2:
            return ()
        return tuple(other for other in self.trail.back() if other.token in joined)

    def together(self, step: Step) -> tuple[int, ...]:
        numbers = [number for other in self.beside(step) for number in other.voices]
        return tuple(dict.fromkeys(sorted(numbers))) or step.voices

    def antecedent(self, mention: Mention) -> tuple[int, ...]:
        """Whom a relative pronoun takes up: the phrase its clause hangs on, else the one right before it."""
        token, words = mention.head, self.words
        for _ in range(6):
            if words.dep[token].startswith("acl"):
                break
            if words.head[token] == token:
                return self.before(mention)
            token = words.head[token]
        before = self.by_head.get(words.head[token])
        if before is None or before.start >= mention.start or not before.voices:
            return self.before(mention)
        if words.text[mention.start - 1] == ",":
            return self.together(Step(before.head, 0, 1.0, before.voices))
        return before.voices

    def before(self, mention: Mention) -> tuple[int, ...]:
        for step in self.trail.back():
            if mention.start - 3 <= step.token < mention.start:
                return self.together(step) if self.words.text[mention.start - 1] == "," else step.voices
        return ()


def gather(page: Page, words: Words, mentions: list[Mention], sources: frozenset[int]) -> Roll:
    """Give every mention its voices; `sources` are the tokens to which the reader attributes something."""
    return _Gather(page, words, mentions, sources).run()
