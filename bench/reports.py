"""The example reports over and over, each time with a line of its own, so that a ledger takes none for one it holds."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

__all__ = ["WARM", "reports", "words_in"]

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
WARM = 2_000  # words read before the clock starts: the model is loaded and the tokenizer's cache is no longer empty


def reports(*, words: int) -> Iterator[str]:
    """The plain-text example reports again and again until there are so many words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    so_far = 0
    for edition in count(1):
        for text in texts:
            if so_far >= words:
                return
            yield f"{text}\nEdition {edition} of {words} words.\n"
            so_far += words_in([text])


def words_in(texts: Iterable[str]) -> int:
    """Words as white space parts them."""
    return sum(len(text.split()) for text in texts)
