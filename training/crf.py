"""A linear-chain conditional random field: how likely one tag follows another is learned."""

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


class Chain(nn.Module):
    """Transitions between the tags of a BIO scheme; an I- only follows its own B- or I-."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        count = len(tags)
        self.steps = nn.Parameter(torch.zeros(count, count))
        inner = torch.tensor([tag.startswith("I-") for tag in tags])
        kin = torch.tensor([[a[2:] == b[2:] and a != "O" for b in tags] for a in tags])
        self.register_buffer("closed_steps", inner[None] & ~kin, persistent=False)

    def scores(self) -> Tensor:
        """Step scores (from, to)."""
        return self.steps.float().masked_fill(self.get_buffer("closed_steps"), FORBIDDEN)

    def loss(self, emissions: Tensor, tags: Tensor, present: Tensor) -> Tensor:
        """Negative log likelihood of each row, (batch,); every row begins with a present word.

        A window may begin inside a span, so the first word's tag is not held to the scheme.
        """
        emissions = emissions.float()
        steps = self.scores()
        gold = emissions.gather(2, tags[..., None])[..., 0]
        gold[:, 1:] = gold[:, 1:] + steps[tags[:, :-1], tags[:, 1:]]
        path = (gold * present).sum(1)
        alpha = emissions[:, 0]
        for at in range(1, emissions.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + steps, 1) + emissions[:, at]
            alpha = torch.where(present[:, at, None], after, alpha)
        return torch.logsumexp(alpha, 1) - path
