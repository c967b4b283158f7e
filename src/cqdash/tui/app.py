"""The dashboard: tabs, keys, language and theme."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static, TabbedContent, Tabs

from cqdash.dataset import Dataset
from cqdash.export import Format, export_tabs
from cqdash.files import write_whole
from cqdash.language import Language, Text, joined, screen
from cqdash.tabs.detail import summary
from cqdash.tui.commands import BY_ACTION, bindings
from cqdash.tui.dialogs import DetailDialog, HelpDialog
from cqdash.tui.file_dialogs import OpenDialog, UnsavedDialog, WriteDialog
from cqdash.tui.form.pane import FormPane
from cqdash.tui.main_screen import MainScreen
from cqdash.tui.palette import EverythingProvider
from cqdash.tui.tab_body import TabBody
from cqdash.tui.tab_pane import Pane
from cqdash.tui.themes import THEMES

EXPORT_WIDTH = 100


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
        return MainScreen()

    def compose(self) -> ComposeResult:
        """The masthead, the tabs, the footer; a tab's body is made at its first visit."""
        yield Static(id="too-small")
        yield Static(id="masthead")
        with TabbedContent():
            for tab in self.dataset.tabs:
                yield Pane(self.dataset, tab)
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
        if isinstance(pane, Pane):
            await pane.visit(self.language)
            if event.tabbed_content.active == pane.id and pane.front:
                pane.front.focus_current()
        self.refresh_bindings()

    def said(self, record: str) -> Text:
        """What a record, an implied value, a series or a finding comes to, and the tab it is in."""
        tab = self.dataset.tabs[self.dataset.tab_of[record]].title
        figure = summary(self.dataset, record)
        return Text(f"{figure.zh} · {tab.zh}", f"{figure.en} · {tab.en}")

    def go_tab(self, tab: str) -> None:
        """Show a tab."""
        self.query_one(TabbedContent).active = tab

    async def go_record(self, record: str) -> None:
        """Show the row that holds a record."""
        tab = self.dataset.tab_of[record]
        pane = self.query_one(f"#{tab}", Pane)
        await pane.visit(self.language)
        pane.show_figures()
        self.go_tab(tab)
        if body := pane.body:
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

    def action_finding(self) -> None:
        """From a figure to the finding about it, and back."""
        if (body := self._body()) and not body.go_finding():
            self.notify(screen.NO_FINDING.to(self.language), markup=False)

    def action_export(self) -> None:
        """Ask where to write what is in front: the present tab, or what its form comes to."""
        front = self._front()
        if isinstance(front, FormPane):
            title, name, write = (
                front.form.result().title,
                f"cqdash-{front.form.name}.txt",
                self._write_result,
            )
            hint = screen.FORM_EXPORT_HINT
        elif front:
            title, name, write = front.view.title, f"cqdash-{front.view.id}.txt", self._write
            hint = screen.EXPORT_HINT
        else:
            return
        heading = screen.EXPORT_TITLE.fill(tab=title)
        self.push_screen(WriteDialog(heading, hint, name, write, self.language), self._say_written)

    async def action_form(self) -> None:
        """The form of the tab, or back to its figures."""
        if pane := self._pane():
            await pane.turn(self.language)
        self.refresh_bindings()

    async def action_add(self) -> None:
        """Add a group to the form in front."""
        if isinstance(form := self._front(), FormPane) and form.form.can_add:
            await form.add()

    def action_save(self) -> None:
        """Ask where to save the form in front."""
        if isinstance(form := self._front(), FormPane):
            self._save(form, None)

    def action_open(self) -> None:
        """Ask which file to open in the form in front."""
        if isinstance(form := self._front(), FormPane):
            name = str(form.path or f"{form.form.name}.yaml")
            self.push_screen(OpenDialog(form.take, name, self.language))

    def action_leave(self) -> None:
        """From a field to the result; from the result back to the tab's figures."""
        form = self._front()
        if isinstance(form, FormPane) and not form.leave_field():
            self.run_worker(self.action_form())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's hook
        """Whether a command applies now, as its declaration says."""
        command = BY_ACTION.get(action)
        if command is None or command.when == "always":
            return True
        pane = self._pane() if self.is_running else None
        form = pane.front if pane and isinstance(pane.front, FormPane) else None
        if command.when == "has-findings":
            return form is None and pane is not None and pane.body is not None and pane.body.has_findings
        if command.when == "in-form":
            return form is not None
        if command.when == "can-add":
            return form is not None and form.form.can_add is not None
        return pane is not None and pane.has_form

    async def action_language(self) -> None:
        """The other language, everywhere at once."""
        self.language = "en" if self.language == "zh" else "zh"
        self._relabel_frame()
        if pane := self._pane():
            await pane.relabel(self.language)
        self.screen.refresh_bindings()

    def action_theme(self) -> None:
        """Dark or light."""
        self.theme = THEMES["light" if self.current_theme.dark else "dark"].name

    def action_help(self) -> None:
        """The keys, and how to read the figures."""
        note = joined([publication.note for publication in self.dataset.publications], "", " ")
        self.push_screen(HelpDialog(self.dataset.sources(), note, len(self.dataset.tabs), self.language))

    def action_command_palette(self) -> None:
        """Find a command, a tab or a figure."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=screen.PALETTE_HINT.to(self.language)))

    async def action_quit(self) -> None:
        """Leave; first ask about what is in no file yet."""
        unsaved = next((form for form in self.query(FormPane) if form.is_unsaved), None)
        if unsaved is None:
            self.exit(0)
            return

        def answered(answer: str | None) -> None:
            if answer == "save":
                self._save(unsaved, lambda: self.exit(0))
            elif answer == "discard":
                unsaved.discard()
                self.exit(0)

        self.push_screen(UnsavedDialog(self.language), answered)

    def _pane(self) -> Pane | None:
        """The active tab, also while a dialog lies over it; None before there is one."""
        if not self.screen_stack:
            return None
        active = next((tabbed.active_pane for tabbed in self.screen_stack[0].query(TabbedContent)), None)
        return active if isinstance(active, Pane) else None

    def _front(self) -> TabBody | FormPane | None:
        """What the active tab shows: its figures or its form."""
        pane = self._pane()
        return pane.front if pane else None

    def _save(self, form: FormPane, then: Callable[[], object] | None) -> None:
        def write(path: Path, overwrite: bool) -> Path:
            return write_whole(path, form.form.written(), overwrite=overwrite or path == form.path)

        def saved(path: Path | None) -> None:
            if path:
                form.was_saved(path)
                self._say_written(path)
                if then:
                    then()

        name = str(form.path or f"{form.form.name}.yaml")
        self.push_screen(WriteDialog(screen.SAVE_TITLE, screen.SAVE_HINT, name, write, self.language), saved)

    def _body(self) -> TabBody | None:
        pane = self._pane()
        return pane.body if pane else None

    def _write(self, path: Path, overwrite: bool) -> Path:
        tab = self.query_one(TabbedContent).active
        form: Format = "json" if path.suffix == ".json" else "text"
        content = export_tabs(self.dataset, [tab], form, self.language, EXPORT_WIDTH)
        return write_whole(path, content, overwrite=overwrite)

    def _write_result(self, path: Path, overwrite: bool) -> Path:
        form = self._front()
        assert isinstance(form, FormPane)
        return write_whole(path, form.exported(path.suffix), overwrite=overwrite)

    def _say_written(self, path: Path | None) -> None:
        if path:
            self.notify(screen.EXPORT_DONE.fill(path=path).to(self.language), markup=False)

    def _relabel_frame(self) -> None:
        masthead = Content.assemble(
            ("cqdash", "bold $text-primary"),
            "  ",
            self.dataset.sources().to(self.language),
            "  ·  ",
            screen.TAGLINE.to(self.language),
        )
        self.query_one("#masthead", Static).update(masthead)
        self.query_one("#too-small", Static).update(Content(screen.TOO_SMALL.to(self.language)))
        tabbed = self.query_one(TabbedContent)
        for number, (name, tab) in enumerate(self.dataset.tabs.items(), 1):
            tabbed.get_tab(name).label = Content(f"{number} {tab.title.to(self.language)}")

    def _repaint(self) -> None:
        self.refresh(layout=True)

    def _end(self, code: int) -> None:
        self.exit(code, return_code=code)
