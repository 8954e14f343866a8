"""The news agencies that a report credits: in its byline, its dateline, its last line, or as the source it quotes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from onrecord.extract.page import Page
from onrecord.model.kinds import load

__all__ = ["find_agencies"]

_VERBS: Final = r"report(?:ed|s)?|said|says|quoted|wrote|told|cited|confirmed|added|learned|understands|contributed"
_TITLE: Final = r"(?:[Nn]ews|[Pp]ress|[Ww]ire) (?:[Aa]gency|[Ss]ervice|[Ww]ire)"
_LONG: Final = 4  # letters from which on a name is also looked for in capitals ("REUTERS")


def find_agencies(page: Page) -> tuple[str, ...]:
    """The agencies' short names in the order in which the report credits them, each once.

    An agency is credited by a byline, a dateline, a bracket at a paragraph's end, "with inputs from", a caption, or by
    being said to have reported something; its name alone, as the subject of a story, is no credit.
    """
    text = _printed(page)
    found = [(at, _short(name)) for at, name in (*_listed(text), *_bylines(page), *_self_named(text))]
    return tuple(dict.fromkeys(name for _, name in sorted(found, key=lambda pair: pair[0])))


def _listed(text: str) -> Iterator[tuple[int, str]]:
    """Known agencies where the words around them credit them."""
    for match in _known().finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 40]
        if _credits(before, after):
            yield match.start(), match[0]


def _credits(before: str, after: str) -> bool:
    """Do the words on either side make the name between them a credit?"""
    return any(
        (
            _OPEN.search(before) and _CLOSED.match(after),
            _LINE.search(before) and _DASH.match(after),
            _BY.search(before) and not _TAKEN_FOR.match(after),
            _SAYS.match(after) and not _TAKEN_FOR.match(after),
            _SAID.search(before),
            re.search(r"\n\s*$", before[-8:]) and re.match(r"\s*(?:\n|$)", after),
            re.match(r"\s*/|\s+\| |\s+via\b", after),
            re.match(
                rf",? (?:an? )?(?:\w+ )?{_TITLE}|[’']s? (?:correspondent|reporter)|,? citing\b|,? quoting\b", after
            ),
        )
    )


_OPEN: Final = re.compile(r"[(\[](?:[^()\[\]\n]{0,50}[\s,/&;-])?$")
_CLOSED: Final = re.compile(r"(?:[\s,/&;-][^()\[\]\n]{0,50})?[)\]]")
_LINE: Final = re.compile(r"(?:^|\n)[^\n.]{0,45}[\s,(—–-]$|(?:^|\n)$")
_DASH: Final = re.compile(r"\)?\s*(?:[-–—]{1,2}|:)\s")
_BY: Final = re.compile(
    r"\b(?:[Bb]y|BY|[Ss]ource:|[Cc]redits?:|[Ww]ith (?:\w+ )?(?:inputs?|reporting|reports|files|material"
    r"|contributions?|agencies) (?:from|by)"
    r"|[Ii]nputs? from|©|[Pp]hoto(?:graph)?:|[Ff]ile photo:)"
    r"(?: (?:the|The))?(?: [A-Z][\w.’'-]+(?:,| and|;)?(?: (?:the|The))?){0,6} ?$"
)
_SAYS: Final = re.compile(
    rf",? (?:has |had |have |also |later |first |then )?(?:{_VERBS})\b|[’']s [A-Z]\w+ [A-Z]\w+ (?:{_VERBS})|,? "
    rf"(?:which|who) (?:\w+ )?(?:{_VERBS})"
)
_SAID: Final = re.compile(
    rf"\b(?:according to|as (?:reported|quoted|cited) by|reported by|quoted by|cited by|told|{_TITLE},?)(?: (?:the"
    rf"|a))?"
    rf"(?: (?:state|state-run|official|Russian|local))?(?: {_TITLE})?,? (?:the )?$"
)
_TAKEN_FOR: Final = re.compile(r" (?:building|office|headquarters|poll|survey|photographer|plc|shares|stock)\b")


def _bylines(page: Page) -> Iterator[tuple[int, str]]:
    """The byline that came with the report, and the agencies that came with it."""
    for name in page.report.agencies:
        yield -1, name
    for match in _known().finditer(page.report.byline or ""):
        yield -1, match[0]


def _self_named(text: str) -> Iterator[tuple[int, str]]:
    """An agency of which we have never heard, where the report calls it one or dates its line by it."""
    for match in _CALLED.finditer(text):
        name = re.sub(r"^.*[’']s? ", "", match["before"] or match["after"] or match["dateline"])
        if name not in _outlets() and not (match["after"] and _NAMED.search(text[: match.end("after")])):
            yield match.start(), name


_CALLED: Final = re.compile(
    rf"\b(?P<before>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}} (?:News|Press|Wire) (?:Agency|Service|Wire))\b"
    rf"|\b{_TITLE},? (?P<after>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}),? (?={_VERBS}|quot|cit|[(])"
    r"|(?:^|\n)[A-Z]{3}[^\n(]{0,40}\((?P<dateline>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\) ?[-–—]{1,2} ?(?=\S)"
)

_NAMED: Final = re.compile(rf"\b[A-Z][\w’'-]+ {_TITLE},[^,]*$")
"""An agency that is named in front of what it is; behind the comma stands who speaks."""


def _printed(page: Page) -> str:
    """The text without furniture; unlike what the reader saw it still has the dateline, which credits the agency."""
    pieces, at = [], 0
    for start, end in page.report.furniture:
        pieces += [page.text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, page.text[at:]])


def _short(name: str) -> str:
    return _names().get(name.casefold().removeprefix("the "), name)


@cache
def _names() -> dict[str, str]:
    """Every way of writing an agency, in small letters, with its short name."""
    agencies = load("agencies")["agencies"]
    if not isinstance(agencies, dict):
        raise TypeError("agencies.yaml: agencies is a mapping")
    pairs = [
        (str(also), short)
        for short, others in agencies.items()
        if isinstance(others, list)
        for also in (short, *others)
    ]
    return {also.casefold().removeprefix("the "): short for also, short in pairs}


@cache
def _outlets() -> frozenset[str]:
    """Broadcasters and papers that date their own lines, and are no agencies."""
    outlets = load("agencies")["outlets"]
    if not isinstance(outlets, list):
        raise TypeError("agencies.yaml: outlets is a list")
    return frozenset(str(outlet) for outlet in outlets)


@cache
def _known() -> re.Pattern[str]:
    agencies = load("agencies")["agencies"]
    if not isinstance(agencies, dict):
        raise TypeError("agencies.yaml: agencies is a mapping")
    names = {str(also) for short, others in agencies.items() if isinstance(others, list) for also in (short, *others)}
    longest = sorted(
        names | {name.upper() for name in names if len(name) >= _LONG}, key=lambda name: (-len(name), name)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in longest)})(?![\w-])")
