"""How long each bar of a chart is, exactly, before anything is drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Literal

from msgspec import Struct
from rich.cells import cell_len

from cqdash.chart.cells import plain
from cqdash.language import Language, words
from cqdash.tabs.blocks import Bar, Chart

RISING = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
FALLING = ("", "▕", "▕", "▐", "▐", "▐", "▐", "█")
"""The end of a bar by eighths of a cell; fonts have fewer of them to the left."""
EIGHTHS = 8

Kind = Literal["solid", "band", "thin"]


class Part(Struct, frozen=True):
    """A piece of a bar: its series and its length in eighths of a cell, whole cells but for a `solid` end.

    The true end lies in a `band`, an interval to scale, or by a `thin` mark: one that is narrower than the
    cell the mark takes.
    """

    series: int
    eighths: int
    kind: Kind = "solid"

    @property
    def cells(self) -> int:
        """Cells it takes, a last one that is not full among them."""
        return -(-self.eighths // EIGHTHS)


class Row(Struct, frozen=True):
    """One bar in pieces from the zero point on, and what is said of it.

    `label` is empty but for the first bar of a group; `group` counts from 0; `across` is the part of an
    interval on the other side of the zero point.
    """

    group: int
    label: str
    said: str
    falls: bool
    parts: tuple[Part, ...]
    across: Part | None = None

    @property
    def cells(self) -> int:
        """Cells the bar takes from the zero point on."""
        return sum(part.cells for part in self.parts)

    @property
    def cells_across(self) -> int:
        """Cells it takes on the other side."""
        return self.across.cells if self.across else 0

    def end(self, part: Part) -> str:
        """The last cell of a piece where it is not full."""
        return (FALLING if self.falls else RISING)[part.eighths % EIGHTHS]


class Scaled(Struct, frozen=True):
    """The rows from top to bottom with the longest bar `scale` cells long, and the cells they need.

    `before` the zero point, the line at zero among them where there are `has_falls`, and from it on.
    """

    rows: tuple[Row, ...]
    scale: int
    has_falls: bool
    before: int
    after: int

    @property
    def span(self) -> int:
        """Cells from the end of the deepest fall to that of the longest bar that rises."""
        falls = max((row.cells if row.falls else row.cells_across for row in self.rows), default=0)
        rises = max((row.cells_across if row.falls else row.cells for row in self.rows), default=0)
        return falls + rises


class Share(Struct, frozen=True):
    """A bar not yet scaled: each piece's series and its share of the longest bar, below zero for a fall.

    With an `interval`, its ends as such shares, the one nearer zero first; the only piece goes to the other.
    """

    group: int
    label: str
    said: str
    pieces: tuple[tuple[int, Fraction], ...]
    interval: tuple[Fraction, Fraction] | None = None

    @property
    def falls(self) -> bool:
        """Whether it goes below zero, the farther end of an interval that does both."""
        return any(share < 0 for _, share in self.pieces)

    @property
    def crosses(self) -> bool:
        """Whether its interval has numbers on both sides of zero."""
        return self.interval is not None and self.interval[0] * self.interval[1] < 0


def shares(chart: Chart, language: Language) -> list[Share]:
    """The bars of a chart; none where a fall or an interval would be stacked, which cannot be."""
    given = [bar for group in chart.groups for bar in group.bars if bar]
    if not chart.stacked:
        return _bars(chart, language)
    return [] if any(bar.value < 0 or bar.interval for bar in given) else _stacks(chart, language)


def scaled(bars: Sequence[Share], room: int, *, in_eighths: bool, has_said: bool) -> Scaled:
    """The longest bars that fit in `room` cells, with what is said beyond their ends if it has to fit too.

    A `scale` of 0 where none do.
    """
    has_falls = any(bar.falls or bar.crosses for bar in bars)

    def at(scale: int) -> Scaled:
        rows = [_row(bar, scale, in_eighths=in_eighths) for bar in bars]
        return Scaled(tuple(rows), scale, has_falls, *_sides(rows, has_falls, has_said))

    def taken(scale: int) -> int:
        fitted = at(scale)
        return fitted.before + fitted.after

    return at(bisect_right(range(1, room + 1), room, key=taken) if room > 0 else 0)


def space_before(row: Row, has_falls: bool) -> int:
    """Cells between the zero point and what is said of a bar that does not fall."""
    return row.cells + 1 if row.cells or has_falls else 0


def _bars(chart: Chart, language: Language) -> list[Share]:
    reached = [abs(_ends(bar)[1]) for group in chart.groups for bar in group.bars if bar]
    longest = max(reached, default=Fraction(0)) or Fraction(1)
    bars = []
    for number, group in enumerate(chart.groups):
        for series, bar in enumerate(group.bars or (None,)):
            label = "" if series else plain(group.label.to(language))
            said = plain((bar.shown if bar else words.NOT_PRINTED).to(language))
            near, far = (end / longest for end in _ends(bar)) if bar else (Fraction(0), Fraction(0))
            bars.append(Share(number, label, said, ((series, far),), (near, far) if near != far else None))
    return bars


def _ends(bar: Bar) -> tuple[Fraction, Fraction]:
    """The ends of a bar's interval, the one nearer zero first; its value twice where it has none."""
    low, high = bar.interval or (bar.value, bar.value)
    return (low, high) if abs(low) <= abs(high) else (high, low)


