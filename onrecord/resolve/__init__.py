"""From what each report found to what they share: the same actor, the day of each report."""

from onrecord.resolve.actors import resolve_actors

__all__ = ["resolve_actors"]
