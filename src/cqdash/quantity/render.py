"""A quantity in words and digits, in both languages, each in its own scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from cqdash.language import Text, same
from cqdash.quantity.interval import Interval
from cqdash.quantity.printed import Qualifier, Quantity
from cqdash.quantity.units import HALF, Unit

Sign = Literal["up", "down"]

ENGLISH_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
CHINESE_SCALES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
HALVED = Text("一半", "half")
QUALIFIED: dict[Qualifier, Text] = {
    "over": Text("超{}", "over {}"),
    "nearly": Text("近{}", "nearly {}"),
    "and-more": Text("{}", "{}"),
    "at-least": Text("{}以上", "at least {}"),
    "at-most": Text("不超过{}", "up to {}"),
    "about": Text("约{}", "about {}"),
}


def render(quantity: Quantity, sign: Sign | None = None) -> Text:
    """The figure with its qualifier, in both languages, from the same exact value.

    `sign` marks a change on an earlier level: 23% becomes +23% or −23%, 超20倍 becomes 增超20倍.
    """
    if quantity.value is None:
        return _render_range(quantity)
    if quantity.unit is HALF:
        return {"up": Text("增半", "up by half"), "down": Text("减半", "down by half")}.get(
            sign or "", HALVED
        )
    odd = quantity.qualifier == "and-more"
    place = quantity.place if quantity.decimals else None
    number = Text(
        chinese(quantity.value, quantity.unit, quantity.scale, place, odd=odd),
        english(quantity.value, quantity.unit, place, odd=odd),
    )
    if sign and not quantity.qualifier:
        number = Text(*(("+" if sign == "up" else "−") + words for words in number))
    if quantity.qualifier:
        pattern = QUALIFIED[quantity.qualifier]
        number = Text(pattern.zh.format(number.zh), pattern.en.format(number.en))
    if sign and quantity.qualifier:
        zh, en = ("增", "up") if sign == "up" else ("降", "down")
        number = Text(f"{zh}{number.zh}", f"{en} {number.en}")
    if quantity.consecutive:
        number = Text(f"连续{number.zh}", f"{number.en} running")
    return Text(f"每年{number.zh}", f"{number.en} a year") if quantity.yearly else number


def render_exact(quantity: Quantity) -> Text | None:
    """The value with every digit and its base unit; None where no single value is printed."""
    if quantity.value is None:
        return None
    unit = quantity.unit
    if unit.base in ("rank", "ordinal", "celsius"):
        return Text(chinese(quantity.value, unit), english(quantity.value, unit))
    if unit.base == "fraction":
        return same(decimal_text(quantity.value))
    digits = grouped(decimal_text(quantity.value))
    return Text(digits + unit.printed, _with_noun(digits, unit, quantity.value))


def render_interval(quantity: Quantity) -> Text | None:
    """The interval the figure stands for, in words; None where it has no bounds at all."""
    interval = quantity.interval
    if interval is None:
        return None
    if interval.is_point and interval.low is not None:
        exact = _bound(interval.low, quantity)
        return Text(f"恰为{exact.zh}", f"exactly {exact.en}")
    low = _bound(interval.low, quantity) if interval.low is not None else None
    high = _bound(interval.high, quantity) if interval.high is not None else None
    if low is None and high is not None:
        return (
            Text(f"至多{high.zh}，下限未印", f"{high.en} or less; no lower bound printed")
            if interval.high_closed
            else Text(f"不足{high.zh}，下限未印", f"below {high.en}; no lower bound printed")
        )
    if high is None and low is not None:
        return (
            Text(f"至少{low.zh}，上限未印", f"{low.en} or more; no upper bound printed")
            if interval.low_closed
            else Text(f"多于{low.zh}，上限未印", f"more than {low.en}; no upper bound printed")
        )
    return _between(interval, low, high, quantity.unit)


def chinese(
    value: Fraction, unit: Unit, scale: int = 1, place: Fraction | None = None, *, odd: bool = False
) -> str:
    """A value in Chinese at a scale (10**8 for 亿); zeros are kept down to `place`, all in the base unit."""
    whole, name = next(((f, word) for f, word in CHINESE_SCALES if scale % f == 0), (1, ""))
    factor = Fraction(1, 100) if unit.base == "fraction" else Fraction(whole)
    digits = decimal_text(value / factor, _decimals(place, factor))
    if unit.base in ("rank", "ordinal"):
        return f"第{decimal_text(value)}{unit.printed}"
    if unit.base == "fraction":
        return digits + ("余" if odd else "") + (unit.printed if unit.many else "%")
    round_number = (value / factor / 10).denominator == 1
    words = digits + ("余" + name if round_number else name + "余") if odd else digits + name
    return words.replace("-", "零下") + unit.printed


def english(value: Fraction, unit: Unit, place: Fraction | None = None, *, odd: bool = False) -> str:
    """A value in English, in thousands groups, millions, billions or trillions."""
    if unit.base in ("rank", "ordinal"):
        return ordinal(int(value))
    if unit.base == "fraction":
        digits = decimal_text(value * 100, _decimals(place, Fraction(1, 100))) + ("-odd" if odd else "")
        return _with_noun(digits, unit, value * 100) if unit.many else digits + "%"
    if unit.base == "multiple":
        return decimal_text(value, _decimals(place, Fraction(1))) + ("-odd×" if odd else "×")
    factor, name = next(((f, n) for f, n in ENGLISH_SCALES if abs(value) >= f), (1, ""))
    digits = grouped(decimal_text(value / factor, _decimals(place, Fraction(factor)))) + name
    if unit.base == "celsius":
        return digits.replace("-", "−") + " °C"
    return _with_noun(digits + ("-odd" if odd else ""), unit, value)


def decimal_text(number: Fraction, places: int = 0) -> str:
    """An exact decimal with at least `places` decimals.

    Raises ValueError for a number no finite decimal writes (one third).
    """
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        raise ValueError(f"no finite decimal: {number}")
    while (number * 10**places).denominator != 1:
        places += 1
    digits = str(abs(int(number * 10**places))).rjust(places + 1, "0")
    whole, fraction = (digits[:-places], digits[-places:]) if places else (digits, "")
    return ("-" if number < 0 else "") + whole + ("." + fraction if fraction else "")


def grouped(digits: str) -> str:
    """Digits with a comma every three before the point."""
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, point, fraction = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{fraction}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _decimals(place: Fraction | None, factor: Fraction) -> int:
    """How many decimals it takes to write down to `place` in units of `factor`."""
    return len(decimal_text(place / factor).partition(".")[2]) if place else 0


def _with_noun(digits: str, unit: Unit, value: Fraction) -> str:
    noun = unit.one if value == 1 else unit.many
    return f"{digits} {noun}" if noun else digits


def _bound(value: Fraction, quantity: Quantity) -> Text:
    unit = quantity.unit
    return Text(chinese(value, unit, quantity.scale), english(value, unit))


def _between(interval: Interval, low: Text | None, high: Text | None, unit: Unit) -> Text | None:
    if low is None or high is None:
        return None
    low = _without_unit(low, unit)
    from_zh, from_en = ("", "from") if interval.low_closed else ("高于", "above")
    if interval.high_closed:
        return Text(f"{from_zh}{low.zh}至{high.zh}", f"{from_en} {low.en} to {high.en}")
    return Text(f"{from_zh}{low.zh}至不足{high.zh}", f"{from_en} {low.en} to under {high.en}")


def _without_unit(low: Text, unit: Unit) -> Text:
    """The low end of a range without its unit, which the high end gives, where that leaves no doubt.

    GB/T 15835 has 12500至20000元 but 13万元至17万元; in English million stays and yuan goes.
    """
    if unit.base == "fraction":
        return low
    digits = low.zh.removesuffix(unit.printed)
    endings = (f" {unit.one}", f" {unit.many}", "×", " °C")
    ending = next((ending for ending in endings if low.en.endswith(ending)), "")
    return Text(low.zh if digits.endswith(("万", "亿")) else digits, low.en.removesuffix(ending))


def _render_range(quantity: Quantity) -> Text:
    interval = quantity.interval
    if interval is None or interval.low is None or interval.high is None:
        return Text(quantity.printed, quantity.printed)
    low, high = _bound(interval.low, quantity), _bound(interval.high, quantity)
    low = _without_unit(low, quantity.unit)
    return Text(f"{low.zh}至{high.zh}", f"{low.en} to {high.en}")
