"""Where the bars of a chart and their words stand: side by side, or below each other where that is narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from rich.cells import cell_len

from cqdash.chart.cells import broken, widest_piece
from cqdash.chart.layout import Row, Scaled, scaled, shares, space_before
from cqdash.language import Language
from cqdash.tabs.blocks import Chart

GAP = 2
"""Cells between a label and what stands beside it."""
READABLE = 12
"""So many cells are enough to compare bars with words beside them, and two fifths of a narrow chart."""
SHORTEST_SCALE = 3
"""The fewest cells the longest bar may have."""

Said = tuple[str, int]
"""Words, and the column they begin in."""


class Placed(Struct, frozen=True):
    """A bar with the lines above it and the words beside it; an empty one may have no line of its own."""

    row: Row
    above: tuple[tuple[Said, ...], ...]
    beside: tuple[Said, ...]
    has_line: bool = True

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.above) + self.has_line


class Arrangement(Struct, frozen=True):
    """The bars from top to bottom, of so many `series`; they rise from column `zero` on.

    Where a bar falls or reaches below zero, a line stands in the column before and the bar goes left from
    there.
    """

    bars: tuple[Placed, ...]
    zero: int
    has_falls: bool
    series: int

    @property
    def is_table(self) -> bool:
        """Whether nothing stands above a bar."""
        return not any(bar.above for bar in self.bars)


def arrangements(chart: Chart, language: Language, width: int) -> Iterator[Arrangement]:
    """The ways to arrange a chart in `width` cells, the best first, none of which cuts a word.

    Label, bar and figure on one line, as long as the bars are long enough to compare; else the labels above
    the bars, and the figures beside them or, where these would be short, above them too. The ways of the
    fewest lines come once more at the end. None where a figure has no room, and where a fall or an interval
    would be stacked.
    """
    bars = shares(chart, language)
    if not bars:
        return
    label = max(cell_len(bar.label) for bar in bars)
    indent = GAP + label
    in_eighths = not chart.stacked and all(series == 0 for bar in bars for series, _ in bar.pieces)
    series = max(len(chart.series), *(len(group.bars) for group in chart.groups))

    def arranged(fitted: Scaled, column: int, place: Callable[[Row, Said], Placed]) -> Arrangement:
        zero = column + fitted.before
        placed = [place(row, _figure(row, zero, fitted.has_falls)) for row in fitted.rows]
        return Arrangement(tuple(placed), zero, fitted.has_falls, series)

    def on_one_line(row: Row, figure: Said) -> Placed:
        return Placed(row, (), ((row.label, 0), figure))

    def below_label(row: Row, figure: Said) -> Placed:
        return Placed(row, _lines(row.label, width), (figure,))

    def below_both(row: Row, _: Said) -> Placed:
        return Placed(row, (((row.label, 0), _at_end(row.said, width)),), (), bool(row.parts))

    def below_each(row: Row, _: Said) -> Placed:
        above = _lines(row.label, width)
        above += tuple((_at_end(line, width),) for line in broken(row.said, width))
        return Placed(row, above, (), bool(row.parts) or not above)

    one_line, two_lines, full_width = (
        scaled(bars, width - column, in_eighths=in_eighths, has_said=has_said)
        for column, has_said in ((indent, True), (0, True), (0, False))
    )
    readable = min(READABLE, width * 2 // 5)
    is_single = len({bar.group for bar in bars}) == len(bars)
    if one_line.span >= readable:
        yield arranged(one_line, indent, on_one_line)
    if not is_single and two_lines.span >= readable:
        yield arranged(two_lines, 0, below_label)
    if all(cell_len(bar.label) + GAP * bool(bar.label) + cell_len(bar.said) <= width for bar in bars):
        yield arranged(full_width, 0, below_both)
    if is_single and two_lines.span >= readable:
        yield arranged(two_lines, 0, below_label)
    if full_width.scale >= SHORTEST_SCALE and all(widest_piece(bar.said) <= width for bar in bars):
        yield arranged(full_width, 0, below_each)
    if one_line.scale >= SHORTEST_SCALE:
        yield arranged(one_line, indent, on_one_line)
    if two_lines.scale >= SHORTEST_SCALE:
        yield arranged(two_lines, 0, below_label)


def _figure(row: Row, zero: int, has_falls: bool) -> Said:
    """What is said of a bar, beyond its end."""
    if row.falls:
        return row.said, zero - 2 - row.cells - cell_len(row.said)
    return row.said, zero + space_before(row, has_falls)


def _at_end(text: str, width: int) -> Said:
    return text, width - cell_len(text)


def _lines(label: str, width: int) -> tuple[tuple[Said, ...], ...]:
    return tuple(((line, 0),) for line in broken(label, width))
