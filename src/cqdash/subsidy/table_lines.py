"""The lines of a table as they come, each of them and each row within bounds."""

from __future__ import annotations

import csv
from typing import BinaryIO

from cqdash.language import application_file as words

LONGEST_LINE = 1 << 20
"""No row is longer, in bytes, also one with line ends in quotes."""
BOM = "\ufeff"


class Lines:
    """A table's lines as text; one too long or not UTF-8 raises csv.Error, and the next still comes.

    So does a row that goes on over too many of them, as a quote that is never closed makes it.
    """

    def __init__(self, table: BinaryIO) -> None:
        self._table = table
        self._is_first = True
        self._left = LONGEST_LINE
        self.has_bom = False

    def begin_row(self) -> None:
        """What is read from here on is another row."""
        self._left = LONGEST_LINE

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._table.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self._left -= len(line)
        is_cut = len(line) == LONGEST_LINE and not line.endswith(b"\n")
        while is_cut and line and not line.endswith(b"\n"):
            line = self._table.readline(LONGEST_LINE)
        if is_cut or self._left < 0:
            raise csv.Error(words.LONG_LINE.fill(most=f"{LONGEST_LINE:,}"))
        try:
            text = line.decode()
        except UnicodeDecodeError:
            raise csv.Error(words.ENCODING) from None
        if self._is_first:
            self._is_first = False
            self.has_bom = text.startswith(BOM)
        return text.removeprefix(BOM)
