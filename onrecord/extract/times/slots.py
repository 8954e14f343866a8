"""What the words inside a time expression stand for: "Feb." is 02, "two" is 2, "the end of" is end."""

import re
from collections.abc import Mapping

from onrecord.extract.numbers import numbers_in
from onrecord.text.calendar import month_number, weekday_number

__all__ = ["fill", "length", "small_number"]

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_LOOSE = {
    "a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5,
    "a couple": 2.0, "a couple of": 2.0, "couple of": 2.0, "couple": 2.0,
}  # fmt: skip
_NTH = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_NTH += ["eleventh", "twelfth", *(f"{word}th" for word in _ONES[13:])]
_TIES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_PHASES = {
    "early": "early", "earlier": "early", "mid": "mid", "late": "late", "later": "late", "the end of": "end",
    "the start of": "start", "the beginning of": "start", "the middle of": "mid",
    "the first half of": "half1", "the second half of": "half2", "the last half of": "half2",
}  # fmt: skip
_FEASTS = (
    ("rosh", "rosh-hashanah"), ("sukkot", "sukkot"), ("hanuk", "hanukkah"), ("chanuk", "hanukkah"),
    ("seollal", "lunar-new-year"), ("chinese", "lunar-new-year"), ("chuseok", "mid-autumn"),
)  # fmt: skip
_LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
_HALVES = {"minute": "PT{}M30S", "hour": "PT{}H30M", "day": "P{}DT12H", "year": "P{}Y6M"}
_YEARS_OF = {"decade": 10, "century": 100}
_OFTEN = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y",
    "annually": "P1Y", "hourly": "PT1H",
}  # fmt: skip


def fill(template: str, groups: Mapping[str, str | None]) -> str:
    """The value that a rule's template comes to for the words its pattern met."""
    return template.format_map(_Slots(groups))


def small_number(words: str) -> float:
    """The number that "two", "a", "half a dozen", "a couple of", "twenty-five", "1,000" or "48" stand for.

    Raises ValueError for other words.
    """
    words = words.casefold().strip()
    if words in _LOOSE:
        return _LOOSE[words]
    found = numbers_in(words)
    if len(found) != 1 or found[0].start or found[0].end != len(words):
        raise ValueError(f"no number: {words!r}")
    return found[0].value


def _plain(number: float) -> str:
    """2, 2.5 or 2500000, never 2.5e+06."""
    return str(int(number)) if number == int(number) else str(number)


