"""The figures to see first, side by side."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
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
        self._block = block
        self._language = language

    def relabel(self, language: Language) -> None:
        """Say everything in another language."""
        self._language = language
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the figures take at this width."""
        return len(headline_lines(self._block, self._language, width))

    def render(self) -> Content:
        """The figures bold, the labels quiet."""
        return Content("\n").join(headline_lines(self._block, self._language, self.content_size.width))


def headline_lines(block: HeadlineBlock, language: Language, width: int) -> list[Content]:
    """The figures over their labels, in equal columns, with a blank line between rows."""
    cells = [(figure.shown.to(language), figure.label.to(language)) for figure in block.figures]
    across = _across(cells, width)
    column = width // across
    lines: list[Content] = []
    for start in range(0, len(cells), across):
        row = [
            [
                *wrapped(shown, column - GAP, "bold $text-primary"),
                *wrapped(label, column - GAP, "$text-muted"),
            ]
            for shown, label in cells[start : start + across]
        ]
        if lines:
            lines.append(Content(""))
        for n in range(max(map(len, row))):
            parts = [cell[n] if n < len(cell) else Content("") for cell in row]
            lines.append(Content("").join(part.pad_right(column - part.cell_length) for part in parts))
    return lines


def _across(cells: list[tuple[str, str]], width: int) -> int:
    """As many columns as leave figures and labels whole on their lines, in rows of equal length."""
    widest = max(cell_len(words) for cell in cells for words in cell)
    column = min(widest + GAP, max(NARROWEST, width // 2))
    rows = -(-len(cells) // max(1, min(len(cells), width // column)))
    return -(-len(cells) // rows)
