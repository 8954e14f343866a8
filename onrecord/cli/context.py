"""A quote where it stands: the sentence around it, with the quoted words marked."""

import re

from rich.text import Text

from onrecord.model.span import Span
from onrecord.queries.sentence import sentence
from onrecord.text.visible import visible

__all__ = ["in_context"]


def in_context(text: str, span: Span) -> Text:
    """The sentence around a span on one line, the span between `«` and `»`, so that it shows without colour too."""
    first, last = sentence(text, span.start, span.end)
    before, words, after = text[first : span.start], text[span.start : span.end], text[span.end : last]
    shown = Text(_flat(before).lstrip(), style="dim")
    shown.append("«", style="not dim")
    shown.append(_flat(words).strip(), style="bold not dim")
    shown.append("»", style="not dim")
    shown.append(_flat(after).rstrip(), style="dim")
    return shown


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", visible(words))
