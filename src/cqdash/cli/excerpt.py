"""A line of a file with a caret below the place that a problem is about, aligned in terminal cells."""

from __future__ import annotations

from cqdash.language.cells import cells
from cqdash.language.characters import shown

WIDEST = 100
"""Cells of a line that is shown where nothing says how wide the terminal is."""
TAB = " " * 4
CUT = "…"
GUTTER = 6


def excerpt(line: str, column: int, number: int, width: int = WIDEST) -> list[str]:
    """The line with its number, and below it the caret; a long line is cut on either side of the caret."""
    said, offset = window(line, column, width - GUTTER - 3)
    return [f"{number:>{GUTTER}} | {said}".rstrip(), f"{'':>{GUTTER}} | {' ' * offset}^"]


def window(line: str, column: int, width: int = WIDEST) -> tuple[str, int]:
    """What can be shown of a line round a column (from 1), and how many cells lie before that column.

    What could drive a terminal is shown by its number, a tab as spaces.
    """
    at = min(max(column - 1, 0), len(line))
    low, high, room = at, at, width - 2 * cells(CUT)
    # The window grows by turns to the right and to the left, and never looks at more than it can show.
    while True:
        right = cells(_shown(line[high])) if high < len(line) else width
        if right <= room:
            high, room = high + 1, room - right
        left = cells(_shown(line[low - 1])) if low else width
        if left <= room:
            low, room = low - 1, room - left
        elif right > room:
            break
    before = (CUT if low else "") + _shown(line[low:at])
    return before + _shown(line[at:high]) + (CUT if high < len(line) else ""), cells(before)


def _shown(text: str) -> str:
    return shown(text.replace("\t", TAB))
