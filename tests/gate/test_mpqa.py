"""Marks of nested sources become events, and a chain is right only where every voice of it is."""

from gate.mpqa import Judged, figures
from gate.mpqa_marks import events_of

TEXT = "Vint said Tal had promised help. Vint hoped so."
LINES = """# marks
1\t0,4\tstring\tGATE_agent\tid="vint" nested-source="w, vint"
2\t10,13\tstring\tGATE_agent\tnested-source="w, vint, tal"
3\t5,9\tstring\tGATE_objective-speech-event\tnested-source="w, vint"
4\t18,26\tstring\tGATE_direct-subjective\tnested-source="w, vint, tal"
5\t38,43\tstring\tGATE_direct-subjective\tnested-source="w, vint"
6\t5,9\tstring\tGATE_objective-speech-event\tnested-source="w, vint, vint"
7\t0,0\tstring\tGATE_objective-speech-event\tnested-source="w" implicit="true"
8\t5,9\tstring\tGATE_objective-speech-event\tnested-source="w, nobody"
"""


def test_events_are_speech_with_words_whose_sources_have_words_and_who_tells_of_himself_counts_once() -> None:
    found = [(TEXT[slice(*event.cue)], event.sources) for event in events_of(TEXT, LINES)]
    vint, tal = ((0, 4),), ((10, 13),)
    assert found == [("said", (vint,)), ("promised", (vint, tal)), ("said", (vint,))]


def test_figures_are_shares_by_depth_and_of_all_nested_events() -> None:
    judged = [Judged(2, True, True), Judged(3, True, False), Judged(3, True, True), Judged(4, False, False)]
    got = figures(judged)
    assert (got["depth 2: found"], got["depth 3: chain right of the found"]) == (1.0, 0.5)
    assert (got["depth 4 and more: found"], got["nested: found and chain right"]) == (0.0, 0.3333)
