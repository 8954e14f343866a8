"""Getting pages from the web: politely, within limits, and never from a machine that is not public."""

from onrecord.ingest.fetch.page import Fetched
from onrecord.ingest.fetch.web import Web

__all__ = ["Fetched", "Web"]
