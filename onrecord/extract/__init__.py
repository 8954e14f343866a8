"""From a report and what the reader saw in it to records with their evidence: a pure function of the two."""

from spacy.tokens import Doc

from onrecord.extract.agencies import find_agencies
from onrecord.extract.answering import with_answers
from onrecord.extract.commitments.find import find_commitments
from onrecord.extract.disputes.find import find_disputes
from onrecord.extract.figures.find import find_figures
from onrecord.extract.page import Page
from onrecord.extract.sense import with_sense
from onrecord.extract.statements.find import find_statements
from onrecord.extract.talks.find import find_talks
from onrecord.extract.times.find import find_times
from onrecord.extract.voices.find import find_voices
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["extract"]


def extract(report: Report, doc: Doc, *, reader: str) -> Reading:
    """Everything one report holds; `doc` must have been read from the report's text, letter for letter as long."""
    page = Page(report, doc)
    times = find_times(page)
    voices = find_voices(page)
    statements = with_sense(page, voices, with_answers(page, voices, find_statements(page, voices, times)))
    figures = find_figures(page, voices, statements, times)
    talks = find_talks(page, voices, statements, times)
    commitments = find_commitments(page, voices, statements, times, talks)
    disputes = find_disputes(page, voices, statements, commitments, figures)
    return Reading(
        report=report.id,
        reader=reader,
        voices=voices.found,
        statements=statements,
        talks=talks,
        commitments=commitments,
        figures=figures,
        disputes=disputes,
        times=times,
        agencies=find_agencies(page),
    )
