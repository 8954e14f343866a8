"""A statement in the making, and how the reader's attributions become one."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.statements.clauses import infinitive
from onrecord.extract.statements.content import (
    Pieces,
    carried_over,
    tidy,
    to_circumstance,
    tokens_of,
    whole_quotes,
    without_hearer,
    without_joined,
)
from onrecord.extract.statements.cues import Cue, read_cue, vocabulary
from onrecord.extract.statements.speakers import named_behind, own_subject, subject_of
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words
from onrecord.model.attribution import Attribution

__all__ = ["Draft", "draft_of", "kept", "near_cue", "passes_on", "quoted", "quoted_one"]

_SURE: Final = 0.55
_LIVELY: Final = frozenset({"group", "outlet", "agency", "organisation"})
_QUOTED: Final = frozenset({"quote", "cite", "hear", "see"})
_PRESS: Final = frozenset({"outlet", "agency"})
_PASSING: Final = frozenset({"report", "quote", "cite", "accord", "according to", "say"})
_RELATIVE: Final = frozenset({"which", "who", "whose", "whom"})
_TALKING: Final = frozenset({"speak", "talk", "touch", "speak out"})
_NAMING: Final = frozenset({"cite", "quote", "tell", "inform", "brief", "estimate", "say", "report", "describe"})
_NAME: Final = 4
_FEWEST: Final = 2
_LEADING: Final = frozenset({",", "-", "–", "—", "(", ")", ":"})
_LEAD: Final = 25
"""Words by which the reader may have begun too late."""
_SPEECH: Final = frozenset({"say", "tell", "add", "report", "announce", "warn", "claim", "accord", "write"})
_SAYING: Final = frozenset({"report", "say"})


@dataclass(slots=True)
class Draft:
    """Source, cue and content as tokens and characters, with who the source is."""

    source: Pieces
    cue_tokens: list[int]
    cue: Cue
    content: Pieces
    voices: tuple[int, ...]
    confidence: float
    why: list[str] = field(default_factory=list)
    outer: "list[Draft]" = field(default_factory=list)
    wrapper: bool = False
    passed_by: list[int] = field(default_factory=list)
    read: Attribution | None = None

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Character after the content."""
        return self.content[-1][1]

    def covers(self, start: int, end: int) -> bool:
        """Do the pieces of the content hold these characters?"""
        return any(a <= start and end <= b for a, b in self.content) or (self.start <= start and end <= self.end)


def draft_of(page: Page, voices: Voices, attribution: Attribution, spans: Pieces) -> Draft | None:
    """The draft of one attribution, quotations whole (`spans` are all of the text); None where no content is left."""
    words = voices.words
    cue_tokens = [token for start, end in attribution.cue for token in tokens_of(words, start, end)]
    taken = frozenset(cue_tokens)
    cue = read_cue(words, [token for token in cue_tokens if words.text[token].isalpha() or len(cue_tokens) == 1])
    source = _speakers(words, list(attribution.source), cue)
    edges = [start for start, _ in (*attribution.cue, *source)]
    content = tidy(page.text, words, whole_quotes(list(attribution.content), spans, edges), taken)
    if not content:
        return None
    content = near_cue(words, content, cue.token)
    content = _asked_of(page.text, words, content, cue)
    content = _from_start(page.text, words, content, cue_tokens, source)
    content = to_circumstance(page.text, words, content, cue.token)
    content = without_joined(page.text, words, content, cue.token)
    content = without_hearer(words, carried_over(page.text, words, content), cue.token, cue.act)
    draft = Draft(source, cue_tokens, cue, content, (), attribution.confidence, ["read"], read=attribution)
    find_source(draft, voices)
    return draft


def _speakers(words: Words, source: Pieces, cue: Cue) -> Pieces:
    """The source without whom the report has it from, as "according to Tarn News" behind "saying" tells."""
    if cue.lemma == "according to" or cue.token < 0:
        return source
    return [
        piece
        for piece in without_teller(words, source, cue.token)
        if words.lower[max(0, (at := tokens_of(words, *piece).start) - 2) : at] != ["according", "to"]
    ]


