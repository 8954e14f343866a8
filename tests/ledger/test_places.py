"""One report with several places: what was found at an address is known by it, however it is linked."""

from dataclasses import replace

from onrecord.ingest import report_id
from onrecord.ledger import Store
from onrecord.model.report import Report, Seen
from tests.ledger.world import STORY, reading_of, report

ADDRESS = "https://www.harl.example/weirs/?utm_source=mail"


def printed(text: str = STORY, *, url: str = "https://harl.example/weirs", outlet: str = "Harl Evening Post") -> Report:
    return replace(report(text), id=report_id(text, outlet), outlet=outlet, url=url, seen=(Seen(url, "page"),))


def test_a_report_is_found_by_every_form_of_its_address(store: Store) -> None:
    held = printed()
    store.enter(held, reading_of(held))
    assert store.at_address(ADDRESS) == (held,)
    assert store.at_address("https://harl.example/other") == ()


def test_an_address_that_is_learnt_later_counts_too(store: Store) -> None:
    bare = replace(printed(), url=None, seen=(Seen("weirs.txt", "file"),))
    store.enter(bare, reading_of(bare))
    store.learn(printed())
    (held,) = store.at_address(ADDRESS)
    assert held.seen == (Seen("https://harl.example/weirs", "page"), Seen("weirs.txt", "file"))


def test_places_are_added_and_the_reading_stays(store: Store) -> None:
    held = printed()
    store.enter(held, reading_of(held))
    before = store.reading(held.id)
    assert store.also_seen(held.id, [Seen("https://harl.example/weirs", "feed")])
    assert not store.also_seen(held.id, [Seen("https://harl.example/weirs", "feed")])
    assert not store.also_seen("r-none", [Seen("x", "feed")])
    assert [seen.via for seen in store.report(held.id).seen] == ["feed", "page"]
    assert store.reading(held.id) == before


def test_a_copy_in_another_outlet_is_known_as_one(store: Store) -> None:
    first = printed()
    store.enter(first, reading_of(first))
    other = printed(f"From our agency.\n{STORY}Harl Wire", url="https://lake.example/w", outlet="Lake Times")
    assert store.copied(other) == first.id
    assert (
        store.copied(printed("Rain fell in the valley for a second week, the keepers of the lower weirs said.")) is None
    )
    assert store.copied(printed("Rain.")) is None
