"""A PDF's text layer as a report: pages joined, lines that run on made whole, running heads left out."""

import io
import logging
from time import monotonic

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from onrecord.errors import Refused
from onrecord.ingest.arrival import Arrival, Found, Terms
from onrecord.ingest.report import make_report
from onrecord.ingest.unwrap import unwrapped

__all__ = ["read_pdf"]

PAGES = 1_000
SECONDS = 60.0  # a page takes 10 to 100 milliseconds; a file made to take for ever is given up
FEWEST_WORDS = 10  # a page: a scan has none, or the stamp of a fax machine
HINT = "save its text as .txt"

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said in its refusal, once


def read_pdf(arriving: Arrival, terms: Terms) -> Found:
    """The one report of a PDF. Raises `Refused` for one that is encrypted, broken, or a scan without a text layer."""
    where = arriving.where
    data = arriving.whole()
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise Refused("the PDF is encrypted", where=where, hint=f"open it with its password and {HINT}")
        pages = _pages(document, where)
    except DependencyError as error:
        raise Refused("the PDF is encrypted", where=where, hint=f"open it and {HINT}") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        words = " ".join(str(error).split())[:60]
        raise Refused(f"the PDF is broken ({words or type(error).__name__})", where=where, hint=HINT) from error
    if sum(len(page.split()) for page in pages) < FEWEST_WORDS * max(1, min(3, len(pages))):
        what = "the PDF holds pictures of its pages and no text (a scan)"
        raise Refused(what, where=where, hint=f"let a program read its letters (OCR) and {HINT}")
    yield make_report(arriving.name, unwrapped(pages), arriving.facts, where=where, today=terms.today)


def _pages(document: pypdf.PdfReader, where: str) -> list[str]:
    until, found = monotonic() + SECONDS, list[str]()

    def look_at_the_clock(*_: object) -> None:
        if monotonic() > until or len(found) >= PAGES:
            raise Refused(f"the PDF is too long: {len(found):,} pages were read", where=where, hint=HINT)

    for page in document.pages:
        look_at_the_clock()
        found.append(page.extract_text(visitor_operand_before=look_at_the_clock))
    return found
