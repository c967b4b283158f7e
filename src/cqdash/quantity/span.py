"""An interval in words: a range with its ends rounded outward, or the one rounding that all of it shares."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from msgspec.structs import replace

from cqdash.language import Text
from cqdash.quantity.interval import Interval
from cqdash.quantity.render import CHINESE_SCALES, ENGLISH_SCALES, QUALIFIED, chinese, english
from cqdash.quantity.units import Unit

DIGITS = 2
"""Digits of the interval's width that its ends keep."""
ONE_SIDED = 4
"""Digits that a bound without a partner keeps."""
UNBOUNDED = Text("无从确定", "cannot be told")


def render_span(interval: Interval, unit: Unit, digits: int = DIGITS) -> Text:
    """The interval as a range, its ends rounded outward to `digits` digits of its width.

    So the range never leaves out a number that is possible: 429.35…至432.94… is 429.3亿～433.0亿元.
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return UNBOUNDED
    if low is None or high is None:
        return _one_sided(interval, unit)
    width = high - low
    place = _power_below(width or abs(low) or Fraction(1), (digits if width else ONE_SIDED) - 1)
    if not width:
        rounded = low if low.denominator == 1 else floor(low / place + Fraction(1, 2)) * place
        number = _number(rounded, unit, None)
        return number if rounded == low else _about(number)
    least, most = floor(low / place) * place, ceil(high / place) * place
    while place < width and all((end / place / 10).denominator == 1 for end in (least, most)):
        place *= 10
    return _range(least, most, unit, place)


def render_about(interval: Interval, unit: Unit) -> Text | None:
    """The finest rounding that all numbers of the interval share, itself one of them (约430亿元).

    None where they share none, or only one outside the interval.
    """
    low, high = interval.low, interval.high
    if low is None or high is None or not high - low:
        return None
    sign = 1
    if high <= 0:  # halves go away from zero
        sign = -1
        interval = Interval(-high, -low, interval.high_closed, interval.low_closed)
        low, high = -high, -low
    place = _power_below(high - low, 0)
    for _ in range(4):
        first, last = floor(low / place + Fraction(1, 2)), _last_rounded(interval, place)
        if first == last:
            shared = first * place
            return _about(_number(sign * shared, unit, place)) if first and shared in interval else None
        place *= 10
    return None


def _last_rounded(interval: Interval, place: Fraction) -> int:
    assert interval.high is not None
    steps = interval.high / place + Fraction(1, 2)
    return floor(steps) if interval.high_closed or steps.denominator != 1 else int(steps) - 1


def _power_below(number: Fraction, digits: int) -> Fraction:
    """The power of ten that is the place of a number's first digit, `digits` places further down."""
    power = Fraction(1)
    while power > number:
        power /= 10
    while power * 10 <= number:
        power *= 10
    return power / Fraction(10**digits)


def _one_sided(interval: Interval, unit: Unit) -> Text:
    if interval.low is not None:
        pattern = QUALIFIED["at-least" if interval.low_closed else "over"]
        end = _rounded_end(interval.low, floor)
    else:
        assert interval.high is not None
        pattern = QUALIFIED["at-most"] if interval.high_closed else Text("不足{}", "under {}")
        end = _rounded_end(interval.high, ceil)
    number = _number(end, unit, None)
    return Text(pattern.zh.format(number.zh), pattern.en.format(number.en))


def _rounded_end(end: Fraction, outward: Callable[[Fraction], int]) -> Fraction:
    place = _power_below(abs(end) or Fraction(1), ONE_SIDED - 1)
    return outward(end / place) * place


def _range(low: Fraction, high: Fraction, unit: Unit, place: Fraction) -> Text:
    zh_scale = _scale(high, low, [factor for factor, _ in CHINESE_SCALES])
    zh = [_chinese_at(end, unit, zh_scale, place) for end in (low, high)]
    several = replace(unit, one=unit.many)
    en = [_english_at(end, high, several, place) for end in (low, high)]
    if unit.base != "fraction" or unit.many:
        zh[0] = zh[0].removesuffix(unit.printed)
    between = " to " if low < 0 else "–"
    return Text("～".join(zh), _without_common_end(en[0], en[1]) + between + en[1])


def _chinese_at(end: Fraction, unit: Unit, scale: int, place: Fraction | None) -> str:
    return chinese(end, unit, scale, place).replace("零下", "−").replace("-", "−")


def _english_at(end: Fraction, high: Fraction, unit: Unit, place: Fraction) -> str:
    """An end in the scale of the high end, so that 0.99–1.01 billion does not mix millions and billions."""
    factor, name = next(((f, n) for f, n in ENGLISH_SCALES if abs(high) >= f), (1, ""))
    if not name or unit.base in ("fraction", "multiple", "celsius"):
        return english(end, unit, place).replace("-", "−")
    plain = english(end / factor, Unit("", "count"), place / factor).replace("-", "−")
    return f"{plain}{name} {unit.many}".rstrip()


def _without_common_end(low: str, high: str) -> str:
    """The low end without the words (or the %) that the high end repeats."""
    ending = high.lstrip("−0123456789.,")
    return low.removesuffix(ending) if ending else low


def _number(value: Fraction, unit: Unit, place: Fraction | None) -> Text:
    scale = _scale(value, value, [factor for factor, _ in CHINESE_SCALES])
    return Text(_chinese_at(value, unit, scale, place), english(value, unit, place).replace("-", "−"))


def _scale(high: Fraction, low: Fraction, factors: list[int]) -> int:
    largest = max(abs(high), abs(low))
    return next((factor for factor in factors if largest >= factor), 1)


def _about(number: Text) -> Text:
    pattern = QUALIFIED["about"]
    return Text(pattern.zh.format(number.zh), pattern.en.format(number.en))
