"""What the blocks of a tab are on the screen: the column of sections, and which charts stand beside which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from cqdash.language import Language
from cqdash.tabs.blocks import Chart, Headline, Listing, Notes, Table, TabView, Trend
from cqdash.tui.chart_view import ChartView
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.headline import Headline as HeadlineView
from cqdash.tui.line import Line
from cqdash.tui.table_rows import Worths

Charts = Mapping[str, list[Chart | Trend]]
"""Charts and trends by the id of the block they stand beside."""


class Main(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The column of sections; the cursor scrolls it, so it has no keys of its own."""

    is_elsewhere = False
    """Whether the wheel has been turned since the cursor moved: the reader looks somewhere else."""

    def on_mouse_scroll_down(self) -> None:
        """Away from the cursor."""
        self.is_elsewhere = True

    def on_mouse_scroll_up(self) -> None:
        """Away from the cursor."""
        self.is_elsewhere = True


def charts_beside(view: TabView) -> Charts:
    """The charts and trends of a tab that stand beside a table."""
    found: dict[str, list[Chart | Trend]] = {}
    for block in view.blocks:
        if isinstance(block, Chart | Trend) and block.beside:
            found.setdefault(block.beside, []).append(block)
    return found


def most_beside(charts: Charts) -> int:
    """The most charts that stand beside one row; of trends there is one a row."""
    return max((sum(isinstance(c, Chart) for c in some) or 1 for some in charts.values()), default=0)


def sections(
    view: TabView, charts: Charts, language: Language, worths: Callable[[Table], Worths]
) -> Iterator[tuple[Widget, FigureTable | None]]:
    """A widget a section in the order of reading, with its table if it has one."""
    for block in view.blocks:
        if isinstance(block, Headline):
            yield HeadlineView(block, language), None
        elif isinstance(block, Chart | Trend):
            if block.beside is None:
                yield ChartView(block, language), None
        elif isinstance(block, (Table, Listing, Notes)):
            table = FigureTable(block, language, worths)
            about = getattr(block, "about", None)
            yield (
                Vertical(
                    Line(block.title, language, "title"),
                    *([Line(about, language, "subtitle")] if about else []),
                    table,
                    *(ChartView(chart, language, "beside") for chart in charts.get(block.id, [])),
                    classes="section",
                ),
                table,
            )
