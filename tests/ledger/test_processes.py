"""Several processes at one ledger, and processes that end in the middle of it."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.ledger import open_ledger
from tests.ledger.world import many

ROOT = Path(__file__).parents[2]

ENTER = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from onrecord.ledger import open_ledger
from tests.ledger.world import many
first, last = int(sys.argv[2]), int(sys.argv[3])
with open_ledger(sys.argv[1], create=True) as store:
    for one, reading in many(last)[first:]:
        store.enter(one, reading)
        print(one.id, flush=True)
"""


def entering(place: Path, first: int, last: int) -> subprocess.Popen[str]:
    """A process that enters some of many reports, and prints the id of each when it is in."""
    command = [sys.executable, "-c", ENTER, str(place), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_kill_at_any_moment_leaves_whole_reports_only(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    expected = {one.id: (one, reading) for one, reading in many(1500)}
    held: set[str] = set()
    for first, pause in ((0, 0.0), (300, 0.013), (600, 0.037), (900, 0.08), (1200, 0.15)):
        with entering(place, first, 1500) as process:
            assert process.stdout is not None
            said = {process.stdout.readline().strip()}  # it is at work now
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
            said |= set(process.stdout.read().split()[:-1])  # the last line may be cut
        assert process.returncode == -signal.SIGKILL
        with open_ledger(str(place)) as store:
            found = {one.id: (one, reading) for one, reading in store.held()}
            assert list(store.faults()) == []
            assert len(found) == store.count()
            assert all(found[report] == expected[report] for report in found)
            assert said | held <= found.keys()
            assert len([hit for hit in store.search("gauge", limit=5000) if hit.kind == "report"]) == len(found)
            held = set(found)
    assert 5 <= len(held) < 1500


def test_two_processes_make_and_fill_one_ledger_together(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    both = [entering(place, 0, 60), entering(place, 30, 90)]
    with both[0] as one, both[1] as other:
        assert (one.wait(timeout=60), other.wait(timeout=60)) == (0, 0)
    with open_ledger(str(place)) as store:
        assert list(store.held()) == sorted(many(90), key=lambda pair: pair[0].id)
        assert list(store.faults()) == []


def test_a_ledger_is_read_while_it_is_being_filled(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    with open_ledger(str(place), create=True) as store, entering(place, 0, 300) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seen = 0
        while process.poll() is None:
            held = list(store.held())
            assert len(held) >= seen
            assert all(reading.report == one.id for one, reading in held)
            seen = len(held)
            process.stdout.read(1000)
        assert process.returncode == 0
        assert store.count() == 300


def test_a_small_ledger_opens_without_starting_the_migrations(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    with open_ledger(str(place), create=True):
        pass
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from onrecord.ledger import open_ledger\n"
        "with open_ledger(sys.argv[1]) as store: assert store.count() == 0\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules} & {'alembic', 'spacy', 'onnxruntime', 'numpy'}))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True)
    assert run.stdout == "\n"
