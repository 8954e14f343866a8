"""spaCy's own kind of pipeline to compare with: convolutions of the size of its small English model, untrained.

Tagger and parser listen to one tok2vec of width 96 and depth 4, names have a tok2vec of their own, as in
`en_core_web_sm`; label inventories are as large as there. Weights that were never trained take as long as trained ones.
"""

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

__all__ = ["cnn"]

TAGS, RELATIONS, NAMES = 50, 45, 18  # as many as the small English model has
EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
}
ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
TOK2VEC = {"@architectures": "spacy.Tok2Vec.v2", "embed": EMBED, "encode": ENCODE}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def cnn() -> Language:
    """The pipeline: word classes, trees and names, as ours without the attributions and lemmas."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", LISTENER), "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": _transitions("ner", TOK2VEC)})
    nlp.initialize(lambda: [_example(nlp)])
    return nlp


def _transitions(what: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": what,
        "extra_state_tokens": what != "parser",
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _example(nlp: Language) -> Example:
    """One sentence that has every label, so that the output layers are as wide as they would be."""
    words = ["said", *(f"word{number}" for number in range(max(TAGS, 2 * RELATIONS, NAMES)))]
    told = Doc(
        nlp.vocab,
        words=words,
        tags=[f"T{number % TAGS}" for number in range(len(words))],
        heads=[0] * len(words),
        deps=["ROOT", *(f"r{number % RELATIONS}" for number in range(len(words) - 1))],
        ents=["O", *(f"B-N{number % NAMES}" for number in range(len(words) - 1))],
    )
    return Example(Doc(nlp.vocab, words=words), told)
