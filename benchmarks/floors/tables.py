"""The floor of the dashboard: four tabs with a table each, as anyone would write it first. 1-4, down, q."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header, TabbedContent, TabPane

TABS, ROWS = 4, 20


class Tables(App[None]):
    BINDINGS = [*((str(n), f"tab({n})", f"Tab {n}") for n in range(1, TABS + 1)), ("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Header()
        with TabbedContent():
            for n in range(1, TABS + 1):
                with TabPane(f"Tab {n}", id=f"tab{n}"):
                    yield from self.inside(n)
        yield Footer()

    def inside(self, n: int) -> ComposeResult:
        """What a tab holds."""
        yield DataTable(id=f"table{n}")

    def on_mount(self) -> None:
        for n in range(1, TABS + 1):
            table = self.query_one(f"#table{n}", DataTable)
            table.add_columns("name", "value", "share", "kind", "state")
            for row in range(ROWS):
                table.add_row(f"tab {n} row {row}", f"value {row * 7}", f"{row * 3.5:.2f}", "text", "ok")

    def action_tab(self, n: int) -> None:
        self.query_one(TabbedContent).active = f"tab{n}"


if __name__ == "__main__":
    Tables().run()
