"""A collection as large as is asked for: some hundred reports that were read once, again and again with other names and
days.

A repetition takes every name that is not general vocabulary through a cipher of its own that keeps lengths, so that
offsets stay true and nothing has to be read again; days move on. States, capitals, offices and common words stay: they
are what real collections have in common however large they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

import msgspec

from onrecord.ingest import report_id
from onrecord.ledger import evidence
from onrecord.model.period import Published
from onrecord.model.reading import Reading
from onrecord.model.report import Report

__all__ = ["Repeated"]

_NAME = re.compile(r"[A-Z][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"date:(\d{4})-(\d\d)-(\d\d)")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


class Repeated:
    """Reports without end, in order of their days, so many of them a day; the same at every run."""

    def __init__(self, held: Sequence[tuple[Report, Reading]], *, a_day: int = 100, begin: date) -> None:
        self._held = sorted(held, key=lambda pair: (str(pair[0].published.start), pair[0].id))
        self._begin, self._a_day = begin, a_day
        lower = {word for report, _ in held for word in _WORD.findall(report.text) if word.islower()}
        self._kept = lower | _vocabulary()
        cipher = _Cipher(1, self._kept)  # a word that is a part of another may get lost: such reports are left out
        self._held = [pair for pair in self._held if _whole(*self._again(*pair, cipher, begin))]

    def __iter__(self) -> Iterator[tuple[Report, Reading]]:
        number = 0
        while True:
            cipher = _Cipher(number // len(self._held), self._kept)
            for report, reading in self._held:
                yield self._again(report, reading, cipher, self._begin + timedelta(days=number // self._a_day))
                number += 1

    def _again(self, report: Report, reading: Reading, cipher: "_Cipher", day: date) -> tuple[Report, Reading]:
        text, moved = cipher.of(report.text), day - (report.published.start or day)
        url = None if report.url is None else f"{report.url}?{cipher.number}"
        made = report_id(text, report.outlet, url)
        title = cipher.of(report.title or "") or None
        as_json = cipher.of(msgspec.json.encode(reading).decode().replace(report.id, made))
        return (
            replace(report, id=made, text=text, title=title, url=url, published=Published(day, day, "given")),
            msgspec.json.decode(_DATE.sub(lambda found: _moved(found, moved), as_json), type=Reading),
        )


class _Cipher:
    """Other names of the same length, the same for the same name within one repetition."""

    def __init__(self, number: int, kept: frozenset[str] | set[str]) -> None:
        self.number, self._kept, self._known = number, kept, dict[str, str]()
        chance = Random(number)  # noqa: S311 - nothing is to be kept secret
        table = {}
        for letters in (_VOWELS, _CONSONANTS):
            others = "".join(chance.sample(letters, len(letters)))
            table |= dict(zip(letters + letters.upper(), others + others.upper(), strict=True))
        self._table = str.maketrans(table) if number else {}

    def of(self, text: str) -> str:
        """The text under other names."""
        return _NAME.sub(self._name, text) if self._table else text

    def _name(self, found: re.Match[str]) -> str:
        name = found[0]
        if name not in self._known:
            self._known[name] = name if name.lower() in self._kept else name.translate(self._table)
        return self._known[name]


def _whole(report: Report, reading: Reading) -> bool:
    return all(span.holds(report.text) for span in evidence(reading))


def _moved(found: re.Match[str], by: timedelta) -> str:
    try:
        return f"date:{date(int(found[1]), int(found[2]), int(found[3])) + by}"
    except (ValueError, OverflowError):
        return found[0]


@cache
def _vocabulary() -> frozenset[str]:
    folder = files("onrecord") / "model" / "kinds"
    texts = [path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".yaml")]
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))
