"""What went wrong with a request, as a person and a program are told it (RFC 9457)."""

from collections.abc import Mapping
from http import HTTPStatus

from onrecord.errors import LedgerError, NotFound, OnrecordError, Refused, Stale, UsageError

__all__ = ["Problem", "problem_of"]


class Problem(Exception):
    """A request that cannot be answered: the status, one line that says why, and seconds after which to try again.

    `more` are further members for programs.
    """

    def __init__(
        self, status: int, detail: str, *, again: int | None = None, more: Mapping[str, object] | None = None
    ) -> None:
        self.status, self.detail, self.again, self.more = status, detail, again, more or {}
        super().__init__(detail)

    @property
    def title(self) -> str:
        """The name of the status, such as `Not Found`."""
        return HTTPStatus(self.status).phrase

    def body(self) -> dict[str, object]:
        """The problem as RFC 9457 writes it."""
        told = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail}
        return {**told, **self.more}


def problem_of(error: OnrecordError) -> Problem:
    """The problem that one of onrecord's own errors is."""
    if isinstance(error, NotFound):
        return Problem(404, error.what)
    if isinstance(error, Stale):
        told = "; ".join(filter(None, [error.what, error.hint]))
        return Problem(409, told, more={"decisions": list(error.decisions)})
    if isinstance(error, UsageError | Refused):
        return Problem(422, "; ".join(filter(None, [error.what, error.hint])))
    if isinstance(error, LedgerError):
        # Where the ledger lies is the owner's business, not the visitor's.
        return Problem(503, "; ".join(filter(None, [error.what, error.hint])), again=5)
    return Problem(500, error.what)
