"""Leaving the program running on feeds and folders: polled politely, told when something changes, safe to kill."""

from onrecord.watch.loop import Watch
from onrecord.watch.plan import Plan, read_plan

__all__ = ["Plan", "Watch", "read_plan"]
