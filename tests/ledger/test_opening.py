"""Opening a ledger: what is one, what is not, and what is said of it in one line."""

import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from onrecord.errors import LedgerError, NewerLedger, NotALedger
from onrecord.ledger import open_ledger
from tests.ledger.world import many, reading_of, report

ROOT = Path(__file__).parents[2]


def made(place: Path) -> str:
    """The place of a ledger with one report in it."""
    with open_ledger(str(place), create=True) as store:
        store.enter(report(), reading_of(report()))
    return str(place)


def refusal(place: object, *, create: bool = False) -> str:
    """The one line that is said of a place that cannot be opened."""
    with pytest.raises(LedgerError) as caught:
        open_ledger(str(place), create=create, patience=0.1)
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith(str(place))
    return line.removeprefix(f"{place}: ")


def test_a_ledger_is_made_where_that_is_allowed_and_found_again(tmp_path: Path) -> None:
    place = made(tmp_path / "with a space #1?.db")
    with open_ledger(place) as store:
        assert store.place == place
        assert store.count() == 1


def test_a_missing_ledger_is_not_made_by_looking(tmp_path: Path) -> None:
    line = refusal(tmp_path / "none.db")
    assert line == "there is no ledger here; make one with `onrecord read FILES…`, or name another with --ledger"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    for create in (True, False):
        assert refusal(tmp_path / "no" / "l.db", create=create).startswith("the folder of this ledger does not exist; ")


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    assert refusal(tmp_path, create=True) == "this is a folder, not a ledger; name a file in it with --ledger"


@pytest.mark.parametrize("content", [b"Weirs at Saltmere stay shut\n", b"SQLite format 2", b"\0" * 4096])
def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "notes.txt"
    place.write_bytes(content)
    for create in (True, False):
        assert refusal(place, create=create) == "this file is not an onrecord ledger; name another with --ledger"
    assert place.read_bytes() == content


def test_a_file_that_only_begins_like_a_ledger_is_not_one(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    place.write_bytes(b"SQLite format 3\0" + b"weirs" * 1000)
    assert refusal(place, create=True) == "this file is not an onrecord ledger; name another with --ledger"


def test_an_empty_file_becomes_a_ledger_only_by_reading(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    place.touch()
    assert refusal(place) == "this file is not an onrecord ledger; name another with --ledger"
    with open_ledger(str(place), create=True) as store:
        assert store.count() == 0


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE recipes (name TEXT)",
        "CREATE TABLE meta (key TEXT, value TEXT); CREATE TABLE alembic_version (version_num TEXT);"
        "INSERT INTO alembic_version VALUES ('0001')",
    ],
)
def test_a_database_of_somebody_else_is_left_as_it_is(tmp_path: Path, tables: str) -> None:
    place = tmp_path / "recipes.db"
    connection = sqlite3.connect(place)
    connection.executescript(tables)
    connection.close()
    before = place.read_bytes()
    for create in (True, False):
        with pytest.raises(NotALedger, match="this database holds something else than an onrecord ledger"):
            open_ledger(str(place), create=create)
    assert place.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    place = made(tmp_path / "l.db")
    connection = sqlite3.connect(place)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(NewerLedger, match="made by a newer onrecord; upgrade with `pip install --upgrade onrecord`"):
        open_ledger(place, create=True)


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    place = Path(made(tmp_path / "l.db"))
    content = place.read_bytes()
    place.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(LedgerError, match="the ledger is damaged; put back a copy"), open_ledger(str(place)) as store:
        list(store.held())


def test_a_server_is_named_without_its_password() -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://desk:secret@db.example/ledger")
    assert str(caught.value).startswith(
        "postgresql://db.example/ledger: team ledgers on a server are not in this version"
    )


def test_a_ledger_that_another_program_is_writing_can_be_read_and_says_so_to_a_writer(tmp_path: Path) -> None:
    place = made(tmp_path / "l.db")
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_ledger(place, patience=0.1) as store:
        assert store.count() == 1
        with pytest.raises(LedgerError, match="another program is writing to this ledger; wait until it is done"):
            store.enter(*many(1)[0])
        other.execute("ROLLBACK")
        other.close()
        assert store.enter(*many(1)[0])


