"""All there is to say about one record: as printed, exact value, interval, citation, notes."""

from __future__ import annotations

from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.language import Text, same, words
from cqdash.quantity import Quantity, decimal_text, render_exact, render_interval
from cqdash.tabs.blocks import Detail, Field
from cqdash.tabs.shown import named, period


def detail(dataset: Dataset, record: Record) -> Detail:
    """The detail of a record; what is not printed has no line."""
    fields = [Field(words.AS_PRINTED, same(record.printed))]
    if quantity := dataset.quantities.get(record.id):
        fields += _measured(quantity, record)
    if when := period(record):
        fields.append(Field(words.PERIOD, when))
    fields.append(Field(words.KIND, words.KINDS[record.kind]))
    fields.append(Field(words.STATUS, words.PRINTED))
    return Detail(
        record.id,
        record.label,
        _shown(dataset, record),
        record.text,
        tuple(fields),
        tuple(note.text for note in dataset.notes_on.get(record.id, ())),
        dataset.citation(record),
    )


def _shown(dataset: Dataset, record: Record) -> Text | None:
    """The figure or the name, None where it only says the label again."""
    said = named(dataset, record)
    return None if said.en == record.label.en and record.id not in dataset.quantities else said


def _measured(quantity: Quantity, record: Record) -> list[Field]:
    fields = []
    if exact := render_exact(quantity):
        fields.append(Field(words.EXACT_VALUE, exact))
    fields.append(Field(words.INTERVAL, render_interval(quantity) or words.INTERVAL_NONE))
    if quantity.qualifier:
        fields.append(Field(words.QUALIFIER, words.QUALIFIERS[quantity.qualifier]))
    if record.kind == "growth" and quantity.unit.base == "multiple" and quantity.value is not None:
        by, to = (decimal_text(level) for level in (quantity.value + 1, quantity.value))
        fields.append(Field(words.READINGS, words.READ_BY_OR_TO.fill(by=by, to=to)))
    return fields


def details(dataset: Dataset, identifiers: tuple[str, ...]) -> list[Detail]:
    """The details of several records, in order."""
    return [detail(dataset, dataset.records[identifier]) for identifier in identifiers]
