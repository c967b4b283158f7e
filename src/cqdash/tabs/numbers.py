"""The numbers of a trend as a table, for whoever cannot see the chart or wants to copy from it."""

from __future__ import annotations

from cqdash.language import Text, same, words
from cqdash.language import analysis as analysis_words
from cqdash.tabs.blocks import Column, Table, TableRow, Trend


def numbers(trend: Trend) -> Table:
    """A row a year, those missing among them, each with its status and its source."""
    by_year = {point.year: point for point in trend.points}
    rows = []
    for year in range(trend.points[0].year, trend.points[-1].year + 1):
        point = by_year.get(year)
        cells: tuple[Text, ...] = (
            same(str(year)),
            words.NOT_PRINTED,
            analysis_words.NOT_FOUND,
            words.NOT_PRINTED,
        )
        if point:
            status = analysis_words.STATUSES[point.status]
            cells = (same(str(year)), point.shown, status, point.source)
        rows.append(TableRow(cells, (point.record,) if point else ()))
    columns = (
        Column(analysis_words.YEAR),
        Column(analysis_words.VALUE, "right"),
        Column(words.STATUS),
        Column(words.SOURCE, rank=1),
    )
    return Table(f"{trend.id}-numbers", trend.title, None, columns, tuple(rows))
