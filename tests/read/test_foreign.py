"""Another maker's pipeline beside our attributions: one built here, with tags, relations and names by hand in CLEAR."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord import read
from onrecord.errors import OnrecordError, Refused
from onrecord.extract import extract
from onrecord.ledger import open_ledger
from onrecord.model.reading import Reading
from onrecord.model.report import Report
from onrecord.pipeline import documents, read_into, reader_version
from onrecord.read.foreign import named

# Each word is word/tag/class/lemma/head/relation, heads counted from 1 in the sentence.
MET = (
    "Jana/NNP/PROPN/Jana/2/compound Meril/NNP/PROPN/Meril/8/nsubj ,/,/PUNCT/,/2/punct Ostria/NNP/PROPN/Ostria/6/poss "
    "'s/POS/PART/'s/4/case envoy/NN/NOUN/envoy/2/appos ,/,/PUNCT/,/2/punct met/VBD/VERB/meet/8/ROOT "
    "Tomas/NNP/PROPN/Tomas/10/compound Reva/NNP/PROPN/Reva/8/dobj of/IN/ADP/of/10/prep Velmar/NNP/PROPN/Velmar/11/pobj "
    "in/IN/ADP/in/8/prep Kesh/NNP/PROPN/Kesh/13/pobj on/IN/ADP/on/8/prep Tuesday/NNP/PROPN/Tuesday/15/pobj "
    "././PUNCT/./8/punct"
)
PROMISED = (
    "Ostria/NNP/PROPN/Ostria/2/nsubj promised/VBD/VERB/promise/2/ROOT to/TO/PART/to/4/aux open/VB/VERB/open/2/xcomp "
    "the/DT/DET/the/6/det crossing/NN/NOUN/crossing/4/dobj by/IN/ADP/by/4/prep Friday/NNP/PROPN/Friday/7/pobj "
    "././PUNCT/./2/punct"
)
SAID = (
    "Reva/NNP/PROPN/Reva/2/nsubj said/VBD/VERB/say/2/ROOT that/IN/SCONJ/that/6/mark the/DT/DET/the/5/det "
    "talks/NNS/NOUN/talk/6/nsubj were/VBD/AUX/be/2/ccomp over/JJ/ADJ/over/6/acomp and/CC/CCONJ/and/6/cc "
    "that/IN/SCONJ/that/13/mark troops/NNS/NOUN/troop/13/nsubjpass had/VBD/AUX/have/13/aux been/VBN/AUX/be/13/auxpass "
    "driven/VBN/VERB/drive/6/conj out/IN/ADP/out/13/prep of/IN/ADP/of/14/prep Kesh/NNP/PROPN/Kesh/15/pobj "
    "by/IN/ADP/by/13/agent rebels/NNS/NOUN/rebel/17/pobj ././PUNCT/./2/punct"
)
NAMES = {"Jana Meril": "PERSON", "Ostria": "GPE", "Tomas Reva": "PERSON", "Reva": "PERSON", "Velmar": "GPE",
         "Kesh": "GPE", "Tuesday": "DATE", "Friday": "DATE"}  # fmt: skip
KNOWN = [[word.split("/") for word in sentence.split()] for sentence in (MET, PROMISED, SAID)]
REPORT = """Jana Meril, Ostria's envoy, met Tomas Reva of Velmar in Kesh on Tuesday.
Ostria promised to open the crossing by Friday.
Reva said that the talks were over and that troops had been driven out of Kesh by rebels.
"""


@Language.component("tests_by_hand")
def by_hand(doc: Doc) -> Doc:
    """What a trained pipeline would say of the three sentences."""
    rows = [(base, row) for base, sentence in _placed(doc) for row in sentence]
    spaced = iter(rows)
    heads, deps, starts = [], [], []
    for token in doc:
        if token.is_space:
            token.tag_, token.pos_ = "_SP", "SPACE"
            heads.append(max(0, token.i - 1))
            deps.append("dep")
        else:
            base, (word, tag, pos, lemma, head, dep) = next(spaced)
            assert word == token.text
            token.tag_, token.pos_, token.lemma_ = tag, pos, lemma
            heads.append(base + int(head) - 1)
            deps.append(dep)
        starts.append(token.i)
    filled = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], heads=heads, deps=deps
    )
    doc.from_array(["HEAD", "DEP"], filled.to_array(["HEAD", "DEP"]))
    spans = [
        doc.char_span(at, at + len(name), label=kind) for name, kind in NAMES.items() for at in _places(doc.text, name)
    ]
    doc.set_ents(spacy.util.filter_spans([span for span in spans if span is not None]))
    return doc


def _placed(doc: Doc) -> list[tuple[int, list[list[str]]]]:
    firsts = [0, *(token.i + 1 for token in doc if token.is_space and token.i + 1 < len(doc))]
    return list(zip(firsts, KNOWN, strict=True))


def _places(text: str, name: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(name, at)]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline on disk as spaCy saves one."""
    nlp = spacy.blank("en", meta={"name": "byhand", "version": "4.2.0"})
    nlp.add_pipe("tests_by_hand")
    place = tmp_path_factory.mktemp("pipelines") / "en_byhand"
    nlp.to_disk(place)
    return str(place)


@pytest.fixture(scope="module")
def doc(pipeline: str) -> Doc:
    """The report as that pipeline and our attributions read it."""
    return read.load(threads=1, pipeline=pipeline)(REPORT)


