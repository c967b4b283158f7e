"""Horizontal bars on exact rows, drawn by plotext (5.3): the only module that imports it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len

from cqdash.chart.cells import fill, finish, pad, shorten
from cqdash.chart.layout import GAP, Layout, Row, space_before

MARKS = ("█", "░", "▒", "▓")
"""What the bars of each series are made of, so that they differ without colour."""
ZERO_LINE = "│"
NO_COLOUR = "default"
_COLOUR = re.compile(r"\x1b\[([0-9;]*)m")

Painted = list[tuple[str, int | None]]
"""A line in pieces, each with the series whose colour it has."""


def mark(series: int) -> str:
    """What the bars of a series are made of."""
    return MARKS[series % len(MARKS)]


def build(layout: Layout, places: Sequence[int], width: int, height: int) -> list[Painted]:
    """`height` lines of `width` cells, with row n of the layout on line `places[n]`."""
    figure = _figure(width, height)
    canvas = width - layout.label_width - GAP
    figure.xlim(0, max(canvas - 1, 1))
    figure.ylim(0, max(height - 1, 1))
    ys = [height - 1 - line for line in places]
    figure.yticks(ys, [_label(row, layout.label_width) for row in layout.rows])
    if layout.has_falls:
        for y in range(height):
            figure.plot([layout.zero - 1], [y], marker=ZERO_LINE, color=NO_COLOUR)
    for row, y in zip(layout.rows, ys, strict=True):
        _draw(figure, row, y, layout)
    return [_painted(line) for line in figure.build().splitlines()]


def _figure(width: int, height: int) -> Any:
    """A figure of its own, of just this size: the module-level one keeps state and follows the terminal."""
    from plotext._figure import _figure_class  # noqa: PLC0415 - a tenth of a second, for charts only

    figure = _figure_class()
    figure._limit_size(False, False)
    figure.plot_size(width, height)
    figure._set_size(width, height)
    figure.theme("clear")
    figure.xaxes(False, False)
    figure.yaxes(False, False)
    figure.xticks([], [])
    return figure


def _label(row: Row, width: int) -> str:
    return pad(fill(shorten(row.label, width), width) if width else "") + " " * GAP


def _draw(figure: Any, row: Row, y: int, layout: Layout) -> None:
    first, step = (layout.zero - 2, -1) if row.falls else (layout.zero, 1)
    at = first
    for part in row.parts:
        colour = part.series % 256
        if whole := part.eighths // 8:
            figure.plot([at, at + step * (whole - 1)], [y, y], marker=mark(part.series), color=colour)
            at += step * whole
        if end := row.end(part):
            figure.plot([at], [y], marker=end, color=colour)
    at = first - row.cells - cell_len(row.said) if row.falls else first + space_before(row, layout.has_falls)
    figure.text(pad(row.said), at, y, color=NO_COLOUR, alignment="left")


def _painted(line: str) -> Painted:
    """The pieces of a built line; plotext writes series n as `ESC[38;5;n m`."""
    pieces = _COLOUR.split(line)
    codes = [None, *pieces[1::2]]
    return [
        (finish(text), int(code.rpartition(";")[2]) if code and code.startswith("38;5;") else None)
        for text, code in zip(pieces[::2], codes, strict=True)
        if text
    ]
