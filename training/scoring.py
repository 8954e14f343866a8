"""The model in training behind the same face as the exported one, so that both are decoded by the same code."""

import numpy as np
import torch
from torch import Tensor

from onrecord.read.scores import Input, Scores
from training.heads import Reader, halved
from training.windows import BATCH, padded

BUDGET = BATCH
"""Word pieces scored at once, padding counted."""


class TorchModel:
    """Scores windows with a `Reader`, bucketed by length."""

    def __init__(self, model: Reader, *, half: bool = True) -> None:
        self._model = halved(model).eval() if half else model.eval()
        self._half = half

    @torch.inference_mode()
    def score(self, inputs: list[Input]) -> list[Scores]:
        """The scores of each window, in order."""
        order = sorted(range(len(inputs)), key=lambda at: len(inputs[at].pieces))
        found: dict[int, Scores] = {}
        group: list[int] = []
        for at in order:
            length = padded(len(inputs[at].pieces))
            if group and (len(group) + 1) * length > BUDGET:
                self._add(found, group, inputs)
                group = []
            group.append(at)
        if group:
            self._add(found, group, inputs)
        return [found[at] for at in range(len(inputs))]

    def _add(self, found: dict[int, Scores], group: list[int], inputs: list[Input]) -> None:
        device = next(self._model.parameters()).device
        pieces, features, first, present = (one.to(device) for one in _pad([inputs[at] for at in group]))
        with torch.autocast(device.type, torch.bfloat16, enabled=self._half):
            words = self._model.words(pieces, features, present, first).float()
        outputs = _outputs(self._model, words)
        for row, at in enumerate(group):
            count = len(inputs[at].first)
            found[at] = Scores(
                **{
                    key: value[row, :count, :count] if key in ("arc", "cue", "source") else value[row, :count]
                    for key, value in outputs.items()
                }
            )


def _pad(inputs: list[Input]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    time = padded(max(len(one.pieces) for one in inputs))
    rows, width = BUDGET // time, -(-max(len(one.first) for one in inputs) // 32) * 32
    pieces, features = (np.zeros((rows, time), np.int64) for _ in range(2))
    first, present = np.zeros((rows, width), np.int64), np.zeros((rows, time), bool)
    for row, one in enumerate(inputs):
        pieces[row, : len(one.pieces)] = one.pieces
        features[row, : len(one.pieces)] = one.features
        first[row, : len(one.first)] = one.first
        present[row, : len(one.pieces)] = True
    turn = torch.from_numpy
    return turn(pieces), turn(features), turn(first), turn(present)


def _outputs(model: Reader, words: Tensor) -> dict[str, np.ndarray]:
    scores = {
        "attribution": model.attribution(words),
        "name": model.name(words),
        "sentence": model.sentence(words),
        "upos": model.upos(words),
        "xpos": model.xpos(words),
        "child": model.child(words),
        "parent": model.parent(words),
        "arc": model.arcs(words),
        "cue": model.cue(words),
        "source": model.sources(words),
    }
    return {key: value.float().cpu().numpy() for key, value in scores.items()}
