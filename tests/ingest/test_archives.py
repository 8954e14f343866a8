"""Zip, gzip, tar and WACZ: what is in them is read, and what is made to do harm is refused in bounded time."""

import io
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import Refused
from onrecord.ingest.limits import LEVELS
from tests.ingest.made import LONG, lines_of, packed, page_of, tarred, warc, zipped
from tests.ingest.world import STORY, file_with, refusal_of, refusals, reports, taken

OTHER = STORY.replace("Monday", "Tuesday")


def test_a_zip_is_read_as_a_folder_is(tmp_path: Path) -> None:
    members = {"b.txt": OTHER, "a/page": page_of(), "__MACOSX/a.txt": "x", ".hidden.txt": "x", "logo.png": b"\x89PNG"}
    found = taken(file_with(tmp_path, "wire.bin", zipped(members)))
    assert [one.name for one in reports(found)] == ["wire.bin/a/page", "wire.bin/b.txt"]
    assert refusals(found) == []


def test_a_tar_packed_or_not_is_read_member_by_member(tmp_path: Path) -> None:
    members = {"1.txt": STORY.encode(), "2.jsonl": lines_of(OTHER).encode()}
    for mode, name in (("w", "a.tar"), ("w:gz", "a.tgz"), ("w:gz", "a.tar.gz")):
        found = taken(file_with(tmp_path, name, tarred(members, mode=mode)))
        assert [one.text for one in reports(found)] == [STORY, OTHER], name


def test_gzip_of_anything(tmp_path: Path) -> None:
    for name, content in (("a.txt.gz", STORY), ("a.jsonl.gz", lines_of(STORY)), ("page.gz", page_of())):
        (report,) = taken(file_with(tmp_path, name, packed(content)))
        assert not isinstance(report, Refused)
        assert report.name in {"a.txt", "0.txt", "page"}


def test_a_wacz_is_read_by_its_archive_alone(tmp_path: Path) -> None:
    members = {
        "datapackage.json": "{}",
        "archive/data.warc.gz": warc({"https://karvan.example/envoys": page_of()}),
        "pages/pages.jsonl": lines_of(STORY),
    }
    (report,) = reports(taken(file_with(tmp_path, "a.wacz", zipped(members, compression=zipfile.ZIP_STORED))))
    assert report.name == "https://karvan.example/envoys"


def test_an_office_document_says_what_to_do(tmp_path: Path) -> None:
    path = file_with(tmp_path, "a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}))
    assert refusal_of(path) == f"{path}: an office document, not text; save its text as .txt"


def test_names_that_lead_out_of_the_archive_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    for content in (
        zipped({"../out.txt": STORY, "/etc/motd": STORY, "C:\\notes.txt": STORY, "in.txt": STORY}),
        tarred({"../out.txt": STORY.encode(), "/etc/motd": b"x", "a/../../b.txt": b"x", "in.txt": STORY.encode()}),
    ):
        found = taken(file_with(tmp_path, "a", content))
        assert [one.name for one in reports(found)] == ["a/in.txt"]
        assert len(refusals(found)) == 3
        assert all("its name leads out of the archive" in line for line in refusals(found))
    assert not (tmp_path.parent / "out.txt").exists()


def test_links_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE), ("c.txt", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/hostname"
            archive.addfile(info)
    lines = refusals(taken(file_with(tmp_path, "a.tar", out.getvalue())))
    assert len(lines) == 3
    assert all("is a link or a device" in line for line in lines)


def test_archives_within_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    content = STORY.encode()
    for level in range(1, LEVELS + 2):
        content = zipped({"a.txt" if level == 1 else "a.zip": content})
        found = taken(file_with(tmp_path, f"{level}.zip", content))
        if level <= LEVELS:
            assert len(reports(found)) == 1, found
        else:
            assert f"an archive in an archive, more than {LEVELS} deep" in refusals(found)[0]


@pytest.mark.parametrize("kind", ["zip", "gz", "tgz"])
def test_a_bomb_is_given_up_long_before_it_fills_anything(tmp_path: Path, kind: str) -> None:
    zeros = b" " * 30_000_000
    content = {
        "zip": lambda: zipped({"a.txt": zeros, "b.txt": STORY}),
        "gz": lambda: packed(zeros),
        "tgz": lambda: tarred({"a.txt": zeros}),
    }[kind]()
    lines = refusals(taken(file_with(tmp_path, f"a.{kind}", content)))
    assert lines
    assert "times its size" in lines[0] or "one report may be 20.0 MB" in lines[0]


def test_files_that_lie_over_one_another_are_refused(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": LONG * 20}))
    at = content.rindex(b"PK\1\2")
    entry = bytes(content[at : content.rindex(b"PK\5\6")])
    many = entry * 40
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 40, 40, len(many), at, 0)
    bomb = bytes(content[:at]) + many + end
    assert "its files lie over one another" in refusal_of(file_with(tmp_path, "a.zip", bomb))


def test_an_encrypted_member_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": STORY, "b.txt": OTHER}))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + offset] |= 1
    found = taken(file_with(tmp_path, "a.zip", bytes(content)))
    assert [one.name for one in reports(found)] == ["a.zip/b.txt"]
    assert "is encrypted; unpack it with its password first" in refusals(found)[0]


def test_a_damaged_member_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.txt": STORY, "b.txt": OTHER}, compression=zipfile.ZIP_STORED))
    content[content.index(b"ORLAN")] = ord("X")
    found = taken(file_with(tmp_path, "a.zip", bytes(content)))
    assert [one.name for one in reports(found)] == ["a.zip/b.txt"]
    assert "is damaged" in refusals(found)[0] or "cannot be read" in refusals(found)[0]


@pytest.mark.parametrize("name", ["a.zip", "a.tgz", "a.gz", "a.tar"])
def test_an_archive_cut_in_the_middle_says_so(tmp_path: Path, name: str) -> None:
    members = {f"{n}.txt": f"{STORY}\n\n{n}".encode() for n in range(4)}
    whole = {
        "a.zip": lambda: zipped(members),
        "a.tgz": lambda: tarred(members),
        "a.gz": lambda: packed(STORY),
        "a.tar": lambda: tarred(members, mode="w"),
    }[name]()
    found = taken(file_with(tmp_path, name, whole[:1700] if name == "a.tar" else whole[: len(whole) // 2]))
    assert refusals(found), name
    assert all("\n" not in line for line in refusals(found))
