"""Chinese numerals as exact integers."""

from __future__ import annotations

DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
ZEROS = "零〇"
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"亿": 10**8, "万": 10**4}


def chinese_integer(text: str) -> int:
    """The integer a numeral such as 六, 十二, 三百五十, 两万 or 万亿 stands for.

    Raises ValueError where the characters are no numeral, or one that reads in two ways (三百五, 二三).
    """
    if text and text in ZEROS:
        return 0
    return _grouped(text, tuple(LARGE), follows=False)


def scale_of(text: str) -> int:
    """The factor of scale words after Arabic digits: 万 is 10000, 万亿 is 10**12, nothing is 1."""
    factor = 1
    for character in text:
        factor *= SMALL.get(character) or LARGE[character]
    return factor


def _grouped(text: str, scales: tuple[str, ...], *, follows: bool) -> int:
    """A numeral up to the first of `scales`; `follows` where a higher group stands before it."""
    if not scales:
        return _below_ten_thousand(text, follows=follows)
    high, scale, low = text.partition(scales[0])
    if not scale:
        return _grouped(text, scales[1:], follows=follows)
    if not high and follows:
        raise ValueError(f"no digit before {scale}: {text}")
    count = _grouped(high, scales[1:], follows=follows) if high else 1
    return count * LARGE[scale] + (_grouped(low, scales[1:], follows=True) if low else 0)


def _below_ten_thousand(text: str, *, follows: bool) -> int:
    value, last, digit, has_zero = 0, 10**4, 0, False
    for place, character in enumerate(text):
        if character in ZEROS and not digit and not has_zero and (follows or value):
            has_zero = True
        elif character in DIGITS and not digit:
            digit = DIGITS[character]
        elif (unit := SMALL.get(character, last)) < last and (
            digit or unit == 10 or (place == 0 and not follows)
        ):
            value, last, digit, has_zero = value + (digit or 1) * unit, unit, 0, False
        else:
            raise ValueError(f"not a numeral: {text}")
    if (digit == 0 and (has_zero or not value)) or (
        digit and last > 10 and (follows or value) and not has_zero
    ):
        raise ValueError(f"not a numeral: {text}")
    return value + digit
