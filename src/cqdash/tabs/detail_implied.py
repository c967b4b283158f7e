"""All there is to say about an implied value: how it follows, from what, and how sure that is."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.analysis.implied import Implied, Reading
from cqdash.dataset.model import Dataset
from cqdash.language import Text, words
from cqdash.language import analysis as analysis_words
from cqdash.quantity import decimal_text, render, render_about, render_span
from cqdash.tabs.blocks import Detail, Field
from cqdash.tabs.findings import said_beside
from cqdash.tabs.shown import period, ranged, shown

EXACT = 4
"""Digits of the interval's width that are shown here."""


def implied_detail(dataset: Dataset, identifier: str) -> Detail:
    """The detail of an implied value, each reading of it by itself."""
    value = analyse(dataset).implied(identifier)
    relation = value.relation
    fields = [field for reading in value.readings for field in _reading(dataset, value, reading)]
    for record in dict.fromkeys(value.inputs):
        fields.append(Field(analysis_words.RESTS_ON, resting_on(dataset, record)))
    if when := period(relation):
        fields.append(Field(words.PERIOD, when))
    fields.append(Field(words.STATUS, analysis_words.IMPLIED))
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
    if reading.name:
        growth = dataset.quantities[value.relation.of[1]]
        assert growth.value is not None
        said = analysis_words.READING[reading.name].fill(n=decimal_text(growth.value, growth.decimals))
        fields.append(Field(analysis_words.READ_AS, said))
    fields.append(Field(analysis_words.FORMULA, reading.formula))
    fields.append(Field(words.INTERVAL, render_span(reading.interval, value.unit, EXACT)))
    if about := render_about(reading.interval, value.unit):
        fields.append(Field(analysis_words.ABOUT, about))
    for narrower in reading.narrower:
        figure = render(dataset.quantities[narrower.input])
        longer = Text(_with_zero(figure.zh), _with_zero(figure.en))
        name = analysis_words.IF_ZERO_DROPPED.fill(figure=figure, longer=longer)
        fields.append(Field(name, render_span(narrower.interval, value.unit, EXACT)))
    return fields


def _with_zero(figure: str) -> str:
    """A figure with one decimal more: 56.7 billion yuan to 56.70 billion yuan, 23% to 23.0%."""
    digits = figure[: len(figure) - len(figure.lstrip("0123456789.,"))]
    return digits + ("0" if "." in digits else ".0") + figure[len(digits) :]
