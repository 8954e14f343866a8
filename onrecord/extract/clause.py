"""What the rules ask of a sentence's grammar: which clause a word stands in, who acts there, when and how surely."""

from collections.abc import Iterator

from spacy.tokens import Token

__all__ = [
    "auxiliaries",
    "by_phrase",
    "case",
    "chain",
    "child",
    "children",
    "conjuncts",
    "core",
    "long_after",
    "negated",
    "own_subject",
    "predicate",
    "relation",
    "subject",
    "tense",
]

_LENGTHS = frozenset({"hour", "day", "week", "month", "year", "minute", "decade"})
CLAUSES = frozenset({"root", "ROOT", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly", "nothing", "nobody"})
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
# A verb with one of these as its object hands its infinitive over to that object: "urged them to meet".
OBJECT_CONTROL = frozenset(
    [
        "allow",
        "ask",
        "advise",
        "call",
        "cause",
        "challenge",
        "convince",
        "demand",
        "direct",
        "enable",
        "encourage",
        "expect",
        "force",
        "help",
        "instruct",
        "invite",
        "lead",
        "let",
        "make",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "push",
        "remind",
        "request",
        "require",
        "task",
        "tell",
        "urge",
        "want",
        "warn",
    ]
)


# What stands behind "by" and is a time.
WHEN = frozenset(
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "noon", "midnight",
        "dawn", "dusk", "morning", "evening", "night", "weekend", "day", "week", "month", "year", "end", "beginning",
        "summer", "autumn", "winter", "spring", "deadline", "today", "tomorrow", "tonight", "then", "now", "time",
        "decade", "quarter", "date",
    ]
)  # fmt: skip


# Who stands behind one of these is told something: "assured them that it would open".
HEARD = frozenset(
    {"tell", "assure", "reassure", "promise", "inform", "notify", "remind", "warn", "convince", "persuade"}
)


def relation(token: Token) -> str:
    """The universal relation of a token to its head, without the subtype."""
    name: str = token.dep_
    return name.partition(":")[0]


def children(token: Token, *relations: str) -> Iterator[Token]:
    """The children of a token in any of these relations, in text order; a bare relation takes its subtypes with it."""
    for kid in token.children:
        name = kid.dep_
        if name in relations or name.partition(":")[0] in relations:
            yield kid


def child(token: Token, *relations: str) -> Token | None:
    """The first child in any of these relations."""
    return next(children(token, *relations), None)


def conjuncts(token: Token) -> Iterator[Token]:
    """A token and what is joined to it: "Vint and Tal" for "Vint"."""
    yield token
    for kid in children(token, "conj"):
        yield from conjuncts(kid)


def long_after(verb: Token) -> bool:
    """ "Eight days after calling off the summit": a deed that the words count from, and that lies behind them."""
    mark = next((kid for kid in verb.children if kid.lower_ == "after" and kid.i < verb.i), None)
    return mark is not None and mark.i > 0 and mark.nbor(-1).lemma_.lower() in _LENGTHS


def case(token: Token) -> str:
    """The preposition of a phrase in lower case, all its words ("out of", "because of"); empty where there is none."""
    marks = list(children(token, "case")) or list(children(token, "mark"))[:1]
    return " ".join(word.lower_ for mark in marks for word in (mark, *children(mark, "fixed")))


def is_predicate(token: Token) -> bool:
    """Does this token head a clause?"""
    if relation(token) in CLAUSES:
        return True
    if relation(token) == "conj":
        return token.pos_ in ("VERB", "AUX") or child(token, "cop") is not None
    return token.pos_ == "VERB" and relation(token) not in ("amod", "compound", "case", "fixed", "flat")


def predicate(token: Token) -> Token:
    """The head of the clause that a token stands in: itself where it is one."""
    while not is_predicate(token) and token.head.i != token.i:
        token = token.head
    return token


def core(verb: Token) -> Iterator[Token]:
    """The clause's own chain upwards, as long as the subject is shared: "to meet" ← "agreed" in "agreed to meet"."""
    yield verb
    while relation(verb) in ("xcomp", "conj") and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def chain(verb: Token) -> Iterator[Token]:
    """Every predicate from this one to the root of the sentence, innermost first."""
    yield verb
    while verb.head.i != verb.i:
        verb = predicate(verb.head)
        yield verb


def subject(verb: Token) -> Token | None:
    """Who or what a predicate is said of, also where it is shared ("agreed to meet") or relative ("who met")."""
    for _ in range(12):
        own = own_subject(verb)
        if own is not None:
            return _antecedent(own, verb)
        above = _shared(verb)
        named = above is not None and above.pos_ in ("NOUN", "PROPN", "PRON") and child(above, "cop") is None
        if above is None or named:
            return above
        verb = above
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on a predicate itself; of two in front the nearer: the other is whose words they are."""
    found = list(children(verb, "nsubj"))
    before = [kid for kid in found if kid.i < verb.i]
    return before[-1] if len(before) > 1 else next(iter(found), None)


def _antecedent(own: Token, verb: Token) -> Token:
    relative = own.lower_ in RELATIVES and verb.dep_.startswith("acl") and own.i > verb.head.i
    return verb.head if relative else own


def _shared(verb: Token) -> Token | None:
    """The predicate or noun from which a clause without a subject of its own takes it."""
    if verb.head.i == verb.i:
        return None
    head: Token = verb.head
    kind = relation(verb)
    if kind == "acl":
        if verb.tag_ in ("VBG", "VBN", "VBD") or verb.dep_ == "acl:relcl":
            return head
        return child(head, "nmod:poss") or predicate(head)
    if kind in ("xcomp", "advcl", "ccomp") and head.lemma_ in OBJECT_CONTROL:
        handed = child(head, "obj", "iobj") or _called_on(head)
        if handed is not None:
            return handed
    if kind == "ccomp":
        lost = child(head, "obj")  # "said Orlavia had agreed", with the doer hung on the verb of saying
        if lost is not None and head.i < lost.i < verb.i and head.lemma_.lower() not in HEARD:
            return lost
    return head if kind in ("xcomp", "conj", "advcl", "parataxis", "ccomp") else None


def _called_on(verb: Token) -> Token | None:
    return next((kid for kid in children(verb, "obl") if case(kid) in ("on", "upon", "for", "to")), None)


def by_phrase(verb: Token) -> Token | None:
    """The doer of a passive: "by the ministry", and not "by Friday" or "by 14 April"."""
    found = (kid for kid in children(verb, "obl") if kid.dep_ == "obl:agent" or case(kid) == "by")
    return next((kid for kid in found if not (kid.pos_ == "NUM" or kid.lower_.rstrip("s") in WHEN)), None)


def auxiliaries(verb: Token) -> tuple[str, ...]:
    """The helping verbs of a predicate in lower case, also those it shares with the verb it is joined to."""
    own = tuple(kid.lower_ for kid in children(verb, "aux", "cop"))
    if not own and relation(verb) == "conj" and child(verb, "nsubj") is None and verb.tag_ == verb.head.tag_:
        return auxiliaries(verb.head)
    return own


def negated(verb: Token) -> bool:
    """Is the predicate denied ("did not meet", "will neither", "no meeting took place")?"""
    for kid in verb.children:
        if kid.lower_ in NOT and relation(kid) in ("advmod", "det", "cc"):
            return True
        if relation(kid) in ("nsubj", "obj") and any(word.lower_ in ("no", "neither") for word in children(kid, "det")):
            return True
    return False


def tense(verb: Token) -> str:
    """One of past, perfect, present, progressive, future, would, could, should, infinitive, gerund, participle."""
    helpers = auxiliaries(verb)
    infinitive = any(kid.lower_ == "to" for kid in children(verb, "mark"))
    if any(word in FUTURE for word in helpers) and not infinitive:
        return "future"
    for modal, name in MODALS.items():
        if modal in helpers:
            return name
    if infinitive:
        return (
            "future"
            if any(word in ("is", "are", "was", "were") for word in helpers[:1]) and verb.tag_ == "VB"
            else "infinitive"
        )
    return _finite(verb, helpers)


MODALS = {
    "would": "would", "'d": "would", "’d": "would", "could": "could", "can": "could", "may": "could", "might": "could",
    "should": "should", "must": "should", "ought": "should",
}  # fmt: skip


def _finite(verb: Token, helpers: tuple[str, ...]) -> str:
    if any(word in ("has", "have", "had", "'ve", "’ve", "having") for word in helpers):
        return "perfect"
    if verb.tag_ == "VBG" or (helpers and helpers[-1] == "being"):
        return "progressive" if any(word in BE for word in helpers) else "gerund"
    if any(word in ("was", "were", "did") for word in helpers):
        return "past"
    if helpers:
        return "present"
    if verb.tag_ in ("VBN", "JJ"):
        return "participle"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(
        verb.tag_, "infinitive" if verb.tag_ == "VB" else "none"
    )


BE = frozenset({"is", "are", "am", "was", "were", "be", "been", "'s", "’s", "'re", "’re", "'m", "’m"})
