"""What stands beside the tables: the charts and the details of the current row."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll

from cqdash.language import Language
from cqdash.tabs.blocks import Chart, Detail, Trend
from cqdash.tui.chart_view import ChartView
from cqdash.tui.detail_view import DetailView

Beside = tuple[Sequence[Chart | Trend], Sequence[Detail], Language]


class Side(VerticalScroll):
    """Room for so many charts, and the details below them."""

    def __init__(self, charts: int) -> None:
        super().__init__(classes="side")
        self._most = charts
        self._wanted: Beside | None = None
        self._last: Beside | None = None

    async def furnish(self) -> None:
        """Have the places of charts and details there, the charts first; before, only their room is."""
        await self.mount_all([*(ChartView(None, "en") for _ in range(self._most)), DetailView()])

    def show(self, charts: Sequence[Chart | Trend], details: Sequence[Detail], language: Language) -> None:
        """Another row's charts and details, from the top; where there is no room for it, once there is."""
        now = (charts, details, language)
        if now == self._last:
            return
        self._wanted = self._last = now
        if self.display:
            self._fill()

    def on_show(self) -> None:
        """There is room now."""
        self._fill()

    def _fill(self) -> None:
        if self._wanted is None:
            return
        (charts, details, language), self._wanted = self._wanted, None
        for number, view in enumerate(self.query(ChartView)):
            view.show(charts[number] if number < len(charts) else None, language)
        self.query_one(DetailView).show(details, language)
        self.scroll_home(animate=False)
