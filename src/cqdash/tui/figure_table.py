"""A table of figures: one row under the cursor, moving on into the next table at its ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.text import Text as RichText
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from cqdash.export.wrap import hang, widest_piece, wrap
from cqdash.language import Language, Text, words
from cqdash.tabs.blocks import Column, Listing, Notes, Table
from cqdash.tui.columns import GUTTER, fit

Style = Literal["", "bold"]
Rows = Table | Listing | Notes


class FigureTable(DataTable[RichText], inherit_bindings=False):
    """A block's rows; posts `Leave` where the cursor would go past an end."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
    ]

    class Leave(Message):
        """The cursor goes past an end: 1 below the last row, -1 above the first."""

        def __init__(self, table: FigureTable, step: int) -> None:
            self.table = table
            self.step = step
            super().__init__()

    def __init__(self, block: Rows, language: Language) -> None:
        super().__init__(cursor_type="row", show_cursor=False, cell_padding=GUTTER // 2)
        self.block = block
        self.language = language
        self.show_header = isinstance(block, Table)
        self._columns, self._rows, self._styles, self.row_records = _rows(block)
        self._room = 0
        self._wanted_row = 0
        self.label_width = 0

    @property
    def current_records(self) -> tuple[str, ...]:
        """The ids of the records in the row under the cursor."""
        return self.row_records[self.cursor_row] if self.row_records else ()

    def widest_label(self, language: Language) -> int:
        """The cells its first column wants, so that the figures of all tables can stand in line."""
        if isinstance(self.block, Notes):
            return 0
        labels = [
            self._columns[0].title,
            *(cells[0] for cells, style in zip(self._rows, self._styles, strict=True) if not style),
        ]
        return max(cell_len(label.to(language)) for label in labels)

    def go_to(self, row: int) -> None:
        """Put the cursor on a row; -1 is the last."""
        self._wanted_row = row % len(self._rows)
        if self.row_count:
            self.move_cursor(row=self._wanted_row, scroll=False)

    def relabel(self, language: Language) -> None:
        """Say everything in another language; the cursor stays where it is."""
        self.language = language
        if self._room:
            self._fill(self._room)

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        room = self.size.width
        if room and room != self._room:
            self._fill(room)

    def on_focus(self) -> None:
        """Show the cursor: it is here now."""
        self.show_cursor = True

    def on_blur(self) -> None:
        """Hide the cursor: only one is shown on a screen."""
        self.show_cursor = False

    def action_cursor_down(self) -> None:
        """A row down, or on into what follows."""
        if self.cursor_row >= self.row_count - 1:
            self.post_message(self.Leave(self, 1))
        else:
            self.move_cursor(row=self.cursor_row + 1, scroll=False)

    def action_cursor_up(self) -> None:
        """A row up, or back into what stands before."""
        if self.cursor_row <= 0:
            self.post_message(self.Leave(self, -1))
        else:
            self.move_cursor(row=self.cursor_row - 1, scroll=False)

    def row_top(self, row: int) -> tuple[int, int]:
        """Where a row begins in the table, and how high it is, in lines."""
        heights = [each.height for each in self.ordered_rows]
        return (self.header_height if self.show_header else 0) + sum(heights[:row]), heights[row]

    def _fill(self, room: int) -> None:
        self._room = room
        row = self.cursor_row if self.row_count else self._wanted_row
        said = [[text.to(self.language) for text in cells] for cells in self._rows]
        titles = [column.title.to(self.language) for column in self._columns]
        natural = [max(map(cell_len, column)) for column in zip(titles, *said, strict=True)]
        pieces = [max(map(widest_piece, column)) for column in zip(titles, *said, strict=True)]
        is_stacked = isinstance(self.block, Listing) and room < SIDE_BY_SIDE
        if is_stacked:
            kept, widths = [0], [max(1, room - GUTTER)]
        else:
            kept, widths = fit(self._columns, natural, room, self.label_width, pieces)
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            heads = [wrap(titles[n], max(1, width)) for n, width in zip(kept, widths, strict=True)]
            self.header_height = max(map(len, heads))
            for n, width, head in zip(kept, widths, heads, strict=True):
                self.add_column(_cell(head, self._columns[n], ""), width=width)
            for cells, style in zip(said, self._styles, strict=True):
                above = [""] if self.row_count and (style or isinstance(self.block, Notes)) else []
                if is_stacked:
                    lines = [above + _stacked(cells, widths[0])]
                else:
                    lines = [above + _wrapped(cells[n], width) for n, width in zip(kept, widths, strict=True)]
                row_cells = (
                    _cell(part, self._columns[n], style) for n, part in zip(kept, lines, strict=True)
                )
                self.add_row(*row_cells, height=max(map(len, lines)))
            self.move_cursor(row=row, scroll=False)
        # Given outright: Textual lays an automatic height out before it has counted the new rows.
        heads_height = self.header_height if self.show_header else 0
        self.styles.height = heads_height + sum(each.height for each in self.ordered_rows)


NOTHING = Text("", "")
SIDE_BY_SIDE = 66
"""Cells from which on what a list says stands beside its label, and not below."""


def _cell(lines: list[str], column: Column, style: Style) -> RichText:
    return RichText("\n".join(lines), style=style, justify=column.align)


def _wrapped(said: str, width: int) -> list[str]:
    margin = said[: len(said) - len(said.lstrip())]
    return hang(said.strip(), width, margin, margin)


def _stacked(cells: list[str], width: int) -> list[str]:
    """A label with what is said of it below, set in."""
    label, said = cells
    return _wrapped(label, width) + (hang(said, width, "    ", "    ") if said else [])


def _rows(
    block: Rows,
) -> tuple[Sequence[Column], list[tuple[Text, ...]], list[Style], list[tuple[str, ...]]]:
    if isinstance(block, Table):
        return (
            block.columns,
            [r.cells for r in block.rows],
            [""] * len(block.rows),
            [r.records for r in block.rows],
        )
    if isinstance(block, Notes):
        texts: list[tuple[Text, ...]] = [
            (Text(words.NOTE_MARK, words.NOTE_MARK), text) for text in block.notes
        ]
        return (Column(NOTHING), Column(NOTHING)), texts, [""] * len(texts), list(block.records)
    cells: list[tuple[Text, ...]] = []
    styles: list[Style] = []
    records: list[tuple[str, ...]] = []
    for group in block.groups:
        cells.append((group.title, NOTHING))
        styles.append("bold")
        records.append((group.record,) if group.record else ())
        for item in group.items:
            mark = item.mark
            cells.append(
                (Text(f"  {item.label.zh}{mark}", f"  {item.label.en}{mark}"), _said(item.shown, item.text))
            )
            styles.append("")
            records.append((item.record,))
    return (Column(NOTHING), Column(NOTHING)), cells, styles, records


def _said(shown: Text | None, text: Text | None) -> Text:
    parts = [part for part in (shown, text) if part]
    return Text("，".join(p.zh for p in parts), "; ".join(p.en for p in parts))
