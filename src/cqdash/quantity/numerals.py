"""Chinese numerals as exact integers."""

from __future__ import annotations

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}


def chinese_integer(text: str) -> int:
    """The integer a numeral such as 六, 十二, 三百五十, 两万 or 万亿 stands for.

    Raises ValueError where the characters are no numeral.
    """
    if not text:
        raise ValueError("no numeral")
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in SMALL:
            section += (digit or 1) * SMALL[character]
            digit = 0
        elif character in LARGE:
            below = section + digit
            total = (total + below or 1) * LARGE[character]
            section = digit = 0
        else:
            raise ValueError(f"not a numeral: {character}")
    return total + section + digit


def scale_of(text: str) -> int:
    """The factor of scale words after Arabic digits: 万 is 10000, 万亿 is 10**12, nothing is 1."""
    factor = 1
    for character in text:
        factor *= SMALL.get(character) or LARGE[character]
    return factor
