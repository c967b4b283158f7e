"""A sheet of cells for plotext (5.3) to draw on, each mark in its cell: the only module that imports it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from cqdash.chart.cells import finish, pad

NO_COLOUR = "default"
_COLOUR = re.compile(r"\x1b\[([0-9;]*)m")

Painted = list[tuple[str, int | None]]
"""A line in pieces, each with the series whose colour it has."""
Place = tuple[int, int]
"""Column and row, counted from the lower left."""


class Sheet:
    """A figure of just this size; its limits are its cells, so that nothing is left for plotext to round.

    What is drawn later lies above, words above all.
    """

    def __init__(self, width: int, height: int) -> None:
        self._figure = _figure(width, height)
        self._figure.xlim(0, max(width - 1, 1))
        self._figure.ylim(0, max(height - 1, 1))
        self._figure.xlim(0, 2 * width - 1, xside="upper")
        self._figure.ylim(0, 4 * height - 1, yside="right")

    def mark(self, glyph: str, cells: Iterable[Place], series: int | None = None) -> None:
        """The glyph in each of the cells, in the colour of a series."""
        if places := list(cells):
            self._figure.scatter(*zip(*places, strict=True), marker=glyph, color=_colour(series))

    def dot(self, dots: Iterable[Place], series: int) -> None:
        """Braille dots, two to a cell across and four up."""
        if places := list(dots):
            self._figure.scatter(
                *zip(*places, strict=True),
                marker="braille", color=_colour(series), xside="upper", yside="right",
            )  # fmt: skip

    def say(self, words: str, column: int, row: int) -> None:
        """Words from a cell on to the right."""
        if words:
            self._figure.text(pad(words), column, row, color=NO_COLOUR, alignment="left")

    def painted(self) -> list[Painted]:
        """The lines from top to bottom; the sheet cannot be drawn on afterwards."""
        return [_pieces(line) for line in self._figure.build().splitlines()]


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
    for side in ("lower", "upper"):
        figure.xticks([], [], xside=side)
    for side in ("left", "right"):
        figure.yticks([], [], yside=side)
    return figure


def _colour(series: int | None) -> int | str:
    return NO_COLOUR if series is None else series % 256


def _pieces(line: str) -> Painted:
    """The pieces of a built line; plotext writes series n as `ESC[38;5;n m`."""
    pieces = _COLOUR.split(line)
    codes = [None, *pieces[1::2]]
    return [
        (finish(text), int(code.rpartition(";")[2]) if code and code.startswith("38;5;") else None)
        for text, code in zip(pieces[::2], codes, strict=True)
        if text
    ]
