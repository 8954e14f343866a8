"""The order of a run, on invented articles."""

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from onrecord.read.session import TOKENIZER, WEIGHTS
from training.article import Article
from training.plain import from_text
from training.prepare import encode
from training.schedule import Part, batches
from training.windows import BATCH, PIECES, packed, padded, paragraphs, running

pytestmark = pytest.mark.skipif(not (WEIGHTS / TOKENIZER).exists(), reason="no tokenizer without the weights")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    made = [from_text(str(at), "invented", "The envoy said that talks go on. " * (5 * at + 1))[0] for at in range(30)]
    encode(made, Path(WEIGHTS / TOKENIZER))
    return made


def test_the_same_seed_gives_the_same_order(articles: list[Article]) -> None:
    parts = [Part(tuple(range(30)), 1.5)]
    assert batches(articles, parts, seed=1) == batches(articles, parts, seed=1)
    assert batches(articles, parts, seed=1) != batches(articles, parts, seed=2)


def test_an_epoch_reads_every_word_once(articles: list[Article]) -> None:
    seen = {(at, word) for batch in batches(articles, [Part(tuple(range(30)), 1.0)], seed=1) for window in batch
            for at, _, begin, end in [window] for word in range(begin, end)}  # fmt: skip
    assert len(seen) == sum(len(one.words) for one in articles)


def test_a_batch_has_room_for_its_windows(articles: list[Article]) -> None:
    for batch in batches(articles, [Part(tuple(range(30)), 2.0)], seed=1):
        longest = max(_pieces(articles[at], begin, end) for at, _, begin, end in batch)
        assert len(batch) * padded(longest + 2) <= BATCH


def test_running_windows_follow_each_other_and_fit(articles: list[Article]) -> None:
    cuts = running(articles[-1], 100)
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(articles[-1].words)
    assert all(before[1] == after[0] for before, after in pairwise(cuts))
    assert all(_pieces(articles[-1], begin, end) <= PIECES for begin, end in cuts)


def test_packed_windows_hold_whole_sentences(articles: list[Article]) -> None:
    one = articles[10]
    one.sentences = np.arange(0, len(one.words), 8)
    edges = {*one.sentences.tolist(), len(one.words)}
    for begin, end in packed(one, random.Random(1), (1, 60)):  # noqa: S311 - a test needs no cryptography:
        assert {begin, end} <= edges


def test_paragraphs_are_cut_at_their_lines_and_long_ones_at_sentences() -> None:
    text = "A short line.\nTwo sentences stand here. They stay together.\n" + "The envoy said that talks go on. " * 60
    one, _ = from_text("lines", "invented", text)
    encode([one], Path(WEIGHTS / TOKENIZER))
    one.sentences = np.array([0, *(at + 1 for at, word in enumerate(one.words[:-1]) if word == ".")])
    cuts = paragraphs(one)
    assert [" ".join(one.words[begin:end]) for begin, end in cuts[:2]] == [
        "A short line .", "Two sentences stand here . They stay together ."]  # fmt: skip
    assert len(cuts) > 3
    assert all(before[1] == after[0] for before, after in pairwise(cuts))
    assert cuts[-1][1] == len(one.words)
    assert all(_pieces(one, begin, end) <= PIECES for begin, end in cuts)


def _pieces(article: Article, begin: int, end: int) -> int:
    assert article.encoded is not None
    return int(article.encoded.starts[end] - article.encoded.starts[begin])