def without_teller(words: Words, source: Pieces, cue: int) -> Pieces:
    """A source without the agency behind it: "said Vint, an envoy, Tarn News" before "reported" names Vint alone."""
    kept = []
    for start, end in source:
        inside = tokens_of(words, start, end)
        if _tells_on(words, inside, cue):
            continue
        for token in inside[1:]:
            if words.dep[token].startswith("nsubj") and words.head[token] == inside.stop != cue:
                first = min(at for at in words.subtree(token) if at in inside)
                if first > inside.start + 1 and words.text[first - 1] == ",":
                    end = words.end[first - 2]
        kept.append((start, end))
    return kept


def _tells_on(words: Words, inside: range, cue: int) -> bool:
    """Is this the whole teller, with a verb of its own behind it ("confirmed Vint, Tarn News reported")?"""
    verb = inside.stop
    if verb >= len(words) or words.lemma[verb] not in _SAYING or verb == cue or inside.start <= cue:
        return False
    subjects = [child for child in words.children[verb] if words.dep[child].startswith("nsubj")]
    return bool(subjects) and subjects[0] in inside and words.subtree(subjects[0])[0] >= inside.start


def near_cue(words: Words, content: Pieces, cue: int) -> Pieces:
    """Content of the cue's own paragraph; what stands in another must be a quotation that goes on."""
    if cue < 0:
        return content
    breaks = words.lines
    number = bisect_left(breaks, cue)
    low = words.end[breaks[number - 1]] if number else 0
    high = words.start[breaks[number]] if number < len(breaks) else words.end[-1]
    kept = []
    for start, end in content:
        inside = (max(start, low), min(end, high))
        near = words.sentence[tokens_of(words, start, end).start] == words.sentence[cue]
        if inside[0] < inside[1] and (near or len(content) == 1 or words.quoted[tokens_of(words, start, end).start]):
            kept.append(inside)
        elif words.quoted[tokens_of(words, start, end).start]:
            kept.append((start, end))
    return kept or content


def _from_start(text: str, words: Words, content: Pieces, cue_tokens: list[int], source: Pieces) -> Pieces:
    """Content in front of ", the envoy said" begins with its sentence, unless that holds words of another cue."""
    start, end = content[0]
    said = [*(words.start[token] for token in cue_tokens), *(begin for begin, _ in source)]
    if not said or min(said) < content[-1][1]:
        return content
    token = tokens_of(words, start, end).start
    first = words.begins[words.sentence[token]]
    while first < token and (
        words.text[first] in _LEADING or words.lower[first] in ("but", "and", "however", "meanwhile")
    ):
        first += 1
    between = range(first, token)
    if not between or len(between) > _LEAD or any(words.lemma[at] in _SPEECH or words.quoted[at] for at in between):
        return content
    if words.lower[first] == "according" or words.lower[token - 1] in ("and", "but", ":", ";"):
        return content
    return [(words.start[first], end), *content[1:]]


def _asked_of(text: str, words: Words, content: Pieces, cue: Cue) -> Pieces:
    """What the one spoken to is to do, where the reader marked only who that is: "called on Vint to stay"."""
    inside = tokens_of(words, content[0][0], content[-1][1])
    if cue.act not in ("appeal", "demand") or len(inside) > _NAME or inside.start <= cue.token:
        return content
    if any(words.pos[token] in ("VERB", "AUX") or words.quoted[token] for token in inside):
        return content
    clause = infinitive(words, cue)
    return content if clause is None else tidy(text, words, [clause], frozenset({cue.token}))


def find_source(draft: Draft, voices: Voices) -> None:
    """Who the source is: the reader's words for it, else the subject of the cue."""
    quoting = _quoting(draft, voices.words)
    if quoting is not None:
        draft.source = [quoting]
    numbers: list[int] = []
    for start, end in draft.source:
        numbers.extend(number for number in voices.speakers(start, end) if number not in numbers)
    own = own_subject(voices.words, draft.cue.token)
    press = all(voices.found[number].kind in _PRESS for number in numbers)
    if own is not None and quoting is None and (press or _elsewhere(voices.words, draft)):
        named = voices.speakers(*own)
        if named:
            draft.source, numbers = [own], list(named)
            draft.why.append("subject of the cue")
    if not draft.source and draft.cue.token >= 0:
        span = subject_of(voices.words, draft.cue.token)
        if span is not None:
            draft.source = [span]
            numbers = list(voices.speakers(*span))
            draft.why.append("subject of the cue")
    draft.voices = () if _befell(voices.words, draft) else tuple(numbers)
    apart = [piece for piece in draft.content if not any(a < piece[1] and piece[0] < b for a, b in draft.source)]
    draft.content = apart or draft.content


