"""All there is to say about an implied value: how it follows, from what, and how sure that is."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.analysis.implied import Implied, Reading
from cqdash.dataset.model import Dataset
from cqdash.language import Text, words
from cqdash.language import analysis as analysis_words
from cqdash.quantity import render_about, render_span
from cqdash.tabs.blocks import Detail, Field
from cqdash.tabs.findings import said_beside
from cqdash.tabs.implied import EXACT, if_zero_dropped, read_as
from cqdash.tabs.shown import period, ranged, shown


def implied_detail(dataset: Dataset, identifier: str) -> Detail:
    """The detail of an implied value, each reading of it by itself."""
    value = analyse(dataset).implied(identifier)
    relation = value.relation
    fields = [field for reading in value.readings for field in _reading(dataset, value, reading)]
    for record in dict.fromkeys(value.inputs):
        fields.append(Field(analysis_words.RESTS_ON, resting_on(dataset, record)))
    statuses = {dataset.records[each].status for each in value.inputs}
    if when := period(relation):
        fields.append(Field(words.PERIOD, when))
    fields.append(Field(words.STATUS, analysis_words.IMPLIED[frozenset(statuses)]))
    notes = dataset.notes_on.get(identifier, ())
    return Detail(
        identifier,
        relation.label,
        ranged(value),
        relation.text,
        tuple(fields),
        tuple(note.text for note in notes),
        dataset.citation(*(dataset.records[each] for each in dict.fromkeys(value.inputs))),
        tuple(map(said_beside, analyse(dataset).findings_on(identifier))),
    )


def resting_on(dataset: Dataset, identifier: str) -> Text:
    """A record that something follows from: its label, its figure and where it stands."""
    record = dataset.records[identifier]
    return analysis_words.INPUT.fill(
        label=record.label, figure=shown(dataset, record), place=dataset.place(record)
    )


def _reading(dataset: Dataset, value: Implied, reading: Reading) -> list[Field]:
    fields = []
    if name := read_as(dataset, value, reading):
        fields.append(Field(analysis_words.READ_AS, name))
    fields.append(Field(analysis_words.FORMULA, reading.formula))
    fields.append(Field(words.INTERVAL, render_span(reading.interval, value.unit, EXACT)))
    if about := render_about(reading.interval, value.unit):
        fields.append(Field(analysis_words.ABOUT, about))
    for narrower in reading.narrower:
        name = if_zero_dropped(dataset, narrower.input)
        fields.append(Field(name, render_span(narrower.interval, value.unit, EXACT)))
    return fields
