"""The tense of the clause that a time expression stands in: past, present or future."""

import re

from spacy.tokens import Doc, Token

from onrecord.extract.times.happened import has_happened

__all__ = ["done_by", "just_done", "tense_at"]

_AHEAD = 90
_AHEAD_OF = re.compile(
    r"\b(?:effective|as (?:soon|early|late) as|no later than|until|till|beyond)(?: on| from)? $", re.IGNORECASE
)
_SINCE = re.compile(
    r"\bsince(?: (?:shortly|soon|right|just))?(?: (?:after|before))?(?: (?:the|late|early))* $", re.IGNORECASE
)
# What was done ahead of something does not say whether that lies behind: "left ahead of his Tuesday meeting".
_EVE = re.compile(
    r"\b(?:ahead of|in advance of|(?:on|upon) the eve of|in the run-?up to|in preparation for|upcoming)"
    r"(?: (?!(?:said|told|that|and|but)\b)[\w.’'-]+){0,6} $",
    re.IGNORECASE,
)
_AS_PLANNED = re.compile(
    r"\b(?:previously|originally|initially) (?:planned|scheduled|set|due|slated|intended)(?: to \w+)?(?: for| on)? $",
    re.IGNORECASE,
)
# A verb of the past right before the words, as in "said on", "told reporters on", "was signed late": whatever else the
# parse hangs them on, they are its day.
_JUST_DONE = re.compile(
    r"(?<!\bbe )(?<!\bbeing )(?<!\bis )(?<!\bare )(?<!\bto )(?<!\bget )(?<!\bgets )(?<!\bwill )(?<!\bhave )(?<!\bhas )"
    r"\b(?:told (?:(?:the |an? )?[\w.]+ ){1,3}|(?:said|met|spoke|wrote|began|left|went|came|took|held|made|gave|fell"
    r"|rose|won|lost|sent|flew|broke|was|were|(?!(?:scheduled|planned|slated|expected|postponed|delayed|rescheduled"
    r"|supposed|proposed|need|needed|indeed|hundred|required|ordered|asked|urged|moved|fixed|opposed|limited|united"
    r"|speed|proceed|exceed|succeed|feed)\b)(?-i:[a-z])\w+ed) )"
    r"(?:late |early |again |here )?(?:on |in )?(?:late |early )?$",
    re.IGNORECASE,
)
_QUOTES = frozenset(["“", "”", '"', "``", "''"])
_NAMED = re.compile(
    r"(?:\d\d?(?:st|nd|rd|th)? )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Jan|Feb|Mar(?:ch|\.)|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_SCHEDULING = frozenset({"plan", "schedule", "postpone", "delay", "reschedule", "slate", "expect", "await"})
_PUT_OFF = frozenset({"postpone", "delay", "reschedule"})
_IF = frozenset({"if", "unless", "once", "until", "before", "when"})  # "they would march if no deal was reached Friday"
_TELLING_WORDS = "say comment discuss confirm elaborate identify speculate disclose specify reveal answer"
_TELLING = frozenset(_TELLING_WORDS.split())
_HAD = frozenset(["had", "has", "have", "'d", "’d", "'ve", "’ve"])
_WHOSE = frozenset(["nmod:poss", "compound", "nmod:unmarked", "obl:unmarked"])
_TO_BE = frozenset(["is", "are", "was", "were"])  # "gates were to be opened on Friday"
_RANKS = frozenset(["first", "second", "third", "last", "latest", "only"])
_HIGHEST = 12  # verbs above one another that are asked
_BREAK = re.compile(
    r"[.!?;:\n“”\"]|,? (?:that|and|but|while|as|after|before|who|which|because|when|if) ", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|[a-z]+[’']ll|won[’']t|going to|about to|(?:is|are|was|were) (?:\w+ly )?(?:set|due|to"
    r"|scheduled|expected|slated)|"
    r"(?:set|due|scheduled|slated|planned|plans?|planning|expected|hopes?|wants?|intends?|agreed?|aims?|ready"
    r"|likely|ahead|"
    r"upcoming|deadline|invited) (?:to|for|of|on)|upcoming|forthcoming|next|may|might|must|should)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bis )(?<!\bare )(?<!\bto )\b(?:"
    r"had (?:\w+ )?been (?:\w+ly )?(?:set|due|scheduled|expected|slated|planned|supposed) to"
    r"|was|were|had|did|said|told|met|spoke|held|took|made|gave|went|came|began|left|led|saw|won|lost|sent|wrote|"
    r"flew|fell|rose|broke|brought|found|got|became|kept|cut|hit|shot|fought|sought"
    r"|(?!(?:need|indeed|hundred|speed|proceed|exceed|succeed|feed|seed)\b)(?-i:[a-z])\w+ed)\b",
    re.IGNORECASE,
)
_PLANS_WORDS = (
    "set due plan intend expect hope agree aim schedule slate want mean prepare vow pledge promise undertake "
    "decide choose elect resolve offer threaten"
)
_PLANS = frozenset(_PLANS_WORDS.split())
_PLANNED_WORDS = (
    "due planned intended expected hoped agreed aimed scheduled slated wanted meant prepared undertook decided chose "
    "elected resolved offered threatened"
)
_PLANNED = frozenset(_PLANNED_WORDS.split())
_MODALS_WORDS = "will would shall 'll ’ll may might must should could wo can"
_MODALS = frozenset(_MODALS_WORDS.split())


def tense_at(doc: Doc, text: str, start: int, end: int) -> str:
    """The tense of the clause around the characters from start to end; `past`, as most news is, where nothing tells.

    `text` is the doc's own, which spaCy would put together anew each time.
    """
    if _AHEAD_OF.search(text, max(0, start - 20), start):
        return "future"
    if _SINCE.search(text, max(0, start - 40), start):
        return "past"
    if _AS_PLANNED.search(text, max(0, start - 50), start):
        return "past"
    if just_done(text, start):
        return "past"
    found = doc.char_span(start, end, alignment_mode="expand")
    if found is not None and len(found) and doc.has_annotation("DEP") and doc.has_annotation("TAG"):
        told = _by_parse(found.root)
        if told != "past" and has_happened(found.root, told):
            return "past"
        if told == "past" and _NAMED.match(text, start) and _EVE.search(text, max(0, start - 70), start):
            return "present"
        if told:
            return "present" if told == "future" and _of_a_noun(found.root) else told
    return _by_words(text, start, end)


def just_done(text: str, start: int) -> bool:
    """Does a verb of the past stand right before a weekday or a date: "the drills ended April 9"?"""
    done = _JUST_DONE.search(text, max(0, start - 60), start) if _NAMED.match(text, start) else None
    return done is not None and not text[: done.start()].endswith((" and ", " or "))


def done_by(doc: Doc, start: int, end: int) -> bool:
    """Had it been done by then: "all had signed by Friday", which is a Friday behind and no deadline?"""
    found = doc.char_span(start, end, alignment_mode="expand")
    if found is None or not len(found) or not doc.has_annotation("DEP"):
        return False
    verb = next((token for token in (found.root, *found.root.ancestors) if token.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.tag_ != "VBN":
        return False
    words = {child.lower_ for child in verb.children if child.dep_.startswith(("aux", "cop"))}
    return not words.isdisjoint(_HAD) and words.isdisjoint(_MODALS)


def _of_a_noun(day: Token) -> bool:
    """Does a day say which thing is meant: "after Tuesday's deal they will …", "the agreement Tuesday would …"?

    Such a thing may lie behind though its sentence looks ahead, so that the nearer day is meant.
    """
    return day.head.pos_ in {"NOUN", "PROPN"} and day.dep_ in _WHOSE and day.i != day.head.i


def _by_parse(token: Token) -> str | None:
    """What the nearest verb above says, with its auxiliaries; None where no verb governs the words."""
    for verb in (token, *token.ancestors):
        if verb.pos_ in {"VERB", "AUX"} and not _quoted_off(verb, token):
            return "past" if _put_off_on(verb, token) else _of_verb(verb)
    return None


def _put_off_on(verb: Token, day: Token) -> bool:
    """Is it the day on which something was put off, not that to which: "they postponed the vote on Friday"?"""
    active = verb.tag_ == "VBD" and not any(child.dep_.startswith("aux") for child in verb.children)
    cases = {child.lower_ for child in day.children if child.dep_ == "case"}
    return active and day.head == verb and verb.lemma_.lower() in _PUT_OFF and cases <= {"on"}


def _quoted_off(verb: Token, token: Token) -> bool:
    """Is one of the two inside quotation marks and the other not: "We will see," he said in Orvel on Friday?"""
    low, high = sorted((verb.i, token.i))
    marks = [between.text for between in token.doc[low:high] if between.text in _QUOTES]
    return len(marks) % 2 == 1


def _of_verb(verb: Token) -> str | None:
    """The tense of a verb group; of an infinitive or a participle that of the verb above, unless it is about plans."""
    for _ in range(_HIGHEST):
        verb = _joined_to(verb)
        helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
        infinitive = any(child.tag_ == "TO" for child in verb.children)
        words = {child.lower_ for child in helpers}
        if infinitive and words & _TO_BE and "have" not in words:
            return "future"
        if not infinitive and not (verb.tag_ == "VBG" and not helpers):
            return "future" if _is_condition_ahead(verb) else _of_group(verb, helpers)
        head = verb.head
        if infinitive and _is_one_of(verb):
            linked = [child for child in head.children if child.dep_.startswith(("aux", "cop"))]
            return _of_group(head, linked) if linked else _by_parse(head) or "past"
        above = head != verb and head.pos_ in {"VERB", "AUX"}
        if infinitive and (not above or head.lemma_.lower() in _PLANS or head.text.lower() in _PLANNED):
            return "past" if above and _once_planned(head) else "future"
        if not above:
            return None
        verb = head
    return None


def _is_condition_ahead(verb: Token) -> bool:
    """Is it what something still to come hangs on, told in the past: "they would march if no deal was reached"?"""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    ahead = verb.head != verb and verb.head.pos_ in {"VERB", "AUX"} and not marks.isdisjoint(_IF)
    return ahead and verb.dep_.startswith("advcl") and _of_verb(verb.head) == "future"


def _joined_to(verb: Token) -> Token:
    """The verb whose helpers it shares: "will be agreed and published on Friday"."""
    for _ in range(_HIGHEST):
        alone = not any(child.dep_.startswith(("aux", "cop")) for child in verb.children)
        if verb.dep_ != "conj" or not alone or verb.tag_ not in {"VBN", "VB"} or verb.head.tag_ != verb.tag_:
            break
        verb = verb.head
    return verb


def _is_one_of(verb: Token) -> bool:
    """Does it tell who did so: "the first to sign on Friday"?"""
    named = {child.lower_ for child in verb.head.children} | {verb.head.lower_}
    return verb.dep_.startswith(("acl", "relcl")) and not named.isdisjoint(_RANKS)


def _was_not_to_be(verb: Token, helpers: set[str]) -> bool:
    """Is it what could not be done, or what somebody would not say: "could not be reached on Friday"?"""
    near = {child.lower_ for child in verb.children}
    near |= {token.lower_ for child in verb.children if child.dep_.startswith("nsubj") for token in child.children}
    negated = not near.isdisjoint({"not", "n't", "n’t", "never", "no", "neither", "nor"})
    return negated and ("could" in helpers or ("would" in helpers and verb.lemma_.lower() in _TELLING))


def _once_planned(verb: Token) -> bool:
    """Is it of a plan as it once stood: "had been due to end on Friday"?"""
    return any(child.lower_ == "had" and child.dep_.startswith("aux") for child in verb.children)


def _of_group(verb: Token, helpers: list[Token]) -> str:
    words = {child.text.lower() for child in helpers}
    if verb.lemma_.lower() in _SCHEDULING and "been" not in words:
        # "a march that was planned for Friday", "a march planned for Friday was cancelled": the Friday that is near
        once = words & {"was", "were"} or (verb.dep_.startswith("acl") and _by_parse(verb.head) == "past")
        return "present" if once else "future"
    if words & _MODALS:
        return "past" if "have" in words or _was_not_to_be(verb, words) else "future"
    if "been" in words and not words.isdisjoint({"have", "has", "had", "'ve", "’ve"}):
        return "past"
    tags = {child.tag_ for child in helpers} | {verb.tag_}
    if "VBD" in tags or (verb.tag_ == "VBN" and not words & {"is", "are", "be", "being"}):
        return "past"
    return "present"


def _by_words(text: str, start: int, end: int) -> str:
    """What the nearest word of tense in the same clause says, then in the same sentence."""
    low = max((m.end() for m in re.finditer(r"[.!?]\s|\n", text[max(0, start - _AHEAD) : start])), default=0)
    low += max(0, start - _AHEAD)
    stop = re.search(r"[.!?](?:\s|$)|\n", text[end : end + _AHEAD])
    high = end + (stop.start() if stop else min(_AHEAD, len(text) - end))
    before, after = text[low:start], text[end:high]
    cut = [m.end() for m in _BREAK.finditer(before)]
    clause = before[cut[-1] :] if cut else before
    ahead = _BREAK.search(after)
    clause_after = after[: ahead.start()] if ahead else after
    for piece_before, piece_after in ((clause, clause_after), (before, after)):
        told = _nearest(piece_before, piece_after)
        if told:
            return told
    return "past"


def _nearest(before: str, after: str) -> str | None:
    """The tense word nearest to the expression; what stands before it weighs more."""
    found = [(len(before) - m.end(), "future") for m in _FUTURE.finditer(before)]
    found += [(len(before) - m.end(), "past") for m in _PAST.finditer(before)]
    if not found:
        found = [(m.start(), "future") for m in _FUTURE.finditer(after)]
        found += [(m.start(), "past") for m in _PAST.finditer(after)]
    return min(found, key=lambda pair: (pair[0], pair[1] != "past"))[1] if found else None
