"""The head of a brief in words: the day, what counts and what does not."""

from onrecord.brief.days import day_words
from onrecord.brief.value import Brief
from onrecord.text.visible import one_line

__all__ = ["basis", "title"]


def title(brief: Brief) -> str:
    """What stands at the top: `State of play · 21 February 2031`."""
    return brief.heading or f"State of play · {day_words(brief.day)}"


def basis(brief: Brief) -> str:
    """What the brief rests on: how many reports of which days, the agencies behind them, and what was left out."""
    if brief.rests:
        return brief.rests
    reports = f"{_count(brief.reports, 'report')}" + (f" of {brief.span}" if brief.span else "")
    notes = []
    if brief.agencies:
        notes.append(f"agencies behind them: {one_line(', '.join(brief.agencies))}")
    if brief.undated:
        notes.append(f"{brief.undated} without a day")
    if brief.later:
        notes.append(f"{_count(brief.later, 'later report')} not counted")
    return " · ".join([reports, *notes])


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
