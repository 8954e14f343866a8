"""Other schemes of English syntax and names put in our terms: Universal Dependencies and four kinds of names.

CLEAR, the scheme of spaCy's own English pipelines, hangs nouns on their prepositions and predicates on "be"; here both
are turned round. What is in Universal Dependencies already stays as it is.
"""

from collections.abc import Iterator
from typing import Final, cast

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from onrecord.model import kinds

__all__ = ["in_our_terms"]

NOMINAL: Final = frozenset({IDS["NOUN"], IDS["PROPN"], IDS["PRON"], IDS["NUM"], IDS["SYM"]})


def in_our_terms(doc: Doc) -> None:
    """Write a doc's relations, heads and names anew in our terms."""
    tree = _Tree(doc)
    tree.objects()
    tree.predicates()
    tree.joined()
    tree.rename()
    tree.write(doc)
    called = cast(dict[str, str], kinds.load("labels")["names"])
    doc.set_ents(
        [Span(doc, name.start, name.end, label=called[name.label_]) for name in doc.ents if name.label_ in called],
        default="outside",
    )


class _Tree:
    """The relations of a doc as plain lists; each turn keeps it a tree, for a word only ever rises to one above it."""

    def __init__(self, doc: Doc) -> None:
        self.head = [token.head.i for token in doc]
        self.dep = [token.dep_ for token in doc]
        self.pos = [token.pos for token in doc]
        self.words = [token.lower_ for token in doc]
        self.be = [token.lemma_ == "be" for token in doc]
        self.infinitive = [token.tag_ == "TO" for token in doc]

    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.head]
        for word, above in enumerate(self.head):
            if above != word:
                found[above].append(word)
        return found

    def objects(self) -> None:
        """Nouns take the place of their prepositions, which hang on them; "out of the hall" has both on "hall"."""
        rules = cast(dict[str, dict[str, list[str] | str]], kinds.load("labels")["objects"])
        for word, dep in enumerate(self.dep):
            rule = rules.get(dep)
            if rule is None or self.dep[self.head[word]] not in rule["on"]:
                continue
            above = list(self._above(word, cast(list[str], rule["on"])))
            top = self.head[above[-1]]
            agent = "agent" in rule and self.dep[above[-1]] == "agent"
            below = "noun" if self.pos[top] in NOMINAL else "verb"
            self.head[word], self.dep[word] = top, str(rule["agent" if agent else below])
            for preposition in above:
                self.head[preposition], self.dep[preposition] = word, str(rule["left"])

    def _above(self, word: int, relations: list[str]) -> Iterator[int]:
        while self.dep[self.head[word]] in relations:
            word = self.head[word]
            yield word

    def predicates(self) -> None:
        """What is said with "be" takes its place; in "there is a meeting" the meeting is the subject."""
        below = self.children()
        said = cast(list[str], kinds.load("labels")["predicates"])
        for word, dep in enumerate(self.dep):
            verb = self.head[word]
            if dep not in said or not self.be[verb]:
                continue
            if any(self.words[kid] == "there" and self.dep[kid] == "expl" for kid in below[verb]):
                self.dep[word] = "nsubj"
                continue
            self._over(word, verb)
            for kid in below[verb]:
                if kid != word and self.head[kid] == verb:
                    self.head[kid] = word
                    below[word].append(kid)

    def _over(self, word: int, verb: int) -> None:
        self.head[word] = word if self.head[verb] == verb else self.head[verb]
        self.dep[word], self.dep[verb], self.head[verb] = self.dep[verb], "cop", word

    def joined(self) -> None:
        """All that is joined hangs on the first of it, and "and" on the word after it."""
        for word, dep in enumerate(self.dep):
            above = self.head[word]
            if dep == "conj" and self.dep[above] == "conj" and above < word:
                self.head[word] = self.head[above]
        after: dict[int, int] = {}
        for word in range(len(self.dep) - 1, -1, -1):
            if self.dep[word] == "conj":
                after[self.head[word]] = word
            elif self.dep[word] == "cc" and after.get(self.head[word], -1) > word:
                self.head[word] = after[self.head[word]]

    def rename(self) -> None:
        """The names of relations."""
        called = cast(dict[str, str], kinds.load("labels")["relations"])
        for word, dep in enumerate(self.dep):
            infinitive = dep == "aux" and self.infinitive[word]
            self.dep[word] = "mark" if infinitive else called.get(dep, dep)

    def write(self, doc: Doc) -> None:
        """Put the relations back."""
        add = doc.vocab.strings.add
        rows = np.zeros((len(doc), 2), np.uint64)
        rows[:, 0] = [add("ROOT" if dep == "root" else dep) for dep in self.dep]
        rows[:, 1] = (np.array(self.head, np.int64) - np.arange(len(doc))).view(np.uint64)
        doc.from_array([DEP, HEAD], rows)
