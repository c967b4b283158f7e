"""Characters that could drive a terminal or turn text around, and how they are shown."""

from __future__ import annotations

import unicodedata

BIDI = frozenset(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
BYTE_ORDER_MARK = "\ufeff"
LINE_ENDS = frozenset("\u2028\u2029")
"""Ends of a line that only some programs take for one."""
STAND_IN = "\ufffd"


def is_unsafe(character: str) -> bool:
    """Whether no file may hold it: controls, private use, surrogates, bidi marks, odd line ends."""
    category = unicodedata.category(character)
    return (
        (category in ("Cc", "Cs", "Co") and character not in "\n\t")
        or character in BIDI
        or character in LINE_ENDS
        or character == BYTE_ORDER_MARK
        or (category == "Cn" and _is_none(ord(character)))
    )


def first_unsafe(text: str) -> str | None:
    """The first character of a text that no file may hold; None where there is none."""
    return None if text.isprintable() else next(filter(is_unsafe, text), None)


def named(character: str) -> str:
    """A character by its number: U+202E."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """The text with what no file may hold by its number, tabs and line ends too."""
    if text.isprintable():
        return text
    return "".join(f"<{named(each)}>" if is_unsafe(each) or each in "\n\t" else each for each in text)


def harmless(text: str) -> str:
    """The text with what no file may hold as �: nothing in it drives a terminal, and nothing else changes.

    Tabs and line ends stay, and a byte order mark at the beginning, which a spreadsheet needs.
    """
    if all(map(str.isprintable, text.split("\n"))):
        return text
    # Each different character is asked once: a text has a million, and a few hundred different ones.
    stand_ins = {ord(each): STAND_IN for each in set(text) if is_unsafe(each) and each != "\r"}
    start = 1 if text.startswith(BYTE_ORDER_MARK) else 0
    lines = (text[:start] + text[start:].translate(stand_ins)).split("\r\n")
    return "\r\n".join(line.replace("\r", STAND_IN) for line in lines)


def _is_none(number: int) -> bool:
    """Whether Unicode promises that this will never be a character."""
    return 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE
