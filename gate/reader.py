"""The reader against gold: attributions, syntax, names and sentence ends, with nothing but the installed package."""

from pathlib import Path

import onrecord.read
from gate import reader_syntax, reader_voices

__all__ = ["measure"]


def measure(shared: Path) -> dict[str, float]:
    """All figures in per cent, by name; each measuring function says what it counts."""
    nlp = onrecord.read.load()
    corpora = shared / "corpora"
    return {
        **reader_voices.articles(nlp, corpora),
        **reader_voices.sentences(nlp, corpora),
        **reader_syntax.treebank(nlp, corpora, "gum"),
        **reader_syntax.treebank(nlp, corpora, "ewt"),
        **reader_syntax.silver(nlp, corpora),
        **reader_syntax.names(nlp, corpora),
    }
