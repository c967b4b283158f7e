"""A trend as small columns from zero, one a year."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rich.cells import cell_len

from cqdash.chart.cells import plain
from cqdash.chart.drawing import Drawing, drawing
from cqdash.chart.sheet import Sheet
from cqdash.chart.trend_layout import EIGHTHS, gaps, heights, middle
from cqdash.language import Language, words
from cqdash.tabs.blocks import Trend

COLUMN = "▁▂▃▄▅▆▇█"
IMPLIED_COLUMN = "⣀⣤⣶⣿"
"""What the columns are made of by eighths, and those of implied values by quarters: dotted."""
ZERO = "_"
MISSING = "·"
LOWEST = 3
KEY_GAP = 3
WIDEST_BELOW, WIDEST_BESIDE = 6, 4
"""The most cells a column has below what is said of it, and beside it."""


class _Plan(Struct, frozen=True):
    """Columns `wide` cells wide and `gap` apart from cell `left` on, so many rows high.

    The `first` and the `last` value are said from these cells on, beside the columns or above them.
    """

    years: int
    left: int
    wide: int
    gap: int
    rows: int
    first: int | None
    last: int
    is_beside: bool

    def column(self, number: int) -> int:
        """The cell a column begins in, counted from the first year."""
        return self.left + number * (self.wide + self.gap)

    @property
    def end(self) -> int:
        """The cell after the last column."""
        return self.left + _taken(self.years, self.wide, self.gap)


def spark(trend: Trend, language: Language, width: int, height: int = 5) -> Drawing | None:
    """Columns over the years, each line exactly `width` cells, `height` lines with values and years.

    From zero, so that lengths compare; a missing year is a dot in an empty place. None where the last value
    or the years would be cut, below three lines, and where a value is below zero.
    """
    if not trend.points or height < LOWEST or min(point.low for point in trend.points) < 0:
        return None
    first, last = trend.points[0], trend.points[-1]
    said = [plain(point.shown.to(language)) for point in (first, last)]
    key = f"{IMPLIED_COLUMN[-1]} {words.TREND_IMPLIED.to(language)}" if _is_implied(trend) else ""
    plan = next(_plans(trend, [cell_len(text) for text in said], cell_len(key), width, height), None)
    if plan is None:
        return None
    sheet = Sheet(width, height)
    tops = _columns(sheet, trend, plan)
    if plan.first is not None:
        sheet.say(said[0], plan.first, tops[first.year] if plan.is_beside else height - 1)
    sheet.say(said[-1], plan.last, tops[last.year] if plan.is_beside else height - 1)
    _years(sheet, trend, plan, key, width)
    return drawing(sheet.painted())


def _is_implied(trend: Trend) -> bool:
    return any(point.status == "implied" for point in trend.points)


def _plans(trend: Trend, said: list[int], key: int, width: int, height: int) -> Iterator[_Plan]:
    """The ways to lay it out in this width, the best first, from the cells the words take."""
    first, last = trend.points[0].year, trend.points[-1].year
    years = last - first + 1
    needed = len(str(first)) + (1 + len(str(last)) if years > 1 else 0)
    both = said[0] + 2 + said[1]

    def columns(room: int, widest: int) -> tuple[int, int, int] | None:
        """The width and the gap of the widest columns, and the cells they take."""
        gap = int(2 * years - 1 <= room)
        wide = min((room + gap) // years - gap, widest)
        taken = _taken(years, wide, gap)
        return (wide, gap, taken) if wide > 0 and taken >= needed else None

    below = columns(width - KEY_GAP - key, WIDEST_BELOW) if key else None
    if below is None or below[0] == 1:
        below = columns(width, WIDEST_BELOW)
    if below and years > 1 and both <= width:
        wide, gap, taken = below
        indent = max(both - taken, 0)
        if indent <= said[0] // 2:
            yield _Plan(years, indent, wide, gap, height - 2, 0, indent + taken - said[1], False)
    if years > 1 and (fit := columns(width - both, WIDEST_BESIDE)) and fit[0] > 1:
        wide, gap, taken = fit
        left = said[0] + 1
        yield _Plan(years, left, wide, gap, height - 1, 0, left + taken + 1, True)
    if below and said[1] <= below[2]:
        wide, gap, taken = below
        yield _Plan(years, 0, wide, gap, height - 2, None, taken - said[1], False)
    if (fit := columns(width - said[1] - 1, WIDEST_BESIDE)) and (fit[1] or years == 1):
        wide, gap, taken = fit
        yield _Plan(years, 0, wide, gap, height - 1, None, taken + 1, True)
    if below and said[1] <= width:
        wide, gap, taken = below
        yield _Plan(years, said[1] - taken, wide, gap, height - 2, None, 0, False)


def _taken(years: int, wide: int, gap: int) -> int:
    return years * (wide + gap) - gap


def _columns(sheet: Sheet, trend: Trend, plan: _Plan) -> dict[int, int]:
    """Draws the columns from line 1 up; the line of the top of each, by year."""
    step = 2 if _is_implied(trend) else 1
    tall = heights([middle(point) for point in trend.points], plan.rows, step)
    tops = {}
    for point, eighths in zip(trend.points, tall, strict=True):
        start = plan.column(point.year - trend.points[0].year)
        across = range(start, start + plan.wide)
        glyphs = IMPLIED_COLUMN if point.status == "implied" else COLUMN
        whole, rest = divmod(eighths, EIGHTHS)
        sheet.mark(glyphs[-1], [(x, 1 + y) for y in range(whole) for x in across], 0)
        if rest or not eighths:
            glyph = glyphs[rest * len(glyphs) // EIGHTHS - 1] if rest else ZERO
            sheet.mark(glyph, [(x, 1 + whole) for x in across], 0)
        tops[point.year] = 1 + max(-(-eighths // EIGHTHS) - 1, 0)
    return tops


def _years(sheet: Sheet, trend: Trend, plan: _Plan, key: str, width: int) -> None:
    """The first and the last year, what dotted columns mean, and missing years; the last two have to fit."""
    first, last = trend.points[0].year, trend.points[-1].year
    begin, end = range(plan.left, plan.left + len(str(first))), range(plan.end - len(str(last)), plan.end)
    sheet.say(str(first), begin.start, 0)
    sheet.say(str(last) if last > first else "", end.start, 0)
    taken = [begin, end] if last > first else [begin]

    def say(text: str, at: int) -> bool:
        """Says it unless it would touch something or go over the end."""
        place = range(at, at + cell_len(text))
        if place.stop > width or any(at < t.stop + 2 and t.start < place.stop + 2 for t in taken):
            return False
        taken.append(place)
        sheet.say(text, at, 0)
        return True

    if key and not say(key, plan.end + KEY_GAP):
        say(key, (begin.stop + end.start - cell_len(key)) // 2)
    for start, stop in gaps(trend):
        missing = [plan.column(year - first) for year in range(start, stop + 1)]
        sheet.mark(MISSING, [(x + (plan.wide - 1) // 2, 1) for x in missing])
        text = str(start) if start == stop else f"{start}–{stop}"
        say(text, (missing[0] + missing[-1] + plan.wide - cell_len(text)) // 2)
