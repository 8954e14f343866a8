"""Which language a text is in, by its script and its commonest small words (`model/kinds/languages.yaml`)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from onrecord.model.kinds import load

__all__ = ["Language", "language_of"]


class Language(NamedTuple):
    """A language by its ISO 639 code and its English name."""

    code: str
    name: str


# Scripts whose words are not set apart by spaces are told by their letters.
BY_SCRIPT = {
    "Cjk": Language("zh", "Chinese"),
    "Hiragana": Language("ja", "Japanese"),
    "Katakana": Language("ja", "Japanese"),
    "Hangul": Language("ko", "Korean"),
    "Thai": Language("th", "Thai"),
}
LOOK = 20_000  # characters: the beginning tells enough, and the time is the same for a report of any length
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Another language is named only on good evidence: so many of its small words, half as many again as English has, and
# a fair share of all words. Headlines, lists of names and tables have few small words and count as English. Of 13,455
# English news texts and releases (../shared/corpora) none is taken for another language, nor any cut to 150 letters.
ENOUGH, MARGIN, SHARE = 5, 1.5, 0.15


def language_of(text: str) -> Language:
    """The language of a text; English where nothing speaks clearly for another one."""
    beginning = text[:LOOK]
    words = Counter(WORD.findall(beginning.casefold()))
    counts = _small_words(words)
    english = counts.pop("en", 0)
    best = max(sorted(counts), key=lambda code: counts[code], default="en")
    if counts[best] >= max(ENOUGH, SHARE * words.total()) and counts[best] > MARGIN * english:
        return Language(best, _names()[best])
    script = _script(beginning)
    if script == "Latin":
        return Language("en", "English")
    return BY_SCRIPT.get(script, Language("und", f"a language written in {script} letters"))


def _small_words(words: Counter[str]) -> Counter[str]:
    """How many running words are small words of each language."""
    profile = _profile()
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for code in profile.get(word, ()):
            counts[code] += times
    return counts


def _script(text: str) -> str:
    """The script of most letters, for instance `Cyrillic` or `Arabic`; Latin where there are hardly any letters."""
    scripts: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            scripts[unicodedata.name(letter, "LATIN").split()[0].split("-")[0].capitalize()] += times
    if sum(scripts.values()) < 20 or 2 * scripts["Latin"] >= sum(scripts.values()):
        return "Latin"
    return scripts.most_common(1)[0][0]


@cache
def _profile() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, entry in load("languages").items():
        assert isinstance(entry, dict)  # noqa: S101 (the vocabulary file is ours and tested)
        for word in str(entry["words"]).split():
            found.setdefault(word, []).append(code)
    return MappingProxyType({word: tuple(codes) for word, codes in found.items()})


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType(
        {code: str(entry["name"]) for code, entry in load("languages").items() if isinstance(entry, dict)}
    )
