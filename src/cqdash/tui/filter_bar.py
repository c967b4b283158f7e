"""The line in which a filter is typed, and beside it how many rows it finds."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from cqdash.language import Language, tables


class FilterInput(Input):
    """A field of one line; `down` leaves it for the rows, as enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "submit", show=False)]


class FilterBar(Horizontal):
    """Open while there is a filter; what is typed stays as it is in another language."""

    class Typed(Message):
        """Other words are typed."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    class Done(Message):
        """On to the first row found."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._found: int | None = None
        self.display = False

    @property
    def is_typing(self) -> bool:
        """Whether the words are being typed."""
        return self.query_one(Input).has_focus

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def compose(self) -> ComposeResult:
        """What it is, the words, and the number of rows."""
        yield Static("", classes="name")
        yield FilterInput(compact=True, select_on_focus=False)
        yield Static("", classes="found")

    def on_mount(self) -> None:
        """Say everything once."""
        self.relabel(self._language)

    def open(self) -> None:
        """Show the line, ready to type in."""
        self.display = True
        # At once, where `focus` waits: what is typed next goes into the line.
        self.screen.set_focus(self.query_one(Input))

    def close(self) -> None:
        """Clear the words and go."""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.say(None)
        self.display = False

    def say(self, found: int | None) -> None:
        """How many rows are found; None while nothing is typed."""
        self._found = found
        many = {0: tables.NO_ROW_FOUND, 1: tables.ONE_ROW_FOUND}
        said = "" if found is None else many.get(found, tables.ROWS_FOUND).fill(n=found).to(self._language)
        self.query_one(".found", Static).update(Content(said))

    def relabel(self, language: Language) -> None:
        """Say everything in another language."""
        self._language = language
        self.query_one(".name", Static).update(Content(tables.FILTER.to(language)))
        self.query_one(Input).placeholder = tables.FILTER_HINT.to(language)
        self.say(self._found)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every keystroke filters."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the rows."""
        event.stop()
        self.post_message(self.Done())
