"""Every corpus read once, cut into word pieces, and kept in the run's cache."""

import json
import pickle
from pathlib import Path

from onrecord.read.subwords import Subwords
from training.article import Article
from training.corpora import names, news, polnear, treebank

Corpora = dict[str, list[Article]]


def prepare(shared: Path, runs: Path, tokenizer: Path, *, seed: int) -> Corpora:
    """All training articles by kind: treebank, names, polnear, sentences, news, more."""
    kept = runs / "corpora.pickle"
    if kept.exists():
        with kept.open("rb") as file:
            read: Corpora = pickle.load(file)  # noqa: S301 - written by this program a moment before
        return read
    corpora = _read(shared / "corpora", runs, seed=seed)
    encode([one for part in corpora.values() for one in part], tokenizer)
    with kept.open("wb") as file:
        pickle.dump(corpora, file)
    return corpora


def encode(articles: list[Article], tokenizer: Path) -> None:
    """Cut the words of every article into pieces."""
    subwords = Subwords(tokenizer)
    for article in articles:
        article.encoded = subwords.encode(article.words, article.breaks)


def inventories(runs: Path) -> tuple[list[str], list[str]]:
    """The Penn tags and relations that the run's heads know."""
    kept = json.loads((runs / "inventories.json").read_text("utf-8"))
    return kept["xpos"], kept["relations"]


def _read(corpora: Path, runs: Path, *, seed: int) -> Corpora:
    trees = [corpora / "ud" / f"en_{name}-ud-train.conllu.xz" for name in ("ewt", "gum")]
    tags, relations = treebank.inventories(trees)
    runs.mkdir(parents=True, exist_ok=True)
    (runs / "inventories.json").write_text(json.dumps({"xpos": tags, "relations": relations}), "utf-8")
    entities = corpora / "entities"
    archive = corpora / "polnear" / "polnear-train-dev.tar.xz"
    silver = corpora / "polnear" / "polnear-train-corenlp.jsonl.xz"
    politics = names.read(entities / "crossner-politics-train.tsv.xz")
    return {
        "treebank": [one for path in trees for one in treebank.read(path, tags, relations)],
        "names": names.read(entities / "crossner-conll2003-train.tsv.xz") + politics * 3,
        "polnear": polnear.read(archive, "train"),
        "sentences": polnear.read_sentences(archive, silver, "train"),
        "news": news.read(corpora, seed=seed),
        "more": news.read(corpora, seed=seed + 1, counts=news.MANY, longest=news.SHORTER),
    }
