"""The exported model in onnxruntime."""

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime

from onrecord.errors import OnrecordError
from onrecord.read import chain
from onrecord.read.labels import ATTRIBUTION
from onrecord.read.scores import Floats, Input, Scores

WEIGHTS: Final = Path(__file__).parent / "weights"
MODEL, DECODER, LABELS, LEMMAS, TOKENIZER = (
    "model.onnx",
    "decoder.npz",
    "labels.json",
    "lemmas.json",
    "tokenizer.json",
)
SLOWER: Final = ["SkipLayerNormFusion", "BiasGeluFusion"]
"""Fusions of onnxruntime (1.31) whose kernels take longer than the operators they replace: 1 ms for 0.1 a norm."""


@dataclass(frozen=True, slots=True)
class Decoder:
    """What decoding needs beside the scores: steps between tags, the relation layer, the open inventories."""

    steps: Floats
    relation_weight: Floats
    relation_bias: Floats
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    version: str


def decoder(folder: Path = WEIGHTS) -> Decoder:
    """The decoder's part of the weights in `folder`."""
    with np.load(_present(folder / DECODER)) as arrays:
        parts = {name: arrays[name] for name in ("steps", "relation_weight", "relation_bias")}
    parts["steps"] = chain.steps(ATTRIBUTION, parts["steps"])
    labels = json.loads(_present(folder / LABELS).read_text("utf-8"))
    return Decoder(**parts, xpos=tuple(labels["xpos"]), relations=tuple(labels["relations"]), version=labels["version"])


def lemmas(folder: Path = WEIGHTS) -> dict[str, str]:
    """Lemmas by "CLASS form" that the treebanks give otherwise than the dictionary."""
    known: dict[str, str] = json.loads(_present(folder / LEMMAS).read_text("utf-8"))
    return known


def _present(path: Path) -> Path:
    if not path.is_file():
        raise OnrecordError(
            "the reader's weights are missing", where=str(path), hint="install onrecord again, or run make weights"
        )
    return path


class OnnxModel:
    """Scores windows one by one, several at a time on as many threads.

    One window a run: int8 activations are scaled over the whole input, so a window's scores would otherwise depend on
    its neighbours in the batch; and no time goes into padding. Threads with a window each serve two cores better than
    one window cut over both, and Python goes on meanwhile, for a run needs no lock of Python's.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        self._threads = threads or os.cpu_count() or 1
        self._session = onnxruntime.InferenceSession(
            str(_present(folder / MODEL)),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )
        self._names = [one.name for one in self._session.get_outputs()]
        self._pool: tuple[int, ThreadPoolExecutor] | None = None

    def score(self, inputs: list[Input]) -> Iterable[Scores]:
        """The scores of each window, in order; more than one thread begin at once, a single one when asked for each."""
        if self._threads == 1 or not inputs:
            return map(self._one, inputs)
        return self._workers().map(self._one, inputs)

    def _workers(self) -> ThreadPoolExecutor:
        """The threads of this process: a fork has none of its parent's."""
        if self._pool is None or self._pool[0] != os.getpid():
            self._pool = os.getpid(), ThreadPoolExecutor(self._threads, thread_name_prefix="onrecord")
        return self._pool[1]

    def _one(self, given: Input) -> Scores:
        feed = {"pieces": given.pieces[None], "features": given.features[None], "first": given.first}
        answers = self._session.run(None, feed)
        return Scores(**dict(zip(self._names, answers, strict=True)))
