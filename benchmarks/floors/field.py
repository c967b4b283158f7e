"""The floor of typing: a field, and nothing that follows from it. Escape, then q."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Input


class Field(App[None]):
    BINDINGS = [("escape", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Input(placeholder="type here")
        yield Footer()


if __name__ == "__main__":
    Field().run()
