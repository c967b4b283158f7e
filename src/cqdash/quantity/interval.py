"""An interval of exact numbers whose ends may be open, closed or absent."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct


class Interval(Struct, frozen=True):
    """All numbers between `low` and `high`; None is an end nobody printed, which is never closed."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = False
    high_closed: bool = False

    def __contains__(self, number: Fraction | int) -> bool:
        """Whether the number lies inside; an end itself only where it is closed."""
        above = self.low is None or number > self.low or (self.low_closed and number == self.low)
        below = self.high is None or number < self.high or (self.high_closed and number == self.high)
        return above and below

    @property
    def is_point(self) -> bool:
        """Whether only one number lies inside."""
        return self.low is not None and self.low == self.high


def point(number: Fraction) -> Interval:
    """The one number and nothing else."""
    return Interval(number, number, True, True)


def rounded(number: Fraction, place: Fraction) -> Interval:
    """What rounds half up (away from zero) to `number` at `place`: half a place either side."""
    half = place / 2
    positive = number >= 0
    return Interval(number - half, number + half, low_closed=positive, high_closed=not positive)
