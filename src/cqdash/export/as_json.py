"""Tabs and their records as JSON: every figure exact, every text in both languages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from msgspec import Struct

from cqdash.analysis import analyse
from cqdash.analysis.checks import Finding
from cqdash.analysis.implied import Implied
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.language import Text, joined
from cqdash.quantity import PrintedDate, decimal_text, render_about, render_span
from cqdash.tabs.blocks import Block, Chart, Headline, Listing, Notes, Table, TabView, Tree, Trend
from cqdash.tabs.glossary import terms_of_tab
from cqdash.tabs.shown import period, shown

KINDS: dict[type[Block], str] = {
    Headline: "headline",
    Table: "table",
    Chart: "chart",
    Listing: "list",
    Notes: "notes",
    Tree: "tree",
    Trend: "trend",
}


def render_json(dataset: Dataset, views: Sequence[TabView]) -> str:
    """The tabs as shown and the records of just these tabs, ending with a newline.

    A record's `value` is an exact decimal in its `unit` (yuan, a plain count, a fraction of 1 for %;
    a year for a date that is only a year), null where no single value is printed. A change has its value as
    printed and its direction in `sign`. An implied value has an entry for each of its readings; an end of an
    interval that no decimal writes exactly is a fraction, "n/d".
    """
    tabs = [_tab(view) for view in views]
    records = [record_data(dataset, record) for view in views for record in dataset.records_of(view.id)]
    background = [
        record_data(dataset, record) for view in views for record in dataset.records_of(view.id, "background")
    ]
    used = {entry.id for view in views if view.id in dataset.tabs for entry in terms_of_tab(dataset, view.id)}
    terms = [entry for entry in dataset.glossary.values() if entry.id in used]
    everything = {
        "tabs": tabs,
        "records": records,
        "implied": [
            value
            for view in views
            for each in analyse(dataset).implied_of(view.id)
            for value in implied_data(dataset, each)
        ],
        "background": background,
        "findings": [finding_data(each) for view in views for each in analyse(dataset).findings_of(view.id)],
        "glossary": [_data(entry) for entry in terms],
    }
    return json.dumps(everything, ensure_ascii=False, indent=2) + "\n"


def record_data(dataset: Dataset, record: Record) -> dict[str, Any]:
    """A record as `render_json` writes it."""
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
        "line": record.lines[0] if record.lines else None,
        "lines": list(record.lines),
        "printed": record.printed,
        "value": value,
        "unit": unit,
        "interval": _data(quantity.interval) if quantity else None,
        "qualifier": quantity.qualifier if quantity else None,
        "period": _data(period(record)),
        "status": record.status,
        "note": _data(joined(notes, "\n", "\n")) if notes else None,
        "kind": record.kind,
        "sign": record.sign if record.kind == "growth" else None,
        "shown": _data(shown(dataset, record)),
        "text": _data(record.text),
        "citation": _data(dataset.citation(record)),
        "data_file": _data_file(dataset, record.id),
    }


def implied_data(dataset: Dataset, value: Implied) -> list[dict[str, Any]]:
    """An implied value as `render_json` writes it: each of its readings."""
    return [
        {
            "id": value.relation.id,
            "reading": reading.name,
            "tab": dataset.tab_of[value.relation.id],
            "label": _data(value.relation.label),
            "kind": value.relation.kind,
            "status": "implied",
            "unit": value.unit.base,
            "interval": _data(reading.interval),
            "shown": _data(render_span(reading.interval, value.unit)),
            "rounded": _data(render_about(reading.interval, value.unit)),
            "formula": _data(reading.formula),
            "of": list(value.relation.of),
            "inputs": list(value.inputs),
            "if_zero_was_dropped": [_data(each) for each in reading.narrower],
            "period": _data(period(value.relation)),
            "text": _data(value.relation.text),
            "data_file": _data_file(dataset, value.relation.id),
        }
        for reading in value.readings
    ]


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as `render_json` writes it."""
    check = finding.check
    return {
        "id": check.id,
        "tab": check.tab,
        "title": _data(check.title),
        "holds": check.holds,
        "answer": finding.answer,
        "arithmetic": _data(finding.arithmetic),
        "meaning": _data(finding.meaning),
        "about": _data(check.about),
        "records": list(finding.records),
    }


def _tab(view: TabView) -> dict[str, Any]:
    return {
        "id": view.id,
        "title": _data(view.title),
        "about": _data(view.about),
        "source": _data(view.source),
        "blocks": [{"kind": KINDS[type(block)], **_data(block)} for block in view.blocks],
    }


def _data_file(dataset: Dataset, identifier: str) -> str | None:
    """The file and line of what was laid over the data; null for the rest."""
    laid = dataset.laid_by_id.get(identifier.partition("@")[0])
    return f"{dataset.data_file(laid)}:{laid.line}" if laid else None


def _of_date(date: PrintedDate) -> tuple[str | None, str]:
    is_only_a_year = date.year is not None and date.month is None
    return (str(date.year), "year") if is_only_a_year else (None, "date")


def _number(number: Fraction) -> str:
    try:
        return decimal_text(number)
    except ValueError:
        return f"{number.numerator}/{number.denominator}"


def _data(thing: Any) -> Any:
    """Blocks and texts as dictionaries of their own fields, exact numbers as decimal strings."""
    if isinstance(thing, Text):
        return {"zh": thing.zh, "en": thing.en}
    if isinstance(thing, Fraction):
        return _number(thing)
    if isinstance(thing, tuple):
        return [_data(item) for item in thing]
    if isinstance(thing, Struct):
        return {name: _data(getattr(thing, name)) for name in thing.__struct_fields__}
    return thing
