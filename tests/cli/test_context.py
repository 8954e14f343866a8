"""The sentence around a quote."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.context import in_context
from onrecord.model.span import Span
from onrecord.queries.sentence import sentence

TEXT = "The keepers stayed. “They will go,” Ms. Brenn said on Monday. Nobody left!\n\nThe lamp burns."


def around(words: str) -> str:
    start = TEXT.index(words)
    first, last = sentence(TEXT, start, start + len(words))
    return TEXT[first:last]


def test_a_quote_stands_in_its_sentence() -> None:
    assert around("Nobody") == "Nobody left!"
    assert around("stayed") == "The keepers stayed."
    assert around("lamp") == "The lamp burns."


def test_the_words_are_marked_without_colour() -> None:
    start = TEXT.index("The lamp")
    assert in_context(TEXT, Span.of("r-1", TEXT, start, start + 8)).plain == "«The lamp» burns."


@given(st.text(alphabet="ab .!?\n“”A", max_size=900), st.integers(0, 900), st.integers(1, 50))
def test_the_sentence_always_holds_the_quote(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    first, last = sentence(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert last - first <= end - start + 600
