"""The API under `/api`: the records of the export over HTTP, with the queries of the pages."""

from onrecord.web.api.changing import changing
from onrecord.web.api.hearing import hearing
from onrecord.web.api.looking import looking
from onrecord.web.api.reviewing import reviewing

__all__ = ["ROUTERS"]

ROUTERS = (looking, hearing, changing, reviewing)
