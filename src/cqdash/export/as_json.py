"""Tabs and their records as JSON: every figure exact, every text in both languages."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.language import Text, joined
from cqdash.quantity import PrintedDate, decimal_text
from cqdash.tabs.blocks import Block, Chart, Headline, Listing, Notes, Table, TabView, Tree
from cqdash.tabs.shown import period, shown

KINDS: dict[type[Block], str] = {
    Headline: "headline",
    Table: "table",
    Chart: "chart",
    Listing: "list",
    Notes: "notes",
    Tree: "tree",
}
PRINTED = "printed"


def render_json(dataset: Dataset, views: Sequence[TabView]) -> str:
    """The tabs as shown and the records of just these tabs, ending with a newline.

    A record's `value` is an exact decimal in its `unit` (yuan, a plain count, a fraction of 1 for %;
    a year for a date that is only a year), null where no single value is printed. A change has its value as
    printed and its direction in `sign`.
    """
    tabs = [_tab(view) for view in views]
    records = [_record(dataset, record) for view in views for record in dataset.records_of(view.id)]
    return json.dumps({"tabs": tabs, "records": records}, ensure_ascii=False, indent=2) + "\n"


def _tab(view: TabView) -> dict[str, Any]:
    return {
        "id": view.id,
        "title": _data(view.title),
        "about": _data(view.about),
        "source": _data(view.source),
        "blocks": [{"kind": KINDS[type(block)], **_data(block)} for block in view.blocks],
    }


def _record(dataset: Dataset, record: Record) -> dict[str, Any]:
    quantity = dataset.quantities.get(record.id)
    date = dataset.dates.get(record.id)
    value, unit = _of_date(date) if date else (None, None)
    if quantity:
        unit = quantity.unit.base
        value = None if quantity.value is None else decimal_text(quantity.value)
    notes = [note.text for note in dataset.notes_on.get(record.id, ())]
    return {
        "id": record.id,
        "tab": dataset.tab_of[record.id],
        "label": _data(record.label),
        "article": record.article,
        "line": record.lines[0],
        "lines": list(record.lines),
        "printed": record.printed,
        "value": value,
        "unit": unit,
        "interval": _data(quantity.interval) if quantity else None,
        "qualifier": quantity.qualifier if quantity else None,
        "period": _data(period(record)),
        "status": PRINTED,
        "note": _data(joined(notes, "\n", "\n")) if notes else None,
        "kind": record.kind,
        "sign": record.sign if record.kind == "growth" else None,
        "shown": _data(shown(dataset, record)),
        "text": _data(record.text),
        "citation": _data(dataset.citation(record)),
    }


def _of_date(date: PrintedDate) -> tuple[str | None, str]:
    is_only_a_year = date.year is not None and date.month is None
    return (str(date.year), "year") if is_only_a_year else (None, "date")


def _data(thing: Any) -> Any:
    """Blocks and texts as dictionaries of their own fields, exact numbers as decimal strings."""
    if isinstance(thing, Text):
        return {"zh": thing.zh, "en": thing.en}
    if isinstance(thing, Fraction):
        return decimal_text(thing)
    if isinstance(thing, tuple):
        return [_data(item) for item in thing]
    if dataclasses.is_dataclass(thing):
        return {field.name: _data(getattr(thing, field.name)) for field in dataclasses.fields(thing)}
    return thing
