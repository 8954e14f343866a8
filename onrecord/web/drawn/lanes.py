"""The timeline as a drawing: a lane for each party, talks that join lanes, promises as bars, disputes as marks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.brief.days import day_words, period_words
from onrecord.brief.quoting import deed, shorten
from onrecord.model.period import Period
from onrecord.model.records import Commitment, Dispute, Talk
from onrecord.web.view import View

__all__ = ["Bar", "Lane", "Lanes", "Tick", "lanes"]

WIDTH, LEFT, HEAD, ROW = 1300, 190, 46, 22
MOST_LANES, MOST_ROWS, MOST_MARKS = 8, 8, 30
LETTER, BESIDE = 6.3, 22
"""The width of a letter, and how many stand beside a bar that is too short to hold any."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day's line; `strong` where a week begins; its label stands to the `left` where the right has no room."""

    day: date
    x: float
    label: str
    strong: bool
    left: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One party's strip; `more` promises found no row in it."""

    actor: str
    name: str
    y: float
    height: float
    more: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Something drawn: of what kind and status, where, the record, and what it is in words."""

    kind: str
    status: str
    record: str
    x: float
    y: float
    x2: float
    y2: float
    label: str
    open_end: bool = False
    text: str = ""
    text_x: float = 0.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """The drawing between two days."""

    first: date
    last: date
    width: int
    height: float
    left: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    today: float | None
    left_out: int = 0


class _Sheet:
    """The days as places from left to right."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.days = (last - first).days + 1
        self.wide = (WIDTH - LEFT - 12) / self.days

    def x(self, day: date, *, end: bool = False) -> float:
        day = min(max(day, self.first), self.last)
        return round(LEFT + ((day - self.first).days + (1 if end else 0)) * self.wide, 1)

    def meets(self, first: date | None, last: date | None) -> bool:
        return first is not None and last is not None and first <= self.last and last >= self.first


def lanes(view: View, first: date, last: date) -> Lanes:
    """What lies between two days, for the parties that have most in them."""
    sheet = _Sheet(first, last)
    promises = [(c, days) for c in view.ledger.commitments if sheet.meets(*(days := view.runs[c.id]))]
    held = [(t, days) for t in view.ledger.talks if sheet.meets(*(days := _talked(view, t)))]
    against = [(d, days) for d in view.ledger.disputes if sheet.meets(*(days := _ends(view.shown[d.id])))]
    names = _parties(view, [c for c, _ in promises], [t for t, _ in held], [d for d, _ in against])
    bound = {c.id: _sides(view, c.by) for c, _ in promises}
    found: list[Bar] = []
    strips: list[Lane] = []
    y = float(HEAD)
    for actor in names:
        mine = [pair for pair in promises if actor in bound[pair[0].id]]
        bars, rows, more = _promised(view, sheet, mine, y + ROW)
        height = (1 + max(1, rows)) * ROW + 8
        strips.append(Lane(actor, shorten(view.index.name(actor), 22), y, height, more))
        found += bars
        y += height
    tops = {lane.actor: lane.y for lane in strips}
    taken: dict[int, int] = Counter()
    found += [bar for t, days in held[:MOST_MARKS] if (bar := _talk(view, sheet, t, days, tops, taken))]
    found += [bar for d, days in against[:MOST_MARKS] if (bar := _dispute(view, sheet, d, days, tops, taken))]
    left_out = max(0, len(held) - MOST_MARKS) + max(0, len(against) - MOST_MARKS)
    today = sheet.x(view.day, end=True) if first <= view.day < last else None
    return Lanes(first, last, WIDTH, y + 8, LEFT, _ticks(sheet), tuple(strips), tuple(found), today, left_out)


def _ends(period: Period) -> tuple[date | None, date | None]:
    return period.start or period.end, period.end or period.start


def _talked(view: View, talk: Talk) -> tuple[date | None, date | None]:
    """The days of a talk; one that may have been on any of many days is not drawn as if it had lasted."""
    first, last = _ends(talk.when)
    if first is None or last is None or (last - first).days > 7:
        return None, None
    return first, last


def _sides(view: View, actors: Sequence[str]) -> frozenset[str]:
    """The states and bodies behind some actors."""
    return frozenset([view.tops.get(actor, actor) for actor in actors])


