"""A table as aligned columns, or as one record a block where there is no room for columns."""

from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from cqdash.export.units import shared_units, without_units
from cqdash.export.wrap import hang, widest_piece, wrap
from cqdash.language import Language, Text
from cqdash.tabs.blocks import Column, Table

COLON = Text("：", ": ")
NARROWEST = 58
"""Below this many cells, a text of 60 and its indent, columns are no longer readable."""
GAPS = (3, 2)
READABLE = {"left": 16, "right": 12}
"""Cells down to which a wider column may be narrowed; figures are hardly ever wrapped."""
TURNOVER = 2

Cells = Sequence[str]


class _Fit(Struct, frozen=True):
    """The widths of the columns in cells, and the cells between them."""

    widths: tuple[int, ...]
    gap: int


def table_lines(table: Table, language: Language, width: int) -> list[str]:
    """The table without its title, no line wider than `width` cells."""
    titles = [column.title.to(language) for column in table.columns]
    rows = [[cell.to(language) for cell in row.cells] for row in table.rows]
    if width < NARROWEST:
        return _records(titles, rows, language, width)
    units = [""] * len(titles)
    if _natural([titles, *rows]) > width:
        units = shared_units(table.columns, rows)
    short = [without_units(cells, units) for cells in rows]
    fit = _fit(table.columns, [titles, units, *short], width)
    if fit is None:
        return _records(titles, rows, language, width)
    return _printed(_aligned(table.columns, titles, units, short, fit), width)


def named(name: str, value: str, language: Language, width: int, indent: str = "") -> list[str]:
    """`name: value` in `width` cells, further lines set in."""
    return hang(name + COLON.to(language) + value, width, indent, indent + " " * TURNOVER)


def _natural(lines: Sequence[Cells]) -> int:
    """The cells a table takes with every cell on one line."""
    widths = [max(map(cell_len, cells)) for cells in zip(*lines, strict=True)]
    return sum(widths) + GAPS[-1] * (len(widths) - 1)


def _fit(columns: Sequence[Column], lines: Sequence[Cells], width: int) -> _Fit | None:
    """The widths in which all columns fit, since a text leaves nothing out; None where they do not."""
    by_column = list(zip(*lines, strict=True))
    natural = [max(map(cell_len, cells)) for cells in by_column]
    least = [_least(column, n, by_column[n], natural[n]) for n, column in enumerate(columns)]
    gaps = len(columns) - 1
    if sum(least) + GAPS[-1] * gaps > width:
        return None
    gap = next((g for g in GAPS if sum(natural) + g * gaps <= width), GAPS[-1])
    return _Fit(_shared(least, natural, width - gap * gaps), gap)


def _least(column: Column, place: int, cells: Cells, natural: int) -> int:
    """The fewest cells in which a column still reads well, with no piece of its text cut."""
    readable = READABLE[column.align]
    if natural <= readable:
        return natural
    return min(natural, max(readable, *map(widest_piece, cells)) + (0 if place else TURNOVER))


def _shared(least: Sequence[int], natural: Sequence[int], room: int) -> tuple[int, ...]:
    """Widths from `least` up to `natural`; a spare cell goes to the column that would wrap most."""
    widths = list(least)
    for _ in range(room - sum(widths)):
        wanting = [n for n, width in enumerate(widths) if width < natural[n]]
        if not wanting:
            break
        widths[max(wanting, key=lambda n: Fraction(natural[n], widths[n]))] += 1
    return tuple(widths)


def _aligned(
    columns: Sequence[Column], titles: Cells, units: Cells, rows: Sequence[Cells], fit: _Fit
) -> RichTable:
    titled, told, *wrapped = (_wrapped(row, fit) for row in [titles, units, *rows])
    header = [f"{title}\n{unit}" if unit else title for title, unit in zip(titled, told, strict=True)]
    heights = [max(cell.count("\n") for cell in cells) for cells in wrapped]
    is_prose = sum(map(bool, heights)) * 2 > len(rows) or max(heights, default=0) > 1
    table = RichTable(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, fit.gap - 1, 0, 0),
        leading=int(is_prose),
    )
    for column, title in zip(columns, header, strict=True):
        table.add_column(RichText(title), justify=column.align, no_wrap=True)
    for cells in wrapped:
        table.add_row(*map(RichText, cells))
    return table


def _wrapped(cells: Cells, fit: _Fit) -> list[str]:
    """The cells shown, each on as many lines as its column needs; the first column's further lines set in."""
    shown = []
    for place, width in enumerate(fit.widths):
        rest = "" if place else " " * TURNOVER
        shown.append("\n".join(hang(cells[place], width, "", rest)))
    return shown


def _printed(table: RichTable, width: int) -> list[str]:
    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system=None, force_terminal=False, markup=False, emoji=False,
        highlight=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    console.print(table)
    return [line.rstrip() for line in out.getvalue().rstrip("\n").split("\n")]


def _records(titles: Cells, rows: Sequence[Cells], language: Language, width: int) -> list[str]:
    """Each row under its first cell, the other cells named by their columns."""
    lines: list[str] = []
    for head, *cells in rows:
        lines += ["", *wrap(head, width)]
        for title, cell in zip(titles[1:], cells, strict=True):
            lines += named(title, cell, language, width, " " * TURNOVER)
    return lines[1:]
