"""The day of first publication where the page's markup or a label says it outright, in one way or the same in several.

htmldate looks further and guesses more; what stands here is asked first, because a page that names its day plainly
often names that of a change just as plainly, and only the names tell the two apart.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.ingest.fragment import plain_text
from onrecord.ingest.linked_data import kinds, linked_data, word
from onrecord.ingest.page_day import UPDATED, days_in, labelled_days

__all__ = ["changed_days", "days_above", "labelled", "lines_shown", "marked_days"]

DAY = r"(\d{4}-\d\d-\d\d)"
TAG = re.compile(r"<(?:meta|time)\b[^>]{0,400}>", re.IGNORECASE)
NAMES = re.compile(
    r"(?:property|name|itemprop)\s*=\s*[\"'](?:article[:.]published(?:_time)?|og:published_time|datepublished|date_published|"
    r"publication_date|publish[-_]?date|pub_?date|parsely-pub-date|sailthru\.date|dc\.date\.issued|dcterms\.issued|"
    r"citation_publication_date)[\"']|\bpubdate\b",
    re.IGNORECASE,
)
VALUE = re.compile(rf"(?:content|datetime)\s*=\s*[\"']\s*{DAY}", re.IGNORECASE)
CHANGE = re.compile(r"updat|modif|edit", re.IGNORECASE)
ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog")
PARAGRAPH, BEGINNING, ABOVE = 8, 40, 3  # words of a paragraph, its characters compared, lines above the title
SHORT = 100  # characters of a line with a byline and a day
LOOK = 200_000  # characters of a page in which a label is looked for


def marked_days(html: str) -> frozenset[date]:
    """The days that a page's markup names as that of its publication, by the plainest way in which it names any."""
    return next((days for way in WAYS if (days := frozenset(way(html)))), frozenset())


def changed_days(html: str) -> list[str]:
    """The days of `<time>` elements that are called those of a change, each as it is written, as often as it is."""
    found = ((tag, VALUE.search(tag[0])) for tag in TAG.finditer(html) if tag[0][:5].lower() == "<time")
    return [value[1] for tag, value in found if value and _of_a_change(html, tag)]


def lines_shown(html: str) -> list[str]:
    """What a page shows, line by line, as far as its day is looked for."""
    return [" ".join(line.split()) for line in plain_text(html[:LOOK]).split("\n") if line]


def labelled(lines: Sequence[str]) -> frozenset[date]:
    """The days that stand behind `Published` or a word like it."""
    return frozenset(labelled_days(lines))


def days_above(lines: Sequence[str], title: str, story: str) -> frozenset[date]:
    """The days that stand in short lines between a page's title, or a little above it, and its story's first paragraph.

    Those further down are days of comments, of changes and of other stories.
    """
    first = next((line for line in story.split("\n") if len(line.split()) >= PARAGRAPH), "")
    begins = " ".join(first.split())[:BEGINNING]
    end = next((n for n, line in enumerate(lines) if begins and begins in line), 0)
    titles = [n for n, line in enumerate(lines[:end]) if title and title in line]
    start = max(0, (titles[-1] if titles else end) - ABOVE)
    short = [line for line in lines[start:end] if len(line) <= SHORT]
    return frozenset(found.day for line in short for found in days_in(line) if not UPDATED.search(line[: found.start]))


def _tags(html: str) -> Iterator[date]:
    for tag in TAG.finditer(html):
        value = VALUE.search(tag[0])
        if value and NAMES.search(tag[0]):
            yield from _day(value[1])


def _data(html: str) -> Iterator[date]:
    """Days of the first article in linked data; others on the page are teasers of other stories."""
    for entry in linked_data(html):
        if any(ARTICLE.search(kind) for kind in kinds(entry)) and (said := word(entry, "datePublished")):
            yield from _day(said[:10])
            return


def _times(html: str) -> Iterator[date]:
    """The day of a `<time>`, where there is only one on the page and it is not called that of a change."""
    found = [tag for tag in TAG.finditer(html) if tag[0][:5].lower() == "<time" and VALUE.search(tag[0])]
    if len(found) == 1 and not _of_a_change(html, found[0]):
        value = VALUE.search(found[0][0])
        yield from _day(value[1] if value else "")


def _of_a_change(html: str, tag: re.Match[str]) -> bool:
    return CHANGE.search(html[max(0, tag.start() - 60) : tag.end()]) is not None


def _day(words: str) -> Iterator[date]:
    try:
        yield date.fromisoformat(words)
    except ValueError:
        return


WAYS = (_tags, _data, _times)
