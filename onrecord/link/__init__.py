"""Across reports: one talk, one promise, one claim, and what became of it as of a day."""

from onrecord.link.link import link

__all__ = ["link"]
