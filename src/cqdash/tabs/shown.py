"""How one record shows in a table, a chart or a list."""

from __future__ import annotations

from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.language import Text, same
from cqdash.quantity import render, render_date


def shown(dataset: Dataset, record: Record) -> Text:
    """A figure or a date in both languages; anything else as printed."""
    if quantity := dataset.quantities.get(record.id):
        return render(quantity, record.sign if record.kind == "growth" else None)
    if date := dataset.dates.get(record.id):
        return render_date(date)
    return same(record.printed)


def named(dataset: Dataset, record: Record) -> Text:
    """What stands in a cell that names the record: its figure, or for anything else its name."""
    is_valued = record.id in dataset.quantities or record.id in dataset.dates
    return shown(dataset, record) if is_valued else Text(record.printed, record.label.en)


def period(record: Record) -> Text | None:
    """The period in both languages, None where none is printed."""
    return same(record.period) if isinstance(record.period, str) else record.period
