"""A tab on the screen: its sections down the left, chart and detail of the current row beside them."""

from __future__ import annotations

import asyncio
import contextlib
from functools import cached_property

from textual.app import ComposeResult

from cqdash.language import Language, Text, tables
from cqdash.tabs.blocks import Chart, Detail, TabView, Trend
from cqdash.tui.chart_view import ChartView
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.filter_bar import FilterBar
from cqdash.tui.filtering import TabFilter
from cqdash.tui.finding_trail import FindingTrail
from cqdash.tui.headline import Headline as HeadlineView
from cqdash.tui.line import Line
from cqdash.tui.sections import Main, charts_beside, most_beside, sections
from cqdash.tui.side import Side
from cqdash.tui.table_column import Place, TableColumn
from cqdash.tui.told import Told

FIRST_PAINT = 1.0
"""Seconds that the rest waits for it at most: nobody may look, as while the program is stopped."""


class TabBody(TableColumn):
    """All of one tab. The table with the cursor leads; what stands beside it follows."""

    def __init__(
        self,
        view: TabView,
        told: Told,
        language: Language,
        invitation: Text | None = None,
    ) -> None:
        super().__init__()
        self.view = view
        self.language = language
        self._invitation = invitation
        self._told = told
        self._charts = charts_beside(view)
        self._trail = FindingTrail(view)
        self._home: Place | None = None
        parts = list(sections(view, self._charts, language, told.worths))
        self._every_table += [table for _, table in parts if table]
        first = next((number for number, (_, table) in enumerate(parts, 1) if table), len(parts))
        self._first, self._rest = ([part for part, _ in some] for some in (parts[:first], parts[first:]))
        self.is_complete = False
        """Whether all of it is there, and not only what is seen first."""
        self._side = Side(most_beside(self._charts))
        self._bar = FilterBar(language)

    def compose(self) -> ComposeResult:
        """What is seen first: down to the first table; the rest comes with `complete`."""
        with Main():
            yield Line(self.view.about, self.language, "about")
            if self._invitation:
                yield Line(self._invitation, self.language, "invitation")
            yield Line(tables.NOTHING_FOUND, self.language, "nothing")
            yield from self._first
        yield self._side
        yield self._bar

    async def complete(self) -> None:
        """Once the first figures can be read, the rest: the sections below, charts and detail beside."""
        if self.is_complete:
            return
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(painted.wait(), FIRST_PAINT)
        with self.app.batch_update():
            await asyncio.gather(self._main.mount_all(self._rest), self._side.furnish())
            self.is_complete = True
            self._show_beside()

    @cached_property
    def _filter(self) -> TabFilter:
        return TabFilter(self._every_table, self._told.wording)

    def current_details(self) -> list[Detail]:
        """The details of the records in the current row."""
        return self._told.details(self._current.current_records) if self._current else []

    def opened(self) -> list[Detail]:
        """The current row itself where its details do not say all of it, then the details of its records."""
        table = self._current
        return self._told.opened(table.current_records, table.row_detail()) if table else []

    def current_citation(self) -> Text | None:
        """Where what the current row says is printed or published."""
        return self._told.citation(self._current.current_records) if self._current else None

    def current_charts(self) -> list[Chart | Trend]:
        """The charts of the current section; of its trends, the one in the current row."""
        if self._current is None:
            return []
        charts = self._charts.get(self._current.block.id, [])
        row = self._current.current_records
        return [chart for chart in charts if isinstance(chart, Chart) or chart.id in row]

    def relabel(self, language: Language) -> None:
        """Say everything in another language; cursor and scroll stay."""
        if language == self.language:
            return
        self.language = language
        if self._back:
            self._back = None
            self._sight.release()
        self._sight.hold(self._sight.line_of(self._current))
        self._align_tables()
        for child in self.query("*"):
            if isinstance(child, (Line, HeadlineView, FigureTable, ChartView, FilterBar)):
                child.relabel(language)
        self._show_beside()
        self._moved()

    def go_record(self, record: str) -> bool:
        """To the row that holds a record, out of a filter that hides it; False where no table has it."""
        for table in self._every_table:
            for row, each in enumerate(table.block_rows):
                if record in each.records:
                    if row not in table.places:
                        self._let_all_through()
                    table.go_to_place(row)
                    self._arrive(table)
                    return True
        series = self._told.standing_for(record)
        return series != record and self.go_record(series)

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is open."""
        return self._bar.display

    def open_filter(self) -> None:
        """Type words that the rows are to have."""
        if self._current:
            table = self._current
            self._home = Place(table, table.place, self._sight.line_of(table))
        self._bar.open()
        self.screen.refresh_bindings()

    def close_filter(self) -> None:
        """All rows again: the cursor where it was when typing began, or on the row gone to since."""
        home = self._home if self._bar.is_typing else None
        self._let_all_through()
        if home:
            home.table.go_to_place(home.row)
            self._current = home.table
            self._sight.hold(home.line)
            self._back = home
        self.focus_current()

    def on_filter_bar_typed(self, event: FilterBar.Typed) -> None:
        """Show the rows that have all the words, the first of them beside."""
        event.stop()
        self._show_found(event.words)
        if event.words.strip():
            if table := next(iter(self._tables), None):
                table.go_to_place(self._filter.first(table))
                self._current = table
        elif self._home:
            self._home.table.go_to_place(self._home.row)
            self._current = self._home.table
        self._show_beside()
        self._moved()

    def on_filter_bar_done(self, event: FilterBar.Done) -> None:
        """On to the first row found."""
        event.stop()
        if self._tables:
            self._home = None
            self.focus_current()

    def on_figure_table_opened(self, event: FigureTable.Opened) -> None:
        """The same as the key for the detail."""
        event.stop()
        self.run_worker(self.app.run_action("screen.detail"))

    def on_figure_table_arranged(self, event: FigureTable.Arranged) -> None:
        """The row has another place."""
        event.stop()
        self._moved()

    @property
    def has_findings(self) -> bool:
        """Whether anything of the tab is checked."""
        return bool(self._trail)

    def go_finding(self) -> bool:
        """From a figure to the first finding about it, from a finding back; False where there is none."""
        found = self._trail.follow(self._current.current_records) if self._current else None
        return found is not None and self.go_record(found)

    def _show_beside(self) -> None:
        if not self.is_complete:
            return
        is_there = self._current is not None and bool(self._current.places)
        charts, details = (self.current_charts(), self.current_details()) if is_there else ([], [])
        self._side.show(charts, details, self.language)

    def _show_found(self, words: str) -> None:
        found = self._filter.apply(words)
        self._bar.say(found)
        self.set_class(found is not None, "-filtered")
        self.set_class(found == 0, "-nothing")

    def _let_all_through(self) -> None:
        self._home = None
        self._show_found("")
        self._bar.close()
        self.screen.refresh_bindings()
