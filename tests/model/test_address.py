"""Addresses: without tracking, and in one form for each page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.address import address_key, clean_address, same_site


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://Karvan.Example/a?utm_source=x&id=7&fbclid=y#top", "https://karvan.example/a?id=7"),
        ("http://karvan.example:80/a?b=%20c", "http://karvan.example/a?b=%20c"),
        ("https://karvan.example/a?q=", "https://karvan.example/a?q="),
        ("mailto:desk@karvan.example", "mailto:desk@karvan.example"),
        ("https://[::1", "https://[::1"),
        ("https://karvan.example/a #b", "https://karvan.example/a"),
        ("https:// \x85#b", "https://"),
        ("https://karvan.example:port/a", "https://karvan.example:port/a"),
    ],
)
def test_tracking_goes_and_all_else_stays(address: str, clean: str) -> None:
    assert clean_address(address) == clean


def test_one_page_has_one_key_whichever_way_it_is_linked() -> None:
    ways = (
        "https://www.karvan.example/2031/envoys/", "http://karvan.example/2031/envoys", "https://m.karvan.example/2031/envoys",
        "https://karvan.example/2031/envoys/amp/", "https://karvan.example/2031/envoys/?utm_medium=rss",
        "https://karvan.example/2031/envoys/index.html",
    )  # fmt: skip
    assert len({address_key(way) for way in ways}) == 1
    assert address_key("https://karvan.example/story?id=1") != address_key("https://karvan.example/story?id=2")
    assert address_key("https://karvan.example/live#b1") != address_key("https://karvan.example/live#b2")


def test_the_same_site() -> None:
    assert same_site("https://www.karvan.example/a", "https://news.karvan.example/b")
    assert not same_site("https://karvan.example/a", "https://lake.example/a")


@given(st.text(max_size=60))
def test_no_address_whatever_breaks_it(rest: str) -> None:
    for address in (rest, f"https://{rest}", f"https://karvan.example/{rest}"):
        assert clean_address(clean_address(address)) == clean_address(address)
        address_key(address)
        same_site(address, "https://karvan.example")
