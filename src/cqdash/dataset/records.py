"""The record types of a dataset, field for field as the YAML files hold them."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from cqdash.dataset.whole import Line
from cqdash.language import Text
from cqdash.quantity import Sign

Kind = Literal[
    "figure", "growth", "amount", "date", "name", "claim", "organisation", "programme",
    "product", "place", "role", "term", "rule", "need", "service",
]  # fmt: skip
SectionKind = Literal[
    "table", "chart", "list", "rest", "notes", "form", "trends", "implied", "findings", "glossary"
]  # fmt: skip
Status = Literal["printed", "background"]
Cell = str | Text | None
"""A record's id, words of the file's own, or nothing printed."""

MEASURED: tuple[Kind, ...] = ("figure", "growth", "amount")


class Record(Struct, frozen=True):
    """One thing the page prints: `printed` stands on `line` (a line, or the lines of one paragraph).

    A background value stands on no line, and its `article` is the source that published it.
    """

    id: str
    label: Text
    article: str
    line: Line | tuple[Line, ...]
    printed: str
    kind: Kind = "figure"
    sign: Sign = "up"
    period: Text | str | None = None
    text: Text | None = None
    status: Status = "printed"

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the page the record stands on."""
        return (self.line,) if isinstance(self.line, int) else self.line


class Note(Struct, frozen=True):
    """What a reader must know before using the records it names."""

    id: str
    text: Text
    records: tuple[str, ...] = ()


class Row(Struct, frozen=True):
    """A row of a table, or a bar of a chart: its label and what stands in each column.

    `record` is what the row is about, for its detail and citation.
    """

    label: Text
    cells: tuple[Cell, ...]
    record: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The record ids the row names."""
        return tuple(name for name in (self.record, *self.cells) if isinstance(name, str))


class Group(Struct, frozen=True):
    """A head (a record, or words) and the records under it."""

    items: tuple[str, ...]
    record: str | None = None
    title: Text | None = None


class Section(Struct, frozen=True):
    """One part of a tab, as its file declares it."""

    id: str
    kind: SectionKind
    title: Text
    about: Text | None = None
    columns: tuple[Text, ...] = ()
    rows: tuple[Row, ...] = ()
    records: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    beside: str | None = None
    series: tuple[str, ...] = ()
    form: Literal["bars"] = "bars"

    @property
    def named(self) -> tuple[str, ...]:
        """Every record id the section names, in reading order."""
        rows = [name for row in self.rows for name in row.named]
        groups = [name for group in self.groups for name in (group.record, *group.items) if name]
        return (*self.records, *rows, *groups)


class Tab(Struct, frozen=True):
    """A tab as declared: its place, its title, its headline figures and its sections."""

    keeps_sound_parts: ClassVar[bool] = True
    order: int
    title: Text
    about: Text
    headline: tuple[str | Row, ...]
    sections: tuple[Section, ...]


def named_in(entry: str | Row) -> tuple[str, ...]:
    """The record ids that a row, or an entry that is one itself, names."""
    return (entry,) if isinstance(entry, str) else entry.named


class Part(Struct, frozen=True):
    """A named part of an article that is no numbered paragraph: a headline, a data box."""

    lines: tuple[Line, ...]
    name: Text


class Article(Struct, frozen=True):
    """An article: its title, the lines of each paragraph in order, and its other parts."""

    id: str
    title: Text
    paragraphs: tuple[tuple[Line, ...], ...]
    parts: tuple[Part, ...] = ()


class Publication(Struct, frozen=True):
    """A publication: how to cite it, and what about it is not known."""

    id: str
    title: Text
    date: Text
    note: Text
    articles: tuple[Article, ...]
