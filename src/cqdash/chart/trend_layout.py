"""Where the points of a trend stand, exactly, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count, pairwise
from math import ceil, floor

from msgspec import Struct
from rich.cells import cell_len

from cqdash.chart.cells import plain
from cqdash.language import Language, Text, words
from cqdash.quantity import Unit, decimal_text
from cqdash.quantity.render import CHINESE_SCALES, ENGLISH_SCALES, grouped
from cqdash.tabs.blocks import Trend, TrendPoint

EIGHTHS = 8
DOTS = 4
"""Braille dots in a cell, one above the other."""
HALF = Fraction(1, 2)
FROM_ZERO = Fraction(3, 5)
"""The axis starts at zero where the least value is below this share of the greatest."""
MANTISSAS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))
LONGEST_NUMBER = 10**6
MOST_TICKS = 5


def middle(point: TrendPoint) -> Fraction:
    """The value a point is drawn at."""
    return (point.low + point.high) / 2


def gaps(trend: Trend) -> list[tuple[int, int]]:
    """The first and the last year of each stretch without a point."""
    return [(before[-1].year + 1, after[0].year - 1) for before, after in pairwise(trend.runs)]


def heights(values: Sequence[Fraction], rows: int, step: int) -> list[int]:
    """Eighths of a cell from zero up, in such steps: the greatest fills the rows, zero alone has none."""
    top = max(values) or Fraction(1)
    whole = rows * EIGHTHS // step
    return [max(floor(value / top * whole + HALF), value > 0) * step for value in values]


class Measure(Struct, frozen=True):
    """The unit of an axis: what one of it is in the base unit, and its words (亿元, billion yuan)."""

    factor: Fraction
    words: str
    language: Language

    def number(self, value: Fraction, places: int = 0) -> str:
        """A value on the axis, without the words."""
        digits = decimal_text(abs(value) / self.factor, places)
        if not value:
            return "0"
        return ("−" if value < 0 else "") + (digits if self.language == "zh" else grouped(digits))

    def places(self, value: Fraction) -> int:
        """How many decimals the value needs."""
        return len(decimal_text(abs(value) / self.factor).partition(".")[2])

    def bare(self, shown: str) -> str:
        """What is shown of a value without the words of the axis; all of it where it has another scale."""
        if not self.words or not shown.endswith(self.words):
            return shown
        scales = [name for _, name in (*CHINESE_SCALES, *ENGLISH_SCALES)]
        own = next((name for name in ("%", *scales) if self.words.startswith(name.strip())), "")
        rest = shown.removesuffix(self.words).replace(own, "").strip()
        return shown if any(name in rest for name in scales) else rest


def measure(trend: Trend, language: Language) -> Measure:
    """The scale in which the last point is said, or one in which the numbers are short."""
    unit = trend.unit
    if unit.base == "fraction":
        percent = Text(unit.printed, unit.many).to(language) if unit.many else "%"
        return Measure(Fraction(1, 100), percent, language)
    largest = max(max(abs(point.low), abs(point.high)) for point in trend.points)
    if language == "en":
        scales = [(factor, _english(name, unit)) for factor, name in (*ENGLISH_SCALES, (1, ""))]
    else:
        number = words.TREND_NUMBER.zh
        scales = [(factor, name + unit.printed or number) for factor, name in (*CHINESE_SCALES, (1, ""))]
    fitting = [scale for scale in scales if largest >= scale[0]] or scales[-1:]
    shown = plain(trend.points[-1].shown.to(language))
    short = [scale for scale in fitting if largest < scale[0] * LONGEST_NUMBER]
    said = [scale for scale in short if language == "zh" and shown.endswith(scale[1])]
    factor, named = (said or fitting)[0]
    return Measure(Fraction(factor), named, language)


def _english(name: str, unit: Unit) -> str:
    if unit.base == "multiple":
        return f"{name} ×".strip()
    said = "°C" if unit.base == "celsius" else unit.many
    return f"{name} {said}".strip() or words.TREND_NUMBER.en


class Scale(Struct, frozen=True):
    """A vertical axis of whole rows: `lowest` in the middle of row 0, a tick every `between` rows."""

    lowest: Fraction
    step: Fraction
    between: int
    rows: int

    def row(self, value: Fraction) -> int:
        """The row the value is in."""
        return self.dot(value) // DOTS

    def dot(self, value: Fraction) -> int:
        """The braille dot nearest to the value, counted from below."""
        return floor(self._position(value) * DOTS + HALF * DOTS)

    def span(self, point: TrendPoint) -> range:
        """The rows of a point's interval where it is taller than one row, else none."""
        low, high = self._position(point.low), self._position(point.high)
        return range(self.row(point.low), ceil(high - HALF) + 1) if high - low > 1 else range(0)

    @property
    def ticks(self) -> list[tuple[int, Fraction]]:
        """Rows and their round values, from below."""
        rows = range(0, self.rows, self.between)
        return [(row, self.lowest + self.step * number) for number, row in enumerate(rows)]

    def _position(self, value: Fraction) -> Fraction:
        return (value - self.lowest) / self.step * self.between


def scale(points: Sequence[TrendPoint], rows: int) -> Scale:
    """The axis that fills its rows, three or more, best, with three to five round ticks.

    From zero; from a round number below the least value where zero would leave most of it empty.
    """
    low, high = min(point.low for point in points), max(point.high for point in points)
    if low < high * FROM_ZERO or low == high:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    last = rows - 1
    least = max(ceil(Fraction(last, MOST_TICKS - 1)), 2 if last > 3 else 1)
    best = None
    for between in range(least, max(last // 2, least) + 1):
        candidate = _fitting(low, high, rows, between)
        filled = (high - candidate.lowest) / candidate.step * between
        if best is None or filled > best[0]:
            best = filled, candidate
    assert best is not None
    return best[1]


def _fitting(low: Fraction, high: Fraction, rows: int, between: int) -> Scale:
    """The axis with the smallest round steps that still reaches from low to high."""
    span = high - low or Fraction(1)
    for step in _round_steps(span * between / max(rows - 1, 1)):
        lowest = floor(low / step) * step
        if (high - lowest) / step * between <= rows - 1:
            return Scale(lowest, step, between, rows)
    raise AssertionError("round steps grow without end")


def _round_steps(least: Fraction) -> Iterator[Fraction]:
    """1, 2, 2.5, 5, 10, 20 … of the power of ten below `least`, upwards."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    for exponent in count():
        yield from (mantissa * power * 10**exponent for mantissa in MANTISSAS)


class Years(Struct, frozen=True):
    """A horizontal axis with the years at equal distances, in whole cells."""

    first: int
    last: int
    start: int
    pitch: int

    def column(self, year: int) -> int:
        """The cell of a year."""
        return self.start + (year - self.first) * self.pitch

    def labels(self) -> dict[int, int]:
        """Years at equal distances, counted from the last, and the cell each label begins in.

        The first is among them where it is one of these, or stands clear as the only other.
        """
        span = self.last - self.first
        width = max(cell_len(str(self.first)), cell_len(str(self.last)))
        least = ceil(Fraction(width + 2, self.pitch))
        even = next((step for step in range(least, 2 * least + 1) if span and span % step == 0), None)
        years = list(range(self.last, self.first - 1, -(even or least)))
        if len(years) == 1 and span * self.pitch > width:
            years.append(self.first)
        return {year: self._begin(year) for year in reversed(years)}

    def _begin(self, year: int) -> int:
        return self.column(year) - (cell_len(str(year)) - 1) // 2
