"""The pages and the API: the same ledger for people in a browser and for programs over HTTP."""

from onrecord.web.app import create_app
from onrecord.web.settings import Serving

__all__ = ["Serving", "create_app"]
