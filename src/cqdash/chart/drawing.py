"""A chart block as a drawing: a legend where there are several series, then the bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct
from rich.cells import cell_len

from cqdash.chart.arrangement import Arrangement, arrangements
from cqdash.chart.bars import build, glyph, mark
from cqdash.chart.cells import broken, fill, plain
from cqdash.chart.layout import Kind
from cqdash.chart.sheet import Painted
from cqdash.language import Language, Text, words
from cqdash.tabs.blocks import Chart

NARROWEST, LOWEST = 16, 3
INTERVALS: dict[Kind, Text] = {"band": words.CHART_INTERVAL, "thin": words.CHART_INTERVAL_NARROW}


class Span(Struct, frozen=True):
    """Characters `start` to `end` of a line that have the colour of a series."""

    line: int
    start: int
    end: int
    series: int


class Drawing(Struct, frozen=True):
    """Lines of one width in cells, and what is coloured in them: bars, and their marks in the legend."""

    lines: tuple[str, ...]
    spans: tuple[Span, ...]


def draw(chart: Chart, language: Language, width: int, height: int | None = None) -> Drawing | None:
    """The chart without its title, each line exactly `width` cells and at most `height` lines.

    A bar takes one line where label, bar and figure have room on it, else the words go above it. Groups of
    several lines are set apart by a blank one, as are single bars where a `height` has room for it. A bar of
    an interval is solid to the end nearer zero and hatched from there on, or has a mark there where the
    interval is narrower than a cell. None below 16x3, where a figure or a bar would be cut off or left out,
    and where a fall or an interval would be stacked.
    """
    if width < NARROWEST or (height is not None and height < LOWEST):
        return None
    for arranged in arrangements(chart, language, width):
        legend = _legend(chart, arranged, language, width)
        if places := _places(arranged, len(legend), height):
            painted = legend + [[(" " * width, None)]] * (places[0] - len(legend))
            bars = [place - places[0] for place in places]
            return drawing(painted + build(arranged, bars, width, bars[-1] + arranged.bars[-1].lines))
    return None


def drawing(painted: Iterable[Painted]) -> Drawing:
    """The lines, and where in them the colours are."""
    lines = list(painted)
    return Drawing(
        tuple("".join(text for text, _ in line) for line in lines),
        tuple(span for number, line in enumerate(lines) for span in _spans(number, line)),
    )


def _places(arranged: Arrangement, legend: int, height: int | None) -> list[int] | None:
    """The line each bar begins on below the legend, set apart by blank lines or not; None where none fit."""
    bars = arranged.bars
    together = list(accumulate([bar.lines for bar in bars[:-1]], initial=legend))
    below = [line + bool(legend) for line in together]
    apart = [line + bar.row.group for line, bar in zip(below, bars, strict=True)]
    if height is None:
        return apart if bars[-1].row.group + 1 < len(bars) or not arranged.is_table else below
    return next(
        (places for places in (apart, below, together) if places[-1] + bars[-1].lines <= height), None
    )


def _legend(chart: Chart, arranged: Arrangement, language: Language, width: int) -> list[Painted]:
    """The mark and the name of each series where there are several, and of the marks of intervals drawn."""
    several = len(chart.series) > 1
    entries: list[tuple[str, int | None, str]] = []
    if several:
        entries = [(mark(n), n, plain(name.to(language))) for n, name in enumerate(chart.series)]
    parts = [part for bar in arranged.bars for part in (*bar.row.parts, bar.row.across) if part]
    drawn = {part.kind: glyph(part, arranged.series) for part in parts}
    own = None if several else 0
    entries += [(drawn[kind], own, name.to(language)) for kind, name in INTERVALS.items() if kind in drawn]
    return _flowing(entries, width)


def _flowing(entries: Sequence[tuple[str, int | None, str]], width: int) -> list[Painted]:
    """Marks with their colours and names, on as many lines as they need."""
    lines: list[Painted] = []
    used = width
    for sign, series, text in entries:
        first, *more = broken(text, width - 2) or [""]
        if more or used + 4 + cell_len(first) > width:
            lines.append([])
            used = -2
        lines[-1] += [("  " if lines[-1] else "", None), (sign, series), (" " + first, None)]
        used += 4 + cell_len(first)
        if more:
            lines += [[("  " + line, None)] for line in more]
            used = width
    for painted in lines:
        said = "".join(text for text, _ in painted)
        painted.append((fill(said, width)[len(said) :], None))
    return lines


def _spans(number: int, line: Painted) -> list[Span]:
    spans = []
    start = 0
    for text, series in line:
        if series is not None:
            spans.append(Span(number, start, start + len(text), series))
        start += len(text)
    return spans
