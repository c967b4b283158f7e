"""The unit that all figures of a column share, told once in its head where there is no room to repeat it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

from cqdash.export.wrap import SCALES
from cqdash.tabs.blocks import Column

_FIGURE = re.compile(r"(?P<figure>.*\d)(?P<unit> ?[^\W\d][^\d()（）]*)")
SHORTEST = 2
"""Cells of a unit that is worth moving: a percent sign is not."""


def shared_units(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    """The unit of each column, empty where its figures have none, a short one or several."""
    if not rows:
        return [""] * len(columns)
    cells = zip(*rows, strict=True)
    return [
        _shared(column) if each.align == "right" else "" for each, column in zip(columns, cells, strict=True)
    ]


def without_units(cells: Sequence[str], units: Sequence[str]) -> list[str]:
    """The cells of a row without the units told in the heads."""
    return [_without(cell, unit) if unit else cell for cell, unit in zip(cells, units, strict=True)]


def _without(cell: str, unit: str) -> str:
    """48亿～80亿元 has its unit at its end, and the unit's scale within."""
    figure = cell.removesuffix(unit).rstrip()
    return figure.replace(unit[0], "") if unit[0] in SCALES and figure != cell else figure


def _shared(cells: Sequence[str]) -> str:
    found = [match["unit"] for cell in cells if (match := _FIGURE.fullmatch(cell))]
    # Nothing at all is written without a unit.
    told = sum(any(each.isdigit() for each in cell) for cell in cells if cell != "0")
    is_one = len(found) > 1 and len(found) == told and len(set(found)) == 1
    unit = found[0].strip() if is_one else ""
    # 9800万～1.2亿元 has two scales: it cannot stand under one of them.
    other_scales = (SCALES - {unit[:1]}) & set("".join(cells))
    return unit if cell_len(unit) >= SHORTEST and not other_scales else ""
