"""Each entry for talks, commitments and answers: its example yields its effect, and not without the entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import cast

import pytest
from spacy.tokens import Doc

from onrecord.extract.commitments import words as commitment_words
from onrecord.extract.responses import words as response_words
from onrecord.extract.talks import words as talk_words
from onrecord.model.kinds import load
from tests.extract.examples import batch, without
from tests.extract.reading import Told, found_in


@dataclass(frozen=True)
class Entry:
    """One entry of a vocabulary: the rules that use it, its place, its example and what else it says."""

    module: ModuleType
    kind: str
    path: tuple[str, ...]
    row: Mapping[str, str]

    @property
    def example(self) -> str:
        return self.row["example"]


STANDING = tuple(("standing", of) for of in ("verbs", "adjectives", "nouns"))
PLACES: tuple[tuple[str, ModuleType, tuple[tuple[str, ...], ...]], ...] = (
    ("talks", talk_words, (("verbs",), ("nouns",), ("light",), *STANDING)),
    ("commitments", commitment_words, (("verbs",), ("adjectives",), ("nouns",))),
    ("responses", response_words, (("cues",),)),
)


def entries() -> Iterator[Entry]:
    for kind, module, places in PLACES:
        for place in places:
            rows = load(kind)
            for step in place:
                rows = cast("Mapping[str, Mapping[str, str]]", rows[step])
            for word, row in rows.items():
                yield Entry(module, kind, (*place, word), cast("Mapping[str, str]", row))


ALL = [pytest.param(entry, id=f"{entry.kind}:{':'.join(entry.path)}") for entry in entries()]


@pytest.fixture(scope="module")
def docs() -> dict[str, Doc]:
    return batch(cast(Entry, param.values[0]).example for param in ALL)


def effect(entry: Entry, told: Told) -> list[tuple[object, ...]]:
    """What a text yields of the kind that an entry is for."""
    if entry.kind == "talks":
        return [(talk.status, talk.format, len(talk.parties)) for talk in told.talks]
    if entry.kind == "commitments":
        return [(one.why[0], one.status) for one in told.commitments]
    return [(one.status, *(answer.stance for answer in one.responses)) for one in told.commitments]


def wanted(entry: Entry) -> object:
    """What the entry says that its example yields: a talk's status, the name of a commitment's rule, a stance."""
    row, (*_, place, word) = entry.row, entry.path
    if entry.kind == "talks":
        return row.get("gives", row.get("means", "planned" if place == "light" else "held"))
    return f"{place.removesuffix('s')}:{word}" if entry.kind == "commitments" else row["stance"]


@pytest.mark.parametrize("entry", ALL)
def test_the_example_of_each_entry_yields_its_effect(entry: Entry, docs: dict[str, Doc]) -> None:
    (found,) = effect(entry, found_in(entry.example, docs[entry.example]))
    assert wanted(entry) in found
    if entry.kind == "talks" and entry.path[0] in ("verbs", "nouns") and entry.row["format"] is not None:
        assert entry.row["format"] in found or "phone" in found


@pytest.mark.parametrize("entry", ALL)
def test_without_the_entry_its_example_yields_another_thing(entry: Entry, docs: dict[str, Doc]) -> None:
    doc = docs[entry.example]
    there = effect(entry, found_in(entry.example, doc))
    with without(entry.module, entry.kind, *entry.path):
        assert effect(entry, found_in(entry.example, doc)) != there


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Orlavia promised to open the locks. Kestria verified the promise.", ["confirm"]),
        ("Orlavia promised to open the locks. Kestria is trying to verify the promise.", ["doubt"]),
        ("Orlavia promised to open the locks. Kestria has not verified the promise.", []),
    ],
)
def test_what_has_been_verified_is_confirmed_and_what_is_to_be_is_doubted(text: str, stance: list[str]) -> None:
    told = found_in(text, batch([text])[text])
    assert [answer.stance for one in told.commitments for answer in one.responses] == stance


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mara Vint did not take part in talks with Joren Tal.", []),
        ("Mara Vint refused to take part in talks with Joren Tal.", ["refused"]),
        ("Mara Vint took part in talks with Joren Tal on Monday.", ["held"]),
        ("Mara Vint could engage in talks with Joren Tal.", ["proposed"]),
        ("Mara Vint is taking part in talks with Joren Tal.", ["under way"]),
    ],
)
def test_who_takes_part_or_does_not_is_told_by_its_own_verb(text: str, status: list[str]) -> None:
    assert [talk.status for talk in found_in(text, batch([text])[text]).talks] == status