def _parties(
    view: View, promises: Sequence[Commitment], talks: Sequence[Talk], disputes: Sequence[Dispute]
) -> list[str]:
    """The parties with most to draw, those who matter more in the reports first."""
    count: Counter[str] = Counter()
    for commitment in promises:
        count.update(_sides(view, commitment.by))
    for talk in talks:
        count.update(_sides(view, talk.parties))
    for dispute in disputes:
        count.update(_sides(view, (*dispute.asserted_by, *dispute.denied_by)))
    known = [actor for actor in count if actor in view.index.actors]
    return sorted(known, key=lambda actor: (-count[actor], -view.index.weight([actor]), actor))[:MOST_LANES]


def _promised(
    view: View, sheet: _Sheet, promises: Sequence[tuple[Commitment, tuple[date | None, date | None]]], top: float
) -> tuple[list[Bar], int, int]:
    """Bars in rows, none over another; the rows used, and how many found no room."""
    free: list[float] = []
    bars = []
    more = 0
    for commitment, (first, last) in sorted(promises, key=lambda pair: (pair[1][0] or date.min, pair[0].id)):
        if first is None or last is None:
            continue
        x, x2 = sheet.x(first), max(sheet.x(last, end=True), sheet.x(first) + 7)
        row = next((n for n, taken in enumerate(free) if taken <= x), len(free))
        if row >= MOST_ROWS:
            more += 1
            continue
        text, text_x, taken = _lettering(deed(commitment.action), x, x2)
        free[row : row + 1] = [taken + 6]
        due = f", due {period_words(commitment.due)}" if commitment.due.known else ", no day named"
        who = view.index.names(view.index.sides(commitment.by))
        label = f"{who}: {shorten(deed(commitment.action), 90)}{due}: {commitment.status}"
        y = top + row * ROW
        bars.append(Bar("commitment", commitment.status, commitment.id, x, y, x2, y + ROW - 6, label,
                        open_end=not commitment.due.known, text=text, text_x=text_x))  # fmt: skip
    return bars, len(free), more


def _lettering(action: str, x: float, x2: float) -> tuple[str, float, float]:
    """What is written of a promise, from where, and how far bar and words reach: in the bar where it is long enough."""
    inside = int((x2 - x - 22) / LETTER)
    if inside >= 14:
        return shorten(action, inside), x + 18, x2
    text = shorten(action, BESIDE)
    return text, x2 + 5, x2 + 5 + len(text) * LETTER


def _talk(
    view: View, sheet: _Sheet, talk: Talk, days: tuple[date | None, date | None], tops: dict[str, float],
    taken: dict[int, int],
) -> Bar | None:  # fmt: skip
    lines = sorted(tops[side] + ROW / 2 for side in _sides(view, talk.parties) if side in tops)
    if not lines or days[0] is None:
        return None
    x = _room(sheet, days[0], taken)
    names = " – ".join(dict.fromkeys(view.index.name(party) for party in view.index.people(talk.parties)))
    form = f", {talk.format}" if talk.format else ""
    label = f"{period_words(talk.when)}: {names or 'parties not named'}{form}: {talk.status}"
    return Bar("talk", talk.status, talk.id, x, lines[0], x, lines[-1], label)


def _dispute(
    view: View, sheet: _Sheet, dispute: Dispute, days: tuple[date | None, date | None], tops: dict[str, float],
    taken: dict[int, int],
) -> Bar | None:  # fmt: skip
    lines = sorted(tops[s] + ROW / 2 for s in _sides(view, (*dispute.denied_by, *dispute.asserted_by)) if s in tops)
    if not lines or days[0] is None:
        return None
    x = _room(sheet, days[0], taken)
    label = f"{day_words(days[0])}, disputed: {shorten(dispute.claim, 100)}"
    return Bar("dispute", "disputed", dispute.id, x, lines[0], x, lines[0], label)


def _room(sheet: _Sheet, day: date, taken: dict[int, int]) -> float:
    """A place within the day, next to what stands there already."""
    place = (day - sheet.first).days
    taken[place] += 1
    step = min(15.0, max(4.0, sheet.wide / 3))
    return round(sheet.x(day) + min(8.0 + (taken[place] - 1) * step, max(8.0, sheet.wide * 0.95)), 1)


def _ticks(sheet: _Sheet) -> tuple[Tick, ...]:
    every = 1 if sheet.wide >= 44 else 7 if sheet.wide * 7 >= 40 else 28
    days = (sheet.first + timedelta(days=n) for n in range(sheet.days))
    return tuple(_tick(sheet, day, every) for day in days if every == 1 or day.weekday() == 0)


def _tick(sheet: _Sheet, day: date, every: int) -> Tick:
    named = day.toordinal() % every == 1 % every
    label = day_words(day, year=sheet.last.year) if named else ""
    x = sheet.x(day)
    return Tick(day, x, label, day.weekday() == 0, x + 3 + len(label) * LETTER > WIDTH)
