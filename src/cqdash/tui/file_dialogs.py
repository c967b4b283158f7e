"""The screens that ask for a file: where to write, what to open, and whether to save before leaving."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from cqdash.dataset import BadDataset
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import NO_FILE
from cqdash.language import Language, Text, joined, screen
from cqdash.language.reasons import of_system
from cqdash.tui.dialog import Dialog

LARGEST = 1 << 20
PROBLEMS_SHOWN = 8
_BUTTONS = {"save": screen.EXPORT_SAVE, "replace": screen.EXPORT_REPLACE, "cancel": screen.EXPORT_CANCEL}


class WriteDialog(Dialog[Path | None]):
    """Where to write something; an existing file is replaced only when told to. Gives the path written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self, title: Text, hint: Text, name: str, write: Callable[[Path, bool], Path], language: Language
    ) -> None:
        super().__init__(language)
        self._heading, self._hint, self._suggested = title, hint, name
        self._write = write
        self._why: Text | None = None

    def compose(self) -> ComposeResult:
        """The title, what is asked, and the buttons; nothing is to be replaced yet."""
        with Vertical(classes="dialog"):
            yield Static(classes="dialog-title")
            yield from self.fields()
            yield Static(classes="dialog-hint")
            yield Static(classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(id="save", variant="primary")
                replace = Button(id="replace", variant="warning")
                replace.display = False
                yield replace
                yield Button(id="cancel")

    def fields(self) -> ComposeResult:
        """The file's name."""
        yield Static(id="place")
        yield Input(self._suggested, select_on_focus=False)

    def say(self) -> None:
        """The words around the file's name."""
        to = self.language
        texts = {".dialog-title": self._heading, "#place": self.place, ".dialog-hint": self.hint}
        for selector, text in texts.items():
            self.query_one(selector, Static).update(Content(text.to(to)))
        self.query_one(".problem", Static).update(Content(self._why.to(to) if self._why else ""))
        for name, text in _BUTTONS.items():
            self.query_one(f"#{name}", Button).label = Content(text.to(to))

    @property
    def is_refused(self) -> bool:
        """Whether something is wrong."""
        return self._why is not None

    @property
    def place(self) -> Text:
        """What is asked for."""
        return screen.EXPORT_FILE

    @property
    def hint(self) -> Text:
        """What will be written."""
        return self._hint

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
        self._why = why
        self.query_one("#replace").display = replaceable
        self.say()


class OpenDialog(Dialog[None]):
    """Which file to open; what is wrong with it is said here, and nothing is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, take: Callable[[str, Path], Awaitable[None]], name: str, language: Language) -> None:
        super().__init__(language)
        self._take, self._suggested = take, name
        self._why: Text | None = None

    def compose(self) -> ComposeResult:
        """The file's name and the buttons."""
        with Vertical(classes="dialog"):
            yield Static(classes="dialog-title")
            yield Static(id="place")
            yield Input(self._suggested, select_on_focus=False)
            yield Static(classes="problem")
            with Horizontal(classes="buttons"):
                yield Button(id="open", variant="primary")
                yield Button(id="cancel")

    def say(self) -> None:
        """The words around the file's name."""
        to = self.language
        texts = {".dialog-title": screen.OPEN_TITLE, "#place": screen.EXPORT_FILE}
        for selector, text in texts.items():
            self.query_one(selector, Static).update(Content(text.to(to)))
        self.query_one(".problem", Static).update(Content(self._why.to(to) if self._why else ""))
        self.query_one("#open", Button).label = Content(screen.OPEN.to(to))
        self.query_one("#cancel", Button).label = Content(screen.EXPORT_CANCEL.to(to))

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
        path = Path(self.query_one(Input).value.strip())
        try:
            path = path.expanduser()
            # A pipe or a terminal would be waited for.
            if path.exists() and not path.is_dir() and not path.is_file():
                self._refuse(NO_FILE.fill(path=path))
                return
            with path.open("rb") as stream:
                raw = stream.read(LARGEST + 1)
            if len(raw) > LARGEST:
                self._refuse(screen.TOO_LARGE.fill(path=path))
                return
            await self._take(raw.decode("utf-8-sig"), path)
            self.dismiss(None)
        except BadDataset as error:
            said = [Text(each.to("zh"), each.to("en")) for each in error.problems[:PROBLEMS_SHOWN]]
            self._refuse(joined(said, "\n", "\n"))
        except UnicodeDecodeError:
            self._refuse(screen.NOT_UTF8.fill(path=path))
        except (OSError, ValueError, RuntimeError) as error:
            self._refuse(screen.CANNOT_READ.fill(path=path, reason=of_system(error)))

    def _refuse(self, why: Text) -> None:
        self._why = why
        self.say()


class UnsavedDialog(Dialog[Literal["save", "discard", "stay"]]):
    """Before leaving with answers that no file holds."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stay", show=False)]

    def compose(self) -> ComposeResult:
        """The question and its three answers."""
        with Vertical(classes="dialog"):
            yield Static(classes="dialog-title")
            yield Static(id="question")
            with Horizontal(classes="buttons"):
                yield Button(id="save", variant="primary")
                yield Button(id="discard")
                yield Button(id="stay")

    def say(self) -> None:
        """What is at stake, and the answers."""
        to = self.language
        self.query_one(".dialog-title", Static).update(Content(screen.UNSAVED_TITLE.to(to)))
        self.query_one("#question", Static).update(Content(screen.UNSAVED.to(to)))
        self.query_one(".dialog").border_subtitle = Content(screen.CHOOSE_HINT.to(to))
        answers = {"save": screen.EXPORT_SAVE, "discard": screen.DISCARD, "stay": screen.EXPORT_CANCEL}
        for name, text in answers.items():
            self.query_one(f"#{name}", Button).label = Content(text.to(to))

    def action_stay(self) -> None:
        """Go on working."""
        self.dismiss("stay")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer."""
        answers: dict[str | None, Literal["save", "discard", "stay"]] = {"save": "save", "discard": "discard"}
        self.dismiss(answers.get(event.button.id, "stay"))
