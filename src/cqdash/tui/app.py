"""The dashboard: tabs, keys, language and theme."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import ActiveBinding, BindingType
from textual.command import CommandPalette
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Footer, Static, TabbedContent, TabPane, Tabs

from cqdash.dataset import Dataset
from cqdash.export import Format, export_tabs
from cqdash.files import write_whole
from cqdash.language import Language, Text, joined, screen
from cqdash.tabs.blocks import Detail
from cqdash.tabs.build import build
from cqdash.tabs.detail import details
from cqdash.tabs.shown import shown
from cqdash.tui.commands import BY_ID, bindings, shown_keys
from cqdash.tui.dialogs import DetailDialog, ExportDialog, HelpDialog
from cqdash.tui.palette import EverythingProvider
from cqdash.tui.tab_body import TabBody
from cqdash.tui.themes import THEMES

EXPORT_WIDTH = 100


class DashboardScreen(Screen[None]):
    """The main screen; the footer and the palette read its bindings in the present language."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The active bindings with their descriptions in the present language."""
        return {key: self._translated(active) for key, active in super().active_bindings.items()}

    def _translated(self, active: ActiveBinding) -> ActiveBinding:
        command = BY_ID.get(active.binding.id or "")
        if command is None or not isinstance(self.app, CqdashApp):
            return active
        shown = shown_keys(command, len(self.app.dataset.tabs))
        binding = replace(active.binding, description=command.name.to(self.app.language), key_display=shown)
        return active._replace(binding=binding)


class Pane(TabPane):
    """A tab's place; only the reader's choice of a tab shows it."""

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Not Textual's way, where a late focus in one tab takes the reader back from the next."""
        event.prevent_default()


