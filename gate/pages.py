"""Pages: body and day as taken in, beside trafilatura and htmldate alone; and furniture in what a copy brings.

The pages are made: the body of each is a news report of ../shared, set into page frames of our own with menus, boxes,
related stories, captions, comments and consent notices around and inside it. The article-extraction benchmark's pages
are not to be had without a network; these frames are milder than the worst of them. Body: F1 of words against the
report's. Day: the share of pages whose day is right, and the share of wrong days among those given. Lines: everything
visible on the page as plain text, F1 of the lines kept, where a line is the report's if it stands in it.
"""

import json
import lzma
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from io import BytesIO
from pathlib import Path

from htmldate import find_date
from justext import get_stoplist, justext
from trafilatura import extract

from onrecord.clean import clean
from onrecord.errors import Refused
from onrecord.ingest.arrival import Terms, arrival
from onrecord.ingest.doors import enter
from onrecord.ingest.fragment import plain_text
from onrecord.ingest.report import Facts
from onrecord.model.report import Report

__all__ = ["TODAY", "Page", "bodies", "days", "lines", "measure", "pages", "reports"]

COUNT = 120
TODAY = date(2030, 1, 1)
WORD = re.compile(r"\w+")
MENU = (
    "Home",
    "World",
    "Politics",
    "Business",
    "Sport",
    "Culture",
    "Opinion",
    "Video",
    "Podcasts",
    "Weather",
    "Sign in",
)
INSIDE = (
    "Advertisement", "Story continues below", "Get the morning letter from our editors in your inbox", "Share this",
    "Listen to this article", "3 min read", "Save for later", "Follow us for live updates", "Give this article",
    "Enlarge this image", "Tap for more on this story", "Sign up for Lake Letter, our weekly newsletter",
)  # fmt: skip
AFTER = (
    "More on this story", "Most read", "You may also like", "Comments (14)", "Join the conversation", "Report an error",
    "Print this page", "Back to top", "Topics: diplomacy, rivers", "Contact the newsroom", "Terms of use",
    "Privacy policy", "Copyright 2029 Lake Times. All rights reserved.", "Manage consent", "About us",
    "Advertise with us",
)  # fmt: skip
TITLES = (
    "Ferries return to the lake after a long winter", "What the new tolls mean for hauliers",
    "Five walks for a rainy weekend", "Mayor of Pell to stand again", "How the old bridge was saved",
    "Harvest festival draws record crowds", "The last lamplighter of Harl",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its HTML, the lines of its report, and its day, None where it names none but that of a change.

    `neither` are lines that count on neither side: bylines, the page's day, captions.
    """

    html: str
    lines: tuple[str, ...]
    day: date | None
    url: str | None = None
    neither: frozenset[str] = frozenset()


def measure(shared: Path) -> dict[str, float]:
    """The figures, from 0 to 1."""
    made = list(pages(reports(shared), count=COUNT))
    figures = {f"body, {name}": sum(found) / len(made) for name, found in bodies(made).items()}
    return {f"pages: {name}": figure for name, figure in {**figures, **days(made), **lines(made)}.items()}


def pages(reports: Sequence[str], *, count: int) -> Iterator[Page]:
    """Pages around reports, the same every time."""
    chance = random.Random(20310502)  # noqa: S311
    for number in range(count):
        text = reports[number % len(reports)]
        lines = tuple(line.strip() for line in text.split("\n") if line.strip())
        yield _page(lines, number, chance)


def _page(lines: tuple[str, ...], number: int, chance: random.Random) -> Page:
    day, changed = date(2029, 1, 1) + timedelta(days=number * 3), date(2029, 1, 9) + timedelta(days=number * 3)
    named = chance.random() < 0.85
    head, shown = _dates(day if named else None, changed, chance)
    block = chance.choice(("p", "p", "p", "div"))
    body: list[str] = []
    for line in lines:
        body.append(f"<{block}>{escape(line)}</{block}>")
        if chance.random() < 0.15:
            body.append(
                f'<div class="{chance.choice(("promo", "box", "x1", "ad-slot"))}">{chance.choice(INSIDE)}</div>'
            )
    frame = chance.choice(("article", 'div class="story-body"', "main", 'div id="content"'))
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in chance.sample(MENU, 8))
    links = "".join(f'<li><a href="/x{n}">{title}</a></li>' for n, title in enumerate(chance.sample(TITLES, 4)))
    after = "".join(f"<div>{words}</div>" for words in chance.sample(AFTER, 7))
    wrapped = f"<{frame}>{shown}{''.join(body)}</{frame.split()[0]}>"
    html = (
        f"<!doctype html><html><head><title>{escape(lines[0][:90])}</title>{head}</head><body>"
        f"<header><ul>{menu}</ul></header>{wrapped}<aside><h3>Read next</h3><ul>{links}</ul></aside>"
        f"<footer>{after}</footer></body></html>"
    )
    return Page(html, lines, day if named else None)


def _dates(day: date | None, changed: date, chance: random.Random) -> tuple[str, str]:
    """How a page names its day: in its head, in its linked data, in words; and beside it the day of a change."""
    head = f'<meta property="article:modified_time" content="{changed}T10:00:00Z">' if chance.random() < 0.5 else ""
    if day is None:
        return head, f"<div>Updated {changed:%d %B %Y}</div>" if chance.random() < 0.5 else ""
    way = chance.choice(("meta", "data", "time", "words"))
    if way == "meta":
        return f'<meta property="article:published_time" content="{day}T08:00:00Z">{head}', ""
    if way == "data":
        data = json.dumps({"@type": "NewsArticle", "datePublished": f"{day}T08:00:00Z", "dateModified": str(changed)})
        return f'<script type="application/ld+json">{data}</script>', ""
    if way == "time":
        return head, f'<time datetime="{day}T08:00:00Z">{day:%d %B}</time>'
    return head, f"<div>Published: {day:%d %B %Y}</div>"


def _taken(page: Page) -> Report | None:
    stream, facts = BytesIO(page.html.encode()), Facts(url=page.url)
    found = list(enter(arrival("page.html", "page.html", stream, facts=facts), Terms(TODAY)))
    return found[0] if len(found) == 1 and not isinstance(found[0], Refused) else None


def bodies(made: Sequence[Page]) -> Mapping[str, list[float]]:
    """F1 of the words of each page's body."""
    found: dict[str, list[float]] = {"onrecord": [], "trafilatura alone": []}
    for page in made:
        report, wanted = _taken(page), " ".join(page.lines)
        ours, theirs = report.text if report else "", extract(page.html, include_comments=False) or ""
        found["onrecord"].append(_words_f1(_counted(ours, page), wanted))
        found["trafilatura alone"].append(_words_f1(_counted(theirs, page), wanted))
    return found


def _counted(text: str, page: Page) -> str:
    """The lines of a text but for those that count on neither side."""
    return "\n".join(line for line in text.split("\n") if " ".join(line.split()) not in page.neither)


def days(made: Sequence[Page]) -> dict[str, float]:
    """Days: right ones among the pages that name one, and wrong ones among those given."""
    figures: dict[str, float] = {}
    for name, of in (("onrecord", _our_day), ("htmldate alone", _their_day)):
        given = [(of(page), page.day) for page in made]
        named = [(one, day) for one, day in given if day]
        said = [(one, day) for one, day in given if one]
        figures[f"day right, {name}"] = sum(one == day for one, day in named) / len(named)
        figures[f"day given is right, {name}"] = sum(one == day for one, day in said) / max(1, len(said))
    return figures


def _our_day(page: Page) -> date | None:
    report = _taken(page)
    return report.published.start if report else None


def _their_day(page: Page) -> date | None:
    found = find_date(page.html, original_date=True, url=page.url, max_date=TODAY.isoformat())
    return date.fromisoformat(found) if found else None


def lines(made: Sequence[Page]) -> dict[str, float]:
    """F1 of the lines kept of everything visible, pooled over all pages."""
    names = ("onrecord", "keep all", "jusText", "jusText with the page's markup")
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    stop = get_stoplist("English")
    for page in made:
        seen = [line for line in plain_text(page.html).split("\n") if line]
        kept = {"keep all": set(seen), "onrecord": _kept(seen)}
        plain = "".join(f"<p>{escape(line)}</p>" for line in seen)
        for name, html in (("jusText", plain), ("jusText with the page's markup", page.html)):
            kept[name] = {" ".join(one.text.split()) for one in justext(html, stop) if not one.is_boilerplate}
        wanted = {" ".join(line.split()) for line in page.lines}
        wanted &= kept["keep all"]  # a page that a script builds shows less
        for name, found in ((name, found - page.neither) for name, found in kept.items()):
            counts[name] += Counter(right=len(found & wanted), kept=len(found), wanted=len(wanted))
    return {f"lines kept, {name}": 2 * c["right"] / max(1, c["kept"] + c["wanted"]) for name, c in counts.items()}


def _kept(lines: Sequence[str]) -> set[str]:
    """The lines that cleaning leaves of a text."""
    text = "\n\n".join(lines)
    report = clean(Report("r-page", "page", text))
    left, at = [], 0
    for start, end in report.furniture:
        left.append(text[at:start])
        at = end
    return {line.strip() for line in "".join([*left, text[at:]]).split("\n") if line.strip()}


def _words_f1(found: str, wanted: str) -> float:
    one, other = Counter(WORD.findall(found.casefold())), Counter(WORD.findall(wanted.casefold()))
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def reports(shared: Path) -> list[str]:
    """Reports of some length, a few of each corpus, in the order of their files."""
    found: list[str] = []
    for path in sorted(shared.glob("corpora/reports/*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            texts = (str(json.loads(line)["text"]) for _, line in zip(range(60), lines, strict=False))
            found += [text for text in texts if 150 <= len(text.split()) <= 1_500 and text.count("\n") >= 4]
    return found
