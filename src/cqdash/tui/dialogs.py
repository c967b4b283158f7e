"""The screens that lie over the dashboard: help, the detail of a row, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from cqdash.files import CannotWrite
from cqdash.language import Language, Text, screen
from cqdash.tabs.blocks import Chart, Detail
from cqdash.tui.chart_view import ChartView
from cqdash.tui.commands import IN_HELP, shown_keys
from cqdash.tui.detail_view import DetailView


class HelpDialog(ModalScreen[None]):
    """The keys, from the commands' own declarations, and how to read the figures."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "dismiss", show=False)]

    def __init__(self, source: Text, note: Text, tabs: int, language: Language) -> None:
        super().__init__()
        self._tabs = tabs
        self._language = language
        self._texts = (source, note)

    def compose(self) -> ComposeResult:
        """Keys by group, reading hints, the source."""
        to = self._language
        with Vertical(classes="dialog"):
            yield Static(Content(screen.HELP_TITLE.to(to)), classes="dialog-title")
            with VerticalScroll(classes="scrolled"):
                yield Static(Content("\n").join(self._lines()))
            yield Static(Content(screen.CLOSE_HINT.to(to)), classes="dialog-hint")

    def _lines(self) -> list[Content]:
        to = self._language
        lines: list[Content] = []
        for group, title in screen.GROUPS.items():
            lines.append(Content(title.to(to)).stylize("$text-muted"))
            for command in IN_HELP:
                if command.group == group:
                    key = Content(shown_keys(command, self._tabs).ljust(12)).stylize("bold $text-primary")
                    lines.append(Content.assemble("  ", key, command.help.to(to)))
            lines.append(Content(""))
        lines.append(Content(screen.HELP_READING.to(to)).stylize("$text-muted"))
        lines += [Content("  " + line.to(to)) for line in screen.HELP_LINES]
        lines += [Content(""), Content(screen.ABOUT_SOURCE.to(to)).stylize("$text-muted")]
        return lines + [Content("  " + text.to(to)) for text in self._texts]


class DetailDialog(ModalScreen[None]):
    """A row's charts and details, all of them, to scroll through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, details: Sequence[Detail], charts: Sequence[Chart], language: Language) -> None:
        super().__init__()
        self._details, self._charts, self._language = details, charts, language

    def compose(self) -> ComposeResult:
        """The details, then the charts of the section."""
        with Vertical(classes="dialog", id="detail-dialog"):
            with VerticalScroll(classes="scrolled"):
                yield DetailView()
                for chart in self._charts:
                    yield ChartView(chart, self._language)
            yield Static(Content(screen.CLOSE_HINT.to(self._language)), classes="dialog-hint")

    def on_mount(self) -> None:
        """Fill in the details."""
        self.query_one(DetailView).show(self._details, self._language)

    def action_scroll(self, lines: int) -> None:
        """A few lines down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines * 2, animate=False)


class ExportDialog(ModalScreen[Path | None]):
    """Where to write a tab; an existing file is replaced only when told to. Gives the path written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, tab: Text, name: str, write: Callable[[Path, bool], Path], language: Language) -> None:
        super().__init__()
        self._tab, self._name, self._write, self._language = tab, name, write, language

    def compose(self) -> ComposeResult:
        """The file's name, what its ending means, and the buttons."""
        to = self._language
        with Vertical(classes="dialog"):
            yield Static(Content(screen.EXPORT_TITLE.fill(tab=self._tab).to(to)), classes="dialog-title")
            yield Static(Content(screen.EXPORT_FILE.to(to)))
            yield Input(self._name, select_on_focus=False)
            yield Static(Content(screen.EXPORT_HINT.to(to)), classes="dialog-hint")
            yield Static("", classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(Content(screen.EXPORT_SAVE.to(to)), id="save", variant="primary")
                yield Button(Content(screen.EXPORT_REPLACE.to(to)), id="replace", variant="warning")
                yield Button(Content(screen.EXPORT_CANCEL.to(to)), id="cancel")

    def on_mount(self) -> None:
        """Offer to replace only once there is something to replace."""
        self.query_one("#replace").display = False

    def on_input_changed(self) -> None:
        """Another name is another file."""
        self._refuse(None)

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self._save(overwrite=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save, replace or leave."""
        if event.button.id == "cancel":
            self.dismiss(None)
        else:
            self._save(overwrite=event.button.id == "replace")

    def _save(self, *, overwrite: bool) -> None:
        name = self.query_one(Input).value.strip()
        if not name:
            self._refuse(screen.EXPORT_NO_NAME)
            return
        try:
            self.dismiss(self._write(Path(name), overwrite))
        except CannotWrite as error:
            self._refuse(screen.EXPORT_EXISTS if error.exists else error.text, replaceable=error.exists)

    def _refuse(self, why: Text | None, *, replaceable: bool = False) -> None:
        self.query_one(".problem", Static).update(Content(why.to(self._language) if why else ""))
        self.query_one("#replace").display = replaceable
