"""A tab on the screen: its sections down the left, chart and detail of the current row beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import DataTable

from cqdash.language import Language, Text
from cqdash.tabs.blocks import Chart, Detail, Headline, Listing, Notes, Table, TabView, Trend
from cqdash.tui.chart_view import ChartView
from cqdash.tui.detail_view import DetailView
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.headline import Headline as HeadlineView
from cqdash.tui.line import Line

LABEL_AT_MOST = 34
TITLE = 3
"""Lines above a table that go with it: its title and the space about it."""


class Main(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The column of sections; the cursor scrolls it, so it has no keys of its own."""


class TabBody(Widget):
    """All of one tab. The table with the cursor leads; what stands beside it follows."""

    def __init__(
        self,
        view: TabView,
        details: Callable[[Sequence[str]], list[Detail]],
        language: Language,
        invitation: Text | None = None,
    ) -> None:
        super().__init__()
        self.view = view
        self.language = language
        self._invitation = invitation
        self._details = details
        self._charts: dict[str, list[Chart | Trend]] = {}
        for block in view.blocks:
            if isinstance(block, Chart | Trend) and block.beside:
                self._charts.setdefault(block.beside, []).append(block)
        self._findings = {
            item.record: item.about
            for block in view.blocks
            if isinstance(block, Listing)
            for group in block.groups
            for item in group.items
            if item.about
        }
        self._came_from: str | None = None
        self._current: FigureTable | None = None
        self._anchor: int | None = None

    def compose(self) -> ComposeResult:
        """The sections, then what stands beside them."""
        with Main():
            yield Line(self.view.about, self.language, "about")
            if self._invitation:
                yield Line(self._invitation, self.language, "invitation")
            for block in self.view.blocks:
                if isinstance(block, Headline):
                    yield HeadlineView(block, self.language)
                elif isinstance(block, Chart | Trend):
                    if block.beside is None:
                        yield ChartView(block, self.language)
                elif isinstance(block, (Table, Listing, Notes)):
                    with Vertical(classes="section"):
                        yield Line(block.title, self.language, "title")
                        if about := getattr(block, "about", None):
                            yield Line(about, self.language, "subtitle")
                        yield FigureTable(block, self.language)
                        for chart in self._charts.get(block.id, []):
                            yield ChartView(chart, self.language, "beside")
        with VerticalScroll(classes="side"):
            for _ in range(self._most_beside()):
                yield ChartView(None, self.language)
            yield DetailView()

    @property
    def current(self) -> FigureTable | None:
        """The table with the cursor, or the one that had it last."""
        return self._current

    def current_details(self) -> list[Detail]:
        """The details of the records in the current row."""
        return self._details(self._current.current_records) if self._current else []

    def current_charts(self) -> list[Chart | Trend]:
        """The charts of the current section; of its trends, the one in the current row."""
        if self._current is None:
            return []
        charts = self._charts.get(self._current.block.id, [])
        row = self._current.current_records
        return [chart for chart in charts if isinstance(chart, Chart) or chart.id in row]

    def focus_current(self) -> None:
        """Give the cursor to the table that had it, or to the first."""
        if self._current is None:
            self._current = next(iter(self.query(FigureTable)), None)
        if self._current:
            self._current.focus(scroll_visible=False)

    def relabel(self, language: Language) -> None:
        """Say everything in another language; cursor and scroll stay."""
        if language == self.language:
            return
        self.language = language
        self._anchor = self._row_line() if self._anchor is None else self._anchor
        self._align_tables()
        for child in self.query("*"):
            if isinstance(child, (Line, HeadlineView, FigureTable, ChartView)):
                child.relabel(language)
        self._show_beside()
        self._moved()

    def go_section(self, step: int) -> None:
        """To the first row of the next or the previous table."""
        self._go_table(step, row=0)

    def go_edge(self, step: int) -> None:
        """To the very first row, or to the last."""
        tables = list(self.query(FigureTable))
        if tables:
            table = tables[-1 if step > 0 else 0]
            table.go_to(-1 if step > 0 else 0)
            self._arrive(table)

    def go_record(self, record: str) -> bool:
        """To the row that holds a record; False where no table of the tab does."""
        for table in self.query(FigureTable):
            for row, records in enumerate(table.row_records):
                if record in records:
                    table.go_to(row)
                    self._arrive(table)
                    return True
        return False

    @property
    def has_findings(self) -> bool:
        """Whether anything of the tab is checked."""
        return bool(self._findings)

    def go_finding(self) -> bool:
        """From a figure to the first finding about it, from a finding back; False where there is none."""
        row = self._current.current_records if self._current else ()
        if row and row[0] in self._findings:
            return self.go_record(self._came_from or self._findings[row[0]][0])
        found = next((f for f, about in self._findings.items() if not set(row).isdisjoint(about)), None)
        if found is None:
            return False
        self._came_from = row[0]
        return self.go_record(found)

    def on_mount(self) -> None:
        """Line the tables up; keep the current row in sight whenever something takes another height."""
        self._align_tables()
        main = self.query_one(Main)
        self.watch(main, "virtual_size", self._moved, init=False)
        self.watch(main, "size", self._moved, init=False)

    def on_figure_table_leave(self, event: FigureTable.Leave) -> None:
        """On into the next table; past the last, to the very end."""
        event.stop()
        if self._scroll_through(event.step):
            return
        if not self._go_table(event.step, row=0 if event.step > 0 else -1):
            main = self.query_one(Main)
            main.scroll_end(animate=False) if event.step > 0 else main.scroll_home(animate=False)

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Follow the cursor."""
        if isinstance(event.data_table, FigureTable) and event.data_table.has_focus:
            self._follow(event.data_table)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus."""
        if isinstance(event.widget, FigureTable):
            self._follow(event.widget)

    def _most_beside(self) -> int:
        """The most charts that stand beside one row."""
        sections = self._charts.values()
        return max((sum(isinstance(c, Chart) for c in charts) or 1 for charts in sections), default=0)

    def _align_tables(self) -> None:
        """One width for the first column of every table, so that the figures stand in line down the tab."""
        tables = list(self.query(FigureTable))
        widest = max((table.widest_label(self.language) for table in tables), default=0)
        for table in tables:
            table.label_width = min(widest, LABEL_AT_MOST)

    def _go_table(self, step: int, row: int) -> bool:
        tables = list(self.query(FigureTable))
        here = tables.index(self._current) if self._current in tables else 0
        if not 0 <= here + step < len(tables):
            return False
        table = tables[here + step]
        table.go_to(row)
        self._arrive(table)
        return True

    def _scroll_through(self, step: int) -> bool:
        """Scroll on where what lies before the next row (a chart) has not been in sight yet."""
        tables = list(self.query(FigureTable))
        here = tables.index(self._current) + step if self._current in tables else -1
        if not 0 <= here < len(tables):
            return False
        main = self.query_one(Main)
        room, seen = main.content_region.height, main.scroll_offset.y
        top, height = _top(tables[here]), tables[here].size.height
        hidden = top - TITLE - (seen + room) if step > 0 else seen - (top + height)
        if hidden <= 0:
            return False
        main.scroll_relative(y=step * min(hidden + TITLE, room - 2), animate=False)
        return True

    def _arrive(self, table: FigureTable) -> None:
        if table.has_focus:
            self._follow(table)
        else:
            table.focus(scroll_visible=False)

    def _follow(self, table: FigureTable) -> None:
        self._current = table
        self._anchor = None
        self._show_beside()
        self.call_after_refresh(self._reveal)

    def _show_beside(self) -> None:
        side = self.query_one(".side", VerticalScroll)
        charts = self.current_charts()
        for number, view in enumerate(side.query(ChartView)):
            view.show(charts[number] if number < len(charts) else None, self.language)
        side.query_one(DetailView).show(self.current_details(), self.language)
        side.scroll_home(animate=False)

    def _moved(self) -> None:
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """After a change of language the current row goes back to its line of the screen."""
        if self._anchor is not None and (line := self._row_line()) is not None:
            main = self.query_one(Main)
            main.scroll_to(y=main.scroll_offset.y + line - self._anchor, animate=False, immediate=True)
        self._reveal()

    def _row_line(self) -> int | None:
        """The line of the screen, counted from the top of the sections, that the current row begins on."""
        table = self._current
        if table is None or not table.row_count:
            return None
        return _top(table) + table.row_top(table.cursor_row)[0] - self.query_one(Main).scroll_offset.y

    def _reveal(self) -> None:
        """Scroll the current row into sight; a first row with its title, the very first with all above."""
        table = self._current
        if table is None or not table.row_count or table.parent is None:
            return
        main = self.query_one(Main)
        top, height = table.row_top(table.cursor_row)
        room = main.content_region.height
        if table.cursor_row == 0:
            above = _top(table) + top + height
            if table is self.query(FigureTable).first() and above <= room:
                main.scroll_home(animate=False)
                return
            if TITLE + top + height <= room:
                top, height = -TITLE, min(table.region.height + TITLE, room - 1)
        y = _top(table) + top
        main.scroll_to_region(Region(0, max(0, y), 1, height + 1), animate=False, force=True)


def _top(table: FigureTable) -> int:
    """The line a table begins on, counted from the top of all sections, wherever they are scrolled to."""
    section = table.parent
    return table.virtual_region.y + (section.virtual_region.y if isinstance(section, Widget) else 0)
