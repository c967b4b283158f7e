"""The themes to choose from, each shown as the cursor comes to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cqdash.language import Language, colour
from cqdash.tui.dialog import Dialog


class _Themes(OptionList):
    """A list that has no pages in a window too small for it, where Textual would fail."""

    def action_page_up(self) -> None:
        """A page up."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """A page down."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]


class ThemeDialog(Dialog[None]):
    """A list of the themes; leaving it without a choice brings the former one back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "keep", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(
        self, present: str, show: Callable[[str], None], language: Language, *, few_colours: bool
    ) -> None:
        super().__init__(language)
        self._former, self._show = present, show
        self._few_colours = few_colours

    def compose(self) -> ComposeResult:
        """The names, each with what it is called on the command line."""
        listed = _Themes(*(Option("", id=name) for name in colour.THEMES), compact=True)
        listed.highlighted = listed.get_option_index(self._former)
        with Vertical(classes="dialog", id="theme-dialog"):
            yield Static(classes="dialog-title")
            yield listed
            if self._few_colours:
                yield Static(classes="dialog-hint")

    def say(self) -> None:
        """Each theme by its name in words, and the one it is asked for by."""
        to = self.language
        self.query_one("#theme-dialog").border_subtitle = Content(colour.KEYS.to(to))
        self.query_one(".dialog-title", Static).update(Content(colour.TITLE.to(to)))
        for name, said in colour.THEMES.items():
            self.query_one(OptionList).replace_option_prompt(name, Content(f"{said.to(to)}  ({name})"))
        for hint in self.query(".dialog-hint").results(Static):
            hint.update(Content(colour.FEW.to(to)))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show how it looks."""
        if event.option.id:
            self._show(event.option.id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """This one."""
        if event.option.id:
            self._show(event.option.id)
        self.dismiss()

    def action_move(self, step: int) -> None:
        """A theme down or up."""
        themes = self.query_one(OptionList)
        themes.action_cursor_down() if step > 0 else themes.action_cursor_up()

    def action_keep(self) -> None:
        """None of them."""
        self._show(self._former)
        self.dismiss()
