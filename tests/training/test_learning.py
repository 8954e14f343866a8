"""The losses and the random field, where torch is installed."""

import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is needed for training only")

from onrecord.read.labels import ATTRIBUTION  # noqa: E402
from training.article import Article  # noqa: E402
from training.crf import Chain  # noqa: E402
from training.heads import Reader, Sizes  # noqa: E402
from training.label import apart  # noqa: E402
from training.recipe import mean  # noqa: E402


def test_the_chances_of_all_legal_sequences_add_up_to_one() -> None:
    torch.manual_seed(1)
    chain = Chain(ATTRIBUTION)
    torch.nn.init.normal_(chain.steps)
    emissions, present = torch.randn(1, 3, 7), torch.ones(1, 3, dtype=torch.bool)
    chance = sum(
        torch.exp(-chain.loss(emissions, torch.tensor([tags]), present)).item()
        for tags in itertools.product(range(7), repeat=3)
    )
    assert chance == pytest.approx(1, abs=1e-3)


def test_words_that_are_not_there_do_not_count() -> None:
    torch.manual_seed(1)
    chain = Chain(ATTRIBUTION)
    emissions, tags = torch.randn(1, 4, 7), torch.tensor([[0, 1, 2, 0]])
    short = chain.loss(emissions[:, :3], tags[:, :3], torch.ones(1, 3, dtype=torch.bool))
    padded = chain.loss(emissions, tags, torch.tensor([[True, True, True, False]]))
    assert padded.item() == pytest.approx(short.item())


def test_the_mean_of_two_models_lies_between_them() -> None:
    one, other = Reader(Sizes(1, 3, 3)), Reader(Sizes(1, 3, 3))
    wanted = 0.25 * one.upos.weight.detach() + 0.75 * other.upos.weight.detach()
    assert torch.allclose(mean([one, other], (0.25, 0.75)).upos.weight, wanted)


def test_an_article_is_learned_apart_where_its_teacher_saw_sentences_begin() -> None:
    sentence = np.array([0, 0, 1, 0, 1])
    article = Article("a", "news", list("abcde"), np.zeros(5, np.int8), {"sentence": sentence})
    starts = apart(article).sentences
    assert starts is not None
    assert starts.tolist() == [0, 2, 4]
    assert article.sentences is None
