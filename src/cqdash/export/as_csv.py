"""The figures of tabs as one table for spreadsheets and statistics programs: a line a figure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.export.as_json import implied_data, record_data
from cqdash.language import Text
from cqdash.quantity import decimal_text
from cqdash.tabs.blocks import TabView
from cqdash.tabs.citation import citation_of

BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for another encoding."""
DIGITS = 15
"""Significant digits of an end that no decimal writes: as many as a spreadsheet keeps."""
BOTH = ("label", "period", "figure", "formula", "citation", "notes")
"""What has a column in each language."""
COLUMNS = (
    "id", "tab", "status", "kind", "label_zh", "label_en", "period_zh", "period_en", "figure_zh", "figure_en",
    "printed", "qualifier", "sign", "value", "unit", "low", "low_closed", "high", "high_closed", "low_exact",
    "high_exact", "reading", "formula_zh", "formula_en", "inputs", "citation_zh", "citation_en", "notes_zh",
    "notes_en", "data_file",
)  # fmt: skip
_FORMULA = re.compile(r"[=+\-@\t\r]|\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")
_LIKE_A_DATE = re.compile(r"[0-9]{1,2}/[0-9]{1,4}")

Line = Mapping[str, Any]


def render_csv(dataset: Dataset, views: Sequence[TabView]) -> str:
    r"""The records of the tabs, what follows from them, and the background, below a header.

    Lines end in \r\n. Every value is as `render_json` has it, and what is not known is an empty cell, but
    `low` and `high` are always decimals: an end that no decimal writes is rounded outward to 15 digits, and
    stands exactly in `low_exact` or `high_exact` as "n/d". A cell that a spreadsheet would work out begins
    with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for view in views:
        for line in _lines(dataset, view.id):
            writer.writerow([defused(line.get(column) or "") for column in COLUMNS])
    return BOM + out.getvalue()


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula or a date; a plain number stays as it is."""
    cell = cell.replace("\n", " ")
    is_taken = _LIKE_A_DATE.fullmatch(cell) or (_FORMULA.match(cell) and not _NUMBER.fullmatch(cell))
    return f"'{cell}" if is_taken else cell


def _lines(dataset: Dataset, tab: str) -> Iterator[Line]:
    for record in dataset.records_of(tab):
        yield _line(dataset, record_data(dataset, record))
    for value in analyse(dataset).implied_of(tab):
        for reading in implied_data(dataset, value):
            yield _line(dataset, reading)
    for record in dataset.records_of(tab, "background"):
        yield _line(dataset, record_data(dataset, record))


def _line(dataset: Dataset, told: Line) -> Line:
    """What JSON tells of a figure, in columns."""
    identifier = told["id"]
    cited = citation_of(dataset, [identifier])
    notes = [note.text for note in dataset.notes_on.get(identifier, ())]
    said = {
        **told,
        "figure": told["shown"],
        "citation": _pair(cited) if cited else None,
        "notes": {"zh": "".join(note.zh for note in notes), "en": " ".join(note.en for note in notes)},
    }
    line = {name: value for name, value in told.items() if isinstance(value, str)}
    for name in BOTH:
        for language in ("zh", "en"):
            line[f"{name}_{language}"] = (said.get(name) or {}).get(language, "")
    line["inputs"] = "; ".join(told.get("inputs", ()))
    return {**line, **_bounds(told.get("interval") or {}, told["status"] == "implied")}


def _pair(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _bounds(interval: Line, is_implied: bool) -> dict[str, str]:
    """The ends of an interval; an implied one of a single number is its value too."""
    cells: dict[str, str] = {}
    for end, outward in (("low", floor), ("high", ceil)):
        if (exact := interval.get(end)) is None:
            continue
        cells[f"{end}_closed"] = "true" if interval[f"{end}_closed"] else "false"
        if "/" in exact:
            number = Fraction(exact)
            place = _last_place(number)
            cells[end] = decimal_text(outward(number / place) * place)
            cells[f"{end}_exact"] = exact
        else:
            cells[end] = exact
    if is_implied and "low" in cells and "/" not in interval["low"] and interval["low"] == interval["high"]:
        cells["value"] = cells["low"]
    return cells


def _last_place(number: Fraction) -> Fraction:
    """The place of the last of so many significant digits."""
    power = 0
    while Fraction(10) ** power > abs(number):
        power -= 1
    while Fraction(10) ** (power + 1) <= abs(number):
        power += 1
    return Fraction(10) ** (power + 1 - DIGITS)
