"""Every implied value of the bundled data, worked out a second way from the figures as printed.

The table names the figures each rests on and gives the arithmetic; the corners of what those figures stand
for are the ends of the interval, because all of it grows or falls with each figure alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from cqdash.analysis import Analysis, analyse
from cqdash.analysis.implied import Reading
from cqdash.dataset import Dataset
from cqdash.quantity import Interval, render_span

Arithmetic = Callable[..., Fraction]
Printed = tuple[Fraction, Fraction, Fraction]
"""A figure, and the ends of what rounds to it."""


def before(level: Fraction, growth: Fraction) -> Fraction:
    return level / (1 + growth)


def added(level: Fraction, growth: Fraction) -> Fraction:
    return level - level / (1 + growth)


def pulled(level: Fraction, growth: Fraction, total_before: Fraction) -> Fraction:
    return (level - level / (1 + growth)) / total_before


def of(part: Fraction, whole: Fraction) -> Fraction:
    return part / whole


def of_total_by_zones(part: Fraction, zones: Fraction, share: Fraction) -> Fraction:
    return part * share / zones


TOTAL_2025 = "trade-total-series@2025"
TOTAL_2024 = "trade-total-series@2024"
PLAIN: dict[str, tuple[tuple[str, ...], Arithmetic]] = {
    "phone-exports-2024": (("phone-exports", "phone-growth"), before),
    "car-exports-2024": (("car-exports", "car-growth"), before),
    "motorcycle-exports-2024": (("motorcycle-exports", "motorcycle-growth"), before),
    "private-trade-2024": (("private-trade", "private-growth"), before),
    "foreign-trade-2024": (("foreign-trade", "foreign-growth"), before),
    "state-trade-2024": (("state-trade", "state-growth"), before),
    "phone-increase": (("phone-exports", "phone-growth"), added),
    "car-increase": (("car-exports", "car-growth"), added),
    "motorcycle-increase": (("motorcycle-exports", "motorcycle-growth"), added),
    "private-increase": (("private-trade", "private-growth"), added),
    "state-increase": (("state-trade", "state-growth"), added),
    "foreign-increase": (("foreign-trade", "foreign-growth"), added),
    "private-pull": (("private-trade", "private-growth", TOTAL_2024), pulled),
    "state-pull": (("state-trade", "state-growth", TOTAL_2024), pulled),
    "foreign-pull": (("foreign-trade", "foreign-growth", TOTAL_2024), pulled),
    "total-by-zones": (("zone-trade", "zone-share"), of),
    "total-by-private": (("private-trade", "private-share"), of),
    "owners-sum": (("private-trade", "state-trade", "foreign-trade"), lambda p, s, f: p + s + f),
    "owners-remainder": (
        ("zone-trade", "zone-share", "private-trade", "state-trade", "foreign-trade"),
        lambda zones, share, p, s, f: zones / share - (p + s + f),
    ),
    "private-share-by-zones": (("private-trade", "zone-trade", "zone-share"), of_total_by_zones),
    "foreign-share": (("foreign-trade", "zone-trade", "zone-share"), of_total_by_zones),
    "state-share": (("state-trade", "zone-trade", "zone-share"), of_total_by_zones),
    "national-laptop-exports": (("laptop-exports", "laptop-share"), of),
    "kd-value-each": (("kd-value", "kd-sets"), of),
    "kd-share": (("kd-value", "zone-trade"), of),
    "others-sum": (("foreign-trade", "state-trade"), lambda f, s: f + s),
    "others-share": (
        ("foreign-trade", "state-trade", "zone-trade", "zone-share"),
        lambda f, s, zones, share: (f + s) * share / zones,
    ),
    "owners-sum-2024": (
        ("private-trade", "private-growth", "foreign-trade", "foreign-growth", "state-trade", "state-growth"),
        lambda p, pg, f, fg, s, sg: p / (1 + pg) + f / (1 + fg) + s / (1 + sg),
    ),
    "city-increase": ((TOTAL_2025, TOTAL_2024), lambda now, before: now - before),
    "city-growth": ((TOTAL_2025, TOTAL_2024), lambda now, before: now / before - 1),
    "trade-total-2017": (("exports-series@2017", "imports-series@2017"), lambda out, into: out + into),
    "private-share-2024": (
        ("private-share-series@2025", "private-share-change-series@2025"),
        lambda share, rise: share - rise,
    ),
}
TWO_READINGS: dict[str, tuple[tuple[str, ...], dict[str | None, Arithmetic]]] = {
    "kd-sets-2024": (("kd-sets", "kd-sets-growth"), {"by": before, "to": of}),
    "kd-value-2024": (("kd-value", "kd-value-growth"), {"by": before, "to": of}),
}
TABLE: dict[str, tuple[tuple[str, ...], dict[str | None, Arithmetic]]] = {
    **{name: (inputs, {None: arithmetic}) for name, (inputs, arithmetic) in PLAIN.items()},
    **TWO_READINGS,
}
LITERALS: list[tuple[str, str | None, int, str, str]] = [
    # what, which reading, digits of the width, Chinese, English: worked out by hand
    ("total-by-zones", None, 4, "8005.93亿～8019.13亿元", "800.593–801.913 billion yuan"),
    ("owners-sum", None, 2, "8003.35亿～8003.65亿元", "800.335–800.365 billion yuan"),
    ("owners-remainder", None, 4, "2.28亿～15.78亿元", "0.228–1.578 billion yuan"),
    ("car-exports-2024", None, 2, "429.3亿～433.0亿元", "42.93–43.30 billion yuan"),
    ("kd-sets-2024", "by", 2, "2.379万～2.392万套", "23,790–23,920 sets"),
    ("kd-sets-2024", "to", 2, "3.843万～3.874万套", "38,430–38,740 sets"),
    ("private-share-2024", None, 2, "44.6%～45.8%", "44.6–45.8%"),
]


@pytest.fixture(scope="module")
def analysis(dataset: Dataset) -> Analysis:
    return analyse(dataset)


def test_the_table_has_every_implied_value_and_what_it_rests_on(dataset: Dataset, analysis: Analysis) -> None:
    rests_on = {name: set(analysis.implied(name).inputs) for name in dataset.relations}
    assert rests_on == {name: set(inputs) for name, (inputs, _) in TABLE.items()}


@pytest.mark.parametrize("name", TABLE)
def test_the_ends_are_the_extremes_of_the_figures_it_rests_on(
    dataset: Dataset, analysis: Analysis, name: str
) -> None:
    inputs, _ = TABLE[name]
    printed = [figure(dataset, each) for each in inputs]
    for reading, arithmetic in readings(analysis, name):
        assert reading.interval == between(printed, arithmetic)


@pytest.mark.parametrize("name", TABLE)
def test_any_figures_that_round_to_the_printed_ones_give_a_value_inside(
    dataset: Dataset, analysis: Analysis, name: str
) -> None:
    inputs, _ = TABLE[name]
    printed = [figure(dataset, each) for each in inputs]
    chance = random.Random(name)
    for reading, arithmetic in readings(analysis, name):
        for _ in range(40):
            tried = [low + (high - low) * Fraction(chance.randrange(1000), 1000) for _, low, high in printed]
            assert arithmetic(*tried) in reading.interval


@pytest.mark.parametrize("name", TABLE)
def test_a_dropped_zero_narrows_one_figure_at_a_time(dataset: Dataset, analysis: Analysis, name: str) -> None:
    inputs, _ = TABLE[name]
    printed = {each: figure(dataset, each) for each in inputs}
    whole = [each for each in inputs if is_integer(dataset.records[each].printed)]
    for reading, arithmetic in readings(analysis, name):
        found = {narrower.input: narrower.interval for narrower in reading.narrower}
        assert set(found) == set(whole)
        for each in whole:
            value, low, high = printed[each]
            tenth = (value, value - (value - low) / 10, value + (high - value) / 10)
            assert found[each] == between([*(printed | {each: tenth}).values()], arithmetic)


@pytest.mark.parametrize("name", TABLE)
def test_the_formula_worked_out_as_written_gives_the_value_of_the_printed_figures(
    dataset: Dataset, analysis: Analysis, name: str
) -> None:
    inputs, _ = TABLE[name]
    values = [figure(dataset, each)[0] for each in inputs]
    for reading, arithmetic in readings(analysis, name):
        expected = arithmetic(*values)
        assert worked_out(reading.formula.zh, ZH) == worked_out(reading.formula.en, EN) == expected


@pytest.mark.parametrize(("name", "reading", "digits", "zh", "en"), LITERALS)
def test_what_a_reader_would_work_out_by_hand(
    analysis: Analysis, name: str, reading: str | None, digits: int, zh: str, en: str
) -> None:
    value = analysis.implied(name)
    interval = next(each.interval for each in value.readings if each.name == reading)
    assert render_span(interval, value.unit, digits) == (zh, en)


def test_an_implied_value_that_rests_on_another_takes_its_exact_ends(
    dataset: Dataset, analysis: Analysis
) -> None:
    _, low, high = figure(dataset, "zone-trade")
    total = analysis.implied("total-by-zones").readings[0].interval
    assert total.low == low / Fraction("0.6155")
    assert total.high == high / Fraction("0.6145")
    left = analysis.implied("owners-remainder").readings[0].interval
    owners = analysis.implied("owners-sum").readings[0].interval
    assert owners.low is not None
    assert owners.high is not None
    assert (left.low, left.high) == (total.low - owners.high, total.high - owners.low)


def readings(analysis: Analysis, name: str) -> list[tuple[Reading, Arithmetic]]:
    """Each reading of an implied value with the arithmetic of the table; none is missing or too many."""
    found = analysis.implied(name).readings
    expected: Mapping[str | None, Arithmetic] = TABLE[name][1]
    assert [each.name for each in found] == list(expected)
    return [(each, expected[each.name]) for each in found]


def between(printed: list[Printed], arithmetic: Arithmetic) -> Interval:
    """The least and the greatest value at any corner; an end is closed where only low ends make it."""
    corners = {
        corner: arithmetic(*(each[which] for each, which in zip(printed, corner, strict=True)))
        for corner in product((1, 2), repeat=len(printed))
    }
    low, high = min(corners.values()), max(corners.values())
    # A figure rounded half up takes its low end and not its high one.
    taken = {value for corner, value in corners.items() if 2 not in corner}
    return Interval(low, high, low in taken, high in taken)


SCALES = {"": 1, "万": 10**4, "亿": 10**8}
UNITS = {"元": Fraction(1), "套": Fraction(1), "倍": Fraction(1), "%": Fraction(1, 100)}
UNITS["个百分点"] = UNITS["%"]
FIGURE = re.compile(rf"([0-9]+(?:\.[0-9]+)?)(万|亿|)({'|'.join(UNITS)})")


def figure(dataset: Dataset, identifier: str) -> Printed:
    """The value a record prints and the ends of what rounds to it, in yuan, sets or parts of one."""
    match = FIGURE.fullmatch(dataset.records[identifier].printed)
    assert match, identifier
    number = Decimal(match[1])
    half = Decimal(5).scaleb(int(number.as_tuple().exponent) - 1)
    size = SCALES[match[2]] * UNITS[match[3]]
    value, low, high = (Fraction(each) * size for each in (number, number - half, number + half))
    return value, low, high


def is_integer(printed: str) -> bool:
    """Whether a figure is printed without decimals, and so may have lost a .0."""
    return "." not in printed


ZH = (re.compile(r"([0-9]+(?:\.[0-9]+)?)(万|亿|)(元|套|%|个百分点|)"), SCALES | {"": 1})
EN = (
    re.compile(
        r"([0-9][0-9,]*(?:\.[0-9]+)?)( million| billion| trillion|)( yuan| sets|%| percentage points|)"
    ),
    {"": 1, " million": 10**6, " billion": 10**9, " trillion": 10**12},
)
SHARES = ("%", "个百分点", " percentage points")


def worked_out(formula: str, written: tuple[re.Pattern[str], dict[str, int]]) -> Fraction:
    """The result of a formula, every figure in it read as a number; nothing else may stand in it."""
    pattern, scales = written

    def number(match: re.Match[str]) -> str:
        value = Fraction(match[1].replace(",", "")) * scales[match[2]]
        value *= Fraction(1, 100) if match[3] in SHARES else 1
        return f"Fraction({value.numerator},{value.denominator})"

    sum_of = pattern.sub(number, formula).replace("÷", "/").replace("−", "-")
    assert re.fullmatch(r"(?:Fraction\([0-9]+,[0-9]+\)|[-+/() ])+", sum_of), formula
    result: Fraction = eval(sum_of, {"Fraction": Fraction})
    return result
