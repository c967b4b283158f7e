"""All there is to say about one record: as printed, exact value, interval, citation, notes, findings."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.language import Text, same, words
from cqdash.language import analysis as analysis_words
from cqdash.quantity import Quantity, decimal_text, render_exact, render_interval
from cqdash.tabs.blocks import Detail, Field
from cqdash.tabs.detail_implied import implied_detail
from cqdash.tabs.detail_more import finding_detail, series_detail
from cqdash.tabs.findings import said_beside
from cqdash.tabs.glossary import entry_detail
from cqdash.tabs.laid import with_data_file
from cqdash.tabs.shown import named, period, shown


def details(dataset: Dataset, identifiers: tuple[str, ...]) -> list[Detail]:
    """The details of records, implied values, series, findings and terms, in order."""
    return [with_data_file(dataset, _any(dataset, identifier)) for identifier in identifiers]


def summary(dataset: Dataset, identifier: str) -> Text:
    """The figure, the words, the years or the answer in a few words, for a list of everything."""
    if identifier in dataset.records:
        return shown(dataset, dataset.records[identifier])
    if identifier in dataset.series:
        years = [observation.year for observation in dataset.series[identifier].observations]
        return same(f"{years[0]}–{years[-1]}")
    return _any(dataset, identifier).shown or same("")


def _any(dataset: Dataset, identifier: str) -> Detail:
    if identifier in dataset.relations:
        return implied_detail(dataset, identifier)
    if identifier in dataset.checks:
        return finding_detail(dataset, identifier)
    if identifier in dataset.series:
        return series_detail(dataset, identifier)
    if identifier in dataset.glossary:
        return entry_detail(dataset.glossary[identifier])
    return detail(dataset, dataset.records[identifier])


def detail(dataset: Dataset, record: Record) -> Detail:
    """The detail of a record; what is not printed has no line."""
    fields = [Field(words.AS_PRINTED, same(record.printed))]
    if quantity := dataset.quantities.get(record.id):
        fields += _measured(quantity, record)
    if when := period(record):
        fields.append(Field(words.PERIOD, when))
    fields.append(Field(words.KIND, words.KINDS[record.kind]))
    status = words.PRINTED if record.status == "printed" else analysis_words.BACKGROUND
    fields.append(Field(words.STATUS, status))
    return Detail(
        record.id,
        record.label,
        _shown(dataset, record),
        record.text,
        tuple(fields),
        tuple(note.text for note in dataset.notes_on.get(record.id, ())),
        dataset.citation(record),
        tuple(map(said_beside, analyse(dataset).findings_on(record.id))),
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
