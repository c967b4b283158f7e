"""The figures to see first, side by side."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from cqdash.language import Language
from cqdash.tabs.blocks import Headline as HeadlineBlock
from cqdash.tui.line import wrapped

GAP = 3
NARROWEST = 20


class Headline(Widget):
    """Each figure above its label, in equal columns that wrap into rows where there is little room."""

    def __init__(self, block: HeadlineBlock, language: Language) -> None:
        super().__init__()
        self._figures = block.figures
        self._language = language

    def relabel(self, language: Language) -> None:
        """Say everything in another language."""
        self._language = language
        self.refresh(layout=True)

    def render(self) -> Content:
        """The figures bold, the labels quiet."""
        width = self.content_size.width
        across = self._across(width)
        lines: list[Content] = []
        for start in range(0, len(self._figures), across):
            cells = [
                self._cell(n, width // across - GAP)
                for n in range(start, min(start + across, len(self._figures)))
            ]
            height = max(len(cell) for cell in cells)
            if lines:
                lines.append(Content(""))
            for n in range(height):
                parts = [cell[n] if n < len(cell) else Content("") for cell in cells]
                lines.append(
                    Content("").join(part.pad_right(width // across - part.cell_length) for part in parts)
                )
        return Content("\n").join(lines)

    def _across(self, width: int) -> int:
        """As many columns as leave figures and labels whole on their lines, in rows of equal length."""
        said = [
            words.to(self._language) for figure in self._figures for words in (figure.shown, figure.label)
        ]
        count = len(self._figures)
        column = min(max(map(cell_len, said)) + GAP, max(NARROWEST, width // 2))
        rows = -(-count // max(1, min(count, width // column)))
        return -(-count // rows)

    def _cell(self, number: int, width: int) -> list[Content]:
        figure = self._figures[number]
        return [
            *wrapped(figure.shown.to(self._language), width, "bold $text-primary"),
            *wrapped(figure.label.to(self._language), width, "$text-muted"),
        ]
