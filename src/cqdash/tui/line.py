"""Words in both languages, wrapped as each language breaks its lines."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cqdash.export.wrap import wrap
from cqdash.language import Language, Text


class Line(Widget):
    """A text that is said again in another language."""

    def __init__(self, text: Text, language: Language, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._text = text
        self._language = language

    def relabel(self, language: Language) -> None:
        """Say it in another language."""
        self._language = language
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the text takes at this width."""
        return len(wrap(self._text.to(self._language), width))

    def render(self) -> Content:
        """The text, wrapped to the present width."""
        return Content("\n").join(wrapped(self._text.to(self._language), self.content_size.width))


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """The lines of a text, each in a style."""
    return [Content(line).stylize(style) if style else Content(line) for line in wrap(text, max(1, width))]
