"""From mentions to voices: who each name, office, group, description and pronoun of a report is."""

from bisect import bisect_left, bisect_right

from onrecord.extract.page import Page
from onrecord.extract.voices.cabinet import serve_together
from onrecord.extract.voices.ground import Ground
from onrecord.extract.voices.groups import group
from onrecord.extract.voices.mention import Mention
from onrecord.extract.voices.offices import described
from onrecord.extract.voices.pronouns import pronoun
from onrecord.extract.voices.roll import Entry, Roll, full, plain
from onrecord.extract.voices.words import Words

__all__ = ["gather"]

_SHORTEST_INITIALS = 3
_ADMINISTRATION, _UNITED_STATES = "administration", "United States"  # the one state whose governments news call so
_DEEPEST = 40  # "the envoy of the minister of …": no one is told by more than that


class _Gather:
    """Reads the mentions in order; `open` guards against two that wait for each other."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.open: set[int] = set()

    def resolve(self, mention: Mention) -> tuple[int, ...]:
        """The voices of a mention; those of its owner and of its apposition first."""
        if mention.voices or id(mention) in self.open or len(self.open) >= _DEEPEST:
            return mention.voices
        self.open.add(id(mention))
        self.owned(mention)
        if mention.same_as is not None:
            mention.same_as.voices = self.resolve(mention.same_as)
            voices = mention.same_as.voices
        else:
            voices = self.by_kind(mention)
        self.open.discard(id(mention))
        return voices

    def owned(self, mention: Mention) -> None:
        """Whose office it is decides for whom it speaks."""
        owner = mention.owner
        if owner is None:
            return
        if owner.kind != "pronoun":
            owner.voices = self.resolve(owner)
        private = mention.kind == "name" or mention.role in self.ground.roles.private_persons
        if mention.party is None and owner.voices and not private:
            mention.party = self.ground.roll.entries[owner.voices[0]].party

    def by_kind(self, mention: Mention) -> tuple[int, ...]:
        """Each kind of mention finds its voices its own way."""
        if mention.kind == "pronoun":
            return pronoun(self.ground, mention, self.resolve)
        if mention.kind == "term":
            return _term(self.ground, mention)
        if mention.kind == "name":
            return _named(self.ground, mention)
        return group(self.ground, mention) if mention.kind == "group" else described(self.ground, mention)


def _term(ground: Ground, mention: Mention) -> tuple[int, ...]:
    """A known name: the state for its capital, the presidency for its palace."""
    term = mention.term
    if term is None or (term.kind == "people" and not ground.is_source(mention)):
        return ()
    key = f"{'group' if term.kind == 'people' else 'term'}:{mention.name}"
    known = ground.roll.find(key)
    if known is not None:
        return (known,)
    if term.kind == "capital" and mention.place:
        return ()
    office = f"office:{term.party}:{term.office}" if term.office else key
    known = ground.roll.find(office)
    if known is None and mention.what == "organisation":
        known = _initials(ground, mention)
    if known is None and mention.what == "outlet" and mention.name.startswith("The "):
        known = ground.roll.find("tail:" + plain(mention.name))  # "The Times" of a report that named the New York Times
    if known is None:
        known = ground.roll.enter(Entry(mention.name, mention.what, mention.party), key, office)
    ground.roll.alias(known, key)
    return (known,)


def _named(ground: Ground, mention: Mention) -> tuple[int, ...]:
    """A name that no list knows; a place is a voice only where it acts."""
    if mention.what == "person":
        known = ground.roll.person(mention.name)
        return (ground.roll.enter_person(mention.name) if known is None else known,)
    key = "name:" + plain(mention.name)
    known = ground.roll.find(key)
    if known is None and mention.what == "outlet":
        known = ground.roll.find("tail:" + plain(mention.name))
    if known is None:
        known = _initials(ground, mention) if mention.what == "organisation" else None
    if known is None:
        if mention.what == "country" and not ground.is_actor(mention):
            return ()
        party = mention.party or (mention.name if mention.what in ("country", "organisation") else None)
        keys = [key, "initials:" + _short(mention.name)] if mention.what == "organisation" else [key]
        known = ground.roll.enter(Entry(mention.name, mention.what, party), *keys)
    return (known,)


def _short(name: str) -> str:
    """The letters that a body is called by: those of its long name, or a short name itself."""
    if name.isupper() and name.isalpha():
        return name
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _initials(ground: Ground, mention: Mention) -> int | None:
    """The body of which this is the long or the short name: "Sorn River Water Union", "SRWU"."""
    short = _short(mention.name)
    if len(short) < _SHORTEST_INITIALS:
        return None
    known = ground.roll.find("initials:" + short)
    known = ground.roll.find("term:" + short) if known is None else known
    if known is not None and mention.name.isupper() != ground.roll.entries[known].name.isupper():
        ground.roll.alias(known, "name:" + plain(mention.name))
        return known
    return None


def gather(page: Page, words: Words, mentions: list[Mention], sources: frozenset[int]) -> Roll:
    """Give every mention its voices; `sources` are the tokens of those who speak."""
    by_head = {mention.head: mention for mention in mentions if mention.kind != "pronoun"}
    ground = Ground(page, words, sources, by_head, _says(page, words))
    serve_together(ground, [one for one in mentions if one.kind == "name" and one.what == "person"])
    for mention in mentions:
        if mention.kind == "name" and mention.what == "person" and full(mention.name):
            entry = ground.roll.entries[ground.roll.enter_person(mention.name)]
            entry.party = entry.party or mention.party
            entry.offices.extend(office for office in mention.offices if office not in entry.offices)
    gathering = _Gather(ground)
    for mention in mentions:
        mention.voices = gathering.resolve(mention)
        ground.note(mention)
    _give_state(ground, mentions)
    return ground.roll


def _says(page: Page, words: Words) -> dict[int, tuple[range, ...]]:
    """From each source of one word to the tokens of what it says."""
    found = {}
    for attribution in page.attributions:
        for start, _ in attribution.source[:1]:
            token = words.at.get(start)
            if token is not None and attribution.source == ((start, words.end[token]),):
                found[token] = tuple(
                    range(bisect_right(words.end, first), bisect_left(words.start, last))
                    for first, last in attribution.content
                )
    return found


def _give_state(ground: Ground, mentions: list[Mention]) -> None:
    """ "The Vint administration" of a Vint without a state is American, in a report that names the United States."""
    if all(entry.party != _UNITED_STATES for entry in ground.roll.entries):
        return
    for mention in mentions:
        if mention.role != _ADMINISTRATION or mention.party is not None or mention.start == mention.head:
            continue
        surname = ground.words.text[mention.head - 1]
        head = ground.roll.person(surname) if surname[:1].isupper() else None
        entry = ground.roll.entries[head] if head is not None else None
        if not surname[:1].isupper() or (entry is not None and entry.party not in (None, _UNITED_STATES)):
            continue
        for one in (entry, *(ground.roll.entries[number] for number in mention.voices)):
            if one is not None:
                one.party = one.party or _UNITED_STATES
