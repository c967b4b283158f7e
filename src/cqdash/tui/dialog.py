"""What every screen over the dashboard has in common."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.screen import ModalScreen

from cqdash.language import Language
from cqdash.tui.commands import BY_ID

T = TypeVar("T")
ROOMY = 20
"""From so many rows on a dialog has space between its lines."""


def _of_app(command: str) -> Binding:
    """A command of the app, which Textual does not hear while a dialog is open."""
    declared = BY_ID[command]
    return Binding(declared.keys, f"app.{declared.action}", show=False, id=command)


class Dialog(ModalScreen[T]):
    """A screen over the dashboard; it follows the language and the theme while it is open.

    What it says is said in `say`, at the start and again in another language.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _of_app("language"),
        _of_app("theme"),
        Binding("up,left", "app.focus_previous", show=False),
        Binding("down,right", "app.focus_next", show=False),
    ]

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def on_mount(self) -> None:
        """Say everything for the first time."""
        self.say()

    def on_resize(self, event: Resize) -> None:
        """On a small screen the lines stand close."""
        self.set_class(event.size.height < ROOMY, "close")

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave, once: a key or a click that comes twice must not leave what lies below as well."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def relabel(self, language: Language) -> None:
        """Say everything in another language; what is typed and where one is stay."""
        self.language = language
        self.say()

    def say(self) -> None:
        """Fill every widget with words in the present language."""
        raise NotImplementedError
