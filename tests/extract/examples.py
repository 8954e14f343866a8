"""What the tests of the vocabulary's examples start from: all read in one batch, and a vocabulary less an entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from types import ModuleType

from spacy.tokens import Doc

from onrecord.extract.page import Page
from onrecord.extract.statements.find import find_statements
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import Voices, find_voices
from onrecord.model.kinds import load
from onrecord.model.reading import FoundStatement
from onrecord.model.report import Report
from tests.extract.reading import reader

__all__ = ["batch", "stated", "without"]


def batch(texts: Iterable[str]) -> dict[str, Doc]:
    """The texts as the real reader parses them, all at once."""
    wanted = list(dict.fromkeys(texts))
    return dict(zip(wanted, reader().pipe(wanted), strict=True))


def stated(doc: Doc) -> tuple[Voices, tuple[FoundStatement, ...]]:
    """The voices and statements of a text that is parsed."""
    page = Page(Report("r-test", "test", doc.text), doc)
    voices = find_voices(page)
    return voices, find_statements(page, voices, find_times(page))


@contextmanager
def without(module: ModuleType, kind: str, *path: str, cached: Callable[..., object] | None = None) -> Iterator[None]:
    """The rules of a module with one entry of their vocabulary taken out; `cached` keeps the vocabulary there."""
    data = {key: deepcopy(value) for key, value in load(kind).items()}
    inner = data
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[assignment]
    if isinstance(inner, dict):
        del inner[path[-1]]
    else:
        inner.remove(path[-1])
    kept = cached or module.words
    true_load = module.load

    def fewer(name: str) -> Mapping[str, object]:
        return data if name == kind else true_load(name)

    module.load = fewer  # type: ignore[attr-defined]
    kept.cache_clear()  # type: ignore[attr-defined]
    try:
        yield
    finally:
        module.load = true_load  # type: ignore[attr-defined]
        kept.cache_clear()  # type: ignore[attr-defined]
