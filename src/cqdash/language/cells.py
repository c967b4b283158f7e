"""How wide text is on a terminal."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """How many cells a terminal gives a text."""
    return sum(
        2 if unicodedata.east_asian_width(each) in "WF" else not unicodedata.combining(each) for each in text
    )
