"""Tags of sourcing behind a sentence or headline: ", Tarn News reported", ", according to the palace", ": Palace"."""

from typing import Final

from onrecord.extract.page import Page
from onrecord.extract.statements.carried import carried
from onrecord.extract.statements.content import tidy, tokens_of
from onrecord.extract.statements.cues import Cue
from onrecord.extract.statements.draft import Draft
from onrecord.extract.voices.find import Voices
from onrecord.extract.voices.words import Words

__all__ = ["tags_of", "with_headline"]

_TOLD: Final = frozenset({"tell", "inform", "assure", "promise", "warn"})
_CLOSE: Final = 6
_REPORTED: Final = frozenset({"report", "say", "quote", "cite"})
_PRESS: Final = frozenset({"outlet", "agency"})
_REPORTS: Final = frozenset({"report", "newspaper", "agency", "article", "broadcaster"})
_ENDS: Final = frozenset({",", ".", ";", "(", "”"})
_LONGEST_TAG: Final = 14
_CONFIDENCE: Final = 0.8
_LONGEST_HEADLINE: Final = 30


def tags_of(voices: Voices, draft: Draft) -> tuple[int, ...]:
    """The voices that pass this statement on, named behind it in the same sentence or in its very cue."""
    named = (_in_front(voices, draft), _behind(voices, draft), _quoting(voices, draft), carried(voices, draft))
    found = [number for numbers in named for number in numbers]
    return tuple(number for number in dict.fromkeys(found) if number not in draft.voices)


def _in_front(voices: Voices, draft: Draft) -> list[int]:
    """ "According to the palace, the envoy said …"."""
    words = voices.words
    if not draft.cue_tokens:
        return []
    first = words.begins[words.sentence[draft.cue_tokens[0]]]
    if words.lower[first : first + 2] != ["according", "to"] or draft.cue_tokens[0] <= first + 1:
        return []
    return _voice(voices, first + 2) or _whose_report(voices, first + 2)


def _whose_report(voices: Voices, token: int) -> list[int]:
    """The outlet whose report "the report" is: the one that the sentence before names last."""
    words = voices.words
    number = words.sentence[token]
    if (
        words.lower[token : token + 1] != ["the"]
        or words.lemma[min(token + 1, len(words) - 1)] not in _REPORTS
        or not number
    ):
        return []
    named = voices.in_range(words.start[words.begins[number - 1]], words.start[words.begins[number]])
    return [one for one in named if voices.found[one].kind in _PRESS][-1:]


def _behind(voices: Voices, draft: Draft) -> list[int]:
    """Who is named behind the statement: ", according to Tarn News", ", Tarn News reported", ", the palace said"."""
    words = voices.words
    spans = [*draft.content, *draft.source]
    last = max([*(_last(words, end) for _, end in spans), *draft.cue_tokens])
    sentence, found = words.sentence[last], []
    for token in range(last + 1, min(last + _LONGEST_TAG, len(words))):
        if words.sentence[token] != sentence:
            break
        if words.lower[token] == "according" and words.lower[token + 1 : token + 2] == ["to"]:
            found.extend(_voice(voices, token + 2))
        elif words.lemma[token] in _REPORTED and words.pos[token] == "VERB" and token not in draft.cue_tokens:
            number = _teller(voices, token, last)
            if number is not None and (voices.found[number].kind in _PRESS or _says_it(words, token, last, draft)):
                found.append(number)
                draft.passed_by.append(token)
    return [number for number in reversed(found) if number not in draft.voices]


def _teller(voices: Voices, verb: int, last: int) -> int | None:
    """The voice of a verb's subject behind a statement."""
    words = voices.words
    subject = next((child for child in words.children[verb] if words.dep[child].startswith("nsubj")), None)
    return None if subject is None or subject <= last else voices.at(words.start[subject], words.end[subject])


def _says_it(words: Words, verb: int, last: int, draft: Draft) -> bool:
    """Is this ", the palace said" right behind what a person "told" another?"""
    between = range(last + 1, verb)
    comma = last + 1 < len(words) and words.text[last + 1] == ","
    return (
        comma
        and draft.cue.lemma in _TOLD
        and len(between) <= _CLOSE
        and not any(words.pos[at] == "VERB" for at in between)
    )


def _quoting(voices: Voices, draft: Draft) -> list[int]:
    """The agency of "Tarn News reported, quoting the palace"."""
    words, cue = voices.words, draft.cue.token
    found = []
    for token in draft.cue_tokens:
        for child in words.children[token]:
            if words.dep[child] == "nsubj" and words.lemma[token] in _REPORTED:
                number = voices.at(words.start[child], words.end[child])
                if number is not None and number not in draft.voices and voices.found[number].kind in _PRESS:
                    found.append(number)
    quotes = cue >= 0 and words.lemma[words.head[cue]] in ("quote", "cite") and words.head[cue] != cue
    if not found and (quotes or (cue >= 0 and words.lower[cue] in ("quoting", "citing"))):
        number = _subject(voices, words.head[cue])
        found.extend([] if number is None or number in draft.voices else [number])
    return found


def _subject(voices: Voices, verb: int) -> int | None:
    words = voices.words
    child = next((child for child in words.children[verb] if words.dep[child] == "nsubj"), None)
    return None if child is None else voices.at(words.start[child], words.end[child])


def _voice(voices: Voices, token: int) -> list[int]:
    """The voice behind "according to"; where a thing is named ("a video on Tarn One"), the outlet behind it."""
    words, stop = voices.words, token
    while (
        stop < min(token + _LONGEST_TAG, len(words))
        and words.sentence[stop] == words.sentence[token]
        and words.text[stop] not in _ENDS
    ):
        stop += 1
    if stop == token:
        return []
    numbers = voices.in_range(words.start[token], words.end[stop - 1])
    press = [number for number in numbers if voices.found[number].kind in _PRESS]
    first = voices.at(words.start[token], words.end[min(token + 6, stop) - 1])
    return press[:1] if press else ([] if first is None else [first])


def _last(words: Words, end: int) -> int:
    token = words.ends.get(end)
    while token is None and end > 0:
        end -= 1
        token = words.ends.get(end)
    return token or 0


def with_headline(page: Page, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """The drafts with that of a first line such as "Talks to go on: Palace", whose cue is the colon, for all in it."""
    words = voices.words
    line = next((line for line in page.seen.split("\n") if line.strip()), "")
    start = page.seen.find(line)
    head, colon, tail = line.rpartition(":")
    source = (start + len(head) + 1 + len(tail) - len(tail.lstrip()), start + len(line.rstrip()))
    if (
        ")" in tail
        or not colon
        or not head.strip()
        or not 0 < len(tail.split()) <= 5
        or len(line.split()) > _LONGEST_HEADLINE
    ):
        return drafts
    numbers = voices.every(*source)
    if not numbers or voices.words.text[tokens_of(words, *source).start].islower():
        return drafts
    content = tidy(page.text, words, [(start, start + len(head))], frozenset())
    if not content:
        return drafts
    cue = Cue("communication", "assert", True, -1, "")
    headline = Draft([source], [], cue, content, numbers, _CONFIDENCE, ["headline with a colon"])
    return [headline, *(draft for draft in drafts if draft.start >= source[1])]
