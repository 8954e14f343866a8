"""Talks told by two governments: what counts as told as one, and whether the list and the corpus fit together."""

import json
import lzma
from dataclasses import replace
from pathlib import Path

import pytest

from gate.readouts import Told, gold, told_as_one
from onrecord.model.records import Talk, TalkMention
from tests.brief.world import Story, day, on

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "readouts"


def two_releases() -> tuple[Story, Talk]:
    """A call that Varnholt and Oska tell of, each in a release of its own."""
    story = Story()
    brenn, tarl = story.actor("Ilse Brenn"), story.actor("Joss Tarl")
    ours = story.report("ours", on(3, 5), outlet="Government of Varnholt")
    theirs = story.report("theirs", on(3, 5), outlet="Government of Oska")
    first = story.words(ours, "Brenn spoke with Tarl")
    second = story.words(theirs, "Tarl spoke with Brenn")
    mentions = (TalkMention(ours, first, "held"), TalkMention(theirs, second, "held"))
    return story, Talk("t-0001", (brenn, tarl), on(3, 4), None, "phone", None, "held", mentions)


def test_a_talk_with_a_mention_in_a_release_of_each_is_told_as_one() -> None:
    story, talk = two_releases()
    story.talks.append(talk)
    told = Told(day(3, 4), {"Varnholt": ["ours.txt"], "Oska": ["theirs.txt", "elsewhere.txt"]})
    assert told_as_one(story.ledger, told) == talk


def test_two_talks_with_a_mention_each_are_not() -> None:
    story, talk = two_releases()
    story.talks += [replace(talk, id=f"t-{n}", mentions=talk.mentions[n : n + 1]) for n in (0, 1)]
    assert told_as_one(story.ledger, Told(day(3, 4), {"Varnholt": ["ours.txt"], "Oska": ["theirs.txt"]})) is None


def test_a_talk_of_another_day_is_another() -> None:
    story, talk = two_releases()
    story.talks.append(talk)
    assert told_as_one(story.ledger, Told(day(3, 7), {"Varnholt": ["ours.txt"], "Oska": ["theirs.txt"]})) is None


def test_ten_talks_or_more_are_listed_each_by_two_governments() -> None:
    listed = gold()
    assert len(listed) >= 10
    assert all(len(told.releases) >= 2 and all(told.releases.values()) for told in listed)


def test_every_release_of_the_list_is_in_the_corpus() -> None:
    place = SHARED / "readouts-outside-window.jsonl.xz"
    if not place.exists():
        pytest.skip("../shared/corpora/readouts is not here")
    with lzma.open(place, "rt", encoding="utf-8") as lines:
        held = {json.loads(line)["file"] for line in lines}
    assert {name for told in gold() for names in told.releases.values() for name in names} <= held
