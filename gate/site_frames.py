"""Page frames as news sites of different kinds have them, set around a report whose lines are known.

Everything around the report is furniture of our own words, but for the titles and openings of other stories, which are
those of other reports: lists of stories are where a page is hardest to tell from its report. Bylines, the page's day
and captions are neither wanted nor unwanted; each frame names them. The first six frames were looked at while rules
were made, the others (`HELD`) were not.
"""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape

__all__ = ["FRAMES", "HELD", "Story", "frame_of"]

PEOPLE = ("Lena Marsh", "Tom Orr", "Ada Quill", "J. Verren", "Mika Sool", "Dora Pell")
SECTIONS = ("World", "Politics", "Business", "Economy", "Sport", "Culture", "Opinion", "Video", "Science", "Travel")
REMARKS = (
    "Well, that took them long enough.", "I live two streets away and nobody told us anything about this.",
    "Typical. They will say the same thing again next year and nothing will have changed by then.",
    "Thank you for the thorough reporting, this is why I read this paper every morning.",
    "Does anyone know whether the ferry is running on Sunday?", "First!",
    "So who pays for all of this in the end? We do.",
    "My grandfather worked there for thirty years and he always said that it could not last.",
    "The headline does not match the story at all. Please correct it.", "+1",
)  # fmt: skip
LETTERS = (
    ("The Morning Letter", "What matters today, in five minutes, in your inbox at seven.", "Enter your email address"),
    ("Never miss a story", "Sign up for our free newsletter and get the best of our reporting.", "Subscribe"),
    ("Stay informed", "Our editors choose the stories of the week. You can unsubscribe at any time.", "Sign up now"),
)
CONSENT = (
    "We value your privacy", "We and our partners use cookies to store and access information on your device.",
    "Accept all", "Reject all", "Manage preferences",
)  # fmt: skip
FOOT = (
    "About us", "Contact", "Careers", "Advertise", "Privacy policy", "Terms of use", "Cookie settings", "Help centre",
    "Newsletters", "Corrections", "Accessibility", "Site map",
)  # fmt: skip


@dataclass(slots=True)
class Story:
    """A report to be framed: its lines, its day (None where the page must not name it), and stories beside it.

    `beside` holds titles and openings of other reports. `neither` gathers the lines that count on neither side.
    """

    lines: tuple[str, ...]
    day: date
    named: bool
    beside: Sequence[tuple[str, str]]
    chance: random.Random
    neither: set[str] = field(default_factory=set)
    url: str = ""

    @property
    def title(self) -> str:
        """Its first line."""
        return self.lines[0]

    def aside(self, words: str) -> str:
        """Words that are neither the report's nor furniture, noted as such."""
        self.neither.add(" ".join(words.split()))
        return escape(words)

    def paragraphs(self, tag: str = "p", *, every: float = 0.0, inside: Callable[[], str] = lambda: "") -> str:
        """Its lines below the title as elements, with something between them now and then."""
        made = []
        for line in self.lines[1:]:
            made.append(f"<{tag}>{escape(line)}</{tag.split()[0]}>")
            made.append(inside() if self.chance.random() < every else "")
        return "".join(made)

    def other_day(self) -> date:
        """A day of another story, before or after its own."""
        return self.day + timedelta(days=self.chance.choice((-40, -9, -3, -1, 1, 2, 5)))

    def others(self, count: int) -> list[tuple[str, str]]:
        """Other stories."""
        return self.chance.sample(list(self.beside), count)


def frame_of(number: int) -> Callable[[Story], str]:
    """The frame of a page by its number."""
    return FRAMES[number % len(FRAMES)]


def _menu(story: Story) -> str:
    entries = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in story.chance.sample(SECTIONS, 8))
    return f'<nav><ul><li><a href="/">Home</a></li>{entries}<li><a href="/in">Sign in</a></li></ul></nav>'


def _foot(story: Story) -> str:
    links = "".join(f"<li><a>{words}</a></li>" for words in story.chance.sample(FOOT, 8))
    return f"<footer><ul>{links}</ul><p>© 2029 Lake Times Media Group. All rights reserved.</p></footer>"


def _consent() -> str:
    lines = "".join(f"<button>{words}</button>" if len(words) < 20 else f"<p>{words}</p>" for words in CONSENT)
    return f'<div id="consent" role="dialog">{lines}</div>'


def _letter(story: Story) -> str:
    head, words, button = story.chance.choice(LETTERS)
    return f'<div class="nl-box"><h4>{head}</h4><p>{words}</p><label>{button}</label></div>'


