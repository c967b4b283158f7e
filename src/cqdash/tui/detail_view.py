"""The details of the records in a row: as printed, exact value, interval, citation, notes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from cqdash.language import Language, words
from cqdash.language.analysis import AGREES_MARK
from cqdash.tabs.blocks import Detail
from cqdash.tui.line import wrapped
from cqdash.tui.lines_view import LinesView

GAP = 2
COLOURS = {"!": "$text-error", "?": "$text-warning", AGREES_MARK: "$text-success"}
"""Of the marks of findings, each of which says the same without its colour."""


class DetailView(LinesView):
    """One record after the other; quiet names, plain values, the notes last."""

    def __init__(self) -> None:
        super().__init__()
        self._details: Sequence[Detail] = ()
        self._language: Language = "en"
        self._width = 0
        self._made: list[Content] = []

    def show(self, details: Sequence[Detail], language: Language) -> None:
        """Show other records, or the same in another language."""
        self._details, self._language, self._width = details, language, 0
        self.show_new()

    def lines(self, width: int) -> list[Content]:
        """The details, wrapped to this width."""
        if width != self._width:
            self._width, self._made = width, self._wrapped(width)
        return self._made

    def _wrapped(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for item in self._details:
            if lines:
                lines += [Content(""), Content("─" * width).stylize("$foreground 20%"), Content("")]
            lines += _detail(item, self._language, max(width, 12))
        return lines


def _detail(item: Detail, language: Language, width: int) -> list[Content]:
    if item.shown:
        lines = wrapped(item.label.to(language), width, "$text-muted")
        lines += wrapped(item.shown.to(language), width, "bold $text-primary")
    else:
        lines = wrapped(item.label.to(language), width, "bold $text-primary")
    if item.text:
        lines += [Content(""), *wrapped(item.text.to(language), width)]
    lines.append(Content(""))
    names = [field.name.to(language) for field in item.fields]
    indent = max(map(cell_len, names), default=0) + GAP
    if indent > width * 2 // 3:
        indent = width
    above = ""
    for name, field in zip(names, item.fields, strict=True):
        head = Content(name if name != above else "").stylize("$text-muted")
        lines += _hanging(head, field.value.to(language), indent, width)
        above = name
    if item.citation:
        lines += [Content(""), *wrapped(item.citation.to(language), width, "$text-muted")]
    for finding in item.findings:
        mark = Content(finding.mark).stylize(f"bold {COLOURS[finding.mark]}")
        lines += [Content(""), *_hanging(mark, finding.said.to(language), GAP, width)]
    for note in item.notes:
        mark = Content(words.NOTE_MARK).stylize("bold $text-warning")
        lines += [Content(""), *_hanging(mark, note.to(language), GAP, width)]
    return lines


def _hanging(name: Content, value: str, indent: int, width: int) -> list[Content]:
    """A name, and its value wrapped beside it; below it where the name takes up all of the width."""
    if indent >= width:
        return [*wrapped(name.plain, width, "$text-muted"), *_set_in(value, width)]
    lines = wrapped(value, max(8, width - indent))
    heads = [name.pad_right(indent - name.cell_length), *(Content(" " * indent) for _ in lines[1:])]
    return [head + line for head, line in zip(heads, lines, strict=True)]


def _set_in(value: str, width: int) -> list[Content]:
    return [Content("  ") + line for line in wrapped(value, width - 2)]
