"""A widget of lines that are wrapped already: only those in sight are rendered, each by itself."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class LinesView(Widget):
    """Textual renders a text as a whole, and breaks it into lines anew: of a long one that takes a while."""

    def lines(self, width: int) -> list[Content]:
        """The lines in so many cells, none of them wider; asked for often, so to be kept."""
        raise NotImplementedError

    def show_new(self) -> None:
        """Paint other lines; the screen is laid out anew only where there are more of them, or fewer."""
        width, height = self.content_size
        self.refresh(layout=not width or len(self.lines(width)) != height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as there are."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All of it, from which a selection with the mouse is taken."""
        return Content("\n").join(self.lines(self.content_size.width))

    def render_line(self, y: int) -> Strip:
        """One line; where something is selected, Textual's own way, which marks it."""
        if self.text_selection is not None:
            return super().render_line(y)
        width = self.content_size.width
        lines = self.lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.visual_style.rich_style)
        (strip,) = Visual.to_strips(self, lines[y], width, 1, self.visual_style, pad=True)
        return strip.apply_offsets(0, y)
