"""What the terms of a row mean, over the dashboard; all terms where the row has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from cqdash.dataset import Dataset
from cqdash.dataset.glossary import Entry
from cqdash.language import Language, Text
from cqdash.language import glossary as words
from cqdash.tabs.glossary import terms_of, terms_of_tab
from cqdash.tui.dialog import Dialog
from cqdash.tui.line import wrapped
from cqdash.tui.tab_body import TabBody
from cqdash.tui.tab_pane import Pane


def glossary_dialog(dataset: Dataset, pane: Pane | None, language: Language) -> GlossaryDialog:
    """The dialog for what is in front: the current row of the figures, or the form of the tab."""
    entries: tuple[Entry, ...] = ()
    if pane and isinstance(pane.front, TabBody):
        table = pane.front.current
        entries = terms_of(dataset, table.current_records) if table else ()
    elif pane and pane.front:
        entries = terms_of_tab(dataset, pane.tab)
    return GlossaryDialog(entries, tuple(dataset.glossary.values()), language)


class GlossaryDialog(Dialog[None]):
    """Terms to scroll through; g goes on to all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", show=False),
        Binding("g", "all", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self, entries: Sequence[Entry], every: Sequence[Entry], language: Language) -> None:
        super().__init__(language)
        self._shown = entries or every
        self._every = every
        self._has_own = bool(entries)

    def compose(self) -> ComposeResult:
        """A title, a word where the row has no term, the terms."""
        with VerticalScroll(classes="dialog", id="glossary-dialog"):
            yield Static(classes="dialog-title")
            yield Static(classes="dialog-note")
            yield GlossaryText()

    def say(self) -> None:
        """The terms of the row, or all of them."""
        self.query_one(".dialog-title", Static).update(Content(words.TITLE.to(self.language)))
        note = self.query_one(".dialog-note", Static)
        note.update(Content(words.NONE_HERE.to(self.language)))
        note.display = not self._has_own
        hint = words.CLOSE if len(self._shown) == len(self._every) else words.ALL
        self.query_one(VerticalScroll).border_subtitle = Content(hint.to(self.language))
        self.query_one(GlossaryText).show(self._shown, self.language)

    def action_all(self) -> None:
        """Every term there is."""
        self._shown = self._every
        self.say()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, lines: int) -> None:
        """A few lines down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines * 2, animate=False)


class GlossaryText(Widget):
    """Terms one below the other, each in both languages above what it means."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._language: Language = "en"

    def show(self, entries: Sequence[Entry], language: Language) -> None:
        """Show other terms."""
        self._entries, self._language = entries, language
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the terms take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The terms, a blank line before each but the first."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for entry in self._entries:
            lines += [*([Content("")] if lines else []), *_said(entry, self._language, width)]
        return lines


def _said(entry: Entry, language: Language, width: int) -> list[Content]:
    term, other = entry.term.to(language), Text(entry.term.en, entry.term.zh).to(language)
    head = Content.assemble((term, "bold $text-primary"), "  ", (other, "$text-muted"))
    heads = [head]
    if head.cell_length > width:
        heads = [*wrapped(term, width, "bold $text-primary"), *wrapped(other, width, "$text-muted")]
    return [*heads, *(Content("  ") + line for line in wrapped(entry.text.to(language), width - 2))]
