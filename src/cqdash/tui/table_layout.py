"""How a table's rows lie in a width: which columns there are, how wide, and the lines of each cell."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from rich.cells import cell_len
from rich.text import Text as RichText

from cqdash.export.units import shared_units, without_units
from cqdash.export.wrap import hang, narrowest, widest_piece, wrap
from cqdash.language import Language
from cqdash.tabs.blocks import Column, Listing, Notes
from cqdash.tui.columns import GUTTER, fit
from cqdash.tui.table_rows import BlockRow, Rows, Sorting, Style

SIDE_BY_SIDE = 66
"""Cells from which on what a list says stands beside its label, and not below."""


class TableLayout:
    """One language, one width and one order; a row is laid out when it is first shown."""

    def __init__(
        self,
        block: Rows,
        columns: Sequence[Column],
        rows: Sequence[BlockRow],
        language: Language,
        room: int,
        label_width: int,
        sorting: Sorting | None,
    ) -> None:
        self._block, self._columns, self._rows, self._language = block, columns, rows, language
        self._titles = [column.title.to(language) for column in columns]
        self._sorting = sorting
        self._units = [""] * len(columns)
        self._said = [[text.to(language) for text in row.cells] for row in rows]
        natural = self._natural()
        self._is_stacked = isinstance(block, Listing) and room < SIDE_BY_SIDE
        if sum(natural) + GUTTER * len(natural) > room and not self._is_stacked:
            self._units = shared_units(columns, self._said)
            self._said = [without_units(cells, self._units) for cells in self._said]
            natural = self._natural(title_lines=2)
        if self._is_stacked:
            self.shown, self.widths = [0], [max(1, room - GUTTER)]
        else:
            least = natural if sum(natural) + GUTTER * len(natural) <= room else self._least()
            self.shown, self.widths = fit(_fitted(columns, sorting), natural, room, label_width, least)
        self._laid: dict[tuple[int, bool], tuple[list[RichText], int]] = {}

    def heads(self, current: int | None) -> tuple[list[RichText], int]:
        """The titles of the columns shown, that of the `current` one underlined, and how high they are.

        A title of fewer lines than another stands low, next to its figures.
        """
        wrapped = [self._title(n, max(1, width)) for n, width in zip(self.shown, self.widths, strict=True)]
        height = max(map(len, wrapped))
        low = [[""] * (height - len(lines)) + lines for lines in wrapped]
        heads = [_cell(lines, self._columns[n], "") for n, lines in zip(self.shown, low, strict=True)]
        for n, head in zip(self.shown, heads, strict=True):
            if n == current:
                head.stylize("bold underline")
        return heads, height

    def cells(self, place: int, *, is_first: bool) -> tuple[list[RichText], int]:
        """The cells of a row, and how high they are; a group and a note keep a line to the row above."""
        row = self._rows[place]
        is_apart = not is_first and (row.is_head or isinstance(self._block, Notes))
        key = (place, is_apart)
        if key not in self._laid:
            above = [""] if is_apart else []
            lines = [above + cell for cell in self._lines(place)]
            cells = [
                _cell(cell, self._columns[n], row.style) for n, cell in zip(self.shown, lines, strict=True)
            ]
            self._laid[key] = cells, max(map(len, lines))
        return self._laid[key]

    def _title(self, n: int, width: int) -> list[str]:
        """The lines of a title and its unit; the arrow of the sorted one moves no column, may take a line."""
        lines = wrap(self._titles[n], width) + (wrap(self._units[n], width) if self._units[n] else [])
        if self._sorting is None or self._sorting.column != n:
            return lines
        mark, is_right = self._sorting.mark, self._columns[n].align == "right"
        marked = f"{mark} {lines[0]}" if is_right else f"{lines[0]} {mark}"
        return [marked, *lines[1:]] if cell_len(marked) <= width else [mark, *lines]

    def _least(self) -> list[int]:
        """The fewest cells in which each column can stand with no word cut."""
        told = [self._titles, self._units, *self._said]
        return [max(map(widest_piece, column)) for column in zip(*told, strict=True)]

    def _natural(self, title_lines: int = 1) -> list[int]:
        """The cells of each column with each cell on one line, and titles without a unit below on so many."""
        titles = [
            cell_len(title) if unit else narrowest(title, title_lines)
            for title, unit in zip(self._titles, self._units, strict=True)
        ]
        said = [max(map(cell_len, column)) for column in zip(self._units, *self._said, strict=True)]
        return [max(both) for both in zip(titles, said, strict=True)]

    def _lines(self, place: int) -> list[list[str]]:
        said = self._said[place]
        if self._is_stacked:
            return [_stacked(said, self.widths[0])]
        return [_wrapped(said[n], width) for n, width in zip(self.shown, self.widths, strict=True)]


def _fitted(columns: Sequence[Column], sorting: Sorting | None) -> list[Column]:
    """The columns to fit; the one that the rows are sorted by stays where others go."""
    sorted_by = sorting.column if sorting else None
    return [replace(column, rank=0) if n == sorted_by else column for n, column in enumerate(columns)]


def _cell(lines: list[str], column: Column, style: Style) -> RichText:
    return RichText("\n".join(lines), style=style, justify=column.align)


def _wrapped(said: str, width: int) -> list[str]:
    margin = said[: len(said) - len(said.lstrip())]
    return hang(said.strip(), width, margin, margin)


def _stacked(cells: list[str], width: int) -> list[str]:
    """A label with what is said of it below, set in."""
    label, said = cells
    return _wrapped(label, width) + (hang(said, width, "    ", "    ") if said else [])
