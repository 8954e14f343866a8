"""The pages, a file for each family."""

from onrecord.web.pages.account import account
from onrecord.web.pages.adding import adding
from onrecord.web.pages.lists import lists
from onrecord.web.pages.missed import missed
from onrecord.web.pages.people import people
from onrecord.web.pages.play import play
from onrecord.web.pages.records import records
from onrecord.web.pages.report import report
from onrecord.web.pages.reviewing import reviewing
from onrecord.web.pages.searching import searching

__all__ = ["ROUTERS"]

ROUTERS = (play, lists, records, reviewing, missed, report, people, searching, adding, account)
