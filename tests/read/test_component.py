"""The reader over whole texts: what it says of plain ones, and that no text upsets it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.model.attribution import Attribution, Offsets
from onrecord.read import load
from onrecord.read.reading import AT_ONCE

REPORT = """Ostria to leave Velmar, says minister

KESH — The foreign minister of Ostria, Jana Meril, said on Tuesday that her troops would leave Velmar by 20 February.
“We will not wait,” she told reporters.

According to the Kesh News Agency, two officials denied the report."""

ODD = {
    "empty": "",
    "blank": " \n\t\n ",
    "one letter": "a",
    "only marks": "He said " + '"' * 3_000 + " and left.",
    "unbalanced marks": "“" + " he said" * 50,
    "capitals": "THE MINISTER SAID THAT TALKS WILL GO ON. " * 5,
    "no stops": "the minister said that talks go on and " * 400,
    "emoji": "The envoy 👩🏽‍🚀 said “yes” 🎉\u200b\u200d to it.",
    "right to left": "قال الوزير إن المحادثات مستمرة. אמר השר.",
    "half a surrogate": "The envoy \ud800 said \udc00 yes.",
    "nothing but controls": "\x00\x01\x02 \x7f",
    "endless word": "x" * 50_000,
    "blank lines": "He said so.\n" + "\n" * 500 + "She denied it.",
}


def test_the_speaker_the_cue_and_the_words_are_found(nlp: Language) -> None:
    text = "The minister said that the talks will go on."
    (one,) = nlp(text)._.attributions
    assert [_exact(text, part) for part in (one.source, one.cue)] == [["The minister"], ["said"]]
    assert _exact(text, one.content)[0].endswith("the talks will go on")
    assert one.level == 0
    assert 0 < one.confidence <= 1


def test_a_report_has_sentences_classes_trees_and_names(nlp: Language) -> None:
    doc = nlp(REPORT)
    assert len(list(doc.sents)) == 4
    said = next(token for token in doc if token.text == "said")
    assert (said.tag_, said.pos_, said.lemma_, said.dep_) == ("VBD", "VERB", "say", "ROOT")
    assert {child.dep_ for child in said.children} >= {"nsubj", "ccomp"}
    assert ("Jana Meril", "PERSON") in {(name.text, name.label_) for name in doc.ents}


def test_attributions_come_in_the_order_of_the_text(nlp: Language) -> None:
    firsts = [min(one.source + one.cue + one.content) for one in nlp(REPORT)._.attributions]
    assert firsts == sorted(firsts)
    assert len(firsts) >= 3


def test_every_part_of_an_attribution_is_also_a_marked_span(nlp: Language) -> None:
    doc = nlp(REPORT)
    cues = {(span.start_char, span.end_char) for span in doc.spans["onrecord"] if span.label_ == "cue"}
    assert cues >= {part for one in doc._.attributions for part in one.cue}


@pytest.mark.parametrize("kind", ODD)
def test_odd_texts_are_read_whole(nlp: Language, kind: str) -> None:
    doc = nlp(ODD[kind])
    expected = ODD[kind].replace("\ud800", "\ufffd").replace("\udc00", "\ufffd")
    assert doc.text == expected
    _check(doc)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_read_whole(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(doc.text) == len(text)
    _check(doc)


def test_a_text_is_read_the_same_alone_and_among_others(nlp: Language) -> None:
    texts = [REPORT, ODD["capitals"], REPORT * 3, ODD["no stops"], ""]
    alone = [_told(nlp(text)) for text in texts]
    assert [_told(doc) for doc in nlp.pipe(texts)] == alone
    assert [_told(doc) for doc in nlp.pipe(reversed(texts), batch_size=2)] == alone[::-1]


def test_a_text_is_read_the_same_on_one_thread_and_on_several(nlp: Language) -> None:
    texts = [REPORT, "", REPORT * 12, " \n", ODD["no stops"], REPORT] * 3
    assert [_told(doc) for doc in load(threads=3).pipe(texts)] == [_told(doc) for doc in nlp.pipe(texts)]


def test_a_stream_is_read_as_it_comes_and_no_further_than_the_model_is_ahead(nlp: Language) -> None:
    taken: list[int] = []

    def stream() -> Iterator[str]:
        for number in range(500):
            taken.append(number)
            yield REPORT

    read = nlp.pipe(stream())
    assert len(next(read)._.attributions) >= 3
    assert len(taken) <= 2 * AT_ONCE


def test_a_very_long_text_has_offsets_that_hold(nlp: Language) -> None:
    doc = nlp((REPORT + "\n\n") * 60)
    _check(doc)
    assert len(doc._.attributions) > 120


def test_words_that_are_given_are_kept(nlp: Language) -> None:
    words = ["The", "vice-president", "said", "talks", "can", "not", "go", "on", "."]
    doc = nlp(Doc(nlp.vocab, words=words))
    assert [token.text for token in doc] == words
    assert doc._.attributions


def _check(doc: Doc) -> None:
    """Trees are trees within their sentence, and every span is trimmed text."""
    for sentence in doc.sents:
        assert [token.head.i for token in sentence if token.head.i == token.i] == [sentence.root.i]
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
    for one in doc._.attributions:
        assert one.content
        for start, end in one.source + one.cue + one.content:
            assert 0 <= start < end <= len(doc.text)
            assert doc.text[start:end] == doc.text[start:end].strip()


def _told(doc: Doc) -> tuple[list[tuple[str, str, int]], tuple[Attribution, ...]]:
    return [(token.tag_, token.dep_, token.head.i) for token in doc], doc._.attributions


def _exact(text: str, part: Offsets) -> list[str]:
    return [text[start:end] for start, end in part]
