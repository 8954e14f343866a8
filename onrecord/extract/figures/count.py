"""The noun that a number counts: told by the parse, or by the next words where the parse is odd."""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.extract.figures.units import plural, singular, units
from onrecord.extract.numbers import Number

__all__ = ["Counted", "counted"]

_ATTACHED = re.compile(r" ?(km|kms|kg|mw|m|%|per cent|percent)\b|(%)", re.IGNORECASE)
_POWER = re.compile(r" (cubic|square) ", re.IGNORECASE)
_RATE = re.compile(r" ((?:a|an|per) (?:second|minute|hour|day|week|month|year))\b")
_WORD = re.compile(r"[ -]((?:[A-Z]\.)+|[A-Za-z][\w’'-]*)")
_MEMBERS = re.compile(
    r" ((?:[\w.]+ ){0,2}(?:service|crew|staff|family|gang|militia|squad|team) members?)\b"
    r"|-(?:member|man|person|strong)\b"
)
_HURT = r"(?:killed|wounded|injured|hurt|arrested|detained|missing)"
_OTHERS = re.compile(
    rf" (?:\w+ )?others\b(?= (?:were|was|are|have|had|who|{_HURT})|[.,;]| (?:in|on|from)\b)"
    rf"|(?= (?:were|was|have been|had been|are) (?:\w+ly )?{_HURT}\b)"
    rf"|(?= {_HURT}(?:[.,;]| (?:in|and|at|by|on|when|after)\b))"
)
_HARMED = re.compile(r"\b(?:kill|wound|injur|arrest|detain)(?:s|ed|es|ing)? (?:[a-z]+ ){0,3}$")
_PART_OF = re.compile(r" of (?:the|its|his|their|these|those)(?= )")
_MODIFIERS = 5
_BEFORE = 45
_VAGUE = ("dozens", "scores")
_SINGLE_FORM = {word: word for word in ("people", "children", "women", "men", "police", "aircraft", "dead", "wounded")}
_SINGLE_FORM |= {"person": "people", "personnel": "troops", "troop": "troops", "force": "troops", "forces": "troops"}
_SMALL_WORDS_WORDS = (
    "to and or of in on at by for from with as the a an is are was were be been has have had that which who but "
    "than into "
    "near since after before during until while when will would not if per each every"
)
_SMALL_WORDS = frozenset(_SMALL_WORDS_WORDS.split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun counted and its unit; `of` is the noun with the words that describe it, `head` its token."""

    noun: str
    unit: str
    of: str
    end: int
    head: Token | None = None
    kind: str = "counted"


def counted(doc: Doc, text: str, number: Number) -> Counted | None:
    """What the number counts, or None where it counts nothing that is named; `text` is the doc's own."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    token = span.root if span is not None and len(span) else None
    if number.money:
        return _money(text, number, token)
    attached = _ATTACHED.match(text, number.end)
    if attached and (
        unit := units().measures.get((attached[1] or attached[2]).casefold().replace("percent", "per cent"))
    ):
        own = token.head if token is not None and token.idx < token.head.idx < attached.end() else token
        return Counted(unit, unit, _governor(own), attached.end(), own, "measures")
    if text[number.start : number.end].casefold() in _VAGUE:
        return _of_parse(text, number, token)  # "dozens were hurt" says too little
    found = _people(text, number) or _of_parse(text, number, token) or _of_words(text, number) or _harmed(text, number)
    return found if found is None or found.kind != "measures" else _whole_unit(text, number, found)


def _people(text: str, number: Number) -> Counted | None:
    """ "Eight service members", "a nine-member crew", "12 others", "20 were killed": people, whatever the noun says."""
    if match := _MEMBERS.match(text, number.end):
        unit = "troops" if "service" in match[0] else "people" if match[1] else "members"
        return Counted("people", unit, match[1] or unit, match.end())
    match = _OTHERS.match(text, number.end)
    return Counted("people", "people", "people", match.end()) if match else None


def _harmed(text: str, number: Number) -> Counted | None:
    """ "Killing 23 and wounding 40": people, where nothing that is counted follows."""
    alone = re.match(r"(?! ?[\w-])| (?:and|in|at|on|near)\b", text[number.end : number.end + 6])
    if alone and _HARMED.search(text[max(0, number.start - _BEFORE) : number.start]):
        return Counted("people", "people", "people", number.end)
    return None


def _whole_unit(text: str, number: Number, found: Counted) -> Counted:
    """ "740 cubic metres a second" is not 740 metres."""
    power = _POWER.match(text, number.end)
    rate = _RATE.match(text, found.end)
    unit = f"{power[1].casefold()} {found.unit}" if power else found.unit
    return replace(found, unit=f"{unit} {rate[1]}" if rate else unit, end=rate.end() if rate else found.end)


def _money(text: str, number: Number, token: Token | None) -> Counted:
    sign = (number.money or "").strip(".").casefold()
    unit = next((name for mark, name in units().money.items() if sign.endswith(mark.strip("."))), sign.upper())
    return Counted(unit, unit, _governor(token) or unit, number.end, token, "money")


def _of_parse(text: str, number: Number, token: Token | None) -> Counted | None:
    """The noun on which the number hangs, or "of the 113 islanders" that hangs on it."""
    if token is None or not token.doc.has_annotation("DEP"):
        return None
    head = token.head
    if (
        token.dep_.startswith(("nummod", "quantmod", "compound", "amod"))
        and head.i > token.i
        and head.idx >= number.end
    ):
        if head.dep_ == "compound" and head.head.i > head.i and head.i == token.i + 1 and not _known(head):
            head = head.head
        return _counted(text, number, head) if head.pos_ in {"NOUN", "PROPN", "ADJ", "SYM"} else None
    for child in token.children:
        if child.i > token.i and child.dep_.startswith("nmod") and child.pos_ in {"NOUN", "PROPN"}:
            return _counted(text, number, child) if any(c.text.lower() == "of" for c in child.children) else None
    return None


def _known(token: Token) -> bool:
    word = singular(token.text)
    return any(word in listed for listed in (units().durations, units().measures, units().money, units().counted))


def _counted(text: str, number: Number, head: Token) -> Counted | None:
    end = head.idx + len(head.text)
    between = text[number.end : head.idx]
    if end <= number.end or len(between.split()) > _MODIFIERS or re.search(r"[,;:.!?] ", between):
        return None
    if between.endswith("-") and len(between) > 1 and re.match(r" \w", text[end : end + 2]):
        return None  # "1,000 active-duty troops": the noun comes behind the compound
    return _classed(head.text, _phrase(head, number.end), end, head)


def _phrase(noun: Token, after: int = 0) -> str:
    """The noun with the words before it that describe it, without numbers, articles and owners; none before `after`."""
    own = [
        child.i for child in noun.children
        if child.dep_.startswith(("amod", "compound", "nmod:desc")) and child.i < noun.i and child.idx >= after
    ]  # fmt: skip
    first = min(
        [place for place in own if not noun.doc[place].like_num and noun.doc[place].text != "-"], default=noun.i
    )
    return str(noun.doc[first : noun.i + 1].text)


def _of_words(text: str, number: Number) -> Counted | None:
    """The first noun of the vocabulary within the next few words, else the next plural."""
    part = _PART_OF.match(text, number.end)
    start = at = part.end() if part else number.end
    plural = None
    for _ in range(_MODIFIERS):
        match = _WORD.match(text, at)
        if match is None or match[1].casefold() in _SMALL_WORDS:
            break
        at = match.end()
        found = _classed(match[1], text[start:at].strip(" -"), at, None)
        if found and found.kind != "other":
            return found
        plural = plural or (found if match[1].endswith("s") and not match[1].endswith("ss") else None)
    return plural


def _classed(noun: str, of: str, end: int, head: Token | None) -> Counted | None:
    word, known = singular(noun), units()
    for kind, listed in (("durations", known.durations), ("measures", known.measures), ("money", known.money)):
        if word in listed or noun.casefold() in listed:
            unit = listed.get(word) or listed[noun.casefold()]
            return Counted(word, unit, _governor(head) or of, end, head, kind)
    if word in known.counted or noun.casefold() in known.counted:
        return Counted(word, _plural(noun), of, end, head)
    if noun[:1].isupper() and noun.endswith(("s", "ese", "ish")) and word not in known.days:
        return Counted(word, "people", of, end, head)
    return None if word in known.never else Counted(word, _plural(noun), of, end, head, "other")


def _plural(noun: str) -> str:
    word = noun.casefold()
    return _SINGLE_FORM.get(word) or plural(word)


def _governor(token: Token | None) -> str:
    """What a sum or a length is of: the noun that it hangs on ("a loan guarantee of up to $1 billion")."""
    if token is None or not token.doc.has_annotation("DEP"):
        return ""
    own = [
        child
        for child in token.children
        if child.dep_.startswith("nmod") and any(c.text.lower() == "of" for c in child.children)
    ]
    verb = token.head if token.head.pos_ == "VERB" else None
    if own or verb is None:
        noun = own[0] if own else token.head
    elif verb.dep_.startswith("acl"):
        noun = verb.head
    else:
        noun = next((child for child in verb.children if child.dep_.startswith("nsubj")), token)
    after = token.idx + len(token.text) if token.i < noun.i else 0
    return _phrase(noun, after) if noun != token and noun.pos_ in {"NOUN", "PROPN"} else ""
