import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.features import NEW_LINE, SPACED
from onrecord.read.subwords import Encoded
from onrecord.read.windows import PIECES, segments, windows

counts = st.lists(st.integers(1, 12), max_size=1500)


@given(counts, st.integers(0, 2**32 - 1))
def test_every_word_is_kept_from_exactly_one_window_that_fits(pieces: list[int], seed: int) -> None:
    encoded, breaks = _text(pieces, seed)
    kept = [at for one in windows(encoded, breaks) for at in range(one.keep, one.stop)]
    assert kept == list(range(len(pieces)))
    for one in windows(encoded, breaks):
        assert one.begin <= one.keep < one.stop <= one.end
        assert encoded.starts[one.end] - encoded.starts[one.begin] <= PIECES


@given(st.integers(0, 40_000), st.integers(0, 2**32 - 1))
def test_segments_cover_a_text_and_stay_short(count: int, seed: int) -> None:
    breaks = np.random.default_rng(seed).choice([SPACED, NEW_LINE], count, p=[0.999, 0.001]).astype(np.int8)
    found = segments(count, breaks)
    assert [at for begin, end in found for at in range(begin, end)] == list(range(count))
    assert all(0 < end - begin <= 6_000 for begin, end in found)


def test_a_seam_is_put_at_a_paragraph_where_one_is_near() -> None:
    encoded, breaks = _text([1] * 600, 0)
    breaks[:] = SPACED
    breaks[200] = NEW_LINE
    assert windows(encoded, breaks)[0].stop == 200


def _text(pieces: list[int], seed: int) -> tuple[Encoded, np.ndarray]:
    starts = np.concatenate([[0], np.cumsum(pieces)]).astype(np.int64)
    flat = np.zeros(int(starts[-1]), np.int64)
    breaks = np.random.default_rng(seed).choice([SPACED, NEW_LINE], len(pieces), p=[0.95, 0.05]).astype(np.int8)
    return Encoded(flat, flat, starts), breaks
