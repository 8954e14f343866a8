"""Who is asking, and what they may do."""

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["OWNER", "ROLES", "Role", "Visitor"]

Role = Literal["read", "review", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody known by name, with a role; `session` names the session they came in by, empty for a token."""

    name: str
    role: Role
    session: str = ""

    def may(self, role: Role) -> bool:
        """Is this role among what they may do?"""
        return ROLES.index(self.role) >= ROLES.index(role)


OWNER = Visitor("owner", "admin")
"""Whoever sits at the machine, where the server listens on this machine alone and asks nobody."""