def _list(story: Story, head: str, count: int, *, openings: bool = False, days: bool = False) -> str:
    rows = []
    for title, opening in story.others(count):
        said = f"<p>{escape(opening)}</p>" if openings else ""
        when = f"<time>{story.other_day():%d %B %Y}</time>" if days else ""
        rows.append(f'<li><a href="/s"><h3>{escape(title)}</h3></a>{said}{when}</li>')
    return f"<section><h2>{head}</h2><ul>{''.join(rows)}</ul></section>"


def _comments(story: Story, *, days: bool = True) -> str:
    rows = []
    for words in story.chance.sample(REMARKS, 5):
        when = (
            f"{story.day + timedelta(days=story.chance.randint(1, 30)):%B %d, %Y} at 10:14 am" if days else "2 days ago"
        )
        rows.append(f"<li><b>{story.chance.choice(PEOPLE)}</b> says:<div>{when}</div><p>{words}</p><a>Reply</a></li>")
    return f'<div id="comments"><h3>{len(rows)} comments</h3><ol>{"".join(rows)}</ol><h3>Leave a Reply</h3></div>'


def _picture(story: Story) -> str:
    caption = f"Envoys arrive at the bridge of Brask, {story.chance.choice(('Monday', 'Tuesday'))}. Tom Orr/Lake Times"
    return f'<figure><img src="/a.jpg"><figcaption>{story.aside(caption)}</figcaption></figure>'


def _data(story: Story, *, changed: bool = True, body: bool = False) -> str:
    """Linked data: the story's own, after that of another one."""
    own = {"@type": "NewsArticle", "headline": story.title, "author": {"name": "Lena Marsh"}}
    own |= {"dateModified": f"{story.day + timedelta(days=6)}T08:00:00Z"} if changed else {}
    own |= {"datePublished": f"{story.day}T08:00:00+02:00"} if story.named else {}
    own |= {"articleBody": "\n\n".join(story.lines[1:])} if body else {}
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "name": "Another story"}]}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [listed, own]})}</script>'


def _page(story: Story, body: str, head: str = "", *, html: str = "html") -> str:
    title = f"<title>{escape(story.title[:90])} | Lake Times</title>"
    link = f'<link rel="canonical" href="{story.url}">' if story.url else ""
    return f"<!doctype html><{html}><head>{title}{link}{head}</head><body>{body}</body></html>"


def weblog(story: Story) -> str:
    """A weblog of the usual make: day beside the byline, related posts with days, a thread of comments."""
    shown = f"{story.day:%B %d, %Y} by Ada Quill" if story.named else "by Ada Quill"
    buttons = "<ul><li>Twitter</li><li>Facebook</li></ul>"
    share = f"<div class='sharedaddy'><h3>Share this:</h3>{buttons}<h3>Like this:</h3>Loading...</div>"
    recent = _list(story, "Recent Posts", 4, days=True)
    return _page(
        story,
        f"<header><h2>Lake Notes</h2>{_menu(story)}</header><main><article><h1>{escape(story.title)}</h1>"
        f"<div class='entry-meta'>{story.aside(shown)}</div><div class='entry-content'>{story.paragraphs()}{share}"
        f"<div class='jp-relatedposts'>{_list(story, 'Related', 3, days=True)}</div></div>"
        f"</article>{_comments(story)}</main>"
        f"<aside>{recent}<h2>Archives</h2><ul><li>May 2029</li><li>April 2029</li></ul></aside>{_foot(story)}",
    )


def broadsheet(story: Story) -> str:
    """A newspaper with generated class names, boxes between the paragraphs and a consent notice."""
    inside = iter(
        [_letter(story), "<div class='css-9x'>Advertisement</div><div>SKIP ADVERTISEMENT</div>", _picture(story)] * 99
    )
    body = story.paragraphs('p class="css-1"', every=0.2, inside=lambda: next(inside))
    return _page(
        story,
        f"{_consent()}<div class='css-a'>{_menu(story)}<section class='css-b'><h1>{escape(story.title)}</h1>"
        f"<p class='css-c'>{story.aside('By Lena Marsh and Tom Orr')}</p><div>Share full article</div><div>14</div>"
        f"<section name='articleBody'>{body}</section>"
        f"<div>A version of this article appears in print on Section A, Page 6 of the "
        f"Lake edition.</div><div>See more on: Rivers, Diplomacy</div>"
        f"</section>{_list(story, 'More in World', 5, openings=True)}"
        f"{_list(story, 'Trending in The Times', 5)}</div>{_foot(story)}",
        _data(story),
    )


