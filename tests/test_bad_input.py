"""Texts that nobody would call reports, through reading, extraction and links: nothing fails and every offset is true.

The long ones, with their memory, are measured by `python -m gate --only "bad input"`.
"""

from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from gate.wild import TEXTS, text_of
from onrecord import read
from onrecord.clean import clean, readable
from onrecord.extract import extract
from onrecord.ledger import evidence
from onrecord.link.link import link
from onrecord.model.report import Report

PIECES = (
    "Jana Meril", "the envoy", "Ostria", "Ostria's", "said", "denied", "that", "would meet", "promised to", "talks",
    "in Kesh",
    "200 troops", "$3 million", "on Tuesday", "by 5 March 2031", "he", "who", "according to", "both sides", "and", "or",
    "not",
    ",", ".", ":", ";", "—", "-", "(", ")", "[", '"', "'", "“", "”", "‘", "’", "«", "»", "...", "\n", "\n\n", "\t", " ",
    "\u200b", "\u200d", "\u2066", "\ufeff", "\xad", "\x00", "👩🏽‍🚀", "🎉", "é", "e\u0301", "محادثات", "שיחות", "会談",
    "\ud800", "\udc00",
    "SAID", "THE MINISTER", "x" * 300, "1,000", "2031", "5", "%", "http://a.b/c?d=e", "@envoy", "#talks",
)  # fmt: skip
WILD = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda between: between.join(pieces))
)


@cache
def reader() -> Language:
    """The reader on one thread."""
    return read.load(threads=1)


def through(text: str) -> None:
    """From a text to its ledger, with every offset checked on the way."""
    report = clean(Report("r-wild", "wild", text))
    doc = reader()(readable(report))
    assert len(doc.text) == len(text)
    reading = extract(report, doc, reader="wild")
    assert [span for span in evidence(reading) if not span.holds(text)] == []
    ledger = link([report], [reading], day=date(2100, 1, 1))
    assert len(ledger.statements) == len(reading.statements)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WILD)
def test_whatever_the_words_and_marks_nothing_fails_and_offsets_are_true(text: str) -> None:
    through(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_whatever_the_letters_nothing_fails_and_offsets_are_true(text: str) -> None:
    through(text)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "one word"])
def test_the_head_of_each_bad_text_goes_through(name: str) -> None:
    through(text_of(name)[:3_000])
