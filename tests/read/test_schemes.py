"""Relations of any scheme stay a tree when they are put in our terms, whatever hangs on what."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.read.schemes import in_our_terms

DEPS = (
    "prep",
    "pobj",
    "pcomp",
    "agent",
    "attr",
    "acomp",
    "expl",
    "conj",
    "cc",
    "nsubj",
    "dobj",
    "aux",
    "relcl",
    "dep",
    "punct",
)
VOCAB = spacy.blank("en").vocab


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """A doc of one tree: each word but the first hangs on one drawn before it, in an order of its own."""
    count = draw(st.integers(1, 14))
    order = draw(st.permutations(range(count)))
    heads = list(range(count))
    for place in range(1, count):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    deps = ["ROOT" if heads[word] == word else draw(st.sampled_from(DEPS)) for word in range(count)]
    lemmas = [draw(st.sampled_from(["be", "there", "meet", "in"])) for _ in range(count)]
    pos = [draw(st.sampled_from(["NOUN", "VERB", "AUX", "ADP"])) for _ in range(count)]
    tags = [draw(st.sampled_from(["TO", "IN", "NN"])) for _ in range(count)]
    return Doc(VOCAB, words=lemmas, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps)


@settings(max_examples=200, deadline=None)
@given(trees())
def test_a_tree_stays_a_tree_with_one_root(doc: Doc) -> None:
    in_our_terms(doc)
    assert [token.i for token in doc if token.head.i == token.i] == [doc[0].sent.root.i]
    assert [token.dep_ for token in doc if token.head.i == token.i] == ["ROOT"]
    assert all(len(list(token.ancestors)) < len(doc) for token in doc)


def test_universal_dependencies_stay_as_they_are() -> None:
    words, heads = ["talks", "were", "held", "in", "Kesh"], [2, 2, 2, 4, 2]
    deps = ["nsubj:pass", "aux:pass", "ROOT", "case", "obl"]
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps, lemmas=["talk", "be", "hold", "in", "Kesh"])
    in_our_terms(doc)
    assert ([token.dep_ for token in doc], [token.head.i for token in doc]) == (deps, heads)
