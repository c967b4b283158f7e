"""A block's rows as its table shows them, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from cqdash.language import Language, Text, words
from cqdash.tabs.blocks import Column, Listing, Notes, Table
from cqdash.tabs.worth import Worth

Rows = Table | Listing | Notes
Style = Literal["", "bold"]
Worths = Sequence[Sequence[Worth | None]]
NOTHING = Text("", "")
_DIGITS = re.compile(r"([0-9]+)")


class BlockRow(Struct, frozen=True):
    """A row: its cells, the ids of its records, and of an entry of a list the row that heads it.

    Its first cell ends with its `mark`.
    """

    cells: tuple[Text, ...]
    records: tuple[str, ...]
    style: Style = ""
    head: int | None = None
    mark: str = ""

    @property
    def label(self) -> Text:
        """The first cell without its mark."""
        zh, en = (words.strip().removesuffix(self.mark) for words in self.cells[0])
        return Text(zh, en)

    @property
    def is_head(self) -> bool:
        """Whether it is the title of a group, and no entry itself."""
        return self.style == "bold"


class Sorting(Struct, frozen=True):
    """By which column rows are put in order, and which way."""

    column: int
    descending: bool = False

    def next(self) -> Sorting | None:
        """Ascending, then descending, then the original order again."""
        return None if self.descending else Sorting(self.column, descending=True)

    @property
    def mark(self) -> str:
        """The arrow in the column's title."""
        return "▼" if self.descending else "▲"


def block_rows(block: Rows) -> tuple[Sequence[Column], list[BlockRow]]:
    """The columns and the rows of a block; a list and notes have two columns without titles."""
    if isinstance(block, Table):
        return block.columns, [BlockRow(row.cells, row.records, mark=row.mark) for row in block.rows]
    untitled = (Column(NOTHING), Column(NOTHING))
    if isinstance(block, Notes):
        mark = Text(words.NOTE_MARK, words.NOTE_MARK) if block.numbered else NOTHING
        return untitled, [
            BlockRow((mark, text), records) for text, records in zip(block.notes, block.records, strict=True)
        ]
    rows: list[BlockRow] = []
    for group in block.groups:
        head = len(rows)
        rows.append(BlockRow((group.title, NOTHING), (group.record,) if group.record else (), "bold"))
        for item in group.items:
            label = Text(f"  {item.label.zh}{item.mark}", f"  {item.label.en}{item.mark}")
            said = _said(item.shown, item.text)
            rows.append(BlockRow((label, said), (item.record,), head=head, mark=item.mark))
    return untitled, rows


def in_order(
    rows: Sequence[BlockRow], worths: Worths, kept: Sequence[int], sorting: Sorting | None, language: Language
) -> list[int]:
    """The rows kept, in order; what is missing stands last either way.

    A column that holds figures goes by value, one unit after the other as they come; any other by its words.
    """
    if sorting is None:
        return list(kept)
    column = sorting.column
    values = {n: worth for n in kept if (worth := worths[n][column])}
    if any(row[column] for row in worths):
        units = list(dict.fromkeys(worth.unit for worth in values.values()))
        sign = -1 if sorting.descending else 1
        first = sorted(values, key=lambda n: (units.index(values[n].unit), sign * values[n].number))
    else:
        told = [n for n in kept if rows[n].cells[column] not in (NOTHING, words.NOT_PRINTED)]
        first = sorted(
            told,
            key=lambda n: _by_words(rows[n].cells[column].to(language), language),
            reverse=sorting.descending,
        )
    placed = set(first)
    return first + [n for n in kept if n not in placed]


def _by_words(said: str, language: Language) -> list[tuple[bytes, int]]:
    """Without case or marks, numbers by value; Chinese as in GB 18030: common characters by pinyin."""
    plain = "".join(each for each in said.casefold() if each.isalnum() or each == " ").strip()
    coding = "gb18030" if language == "zh" else "utf-8"
    parts = _DIGITS.split(plain)
    return [
        (part.encode(coding), int(number or 0))
        for part, number in zip(parts[::2], [*parts[1::2], ""], strict=True)
    ]


def _said(shown: Text | None, text: Text | None) -> Text:
    parts = [part for part in (shown, text) if part]
    return Text("，".join(p.zh for p in parts), "; ".join(p.en for p in parts))
