"""Across reports: one talk, one promise, one claim, and what became of it as of a day (`onrecord.link.link`)."""
