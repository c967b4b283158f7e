"""A chart section to a chart block: bars of printed figures, and of implied ones with their intervals."""

from __future__ import annotations

from fractions import Fraction

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Cell, Section
from cqdash.language import Text, analysis, joined
from cqdash.quantity import Unit
from cqdash.tabs.blocks import Bar, BarGroup, Chart
from cqdash.tabs.shown import place, ranged, shown


def chart(dataset: Dataset, section: Section) -> Chart:
    """The chart a section declares."""
    groups = tuple(
        BarGroup(row.label, tuple(_bar(dataset, cell, is_only=len(row.cells) == 1) for cell in row.cells))
        for row in section.rows
    )
    drawn = [name for row in section.rows for name in row.named]
    units = [said for each in drawn if (unit := dataset.unit_of(each)) and (said := unit_words(unit)).zh]
    sources = analysis.SOURCES.fill(sources=place(dataset, drawn))
    caption = joined([*units[:1], sources], "；", "; ")
    return Chart(section.id, section.title, section.columns, groups, section.beside, caption=caption)


def _bar(dataset: Dataset, cell: Cell, *, is_only: bool) -> Bar | None:
    """A bar; what its series already says (each year) is left out unless it is the only one."""
    if not isinstance(cell, str):
        return None
    if cell in dataset.relations:
        return _implied(dataset, cell)
    value = dataset.quantities[cell].value
    if value is None:
        return None
    record = dataset.records[cell]
    falls = record.kind == "growth" and record.sign == "down"
    return Bar(cell, -value if falls else value, shown(dataset, record, yearly=is_only))


def _implied(dataset: Dataset, identifier: str) -> Bar | None:
    """A bar with its interval; None where there are two readings, or an end is not known."""
    value = analyse(dataset).implied(identifier)
    interval = value.readings[0].interval
    if len(value.readings) > 1 or interval.low is None or interval.high is None:
        return None
    ends: tuple[Fraction, Fraction] = (interval.low, interval.high)
    return Bar(identifier, interval.high, ranged(value), ends)


def unit_words(unit: Unit) -> Text:
    """What a unit measures, in words, for under a chart."""
    if unit.base == "fraction":
        return analysis.UNITS["points" if unit.many else "share"]
    return analysis.UNITS.get(unit.base, Text(unit.printed, unit.many))
