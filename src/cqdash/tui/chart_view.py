"""A chart or a trend on the screen, in the theme's colours."""

from __future__ import annotations

from textual.content import Content, Span
from textual.geometry import Size
from textual.widget import Widget

from cqdash.chart import Drawing, draw, line_chart, spark
from cqdash.language import Language
from cqdash.tabs.blocks import Chart, Trend
from cqdash.tui.line import wrapped

SERIES = ("$primary", "$accent", "$success", "$error")
LINE_HEIGHT = 14


class ChartView(Widget):
    """A chart under its title, drawn once a size and language; a `large` one draws trends as lines."""

    def __init__(
        self,
        block: Chart | Trend | None,
        language: Language,
        classes: str | None = None,
        *,
        large: bool = False,
    ) -> None:
        super().__init__(classes=classes)
        self._block = block
        self._language = language
        self._large = large
        self.set_class(block is None, "empty")
        self._drawn: tuple[Chart | Trend | None, Language, int] | None = None
        self._content = Content("")

    def show(self, block: Chart | Trend | None, language: Language) -> None:
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
            block = self._block
            lines = chart_lines(block, self._language, width, large=self._large) if block else []
            self._content = Content("\n").join(lines)
        return self._content


def chart_lines(
    block: Chart | Trend, language: Language, width: int, *, large: bool = False
) -> list[Content]:
    """The title, the chart and its caption; the title alone where there is no room."""
    title = wrapped(block.title.to(language), width, "bold")
    drawing = _drawn(block, language, width, large)
    if drawing is None:
        return title
    caption = wrapped(block.caption.to(language), width, "$text-muted") if block.caption else []
    return [*title, Content(""), *_lines(drawing), *caption]


def _drawn(block: Chart | Trend, language: Language, width: int, large: bool) -> Drawing | None:
    if isinstance(block, Chart):
        return draw(block, language, width)
    return (line_chart(block, language, width, LINE_HEIGHT) if large else None) or spark(
        block, language, width
    )


def _lines(drawing: Drawing) -> list[Content]:
    spans: dict[int, list[Span]] = {}
    for span in drawing.spans:
        spans.setdefault(span.line, []).append(Span(span.start, span.end, SERIES[span.series % len(SERIES)]))
    return [Content(line, spans.get(number, [])) for number, line in enumerate(drawing.lines)]
