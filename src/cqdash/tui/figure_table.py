"""A table of figures: one row under the cursor, moving on into the next table at its ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar, Self

from rich.cells import cell_len
from rich.text import Text as RichText
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.widgets import DataTable
from textual.widgets.data_table import RowKey

from cqdash.language import Language
from cqdash.tabs.blocks import Detail, Field, Notes, Table
from cqdash.tui.columns import GUTTER
from cqdash.tui.table_layout import TableLayout
from cqdash.tui.table_rows import BlockRow, Rows, Sorting, Worths, block_rows, in_order


class FigureTable(DataTable[RichText], inherit_bindings=False):
    """A block's rows, or those of them that a filter keeps, in the order the reader wants."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
    ]

    _is_being_placed = False

    class Leave(Message):
        """The cursor goes past an end: 1 below the last row, -1 above the first."""

        def __init__(self, table: FigureTable, step: int) -> None:
            self.table = table
            self.step = step
            super().__init__()

    class Opened(Message):
        """The row under the cursor was clicked once more."""

    class Arranged(Message):
        """The rows have another order."""

    def __init__(
        self, block: Rows, language: Language, worths: Callable[[Table], Worths] | None = None
    ) -> None:
        super().__init__(cursor_type="row", show_cursor=False, cell_padding=GUTTER // 2)
        self.block = block
        self.language = language
        self.show_header = isinstance(block, Table)
        self.label_width = 0
        self.column: int | None = None
        """The column to sort by and to copy from, None until the reader chooses one."""
        self.sorting: Sorting | None = None
        self.pointed = False
        """Whether the mouse put the cursor where it is, so that it is in sight already."""
        self._worths_of = worths
        self._worths: Worths | None = None
        self._columns, self.block_rows = block_rows(block)
        self._kept: Sequence[int] = range(len(self.block_rows))
        self._order = list(self._kept)
        self._place = 0
        self._room = 0
        self._layout: TableLayout | None = None
        self._entered = False
        self._opens: int | None = None

    @property
    def row_records(self) -> list[tuple[str, ...]]:
        """The ids of the records in each row that is shown."""
        return [self.block_rows[place].records for place in self._order]

    @property
    def places(self) -> Sequence[int]:
        """Which rows of the block are shown, in order; none where a filter has left none."""
        return self._order

    @property
    def place(self) -> int:
        """Which row of the block the cursor is on, however the rows are ordered."""
        return self._order[self.cursor_row] if self.row_count else self._place

    @property
    def current_row(self) -> BlockRow | None:
        """The row under the cursor."""
        return self.block_rows[self.place] if self._order else None

    @property
    def current_records(self) -> tuple[str, ...]:
        """The ids of the records in the row under the cursor."""
        return self.current_row.records if self.current_row else ()

    @property
    def current_column(self) -> int:
        """The column the reader has chosen; else that of the first figure, or of what a list says."""
        if self.column is not None:
            return self.column
        figures = (n for n, column in enumerate(self._columns) if column.align == "right")
        return next(figures, min(1, len(self._columns) - 1))

    def row_detail(self) -> Detail | None:
        """Every column of the row under the cursor, also those there is no room for; None in a list."""
        row = self.current_row
        if row is None or not isinstance(self.block, Table):
            return None
        cells = zip(self._columns[1:], row.cells[1:], strict=True)
        fields = tuple(Field(column.title, cell) for column, cell in cells)
        return Detail("", row.label, None, None, fields, (), None)

    def widest_label(self, language: Language) -> int:
        """The cells its first column wants, so that the figures of all tables can stand in line."""
        if isinstance(self.block, Notes):
            return 0
        labels = [self._columns[0].title, *(row.cells[0] for row in self.block_rows if not row.is_head)]
        return max(cell_len(label.to(language)) for label in labels)

    def go_to(self, row: int) -> None:
        """Put the cursor on one of the rows shown; -1 is the last."""
        if self._order:
            self.go_to_place(self._order[row % len(self._order)])

    def go_to_place(self, place: int) -> None:
        """Put the cursor on a row of the block, if it is shown."""
        if place in self._order:
            self._place = place
            self.pointed = False
            if self.row_count:
                self.move_cursor(row=self._order.index(place), scroll=False)

    def keep(self, kept: Sequence[int]) -> None:
        """Show only these rows of the block; the cursor stays on its row, or goes to the first."""
        place = self.place
        self._kept = kept
        if self._has_new_order():
            self._put_rows(place)
            self.refresh(layout=True)

    def sort_by(self, column: int) -> bool:
        """Ascending by a column, then descending, then the original order; False for a list."""
        if not isinstance(self.block, Table):
            return False
        place = self.place
        is_same = self.sorting is not None and self.sorting.column == column
        self.column = column
        self.sorting = self.sorting.next() if self.sorting and is_same else Sorting(column)
        self._has_new_order()
        self._refill(place)
        self.post_message(self.Arranged())
        return True

    def choose_column(self, step: int) -> None:
        """The column to the right or to the left becomes the one to sort by and to copy from."""
        if isinstance(self.block, Table) and self._layout:
            here, shown = self.current_column, self._layout.shown
            after = [n for n in (shown if step > 0 else shown[::-1]) if (n - here) * step > 0]
            self.column = after[0] if after else here
            self._title_columns()

    def relabel(self, language: Language) -> None:
        """Say everything in another language; the cursor stays where it is."""
        place = self.place
        self.language = language
        self._has_new_order()
        self._refill(place)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the rows take in this width, to which the columns are fitted first.

        So a table is right in the first layout; one that waited for its size would need a second.
        """
        if width and width != self._room:
            place = self.place
            self._room = width
            with self._unpainted():
                self._lay_out(place)
        return (self.header_height if self.show_header else 0) + sum(row.height for row in self.ordered_rows)

    def refresh(self, *regions: Region, **options: bool) -> Self:
        """Paint again; not while the screen is being laid out, which paints it, and would be begun anew."""
        return self if self._is_being_placed else super().refresh(*regions, **options)

    def on_focus(self) -> None:
        """Show the cursor: it is here now."""
        self.show_cursor = True
        self._entered = True
        # A press of the mouse that brought the focus comes before this, any later one after it.
        self.call_later(self._has_entered)
        self._title_columns()

    def on_blur(self) -> None:
        """Hide the cursor: only one is shown on a screen."""
        self.show_cursor = False
        self._title_columns()

    def on_mouse_down(self) -> None:
        """A press on the row that has the cursor already is to open it."""
        self.pointed = True
        self._opens = None if self._entered else self.cursor_row

    def on_click(self, event: Click) -> None:
        """On a title: sort by it. On a row: go there; on the one under the cursor: open it."""
        event.prevent_default()
        meta = event.style.meta
        row, column = meta.get("row"), meta.get("column", -1)
        if row is None or not self._layout:
            return
        shown = self._layout.shown
        inside = 0 <= column < len(shown) and not meta.get("out_of_bounds")
        if row < 0:
            if inside:
                self.sort_by(shown[column])
            return
        if inside and isinstance(self.block, Table):
            self.column = shown[column]
            self._title_columns()
        if row == self._opens:
            self.post_message(self.Opened())
        else:
            self.move_cursor(row=row, scroll=False)

    def action_cursor_down(self) -> None:
        """A row down, or on into what follows."""
        self.pointed = False
        if self.cursor_row >= self.row_count - 1:
            self.post_message(self.Leave(self, 1))
        else:
            self.move_cursor(row=self.cursor_row + 1, scroll=False)

    def action_cursor_up(self) -> None:
        """A row up, or back into what stands before."""
        self.pointed = False
        if self.cursor_row <= 0:
            self.post_message(self.Leave(self, -1))
        else:
            self.move_cursor(row=self.cursor_row - 1, scroll=False)

    def row_top(self, row: int) -> tuple[int, int]:
        """Where a row begins in the table, and how high it is, in lines."""
        heights = [each.height for each in self.ordered_rows]
        return (self.header_height if self.show_header else 0) + sum(heights[:row]), heights[row]

    @contextmanager
    def _unpainted(self) -> Iterator[None]:
        self._is_being_placed = True
        try:
            yield
        finally:
            self._is_being_placed = False

    def _has_entered(self) -> None:
        self._entered = False

    def _has_new_order(self) -> bool:
        """Put the rows kept in the order wanted; False where that is how they stand already."""
        if self.sorting and self._worths is None and isinstance(self.block, Table):
            self._worths = self._worths_of(self.block) if self._worths_of else None
        worths = self._worths or [[None] * len(self._columns)] * len(self.block_rows)
        before = self._order
        self._order = in_order(self.block_rows, worths, self._kept, self.sorting, self.language)
        return self._order != before

    def _refill(self, place: int) -> None:
        """Lay everything out anew, and the screen with it."""
        if self._room:
            self._lay_out(place)
            self.refresh(layout=True)
        else:
            self._put_rows(place)

    def _lay_out(self, place: int) -> None:
        self._layout = layout = TableLayout(
            self.block, self._columns, self.block_rows, self.language, self._room, self.label_width,
            self.sorting,
        )  # fmt: skip
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for width in layout.widths:
                self.add_column(RichText(), width=width)
        self._title_columns()
        self._put_rows(place)

    def _put_rows(self, place: int) -> None:
        """The rows in their order; the cursor on `place`, or on the first row where that is not shown."""
        if self._order:
            self._place = place if place in self._order else self._order[0]
        if not self._layout:
            return
        with self.prevent(DataTable.RowHighlighted):
            self.clear()
            for number, each in enumerate(self._order):
                cells, height = self._layout.cells(each, is_first=number == 0)
                self.add_row(*cells, height=height)
            if self._order:
                self.move_cursor(row=self._order.index(self._place), scroll=False)

    def _title_columns(self) -> None:
        """The titles; in the table with the cursor that of the current column is underlined."""
        if self._layout and self.show_header:
            heads, self.header_height = self._layout.heads(self.current_column if self.show_cursor else None)
            for column, head in zip(self.ordered_columns, heads, strict=True):
                column.label = head
            self.notify_style_update()

    def _update_dimensions(self, new_rows: Iterable[RowKey]) -> None:  # noqa: ARG002 - Textual's own
        """Every width and height is given: nothing is measured again for new rows, or laid out anew."""
        with self._unpainted():
            super()._update_dimensions(())
