"""Exact arithmetic on intervals whose ends are open, closed or absent.

Each result is exactly the set of all results of numbers from the operands, where these vary independently.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from cqdash.quantity import Interval


class Undefined(ArithmeticError):  # noqa: N818 - it names what the result is
    """A division by an interval that zero may lie in, or numbers that cannot be."""


def add(a: Interval, b: Interval) -> Interval:
    """Every x + y."""
    return Interval(
        None if a.low is None or b.low is None else a.low + b.low,
        None if a.high is None or b.high is None else a.high + b.high,
        a.low_closed and b.low_closed,
        a.high_closed and b.high_closed,
    )


def negative(a: Interval) -> Interval:
    """Every -x."""
    return Interval(
        None if a.high is None else -a.high, None if a.low is None else -a.low, a.high_closed, a.low_closed
    )


def subtract(a: Interval, b: Interval) -> Interval:
    """Every x - y."""
    return add(a, negative(b))


def multiply(a: Interval, b: Interval) -> Interval:
    """Every x * y."""
    products = [_times(x, y) for x in _ends(a) for y in _ends(b)]
    return _between(min(products, key=_Corner.as_low), max(products, key=_Corner.as_high))


def reciprocal(a: Interval) -> Interval:
    """Every 1 / x. Raises Undefined where x may be zero, or may lie on either side of it."""
    if a.low is not None and (a.low > 0 or (a.low == 0 and not a.low_closed)):
        return Interval(
            Fraction(0) if a.high is None else 1 / a.high,
            None if a.low == 0 else 1 / a.low,
            a.high is not None and a.high_closed,
            a.low != 0 and a.low_closed,
        )
    if a.high is not None and (a.high < 0 or (a.high == 0 and not a.high_closed)):
        return negative(reciprocal(negative(a)))
    raise Undefined("division by an interval with zero in it")


def divide(a: Interval, b: Interval) -> Interval:
    """Every x / y. Raises Undefined where y may be zero."""
    return multiply(a, reciprocal(b))


def largest(a: Interval, b: Interval) -> Interval:
    """Every larger one of an x and a y."""
    low = max(_ends(a)[0], _ends(b)[0], key=_Corner.as_low)
    high = max(_ends(a)[1], _ends(b)[1], key=_Corner.as_high)
    return _between(low, high)


def smallest(a: Interval, b: Interval) -> Interval:
    """Every smaller one of an x and a y."""
    return negative(largest(negative(a), negative(b)))


def common(a: Interval, b: Interval) -> Interval:
    """Every number in both. Raises Undefined where there is none."""
    if not overlap(a, b):
        raise Undefined("two intervals with nothing in common")
    return _between(
        max(_ends(a)[0], _ends(b)[0], key=_Corner.as_low), min(_ends(a)[1], _ends(b)[1], key=_Corner.as_high)
    )


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some number lies in both."""
    return not (_lies_below(a, b) or _lies_below(b, a))


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every number of `inner` lies in `outer`."""
    above = outer.low is None or (
        inner.low is not None
        and (inner.low > outer.low or (inner.low == outer.low and outer.low_closed >= inner.low_closed))
    )
    below = outer.high is None or (
        inner.high is not None
        and (inner.high < outer.high or (inner.high == outer.high and outer.high_closed >= inner.high_closed))
    )
    return above and below


def is_bounded(a: Interval) -> bool:
    """Whether both ends are known."""
    return a.low is not None and a.high is not None


class _Corner(Struct, frozen=True):
    """An end: a number, or beyond every number (`infinite` is -1 or 1); closed where it is taken."""

    number: Fraction
    infinite: int
    closed: bool

    def as_low(self) -> tuple[int, Fraction, bool]:
        """In the order of low ends: of two equal ones the closed end is lower."""
        return self.infinite, self.number, not self.closed

    def as_high(self) -> tuple[int, Fraction, bool]:
        """In the order of high ends: of two equal ones the closed end is higher."""
        return self.infinite, self.number, self.closed


def _ends(a: Interval) -> tuple[_Corner, _Corner]:
    low = _Corner(Fraction(0), -1, False) if a.low is None else _Corner(a.low, 0, a.low_closed)
    high = _Corner(Fraction(0), 1, False) if a.high is None else _Corner(a.high, 0, a.high_closed)
    return low, high


def _between(low: _Corner, high: _Corner) -> Interval:
    return Interval(
        None if low.infinite else low.number,
        None if high.infinite else high.number,
        not low.infinite and low.closed,
        not high.infinite and high.closed,
    )


def _times(x: _Corner, y: _Corner) -> _Corner:
    if not (x.infinite or y.infinite):
        taken = (x.closed and y.closed) or any(end.closed and end.number == 0 for end in (x, y))
        return _Corner(x.number * y.number, 0, taken)
    if any(end.number == 0 and not end.infinite for end in (x, y)):
        # However large the other grows, zero times it is zero; it is taken only if the zero is.
        return _Corner(Fraction(0), 0, any(end.closed and not end.infinite for end in (x, y)))
    sign = 1
    for end in (x, y):
        sign *= end.infinite or (1 if end.number > 0 else -1)
    return _Corner(Fraction(0), sign, False)


def _lies_below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and not (a.high_closed and b.low_closed))