def tabloid(story: Story) -> str:
    """A tabloid: links in bold between paragraphs, and teasers that are article elements like the story itself."""

    def link() -> str:
        title, _ = story.others(1)[0]
        return f"<p><strong>READ MORE: <a href='/x'>{escape(title)}</a></strong></p>"

    cards = "".join(
        f"<article class='card'><h2>{escape(title)}</h2><p>{escape(opening)}</p>"
        f"<span>{story.other_day():%d %b %Y}</span></article>"
        for title, opening in story.others(6)
    )
    when = f"<div>{story.aside(f'Published: 09:12, {story.day:%d %B %Y}')}</div>" if story.named else ""
    changed = f"<div>{story.aside(f'Updated: 18:40, {story.day + timedelta(days=6):%d %B %Y}')}</div>"
    return _page(
        story,
        f"{_menu(story)}<article class='main'><h1>{escape(story.title)}</h1>"
        f"<div>{story.aside('By Mika Sool, Foreign Editor')}</div>"
        f"{when}{changed}<ul><li>213 shares</li><li>47 comments</li>"
        f"</ul>{story.paragraphs(every=0.18, inside=link)}</article>"
        f"<div class='grid'>{cards}</div>{_comments(story, days=False)}{_foot(story)}",
    )


def tables(story: Story) -> str:
    """A page of tables and line breaks, as old sites still have."""
    text = "<br><br>".join(escape(line) for line in story.lines[1:])
    side = "<br>".join(f"<a>{escape(title)}</a>" for title, _ in story.others(6))
    when = f"<font size=1>{story.aside(f'Posted on: {story.day:%d %B %Y}')}</font><br>" if story.named else ""
    return _page(
        story,
        f"<table width=100%><tr><td colspan=2><b>LAKE TIMES ONLINE</b></td></tr><tr><td width=20%>Home<br>World"
        f"<br>Sport<br>Archive<br>"
        f"<hr>{side}</td><td><font size=4><b>{escape(story.title)}</b></font><br>{when}{text}<br><br>"
        f"<a>Print this page</a> | "
        f"<a>E-mail to a friend</a></td></tr><tr>"
        f"<td colspan=2>Copyright 2001-2029 Lake Times. Best viewed at 1024x768.</td></tr></table>",
    )


def broadcaster(story: Story) -> str:
    """A broadcaster: blocks in blocks, links within the story, hours in place of days."""

    def more() -> str:
        items = "".join(f"<li><a>{escape(title)}</a></li>" for title, _ in story.others(3))
        return f"<div data-component='links-block'><ul>{items}</ul></div>"

    body = story.paragraphs('div data-component="text-block"', every=0.1, inside=more)
    meta = f'<meta property="article:published_time" content="{story.day}T08:00:00Z">' if story.named else ""
    changed = f'<meta property="article:modified_time" content="{story.day + timedelta(days=6)}T08:00:00Z">'
    return _page(
        story,
        f"<header>{_menu(story)}</header><main id='main-content'><article><h1>{escape(story.title)}</h1><div>"
        f"<time>3 hours ago</time></div>"
        f"<div><span>Share</span><span>Save</span></div>{_picture(story)}{body}<section><h2>Related topics</h2>"
        f"<ul><li>Rivers</li>"
        f"<li>Diplomacy</li></ul></section></article></main>{_list(story, 'More on this story', 4, days=True)}"
        f"{_list(story, 'Top stories', 3)}{_list(story, 'Most read', 5)}{_foot(story)}",
        changed + meta,
    )


def aggregator(story: Story) -> str:
    """A regional site in microdata, with a ticker beside the story and openings of other stories below it."""
    ticker = "".join(f"<li><b>{hour}:31</b> {escape(title)}</li>" for hour, (title, _) in enumerate(story.others(5), 9))
    when = f'<meta itemprop="datePublished" content="{story.day}">' if story.named else ""
    return _page(
        story,
        f"<div class='top'>{_menu(story)}</div><div itemscope itemtype='https://schema.org/NewsArticle'>{when}"
        f"<h1 itemprop='headline'>{escape(story.title)}</h1>"
        f"<div itemprop='articleBody'>{story.paragraphs('div', every=0.1, inside=lambda: _letter(story))}"
        f"</div></div><div class='ticker'><h3>Latest news</h3><ul>{ticker}</ul></div>"
        f"{_list(story, 'You may also like', 5, openings=True, days=True)}"
        f"<div id='disqus'>Please enable JavaScript to view the comments.</div>"
        f"{_foot(story)}",
    )


def accelerated(story: Story) -> str:
    """A page for phones (AMP): its own elements, everything in one column."""
    ads = iter(["<amp-ad width=300></amp-ad><div>Advertisement</div>", _picture(story)] * 99)
    return _page(
        story,
        f"<amp-sidebar>{_menu(story)}</amp-sidebar><div class='hd'>Lake Times</div><h1>{escape(story.title)}</h1>"
        f"<div>{story.aside('By Dora Pell')}</div>{story.paragraphs(every=0.2, inside=lambda: next(ads))}"
        f"<div class='tags'>Tags: rivers, bridges</div>"
        f"<div>View full site</div>{_list(story, 'Also read', 4, openings=True)}{_foot(story)}",
        _data(story),
        html="html amp",
    )


