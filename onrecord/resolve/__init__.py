"""From what each report found to what they share: the same actor, the day of each report."""

from onrecord.resolve.actors import Actors, Moved, resolve_actors
from onrecord.resolve.unsure import Unsure, unsure

__all__ = ["Actors", "Moved", "Unsure", "resolve_actors", "unsure"]
