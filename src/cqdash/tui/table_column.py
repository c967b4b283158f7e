"""A column of tables with one cursor through all of them; the row it is on stays in sight."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import NamedTuple

from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import DataTable

from cqdash.language import Language
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.sections import Main
from cqdash.tui.sight import Sight

LABEL_AT_MOST = 34
"""Cells that the first columns are lined up in; a longer label takes more in its own table."""


class Place(NamedTuple):
    """A row of a table, and the line of the screen it stands on."""

    table: FigureTable
    row: int
    line: int | None


class TableColumn(Widget):
    """The table with the cursor leads; past its ends the cursor goes on into the next one."""

    language: Language

    def __init__(self) -> None:
        super().__init__()
        self._every_table: list[FigureTable] = []
        self._current: FigureTable | None = None
        self._back: Place | None = None

    @abstractmethod
    def _show_beside(self) -> None:
        """What belongs to the row under the cursor, beside it."""

    @cached_property
    def _main(self) -> Main:
        return self.query_one(Main)

    @cached_property
    def _sight(self) -> Sight:
        return Sight(self._main)

    @property
    def _tables(self) -> list[FigureTable]:
        """The tables in which a filter has left something."""
        return [table for table in self._every_table if table.places]

    @property
    def current(self) -> FigureTable | None:
        """The table with the cursor, or the one that had it last."""
        return self._current

    def focus_current(self) -> None:
        """Give the cursor to the table that had it, or to the first."""
        if self._current is None or not self._current.places:
            self._current = next(iter(self._tables), self._current)
        if self._current and self._current.places:
            self._current.focus(scroll_visible=False)

    def go_section(self, step: int) -> None:
        """To the first row of the next or the previous table."""
        self._go_table(step, row=0)

    def go_edge(self, step: int) -> None:
        """To the very first row, or to the last."""
        if shown := self._tables:
            table = shown[-1 if step > 0 else 0]
            table.go_to(-1 if step > 0 else 0)
            self._arrive(table)

    def on_mount(self) -> None:
        """Line the tables up; keep the current row in sight whenever something takes another height."""
        self._align_tables()
        self.watch(self._main, "virtual_size", self._resized, init=False)
        self.watch(self._main, "size", self._resized, init=False)

    def on_figure_table_leave(self, event: FigureTable.Leave) -> None:
        """On into the next table; past the last, to the very end."""
        event.stop()
        shown = self._tables
        after = shown.index(self._current) + event.step if self._current in shown else -1
        if 0 <= after < len(shown) and self._sight.scroll_towards(shown[after], event.step):
            return
        if not self._go_table(event.step, row=0 if event.step > 0 else -1):
            scroll = self._main.scroll_end if event.step > 0 else self._main.scroll_home
            scroll(animate=False)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Follow the cursor."""
        if isinstance(event.data_table, FigureTable) and event.data_table.has_focus:
            self._follow(event.data_table)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus."""
        if isinstance(event.widget, FigureTable):
            self._follow(event.widget)

    def _align_tables(self) -> None:
        """One width for the first column of every table, so that the figures stand in line down the tab."""
        widest = max((table.widest_label(self.language) for table in self._every_table), default=0)
        for table in self._every_table:
            table.label_width = min(widest, LABEL_AT_MOST)

    def _go_table(self, step: int, row: int) -> bool:
        shown = self._tables
        here = shown.index(self._current) if self._current in shown else 0
        if not 0 <= here + step < len(shown):
            return False
        table = shown[here + step]
        table.go_to(row)
        self._arrive(table)
        return True

    def _arrive(self, table: FigureTable) -> None:
        # Told at once: whoever gives the tab its cursor before the focus has come, gives it to this table.
        self._current = table
        if table.has_focus:
            self._follow(table)
        else:
            table.focus(scroll_visible=False)

    def _follow(self, table: FigureTable) -> None:
        self._current = table
        self._main.is_elsewhere = False
        self._show_beside()
        if self._back and (table, table.place) == self._back[:2]:
            self._moved()
        else:
            self._back = None
            self._sight.release()
            self.call_after_refresh(self._reveal)

    def _moved(self) -> None:
        self._main.is_elsewhere = False
        self.call_after_refresh(self._settle)

    def _resized(self) -> None:
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        if not self._main.is_elsewhere:
            self._sight.settle(self._current, is_first=self._current in self._tables[:1])

    def _reveal(self) -> None:
        """What the mouse points at is in sight, and must not move away under it."""
        if self._current and not (self._current.pointed or self._main.is_elsewhere):
            self._sight.reveal(self._current, is_first=self._current in self._tables[:1])
