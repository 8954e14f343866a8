"""The training loop: one run over one schedule, taken up again where it stopped."""

import copy
import dataclasses
import random
import shutil
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypedDict

import torch
from torch import nn

from training.article import Article
from training.batch import Batch, collate
from training.heads import Reader, halved
from training.losses import losses
from training.windows import Window


@dataclasses.dataclass(frozen=True, slots=True)
class Rates:
    """How fast a run learns."""

    encoder: float = 2e-4
    heads: float = 1e-3
    chain: float = 5e-3
    warm: float = 0.06
    floor: float = 0.02
    average: float = 0.997
    masked: float = 0.08


class _Group(TypedDict):
    params: list[nn.Parameter]
    lr: float


SAVED_EVERY = 150
TOLD_EVERY = 25


def train(
    model: Reader,
    articles: list[Article],
    order: list[list[Window]],
    kept: Path,
    *,
    rates: Rates,
    seed: int,
    copied: int | None = None,
) -> Reader:
    """Train `model` over `order` and return the average of its weights; `kept` holds the checkpoint.

    The checkpoint of step `copied` is also left beside it, as NAME-copy.pt.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device).train()
    average = copy.deepcopy(model).eval()
    groups = _groups(model, rates)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: _rate(at, len(order), rates))
    begin = _take_up(kept, model, average, optimizer, scheduler)
    worker = _Half(model)
    told = _Told(len(order))
    for at, batch in _ahead(articles, order, begin, rates.masked, seed):
        torch.manual_seed(seed + at)
        with torch.autocast(device.type, torch.bfloat16):
            parts = losses(worker.model, batch.to(device))
        torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
        worker.hand_over()
        nn.utils.clip_grad_norm_([one for group in groups for one in group["params"]], 1.0)
        optimizer.step()
        scheduler.step()
        worker.follow()
        _blend(average, model, min(rates.average, (at + 1) / (at + 10)))
        told.tell(at, {key: value.item() for key, value in parts.items()}, int(batch.present.sum()))
        if at % SAVED_EVERY == SAVED_EVERY - 1 or at + 1 in (copied, len(order)):
            _save(kept, at + 1, model, average, optimizer, scheduler)
        if at + 1 == copied:
            shutil.copy(kept, kept.with_name(f"{kept.stem}-copy.pt"))
    return average


def _groups(model: Reader, rates: Rates) -> list[_Group]:
    """Encoder, heads and steps between tags, each with its own rate."""
    named = [(name, one) for name, one in model.named_parameters() if one.requires_grad]
    steady = [one for name, one in named if name.startswith("encoder.")]
    heads = [one for name, one in named if not name.startswith(("encoder.", "chain."))]
    chain = [one for name, one in named if name.startswith("chain.")]
    return [
        {"params": steady, "lr": rates.encoder},
        {"params": heads, "lr": rates.heads},
        {"params": chain, "lr": rates.chain},
    ]


def _ahead(
    articles: list[Article], order: list[list[Window]], begin: int, masked: float, seed: int
) -> Iterator[tuple[int, Batch]]:
    """The batches from step `begin` on, each made while the one before it is learned from."""
    with ThreadPoolExecutor(1) as pool:

        def make(at: int) -> Future[Batch]:
            return pool.submit(collate, articles, order[at], random.Random(seed * 1_000_003 + at), masked)

        coming = make(begin) if begin < len(order) else None
        for at in range(begin, len(order)):
            assert coming is not None
            batch = coming.result()
            coming = make(at + 1) if at + 1 < len(order) else None
            yield at, batch


class _Half:
    """A twin of the model whose encoder works in bfloat16: no weight is cast at every step.

    Gradients go over to the model in full precision, the model's new weights come back.
    """

    def __init__(self, model: Reader) -> None:
        self.model = halved(model)
        pairs = zip(model.parameters(), self.model.parameters(), strict=True)
        self._pairs = [(full, half) for full, half in pairs if full.requires_grad]

    def hand_over(self) -> None:
        """Give the model the gradients of this step."""
        for full, half in self._pairs:
            full.grad = None if half.grad is None else half.grad.float()
            half.grad = None

    @torch.no_grad()
    def follow(self) -> None:
        """Take the model's weights."""
        torch._foreach_copy_([half for _, half in self._pairs], [full for full, _ in self._pairs])


def _rate(at: int, count: int, rates: Rates) -> float:
    return min((at + 1) / (rates.warm * count), max(rates.floor, (count - at) / (count * (1 - rates.warm))))


@torch.no_grad()
def _blend(average: Reader, model: Reader, kept: float) -> None:
    ours = [one for one in average.parameters() if one.requires_grad]
    theirs = [one for one in model.parameters() if one.requires_grad]
    torch._foreach_lerp_(ours, theirs, 1 - kept)


def _take_up(
    kept: Path,
    model: Reader,
    average: Reader,
    optimizer: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LambdaLR,
) -> int:
    if not kept.exists():
        return 0
    state = torch.load(kept, weights_only=True)
    model.load_state_dict(state["model"])
    average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    return int(state["step"])


def _save(
    kept: Path,
    step: int,
    model: Reader,
    average: Reader,
    optimizer: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LambdaLR,
) -> None:
    state = {
        "step": step,
        "sizes": dataclasses.asdict(model.sizes),
        "model": model.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
    }
    written = kept.with_suffix(".part")
    torch.save(state, written)
    written.replace(kept)


class _Told:
    """Prints the smoothed losses and the speed now and then."""

    def __init__(self, count: int) -> None:
        self._count, self._since, self._pieces = count, time.monotonic(), 0
        self._smooth: dict[str, float] = defaultdict(float)
        self._weight: dict[str, float] = defaultdict(float)

    def tell(self, at: int, parts: dict[str, float], pieces: int) -> None:
        self._pieces += pieces
        for key, value in parts.items():
            self._smooth[key] = 0.98 * self._smooth[key] + 0.02 * value
            self._weight[key] = 0.98 * self._weight[key] + 0.02
        if at % TOLD_EVERY == TOLD_EVERY - 1:
            passed = time.monotonic() - self._since
            shown = " ".join(f"{key} {self._smooth[key] / self._weight[key]:.4f}" for key in self._smooth)
            print(f"{at + 1}/{self._count} {passed:.0f}s {self._pieces / passed:.0f} pieces/s {shown}", flush=True)
