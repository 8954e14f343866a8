"""Event mentions of invented documents: how they are read, compared and joined."""

import json
import lzma
from pathlib import Path

import pytest

from gate.ecb import ANYWHERE, FEATURES, WITHIN, Mention, candidates, chains, features, groups, measure, mentions
from tests.extract.reading import reader

DOCUMENTS = {
    "1_1ecb": ["A storm struck the port of Veshmar on Monday .", "The storm sank two ferries ."],
    "1_2ecb": ["Two ferries sank when a storm hit Veshmar on Monday ."],
    "1_1ecbplus": ["The mayor of Tavrin resigned ."],
}
MENTIONS = [
    ("1_1ecb", 0, 2, "struck", "strike"), ("1_1ecb", 1, 2, "sank", "sinking"), ("1_2ecb", 0, 2, "sank", "sinking"),
    ("1_2ecb", 0, 6, "hit", "strike"), ("1_1ecbplus", 0, 4, "resigned", "resigning"),
]  # fmt: skip


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora" / "ecbplus"
    folder.mkdir(parents=True)
    tokens = [
        f"{name}\t{number}\t{place}\t{word}\t-"
        for name, sentences in DOCUMENTS.items()
        for number, sentence in enumerate(sentences)
        for place, word in enumerate(sentence.split())
    ]
    rows = [
        {"doc_id": name, "sent_id": sentence, "tokens_number": [token], "tokens_str": words, "coref_chain": chain}
        for name, sentence, token, words, chain in MENTIONS
    ]
    for part in ("dev", "train"):
        for file, lines in (("corpus.txt", tokens), ("event-mentions.jsonl", list(map(json.dumps, rows)))):
            with lzma.open(folder / f"ecb-{part}-{file}.xz", "wt", encoding="utf-8") as out:
                out.write("\n".join(lines) + "\n")
    return tmp_path


@pytest.fixture
def held(shared: Path) -> list[Mention]:
    return mentions(shared, "dev", reader())


def test_mentions_come_in_order_with_their_document_and_chain(held: list[Mention]) -> None:
    assert [one.place for one in held] == list(range(len(MENTIONS)))
    assert [one.document for one in held] == [row[0] for row in MENTIONS]
    assert chains(held) == [[0, 3], [1, 2], [4]]
    assert [one.subtopic for one in held] == ["1 ecb"] * 4 + ["1 ecbplus"]


def test_a_pair_has_every_feature_and_each_weight_its_own(held: list[Mention]) -> None:
    found = dict(zip(FEATURES, features(held[1], held[2]), strict=True))
    assert len(ANYWHERE) == len(WITHIN) == len(FEATURES) + 1
    assert found["same stem"] == 1.0
    assert found["words beside"] == 1.0
    assert found["same document"] == 0.0


def test_only_what_has_something_in_common_is_compared(held: list[Mention]) -> None:
    assert (1, 2) in candidates(held, within=False)
    assert all(4 not in pair for pair in candidates(held, within=True))


def test_one_event_in_two_documents_is_joined_and_another_is_not(held: list[Mention]) -> None:
    found = groups(held, WITHIN)
    assert sorted(number for group in found for number in group) == list(range(len(MENTIONS)))
    home = {number: group for group in found for number in group}
    assert 2 in home[1]
    assert home[4] == [4]


def test_all_figures_are_shares(shared: Path) -> None:
    found = measure(shared, reader())
    assert all(0.0 <= figure <= 1.0 for figure in found.values())
    assert found["events by subtopic: CoNLL F1"] > 0.5
