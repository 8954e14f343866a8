"""What is the page and not the report: found line by line and marked, never cut, so that every offset stays true."""

from onrecord.clean.clean import clean
from onrecord.clean.readable import readable

__all__ = ["clean", "readable"]
