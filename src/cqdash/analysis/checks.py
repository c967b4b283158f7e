"""Findings: whether what should hold between figures does, with the arithmetic in words."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from msgspec import Struct

from cqdash.analysis.arithmetic import (
    add,
    contains,
    is_bounded,
    largest,
    multiply,
    overlap,
    smallest,
    subtract,
)
from cqdash.analysis.implied import UNKNOWN, formula_of, interval_of
from cqdash.dataset.check_analysis import named_by
from cqdash.dataset.model import Dataset
from cqdash.dataset.relations import Answer, Check, Holds, Term
from cqdash.language import Text, joined
from cqdash.language import analysis as words
from cqdash.quantity import COUNT, POINTS, YEAR, Interval, Unit, point, read, render, render_span


class Side(Struct, frozen=True):
    """One side of a check: its exact interval, and in words how it came about."""

    interval: Interval
    unit: Unit
    said: Text


class Finding(Struct, frozen=True):
    """A check's answer; `named` are the figures it is about, `records` also those beneath or counted."""

    check: Check
    answer: Answer
    arithmetic: Text
    named: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def meaning(self) -> Text | None:
        """What this answer means for a reader, where the data says so."""
        meaning: Text | None = getattr(self.check.meaning, self.answer)
        return meaning


def find(dataset: Dataset, check: Check) -> Finding:
    """The answer to a check, which is about the page and never an error of the program."""
    left, right = _side(dataset, check.left), _side(dataset, check.right)
    answer = decide(check.holds, left.interval, right.interval)
    verdict = words.VERDICTS[check.holds, answer]
    if check.holds == "equal" and answer == "consistent" and left.interval == right.interval:
        verdict = words.VERDICTS["equal", "same"]
    if answer == "inconsistent" and (apart := _apart(left, right)):
        verdict = joined([verdict, apart], "", " ")
    said = words.SIDES.fill(left=left.said, right=right.said, verdict=verdict)
    compared = [name for side in (check.left, check.right) for name in _compared(side)]
    named = tuple(dict.fromkeys([*compared, *check.also]))
    about = dict.fromkeys([*named, *named_by(check.left), *named_by(check.right)])
    records = dict.fromkeys([*about, *(each for name in about for each in dataset.inputs_of(name))])
    return Finding(check, answer, said, named, tuple(records))


def _compared(side: str | Term) -> tuple[str, ...]:
    """The figures on a side that an answer is about; those only counted are not."""
    return () if isinstance(side, Term) and side.count else named_by(side)


def decide(holds: Holds, left: Interval, right: Interval) -> Answer:
    """Whether a relation between two intervals holds.

    `equal` is consistent where the two agree within what is printed; a bound that is not printed leaves it
    open unless both are the very same.
    """
    match holds:
        case "equal" if left == right and left != UNKNOWN:
            return "consistent"
        case "equal":
            if not overlap(left, right):
                return "inconsistent"
            return "consistent" if is_bounded(left) and is_bounded(right) else "undecidable"
        case "within":
            if contains(right, left) and left != UNKNOWN:
                return "consistent"
            return "undecidable" if overlap(left, right) else "inconsistent"
        case "at-most":
            if left.high is not None and right.low is not None and left.high <= right.low:
                return "consistent"
            return "inconsistent" if _is_above(left, right) else "undecidable"


def _apart(left: Side, right: Side) -> Text | None:
    """By how much two sides differ; None where a bound is missing, or they are places in an order."""
    is_order = left.unit.base in ("rank", "ordinal")
    if is_order or not (is_bounded(left.interval) and is_bounded(right.interval)):
        return None
    larger, smaller = (left, right) if _is_above(left.interval, right.interval) else (right, left)
    unit = POINTS if left.unit.base == "fraction" else left.unit if left.unit.printed else right.unit
    return words.APART.fill(gap=render_span(subtract(larger.interval, smaller.interval), unit))


def _is_above(left: Interval, right: Interval) -> bool:
    """Whether every number of `left` is greater than every one of `right`."""
    if left.low is None or right.high is None:
        return False
    return left.low > right.high or (left.low == right.high and not (left.low_closed and right.high_closed))


def _side(dataset: Dataset, side: str | Term) -> Side:
    if isinstance(side, str):
        return _single(dataset, side)
    if side.given:
        given = read(side.given, exact=True)
        return Side(given.interval or UNKNOWN, given.unit, render(given))
    names = named_by(side)
    if side.count:
        labels = joined([dataset.label_of(name) for name in names], "、", "; ")
        said = words.COUNTED.fill(n=len(names), all=labels)
        return Side(point(Fraction(len(names))), COUNT, said)
    intervals = [interval_of(dataset, name) for name in names]
    figures = [_figure(dataset, name, is_factor=bool(side.product)) for name in names]
    units = [dataset.unit_of(name) or COUNT for name in names]
    if side.sum or side.product:
        step, mark = (add, " + ") if side.sum else (multiply, " × ")
        interval = reduce(step, intervals)
        unit = units[0] if side.sum else next((u for u in units if u.base != "fraction"), units[0])
        is_year = any(name in dataset.dates for name in names)
        result = _calendar_year(interval) if is_year else render_span(interval, unit)
        said = words.WORKED_OUT.fill(formula=joined(figures, mark, mark), result=result)
        return Side(interval, unit, said)
    pick, pattern = (largest, words.LARGEST) if side.largest else (smallest, words.SMALLEST)
    interval = reduce(pick, intervals)
    result = render_span(interval, units[0])
    return Side(interval, units[0], pattern.fill(all=joined(figures, "、", ", "), result=result))


def _single(dataset: Dataset, name: str) -> Side:
    interval = interval_of(dataset, name)
    unit = dataset.unit_of(name) or COUNT
    figure = _figure(dataset, name)
    if name in dataset.relations:
        figure = words.WORKED_OUT.fill(formula=figure, result=render_span(interval, unit))
    return Side(interval, unit, words.NAMED.fill(label=dataset.label_of(name), figure=figure))


def _figure(dataset: Dataset, name: str, *, is_factor: bool = False) -> Text:
    """A value as it enters a check: its formula, or the figure as its table shows it."""
    if name in dataset.relations:
        return formula_of(dataset, name, is_factor=is_factor)
    if name in dataset.dates:
        return _calendar_year(interval_of(dataset, name))
    record = dataset.records[name]
    return render(dataset.quantities[name], record.sign if record.kind == "growth" else None)


def _calendar_year(interval: Interval) -> Text:
    """A year of the calendar, never 2,025 years."""
    return words.CALENDAR_YEAR.fill(year=interval.low) if interval.is_point else render_span(interval, YEAR)
