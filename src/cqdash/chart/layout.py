"""Where each bar of a chart begins and ends, exactly, before anything is drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from rich.cells import cell_len

from cqdash.chart.cells import plain
from cqdash.language import Language, words
from cqdash.tabs.blocks import Chart

GAP = 2
"""Cells between a label and the bars."""
SHORTEST_LABEL = 6
SHORTEST_SCALE = 3
"""The fewest cells the longest bar may have."""

RISING = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
FALLING = ("", "▕", "▕", "▐", "▐", "▐", "▐", "█")
"""The end of a bar by eighths of a cell; fonts have fewer of them to the left."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: its series and its length in eighths of a cell; only a last piece ends within one."""

    series: int
    eighths: int


@dataclass(frozen=True, slots=True)
class Row:
    """One bar in pieces from the zero point on, and what is said beyond its end.

    `label` is empty but for the first bar of a group; `group` counts from 0.
    """

    group: int
    label: str
    said: str
    falls: bool
    parts: tuple[Part, ...]

    @property
    def cells(self) -> int:
        """Cells the bar takes, a last one that is not full among them."""
        return -(-sum(part.eighths for part in self.parts) // 8)

    def end(self, part: Part) -> str:
        """The last cell of a piece where it is not full."""
        return (FALLING if self.falls else RISING)[part.eighths % 8]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows from top to bottom; bars rise from cell `zero` on, counted after the labels and the gap.

    Where a bar falls below zero, a line stands in the cell before `zero` and the bar goes left from there.
    """

    rows: tuple[Row, ...]
    label_width: int
    zero: int
    has_falls: bool


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar not yet scaled: each piece's series and its share of the longest bar, below zero for a fall."""

    group: int
    label: str
    said: str
    shares: tuple[tuple[int, Fraction], ...]

    @property
    def falls(self) -> bool:
        return any(share < 0 for _, share in self.shares)


def lay_out(chart: Chart, language: Language, width: int) -> Layout | None:
    """The longest bars that leave room in `width` cells for every figure in full; None where none do.

    Labels give way first, down to a few cells, then the bars. A fall cannot be stacked: None for that too.
    """
    bars = _stacks(chart, language) if chart.stacked else _bars(chart, language)
    in_eighths = not chart.stacked and all(series == 0 for bar in bars for series, _ in bar.shares)
    has_falls = any(bar.falls for bar in bars)
    if chart.stacked and has_falls:
        return None

    def scaled(scale: int) -> list[Row]:
        return [_row(bar, scale, in_eighths=in_eighths) for bar in bars]

    def taken(scale: int) -> int:
        return sum(_sides(scaled(scale), has_falls))

    widest = max((cell_len(bar.label) for bar in bars), default=0)
    spare = width - GAP - taken(max(SHORTEST_SCALE + 1, width // 8))
    label_width = min(widest, max(spare, SHORTEST_LABEL))
    room = width - GAP - label_width
    scale = bisect_right(range(1, room + 1), room, key=taken) if room > 0 else 0
    if not bars or scale < SHORTEST_SCALE:
        return None
    rows = scaled(scale)
    return Layout(tuple(rows), label_width, _sides(rows, has_falls)[0], has_falls)


def _bars(chart: Chart, language: Language) -> list[_Bar]:
    values = [bar.value for group in chart.groups for bar in group.bars if bar]
    longest = max(map(abs, values), default=Fraction(0)) or Fraction(1)
    bars = []
    for number, group in enumerate(chart.groups):
        for series, bar in enumerate(group.bars or (None,)):
            label = "" if series else plain(group.label.to(language))
            said = plain((bar.shown if bar else words.NOT_PRINTED).to(language))
            share = bar.value / longest if bar else Fraction(0)
            bars.append(_Bar(number, label, said, ((series, share),)))
    return bars


def _stacks(chart: Chart, language: Language) -> list[_Bar]:
    """One bar a group, its series one after the other."""
    sums = [sum((bar.value for bar in group.bars if bar), Fraction(0)) for group in chart.groups]
    longest = max(sums, default=Fraction(0)) or Fraction(1)
    bars = []
    for number, group in enumerate(chart.groups):
        shares = tuple((series, bar.value / longest) for series, bar in enumerate(group.bars) if bar)
        bars.append(_Bar(number, plain(group.label.to(language)), plain(group.said.to(language)), shares))
    return bars


def _row(bar: _Bar, scale: int, *, in_eighths: bool) -> Row:
    """The bar where the longest one is `scale` cells long; a value other than zero is always seen.

    A whole bar is as long as its sum; what rounding takes from one piece it gives to the next.
    """
    step = 1 if in_eighths else 8
    seen = [(series, abs(share)) for series, share in bar.shares if share]
    whole = max(_steps(sum((share for _, share in seen), Fraction(0)), scale, step), len(seen))
    parts = []
    reached, start = Fraction(0), 0
    for left, (series, share) in zip(range(len(seen) - 1, -1, -1), seen, strict=True):
        reached += share
        end = min(max(_steps(reached, scale, step), start + 1), whole - left)
        parts.append(Part(series, (end - start) * step))
        start = end
    return Row(bar.group, bar.label, bar.said, bar.falls, tuple(parts))


def _steps(share: Fraction, scale: int, step: int) -> int:
    """A share of `scale` cells, in steps of so many eighths, rounded half up."""
    return floor(share * scale * 8 / step + Fraction(1, 2))


def _sides(rows: Sequence[Row], has_falls: bool) -> tuple[int, int]:
    """Cells needed before the zero point (the zero line among them) and from it on."""
    left = max((row.cells + 1 + cell_len(row.said) for row in rows if row.falls), default=0)
    right = max(
        (space_before(row, has_falls) + cell_len(row.said) for row in rows if not row.falls), default=0
    )
    return left + has_falls, right


def space_before(row: Row, has_falls: bool) -> int:
    """Cells between the zero point and what is said of a bar that does not fall."""
    return row.cells + 1 if row.cells or has_falls else 0