def test_two_open_ledgers_see_what_the_other_enters(tmp_path: Path) -> None:
    place = made(tmp_path / "l.db")
    with open_ledger(place) as one, open_ledger(place) as other:
        one.enter(*many(1)[0])
        assert other.count() == 2
        other.enter(*many(2)[1])
        assert one.count() == 3


def elsewhere(code: str, *arguments: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a few lines in another process that knows onrecord and these tests."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    return subprocess.run(
        [sys.executable, "-c", start + code, *arguments], capture_output=True, text=True, preexec_fn=before, timeout=120
    )


LOOK = """
import os
from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from tests.ledger.world import many
with open_ledger(":memory:", create=True) as warm:  # nobody may be kept from the folder that holds the code
    warm.enter(*many(1)[0])
    warm.search("saltmere")
if os.getuid() == 0:
    os.setuid(65534)  # nobody: root may write everywhere
try:
    with open_ledger(sys.argv[1]) as store:
        print(store.count(), [hit.kind for hit in store.search("saltmere")])
        store.enter(*many(1)[0])
except LedgerError as error:
    print(error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder into which any user can look; pytest's own are closed to others."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def test_a_ledger_in_a_place_that_cannot_be_written_is_still_read(open_folder: Path) -> None:
    place = made(open_folder / "l.db")
    Path(place).chmod(0o444)
    open_folder.chmod(0o555)
    assert elsewhere(LOOK, place).stdout.splitlines() == [
        "1 ['statement', 'report']",
        f"{place}: the ledger cannot be written; give yourself the right to, or name another with --ledger",
    ]


def test_a_ledger_that_may_not_be_looked_at_says_so(open_folder: Path) -> None:
    place = made(open_folder / "l.db")
    Path(place).chmod(0)
    assert elsewhere(LOOK, place).stdout == (
        f"{place}: the ledger cannot be read (Permission denied); "
        "give yourself the right to, or name another with --ledger\n"
    )


def test_a_ledger_is_not_made_where_nothing_may_be_written(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    making = LOOK.replace("sys.argv[1]", "sys.argv[1], create=True")
    assert elsewhere(making, str(open_folder / "l.db")).stdout == (
        f"{open_folder}/l.db: the ledger cannot be opened; is its folder there, and may you write in it?\n"
    )


FILL = """
from onrecord.errors import LedgerError
from onrecord.ledger import open_ledger
from tests.ledger.world import many
try:
    with open_ledger(sys.argv[1], create=True) as store:
        for one, reading in many(3000):
            store.enter(one, reading)
except LedgerError as error:
    print(error)
"""


def test_a_file_that_may_grow_no_more_stops_in_one_line_and_keeps_whole_reports(tmp_path: Path) -> None:
    place = tmp_path / "l.db"
    limit = 1_000_000
    run = elsewhere(FILL, str(place), before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert re.fullmatch(
        rf"{re.escape(str(place))}: (the disk does not take or give the data|the disk is full); .*\n", run.stdout
    )
    with open_ledger(str(place)) as store:
        assert 0 < store.count() < 3000
        assert len(list(store.held())) == store.count()
        assert list(store.faults()) == []
        assert store.enter(*many(3000)[-1])


def test_a_full_disk_stops_in_one_line_and_keeps_whole_reports(tmp_path: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("needs a small file system of its own, and unshare is not there to make one")
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        f'mount -t tmpfs -o size=1m none {disk} && {sys.executable} -c "$1" {disk}/l.db && cp {disk}/l.db* {tmp_path}/'
    )
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", start + FILL], capture_output=True, text=True, timeout=120
    )
    if "unshare" in run.stderr or "mount" in run.stderr:
        pytest.skip(f"a small file system cannot be made here: {run.stderr.strip()}")
    assert run.stdout == (
        f"{disk}/l.db: the disk is full; make room and run the same command again; what was entered is whole\n"
    )
    with open_ledger(str(tmp_path / "l.db")) as store:
        assert 0 < store.count() < 3000
        assert len(list(store.held())) == store.count()
        assert list(store.faults()) == []
