"""From what each report found to what they share: the same actor, the day of each report."""

from onrecord.resolve.actors import resolve_actors
from onrecord.resolve.unsure import Unsure, unsure

__all__ = ["Unsure", "resolve_actors", "unsure"]