class _Slots(dict[str, str]):
    """The canonical form of each named part, made when the template asks for it."""

    def __init__(self, groups: Mapping[str, str | None]) -> None:
        super().__init__()
        self.groups = {name: words for name, words in groups.items() if words is not None}

    def __missing__(self, name: str) -> str:
        return str(getattr(self, f"_{name.rstrip('0123456789')}")(name))

    def _count(self, _: str) -> str:
        words = self._first("count")
        return "1" if words.casefold() == "the" else _plain(small_number(words))

    def _span(self, name: str) -> str:
        return self._first(name).casefold()

    _side = _span

    def _first(self, *stems: str) -> str:
        """The words of the first group that took part and whose name begins so."""
        pairs = ((stem, name) for stem in stems for name in self.groups if name.rstrip("0123456789") == stem)
        return next((self.groups[name] for _, name in pairs), "")

    def _own(self, name: str) -> str:
        return self.groups.get(name) or self._first(name.rstrip("0123456789"))

    def _isoday(self, _: str) -> str:
        return str((weekday_number(self._first("weekday")) or 0) + 1)

    def _weekday(self, name: str) -> str:
        return str(weekday_number(self._own(name)))

    def _month(self, name: str) -> str:
        return f"{month_number(self._own(name)) or 0:02}"

    def _day(self, name: str) -> str:
        return f"{int(re.sub(r'[^0-9]', '', self._own(name))):02}"

    _bigday = _dd = _md = _day

    def _nth(self, _: str) -> str:
        """The day that "eighth" or "twenty-first" is of a month."""
        return f"{_nth_number(self._first('nth')):02}"

    def _hundred(self, _: str) -> str:
        """The first year of the "19th" or "twentieth" century, as most count: 1800, 1900."""
        word = self._first("hundred").casefold()
        return f"{(int(word[:2]) if word[0].isdigit() else _nth_number(word)) - 1}00"

    def _ties(self, _: str) -> str:
        return f"19{2 + _TIES.index(self._first('ties').casefold())}0"

    def _near(self, _: str) -> str:
        return {"yesterday": "-1", "today": "0", "tomorrow": "+1"}[self._first("near").casefold()]

    def _year(self, name: str) -> str:
        """Four digits, or "-" where the words name no year."""
        written = self.groups.get(name) or (self.groups.get(f"full{name}") or self._first("year", "fullyear"))
        if written:
            return f"{int(written):04}"
        short = self._first("shortyear", "short").strip("’'‘")
        return f"{_century(int(short))}" if short else "-"

    def _lastyear(self, _: str) -> str:
        return "-1y" if self._first("side") else self["year"]

    def _check(self, _: str) -> str:
        return f"/{self['weekday']}" if "weekday" in self.groups else ""

    def _unit(self, _: str) -> str:
        word = self._first("unit", "calendar").casefold().rstrip("s")
        return "century" if word.startswith("centur") else word

    def _plural(self, _: str) -> str:
        return "centuries" if self["unit"] == "century" else f"{self['unit']}s"

    _calendar = _unit

    def _n(self, _: str) -> str:
        return _plain(small_number(self._first("n")))

    def _some(self, _: str) -> str:
        return self._first("some").casefold()

    def _phase(self, _: str) -> str:
        return _PHASES.get(self._first("phase").casefold(), "all")

    def _part(self, _: str) -> str:
        return re.sub(r"^mid[- ]?(?=morning|afternoon)", "", self._first("part").casefold())

    def _at(self, _: str) -> str:
        return f"@{self['part']}" if self._first("part") else ""

    def _clock(self, _: str) -> str:
        """The time of day as Thh:mm, whatever its place on the globe."""
        words = self._first("clock").casefold()
        hour, minute = (int(x) for x in [*re.findall(r"\d+", words), "0"][:2])
        later = ("p" in words and "am" not in words) or "afternoon" in words or "evening" in words
        if re.fullmatch(r"\d{4}\D*", words):
            hour, minute = divmod(hour, 100)
        elif later and hour < 12:
            hour += 12
        return f"T{hour:02}:{minute:02}"

    def _ordinal(self, _: str) -> str:
        word = self._first("ordinal").casefold()
        return str(int(word[0]) if word[0].isdigit() else ("first", "second", "third", "fourth").index(word) + 1)

    def _season(self, _: str) -> str:
        return self._first("season").casefold().replace("fall", "autumn")

    def _sets(self, _: str) -> str:
        return {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}[self["season"]]

    def _era(self, _: str) -> str:
        digits = self._first("era").strip("’'‘")
        return digits if len(digits) == 4 else f"{_century(int(digits))}"

    def _holiday(self, _: str) -> str:
        return re.sub(r"[^a-z]+", "-", self._first("holiday").casefold().replace("’", "").replace("'", ""))

    def _feast(self, _: str) -> str:
        """One name for each feast, however it is written."""
        words = re.sub(r"[^a-z]+", "-", self._first("feast").casefold()).replace("-ul-", "-al-")
        return next((name for stem, name in _FEASTS if words.startswith(stem)), words)

    def _feastyear(self, _: str) -> str:
        return f":{self['year']}" if self._first("fullyear") else self["last"]

    def _last(self, _: str) -> str:
        word = self._first("last").casefold().strip()
        return f":{word}" if word in {"last", "next"} else ""

    def _often(self, _: str) -> str:
        return _OFTEN[self._first("often").casefold()]

    def _every(self, _: str) -> str:
        return length("1", self["unit"]).removeprefix("P")

    def _duration(self, _: str) -> str:
        return length(self["n"], self["unit"])

    def _half(self, _: str) -> str:
        """A length and half a unit more."""
        return length(_plain(small_number(self._first("n")) + 0.5), self["unit"])

    def _part_of_unit(self, _: str) -> str:
        return length("0.5", self["unit"])

    def _other(self, _: str) -> str:
        return length("2", self["unit"])

    def _thousand(self, _: str) -> str:
        ones = self._first("ones").casefold()
        return str(2000 + (_ONES.index(ones) if ones else 0))

    def _spoken(self, _: str) -> str:
        ones = self._first("ones").casefold()
        return str(1920 + 10 * _TENS.index(self._first("tens").casefold()) + (_ONES.index(ones) if ones else 0))

    def _two(self, _: str) -> str:
        """A length and another in a smaller unit: P1Y4M, PT3H20M, P2DT6H."""
        more = _plain(small_number(self._first("fewer")))
        first, second = self["duration"], length(more, _singular(self._first("smaller")))
        return first + second.removeprefix("PT" if first.startswith("PT") else "P")

    def _vague(self, _: str) -> str:
        return length("X", _singular(self._first("units")))

    def _whole(self, _: str) -> str:
        """A length for a rule about lengths, the unit itself for one about "that week"."""
        if self._first("whole"):
            return self._first("whole").casefold()
        return length("1", _singular(self._first("units")))


def _singular(words: str) -> str:
    word = words.casefold().rstrip("s")
    return "century" if word.startswith("centur") else word


def _century(short: int) -> int:
    """The year that two digits mean: up to 40 in this century, else in the last."""
    return 2000 + short if short < 40 else 1900 + short


def _nth_number(words: str) -> int:
    """The number that "eighth", "twentieth" or "twenty-first" stand for."""
    tens, _, ones = words.casefold().replace(" ", "-").partition("-")
    if tens in _NTH:
        return _NTH.index(tens)
    return {"twentieth": 20, "twenty": 20}.get(tens, 30) + (_NTH.index(ones) if ones else 0)


def length(number: str, unit: str) -> str:
    """A length of time as ISO 8601 writes it, with X for "some": P3D, PT48H, PXW; and a half as P2Y6M."""
    whole, _, half = number.partition(".")
    if half == "5" and unit in _YEARS_OF:
        return f"P{int(float(number) * _YEARS_OF[unit])}Y"
    if half == "5" and unit in _HALVES:
        return re.sub(r"(?<=[PT])0[A-Z]", "", _HALVES[unit].format(whole))
    letter = _LETTERS[unit]
    return f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"
