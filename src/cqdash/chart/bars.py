"""Horizontal bars on exact rows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from cqdash.chart.cells import shorten
from cqdash.chart.layout import GAP, Layout, Row, space_before
from cqdash.chart.sheet import Painted, Sheet

MARKS = ("█", "░", "▒", "▓")
"""What the bars of each series are made of, so that they differ without colour."""
INTERVAL_MARKS = ("▒", "▚")
"""What a bar is made of between the ends of its interval; the second where a series has the first."""
ZERO_LINE = "│"


def mark(series: int) -> str:
    """What the bars of a series are made of."""
    return MARKS[series % len(MARKS)]


def interval_mark(series: int) -> str:
    """What intervals are made of in a chart of so many series, none of which is made of it."""
    shade, hatching = INTERVAL_MARKS
    return hatching if shade in MARKS[:series] else shade


def build(layout: Layout, places: Sequence[int], width: int, height: int) -> list[Painted]:
    """`height` lines of `width` cells, with row n of the layout on line `places[n]`."""
    sheet = Sheet(width, height)
    zero = layout.label_width + GAP + layout.zero
    if layout.has_falls:
        sheet.mark(ZERO_LINE, [(zero - 1, y) for y in range(height)])
    for row, line in zip(layout.rows, places, strict=True):
        y = height - 1 - line
        if layout.label_width:
            sheet.say(shorten(row.label, layout.label_width), 0, y)
        _draw(sheet, row, y, zero, layout)
    return sheet.painted()


def _draw(sheet: Sheet, row: Row, y: int, zero: int, layout: Layout) -> None:
    between = interval_mark(layout.series)
    (first, step), (other, back) = ((zero - 2, -1), (zero, 1)) if row.falls else ((zero, 1), (zero - 2, -1))
    at = first
    for part in row.parts:
        glyph = between if part.is_interval else mark(part.series)
        whole = part.eighths // 8
        sheet.mark(glyph, [(at + step * n, y) for n in range(whole)], part.series)
        at += step * whole
        if end := row.end(part):
            sheet.mark(end, [(at, y)], part.series)
    if row.across:
        sheet.mark(between, [(other + back * n, y) for n in range(row.across)], row.parts[0].series)
    at = first - row.cells - cell_len(row.said) if row.falls else first + space_before(row, layout.has_falls)
    sheet.say(row.said, at, y)
