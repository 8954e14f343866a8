"""Lemmas that the treebanks give otherwise than the dictionary does: irregular verbs, clitics, pronouns."""

from collections import Counter, defaultdict
from pathlib import Path

from onrecord.read.lemmas import dictionary_form
from training.corpora.treebank import sentences

SEEN = 2
LEFT_OUT = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})


def corrections(paths: list[Path]) -> dict[str, str]:
    """For "CLASS form" the lemma most often given, where it is not the dictionary's and was seen at least twice."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for _, rows in sentences(path):
            for row in rows:
                if row[0].isdigit() and row[3] not in LEFT_OUT and row[2] != "_":
                    seen[f"{row[3]} {row[1].lower()}"][row[2]] += 1
    best = {key: counts.most_common(1)[0] for key, counts in sorted(seen.items())}
    return {
        key: lemma
        for key, (lemma, count) in best.items()
        if count >= SEEN and lemma != dictionary_form(key.partition(" ")[2], key.partition(" ")[0])
    }
