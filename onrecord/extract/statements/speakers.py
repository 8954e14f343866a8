"""Who says it: the subject of a cue, wherever grammar has put it."""

from typing import Final

from onrecord.extract.voices.words import Words

__all__ = ["PAPERS", "named_behind", "own_subject", "phrase", "subject_of"]

_QUOTING: Final = frozenset({"quote", "cite"})
PAPERS: Final = frozenset(
    {
        "statement",
        "message",
        "letter",
        "note",
        "release",
        "communique",
        "communiqué",
        "declaration",
        "report",
        "tweet",
        "post",
        "speech",
        "text",
    }
)
_ADDED: Final = frozenset({"appos", "acl:relcl", "acl", "punct", "parataxis", "advcl"})
_ENDS: Final = frozenset({",", ".", ";", ":", "(", "—", "–", "”", '"'})
_CLOSING: Final = frozenset({'"', "”", "''"})
_BEGINNING: Final = (["DET"], ["PROPN"])
_LONGEST: Final = 14
_SPEECH: Final = frozenset({"say", "tell", "add", "report", "announce", "warn", "claim", "accord", "write"})


def own_subject(words: Words, verb: int) -> tuple[int, int] | None:
    """The subject that hangs on the verb itself."""
    if verb < 0 or words.pos[verb] != "VERB":
        return None
    return next(
        (_extent(words, child) for child in words.children[verb] if words.dep[child] in ("nsubj", "nsubj:outer")), None
    )


def subject_of(words: Words, verb: int) -> tuple[int, int] | None:
    """The characters of a cue's speaker: its subject, that of a verb it is joined to, or who follows "according to"."""
    if words.lower[verb] == "according":
        return named_behind(words, verb + 2)
    verb = _said_before(words, verb)
    for _ in range(4):
        for child in words.children[verb]:
            if words.dep[child] == "nsubj:pass" and words.lemma[verb] in _SPEECH:
                continue  # who "was said to be hesitant" or "was told" has said nothing
            if words.dep[child] in ("nsubj", "obl:agent", "nsubj:pass", "nsubj:outer") and child not in words.dateline:
                return _extent(words, child)
        inverted = _inverted(words, verb)
        if inverted is not None:
            return inverted
        above, dep = words.head[verb], words.dep[verb]
        if dep in ("advcl", "xcomp", "ccomp") and words.lemma[above] in _QUOTING:
            named = (child for child in words.children[above] if words.dep[child] in ("obj", "nsubj:pass"))
            return next((_extent(words, child) for child in named), None)
        paper = _paper(words, above, verb) if dep == "acl" else None
        if paper is not None:
            return _author(words, paper)
        if dep not in ("conj", "xcomp", "advcl", "parataxis") or above == verb:
            return None
        verb = above
    return None


def _inverted(words: Words, verb: int) -> tuple[int, int] | None:
    """The speaker behind the verb, taken for its object: "the road is open, confirmed Mara Vint"."""
    if words.tag[verb] not in ("VBD", "VBZ") or not verb or words.text[verb - 1] not in (",", '"', "”"):
        return None
    named = (child for child in words.children[verb] if words.dep[child] == "obj" and words.ent[child] == "PERSON")
    found = next((child for child in named if child == verb + 1), None)
    if found is not None:
        return _extent(words, found)
    said = words.text[verb - 1] in _CLOSING and words.lemma[verb] in _SPEECH  # hung on a verb of what was said
    return named_behind(words, verb + 1) if said and words.pos[verb + 1 : verb + 2] in _BEGINNING else None


def _said_before(words: Words, verb: int) -> int:
    """The verb of speech that this one carries on with a bare "and" or "but": "said it was late but added …"."""
    before = verb - 1
    while before > 0 and words.pos[before] in ("ADV", "AUX"):
        before -= 1
    if before <= 0 or words.lower[before] not in ("and", "but") or words.lemma[verb] not in _SPEECH:
        return verb
    if any(words.dep[child].startswith("nsubj") for child in words.children[verb]):
        return verb
    first = words.begins[words.sentence[verb]]
    spoken = (
        token for token in range(before - 1, first, -1)
        if words.lemma[token] in _SPEECH and words.pos[token] == "VERB" and not words.quoted[token]
        and any(words.dep[child] == "nsubj" for child in words.children[token])
    )  # fmt: skip
    return next(spoken, verb)


def _extent(words: Words, head: int) -> tuple[int, int]:
    tokens = phrase(words, head)
    return words.start[tokens[0]], words.end[tokens[-1]]


def named_behind(words: Words, token: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token."""
    stop = token
    while (
        stop < min(token + _LONGEST, len(words))
        and words.text[stop] not in _ENDS
        and words.pos[stop] not in ("VERB", "AUX", "SPACE")
    ):
        stop += 1
    return None if stop == token else (words.start[token], words.end[stop - 1])


def _paper(words: Words, noun: int, verb: int) -> int | None:
    """The paper that says so: the noun itself, or the last one in its phrase ("the tone of a statement … saying")."""
    if words.lemma[noun] in PAPERS:
        return noun
    inside = (at for at in reversed(words.subtree(noun)) if at < verb and words.dep[at].startswith("nmod"))
    return next((at for at in inside if words.lemma[at] in PAPERS and words.pos[at] == "NOUN"), None)


def _author(words: Words, paper: int) -> tuple[int, int] | None:
    """Whose statement it is: "a statement from the palace", "an Orlavian statement", or who "issued a statement"."""
    if any(words.dep[child] in ("nmod", "nmod:poss", "amod", "compound") for child in words.children[paper]):
        return _extent(words, paper)
    return (
        subject_of(words, words.head[paper])
        if words.head[paper] != paper and words.pos[words.head[paper]] == "VERB"
        else None
    )


def phrase(words: Words, head: int) -> list[int]:
    """A noun with what stands before it and its "and" parts, without clauses and appositions."""
    found, stack = [], [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(
            child for child in words.children[token] if words.dep[child] not in _ADDED or words.text[child] == "-"
        )
    return sorted(found)