def _befell(words: Words, draft: Draft) -> bool:
    """ "Orlavian ships were denied access": of whom a deed is told in the passive has said nothing, unless quoted."""
    verb = draft.cue.token
    if verb < 0 or draft.cue.lemma in _QUOTED:
        return False
    passive = next((kid for kid in words.children[verb] if words.dep[kid] == "nsubj:pass"), None)
    return passive is not None and any(start <= words.start[passive] < end for start, end in draft.source)


def quoted_one(draft: Draft, voices: Voices) -> None:
    """Give the words to the palace in "Tarn News reported, quoting the palace"."""
    quoting = _quoting(draft, voices.words)
    named = () if quoting is None else voices.every(*quoting)
    if quoting is not None and named:
        draft.source, draft.voices = [quoting], named


def _quoting(draft: Draft, words: Words) -> tuple[int, int] | None:
    """The palace in "Tarn News reported quoting the palace"."""
    if draft.cue.lemma not in ("report", "say", "quote", "cite") or not draft.cue_tokens:
        return None
    last = draft.cue_tokens[-1]
    for token in range(max(0, last - 1), min(last + 3, len(words))):
        if words.lower[token] in ("quoting", "citing") and any(words.lemma[cue] in _SAYING for cue in draft.cue_tokens):
            draft.cue_tokens = sorted({*draft.cue_tokens, token})
            return named_behind(words, token + 1)
    return None


def _elsewhere(words: Words, draft: Draft) -> bool:
    """Does the source that was read stand in another sentence than the cue?"""
    tokens = [tokens_of(words, start, end) for start, end in draft.source]
    return all(words.sentence[found.start] != words.sentence[draft.cue.token] for found in tokens if found)


def kept(draft: Draft, voices: Voices) -> bool:
    """Is this a statement, and not a thought, a feeling or the writer's own voice?"""
    cue = draft.cue
    if not draft.cue_tokens:
        return bool(draft.voices) and draft.confidence >= _SURE
    if not cue.open and voices.words.lower[tokens_of(voices.words, *draft.content[0]).start] in _RELATIVE:
        return False
    whole = quoted(voices.words, draft)
    if cue.open and not whole and _only_a_topic(draft, voices):
        return False
    if not whole and (
        not draft.voices or (cue.open and sum(len(_words(voices, piece)) for piece in draft.content) < _FEWEST)
    ):
        return False
    if cue.kind == "attitude":
        if quoted(voices.words, draft):
            return True
        group = any(voices.found[number].kind in _LIVELY for number in draft.voices)
        return cue.lemma in vocabulary().voiced and group and draft.confidence >= _SURE
    if _hearsay(draft, voices.words):
        return False
    if cue.kind == "unknown":
        return draft.confidence >= _SURE and bool(draft.voices)
    return True


def _hearsay(draft: Draft, words: Words) -> bool:
    """ "a convoy said to carry food": nobody is named who says so."""
    cue = draft.cue.token
    begins = words.lower[tokens_of(words, *draft.content[0]).start]
    return draft.cue.open and words.tag[cue] == "VBN" and words.dep[cue].startswith("acl") and begins == "to"


def _only_a_topic(draft: Draft, voices: Voices) -> bool:
    """Is no more told than whom somebody cited ("citing the palace") or of what they spoke ("talked of the past")?"""
    tokens = [token for piece in draft.content for token in _words(voices, piece)]
    if not tokens or any(voices.words.pos[token] in ("VERB", "AUX") for token in tokens):
        return False
    named = len(tokens) <= _NAME and voices.at(draft.start, draft.end) is not None
    return draft.cue.lemma in _TALKING or (named and draft.cue.lemma in _NAMING)


def _words(voices: Voices, piece: tuple[int, int]) -> list[int]:
    words = voices.words
    return [token for token in tokens_of(words, *piece) if words.text[token].isalnum()]


def quoted(words: Words, draft: Draft) -> bool:
    """Does the content stand in quotation marks from end to end?"""
    tokens = [
        token for start, end in draft.content for token in tokens_of(words, start, end) if words.text[token].isalpha()
    ]
    return bool(tokens) and all(words.quoted[token] for token in tokens)


def passes_on(draft: Draft, voices: Voices) -> bool:
    """Is this only an outlet or agency giving another's words?"""
    press = all(voices.found[number].kind in _PRESS for number in draft.voices)
    return bool(draft.voices) and press and draft.cue.lemma in _PASSING
