"""What one running server holds: the desk and everything that guards it."""

from dataclasses import dataclass, field
from threading import Event

from onrecord.web.desk import Desk
from onrecord.web.jobs import Jobs
from onrecord.web.kept import Pages
from onrecord.web.safety.accounts import Accounts
from onrecord.web.safety.audit import Audit
from onrecord.web.safety.forms import Seals
from onrecord.web.safety.limits import Bucket
from onrecord.web.safety.sessions import Sessions
from onrecord.web.settings import Serving

__all__ = ["Server"]


@dataclass(frozen=True, slots=True)
class Server:
    """The parts that requests share; `closing` is set at the end, `listeners` are the streams that are open."""

    serving: Serving
    desk: Desk
    jobs: Jobs
    sessions: Sessions
    accounts: Accounts | None
    audit: Audit
    seals: Seals
    tries: Bucket
    pages: Pages = field(default_factory=Pages)
    closing: Event = field(default_factory=Event)
    listeners: set[int] = field(default_factory=set)
