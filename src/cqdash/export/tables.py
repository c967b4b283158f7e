"""A table as aligned columns, or as one record a block where there is no room for columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest

from msgspec import Struct
from rich.cells import cell_len

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
RULE = "─"

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
    return _aligned(table.columns, titles, units, short, fit)


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
) -> list[str]:
    """Titles above a rule, rows below it; apart from each other where most of them take several lines."""
    titled, told, *wrapped = (_wrapped(row, fit) for row in [titles, units, *rows])
    heads = [title + unit if any(unit) else title for title, unit in zip(titled, told, strict=True)]
    most = max(map(len, heads))
    # A title of fewer lines than another stands low, next to its figures.
    heads = [[""] * (most - len(head)) + head for head in heads]
    heights = [max(map(len, cells)) - 1 for cells in wrapped]
    is_prose = sum(map(bool, heights)) * 2 > len(rows) or max(heights, default=0) > 1
    widths = [
        max(cell_len(line) for cells in [heads, *wrapped] for line in cells[n]) for n in range(len(heads))
    ]
    lines = [*_row(columns, heads, widths, fit.gap), RULE * (sum(widths) + fit.gap * (len(widths) - 1))]
    for number, cells in enumerate(wrapped):
        lines += [""] if number and is_prose else []
        lines += _row(columns, cells, widths, fit.gap)
    return lines


def _row(columns: Sequence[Column], cells: Sequence[Cells], widths: Sequence[int], gap: int) -> Iterator[str]:
    for parts in zip_longest(*cells, fillvalue=""):
        yield (" " * gap).join(map(_padded, columns, parts, widths)).rstrip()


def _padded(column: Column, part: str, width: int) -> str:
    rest = " " * (width - cell_len(part))
    return rest + part if column.align == "right" else part + rest


def _wrapped(cells: Cells, fit: _Fit) -> list[list[str]]:
    """The cells shown, each on as many lines as its column needs; the first column's further lines set in."""
    return [
        hang(cells[place], width, "", "" if place else " " * TURNOVER)
        for place, width in enumerate(fit.widths)
    ]


def _records(titles: Cells, rows: Sequence[Cells], language: Language, width: int) -> list[str]:
    """Each row under its first cell, the other cells named by their columns."""
    lines: list[str] = []
    for head, *cells in rows:
        lines += ["", *wrap(head, width)]
        for title, cell in zip(titles[1:], cells, strict=True):
            lines += named(title, cell, language, width, " " * TURNOVER)
    return lines[1:]
