"""A tab on the screen: its sections down the left, chart and detail of the current row beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import DataTable

from cqdash.language import Language
from cqdash.tabs.blocks import Chart, Detail, Headline, TabView
from cqdash.tui.chart_view import ChartView
from cqdash.tui.detail_view import DetailView
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.headline import Headline as HeadlineView
from cqdash.tui.line import Line

CHARTS_BESIDE = 2
LABEL_AT_MOST = 34
TITLE = 3
"""Lines above a table that go with it: its title and the space about it."""


class Main(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The column of sections; the cursor scrolls it, so it has no keys of its own."""


class TabBody(Widget):
    """All of one tab. The table with the cursor leads; what stands beside it follows."""

    def __init__(
        self, view: TabView, details: Callable[[Sequence[str]], list[Detail]], language: Language
    ) -> None:
        super().__init__()
        self.view = view
        self.language = language
        self._details = details
        self._charts: dict[str, list[Chart]] = {}
        for block in view.blocks:
            if isinstance(block, Chart) and block.beside:
                self._charts.setdefault(block.beside, []).append(block)
        self._current: FigureTable | None = None

    def compose(self) -> ComposeResult:
        """The sections, then what stands beside them."""
        with Main():
            yield Line(self.view.about, self.language, "about")
            for block in self.view.blocks:
                if isinstance(block, Headline):
                    yield HeadlineView(block, self.language)
                elif isinstance(block, Chart):
                    if block.beside is None:
                        yield ChartView(block, self.language)
                else:
                    with Vertical(classes="section"):
                        yield Line(block.title, self.language, "title")
                        if about := getattr(block, "about", None):
                            yield Line(about, self.language, "subtitle")
                        yield FigureTable(block, self.language)
                        for chart in self._charts.get(block.id, []):
                            yield ChartView(chart, self.language)
        with VerticalScroll(classes="side"):
            for _ in range(CHARTS_BESIDE):
                yield ChartView(None, self.language)
            yield DetailView()

    @property
    def current(self) -> FigureTable | None:
        """The table with the cursor, or the one that had it last."""
        return self._current

    def current_details(self) -> list[Detail]:
        """The details of the records in the current row."""
        return self._details(self._current.current_records) if self._current else []

    def current_charts(self) -> list[Chart]:
        """The charts of the current section."""
        return self._charts.get(self._current.block.id, []) if self._current else []

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
        self._align_tables()
        for child in self.query("*"):
            if isinstance(child, (Line, HeadlineView, FigureTable, ChartView)):
                child.relabel(language)
        self._show_beside()

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

    def on_mount(self) -> None:
        """Line the tables up."""
        self._align_tables()

    def on_figure_table_leave(self, event: FigureTable.Leave) -> None:
        """On into the next table; past the last, to the very end."""
        event.stop()
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

    def on_resize(self) -> None:
        """Keep the current row in sight."""
        self.call_after_refresh(self._reveal)

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

    def _arrive(self, table: FigureTable) -> None:
        if table.has_focus:
            self._follow(table)
        else:
            table.focus(scroll_visible=False)

    def _follow(self, table: FigureTable) -> None:
        self._current = table
        self._show_beside()
        self.call_after_refresh(self._reveal)

    def _show_beside(self) -> None:
        side = self.query_one(".side", VerticalScroll)
        charts: list[Chart | None] = [*self.current_charts()]
        for view, chart in zip(side.query(ChartView), charts + [None] * CHARTS_BESIDE, strict=False):
            view.show(chart, self.language)
        side.query_one(DetailView).show(self.current_details(), self.language)
        side.scroll_home(animate=False)

    def _reveal(self) -> None:
        """Scroll the current row into sight; a first row with its title, the very first with all above."""
        table = self._current
        if table is None or not table.row_count or table.parent is None:
            return
        main = self.query_one(Main)
        top, height = table.row_top(table.cursor_row)
        if table.cursor_row == 0:
            if table is self.query(FigureTable).first():
                main.scroll_home(animate=False)
                return
            top, height = -TITLE, min(table.region.height + TITLE, main.content_region.height - 1)
        y = table.region.y - main.content_region.y + main.scroll_offset.y + top
        main.scroll_to_region(Region(0, max(0, y), 1, height + 1), animate=False, force=True)
