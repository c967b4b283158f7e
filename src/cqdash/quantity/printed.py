"""A figure as printed, read exactly: value, unit, decimals, qualifier and interval."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cqdash.quantity.interval import Interval, point, rounded
from cqdash.quantity.numerals import chinese_integer, scale_of
from cqdash.quantity.units import COUNT, HALF, RANK, UNITS, Unit

Qualifier = Literal["over", "nearly", "and-more", "at-least", "at-most", "about", "range"]

PREFIXES: dict[str, Qualifier] = {
    "超过": "over", "超": "over", "突破": "over", "逾": "over",
    "接近": "nearly", "近": "nearly",
    "最高补助": "at-most", "最高": "at-most", "不超过": "at-most", "至多": "at-most",
    "至少": "at-least", "不低于": "at-least", "不少于": "at-least",
    "约": "about",
}  # fmt: skip
LONGEST = 40
SUFFIXES: dict[str, Qualifier] = {"以上": "at-least", "以下": "at-most", "以内": "at-most", "左右": "about"}


class Unreadable(ValueError):  # noqa: N818 - it names what the figure is
    """A figure that cannot be read for certain; the message quotes it."""


class Quantity(Struct, frozen=True):
    """What a printed figure says.

    `value` is exact and in the unit's base (yuan, a plain count, a fraction of 1 for %), None for a range;
    `place` is the last printed place in the same base (0.1亿元 = 10,000,000), `scale` its scale word's
    factor.
    """

    printed: str
    value: Fraction | None
    unit: Unit
    decimals: int
    scale: int
    place: Fraction
    interval: Interval | None
    qualifier: Qualifier | None = None
    consecutive: bool = False
    yearly: bool = False


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_FIGURE = re.compile(
    rf"""(?P<yearly>每年)? (?P<streak>连续)? (?:累计)? (?P<prefix>{_any_of(PREFIXES)})?
    (?P<below>零下)? (?P<nth>第)?
    (?: (?P<arabic>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)? | [0-9]+(?:\.[0-9]+)?)
        (?P<odd>[余多])? (?P<scale>[十百千]?(?:万亿|[万亿])?)
      | (?P<chinese>[〇零一二两三四五六七八九十百千万亿]+) )
    (?P<more>[余多])? (?P<unit>{_any_of(UNITS)})? (?P<suffix>{_any_of(SUFFIXES)})?""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"^(?:[0-9.,]+|[〇零一二两三四五六七八九十百千]+)")
_RANGE = re.compile(r"(?P<low>.+?)(?:到|至|—|-|~)(?P<high>.+)")


def read(printed: str, *, exact: bool = False) -> Quantity:
    """Read a figure as printed; with `exact` (an amount set by a rule) the interval is the amount itself.

    Raises Unreadable for anything that is not one figure from beginning to end.
    """
    if printed in ("首位", "首", "第一"):
        return Quantity(printed, Fraction(1), RANK, 0, 1, Fraction(1), point(Fraction(1)))
    if printed in ("一半", "半"):
        return Quantity(printed, Fraction(1, 2), HALF, 0, 1, Fraction(1, 2), None)
    if printed in ("双", "双双"):
        return Quantity(printed, Fraction(2), COUNT, 0, 1, Fraction(1), point(Fraction(2)))
    if len(printed) > LONGEST:
        raise Unreadable(f"longer than {LONGEST} characters: {printed[:LONGEST]}…")
    if match := _FIGURE.fullmatch(printed):
        return _figure(printed, match, exact)
    if match := _RANGE.fullmatch(printed):
        return _range(printed, match["low"], match["high"])
    raise Unreadable(f"not a figure: {printed}")


def _figure(printed: str, match: re.Match[str], exact: bool) -> Quantity:
    unit = UNITS[match["unit"]] if match["unit"] else COUNT
    if match["below"] and unit.base != "celsius":
        raise Unreadable(f"below zero, but no temperature: {printed}")
    if match["nth"]:
        if not unit.is_whole or "." in printed:
            raise Unreadable(f"not a whole place in an order: {printed}")
        unit = RANK if unit.printed in ("", "位") else Unit(unit.printed, "ordinal")
    if match["arabic"]:
        digits = match["arabic"].replace(",", "")
        decimals = len(digits.partition(".")[2])
        number, scale = Fraction(digits), scale_of(match["scale"])
    else:
        decimals = 0
        number, scale = _chinese(printed, match["chinese"])
    if match["below"]:
        number = -number
    if unit.base in ("rank", "ordinal") and (number * scale).denominator != 1:
        raise Unreadable(f"not a whole place in an order: {printed}")
    factor = unit.factor * scale
    marks = [PREFIXES.get(match["prefix"]), SUFFIXES.get(match["suffix"])]
    marks += ["and-more" for mark in (match["odd"], match["more"]) if mark]
    said = [mark for mark in marks if mark]
    if len(said) > 1:
        raise Unreadable(f"two qualifiers on one figure: {printed}")
    plain = Quantity(
        printed, number * factor, unit, decimals, scale, factor / 10**decimals, None,
        said[0] if said else None, bool(match["streak"]), bool(match["yearly"]),
    )  # fmt: skip
    return replace(plain, interval=_interval(plain, exact))


def _chinese(printed: str, numeral: str) -> tuple[Fraction, int]:
    """A Chinese numeral as a number and its scale: 万亿 is 1 x 10**12, 六 is 6 x 1."""
    try:
        value = chinese_integer(numeral)
    except ValueError:
        raise Unreadable(f"not a figure: {printed}") from None
    digits = numeral.rstrip("万亿")
    scale = scale_of(numeral[len(digits) :])
    return Fraction(value, scale), scale


def _interval(quantity: Quantity, exact: bool) -> Interval | None:
    value, unit = quantity.value, quantity.unit
    if value is None:
        return None
    match quantity.qualifier:
        case "over":
            return Interval(value, None)
        case "nearly":
            return Interval(None, value)
        case "at-least":
            return Interval(value, None, low_closed=True)
        case "at-most":
            return Interval(None, value, high_closed=True)
        case "and-more":
            return _and_more(quantity, value)
        case "about":
            return None
    if exact or (unit.is_whole and quantity.scale == 1):
        return point(value)
    return rounded(value, quantity.place)


def _and_more(quantity: Quantity, value: Fraction) -> Interval:
    """余: above the figure and below the next unit of its last digit that is not zero (50余: 51 to 59)."""
    step = quantity.place
    if value == 0:
        raise Unreadable(f"no digit for 余 to go on from: {quantity.printed}")
    while (value / (step * 10)).denominator == 1:
        step *= 10
    if quantity.unit.base != "count":
        return Interval(value, value + step)
    if step <= 1:
        raise Unreadable(f"余 leaves no whole number: {quantity.printed}")
    return Interval(value + 1, value + step - 1, True, True)


def _range(printed: str, low: str, high: str) -> Quantity:
    a, b = read(low, exact=True), read(high, exact=True)
    if a.unit is COUNT and b.unit is not COUNT:
        # The low end shares what it does not print: 10至50万元 begins at 10万元, 5万至10万元 at 5万元.
        shared = _NUMBER.sub("", high) if a.scale == 1 else b.unit.printed
        a = read(low + shared, exact=True)
    if (
        a.unit != b.unit
        or a.value is None
        or b.value is None
        or a.qualifier
        or b.qualifier
        or a.value > b.value
    ):
        raise Unreadable(f"not a range: {printed}")
    return Quantity(
        printed, None, b.unit, max(a.decimals, b.decimals), b.scale, min(a.place, b.place),
        Interval(a.value, b.value, True, True), "range",
    )  # fmt: skip
