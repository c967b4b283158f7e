"""A chart block as a drawing: a legend where there are several series, then the bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from cqdash.chart.bars import build, interval_mark, mark
from cqdash.chart.cells import fill, plain, shorten
from cqdash.chart.layout import Row, lay_out
from cqdash.chart.sheet import Painted
from cqdash.language import Language, words
from cqdash.tabs.blocks import Chart

NARROWEST, LOWEST = 16, 3


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a line that have the colour of a series."""

    line: int
    start: int
    end: int
    series: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines of one width in cells, and what is coloured in them: bars, and their marks in the legend."""

    lines: tuple[str, ...]
    spans: tuple[Span, ...]


def draw(chart: Chart, language: Language, width: int, height: int | None = None) -> Drawing | None:
    """The chart without its title, each line exactly `width` cells and at most `height` lines.

    A bar takes one line. Groups of several bars are set apart by a blank line, as are single bars where a
    `height` has room for it. A bar of an interval is solid to the end nearer zero and hatched from there on.
    None below 16x3, where a figure would be cut off or a bar left out, and where a fall or an interval would
    be stacked.
    """
    if width < NARROWEST or (height is not None and height < LOWEST):
        return None
    layout = lay_out(chart, language, width)
    if layout is None:
        return None
    legend = _legend(chart, interval_mark(layout.series), language, width)
    places = _places(layout.rows, len(legend), height)
    if places is None:
        return None
    painted = legend + [[(" " * width, None)]] * (places[0] - len(legend))
    bars = [place - places[0] for place in places]
    painted += build(layout, bars, width, bars[-1] + 1)
    return drawing(painted)


def drawing(painted: Iterable[Painted]) -> Drawing:
    """The lines, and where in them the colours are."""
    lines = list(painted)
    return Drawing(
        tuple("".join(text for text, _ in line) for line in lines),
        tuple(span for number, line in enumerate(lines) for span in _spans(number, line)),
    )


def _places(rows: Sequence[Row], legend: int, height: int | None) -> list[int] | None:
    """The line of each row below the legend, set apart by blank lines or not; None where they do not fit."""
    together = [legend + number for number in range(len(rows))]
    below = [line + bool(legend) for line in together]
    apart = [line + row.group for line, row in zip(below, rows, strict=True)]
    if height is None:
        return apart if len({row.group for row in rows}) < len(rows) else below
    return next((places for places in (apart, below, together) if places[-1] < height), None)


def _legend(chart: Chart, between: str, language: Language, width: int) -> list[Painted]:
    """The mark and the name of each series where there are several, and of intervals where there are any."""
    several = len(chart.series) > 1
    entries: list[tuple[str, int | None, str]] = []
    if several:
        entries = [(mark(n), n, plain(name.to(language))) for n, name in enumerate(chart.series)]
    if any(bar and bar.interval for group in chart.groups for bar in group.bars):
        entries.append((between, None if several else 0, words.CHART_INTERVAL.to(language)))
    return _flowing(entries, width)


def _flowing(entries: Sequence[tuple[str, int | None, str]], width: int) -> list[Painted]:
    """Marks with their colours and names, on as many lines as they need."""
    lines: list[Painted] = []
    used = width
    for glyph, series, text in entries:
        name = " " + shorten(text, width - 2)
        if used + 3 + cell_len(name) > width:
            lines.append([])
            used = -2
        lines[-1] += [("  " if lines[-1] else "", None), (glyph, series), (name, None)]
        used += 3 + cell_len(name)
    for line in lines:
        said = "".join(text for text, _ in line)
        line.append((fill(said, width)[len(said) :], None))
    return lines


def _spans(number: int, line: Painted) -> list[Span]:
    spans = []
    start = 0
    for text, series in line:
        if series is not None:
            spans.append(Span(number, start, start + len(text), series))
        start += len(text)
    return spans