def ministry(story: Story) -> str:
    """A ministry's release: a trail of sections, a line with the day, contacts and other releases with their days."""
    when = f"<p class='dt'>{story.aside(f'{story.day:%d %B %Y}')}</p>" if story.named else ""
    return _page(
        story,
        f"<div>Skip to main content</div><div>English | Français | العربية</div>{_menu(story)}"
        f"<div>Home &gt; Newsroom &gt; Press releases</div>"
        f"<h1>{escape(story.title)}</h1>{when}<div class='field-body'>{story.paragraphs()}</div><div>"
        f"<h4>Press contact</h4><p>Spokesperson's "
        f"office</p><p>press@ministry.example</p><p>+99 555 01 02</p>"
        f"</div>{_list(story, 'Other press releases', 5, days=True)}"
        "<div>Print</div><div>Download PDF</div><div>Last updated: 14 June 2029</div>",
    )


def script_only(story: Story) -> str:
    """A page that a script builds: the story stands only in its linked data."""
    return _page(
        story,
        f"{_menu(story)}<div id='root'><h1>{escape(story.title)}</h1><p>Loading...</p>"
        f"</div>{_list(story, 'Latest', 4)}{_foot(story)}",
        _data(story, body=True),
    )


def metered(story: Story) -> str:
    """A paper with subscription boxes around a whole story; the day only in its address."""
    story.url = (
        f"https://lake.example/{story.day:%Y/%m/%d}/story" if story.named else "https://lake.example/story-1203311"
    )
    read = "<p>You have read 2 of your 3 free articles this month.</p>"
    box = f"<div class='reg'>{read}<p>Already a subscriber? Log in</p></div>"
    return _page(
        story,
        f"{_consent()}{box}{_menu(story)}<div class='wrap'><h1>{escape(story.title)}</h1><p class='standfirst'></p>"
        f"<div class='by'>{story.aside('J. Verren in Brask')}</div>{_picture(story)}"
        f"<div class='body'>{story.paragraphs(every=0.12, inside=lambda: _letter(story))}</div>"
        f"<p>Get alerts on Rivers when a new story is published</p>"
        f"<p>Copyright The Lake Times Limited 2029. All rights reserved.</p></div>"
        f"{_list(story, 'Recommended', 4, openings=True)}{_comments(story)}{_foot(story)}",
    )


def wire(story: Story) -> str:
    """An agency: credits below the story, its standards, and a long list of stories with hours."""
    when = (
        f'<time datetime="{story.day}T10:00:00Z">{story.aside(f"{story.day:%B %d, %Y}")}</time>' if story.named else ""
    )
    later = f"<span>{story.aside(f'Updated {story.day + timedelta(days=6):%B %d, %Y}')}</span>"
    rows = "".join(
        f"<li><h3>{escape(title)}</h3><p>{escape(opening)}</p><span>{n} hours ago</span></li>"
        for n, (title, opening) in enumerate(story.others(6), 2)
    )
    credits_ = story.aside("Reporting by Lena Marsh in Brask; Editing by Tom Orr")
    return _page(
        story,
        f"{_menu(story)}<main><h1>{escape(story.title)}</h1>{when}{later}<div>My View</div><div>Following</div>"
        f"<div>Saved</div>{story.paragraphs()}"
        f"<p>{credits_}</p><p>Our Standards: The Lake Principles.</p><p>Purchase Licensing Rights</p></main>"
        f"<div><h2>Read Next</h2><ul>{rows}</ul></div>{_foot(story)}",
    )


def plain_site(story: Story) -> str:
    """Hardly any markup: paragraphs, the posts before and after, and an archive with days."""
    archive = "".join(f"<p>{story.other_day():%d %B %Y}: {escape(title)}</p>" for title, _ in story.others(6))
    return _page(
        story,
        f"<h1>{escape(story.title)}</h1>{story.paragraphs()}<p>Previous post: "
        f"<a>{escape(story.others(1)[0][0])}</a></p>"
        f"<p>Next post: <a>{escape(story.others(1)[0][0])}</a></p><h3>Archive</h3>{archive}",
        f'<meta name="date" content="{story.day}">' if story.named else "",
    )


HELD = (accelerated, ministry, script_only, metered, wire, plain_site)
FRAMES = (weblog, broadsheet, tabloid, tables, broadcaster, aggregator, *HELD)
