"""The screens that lie over the dashboard: help, and the detail of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from cqdash.language import Language, Text, screen
from cqdash.tabs.blocks import Chart, Detail, Trend
from cqdash.tui.chart_view import ChartView
from cqdash.tui.commands import BY_ID, IN_HELP, shown_keys
from cqdash.tui.detail_view import DetailView
from cqdash.tui.dialog import Dialog
from cqdash.tui.key_names import Keys
from cqdash.tui.line import wrapped


class HelpDialog(Dialog[None]):
    """The keys, from the commands' own declarations, and how to read the figures."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "dismiss", show=False)]

    def __init__(self, source: Text, note: Text, tabs: int, keys: Keys, language: Language) -> None:
        super().__init__(language)
        self._tabs, self._keys = tabs, keys
        self._texts = (source, note)

    def compose(self) -> ComposeResult:
        """A title, then keys by group, reading hints, the source."""
        with VerticalScroll(classes="dialog"):
            yield Static(classes="dialog-title")
            yield HelpText()

    def say(self) -> None:
        """The keys as the reader has them."""
        self.query_one(VerticalScroll).border_subtitle = Content(screen.CLOSE_HINT.to(self.language))
        self.query_one(".dialog-title", Static).update(Content(screen.HELP_TITLE.to(self.language)))
        self.query_one(HelpText).show(self._entries())

    def _entries(self) -> list[tuple[str, str]]:
        """What stands at the left, and what it means; nothing at the left is a title."""
        to = self.language
        entries: list[tuple[str, str]] = []
        for group, title in screen.GROUPS.items():
            entries.append(("", title.to(to)))
            entries += [
                (shown_keys(command, self._tabs, self._keys), command.help.to(to))
                for command in IN_HELP
                if command.group == group
            ]
        entries.append(("", screen.HELP_READING.to(to)))
        named = {each: shown_keys(BY_ID[each], self._tabs, self._keys) for each in ("detail", "finding")}
        entries += [("·", line.fill(**named).to(to)) for line in screen.HELP_LINES]
        entries.append(("", screen.ABOUT_SOURCE.to(to)))
        return entries + [("·", text.to(to)) for text in self._texts]


class HelpText(Widget):
    """Keys and hints, each wrapped beside what it explains."""

    KEYS = 12
    """So many cells at least."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[tuple[str, str]] = ()
        self._keys = self.KEYS

    def show(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show what stands at the left and what beside it; nothing at the left is a title."""
        self._entries = entries
        self._keys = max(self.KEYS, *(cell_len(left) + 2 for left, _ in entries))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the entries take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The entries, a blank line before each title."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for left, said in self._entries:
            if not left:
                lines += [*([Content("")] if lines else []), *wrapped(said, width, "$text-muted")]
                continue
            indent = 4 if left == "·" else self._keys + 2
            head = Content(f"  {left}").stylize("bold $text-primary")
            for number, line in enumerate(wrapped(said, width - indent)):
                lines.append(
                    (head if number == 0 else Content("")).pad_right(
                        indent - (head.cell_length if number == 0 else 0)
                    )
                    + line
                )
        return lines


class DetailDialog(Dialog[None]):
    """A row's charts and details, all of them, to scroll through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(
        self, details: Sequence[Detail], charts: Sequence[Chart | Trend], language: Language
    ) -> None:
        super().__init__(language)
        self._details, self._charts = details, charts

    def compose(self) -> ComposeResult:
        """A trend first, which the details then tell year by year; else the details, then the charts."""
        with VerticalScroll(classes="dialog", id="detail-dialog"):
            for trend in self._charts:
                if isinstance(trend, Trend):
                    yield ChartView(trend, self.language, large=True)
            yield DetailView()
            for chart in self._charts:
                if isinstance(chart, Chart):
                    yield ChartView(chart, self.language)

    def say(self) -> None:
        """Fill in the details."""
        self.query_one(VerticalScroll).border_subtitle = Content(screen.CLOSE_HINT.to(self.language))
        self.query_one(DetailView).show(self._details, self.language)
        for chart in self.query(ChartView):
            chart.relabel(self.language)

    def action_scroll(self, lines: int) -> None:
        """A few lines down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines * 2, animate=False)
