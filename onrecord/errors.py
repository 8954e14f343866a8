"""Every error that a user can meet, as one tree.

OnrecordError               one line: what, where, what to do
├── Refused                 an input that cannot be taken in; the rest goes on
├── LedgerError             a ledger that cannot be opened or written
│   ├── NotALedger          the file or server holds something else
│   └── NewerLedger         made by a later onrecord
├── NotFound                no record has that id
├── Stale                   somebody else has decided about the same meanwhile
└── UsageError              a value on the command line that cannot be meant
"""

__all__ = ["LedgerError", "NewerLedger", "NotALedger", "NotFound", "OnrecordError", "Refused", "Stale", "UsageError"]


class OnrecordError(Exception):
    """Something a user can act on: says what happened, where, and what to do next."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        """The error as one line, as it is shown on standard error."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{line}; {self.hint}" if self.hint else line
        return " ".join(line.split())


class Refused(OnrecordError):
    """An input that cannot become a report, with its reason; other inputs are still read."""


class LedgerError(OnrecordError):
    """A ledger that cannot be opened, read or written."""


class NotALedger(LedgerError):
    """The place named holds something that is not an onrecord ledger."""


class NewerLedger(LedgerError):
    """The ledger was written by a later onrecord whose tables this one does not know."""


class NotFound(OnrecordError):
    """No record of the ledger has the id that was asked for."""


class Stale(OnrecordError):
    """A decision that was made without seeing what others decided about the same; `decisions` are the ids of theirs."""

    def __init__(self, what: str, *, decisions: tuple[str, ...] = (), where: str = "", hint: str = "") -> None:
        self.decisions = decisions
        super().__init__(what, where=where, hint=hint)


class UsageError(OnrecordError):
    """A value given on the command line that cannot be meant, such as 31 February."""
