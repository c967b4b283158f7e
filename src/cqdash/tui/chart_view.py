"""A chart block on the screen, in the theme's colours."""

from __future__ import annotations

from textual.content import Content, Span
from textual.geometry import Size
from textual.widget import Widget

from cqdash.chart import Drawing, draw
from cqdash.language import Language
from cqdash.tabs.blocks import Chart

SERIES = ("$primary", "$accent", "$success", "$error")


class ChartView(Widget):
    """A chart under its title, drawn once a size and language."""

    def __init__(self, block: Chart | None, language: Language, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._block = block
        self._language = language
        self.set_class(block is None, "empty")
        self._drawn: tuple[Chart | None, Language, int] | None = None
        self._content = Content("")

    def show(self, block: Chart | None, language: Language) -> None:
        """Draw another chart, or the same in another language; None draws nothing."""
        if (block, language) != (self._block, self._language):
            self._block, self._language = block, language
            self.set_class(block is None, "empty")
            self.refresh(layout=True)

    def relabel(self, language: Language) -> None:
        """Say everything in another language."""
        self.show(self._block, language)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the chart takes at this width."""
        return self._at(width).plain.count("\n") + 1

    def render(self) -> Content:
        """The chart as drawn for the present width."""
        return self._at(self.content_size.width)

    def _at(self, width: int) -> Content:
        key = (self._block, self._language, width)
        if key != self._drawn:
            self._drawn = key
            lines = chart_lines(self._block, self._language, width) if self._block else []
            self._content = Content("\n").join(lines)
        return self._content


def chart_lines(block: Chart, language: Language, width: int) -> list[Content]:
    """The title, a blank line and the chart; the title alone where there is no room."""
    title = Content(block.title.to(language)).stylize("bold").truncate(width, ellipsis=True)
    drawing = draw(block, language, width)
    return [title] if drawing is None else [title, Content(""), *_lines(drawing)]


def _lines(drawing: Drawing) -> list[Content]:
    spans: dict[int, list[Span]] = {}
    for span in drawing.spans:
        spans.setdefault(span.line, []).append(Span(span.start, span.end, SERIES[span.series % len(SERIES)]))
    return [Content(line, spans.get(number, [])) for number, line in enumerate(drawing.lines)]
