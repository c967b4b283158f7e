"""What asks the reader over the screen: dialogs, the forms' files, the palette.

They are imported once they are asked for: together they are a tenth of the start.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from textual.command import CommandPalette, Provider

from cqdash.dataset import Dataset
from cqdash.language import Language, joined
from cqdash.tabs.detail import details
from cqdash.tui.hosted_app import HostedApp
from cqdash.tui.key_names import Keys
from cqdash.tui.tab_pane import Pane

if TYPE_CHECKING:
    from cqdash.tui.form.pane import FormPane


def everything() -> type[Provider]:
    """What the palette lists."""
    from cqdash.tui.palette import EverythingProvider

    return EverythingProvider


class AskingApp(HostedApp):
    """The commands that open a dialog."""

    dataset: Dataset
    language: Language
    user_keys: Keys
    theme_name: str
    few_colours: bool
    panes: dict[str, Pane]

    @property
    @abstractmethod
    def pane(self) -> Pane | None:
        """The active tab."""

    @abstractmethod
    def show_theme(self, name: str) -> None:
        """Take a theme by the name it is chosen by."""

    @abstractmethod
    def say_written(self, path: Path | None) -> None:
        """Tell where something has been written."""

    @abstractmethod
    def remember(self) -> None:
        """Keep how things are for the next run."""

    def relabel_dialogs(self) -> None:
        """Say every dialog in the present language."""
        from cqdash.tui.dialog import Dialog

        for each in self.screen_stack:
            if isinstance(each, Dialog):
                each.relabel(self.language)
            each.refresh_bindings()

    def action_export(self) -> None:
        """Ask where to write what is in front: the present tab, or what its form comes to."""
        from cqdash.tui.export_dialog import form_dialog, tab_dialog

        if form := self.form_in_front():
            self.push_screen(form_dialog(form, self.language), self.say_written)
        elif (pane := self.pane) and pane.body:
            self.push_screen(tab_dialog(self.dataset, pane.body.view, self.language), self.say_written)

    def action_save(self) -> None:
        """Ask where to save the form in front."""
        from cqdash.tui.form.files import ask_to_save

        if form := self.form_in_front():
            ask_to_save(form, self.say_written)

    def action_open(self) -> None:
        """Ask which file to open in the form in front."""
        from cqdash.tui.form.files import ask_to_open

        if form := self.form_in_front():
            ask_to_open(form)

    def action_choose_theme(self) -> None:
        """A theme from a list."""
        from cqdash.tui.theme_dialog import ThemeDialog

        self.push_screen(
            ThemeDialog(self.theme_name, self.show_theme, self.language, few_colours=self.few_colours),
            lambda _: self.remember(),
        )

    def action_help(self) -> None:
        """The keys, and how to read the figures."""
        from cqdash.tui.dialogs import HelpDialog

        note = joined([publication.note for publication in self.dataset.publications], "", " ")
        tabs = len(self.dataset.tabs)
        self.push_screen(HelpDialog(self.dataset.sources(), note, tabs, self.user_keys, self.language))

    def action_command_palette(self) -> None:
        """Find a command, a tab or a figure."""
        from cqdash.tui.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self.language))

    async def action_quit(self) -> None:
        """Leave; first ask about what is in no file yet."""
        unsaved = next((form for form in self.forms() if form.is_unsaved), None)
        if unsaved is None:
            self.exit(0)
        else:
            from cqdash.tui.form.files import ask_before_leaving

            ask_before_leaving(unsaved)

    def forms(self) -> list[FormPane]:
        """Those that have been opened."""
        return [pane.form for pane in self.panes.values() if pane.form]

    def form_in_front(self) -> FormPane | None:
        """The form that the active tab shows in place of its figures."""
        return self.pane.form_in_front if self.pane else None

    def tell_over(self, record: str) -> None:
        """The detail of a record over the screen."""
        from cqdash.tui.dialogs import DetailDialog

        self.push_screen(DetailDialog(details(self.dataset, (record,)), (), self.language))
