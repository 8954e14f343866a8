"""Accounts in a file of their own, beside the ledger and never in it: name, role, and an argon2 hash."""

import os
import re
from pathlib import Path
from secrets import token_hex

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from onrecord.errors import OnrecordError, UsageError
from onrecord.web.safety.visitor import Role, Visitor

__all__ = ["Accounts"]

SHORTEST = 10
"""Characters of a password; argon2 makes guessing slow, not short passwords long."""


class Account(msgspec.Struct, frozen=True):
    """What is kept of one person."""

    role: Role
    hash: str


class Accounts:
    """The accounts in a file, read again whenever it has changed."""

    def __init__(self, place: str) -> None:
        self._place = Path(place)
        self._hasher = PasswordHasher()
        # Verified where no account has the name, so that an unknown name takes as long as a wrong password.
        self._nobody = self._hasher.hash(token_hex(16))

    def check(self, name: str, password: str) -> Visitor | None:
        """The visitor of this name and password, or None."""
        account = self._read().get(name)
        try:
            self._hasher.verify(account.hash if account else self._nobody, password)
        except (VerificationError, InvalidHashError):
            return None
        return Visitor(name, account.role) if account else None

    def role_of(self, name: str) -> Role | None:
        """The role of an account as it is now; None for one that was removed."""
        account = self._read().get(name)
        return account.role if account else None

    def put(self, name: str, password: str, role: Role) -> None:
        """Add an account, or give one a new password and role."""
        if not re.fullmatch(r"[\w.@-]{1,64}", name):
            raise UsageError(f"{name!r} is no name for an account", hint="use letters, digits and . @ - _")
        if len(password) < SHORTEST:
            raise UsageError("the password is too short", hint=f"use {SHORTEST} characters or more")
        held = self._read() if self._place.exists() else {}
        self._write({**held, name: Account(role, self._hasher.hash(password))})

    def remove(self, name: str) -> None:
        """Remove an account; who is signed in by it is out at once."""
        held = self._read()
        if name not in held:
            raise UsageError(f"there is no account {name!r}", where=str(self._place))
        self._write({other: account for other, account in held.items() if other != name})

    def all(self) -> dict[str, Role]:
        """The names with their roles."""
        return {name: account.role for name, account in sorted(self._read().items())}

    def _read(self) -> dict[str, Account]:
        try:
            return msgspec.json.decode(self._place.read_bytes(), type=dict[str, Account])
        except (OSError, msgspec.DecodeError) as error:
            hint = "make one with `onrecord account add NAME`"
            raise OnrecordError("the accounts cannot be read", where=str(self._place), hint=hint) from error

    def _write(self, accounts: dict[str, Account]) -> None:
        draft = self._place.with_name(f".{self._place.name}.{token_hex(4)}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(msgspec.json.encode(accounts))
            draft.replace(self._place)
        except OSError as error:
            what = f"the accounts cannot be written ({error.strerror})"
            raise OnrecordError(what, where=str(self._place), hint="name another file with --accounts") from error
