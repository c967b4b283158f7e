"""Text for plotext, which counts characters: made to count terminal cells, and turned back afterwards."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from rich.cells import cell_len

SENTINEL = "\ue000"
"""Stands after a wide character while plotext counts; private use, which the data loader refuses."""


def plain(text: str) -> str:
    """The text on one line, without characters that take no cell of their own."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(c for c in composed if c != SENTINEL and cell_len(c))


def pad(text: str) -> str:
    """The text with a filler after every wide character, so that its length is its width in cells."""
    return "".join(c + SENTINEL if cell_len(c) == 2 else c for c in text)


def finish(built: str) -> str:
    """What plotext built without the fillers, as many cells wide as it had characters.

    A wide character without its filler, or a filler without its character, was cut in two: it is a space.
    """
    finished = []
    has_filler = False
    for character, following in pairwise(built + " "):
        if character == SENTINEL:
            finished.append("" if has_filler else " ")
            has_filler = False
        else:
            is_wide = cell_len(character) == 2
            has_filler = is_wide and following == SENTINEL
            finished.append(character if has_filler or not is_wide else " ")
    return "".join(finished)


def shorten(text: str, width: int) -> str:
    """The text if it fits in `width` cells (1 or more), else its beginning and an ellipsis."""
    if cell_len(text) <= width:
        return text
    kept = ""
    room = width - 1
    for character in text:
        room -= cell_len(character)
        if room < 0:
            break
        kept += character
    return kept.rstrip() + "…"


def fill(text: str, width: int) -> str:
    """The text with spaces after it, `width` cells wide; the text itself where it is wider."""
    return text + " " * (width - cell_len(text))
