"""Where the axes, the line, the bars and the words of a line chart stand, exactly, before it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import floor

from msgspec import Struct
from rich.cells import cell_len

from cqdash.chart.cells import plain
from cqdash.chart.sheet import Place
from cqdash.chart.trend_layout import DOTS, HALF, Measure, Scale, Years, measure, middle, scale
from cqdash.language import Language
from cqdash.tabs.blocks import Trend, TrendPoint

SHORTEST_LINE = 3
"""A line joins so many neighbouring years or more; fewer are markers."""
WIDEST_PITCH = 12
"""The most cells from one year to the next."""
BASE_LINE = 1
"""The line of the year axis, counted from below; the years stand below it."""
AFTER_LAST = 2
"""Cells that a last year takes right of its point."""

AWAY = 3
"""Cells between words and a point that nobody takes them for its own."""

Said = tuple[str, int, int]
"""Words, and the column and the line they begin in."""


class Axes(Struct, frozen=True):
    """Both axes of a trend, in a language; the value axis stands in column `axis`."""

    trend: Trend
    language: Language
    measure: Measure
    scale: Scale
    years: Years
    axis: int

    def cell(self, point: TrendPoint) -> Place:
        """The cell of a point."""
        return self.years.column(point.year), BASE_LINE + self.scale.row(middle(point))

    def bar(self, point: TrendPoint) -> list[Place]:
        """The cells of an interval that is taller than a line."""
        return [(self.years.column(point.year), BASE_LINE + row) for row in self.scale.span(point)]

    @property
    def ticks(self) -> list[tuple[int, str]]:
        """The lines of the round values, and their numbers."""
        return [(BASE_LINE + row, text) for row, text in _ticks(self.measure, self.scale)]

    @property
    def across(self) -> range:
        """The columns of the year axis."""
        return range(self.axis + 1, self.years.column(self.years.last) + 2)

    @property
    def upright(self) -> list[Place]:
        """The cells of the value axis."""
        return [(self.axis, BASE_LINE + row) for row in range(self.scale.rows)]

    @property
    def zero(self) -> list[Place]:
        """The cells of the line at zero where that is not the year axis."""
        if self.scale.lowest >= 0:
            return []
        return [(x, BASE_LINE + self.scale.row(Fraction(0))) for x in self.across]

    @property
    def lines(self) -> list[tuple[TrendPoint, ...]]:
        """The runs of neighbouring years that a line joins."""
        return [run for run in self.trend.runs if len(run) >= SHORTEST_LINE]

    @property
    def dots(self) -> list[Place]:
        """The dots of those lines."""
        pairs = [pair for run in self.lines for pair in pairwise(run)]
        return [dot for pair in pairs for dot in _between(*map(self._dot, pair))]

    def shown(self, point: TrendPoint) -> str:
        """What is said of a point: its value without the words of the axis."""
        return self.measure.bare(plain(point.shown.to(self.language)))

    def has_inside(self, start: int, line: int, stop: int) -> bool:
        """Whether cells are right of the value axis, before column `stop` and above the year axis."""
        return self.axis < start <= stop and BASE_LINE < line < BASE_LINE + self.scale.rows

    def _dot(self, point: TrendPoint) -> Place:
        return 2 * self.years.column(point.year), DOTS * BASE_LINE + self.scale.dot(middle(point))


def axes(trend: Trend, language: Language, width: int, rows: int) -> Axes | None:
    """Axes of so many rows with the years as far apart as `width` allows; None where it allows nothing.

    The last value has room beside its point, unless the years would be twice as far apart without.
    """
    unit = measure(trend, language)
    values = scale(trend.points, rows)
    start = max(cell_len(text) for _, text in _ticks(unit, values)) + 3
    first, last = trend.points[0].year, trend.points[-1].year
    said = cell_len(unit.bare(plain(trend.points[-1].shown.to(language))))
    rooms = [width - 1 - start - after for after in (max(1 + said, AFTER_LAST), AFTER_LAST)]
    beside, alone = (min(room // max(last - first, 1), WIDEST_PITCH) if room >= 0 else 0 for room in rooms)
    pitch = alone if alone >= 2 * beside else beside
    return Axes(trend, language, unit, values, Years(first, last, start, pitch), start - 2) if pitch else None


def labels(axes: Axes, width: int) -> dict[int, Said]:
    """What is said beside points, by year, touching nothing: the last if it can be, and all others.

    Where not all can be said, or they would crowd, only the ends of runs.
    """
    *others, last = axes.trend.points
    drawn = {(x // 2, y // DOTS) for x, y in axes.dots} | {axes.cell(point) for point in axes.trend.points}
    drawn |= {cell for point in axes.trend.points for cell in axes.bar(point)} | {*axes.upright, *axes.zero}
    said = _labels([last], axes, drawn, width)
    if max((cell_len(axes.shown(point)) for point in others), default=0) + 2 <= axes.years.pitch:
        every = _labels(others, axes, drawn, width, said)
        if len(every) == len(axes.trend.points):
            return every
    ends = {point for run in axes.trend.runs for point in (run[0], run[-1])}
    return _labels([point for point in others if point in ends], axes, drawn, width, said)


def _labels(
    points: Iterable[TrendPoint],
    axes: Axes,
    drawn: set[Place],
    width: int,
    before: dict[int, Said] | None = None,
) -> dict[int, Said]:
    """With those said before, words for each of the points that has a free place for them.

    Better one that is well away from every other point.
    """
    said = dict(before or {})
    taken = drawn.union(*(_cells(place) for place in said.values()))
    for point in points:
        others = {axes.cell(other) for other in axes.trend.points if other != point}
        places = [place for place in _places(axes, point) if _is_free(place, axes, taken, width)]
        clear = [place for place in places if not _cells(place, AWAY) & others]
        if chosen := next(iter(clear or places), None):
            said[point.year] = chosen
            taken |= _cells(chosen)
    return said


def _is_free(place: Said, axes: Axes, taken: set[Place], width: int) -> bool:
    text, start, line = place
    return bool(text) and axes.has_inside(start, line, width - cell_len(text)) and not _cells(place) & taken


def _places(axes: Axes, point: TrendPoint) -> Iterator[Said]:
    """Where a point's words may stand, the best first: above it, below, beside; for the last point beside."""
    text = axes.shown(point)
    wide = cell_len(text)
    column, line = axes.cell(point)
    lines = [line, *(y for _, y in axes.bar(point))]
    beside = [(text, column + 2, line), (text, column - 1 - wide, line)]
    starts = (column - wide // 2, column - wide + 1, column)
    if point == axes.trend.points[-1]:
        yield beside[0]
    yield from ((text, start, y) for y in (max(lines) + 1, min(lines) - 1) for start in starts)
    yield from beside


def _cells(place: Said, around: int = 1) -> set[Place]:
    """The cells of words, and some more at either end."""
    text, start, line = place
    return {(x, line) for x in range(start - around, start + cell_len(text) + around)}


def _ticks(unit: Measure, values: Scale) -> list[tuple[int, str]]:
    places = max(unit.places(value) for _, value in values.ticks)
    return [(row, unit.number(value, places)) for row, value in values.ticks]


def _between(start: Place, end: Place) -> Iterator[Place]:
    """The dots of a straight line, one a step along its longer side."""
    across, up = end[0] - start[0], end[1] - start[1]
    steps = max(across, abs(up))
    for step in range(steps + 1):
        share = Fraction(step, steps)
        yield start[0] + floor(share * across + HALF), start[1] + floor(share * up + HALF)
