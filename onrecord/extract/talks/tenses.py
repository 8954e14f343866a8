"""What the tense of its own clause says of a talk, before any word above it is asked."""

from spacy.tokens import Token

from onrecord.extract.clause import case, children, negated, predicate, relation, tense
from onrecord.extract.talks.standing import Stand
from onrecord.extract.talks.words import words
from onrecord.model.acts import TalkStatus

__all__ = ["ATTITUDES", "by_tense"]

# Who has one of these in talks says nothing of when they are.
ATTITUDES = frozenset(
    {"confident", "interested", "interest", "confidence", "faith", "trust", "stake", "hope", "hopeful"}
)
AHEAD = frozenset({"later", "tomorrow", "tonight"})
WISHED = frozenset({"important", "vital", "essential", "necessary", "crucial", "imperative", "good", "better", "best"})


def by_tense(verb: Token, *, light: bool = False) -> Stand:
    """What the clause's own tense says, before any word above it is asked."""
    when = tense(verb)
    denied = negated(verb)
    if any(kid.lower_ in ("if", "whether", "unless", "until") for kid in children(verb, "mark", "advmod")):
        return Stand(None, when)
    if when == "present" and verb.tag_ in ("VBP", "VBZ") and (supposed := _only_when(verb)) is not None:
        return supposed
    if relation(verb) in ("ccomp", "csubj") and verb.head.lower_ in WISHED:
        return Stand(None, when)  # "it is important that they meet"
    own = words().light.get(verb.lemma_.lower(), {}) if light else {}
    if when == "would" and verb.tag_ == "VBG":
        return Stand(None, when)  # "they would not be talking" supposes
    if when in ("future", "would"):
        return Stand("refused" if denied and not light else "planned", when)
    if when in ("could", "should"):
        return Stand("proposed", when)
    if when in ("present", "progressive") and not denied and _lies_ahead(verb):
        return Stand("planned", "later")
    if when in ("past", "perfect"):
        return Stand(own.get("past", "held"), when, dropped=denied)
    if when in ("present", "progressive"):
        return Stand(
            None if light and not own and when == "present" else _now(verb, own.get("present")), when, dropped=denied
        )
    if when == "gerund" and case(verb) == "in" and not _is_told_of_the_past(verb):
        return Stand(None, "in")  # "an interest in resuming talks", "can take its time in negotiating"
    if when == "gerund":
        return Stand(words().standing.prepositions.get(case(verb), "held"), case(verb) or when)
    return Stand("held" if when == "participle" else None, when)


def _lies_ahead(verb: Token) -> bool:
    """ "When she meets Tal later today", "is meeting Tal tomorrow"."""
    return any(word.lower_ in AHEAD and relation(word) in ("advmod", "obl") for word in verb.subtree if word.i > verb.i)


def _is_told_of_the_past(verb: Token) -> bool:
    """ "thanked them for the help in hosting talks", but not "showed an interest in talks"."""
    above = predicate(verb.head)
    return verb.head.lemma_.lower() not in ATTITUDES and tense(above) in ("past", "perfect")


def _only_when(verb: Token) -> Stand | None:
    """ "it will be raised when they meet" tells of a meeting to come, "it would be raised when …" of none."""
    marks = {kid.lower_ for kid in children(verb, "mark", "advmod")}
    if relation(verb) != "advcl" or not marks & {"when", "once", "whenever"}:
        return None
    above = tense(verb.head)
    if above in ("would", "could", "should"):
        return Stand(None, above)
    return Stand("planned", above) if above == "future" else None


def _now(verb: Token, own: TalkStatus | None) -> TalkStatus:
    if own is not None:
        return own
    return "under way" if tense(verb) == "progressive" else "held"
