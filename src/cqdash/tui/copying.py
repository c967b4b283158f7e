"""A row as text to take along: one cell of it, or all of it with its citation."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from cqdash.language import Language, Text, tables, words
from cqdash.language.characters import is_unsafe
from cqdash.tabs.blocks import Detail
from cqdash.tui.table_rows import BlockRow

BRIEF = 40
"""Cells of a text that a message quotes."""


def cell_text(row: BlockRow, column: int, language: Language) -> str:
    """What stands in a cell; the label without its mark, also where an entry of a list says no more."""
    return (row.cells[column].to(language) if column else "") or row.label.to(language)


def row_text(row: BlockRow, columns: Detail | None, citation: Text | None, language: Language) -> str:
    """The row, a line a column where it has columns, and last where all of it is printed or published."""
    if columns:
        # The citation says in full what the column of sources says in short.
        fields = [field for field in columns.fields if not (citation and field.name == words.SOURCE)]
        named = [tables.NAMED.fill(name=field.name, value=field.value) for field in fields]
        lines = [row.label.to(language), *(text.to(language) for text in named)]
    else:
        said = [text.to(language) for text in (row.label, *row.cells[1:])]
        lines = [Text("：", ": ").to(language).join(each for each in said if each)]
    if citation:
        lines.append(tables.COPIED_SOURCE.fill(source=citation).to(language))
    return "\n".join(lines)


def printable(text: str) -> str:
    """The text without controls and whatever else could drive a terminal; lines stay lines."""
    return "".join(character for character in text if not is_unsafe(character) and character != "\t")


def briefly(text: str) -> str:
    """The first line, cut where it is long."""
    first = text.partition("\n")[0]
    return first if cell_len(first) <= BRIEF else set_cell_size(first, BRIEF - 1).rstrip() + "…"
