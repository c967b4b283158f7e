"""All implied values of a tab as a list: formula, exact interval, and what it rests on."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.analysis.implied import Implied, Reading
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section
from cqdash.language import Text, joined
from cqdash.language import analysis as words
from cqdash.quantity import decimal_text, render, render_about, render_span
from cqdash.tabs.blocks import ListGroup, Listing, ListItem
from cqdash.tabs.marks import mark_of
from cqdash.tabs.shown import place, ranged

EXACT = 4
"""Digits of the interval's width that an exact interval is shown with."""


def implied_list(dataset: Dataset, tab: str, section: Section) -> Listing | None:
    """The implied values of a tab by kind; None where there are none."""
    values = analyse(dataset).implied_of(tab)
    groups = []
    for kind, title in words.RELATION_KINDS.items():
        items = tuple(_item(dataset, value) for value in values if value.relation.kind == kind)
        if items:
            groups.append(ListGroup(title, None, items))
    return Listing(section.id, section.title, section.about, tuple(groups)) if groups else None


def read_as(dataset: Dataset, value: Implied, reading: Reading) -> Text | None:
    """Which of two readings this is: by 1.62 times, or to 1.62 times; None where there is only one."""
    if reading.name is None:
        return None
    growth = dataset.quantities[value.relation.of[1]]
    assert growth.value is not None
    return words.READING[reading.name].fill(n=decimal_text(growth.value, growth.decimals))


def if_zero_dropped(dataset: Dataset, identifier: str) -> Text:
    """The condition of a narrower interval: if 23% was 23.0%."""
    figure = render(dataset.quantities[identifier])
    return words.IF_ZERO_DROPPED.fill(figure=figure, longer=Text(*map(_with_zero, figure)))


def _item(dataset: Dataset, value: Implied) -> ListItem:
    relation = value.relation
    said = [_reading(dataset, value, reading) for reading in value.readings]
    said.append(words.FROM.fill(place=place(dataset, [relation.id])))
    text = joined(said, "；", "; ")
    mark = mark_of(dataset, [relation.id])
    return ListItem(relation.id, relation.label, ranged(value), text, mark)


def _reading(dataset: Dataset, value: Implied, reading: Reading) -> Text:
    interval = render_span(reading.interval, value.unit, EXACT)
    said = words.WORKED_OUT.fill(formula=reading.formula, result=interval)
    if name := read_as(dataset, value, reading):
        said = words.NAMED.fill(label=name, figure=said)
    parts = [said]
    if about := render_about(reading.interval, value.unit):
        parts.append(about)
    for narrower in reading.narrower:
        closer = render_span(narrower.interval, value.unit, EXACT)
        condition = if_zero_dropped(dataset, narrower.input)
        parts.append(words.CLOSER.fill(condition=condition, interval=closer))
    return joined(parts, "，", ", ")


def _with_zero(figure: str) -> str:
    """A figure with one decimal more: 56.7 billion yuan to 56.70 billion yuan, 23% to 23.0%."""
    digits = figure[: len(figure) - len(figure.lstrip("0123456789.,"))]
    return digits + ("0" if "." in digits else ".0") + figure[len(digits) :]
