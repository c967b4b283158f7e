"""The floor with a plotext chart under each table."""

from __future__ import annotations

from plotext._figure import _figure_class
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import DataTable

from tables import Tables


class Drawn(Widget):
    DEFAULT_CSS = "Drawn { height: 12; }"

    def render(self) -> Text:
        figure = _figure_class()
        figure.plot_size(self.size.width, self.size.height)
        figure.bar(["a", "b", "c"], [3, 1, 2], orientation="horizontal")
        return Text.from_ansi(figure.build())


class Charts(Tables):
    def inside(self, n: int) -> ComposeResult:
        yield Vertical(DataTable(id=f"table{n}"), Drawn())


if __name__ == "__main__":
    Charts().run()