def _stacks(chart: Chart, language: Language) -> list[Share]:
    """One bar a group, its series one after the other."""
    sums = [sum((bar.value for bar in group.bars if bar), Fraction(0)) for group in chart.groups]
    longest = max(sums, default=Fraction(0)) or Fraction(1)
    bars = []
    for number, group in enumerate(chart.groups):
        pieces = tuple((series, bar.value / longest) for series, bar in enumerate(group.bars) if bar)
        bars.append(Share(number, plain(group.label.to(language)), plain(group.said.to(language)), pieces))
    return bars


def _row(bar: Share, scale: int, *, in_eighths: bool) -> Row:
    """The bar where the longest one is `scale` cells long; a value other than zero is always seen.

    A whole bar is as long as its sum; what rounding takes from one piece it gives to the next.
    """
    step = 1 if in_eighths else EIGHTHS
    if bar.interval:
        return _interval_row(bar, *bar.interval, scale, step)
    seen = [(series, abs(share)) for series, share in bar.pieces if share]
    whole = max(_steps(sum((share for _, share in seen), Fraction(0)), scale, step), len(seen))
    parts = []
    reached, start = Fraction(0), 0
    for left, (series, share) in zip(range(len(seen) - 1, -1, -1), seen, strict=True):
        reached += share
        end = min(max(_steps(reached, scale, step), start + 1), whole - left)
        parts.append(Part(series, (end - start) * step))
        start = end
    return Row(bar.group, bar.label, bar.said, bar.falls, tuple(parts))


def _interval_row(bar: Share, near: Fraction, far: Fraction, scale: int, step: int) -> Row:
    """Solid to the near end, then a band in whole cells to the far one, or the mark of a narrower interval.

    An interval across zero has nothing solid, and one of the two on either side.
    """
    series = bar.pieces[0][0]
    is_narrow = abs(far - near) * scale < 1
    thin = Part(series, EIGHTHS, "thin")

    def band(cells: int) -> Part:
        return Part(series, cells * EIGHTHS, "band") if cells and not is_narrow else thin

    across = None
    start, end = (_steps(abs(share), scale, EIGHTHS) for share in (near, far))
    if bar.crosses:
        parts, across = [band(end)], band(start)
    elif is_narrow:
        solid = max(_steps(abs(near), scale, step), 1) * step if near else 0
        parts = [Part(series, solid), thin]
    else:
        parts = [Part(series, start * EIGHTHS), band(end - start)]
    return Row(bar.group, bar.label, bar.said, bar.falls, tuple(p for p in parts if p.eighths), across)


def _steps(share: Fraction, scale: int, step: int) -> int:
    """A share of `scale` cells, in steps of so many eighths, rounded half up."""
    return floor(share * scale * EIGHTHS / step + Fraction(1, 2))


def _sides(rows: Sequence[Row], has_falls: bool, has_said: bool) -> tuple[int, int]:
    """Cells needed before the zero point (the zero line among them) and from it on."""
    sides = [(0, 0)]
    for row in rows:
        said = cell_len(row.said) if has_said else 0
        if row.falls:
            sides.append((row.cells + (1 + said if has_said else 0), row.cells_across))
        else:
            sides.append((row.cells_across, space_before(row, has_falls) + said if has_said else row.cells))
    return max(left for left, _ in sides) + has_falls, max(right for _, right in sides)
