"""The third stage: one report's words become days, and many reports' voices become actors."""

from onrecord.resolve.actors import Actors, Moved, resolve_actors
from onrecord.resolve.unsure import Unsure, unsure

__all__ = ["Actors", "Moved", "Unsure", "resolve_actors", "unsure"]
