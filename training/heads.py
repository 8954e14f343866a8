"""The reader as it is trained: encoder and heads."""

import copy
import dataclasses
import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read.labels import ATTRIBUTION, NAMES, UPOS
from training.crf import Chain
from training.encoder import WIDTH, Encoder

ARC, LINK, RELATION = 160, 64, 192


class Pairs(nn.Module):
    """Scores every pair of words, (batch, from, to)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.one = nn.Linear(WIDTH, width)
        self.other = nn.Linear(WIDTH, width)
        self.between = nn.Linear(width, width, bias=False)
        self.alone = nn.Linear(width, 1, bias=False)
        nn.init.eye_(self.between.weight)
        nn.init.zeros_(self.alone.weight)

    def forward(self, words: Tensor) -> Tensor:
        """`words`: (batch, words, width)."""
        one, other = functional.gelu(self.one(words)), functional.gelu(self.other(words))
        product = self.between(one) @ other.transpose(1, 2) / math.sqrt(one.shape[-1])
        scores: Tensor = product + self.alone(other).transpose(1, 2)
        return scores


@dataclasses.dataclass(frozen=True, slots=True)
class Sizes:
    """What must be known to build the model: layers and the open inventories."""

    depth: int
    xpos: int
    relations: int


class Reader(nn.Module):
    """One encoder, every head."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes.depth)
        self.drop = nn.Dropout(0.15)
        self.attribution = nn.Linear(WIDTH, len(ATTRIBUTION))
        self.chain = Chain(ATTRIBUTION)
        self.cue = Pairs(LINK)
        self.source = Pairs(LINK)
        self.no_source = nn.Linear(WIDTH, 1)
        self.name = nn.Linear(WIDTH, len(NAMES))
        self.sentence = nn.Linear(WIDTH, 2)
        self.upos = nn.Linear(WIDTH, len(UPOS))
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.arc = Pairs(ARC)
        self.root = nn.Linear(WIDTH, 1)
        self.child = nn.Linear(WIDTH, RELATION)
        self.parent = nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, sizes.relations)

    def words(self, pieces: Tensor, features: Tensor, present: Tensor, first: Tensor) -> Tensor:
        """The vector of each word's first piece, (batch, words, width)."""
        vectors = self.encoder(pieces, features, present)
        index = first[..., None].expand(-1, -1, WIDTH)
        return self.drop(torch.gather(vectors, 1, index))  # type: ignore[no-any-return]

    def arcs(self, words: Tensor) -> Tensor:
        """Scores of each word's head, (batch, words, words); a word that heads itself is a root."""
        return _diagonal(self.arc(words), self.root(words))

    def sources(self, words: Tensor) -> Tensor:
        """Scores of each cue's source by their first words; a cue that picks itself has none."""
        return _diagonal(self.source(words), self.no_source(words))

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relation of each word to its given head."""
        parent = torch.gather(self.parent(words), 1, heads[..., None].expand(-1, -1, RELATION))
        scores: Tensor = self.relation(functional.relu(self.child(words) + parent))
        return scores


def halved(model: Reader) -> Reader:
    """A copy of the model whose encoder works in bfloat16 throughout."""
    twin = copy.deepcopy(model)
    for part in twin.encoder.layers.modules():
        if isinstance(part, nn.Linear):
            part.to(torch.bfloat16)
    return twin


def _diagonal(scores: Tensor, own: Tensor) -> Tensor:
    count = scores.shape[1]
    eye = torch.eye(count, dtype=torch.bool, device=scores.device)
    return torch.where(eye, own.expand(-1, -1, count).to(scores.dtype), scores)
