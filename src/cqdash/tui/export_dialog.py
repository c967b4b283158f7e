"""The screen that exports: which tabs, in which format, where to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from cqdash.dataset import Dataset
from cqdash.export import ENDINGS, FORMATS, PICTURE_WIDTH, Format, export_tabs, format_of, renamed
from cqdash.export.folder import Written, export_to_folder, file_name
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.whole import write_whole
from cqdash.language import Language, Text, joined, same, screen
from cqdash.language import export as words
from cqdash.tabs.blocks import TabView
from cqdash.tui.file_dialogs import WriteDialog
from cqdash.tui.form.pane import FormPane
from cqdash.tui.option_row import OptionRow

TEXT_WIDTH = 100
FOLDER = "cqdash-export"

WriteAll = Callable[[Path, Format, bool], Iterator[Written]]


class ExportDialog(WriteDialog):
    """A tab, all of them to a folder, or the result of a form; the file's ending and the format go together.

    Gives the path of the file or of the folder.
    """

    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
    ]

    def __init__(
        self,
        title: Text,
        name: str,
        about: Mapping[str, Text],
        write: Callable[[Path, Format, bool], Path],
        language: Language,
        write_all: WriteAll | None = None,
        tabs: Mapping[str, Text] | None = None,
    ) -> None:
        form = format_of(name) or "text"
        super().__init__(screen.EXPORT_TITLE.fill(tab=title), about[form], name, self._write_one, language)
        self._about, self._form = about, form
        self._to_file, self._to_folder = write, write_all
        self._tabs = tabs or {}
        self._names = {"one": name, "all": FOLDER}
        self._scope = "one"
        self._progress: Text | None = None

    def fields(self) -> ComposeResult:
        """Which tabs where there is a choice, the format, and where to."""
        to = self.language
        if self._to_folder:
            scopes = {"one": words.THIS_TAB, "all": words.ALL_TABS}
            yield from _row("scopes", OptionRow(scopes, self._scope, to, "scope"))
        forms = {form: words.FORMATS[form] for form in self._about}
        yield from _row("formats", OptionRow(forms, self._form, to, "format"))
        yield from _row("place", Input(self._suggested, select_on_focus=False))

    def say(self) -> None:
        """The answers to choose from, what will be written, and which keys there are."""
        super().say()
        to = self.language
        self.query_one(".dialog").border_subtitle = Content(words.KEYS.to(to))
        for label, text in {"scopes": words.SCOPE, "formats": words.FORMAT}.items():
            for each in self.query(f"#{label}").results(Static):
                each.update(Content(text.to(to)))
        for row in self.query(OptionRow):
            row.relabel(to)
        self.query_one(".problem").display = self.is_refused
        self.query_one(".dialog-hint").display = not self.is_refused

    @property
    def place(self) -> Text:
        """A file, or a folder for all."""
        return words.FOLDER if self._scope == "all" else words.FILE

    @property
    def hint(self) -> Text:
        """What is in a file of this format, or how far the writing is."""
        return self._progress or self._about[self._form]

    def on_option_row_chosen(self, event: OptionRow.Chosen) -> None:
        """Another scope has another place, another format another ending."""
        place = self.query_one(Input)
        name = place.value
        if event.row.id == "format":
            self._take_format(event.value)
            self._names["one"] = renamed(self._names["one"], self._form)
            if self._scope == "one":
                name = renamed(name, self._form)
        else:
            self._names[self._scope] = name
            self._scope = event.value
            name = self._names[self._scope]
        place.value = name
        place.cursor_position = len(name)
        self.refuse(None)

    def on_input_changed(self) -> None:
        """Another ending is another format."""
        form = format_of(self.query_one(Input).value.strip())
        if self._scope == "one" and form and form in self._about:
            self._take_format(form)
            self.query_one("#format", OptionRow).choose(form)
        self.refuse(None)

    def action_save(self) -> None:
        """Enter saves from everywhere but a button, which does what it says."""
        self.save(overwrite=False)

    def action_leave(self) -> None:
        """Leave, but not between two files."""
        if not self._progress:
            self.dismiss(None)

    def save(self, *, overwrite: bool) -> None:
        """Write the file or the folder and leave, or say why not."""
        if self._progress:
            return
        folder = self.query_one(Input).value.strip()
        if self._scope == "one":
            super().save(overwrite=overwrite)
        elif folder:
            self.run_worker(self._save_all(Path(folder), overwrite))
        else:
            self.refuse(words.NO_FOLDER)

    async def _save_all(self, folder: Path, overwrite: bool) -> None:
        """Write the tabs one after the other, and say before each how far it is."""
        assert self._to_folder
        made = self._to_folder(folder, self._form, overwrite)
        done: list[Written] = []
        try:
            for number, title in enumerate(self._tabs.values(), 1):
                self._progress = words.PROGRESS.fill(n=number, of=len(self._tabs), tab=title)
                self.refuse(None)
                if written := await asyncio.to_thread(next, made, None):
                    done.append(written)
        except CannotWrite as error:
            self.refuse(error.text)
            return
        finally:
            self._progress = None
        failed = [each for each in done if each.error]
        if failed:
            self._refuse_some(failed)
        else:
            self.dismiss(next(each.path.parent for each in done if each.path))

    def _refuse_some(self, failed: list[Written]) -> None:
        files = joined([same(file_name(each.tab, self._form)) for each in failed], "、", ", ")
        reasons = [each.error for each in failed if each.error]
        if all(error.exists for error in reasons):
            self.refuse(words.SOME_EXIST.fill(files=files), replaceable=True)
        else:
            reason = next(error.text for error in reasons if not error.exists)
            self.refuse(words.SOME_FAILED.fill(files=files, reason=reason))

    def _write_one(self, path: Path, overwrite: bool) -> Path:
        # The message about a changed name may not be here yet.
        form = format_of(path.name)
        return self._to_file(path, form if form and form in self._about else self._form, overwrite)

    def _take_format(self, form: str) -> None:
        self._form = next(each for each in FORMATS if each == form)


def tab_dialog(dataset: Dataset, view: TabView, language: Language) -> ExportDialog:
    """To export a tab, or all of them."""

    def write(path: Path, form: Format, overwrite: bool) -> Path:
        content = export_tabs(dataset, [view.id], form, language, _width(form))
        return write_whole(path, content, overwrite=overwrite)

    def write_all(folder: Path, form: Format, overwrite: bool) -> Iterator[Written]:
        width = _width(form)
        return export_to_folder(
            dataset, list(dataset.tabs), form, language, width, folder, overwrite=overwrite
        )

    tabs = {name: tab.title for name, tab in dataset.tabs.items()}
    name = file_name(view.id, "text")
    return ExportDialog(view.title, name, words.ABOUT, write, language, write_all, tabs)


def form_dialog(pane: FormPane, language: Language) -> ExportDialog:
    """To export what a form comes to, with its answers."""

    def write(path: Path, form: Format, overwrite: bool) -> Path:
        return write_whole(path, pane.exported(ENDINGS[form]), overwrite=overwrite)

    name = file_name(pane.form.name, "text")
    return ExportDialog(pane.form.result().title, name, words.FORM_ABOUT, write, language)


def _row(label: str, field: Widget) -> ComposeResult:
    with Horizontal(classes="field"):
        yield Static(classes="label", id=label)
        yield field


def _width(form: Format) -> int:
    return PICTURE_WIDTH if form == "svg" else TEXT_WIDTH