def reading(doc: Doc) -> Reading:
    return extract(Report("r-test", "test", REPORT), doc, reader="test")


def tree(doc: Doc, sentence: int) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep_, token.head.text) for token in list(doc.sents)[sentence] if not token.is_space}


def test_its_tags_and_names_stand_in_our_terms(doc: Doc) -> None:
    assert {(name.text, name.label_) for name in doc.ents} == {
        ("Jana Meril", "PERSON"), ("Ostria", "LOC"), ("Tomas Reva", "PERSON"), ("Velmar", "LOC"),
        ("Kesh", "LOC"), ("Reva", "PERSON"),
    }  # fmt: skip
    assert [token.tag_ for token in doc][:2] == ["NNP", "NNP"]
    assert doc[7].lemma_ == "meet"


def test_its_relations_are_turned_to_universal_ones(doc: Doc) -> None:
    assert tree(doc, 0) >= {("Reva", "obj", "met"), ("Velmar", "nmod", "Reva"), ("of", "case", "Velmar"),
                            ("Kesh", "obl", "met"), ("in", "case", "Kesh"),
                            ("Ostria", "nmod:poss", "envoy")}  # fmt: skip
    assert tree(doc, 1) >= {("to", "mark", "open"), ("crossing", "obj", "open"), ("Friday", "obl", "open")}
    assert tree(doc, 2) >= {
        ("over", "ccomp", "said"), ("were", "cop", "over"), ("that", "mark", "over"), ("talks", "nsubj", "over"),
        ("driven", "conj", "over"), ("and", "cc", "driven"), ("troops", "nsubj:pass", "driven"),
        ("been", "aux:pass", "driven"),
        ("Kesh", "obl", "driven"), ("out", "case", "Kesh"), ("of", "case", "Kesh"), ("rebels", "obl:agent", "driven"),
    }  # fmt: skip


def test_our_attributions_stand_on_its_words(doc: Doc) -> None:
    said = [one for one in doc._.attributions if "said" in [REPORT[start:end] for start, end in one.cue]]
    assert [REPORT[start:end] for one in said for start, end in one.source] == ["Reva"]


def test_talks_promises_and_statements_come_out(doc: Doc) -> None:
    found = reading(doc)
    names = [voice.name for voice in found.voices]
    (talk,) = [talk for talk in found.talks if talk.status == "held"]
    assert {names[party] for party in talk.parties} & {"Jana Meril", "Ostria"}
    assert any("open the crossing" in one.action.exact for one in found.commitments)
    assert "Tomas Reva" in {names[one.source] for one in found.statements if one.source is not None}


def test_what_it_leaves_out_is_filled(tmp_path: Path) -> None:
    spacy.blank("en", meta={"name": "words", "version": "1"}).to_disk(tmp_path / "words")
    bare, ours = read.load(threads=1, pipeline=str(tmp_path / "words"))(REPORT), read.load(threads=1)(REPORT)
    assert [(t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_) for t in bare] == [
        (t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_) for t in ours
    ]
    assert [(name.text, name.label_) for name in bare.ents] == [(name.text, name.label_) for name in ours.ents]
    assert bare._.attributions == ours._.attributions


def test_the_version_of_a_reading_names_the_pipeline(pipeline: str, tmp_path: Path) -> None:
    assert named(pipeline) == "en_byhand-4.2.0"
    assert "en_byhand-4.2.0" in reader_version(pipeline)
    (tmp_path / "report.txt").write_text(REPORT)
    with open_ledger(str(tmp_path / "ledger.db"), create=True) as store:
        assert read_into(store, [str(tmp_path / "report.txt")]).taken_in == 1
        assert read_into(store, [str(tmp_path / "report.txt")], pipeline=pipeline).read_again == 1
        assert {store.reader_of(report) for report in store.ids()} == {reader_version(pipeline)}


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "numpy", "no such", "../nowhere"])
def test_a_pipeline_that_is_not_installed_is_one_line(name: str) -> None:
    with pytest.raises(OnrecordError, match="no spaCy pipeline of this name is installed") as told:
        read.load(pipeline=name)
    assert "\n" not in str(told.value)


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de", meta={"name": "worte"}).to_disk(tmp_path / "worte")
    with pytest.raises(OnrecordError, match="onrecord reads English"):
        read.load(pipeline=str(tmp_path / "worte"))


def test_a_text_longer_than_it_reads_is_refused_with_its_reason(tmp_path: Path) -> None:
    spacy.blank("en", meta={"name": "words", "version": "1"}).to_disk(tmp_path / "words")
    nlp = read.load(threads=1, pipeline=str(tmp_path / "words"))
    ((_, refused),) = documents([Report("r-long", "long", "He said so. " * 100_000)], nlp)
    assert isinstance(refused, Refused)
    assert "1,200,000 characters" in str(refused)


def test_half_a_surrogate_is_read_letter_for_letter(tmp_path: Path) -> None:
    spacy.blank("en", meta={"name": "words", "version": "1"}).to_disk(tmp_path / "words")
    doc = read.load(threads=1, pipeline=str(tmp_path / "words"))("The envoy \ud800 said yes.")
    assert len(doc.text) == len("The envoy _ said yes.")
    assert [Span(doc, 0, 2).text, doc[2].text] == ["The envoy", "\N{REPLACEMENT CHARACTER}"]
