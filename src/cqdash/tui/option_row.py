"""A few answers side by side, one of them chosen: left and right, or a click, choose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from cqdash.language import Language, Text


class OptionRow(Widget, can_focus=True):
    """The answers on as few lines as they take; the chosen one stands in brackets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]

    class Chosen(Message):
        """The reader chose an answer."""

        def __init__(self, row: OptionRow, value: str) -> None:
            self.row = row
            self.value = value
            super().__init__()

    def __init__(self, options: Mapping[str, Text], chosen: str, language: Language, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._texts = options
        self._chosen = chosen
        self._language = language

    def relabel(self, language: Language) -> None:
        """Say the answers in another language."""
        self._language = language
        self.refresh(layout=True)

    @property
    def chosen(self) -> str:
        """The answer in brackets."""
        return self._chosen

    def choose(self, value: str) -> None:
        """Put an answer in brackets and tell nobody."""
        self._chosen = value
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the answers take at this width."""
        return self._placed(width)[-1][1] + 1

    def render(self) -> Content:
        """The answers; the chosen one is reversed while the keys change it."""
        lines = [Content("") for _ in range(self._placed(self.content_size.width)[-1][1] + 1)]
        for (_, line), (value, said) in zip(
            self._placed(self.content_size.width), self._options, strict=True
        ):
            piece = Content(f" {said} ")
            if value == self._chosen:
                piece = Content(f"[{said}]").stylize("bold reverse" if self.has_focus else "bold")
            lines[line] += piece
        return Content("\n").join(lines)

    def on_focus(self) -> None:
        """Show which answer the keys change."""
        self.refresh()

    def on_blur(self) -> None:
        """Nothing is reversed any more."""
        self.refresh()

    def action_step(self, step: int) -> None:
        """To the next answer, or the one before."""
        values = list(self._texts)
        self._take(values[(values.index(self._chosen) + step) % len(values)])

    def on_click(self, event: Click) -> None:
        """A click chooses an answer."""
        placed = self._placed(self.content_size.width)
        for (start, line), (value, said) in zip(placed, self._options, strict=True):
            if event.y == line and start <= event.x < start + cell_len(said) + 2:
                self._take(value)

    def _take(self, value: str) -> None:
        if value != self._chosen:
            self.choose(value)
            self.post_message(self.Chosen(self, value))

    @property
    def _options(self) -> list[tuple[str, str]]:
        return [(value, text.to(self._language)) for value, text in self._texts.items()]

    def _placed(self, width: int) -> list[tuple[int, int]]:
        """The cell and the line each answer begins on."""
        placed: list[tuple[int, int]] = []
        start = line = 0
        for _, said in self._options:
            taken = cell_len(said) + 2
            if start and start + taken > width:
                start, line = 0, line + 1
            placed.append((start, line))
            start += taken
        return placed
