"""What a tab is made of once built: blocks in both languages, the same for the screen and every export."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from cqdash.language import Text, joined, words
from cqdash.quantity import Unit

Align = Literal["left", "right"]


class HeadlineFigure(Struct, frozen=True):
    """A figure to see first."""

    record: str
    label: Text
    shown: Text


class Headline(Struct, frozen=True, tag=True):
    """The figures a reader should see first."""

    figures: tuple[HeadlineFigure, ...]


class Column(Struct, frozen=True):
    """A table's column; the higher `rank`, the sooner it is dropped where there is no room."""

    title: Text
    align: Align = "left"
    rank: int = 0


class TableRow(Struct, frozen=True):
    """A row: its cells, and the records they come from, for the detail; the first cell ends with the mark."""

    cells: tuple[Text, ...]
    records: tuple[str, ...]
    mark: str = ""


class Table(Struct, frozen=True, tag=True):
    """A table under a title."""

    id: str
    title: Text
    about: Text | None
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


class Bar(Struct, frozen=True):
    """One length in a chart: its exact value and how it is shown.

    Where only an `interval` is known, `value` is its high end: the bar is solid to the low end.
    """

    record: str
    value: Fraction
    shown: Text
    interval: tuple[Fraction, Fraction] | None = None


class BarGroup(Struct, frozen=True):
    """A label and one bar a series; None where nothing is printed."""

    label: Text
    bars: tuple[Bar | None, ...]

    @property
    def said(self) -> Text:
        """The figures of all its bars, each by itself, as terms of a sum."""
        return joined([bar.shown for bar in self.bars if bar] or [words.NOT_PRINTED], " + ", " + ")


class Chart(Struct, frozen=True, tag=True):
    """Bars to compare, drawn beside the table they illustrate.

    Where it is `stacked`, the series of one group lie one after the other in one bar, none below zero.
    `caption` says what is measured, in which unit, and where the figures are from.
    """

    id: str
    title: Text
    series: tuple[Text, ...]
    groups: tuple[BarGroup, ...]
    beside: str | None
    stacked: bool = False
    caption: Text | None = None


class TrendPoint(Struct, frozen=True):
    """One year of a trend: the ends of its interval, and what is shown of it."""

    record: str
    year: int
    low: Fraction
    high: Fraction
    shown: Text
    status: Literal["background", "implied"]
    source: Text


class Trend(Struct, frozen=True, tag=True):
    """One indicator over the years, none of them joined over a year that is missing.

    `beside` is the table that has its row; `caption` tells unit, source and missing years.
    """

    id: str
    title: Text
    unit: Unit
    points: tuple[TrendPoint, ...]
    caption: Text
    beside: str | None

    @property
    def runs(self) -> list[tuple[TrendPoint, ...]]:
        """The points in runs of years without a gap."""
        runs: list[list[TrendPoint]] = []
        for point in self.points:
            if runs and runs[-1][-1].year + 1 == point.year:
                runs[-1].append(point)
            else:
                runs.append([point])
        return [tuple(run) for run in runs]


class ListItem(Struct, frozen=True):
    """An entry of a list, with what it says of itself; `mark` stands after its label.

    A finding is `about` records and implied values.
    """

    record: str
    label: Text
    shown: Text | None
    text: Text | None
    mark: str = ""
    about: tuple[str, ...] = ()


class ListGroup(Struct, frozen=True):
    """A head and the entries under it."""

    title: Text
    record: str | None
    items: tuple[ListItem, ...]


class Listing(Struct, frozen=True, tag=True):
    """Groups of entries under a title."""

    id: str
    title: Text
    about: Text | None
    groups: tuple[ListGroup, ...]


class Notes(Struct, frozen=True, tag=True):
    """What a reader must know before using the figures: each note, and the records it is on.

    Those not `numbered` have names of their own, or are read as they come.
    """

    id: str
    title: Text
    notes: tuple[Text, ...]
    records: tuple[tuple[str, ...], ...]
    numbered: bool = True


class TreeNode(Struct, frozen=True):
    """A branch: what it is, what is said of it, where that is printed, and what it rests on."""

    label: Text
    said: Text | None = None
    citation: Text | None = None
    children: tuple[TreeNode, ...] = ()


class Tree(Struct, frozen=True, tag=True):
    """How something came about, as trees under a title."""

    id: str
    title: Text
    about: Text | None
    nodes: tuple[TreeNode, ...]


# What is kept of a view tells them apart by their tags.
Block = Headline | Table | Chart | Trend | Listing | Notes | Tree


class TabView(Struct, frozen=True):
    """A whole tab, ready to be shown or exported; a text ends with what `closing` says."""

    id: str
    title: Text
    about: Text
    source: Text
    blocks: tuple[Block, ...]
    closing: Text = words.EVERY_FIGURE


class Field(Struct, frozen=True):
    """A named line of a detail."""

    name: Text
    value: Text


class FindingSaid(Struct, frozen=True):
    """A finding beside what it is about: its id, the mark of its answer, and what it says."""

    id: str
    mark: str
    said: Text


class Detail(Struct, frozen=True):
    """All there is to say about one record, implied value, series or finding."""

    record: str
    label: Text
    shown: Text | None
    text: Text | None
    fields: tuple[Field, ...]
    notes: tuple[Text, ...]
    citation: Text | None
    findings: tuple[FindingSaid, ...] = ()
