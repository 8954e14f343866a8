"""A piece of HTML as plain text, a paragraph a line, as feeds and e-mails carry it."""

import re

from lxml import html
from lxml.etree import LxmlError

__all__ = ["plain_text"]

BLOCKS = frozenset(
    (
        "p", "div", "article", "section", "blockquote", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table",
        "tr", "figure", "figcaption", "pre", "header", "footer", "br", "hr", "td",
    )
)  # fmt: skip
MUTE = frozenset(("script", "style", "noscript", "head", "title", "svg", "iframe", "form", "button", "template"))
DEEP = 200  # tags inside one another; real pages have up to 60


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, with an empty line between paragraphs; what is no HTML stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (LxmlError, ValueError):  # ValueError: an encoding named inside a text that is decoded already
        return re.sub(r"<[^>]{0,500}>", " ", markup).strip()
    pieces: list[str] = []
    _collect(tree, pieces, 0)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _collect(node: html.HtmlElement, pieces: list[str], depth: int) -> None:
    tag = node.tag if isinstance(node.tag, str) else ""
    if not tag or tag in MUTE or depth > DEEP:
        return
    edge = "\n" if tag in BLOCKS else ""
    pieces.append(edge + _one_line(node.text))
    for child in node:
        _collect(child, pieces, depth + 1)
        pieces.append(_one_line(child.tail))
    pieces.append(edge)


def _one_line(words: str | None) -> str:
    return (words or "").replace("\n", " ").replace("\r", " ")
