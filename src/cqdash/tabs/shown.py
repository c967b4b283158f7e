"""How one record shows in a table, a chart or a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from cqdash.analysis import analyse
from cqdash.analysis.implied import Implied
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.dataset.relations import Relation
from cqdash.language import Text, analysis, joined, same, words
from cqdash.quantity import MONTHS, render, render_date, render_span

_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def shown(dataset: Dataset, record: Record, *, yearly: bool = True) -> Text:
    """A figure or a date in both languages; anything else as printed. `yearly` keeps "each year"."""
    if quantity := dataset.quantities.get(record.id):
        sign = record.sign if record.kind == "growth" else None
        return render(quantity if yearly else replace(quantity, yearly=False), sign)
    if date := dataset.dates.get(record.id):
        return render_date(date)
    return same(record.printed)


def named(dataset: Dataset, record: Record) -> Text:
    """What stands in a cell that names the record: its figure, or for anything else its name."""
    is_valued = record.id in dataset.quantities or record.id in dataset.dates
    return shown(dataset, record) if is_valued else Text(record.printed, record.label.en)


def figure(dataset: Dataset, identifier: str) -> Text:
    """What stands in a cell that names a record or an implied value."""
    if identifier in dataset.relations:
        return ranged(analyse(dataset).implied(identifier))
    return named(dataset, dataset.records[identifier])


def ranged(value: Implied, digits: int = 2) -> Text:
    """The range of an implied value, or of each of its readings, to so many digits of its width."""
    spans = [render_span(reading.interval, value.unit, digits) for reading in value.readings]
    return joined(spans, analysis.OR.zh, analysis.OR.en)


def place(dataset: Dataset, identifiers: Iterable[str]) -> Text:
    """Where records stand, and what implied values rest on."""
    records = [dataset.records[each] for named in identifiers for each in dataset.inputs_of(named)]
    return dataset.place(*dict.fromkeys(records)) if records else words.NOT_PRINTED


def period(record: Record | Relation) -> Text | None:
    """The period in both languages, None where none is printed; 2025-03 is written out."""
    if not isinstance(record.period, str):
        return record.period
    match = _ISO.fullmatch(record.period)
    if match is None or int(match["month"] or 1) not in range(1, 13):
        return same(record.period)
    year, month, day = match["year"], int(match["month"] or 0), int(match["day"] or 0)
    zh = f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    en = " ".join([*([str(day)] if day else []), *([MONTHS[month - 1]] if month else []), year])
    return Text(zh, en)
