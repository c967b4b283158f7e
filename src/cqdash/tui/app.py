"""The dashboard: tabs, keys, language and theme."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Input, Static, TabbedContent, Tabs

from cqdash.dataset import Dataset
from cqdash.files.state import State
from cqdash.language import Language, Text, screen, tables
from cqdash.language import export as export_words
from cqdash.tui.asking import AskingApp, everything
from cqdash.tui.commands import BY_ACTION, BY_ID, bindings, shown_keys
from cqdash.tui.copying import briefly, printable
from cqdash.tui.fitting_footer import FittingFooter
from cqdash.tui.keymap import for_textual
from cqdash.tui.main_screen import MainScreen
from cqdash.tui.memory import Memory, Start
from cqdash.tui.notices import NoticeBar
from cqdash.tui.tab_body import TabBody
from cqdash.tui.tab_pane import Pane
from cqdash.tui.tab_row import label_tabs
from cqdash.tui.tab_when import applies
from cqdash.tui.tabbed import Tabbed
from cqdash.tui.themes import THEMES, counterpart, drawn

KEEP_AFTER = 0.5
"""Seconds after a change until it is kept for the next run."""


class CqdashApp(AskingApp):
    """The whole program on the screen."""

    CSS_PATH = "style.tcss"
    COMMANDS = {everything}  # noqa: RUF012 - Textual's own declaration
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - Textual's own declaration
        (0, "-narrow"), (70, "-normal"), (120, "-wide"), (140, "-broad"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - Textual's own declaration
        (0, "-low"), (32, "-high"),
    ]  # fmt: skip

    def __init__(
        self, dataset: Dataset, language: Language, theme: str = "dark", start: Start | None = None
    ) -> None:
        super().__init__()
        self.dataset = dataset
        self.language = language
        for each in THEMES.values():
            self.register_theme(each)
        self.few_colours = self.no_color
        self.show_theme(theme)
        self._given = start or Start()
        self.user_keys = self._given.keys
        self._notices = NoticeBar(language)
        tabs = list(dataset.tabs)
        self._first_tab = self._given.tab if self._given.tab in tabs else tabs[0]
        self._tabbed = Tabbed(self._first_tab)
        self.panes = {tab: Pane(dataset, tab) for tab in tabs}
        self._memory = Memory(self._given.state, State(language, theme, self._first_tab))
        self._is_still = self._given.animations is False or self.animation_level == "none"
        if not self._given.animations:
            self.animation_level = "none"

    def show_theme(self, name: str) -> None:
        """Take a theme by the name it is chosen by, which `theme_name` holds from then on."""
        self.theme_name = name
        self.theme = drawn(name, few_colours=self.few_colours).name

    def get_default_screen(self) -> Screen[None]:
        """The main screen, styled for its room from the first layout on; Textual's own way takes two."""
        reached = [
            [each for each in classes or [] if each[0] <= room]
            for classes, room in zip(
                (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.size, strict=True
            )
        ]
        return MainScreen(classes=" ".join(max(some)[1] for some in reached if some))

    def compose(self) -> ComposeResult:
        """The masthead, the tabs, the footer; the body of any other tab is made at its first visit."""
        self.panes[self._first_tab].begin(self.language)
        yield Static(id="too-small")
        yield Static(id="masthead")
        with self._tabbed:
            yield from self.panes.values()
        yield self._notices
        yield FittingFooter()

    def on_mount(self) -> None:
        """Say everything once."""
        self.query_one(Tabs).can_focus = False
        # A terminal of 16 colours would draw the nearest ones, which could not be read: it uses its own.
        if not self.is_headless and self.console.color_system not in ("256", "truecolor"):
            self.few_colours = True
            self.show_theme(self.theme_name)
        self._relabel_frame()
        self.set_keymap(for_textual(self.user_keys))
        for told in self._given.told:
            self._notices.tell(told, is_warning=True, seconds=15)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Without animations the cursor of a field does not blink either."""
        if self._is_still and isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    def on_unmount(self) -> None:
        """Keep for the next run what has changed, and what is in no file yet."""
        self._memory.keep()
        for form in self.forms():
            if form.is_unsaved:
                form.keep()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's hook
        """None of Textual's own: every command is declared in `commands`."""
        return ()

    async def on_tabbed_content_tab_activated(self, event: TabbedContent.TabActivated) -> None:
        """Make the body at the first visit; say it in the present language and give it the cursor."""
        self.relabel_tabs()
        pane = event.pane
        if isinstance(pane, Pane):
            await pane.visit(self.language)
            if event.tabbed_content.active == pane.id and pane.front:
                pane.front.focus_current()
            await pane.complete()
        self.refresh_bindings()
        self.remember()

    def relabel_tabs(self) -> None:
        """Write on the tabs what there is room for."""
        titles = {name: tab.title for name, tab in self.dataset.tabs.items()}
        label_tabs(self._tabbed, titles, self.language, self.size.width)

    def go_tab(self, tab: str) -> None:
        """Show a tab; one that is there has the cursor before it is painted, not once more after it."""
        self._tabbed.tab = tab
        if front := self.panes[tab].front:
            front.focus_current()

    async def go_record(self, record: str) -> None:
        """Show the row that holds a record."""
        tab = self.dataset.tab_of[record]
        pane = self.panes.get(tab)
        if pane is None:
            # Only a scheme names it: it has no row anywhere.
            self.tell_over(record)
            return
        await pane.visit(self.language)
        pane.show_figures()
        self._tabbed.tab = tab
        await pane.complete()
        if body := pane.body:
            body.call_after_refresh(self._arrive, body, record)

    def tell(self, text: Text) -> None:
        """Show a message for a few seconds, in whichever language is chosen then."""
        self._notices.tell(text)

    def say_written(self, path: Path | None) -> None:
        """Tell where something has been written; nothing has where the reader thought better of it."""
        if path:
            said = export_words.ALL_DONE if path.is_dir() else screen.EXPORT_DONE
            self.tell(said.fill(n=len(self.dataset.tabs), path=path))

    def copy_to_clipboard(self, text: str) -> None:
        """Send text to the terminal, without what could drive it, and say that it may go no further."""
        text = printable(text)
        super().copy_to_clipboard(text)
        key = shown_keys(BY_ID["export"], len(self.dataset.tabs), self.user_keys)
        self.tell(tables.SENT.fill(text=briefly(text), key=key))

    def action_tab(self, number: int) -> None:
        """To a tab by its number; nothing where there is none."""
        tabs = list(self.dataset.tabs)
        if number <= len(tabs):
            self.go_tab(tabs[number - 1])

    def action_next_tab(self, step: int) -> None:
        """To the next or the previous tab, round and round."""
        tabs = list(self.dataset.tabs)
        here = tabs.index(self._tabbed.tab)
        self.go_tab(tabs[(here + step) % len(tabs)])

    async def action_form(self) -> None:
        """The form of the tab, or back to its figures."""
        if pane := self.pane:
            await pane.turn(self.language)
        self.refresh_bindings()

    async def action_add(self) -> None:
        """Add a group to the form in front."""
        if (form := self.form_in_front()) and form.form.can_add:
            await form.add()

    def action_leave(self) -> None:
        """From a field to the result; from the result back to the tab's figures."""
        form = self.form_in_front()
        if form and not form.leave_field():
            self.run_worker(self.action_form())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's hook
        """Whether a command applies now, as its declaration says."""
        command = BY_ACTION.get(action)
        return command is None or applies(command.when, self.pane if self.is_running else None)

    async def action_language(self) -> None:
        """The other language, everywhere at once."""
        self.language = "en" if self.language == "zh" else "zh"
        self._relabel_frame()
        if pane := self.pane:
            await pane.relabel(self.language)
        self.relabel_dialogs()
        self._notices.relabel(self.language)
        self.remember()

    def action_theme(self) -> None:
        """Dark or light."""
        self.show_theme(counterpart(self.theme_name))
        self.remember()

    def action_help_quit(self) -> None:
        """ctrl+c ends other programs: say what ends this one, in place of Textual's own English words."""
        key = shown_keys(BY_ID["quit"], len(self.dataset.tabs), self.user_keys)
        self.tell(screen.QUITTING.fill(key=key))

    @property
    def pane(self) -> Pane | None:
        """The active tab, also while a dialog lies over it; None before there is one."""
        return self.panes.get(self._tabbed.tab)

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
        self.relabel_tabs()

    def remember(self) -> None:
        """Keep how things are, soon, for the next run."""
        tab = self._tabbed.tab or None
        if self._memory.see(State(self.language, self.theme_name, tab)):
            self.set_timer(KEEP_AFTER, self._memory.keep)

    def _arrive(self, body: TabBody, record: str) -> None:
        """To the row that holds a record; one that no row has is told over the screen."""
        if not body.go_record(record):
            self.tell_over(record)
