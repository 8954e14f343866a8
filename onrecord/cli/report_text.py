"""A report's text as it was, with what is said in it marked and the page's furniture greyed."""

from rich.text import Text

from onrecord.brief.index import Index
from onrecord.model.records import ReportRecord
from onrecord.text.visible import visible

__all__ = ["report_text"]


def report_text(index: Index, report: ReportRecord) -> Text:
    """The text letter by letter: contents bold, sources underlined, furniture dim; tabs and line breaks kept."""
    text = Text(visible(report.text), tab_size=4)
    for statement in index.ledger.statements:
        if statement.report != report.id:
            continue
        for span in statement.content:
            text.stylize("bold", span.start, span.end)
        if statement.source_span is not None:
            text.stylize("underline", statement.source_span.start, statement.source_span.end)
    for start, end in report.furniture:
        text.stylize("dim", start, end)
    return text
