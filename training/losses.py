"""What each head is asked, and how much it counts."""

import torch
from torch import Tensor
from torch.nn import functional

from training.article import IGNORED
from training.batch import CUE_FIRST, SOURCE_FIRST, Batch
from training.heads import Reader

WEIGHTS = {
    "attribution": 1.0,
    "cue": 0.6,
    "source": 4.0,
    "name": 0.7,
    "sentence": 0.3,
    "upos": 0.3,
    "xpos": 0.3,
    "head": 0.5,
    "relation": 0.4,
}
"""Weight of each head's loss, summed over its words and divided by all words of the batch."""
FAR = -1e4


def losses(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """Weighted losses of every head that the batch has labels for."""
    vectors = model.words(batch.pieces, batch.features, batch.present, batch.first)
    count = batch.words.sum().clamp(min=1)
    asked = {head: one for head, one in batch.labels.items() if bool((one != IGNORED).any())}
    totals: dict[str, Tensor] = {}
    for head in ("upos", "xpos", "sentence", "name"):
        if head in asked:
            totals[head] = _entropy(model.get_submodule(head)(vectors), asked[head], batch.trust[head])
    if "head" in asked:
        _syntax(totals, model, vectors, asked, batch)
    if "attribution" in asked:
        _voices(totals, model, vectors, asked, batch)
    return {head: WEIGHTS[head] * total / count for head, total in totals.items()}


def _entropy(scores: Tensor, labels: Tensor, trust: Tensor) -> Tensor:
    flat = functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED, reduction="none"
    )
    return (flat.view(labels.shape) * trust[:, None]).sum()


def _syntax(totals: dict[str, Tensor], model: Reader, vectors: Tensor, asked: dict[str, Tensor], batch: Batch) -> None:
    numbers = (batch.labels["sentence"] == 1).long().cumsum(1).masked_fill(~batch.words, -1)
    same = numbers[:, :, None] == numbers[:, None, :]
    arcs = model.arcs(vectors).float().masked_fill(~same, FAR)
    totals["head"] = _entropy(arcs, asked["head"], batch.trust["head"])
    known = asked["head"] != IGNORED
    relation = asked["relation"].masked_fill(~known, IGNORED)
    scores = model.relations(vectors, asked["head"].clamp(min=0))
    totals["relation"] = _entropy(scores, relation, batch.trust["relation"])


def _voices(totals: dict[str, Tensor], model: Reader, vectors: Tensor, asked: dict[str, Tensor], batch: Batch) -> None:
    rows = batch.voiced
    tags = batch.labels["attribution"]
    emissions = model.attribution(vectors)
    chain = model.chain.loss(emissions[rows], tags[rows].clamp(min=0), batch.words[rows])
    totals["attribution"] = (chain * batch.trust["attribution"][rows]).sum()
    if "cue" in asked:
        scores = model.cue(vectors).float().masked_fill((tags != CUE_FIRST)[:, None], FAR)
        totals["cue"] = _entropy(scores, asked["cue"], batch.trust["cue"])
    if "source" in asked:
        eye = torch.eye(tags.shape[1], dtype=torch.bool, device=tags.device)
        closed = (tags != SOURCE_FIRST)[:, None] & ~eye
        scores = model.sources(vectors).float().masked_fill(closed, FAR)
        totals["source"] = _entropy(scores, asked["source"], batch.trust["source"])
