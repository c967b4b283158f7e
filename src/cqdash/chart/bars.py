"""Horizontal bars on exact rows."""

from __future__ import annotations

from collections.abc import Sequence

from cqdash.chart.arrangement import Arrangement
from cqdash.chart.layout import EIGHTHS, Part, Row
from cqdash.chart.sheet import Painted, Sheet

MARKS = ("█", "░", "▒", "▓")
"""What the bars of each series are made of, so that they differ without colour."""
INTERVAL_MARKS = ("▒", "▚")
"""What a bar is made of between the ends of its interval; the second where a series has the first."""
NARROW = "┆"
"""Stands beyond the near end of an interval that is narrower than a cell."""
ZERO_LINE = "│"


def mark(series: int) -> str:
    """What the bars of a series are made of."""
    return MARKS[series % len(MARKS)]


def interval_mark(series: int) -> str:
    """What intervals are made of in a chart of so many series, none of which is made of it."""
    shade, hatching = INTERVAL_MARKS
    return hatching if shade in MARKS[:series] else shade


def glyph(part: Part, series: int) -> str:
    """What a piece is made of in a chart of so many series."""
    return {"solid": mark(part.series), "band": interval_mark(series), "thin": NARROW}[part.kind]


def build(arranged: Arrangement, places: Sequence[int], width: int, height: int) -> list[Painted]:
    """`height` lines of `width` cells, with bar n and what stands above it from line `places[n]` on."""
    sheet = Sheet(width, height)
    lines = [place + len(bar.above) for bar, place in zip(arranged.bars, places, strict=True) if bar.has_line]
    if arranged.has_falls:
        upright = range(height) if arranged.is_table else lines
        sheet.mark(ZERO_LINE, [(arranged.zero - 1, height - 1 - line) for line in upright])
    for bar, place in zip(arranged.bars, places, strict=True):
        for line, said in enumerate((*bar.above, bar.beside), place):
            for text, column in said:
                sheet.say(text, column, height - 1 - line)
        _draw(sheet, bar.row, height - 1 - place - len(bar.above), arranged)
    return sheet.painted()


def _draw(sheet: Sheet, row: Row, y: int, arranged: Arrangement) -> None:
    right, left = (arranged.zero, 1), (arranged.zero - 2, -1)
    (at, step), (other, back) = (left, right) if row.falls else (right, left)
    for part in row.parts:
        whole = part.eighths // EIGHTHS
        sheet.mark(glyph(part, arranged.series), [(at + step * n, y) for n in range(whole)], part.series)
        if end := row.end(part):
            sheet.mark(end, [(at + step * whole, y)], part.series)
        at += step * part.cells
    if row.across:
        cells = [(other + back * n, y) for n in range(row.across.cells)]
        sheet.mark(glyph(row.across, arranged.series), cells, row.across.series)
