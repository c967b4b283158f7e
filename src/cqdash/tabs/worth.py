"""What the cells of a table come to, so that a column can be put in order by value and not by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section
from cqdash.language import words
from cqdash.quantity import Interval
from cqdash.tabs.blocks import Table, TableRow

Named = Sequence[str | None]
"""Of each cell of a row, the id of what it shows; None for words."""

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Worth(Struct, frozen=True):
    """What one cell comes to: a number in the base of its unit. Only numbers of one unit can be compared."""

    unit: str
    number: Fraction


def worths(dataset: Dataset, tab: str, table: Table) -> list[list[Worth | None]]:
    """Of each row, what each cell comes to; None for words and for what is not printed.

    A figure is its exact value, an implied value or a range the middle of what is possible (or the one end
    there is), a period or a date its first day, a place on the page its first line.
    """
    section = next((each for each in dataset.tabs[tab].sections if each.id == table.id), None)
    named = _named(dataset, section, len(table.columns)) if section else []
    if len(named) != len(table.rows):
        named = [()] * len(table.rows)
    return [_row(dataset, table, row, ids) for row, ids in zip(table.rows, named, strict=True)]


def worth(dataset: Dataset, identifier: str) -> Worth | None:
    """What a record or an implied value comes to; None where it has no value."""
    unit = dataset.unit_of(identifier)
    if unit is None:
        return None
    number = _number(dataset, identifier)
    return None if number is None else Worth(unit.base, number)


def _named(dataset: Dataset, section: Section, columns: int) -> list[Named]:
    """The ids behind the cells of a section's table, a row after the other."""
    if section.kind == "trends":
        series = [dataset.series[identifier] for identifier in section.series]
        return [
            (None, *(each.observation_id(each.observations[end]) for end in (0, -1)), None) for each in series
        ]
    if section.rows:
        return [
            (None, *(cell if isinstance(cell, str) else None for cell in row.cells), None)
            for row in section.rows
        ]
    return [(None, record, *[None] * (columns - 2)) for record in section.records]


def _row(dataset: Dataset, table: Table, row: TableRow, named: Named) -> list[Worth | None]:
    found: list[Worth | None] = []
    for place, column in enumerate(table.columns):
        identifier = named[place] if place < len(named) else None
        if identifier is not None:
            found.append(worth(dataset, identifier))
        elif column.title == words.SOURCE:
            found.append(_place(dataset, row.records))
        elif column.title == words.PERIOD:
            found.append(_period(dataset, row.records))
        else:
            found.append(None)
    return found


def _number(dataset: Dataset, identifier: str) -> Fraction | None:
    if identifier in dataset.relations:
        return _middle(reading.interval for reading in analyse(dataset).implied(identifier).readings)
    if date := dataset.dates.get(identifier):
        return _day(date.year, date.month, date.day)
    quantity = dataset.quantities[identifier]
    number = quantity.value
    if number is None:
        number = _middle([quantity.interval] if quantity.interval else [])
    record = dataset.records[identifier]
    falls = record.kind == "growth" and record.sign == "down"
    return -number if falls and number is not None else number


def _middle(intervals: Iterable[Interval]) -> Fraction | None:
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    return (min(ends) + max(ends)) / 2 if ends else None


def _day(year: int | None, month: int | None, day: int | None) -> Fraction:
    return Fraction((year or 0) * 10_000 + (month or 0) * 100 + (day or 0))


def _period(dataset: Dataset, identifiers: Sequence[str]) -> Worth | None:
    for identifier in identifiers:
        period = (dataset.relations.get(identifier) or dataset.records[identifier]).period
        if isinstance(period, str) and (match := _ISO.fullmatch(period)):
            return Worth("day", _day(*(int(part) if part else None for part in match.groups())))
    return None


def _place(dataset: Dataset, identifiers: Sequence[str]) -> Worth | None:
    """The first line of the page, articles in the order of the publication."""
    articles = list(dataset.articles)
    records = [dataset.records[each] for named in identifiers for each in dataset.inputs_of(named)]
    lines = [(articles.index(record.article), line) for record in records for line in record.lines]
    return Worth("line", Fraction(min(lines)[0] * 1_000_000 + min(lines)[1])) if lines else None
