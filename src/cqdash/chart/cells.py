"""Text in terminal cells: for plotext, which counts characters, there and back; and broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len, chop_cells

SENTINEL = "\ue000"
"""Stands after a wide character while plotext counts; private use, which the data loader refuses."""
_TERM = re.compile(r"(?<= )(?=\+ )")
_PIECE = re.compile(r"[^ ～–]*[ ～–]|[^ ～–]+")


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


def broken(text: str, width: int) -> list[str]:
    """The text on lines of at most `width` cells, about equally long; none where it is empty.

    It breaks between the terms of a sum; where one is too wide, at spaces and after the dash of a range; a
    piece that is wider still is cut.
    """
    terms = _TERM.split(text)
    pieces = terms if _widest(terms) <= width else _PIECE.findall(text)
    widest = _widest(pieces)
    lines = _lines(pieces, width)
    narrower = (_lines(pieces, less) for less in range(widest if widest <= width else 2, width))
    return next((found for found in narrower if len(found) == len(lines)), lines)


def widest_piece(text: str) -> int:
    """The fewest cells in which the text can be broken without cutting a piece."""
    return _widest(_PIECE.findall(text))


def fill(text: str, width: int) -> str:
    """The text with spaces after it, `width` cells wide; the text itself where it is wider."""
    return text + " " * (width - cell_len(text))


def _widest(pieces: Sequence[str]) -> int:
    return max((cell_len(piece.rstrip()) for piece in pieces), default=0)


def _lines(pieces: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for piece in filter(None, pieces):
        if lines and cell_len(lines[-1] + piece.rstrip()) <= width:
            lines[-1] += piece
        else:
            lines += chop_cells(piece, width) if cell_len(piece.rstrip()) > width else [piece]
    return [line.rstrip() for line in lines]
