"""What follows exactly from printed values: its interval, its formula, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from typing import Literal

from msgspec import Struct

from cqdash.analysis import arithmetic
from cqdash.dataset.model import Dataset
from cqdash.dataset.relations import Relation
from cqdash.language import Text, joined, same
from cqdash.quantity import Interval, Quantity, Unit, point, render, rounded

ReadingName = Literal["by", "to"]
UNKNOWN = Interval(None, None)
ONE = point(Fraction(1))
POSITIVE = Interval(Fraction(0), None)
A_SHARE = Interval(Fraction(0), Fraction(1), high_closed=True)


class Narrower(Struct, frozen=True):
    """The interval if one figure, printed as an integer, had a decimal that was dropped because it was 0."""

    input: str
    interval: Interval


class Reading(Struct, frozen=True):
    """One value: `name` tells the readings of 增长N倍 apart (by N times, or to N times), else None."""

    name: ReadingName | None
    interval: Interval
    formula: Text
    narrower: tuple[Narrower, ...]


class Implied(Struct, frozen=True):
    """A value that follows from the records `inputs`; `interval` ends are in the base of `unit`."""

    relation: Relation
    unit: Unit
    inputs: tuple[str, ...]
    readings: tuple[Reading, ...]


def implied(dataset: Dataset, identifier: str) -> Implied:
    """Work one relation out. Raises KeyError for an id no relation has."""
    relation = dataset.relations[identifier]
    unit = dataset.unit_of(identifier)
    assert unit is not None
    inputs = dataset.inputs_of(identifier)
    names: tuple[ReadingName | None, ...] = ("by", "to") if _is_multiple(dataset, relation) else (None,)
    readings = []
    for name in names:
        interval = interval_of(dataset, identifier, name)
        narrower = tuple(
            Narrower(each, interval_of(dataset, identifier, name, {each: closer}))
            for each in inputs
            if (quantity := dataset.quantities.get(each)) and (closer := _if_zero_was_dropped(quantity))
        )
        formula = formula_of(dataset, identifier, name)
        readings.append(Reading(name, interval, formula, narrower))
    return Implied(relation, unit, inputs, tuple(readings))


def interval_of(
    dataset: Dataset,
    identifier: str,
    reading: ReadingName | None = None,
    instead: Mapping[str, Interval] | None = None,
) -> Interval:
    """The exact interval of a record, a year or an implied value, with some records' intervals `instead`.

    Without bounds where an input has none, or a division by zero cannot be ruled out.
    """
    relation = dataset.relations.get(identifier)
    if relation is None:
        return _interval_of_record(dataset, identifier, instead or {})
    operands = [interval_of(dataset, each, None, instead) for each in relation.of]
    try:
        return _work_out(relation, operands, reading)
    except arithmetic.Undefined:
        return UNKNOWN


def formula_of(
    dataset: Dataset, identifier: str, reading: ReadingName | None = None, *, is_factor: bool = False
) -> Text:
    """How a value is worked out from the figures as shown: 530.3亿元 ÷ (1 + 23%).

    Where it `is_factor` of a product, a sum is in brackets.
    """
    return _inside(*_formula(dataset, identifier, reading), 2 if is_factor else 1)


def _interval_of_record(dataset: Dataset, identifier: str, instead: Mapping[str, Interval]) -> Interval:
    if date := dataset.dates.get(identifier):
        return point(Fraction(date.year)) if date.year else UNKNOWN
    interval = instead.get(identifier) or dataset.quantities[identifier].interval or UNKNOWN
    return arithmetic.negative(interval) if _falls(dataset, identifier) else interval


def _falls(dataset: Dataset, identifier: str) -> bool:
    """Whether a record is a change below zero, whose figure is printed without its sign."""
    record = dataset.records[identifier]
    return record.kind == "growth" and record.sign == "down"


def _work_out(relation: Relation, operands: list[Interval], reading: ReadingName | None) -> Interval:
    first, *rest = operands
    match relation.kind:
        case "earlier":
            return arithmetic.divide(first, _factor(rest[0], reading))
        case "increase" | "pull":
            # level × (1 − 1 ÷ factor): each operand enters once, so the interval is exact.
            kept = arithmetic.reciprocal(_factor(rest[0], reading))
            gained = arithmetic.multiply(first, arithmetic.subtract(ONE, kept))
            return gained if relation.kind == "increase" else arithmetic.divide(gained, rest[1])
        case "growth":
            return arithmetic.subtract(arithmetic.divide(first, rest[0]), ONE)
        case "whole":
            return arithmetic.divide(first, arithmetic.common(rest[0], A_SHARE))
        case "share" | "each":
            return arithmetic.divide(first, rest[0])
        case "sum":
            return reduce(arithmetic.add, operands)
        case "remainder":
            return reduce(arithmetic.subtract, operands)


def _factor(growth: Interval, reading: ReadingName | None) -> Interval:
    """What the earlier level was multiplied by, which is above zero: nothing falls by all of itself."""
    factor = growth if reading == "to" else arithmetic.add(ONE, growth)
    return arithmetic.common(factor, POSITIVE)


def _is_multiple(dataset: Dataset, relation: Relation) -> bool:
    if relation.kind not in ("earlier", "increase", "pull"):
        return False
    return dataset.quantities[relation.of[1]].unit.base == "multiple"


def _if_zero_was_dropped(quantity: Quantity) -> Interval | None:
    is_rounded = quantity.interval is not None and not quantity.interval.is_point
    if quantity.value is None or quantity.decimals or quantity.qualifier or not is_rounded:
        return None
    return rounded(quantity.value, quantity.place / 10)


Precedence = Literal[1, 2, 3]
"""Of a formula: a sum, a product, a figure."""


def _formula(dataset: Dataset, identifier: str, reading: ReadingName | None) -> tuple[Text, Precedence]:
    relation = dataset.relations.get(identifier)
    if relation is None:
        return _figure(dataset, identifier), 3
    parts = [_formula(dataset, each, None) for each in relation.of]
    (level, level_binds), *rest = parts
    match relation.kind:
        case "earlier":
            return _over(parts[0], _growth(dataset, relation, reading)), 2
        case "increase":
            return _less(level, [(_over(parts[0], _growth(dataset, relation, reading)), 2)]), 1
        case "pull":
            gained = _less(level, [(_over(parts[0], _growth(dataset, relation, reading)), 2)])
            return _over((gained, 1), _inside(*rest[1], 3)), 2
        case "whole" | "share" | "each":
            return _over((level, level_binds), _inside(*rest[0], 3)), 2
        case "growth":
            return _less(_over((level, level_binds), _inside(*rest[0], 3)), [(same("1"), 3)]), 1
        case "sum":
            return joined([text for text, _ in parts], " + ", " + "), 1
        case "remainder":
            return _less(level, rest), 1


def _figure(dataset: Dataset, identifier: str) -> Text:
    if date := dataset.dates.get(identifier):
        return same(str(date.year))
    return render(dataset.quantities[identifier], "down" if _falls(dataset, identifier) else None)


def _growth(dataset: Dataset, relation: Relation, reading: ReadingName | None) -> Text:
    quantity = dataset.quantities[relation.of[1]]
    growth = render(quantity)
    if quantity.unit.base == "multiple":
        growth = Text(growth.zh.replace("倍", ""), growth.en.replace("×", ""))
    if reading == "to":
        return growth
    sign = "−" if _falls(dataset, relation.of[1]) else "+"
    return Text(f"(1 {sign} {growth.zh})", f"(1 {sign} {growth.en})")


def _over(above: tuple[Text, Precedence], below: Text) -> Text:
    return Text("{a} ÷ {b}", "{a} ÷ {b}").fill(a=_inside(*above, 2), b=below)


def _less(first: Text, rest: list[tuple[Text, Precedence]]) -> Text:
    return joined([first, *(_inside(text, binds, 2) for text, binds in rest)], " − ", " − ")


def _inside(text: Text, binds: Precedence, least: Precedence) -> Text:
    """The text, in brackets where it would otherwise come apart."""
    return text if binds >= least else Text(f"({text.zh})", f"({text.en})")