class CqdashApp(App[int]):
    """The whole program on the screen."""

    CSS_PATH = "style.tcss"
    COMMANDS = {EverythingProvider}  # noqa: RUF012 - Textual's own declaration
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - Textual's own declaration
        (0, "-narrow"), (70, "-normal"), (120, "-wide"), (140, "-broad"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - Textual's own declaration
        (0, "-low"), (32, "-high"),
    ]  # fmt: skip

    def __init__(self, dataset: Dataset, language: Language, theme: str = "dark") -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.dataset = dataset
        self.language = language
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = THEMES[theme].name

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return DashboardScreen()

    def compose(self) -> ComposeResult:
        """The masthead, the tabs, the footer; a tab's body is made at its first visit."""
        yield Static(id="masthead")
        with TabbedContent():
            for tab in self.dataset.tabs:
                yield Pane(Content(""), id=tab)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Say everything once, and leave the terminal as it was whatever ends the program."""
        self.query_one(Tabs).can_focus = False
        self._relabel_frame()
        self.app_resume_signal.subscribe(self, lambda _: self.set_timer(0.05, self._repaint))
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                asyncio.get_running_loop().add_signal_handler(number, self._end, 128 + number)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's hook
        """None of Textual's own: every command is declared in `commands`."""
        return ()

    async def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        """Make the body at the first visit; say it in the present language and give it the cursor."""
        pane = event.pane
        if not pane.query(TabBody) and pane.id:
            await pane.mount(TabBody(build(self.dataset, pane.id), self._details, self.language))
        body = pane.query_one(TabBody)
        body.relabel(self.language)
        if event.tabbed_content.active == pane.id:
            body.focus_current()

    def said(self, record: str) -> Text:
        """A record's figure, or its words as printed, and the tab it is in."""
        tab = self.dataset.tabs[self.dataset.tab_of[record]].title
        figure = shown(self.dataset, self.dataset.records[record])
        return Text(f"{figure.zh} · {tab.zh}", f"{figure.en} · {tab.en}")

    def go_tab(self, tab: str) -> None:
        """Show a tab."""
        self.query_one(TabbedContent).active = tab

    async def go_record(self, record: str) -> None:
        """Show the row that holds a record."""
        tab = self.dataset.tab_of[record]
        pane = self.query_one(TabbedContent).get_pane(tab)
        if not pane.query(TabBody):
            await pane.mount(TabBody(build(self.dataset, tab), self._details, self.language))
        self.go_tab(tab)
        body = pane.query_one(TabBody)
        body.call_after_refresh(body.go_record, record)

    def action_tab(self, number: int) -> None:
        """To a tab by its number; nothing where there is none."""
        tabs = list(self.dataset.tabs)
        if number <= len(tabs):
            self.go_tab(tabs[number - 1])

    def action_next_tab(self, step: int) -> None:
        """To the next or the previous tab, round and round."""
        tabs = list(self.dataset.tabs)
        here = tabs.index(self.query_one(TabbedContent).active)
        self.go_tab(tabs[(here + step) % len(tabs)])

    def action_row(self, step: int) -> None:
        """A row down or up."""
        if body := self._body():
            if body.current is None or not body.current.has_focus:
                body.focus_current()
            elif step > 0:
                body.current.action_cursor_down()
            else:
                body.current.action_cursor_up()

    def action_section(self, step: int) -> None:
        """To the next or the previous section."""
        if body := self._body():
            body.go_section(step)

    def action_edge(self, step: int) -> None:
        """To the first row of the tab, or to the last."""
        if body := self._body():
            body.go_edge(step)

    def action_detail(self) -> None:
        """The detail of the current row over the whole screen."""
        if (body := self._body()) and (found := body.current_details()):
            self.push_screen(DetailDialog(found, body.current_charts(), self.language))

    def action_export(self) -> None:
        """Ask where to write the present tab."""
        if body := self._body():
            dialog = ExportDialog(body.view.title, f"cqdash-{body.view.id}.txt", self._write, self.language)
            self.push_screen(dialog, self._say_written)

    def action_language(self) -> None:
        """The other language, everywhere at once."""
        self.language = "en" if self.language == "zh" else "zh"
        self._relabel_frame()
        if body := self._body():
            body.relabel(self.language)
        self.screen.refresh_bindings()

    def action_theme(self) -> None:
        """Dark or light."""
        self.theme = THEMES["light" if self.current_theme.dark else "dark"].name

    def action_help(self) -> None:
        """The keys, and how to read the figures."""
        publications = self.dataset.publications
        source = joined(
            [Text("《{t}》{d}", "{t}, {d}").fill(t=p.title, d=p.date) for p in publications], "；", "; "
        )
        note = joined([p.note for p in publications], "", " ")
        self.push_screen(HelpDialog(source, note, len(self.dataset.tabs), self.language))

    def action_command_palette(self) -> None:
        """Find a command, a tab or a figure."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=screen.PALETTE_HINT.to(self.language)))

    async def action_quit(self) -> None:
        """Leave."""
        self.exit(0)

    def _body(self) -> TabBody | None:
        active = self.query_one(TabbedContent).active_pane
        return next(iter(active.query(TabBody)), None) if active else None

    def _details(self, records: Sequence[str]) -> list[Detail]:
        return details(self.dataset, tuple(records))

    def _write(self, path: Path, overwrite: bool) -> Path:
        tab = self.query_one(TabbedContent).active
        form: Format = "json" if path.suffix == ".json" else "text"
        content = export_tabs(self.dataset, [tab], form, self.language, EXPORT_WIDTH)
        return write_whole(path, content, overwrite=overwrite)

    def _say_written(self, path: Path | None) -> None:
        if path:
            self.notify(screen.EXPORT_DONE.fill(path=path).to(self.language), markup=False)

    def _relabel_frame(self) -> None:
        publications = self.dataset.publications
        source = joined(
            [Text("《{t}》{d}", "{t}, {d}").fill(t=p.title, d=p.date) for p in publications], "；", "; "
        )
        masthead = Content.assemble(
            ("cqdash", "bold $text-primary"),
            "  ",
            source.to(self.language),
            "  ·  ",
            screen.TAGLINE.to(self.language),
        )
        self.query_one("#masthead", Static).update(masthead)
        tabbed = self.query_one(TabbedContent)
        for number, (name, tab) in enumerate(self.dataset.tabs.items(), 1):
            tabbed.get_tab(name).label = Content(f"{number} {tab.title.to(self.language)}")

    def _repaint(self) -> None:
        self.refresh(layout=True)

    def _end(self, code: int) -> None:
        self.exit(code, return_code=code)
