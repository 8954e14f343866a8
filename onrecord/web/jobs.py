"""Readings that people have asked for: one at a time, a bounded number waiting, each with its progress."""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePath
from secrets import token_hex
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Literal

from onrecord.errors import OnrecordError, Refused
from onrecord.ledger import open_ledger
from onrecord.progress import Step
from onrecord.web.problem import Problem

__all__ = ["Brought", "Job", "Jobs"]

MOST_WAITING, MOST_KEPT, MOST_TOLD = 8, 200, 200


@dataclass(frozen=True, slots=True)
class Brought:
    """One file as it was brought: a name that only tells its ending and how it is shown, and its bytes.

    Without a name the bytes are JSON Lines; with an `address` there are none, and the page is fetched from there.
    """

    name: str
    data: bytes
    address: str = ""


@dataclass(slots=True)
class Job:
    """One reading: what became of each report so far; `error` says why it ended early."""

    id: str
    by: str
    files: int
    status: Literal["waiting", "reading", "done", "failed"] = "waiting"
    read: int = 0
    held: int = 0
    words: int = 0
    steps: list[tuple[str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    error: str = ""

    def step(self, step: Step) -> None:
        """Take note of one report."""
        if step.refused is not None:
            self.refused = [*self.refused, _told(step.refused)][:MOST_TOLD]
            return
        self.held += step.became == "held"
        self.read += step.became != "held"
        self.words += step.words
        self.steps = [*self.steps, (step.name, step.became)][-MOST_TOLD:]

    @property
    def over(self) -> bool:
        """Has it come to its end?"""
        return self.status in {"done", "failed"}


class Jobs:
    """The readings of one server, worked off one after another beside the requests."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "onrecord-read")

    def take(self, files: Sequence[Brought], *, by: str) -> Job:
        """Queue a reading; raises `Problem` where too many wait already."""
        job = Job(token_hex(8), by, len(files))
        with self._lock:
            if sum(not other.over for other in self._jobs.values()) >= MOST_WAITING:
                raise Problem(429, "other reports are being read; wait until they are done", again=10)
            self._jobs[job.id] = job
            while len(self._jobs) > MOST_KEPT:
                self._jobs.popitem(last=False)
        self._worker.submit(self._work, job, tuple(files))
        return job

    def job(self, ident: str) -> Job:
        """A reading by its id; raises `Problem` where there is none."""
        found = self._jobs.get(ident)
        if found is None:
            raise Problem(404, "no such reading, or it lies too far back")
        return found

    def close(self) -> None:
        """Let the report in hand be finished, and drop what waits."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _work(self, job: Job, files: tuple[Brought, ...]) -> None:
        # Here, because they bring spaCy, ONNX and a client for the web, and looking needs none of them.
        from onrecord.ingest.fetch import Web
        from onrecord.pipeline import read_into

        job.status = "reading"
        try:
            with ExitStack() as open_ones:
                room = open_ones.enter_context(TemporaryDirectory(prefix="onrecord-"))
                store = open_ones.enter_context(open_ledger(self._place, create=True))
                addresses = [file.address for file in files if file.address]
                lines = b"".join(file.data.rstrip(b"\n") + b"\n" for file in files if not file.name and file.data)
                inputs = [str(_put(Path(room), place, file)) for place, file in enumerate(files) if file.name]
                read_into(
                    store,
                    [*(["-"] if lines else []), *inputs, *addresses],
                    stdin=BytesIO(lines) if lines else None,
                    progress=job.step,
                    fetch=open_ones.enter_context(Web(())) if addresses else None,
                )
            job.status = "done"
        except OnrecordError as error:
            job.status, job.error = "failed", str(error)
        except Exception as error:  # a fault of ours ends this reading, not the server
            job.status, job.error = "failed", f"a fault in onrecord itself ({type(error).__name__}: {error})"


def _told(refused: Refused) -> str:
    """Why a report was refused, without the folder that it lay in for a moment."""
    where = PurePath(refused.where).name
    return "; ".join(filter(None, [f"{where}: {refused.what}" if where else refused.what, refused.hint]))


def _put(room: Path, place: int, file: Brought) -> Path:
    """The file in a folder of its own, under its own name without what could lead elsewhere."""
    folder = room / str(place)
    folder.mkdir()
    name = "".join(letter if letter.isalnum() or letter in "._- " else "-" for letter in file.name).strip(". ")
    stem, dot, ending = name.rpartition(".")
    path = folder / (f"{stem[-80:]}{dot}{ending[:10]}" if stem else f"{name[-80:] or 'report'}.txt")
    path.write_bytes(file.data)
    return path
