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
from cqdash.tabs.blocks import Bar, Chart

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
    """A piece of a bar: its series and its length in eighths of a cell; only a last piece ends within one.

    An interval is the piece in which the true end lies.
    """

    series: int
    eighths: int
    is_interval: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One bar in pieces from the zero point on, and what is said beyond its end.

    `label` is empty but for the first bar of a group; `group` counts from 0; `across` are cells of an
    interval that lie on the other side of the zero point.
    """

    group: int
    label: str
    said: str
    falls: bool
    parts: tuple[Part, ...]
    across: int = 0

    @property
    def cells(self) -> int:
        """Cells the bar takes, a last one that is not full among them."""
        return -(-sum(part.eighths for part in self.parts) // 8)

    def end(self, part: Part) -> str:
        """The last cell of a piece where it is not full."""
        return (FALLING if self.falls else RISING)[part.eighths % 8]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows from top to bottom, of so many `series`.

    Bars rise from cell `zero` on, counted after the labels and the gap. Where a bar falls or reaches below
    zero, a line stands in the cell before `zero` and the bar goes left from there.
    """

    rows: tuple[Row, ...]
    label_width: int
    zero: int
    has_falls: bool
    series: int


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar not yet scaled: each piece's series and its share of the longest bar, below zero for a fall.

    With an `interval`, its ends as such shares, the one nearer zero first; the only piece goes to the other.
    """

    group: int
    label: str
    said: str
    shares: tuple[tuple[int, Fraction], ...]
    interval: tuple[Fraction, Fraction] | None = None

    @property
    def falls(self) -> bool:
        return any(share < 0 for _, share in self.shares)

    @property
    def crosses(self) -> bool:
        """Whether its interval has numbers on both sides of zero."""
        return self.interval is not None and self.interval[0] * self.interval[1] < 0


def lay_out(chart: Chart, language: Language, width: int) -> Layout | None:
    """The longest bars that leave room in `width` cells for every figure in full; None where none do.

    Labels give way first, down to a few cells, then the bars. Neither a fall nor an interval can be stacked:
    None for those too.
    """
    given = [bar for group in chart.groups for bar in group.bars if bar]
    if chart.stacked and any(bar.value < 0 or bar.interval for bar in given):
        return None
    bars = _stacks(chart, language) if chart.stacked else _bars(chart, language)
    in_eighths = not chart.stacked and all(series == 0 for bar in bars for series, _ in bar.shares)
    has_falls = any(bar.falls or bar.crosses for bar in bars)

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
    series = max(len(chart.series), *(len(group.bars) for group in chart.groups))
    return Layout(tuple(rows), label_width, _sides(rows, has_falls)[0], has_falls, series)


def _bars(chart: Chart, language: Language) -> list[_Bar]:
    reached = [abs(_ends(bar)[1]) for group in chart.groups for bar in group.bars if bar]
    longest = max(reached, default=Fraction(0)) or Fraction(1)
    bars = []
    for number, group in enumerate(chart.groups):
        for series, bar in enumerate(group.bars or (None,)):
            label = "" if series else plain(group.label.to(language))
            said = plain((bar.shown if bar else words.NOT_PRINTED).to(language))
            near, far = (end / longest for end in _ends(bar)) if bar else (Fraction(0), Fraction(0))
            interval = (near, far) if bar and bar.interval else None
            bars.append(_Bar(number, label, said, ((series, far),), interval))
    return bars


def _ends(bar: Bar) -> tuple[Fraction, Fraction]:
    """The ends of a bar's interval, the one nearer zero first; its value twice where it has none."""
    low, high = bar.interval or (bar.value, bar.value)
    return (low, high) if abs(low) <= abs(high) else (high, low)


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
    if bar.interval:
        return _interval_row(bar, *bar.interval, scale)
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


def _interval_row(bar: _Bar, near: Fraction, far: Fraction, scale: int) -> Row:
    """Whole cells: solid to the near end, then the interval to the far one, a cell of it at the least."""
    series = bar.shares[0][0]
    whole = max(_steps(abs(far), scale, 8), 1)
    reaches = max(_steps(abs(near), scale, 8), 1) if bar.crosses else 0
    solid = 0 if bar.crosses else min(_steps(abs(near), scale, 8), whole - 1)
    parts = [Part(series, solid * 8)] if solid else []
    parts.append(Part(series, (whole - solid) * 8, is_interval=True))
    return Row(bar.group, bar.label, bar.said, bar.falls, tuple(parts), reaches)


def _steps(share: Fraction, scale: int, step: int) -> int:
    """A share of `scale` cells, in steps of so many eighths, rounded half up."""
    return floor(share * scale * 8 / step + Fraction(1, 2))


def _sides(rows: Sequence[Row], has_falls: bool) -> tuple[int, int]:
    """Cells needed before the zero point (the zero line among them) and from it on."""
    sides = [(0, 0)]
    for row in rows:
        said = cell_len(row.said)
        if row.falls:
            sides.append((row.cells + 1 + said, row.across))
        else:
            sides.append((row.across, space_before(row, has_falls) + said))
    return max(left for left, _ in sides) + has_falls, max(right for _, right in sides)


def space_before(row: Row, has_falls: bool) -> int:
    """Cells between the zero point and what is said of a bar that does not fall."""
    return row.cells + 1 if row.cells or has_falls else 0
