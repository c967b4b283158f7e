"""Which rows of a tab hold every word typed; the words of all rows are gathered once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from cqdash.tabs.wording import folded, said
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.table_rows import BlockRow

Wording = Callable[[Sequence[str]], str]
"""All that records are found by, from their ids."""


class TabFilter:
    """Leaves of a tab's tables only the rows looked for; a section without any is not shown."""

    def __init__(self, tables: Sequence[FigureTable], wording: Wording) -> None:
        self._filters = {table: RowFilter(table.block_rows, wording) for table in tables}

    def apply(self, typed: str) -> int | None:
        """Filter by the words typed; gives how many rows are found, None where there are no words."""
        words = folded(typed).split()
        found = 0
        for table, rows in self._filters.items():
            kept = rows.kept(words)
            found += rows.count(kept)
            table.keep(kept)
            if table.parent:
                table.parent.display = bool(kept)
        return found if words else None

    def first(self, table: FigureTable) -> int:
        """The first row of a table that is an entry, and not the head of a group."""
        rows = table.block_rows
        return next((n for n in table.places if not rows[n].is_head), 0)


class RowFilter:
    """The rows of one table, each with everything it can be found by; an entry also by what heads it."""

    def __init__(self, rows: Sequence[BlockRow], wording: Wording) -> None:
        self._rows = rows
        self._wording = wording

    def kept(self, words: Sequence[str]) -> Sequence[int]:
        """The rows that stay: those with every word, and the heads of groups with one; all for no words."""
        if not words:
            return range(len(self._rows))
        found = [n for n, text in enumerate(self._texts) if all(word in text for word in words)]
        entries = [n for n in found if not self._rows[n].is_head]
        return sorted({*entries, *(head for n in entries if (head := self._rows[n].head) is not None)})

    def count(self, kept: Sequence[int]) -> int:
        """How many of the rows kept are entries, and not heads."""
        return sum(not self._rows[n].is_head for n in kept)

    @cached_property
    def _texts(self) -> list[str]:
        texts: list[str] = []
        for row in self._rows:
            own = said(row.cells) + "\n" + self._wording(row.records)
            texts.append(own if row.head is None else own + "\n" + texts[row.head])
        return texts
