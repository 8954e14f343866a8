"""From files and streams to reports: what is taken in, letter by letter, and what is refused, with its reason."""

from onrecord.ingest.inputs import take_in
from onrecord.ingest.report import report_id

__all__ = ["report_id", "take_in"]
