"""Interval arithmetic gives the very set of results: held against every pair of numbers from the operands.

Every pair of the intervals with ends among a few numbers, each end open, closed or absent, is worked out;
the numbers tried from an interval come as near to its open ends, and as far out, as settles the question.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import product

import pytest

from cqdash.analysis.arithmetic import (
    Undefined,
    add,
    contains,
    divide,
    is_bounded,
    largest,
    multiply,
    negative,
    overlap,
    reciprocal,
    smallest,
    subtract,
)
from cqdash.quantity import Interval, point

ENDS = [Fraction(end) for end in (-3, -1, 0, 1, 2)]
NEAR = Fraction(1, 1000)
FAR = Fraction(10**6)
REACH = Fraction(12)
"""Beyond every end that any result below can have, and far nearer than FAR."""
ZERO = Fraction(0)
ONE = Fraction(1)

Binary = Callable[[Interval, Interval], Interval]
Numbers = Callable[[Fraction, Fraction], Fraction]
BINARY: dict[str, tuple[Binary, Numbers]] = {
    "add": (add, lambda x, y: x + y),
    "subtract": (subtract, lambda x, y: x - y),
    "multiply": (multiply, lambda x, y: x * y),
    "divide": (divide, lambda x, y: x / y),
    "largest": (largest, max),
    "smallest": (smallest, min),
}


def intervals() -> list[Interval]:
    """Every interval with ends among ENDS, or without."""
    lows = [(None, False), *product(ENDS, (True, False))]
    made = [
        Interval(low, high, low_closed, high_closed)
        for (low, low_closed), (high, high_closed) in product(lows, lows)
        if low is None or high is None or low < high
    ]
    return made + [point(end) for end in ENDS]


EVERY = intervals()
PAIRS = list(product(EVERY, EVERY))


@pytest.mark.parametrize("name", BINARY)
def test_a_result_holds_all_results_of_numbers_and_its_ends_are_theirs(name: str) -> None:
    work_out, numbers = BINARY[name]
    for a, b in PAIRS:
        if name == "divide" and ZERO in b:
            continue
        found = [numbers(x, y) for x in members(a) for y in members(b)]
        assert is_just(work_out(a, b), found), (a, b)


def test_turning_an_interval_over_gives_just_its_numbers_turned_over() -> None:
    for a in EVERY:
        assert is_just(negative(a), [-x for x in members(a)]), a
        if ZERO not in a:
            assert is_just(reciprocal(a), [1 / x for x in members(a)]), a


def test_dividing_is_refused_exactly_where_the_divisor_may_be_zero() -> None:
    def is_refused(b: Interval) -> bool:
        try:
            divide(point(ONE), b)
        except Undefined:
            return True
        return False

    assert [b for b in EVERY if is_refused(b)] == [b for b in EVERY if ZERO in b]


def test_intervals_overlap_exactly_where_they_have_a_number_in_common() -> None:
    for a, b in PAIRS:
        assert overlap(a, b) == any(x in a and x in b for x in PROBES), (a, b)


def test_an_interval_contains_another_exactly_where_it_has_all_its_numbers() -> None:
    for a, b in PAIRS:
        assert contains(a, b) == all(x in a for x in PROBES if x in b), (a, b)


def test_an_interval_is_bounded_exactly_where_its_numbers_go_nowhere_far() -> None:
    for a in EVERY:
        assert is_bounded(a) == all(abs(x) < REACH for x in members(a)), a


# Between two neighbouring ends, at each end, and beyond them all: no interval over ENDS tells more apart.
PROBES = sorted({end + step for end in ENDS for step in (-NEAR, ZERO, NEAR)} | {-FAR, FAR})


@cache
def members(a: Interval) -> tuple[Fraction, ...]:
    """Numbers of an interval: its ends where they are closed, hard by them, zero, and far out."""
    low = -FAR if a.low is None else a.low
    high = FAR if a.high is None else a.high
    tried = {low, low + NEAR, ZERO, high - NEAR, high}
    return tuple(sorted(x for x in tried if x in a))


def is_just(result: Interval, found: list[Fraction]) -> bool:
    """Whether a result is the set that the numbers found are drawn from.

    That set has no gaps, so it is its two ends: none of the numbers lies outside, the least is the low end
    where that is closed and comes near it where it is open, and goes far where there is none.
    """
    least, most = min(found), max(found)
    if result.low is None:
        low = least < -REACH and not result.low_closed
    else:
        low = least == result.low if result.low_closed else result.low < least < result.low + REACH * NEAR
    if result.high is None:
        high = most > REACH and not result.high_closed
    else:
        high = most == result.high if result.high_closed else result.high - REACH * NEAR < most < result.high
    return low and high
