"""A teacher's labels for texts that lack them: every head is asked on every corpus.

Heads trained on separate corpora do not carry over from one to the other, and a treebank's own
development set hides it; labelling all text with a teacher repairs it.
"""

import dataclasses
from itertools import islice

import numpy as np

from onrecord.read import chain, scores, trees, windows
from onrecord.read.labels import ATTRIBUTION, NAMES
from training.article import IGNORED, Article, Voices
from training.heads import Reader
from training.scoring import TorchModel

AT_ONCE = 40
"""Articles scored together."""
SURE_NAME = 0.6
SURE_WORD = 0.5
"""Below these probabilities a teacher's label is left out."""


def label(articles: list[Article], teacher: Reader, heads: frozenset[str]) -> None:
    """Give every article the labels in `heads` ("syntax", "name", "voices") that it lacks."""
    model = TorchModel(teacher)
    stream = iter(articles)
    while part := list(islice(stream, AT_ONCE)):
        for article, whole in zip(part, _score(part, model), strict=True):
            _add(article, whole, teacher, heads)


def apart(article: Article) -> Article:
    """The same labels over the same words, cut where a teacher saw sentences begin, to be learned in pieces."""
    starts = np.flatnonzero(article.labels["sentence"] == 1)
    return dataclasses.replace(article, sentences=np.union1d([0], starts).astype(np.int64))


def _score(articles: list[Article], model: TorchModel) -> list[scores.Whole]:
    cut, asked = [], []
    for article in articles:
        assert article.encoded is not None
        cut.append(windows.windows(article.encoded, article.breaks))
        asked += [scores.inputs(article.encoded, one) for one in cut[-1]]
    answers = iter(model.score(asked))
    return [scores.put_together(own, list(islice(answers, len(own)))) for own in cut]


def _add(article: Article, whole: scores.Whole, teacher: Reader, heads: frozenset[str]) -> None:
    if "syntax" in heads and "head" not in article.labels:
        starts = trees.sentence_starts(whole.sentence, np.zeros(len(article.words), bool))
        if article.sentences is not None:
            starts = np.zeros(len(article.words), bool)
            starts[article.sentences] = True
        above = trees.heads(whole, starts)
        weight = teacher.relation.weight.detach().cpu().numpy().T
        found = {
            "sentence": starts.astype(np.int64),
            "head": above,
            "relation": trees.relations(whole, above, weight, teacher.relation.bias.detach().cpu().numpy()),
            "upos": _sure(whole.upos, SURE_WORD),
            "xpos": _sure(whole.xpos, SURE_WORD),
        }
        article.labels.update(found)
        article.taught |= found.keys()
    if "name" in heads and "name" not in article.labels:
        (names,) = chain.likeliest([_logs(whole.name)], chain.steps(NAMES), NAMES)
        chance = np.take_along_axis(chain.probabilities(whole.name), names[:, None], 1)[:, 0]
        article.labels["name"] = np.where(chance >= SURE_NAME, names, IGNORED)
        article.taught |= {"name"}
    if "voices" in heads and not article.voices:
        article.voices = [_voices(whole, teacher)]
        article.taught |= {"attribution", "cue", "source"}


def _sure(values: np.ndarray, least: float) -> np.ndarray:
    chance = chain.probabilities(values)
    return np.where(chance.max(1) >= least, chance.argmax(1), IGNORED)


def _logs(values: np.ndarray) -> np.ndarray:
    return np.log(chain.probabilities(values) + 1e-9)


def _voices(whole: scores.Whole, teacher: Reader) -> Voices:
    between = chain.steps(ATTRIBUTION, teacher.chain.steps.detach().cpu().numpy())
    (tags,) = chain.likeliest([whole.attribution], between, ATTRIBUTION)
    cue_of, source_of = (np.full(len(tags), IGNORED, np.int64) for _ in range(2))
    for window, part in zip(whole.windows, whole.parts, strict=True):
        own = tags[window.begin : window.end]
        kept = slice(window.keep - window.begin, window.stop - window.begin)
        cues = np.flatnonzero(own == ATTRIBUTION.index("B-cue"))
        if not len(cues):
            continue
        asks = np.flatnonzero(np.isin(own, [1, 2, 5, 6])[kept]) + kept.start
        cue_of[window.begin + asks] = window.begin + cues[part.cue[np.ix_(asks, cues)].argmax(1)]
        heard = np.flatnonzero(own == ATTRIBUTION.index("B-source"))
        mine = cues[(cues >= kept.start) & (cues < kept.stop)]
        best = mine.copy()
        if len(heard) and len(mine):
            choice = part.source[np.ix_(mine, heard)]
            over = choice.max(1) > part.source[mine, mine]
            best = np.where(over, heard[choice.argmax(1)], mine)
        source_of[window.begin + mine] = window.begin + best
    return Voices(tags, cue_of, source_of)
