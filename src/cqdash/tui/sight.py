"""Keeping the current row of a column of tables in sight, whatever takes another height."""

from __future__ import annotations

from textual.geometry import Region
from textual.widget import Widget

from cqdash.tui.figure_table import FigureTable

TITLE = 3
"""Lines above a table that go with it: its title and the space about it."""


class Sight:
    """What of the column of sections is seen; it moves as little as it may."""

    def __init__(self, main: Widget) -> None:
        self._main = main
        self._anchor: int | None = None

    def line_of(self, table: FigureTable | None) -> int | None:
        """The line of the screen, counted from the top of the sections, that the current row begins on."""
        if table is None or not table.row_count:
            return None
        return top_of(table) + table.row_top(table.cursor_row)[0] - self._main.scroll_offset.y

    def hold(self, line: int | None) -> None:
        """The row is to stand on this line of the screen after what comes; one that is held already stays."""
        if self._anchor is None:
            self._anchor = line

    def release(self) -> None:
        """The row may stand on any line again."""
        self._anchor = None

    def settle(self, table: FigureTable | None, *, is_first: bool) -> None:
        """After heights have changed: the row on its line again if that is held, and in sight anyway."""
        if self._anchor is not None and (line := self.line_of(table)) is not None:
            main = self._main
            main.scroll_to(y=main.scroll_offset.y + line - self._anchor, animate=False, immediate=True)
        self.reveal(table, is_first=is_first)

    def reveal(self, table: FigureTable | None, *, is_first: bool) -> None:
        """Scroll the row into sight; a first row with its title, that of the first table with all above."""
        if table is None or not table.row_count or table.parent is None:
            return
        main = self._main
        top, height = table.row_top(table.cursor_row)
        room = main.content_region.height
        if table.cursor_row == 0:
            if is_first and top_of(table) + top + height <= room:
                main.scroll_home(animate=False, immediate=True)
                return
            if TITLE + top + height <= room:
                top, height = -TITLE, min(table.region.height + TITLE, room - 1)
        y = top_of(table) + top
        main.scroll_to_region(Region(0, max(0, y), 1, height + 1), animate=False, force=True, immediate=True)

    def scroll_towards(self, table: FigureTable, step: int) -> bool:
        """Scroll on where what lies before the next table (a chart) has not been in sight yet."""
        main = self._main
        room, seen = main.content_region.height, main.scroll_offset.y
        top, height = top_of(table), table.size.height
        hidden = top - TITLE - (seen + room) if step > 0 else seen - (top + height)
        if hidden <= 0:
            return False
        main.scroll_relative(y=step * min(hidden + TITLE, room - 2), animate=False)
        return True


def top_of(table: FigureTable) -> int:
    """The line a table begins on, counted from the top of all sections, wherever they are scrolled to."""
    section = table.parent
    return table.virtual_region.y + (section.virtual_region.y if isinstance(section, Widget) else 0)
