"""Why a statement has what it has: for its act, source, chain and hearer the rule and the words they rest on."""

from typing import Final

from onrecord.extract.acts.find import Shown
from onrecord.extract.chains import chain_of
from onrecord.extract.statements.draft import Draft
from onrecord.extract.voices.find import Voices

__all__ = ["reasons"]

_SHOWN: Final = 8  # words that are enough to find a passage again


def reasons(
    text: str, voices: Voices, draft: Draft, shown: Shown, *, number: int | None, tags: tuple[int, ...]
) -> tuple[str, ...]:
    """The reasons of one statement of the draft, `number` its source and `tags` the voices named beside it."""
    cue = _exact(text, draft, voices)
    return (
        f"found: {_found(draft)}",
        f"act: {shown.rule} '{shown.words or cue}'" if shown.words or cue else f"act: {shown.rule}, no cue",
        _source(text, voices, draft, number),
        *(_link(text, voices, draft, link, tags=tags) for link in chain_of(draft, number, tags) if link != number),
        f"cue: {draft.cue.lemma}" if draft.cue.lemma else "cue: none",
    )


def _found(draft: Draft) -> str:
    return "marked by the reader" if draft.why[0] == "read" else draft.why[0]


def _source(text: str, voices: Voices, draft: Draft, number: int | None) -> str:
    by = _basis(draft)
    words = " … ".join(_short(text[start:end]) for start, end in draft.source)
    if not words:
        return "source: nobody is named" if number is None else f"source: {voices.found[number].name}, {by}"
    if number is None:
        return f"source: '{words}', {by}, whom no name or office tells"
    name = voices.found[number].name
    return f"source: '{words}', {by}" + ("" if name in words else f", who is {name}")


def _basis(draft: Draft) -> str:
    if "subject of the cue" in draft.why:
        return f"the subject of '{draft.cue.lemma}'"
    if draft.why[0] == "read":
        return "marked by the reader"
    if draft.why[0].endswith("of communication"):
        return f"who goes with '{draft.cue.lemma}'"
    if draft.why[0] == "quotation that goes on":
        return "the source of the quotation before"
    return draft.why[0]


def _link(text: str, voices: Voices, draft: Draft, link: int, *, tags: tuple[int, ...]) -> str:
    """Why this voice passes the statement on."""
    name = voices.found[link].name
    if link in tags:
        return f"chain: {name}, named as passing the sentence on"
    outer = next(outer for outer in draft.outer if outer.voices and outer.voices[0] == link)
    return f"chain: {name}, whose words by '{_exact(text, outer, voices)}' hold these"


def _exact(text: str, draft: Draft, voices: Voices) -> str:
    words = voices.words
    if not draft.cue_tokens:
        return draft.cue.lemma
    return _short(text[words.start[draft.cue_tokens[0]] : words.end[draft.cue_tokens[-1]]])


def _short(words: str) -> str:
    listed = words.split()
    return " ".join(listed) if len(listed) <= _SHOWN else f"{' '.join(listed[:_SHOWN])} …"
