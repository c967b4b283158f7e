"""A trend as a line over the years, with both axes."""

from __future__ import annotations

from rich.cells import cell_len

from cqdash.chart.drawing import Drawing, drawing
from cqdash.chart.line_layout import AFTER_LAST, BASE_LINE, Axes, Said, axes, labels
from cqdash.chart.sheet import Sheet
from cqdash.chart.trend_layout import gaps
from cqdash.language import Language, words
from cqdash.tabs.blocks import Trend

NARROWEST, LOWEST = 16, 5
MARKER, IMPLIED_MARKER, INTERVAL, FOOT = "●", "○", "│", "┼"
AXIS, TICK, CORNER, BASE, YEAR_TICK, MISSING = "│", "┤", "└", "─", "┬", "┄"


def line_chart(trend: Trend, language: Language, width: int, height: int) -> Drawing | None:
    """The trend with axes, `height` lines of exactly `width` cells: the unit above, the years below.

    A line joins three neighbouring years or more and ends in a marker; other points are markers alone. An
    interval taller than a row stands as a bar. None below 16x5 and where a year or the last value would be
    cut.
    """
    if width < NARROWEST or height < LOWEST or not trend.points:
        return None
    found = _laid_out(trend, language, width, height)
    if found is None:
        return None
    placed, said, head = found
    sheet = Sheet(width, height)
    sheet.say(head, 0, height - 1)
    _axes(sheet, placed)
    sheet.dot(placed.dots, 0)
    bars = [cell for point in trend.points for cell in placed.bar(point)]
    sheet.mark(INTERVAL, bars, 0)
    sheet.mark(FOOT, [cell for cell in bars if cell[1] == BASE_LINE], 0)
    within = {point.year for run in placed.lines for point in run[:-1]}
    for point in trend.points:
        if point.status == "implied":
            sheet.mark(IMPLIED_MARKER, [placed.cell(point)], 0)
        elif point.year in said or point.year not in within:
            sheet.mark(MARKER, [placed.cell(point)], 0)
    for text in said.values():
        sheet.say(*text)
    return drawing(sheet.painted())


def _laid_out(
    trend: Trend, language: Language, width: int, height: int
) -> tuple[Axes, dict[int, Said], str] | None:
    """The axes, the words beside points, and those above all, which take a line only where there are any."""
    most = height - BASE_LINE
    for rows in (most, most - 1):
        if placed := axes(trend, language, width, rows):
            said = labels(placed, width)
            head = _head(placed, said, width)
            if head is not None and (not head or rows < most):
                return placed, said, head
    return None


def _head(placed: Axes, said: dict[int, Said], width: int) -> str | None:
    """The unit, where the axis starts if not at zero, what the marks mean, and the last value if not beside.

    None where the unit or the value would be cut; what the marks mean gives way first.
    """
    points = placed.trend.points
    unit = placed.measure.words
    lowest = placed.measure.number(placed.scale.lowest)
    from_there = words.TREND_FROM.fill(unit=unit, low=lowest).to(placed.language).strip()
    keys = []
    if any(point.status == "implied" for point in points):
        keys.append(f"{IMPLIED_MARKER} {words.TREND_IMPLIED.to(placed.language)}")
    if any(placed.bar(point) for point in points):
        keys.append(f"{INTERVAL} {words.CHART_INTERVAL.to(placed.language)}")
    last = [] if points[-1].year in said else [f"{points[-1].year} {placed.shown(points[-1])}"]
    ends = [start + cell_len(text) for text, start, _ in said.values()]
    end = max(placed.years.column(placed.years.last) + AFTER_LAST + 1, *ends, 0)
    for right in ("   ".join(keys + last), "   ".join(last)):
        for left in (from_there, unit) if placed.scale.lowest > 0 else (unit,):
            both = cell_len(left) + cell_len(right)
            if both + (2 if left and right else 0) <= width:
                return (left + " " * (min(max(end, both + 3), width) - both) + right).rstrip()
    return None


def _axes(sheet: Sheet, placed: Axes) -> None:
    years = placed.years
    sheet.mark(AXIS, placed.upright)
    sheet.mark(BASE, [(x, BASE_LINE) for x in placed.across])
    sheet.mark(BASE, placed.zero)
    for line, text in placed.ticks:
        sheet.mark(CORNER if line == BASE_LINE else TICK, [(placed.axis, line)])
        sheet.say(text, placed.axis - 1 - cell_len(text), line)
    for year, start in years.labels().items():
        sheet.mark(YEAR_TICK, [(years.column(year), BASE_LINE)])
        sheet.say(str(year), start, 0)
    for first, last in gaps(placed.trend):
        missing = range(years.column(first - 1) + 1, years.column(last + 1))
        sheet.mark(MISSING, [(x, BASE_LINE) for x in missing])
