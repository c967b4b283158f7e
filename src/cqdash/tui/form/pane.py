"""A form on the left and what it comes to on the right, live; below each other where there is little room."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Static

from cqdash.dataset import BadDataset
from cqdash.forms import Value
from cqdash.language import Language, Text, screen
from cqdash.tabs.blocks import TabView
from cqdash.tui.blocks_view import BlocksView
from cqdash.tui.form import draft
from cqdash.tui.form.view import FormGroup, FormView
from cqdash.tui.line import Line

EXPORT_WIDTH = 100


class Result(VerticalScroll):
    """The right side: read by scrolling, and where esc leads out of a field."""


class Form(Protocol):
    """What a pane shows: it knows its answers, and what they come to."""

    @property
    def name(self) -> str:
        """A name for its files."""

    @property
    def draft(self) -> str:
        """A name for its draft, that the form of no other data has."""

    @property
    def can_add(self) -> Text | None:
        """The words of the button that adds a group, None where none can be added."""

    def groups(self) -> list[FormGroup]:
        """The fields and the answers given."""

    def years(self) -> list[tuple[int, Text]]:
        """The years a question by year is asked for."""

    def result(self) -> TabView:
        """What the answers come to."""

    def written(self) -> str:
        """The answers as a file."""

    def read(self, text: str, name: str) -> None:
        """Take the answers of a file. Raises BadDataset, and the answers stay as they were."""

    def answered(self, group: str, field: str, value: Value) -> bool:
        """Take an answer; True where it changes which fields there are."""

    def added(self) -> None:
        """Add a group."""

    def removed(self, group: str) -> None:
        """Let a group go."""


class Spoken(Protocol):
    """What a pane needs of the app."""

    def tell(self, text: Text) -> None:
        """Show a message."""


class FormPane(Widget):
    """A form, its result, and the care for what is typed: nothing entered is lost."""

    DRAFT_AFTER = 0.5
    """Seconds after a change until a draft is kept."""

    def __init__(self, form: Form, language: Language) -> None:
        super().__init__()
        self.form = form
        self.language = language
        self.path: Path | None = None
        self._saved = ""
        self._timer_set = False
        self._last: Widget | None = None
        self._result: TabView | None = None

    @property
    def is_unsaved(self) -> bool:
        """Whether there are answers that no file holds."""
        return self.form.written() != self._saved

    def compose(self) -> ComposeResult:
        """The form and its buttons, then the result."""
        with Vertical(classes="form"):
            yield Line(self.form.result().title, self.language, "form-title")
            yield FormView(self.form.groups(), self.form.years(), self.language, self.form.can_add)
            yield Static("", classes="help")
        with Result():
            yield Static("", classes="problem")
            yield BlocksView()

    def on_mount(self) -> None:
        """Show what the first answers come to."""
        self._saved = self.form.written()
        if (left := draft.kept(self.form.draft)) is not None:
            self._restore(left)
        self._compute()

    def _restore(self, left: str) -> None:
        """Go on with the draft of an earlier run; one that cannot be read is left alone."""
        try:
            self.form.read(left, "draft")
        except BadDataset:
            return
        self.call_later(self._rebuild)
        cast(Spoken, self.app).tell(screen.DRAFT_RESTORED)

    def focus_current(self) -> None:
        """Give the focus to what had it last, to the first field, or leave it where it is."""
        if any(widget.has_focus for widget in self.query("*")):
            return
        if self._last and self._last.is_attached and self._last.focusable:
            self._last.focus()
        else:
            fields = [widget for widget in self.query_one(FormView).query("*") if widget.focusable]
            if fields:
                fields[0].focus()

    def leave_field(self) -> bool:
        """From a field to the result, where letters are commands; False where no field has the focus."""
        form = self.query_one(FormView)
        if any(widget.has_focus for widget in form.query("*")):
            self.query_one(Result).focus()
            return True
        return False

    async def relabel(self, language: Language) -> None:
        """Say everything in another language; what is typed stays."""
        if language != self.language:
            self.language = language
            self.query_one(".form-title", Line).relabel(language)
            await self._rebuild()

    async def take(self, text: str, path: Path) -> None:
        """Open a file. Raises BadDataset, and the answers stay as they were."""
        self.form.read(text, path.name)
        self.path = path
        self._saved = self.form.written()
        draft.let_go(self.form.draft)
        await self._rebuild()

    def exported(self, ending: str) -> str:
        """What the answers come to as a file: Markdown for .md, else text; then the answers themselves."""
        from cqdash.export.markdown import fenced, render_markdown  # noqa: PLC0415 - only when something is exported
        from cqdash.export.text import render_text  # noqa: PLC0415

        if ending == ".md":
            written = fenced(self.form.written(), "yaml")
            return render_markdown([self.form.result()], self.language) + "\n" + written
        return render_text([self.form.result()], self.language, EXPORT_WIDTH) + "\n" + self.form.written()

    def discard(self) -> None:
        """The answers are not wanted."""
        self._saved = self.form.written()
        draft.let_go(self.form.draft)

    def was_saved(self, path: Path) -> None:
        """The answers are in a file now."""
        self.path = path
        self._saved = self.form.written()
        draft.let_go(self.form.draft)

    def keep(self) -> None:
        """Keep a draft of what no file holds, and none of what one does."""
        self._timer_set = False
        if self.is_unsaved:
            draft.keep(self.form.draft, self.form.written())
        else:
            draft.let_go(self.form.draft)

    async def add(self) -> None:
        """Add a group and go to its first field."""
        if self.form.can_add is None:
            cast(Spoken, self.app).tell(screen.NO_MORE_PROJECTS)
            return
        self.form.added()
        await self._rebuild()
        self._keep_soon()
        last = [w for w in self.query_one(FormView).query(".group").last().query("*") if w.focusable]
        if last:
            last[0].focus()

    async def on_form_view_answered(self, event: FormView.Answered) -> None:
        """Every answer is computed at once."""
        event.stop()
        if self.form.answered(event.group, event.field, event.value):
            await self._rebuild()
        else:
            self.query_one(FormView).update(self.form.groups())
            self._compute()
        self._keep_soon()

    async def on_form_view_removed(self, event: FormView.Removed) -> None:
        """A group is to go."""
        event.stop()
        self.form.removed(event.group)
        await self._rebuild()
        self._keep_soon()

    def on_form_view_faulty(self, event: FormView.Faulty) -> None:
        """Nothing is computed from a fault."""
        event.stop()
        self._compute()

    async def on_form_view_added(self, event: FormView.Added) -> None:
        """One more group."""
        event.stop()
        await self.add()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the field with the focus asks."""
        self._last = event.widget
        said = self.query_one(FormView).help_here()
        self.query_one(".help", Static).update(Content(said.to(self.language) if said else ""))

    async def _rebuild(self) -> None:
        await self.query_one(FormView).show(self.form.groups(), self.form.years(), self.language)
        self._compute()

    def _compute(self) -> None:
        is_faulty = self.query_one(FormView).has_faults
        note = self.query_one(Result).query_one(".problem", Static)
        if is_faulty:
            note.update(Content(screen.FIX_FIRST.to(self.language)))
        note.display = is_faulty
        if not is_faulty:
            self._result = self.form.result()
        if self._result:
            self.query_one(BlocksView).show(self._result, self.language)

    def _keep_soon(self) -> None:
        if not self._timer_set:
            self._timer_set = True
            self.set_timer(self.DRAFT_AFTER, self.keep)
