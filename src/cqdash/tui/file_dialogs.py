"""The screens that ask for a file: where to write, what to open, and whether to save before leaving."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from cqdash.dataset import BadDataset
from cqdash.files import CannotWrite
from cqdash.language import Language, Text, screen
from cqdash.language.reasons import of_system

LARGEST = 1 << 20
PROBLEMS_SHOWN = 8


class WriteDialog(ModalScreen[Path | None]):
    """Where to write something; an existing file is replaced only when told to. Gives the path written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self, title: Text, hint: Text, name: str, write: Callable[[Path, bool], Path], language: Language
    ) -> None:
        super().__init__()
        self._heading, self._hint, self._suggested = title, hint, name
        self._write, self._language = write, language

    def compose(self) -> ComposeResult:
        """The title, what is asked, and the buttons."""
        to = self._language
        with Vertical(classes="dialog"):
            yield Static(Content(self._heading.to(to)), classes="dialog-title")
            yield from self.fields()
            yield Static(Content(self._hint.to(to)), classes="dialog-hint")
            yield Static("", classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(Content(screen.EXPORT_SAVE.to(to)), id="save", variant="primary")
                yield Button(Content(screen.EXPORT_REPLACE.to(to)), id="replace", variant="warning")
                yield Button(Content(screen.EXPORT_CANCEL.to(to)), id="cancel")

    def fields(self) -> ComposeResult:
        """The file's name."""
        yield Static(Content(screen.EXPORT_FILE.to(self._language)))
        yield Input(self._suggested, select_on_focus=False)

    def on_mount(self) -> None:
        """Offer to replace only once there is something to replace."""
        self.query_one("#replace").display = False

    def on_input_changed(self) -> None:
        """Another name is another file."""
        self.refuse(None)

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.save(overwrite=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save, replace or leave."""
        if event.button.id == "cancel":
            self.action_leave()
        else:
            self.save(overwrite=event.button.id == "replace")

    def action_leave(self) -> None:
        """Leave and write nothing."""
        self.dismiss(None)

    def save(self, *, overwrite: bool) -> None:
        """Write and leave, or say why not."""
        name = self.query_one(Input).value.strip()
        if not name:
            self.refuse(screen.EXPORT_NO_NAME)
            return
        try:
            self.dismiss(self._write(Path(name), overwrite))
        except CannotWrite as error:
            self.refuse(screen.EXPORT_EXISTS if error.exists else error.text, replaceable=error.exists)

    def refuse(self, why: Text | None, *, replaceable: bool = False) -> None:
        """Say what is wrong, or that nothing is any more."""
        self.query_one(".problem", Static).update(Content(why.to(self._language) if why else ""))
        self.query_one("#replace").display = replaceable


class OpenDialog(ModalScreen[None]):
    """Which file to open; what is wrong with it is said here, and nothing is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, take: Callable[[str, Path], Awaitable[None]], name: str, language: Language) -> None:
        super().__init__()
        self._take, self._suggested, self._language = take, name, language

    def compose(self) -> ComposeResult:
        """The file's name and the buttons."""
        to = self._language
        with Vertical(classes="dialog"):
            yield Static(Content(screen.OPEN_TITLE.to(to)), classes="dialog-title")
            yield Static(Content(screen.EXPORT_FILE.to(to)))
            yield Input(self._suggested, select_on_focus=False)
            yield Static("", classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(Content(screen.OPEN.to(to)), id="open", variant="primary")
                yield Button(Content(screen.EXPORT_CANCEL.to(to)), id="cancel")

    async def on_input_submitted(self) -> None:
        """Enter opens."""
        await self._open()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open or leave."""
        if event.button.id == "cancel":
            self.dismiss(None)
        else:
            await self._open()

    async def _open(self) -> None:
        path = Path(self.query_one(Input).value.strip()).expanduser()
        try:
            with path.open("rb") as stream:
                raw = stream.read(LARGEST + 1)
            if len(raw) > LARGEST:
                self._refuse(screen.TOO_LARGE.fill(path=path).to(self._language))
                return
            await self._take(raw.decode("utf-8-sig"), path)
            self.dismiss(None)
        except BadDataset as error:
            said = [problem.to(self._language) for problem in error.problems[:PROBLEMS_SHOWN]]
            self._refuse("\n".join(said))
        except UnicodeDecodeError:
            self._refuse(screen.NOT_UTF8.fill(path=path).to(self._language))
        except (OSError, ValueError) as error:
            self._refuse(screen.CANNOT_READ.fill(path=path, reason=of_system(error)).to(self._language))

    def _refuse(self, why: str) -> None:
        self.query_one(".problem", Static).update(Content(why))


class UnsavedDialog(ModalScreen[Literal["save", "discard", "stay"]]):
    """Before leaving with answers that no file holds."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stay", show=False)]

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def compose(self) -> ComposeResult:
        """The question and its three answers."""
        to = self._language
        with Vertical(classes="dialog"):
            yield Static(Content(screen.UNSAVED_TITLE.to(to)), classes="dialog-title")
            yield Static(Content(screen.UNSAVED.to(to)))
            with Horizontal(classes="buttons"):
                yield Button(Content(screen.EXPORT_SAVE.to(to)), id="save", variant="primary")
                yield Button(Content(screen.DISCARD.to(to)), id="discard", variant="warning")
                yield Button(Content(screen.EXPORT_CANCEL.to(to)), id="stay")

    def action_stay(self) -> None:
        """Go on working."""
        self.dismiss("stay")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer."""
        answers: dict[str | None, Literal["save", "discard", "stay"]] = {"save": "save", "discard": "discard"}
        self.dismiss(answers.get(event.button.id, "stay"))
