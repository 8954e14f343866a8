"""The corpora's formats, on invented text."""

import lzma
from pathlib import Path

import numpy as np

from onrecord.read.labels import ATTRIBUTION, NAMES
from training.article import IGNORED
from training.corpora import names, polnear, treebank
from training.plain import from_text

TEXT = "The envoy said that talks go on, and warned of delay."
STANDOFF = """T1\tSource 0 9\tThe envoy
T2\tCue 10 14\tsaid
T3\tContent 15 31\tthat talks go on
E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1
T4\tCue 37 43\twarned
T5\tContent 44 52\tof delay
E2\tAttribution:T8 Content:T5 Cue:T4 Source:T1
"""


def test_an_attribution_has_the_fragments_of_its_roles() -> None:
    first, second = polnear.attributions(STANDOFF)
    assert first == {"source": [(0, 9)], "cue": [(10, 14)], "content": [(15, 31)]}
    assert second["source"] == [(0, 9)]


def test_marked_words_carry_role_and_links() -> None:
    _, spans = from_text("invented", "invented", TEXT)
    voices = polnear.voices(polnear.attributions(STANDOFF), spans)
    tags = [ATTRIBUTION[tag] for tag in voices.tags]
    assert tags[:5] == ["B-source", "I-source", "B-cue", "B-content", "I-content"]
    assert tags[-4:] == ["B-cue", "B-content", "I-content", "O"]
    assert voices.cue_of[3:7].tolist() == [2, 2, 2, 2]
    cues = np.flatnonzero(voices.tags == ATTRIBUTION.index("B-cue"))
    assert voices.source_of[cues].tolist() == [0, 0], "both cues have the one source"
    assert (voices.source_of[voices.tags == 0] == IGNORED).all()


def test_a_cue_without_a_source_points_at_itself() -> None:
    _, spans = from_text("invented", "invented", TEXT)
    (one, _) = polnear.attributions(STANDOFF)
    voices = polnear.voices([{**one, "source": []}], spans)
    assert voices.source_of[2] == 2


def test_a_treebank_gives_heads_by_word_and_breaks_by_space(tmp_path: Path) -> None:
    path = tmp_path / "invented.conllu.xz"
    rows = [
        "# newdoc id = invented",
        "# newpar",
        _row(1, "Talks", "NOUN", "NNS", 2, "nsubj"),
        _row(2, "stopped", "VERB", "VBD", 0, "root", "SpaceAfter=No"),
        _row(3, ".", "PUNCT", ".", 2, "punct"),
        "",
        _row("1-2", "Don't", "_", "_", "_", "_"),
        _row(1, "Do", "AUX", "VB", 3, "aux"),
        _row(2, "n't", "PART", "RB", 3, "advmod"),
        _row(3, "go", "VERB", "VB", 0, "root"),
        "",
    ]
    path.write_bytes(lzma.compress("\n".join([*rows, ""]).encode()))
    (one,) = treebank.read(path, ["NNS", "VBD"], ["nsubj", "root", "punct", "aux", "advmod"])
    assert one.words == ["Talks", "stopped", ".", "Do", "n't", "go"]
    assert one.breaks.tolist() == [2, 1, 0, 1, 0, 1]
    assert one.labels["head"].tolist() == [1, 1, 1, 5, 5, 5]
    assert one.labels["sentence"].tolist() == [1, 0, 0, 1, 0, 0]
    assert one.labels["xpos"].tolist() == [0, 1, *[IGNORED] * 4]


def test_names_are_taken_to_four_kinds(tmp_path: Path) -> None:
    path = tmp_path / "invented.tsv.xz"
    path.write_bytes(lzma.compress(b"Jana\tB-politician\nMeril\tI-politician\n\nOstria\tB-country\n"))
    (one,) = names.read(path)
    assert [NAMES[tag] for tag in one.labels["name"]] == ["B-PERSON", "I-PERSON", "B-LOC"]
    assert one.sentences is not None
    assert one.sentences.tolist() == [0, 2]


def _row(number: object, form: str, upos: str, xpos: str, head: object, relation: str, misc: str = "_") -> str:
    return "\t".join([str(number), form, form, upos, xpos, "_", str(head), relation, "_", misc])
