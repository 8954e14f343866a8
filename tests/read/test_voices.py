"""Which cue a content hangs on, and whose words they are, from scores built by hand."""

import numpy as np

from onrecord.read import trees, voices
from onrecord.read.scores import Scores, Whole, put_together
from onrecord.read.windows import Window

SOURCE, CUE, CONTENT = range(3)


def test_two_cues_may_pick_one_source() -> None:
    # she(0) told(1) them(2) ,(3) adding(4) more(5)
    whole = _whole(6, source={(1, 0): 5, (4, 0): 5}, cue={(2, 1): 5, (5, 4): 5})
    marked = np.array([[SOURCE, 0, 1], [CUE, 1, 2], [CONTENT, 2, 3], [CUE, 4, 5], [CONTENT, 5, 6]])
    told, adding = voices.put_together(whole, marked)
    assert told.source == adding.source == [(0, 1)]
    assert (told.content, adding.content) == ([(2, 3)], [(5, 6)])


def test_a_cue_that_picks_itself_has_no_source() -> None:
    whole = _whole(3, source={(0, 0): 5}, cue={(1, 0): 5})
    (one,) = voices.put_together(whole, np.array([[CUE, 0, 1], [CONTENT, 1, 3]]))
    assert one.source == []


def test_a_source_that_no_cue_picks_goes_to_the_cue_it_points_at() -> None:
    whole = _whole(4, source={(1, 1): 5}, cue={(0, 1): 5, (2, 1): 5})
    (one,) = voices.put_together(whole, np.array([[SOURCE, 0, 1], [CUE, 1, 2], [CONTENT, 2, 4]]))
    assert one.source == [(0, 1)]


def test_a_cue_without_content_is_no_attribution() -> None:
    whole = _whole(2, source={(1, 0): 5}, cue={})
    assert voices.put_together(whole, np.array([[SOURCE, 0, 1], [CUE, 1, 2]])) == []


def test_content_without_any_cue_stands_alone() -> None:
    (one,) = voices.put_together(_whole(3, source={}, cue={}), np.array([[CONTENT, 0, 3]]))
    assert (one.cue, one.source, one.content) == ([], [], [(0, 3)])


def test_pieces_of_content_that_touch_are_one() -> None:
    whole = _whole(5, source={}, cue={(at, 0): 5 for at in range(1, 5)})
    (one,) = voices.put_together(whole, np.array([[CUE, 0, 1], [CONTENT, 1, 3], [CONTENT, 3, 4]]))
    assert one.content == [(1, 4)]


def test_a_sentence_without_an_end_is_cut_where_one_is_likeliest() -> None:
    scores = np.zeros((400, 2), np.float32)
    scores[:, 0] = 1
    scores[130, 1] = 0.9
    starts = np.flatnonzero(trees.sentence_starts(scores, np.zeros(400, bool))).tolist()
    assert starts[:2] == [0, 130]
    assert max(np.diff([*starts, 400])) <= trees.LONGEST


def test_a_paragraph_begins_a_sentence() -> None:
    scores = np.tile(np.array([[1, 0]], np.float32), (4, 1))
    sure = np.array([False, False, True, False])
    assert trees.sentence_starts(scores, sure).tolist() == [True, False, True, False]


def _whole(count: int, *, source: dict[tuple[int, int], float], cue: dict[tuple[int, int], float]) -> Whole:
    pairs = {name: np.zeros((count, count), np.float32) for name in ("arc", "cue", "source")}
    for name, given in (("source", source), ("cue", cue)):
        for place, value in given.items():
            pairs[name][place] = value
    sizes = {"attribution": 7, "name": 9, "sentence": 2, "upos": 17, "xpos": 3, "child": 4, "parent": 4}
    tagged = {name: np.zeros((count, size), np.float32) for name, size in sizes.items()}
    return put_together([Window(0, count, 0, count)], [Scores(**tagged, **pairs)])
