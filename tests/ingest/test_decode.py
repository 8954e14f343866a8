"""From bytes to text: what is certain is taken, what is likely is said, what could be wrong is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.ingest.decode import decode

WORDS = (
    "The palace said “by Friday” – and the café of Señor Núñez paid £5 for it. It’s over, said the envoy from Orlan."
)


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        decode(data, where="a.txt")
    return str(caught.value)


@given(st.text())
def test_utf8_text_comes_back_with_nothing_changed_but_line_ends(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if (
        text.strip()
        and b"\x00" not in data
        and not any(c < " " or c == "\x7f" for c in text)
        and data[:1] not in b"\xef{P"
    ):
        assert decode(data, where="a.txt").text == data.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_says_the_encoding(encoding: str) -> None:
    data = WORDS.encode(encoding) if encoding == "utf-16" else ("\ufeff" + WORDS).encode(encoding)
    text, note = decode(data, where="a.txt")
    assert text == WORDS
    assert note.startswith("read as UTF-")


def test_windows_text_is_taken_and_it_is_said() -> None:
    assert decode(WORDS.encode("windows-1252"), where="a.txt") == (
        WORDS,
        "read as Windows-1252 (Latin-1), because it is not UTF-8",
    )


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (WORDS, "mac-roman"),
        (WORDS.replace("–", "-").replace("“", '"').replace("”", '"').replace("’", "'"), "cp850"),
        ("The envoy Wałęsa said that it was over, and went home to Gdańsk.", "windows-1250"),
        ("Дворец назвал день, и солдаты уйдут из долины.", "windows-1251"),
        ("Дворец назвал день, и солдаты уйдут из долины.", "koi8-r"),
        ("宮殿は月曜日に発表した。", "shift-jis"),
    ],
)
def test_another_old_encoding_is_refused_rather_than_read_wrong(words: str, encoding: str) -> None:
    assert refusal(words.encode(encoding)) == "a.txt: the encoding cannot be told; save it as UTF-8"


def test_damaged_utf8_is_refused_with_the_place_of_the_damage() -> None:
    data = (WORDS + "’").encode("utf-8")[:-1]
    assert refusal(data) == f"a.txt: is UTF-8 but for byte {len(data) - 2}, which is broken; save it as UTF-8"


def test_a_cut_utf16_file_is_refused() -> None:
    assert "says UTF-16-LE, but byte" in refusal(("\ufeff" + WORDS).encode("utf-16-le")[:-1])


def test_utf16_without_its_mark_is_refused_and_named() -> None:
    assert "looks like UTF-16 without a byte-order mark" in refusal(WORDS.encode("utf-16-le"))


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data) == "a.txt: the file is empty; put the report's text into it, or leave it out"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (b"BZh91AY", "a bzip2 archive"),
        (b"{\\rtf1 hello}", "an RTF document"),
        (b"\x89PNG\r\n", "an image"),
        (b"SQLite format 3\x00", "a database"),
        (b"\x7fELF\x00\x01\x02\x00", "a binary file"),
        (bytes(range(1, 32)) * 9, "a binary file"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    assert f"this is {kind}, not text" in refusal(data)


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data, where="a").text
    except Refused:
        return
    assert text.strip()
