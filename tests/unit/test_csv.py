"""The CSV export: a line a figure, as exact as JSON, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqdash.dataset import Dataset
from cqdash.export.as_csv import COLUMNS, defused, render_csv
from cqdash.export.as_json import render_json
from cqdash.tabs.build import build, build_all

DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")
Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(dataset: Dataset) -> list[Row]:
    text = render_csv(dataset, build_all(dataset))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.fixture(scope="module")
def told(dataset: Dataset) -> list[dict[str, Any]]:
    """What JSON tells of the same figures."""
    exported = json.loads(render_json(dataset, build_all(dataset)))
    return [*exported["records"], *exported["implied"], *exported["background"]]


def named(row: Row) -> tuple[str, str]:
    return row["id"], row["reading"]


def test_a_spreadsheet_reads_it_as_utf_8_and_every_line_has_every_column(dataset: Dataset) -> None:
    text = render_csv(dataset, build_all(dataset))
    assert text.encode().startswith(b"\xef\xbb\xbfid,tab,status,")
    assert text.endswith("\r\n")
    assert re.search(r"[^\r]\n", text) is None
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(line) for line in lines} == {len(COLUMNS)}
    assert text == render_csv(dataset, build_all(dataset))


def test_there_is_a_line_for_every_figure_that_json_has(rows: list[Row], told: list[dict[str, Any]]) -> None:
    lines = [named(row) for row in rows]
    assert sorted(lines) == sorted((each["id"], each.get("reading") or "") for each in told)
    assert len(set(lines)) == len(lines)
    assert {row["status"] for row in rows} == {"printed", "implied", "background"}


def test_the_table_of_a_tab_is_its_part_of_the_table_of_all(dataset: Dataset, rows: list[Row]) -> None:
    text = render_csv(dataset, [build(dataset, "pilots")])
    alone = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert alone == [row for row in rows if row["tab"] == "pilots"]


def test_values_and_bounds_are_those_of_json(rows: list[Row], told: list[dict[str, Any]]) -> None:
    by_name = {named(row): row for row in rows}
    for each in told:
        row = by_name[each["id"], each.get("reading") or ""]
        assert row["unit"] == (each["unit"] or "")
        assert row["printed"].lstrip("'") == each.get("printed", "")
        assert (row["figure_zh"].lstrip("'"), row["label_en"]) == (each["shown"]["zh"], each["label"]["en"])
        if each["status"] != "implied":
            assert row["value"] == (each["value"] or "")
        interval = each["interval"] or {}
        for end in ("low", "high"):
            exact = interval.get(end)
            assert (row[f"{end}_exact"] or row[end]).lstrip("'") == (exact or ""), row
            assert row[f"{end}_closed"] == ("" if exact is None else str(interval[f"{end}_closed"]).lower())


def test_numbers_are_always_decimals_and_never_leave_out_what_is_possible(rows: list[Row]) -> None:
    assert any(row["low_exact"] for row in rows)
    for row in rows:
        for column in ("value", "low", "high"):
            assert row["unit"] in ("year", "date") or not row[column] or DECIMAL.fullmatch(row[column]), row
        for end, side in (("low", 1), ("high", -1)):
            if exact := row[f"{end}_exact"].lstrip("'"):
                missed = (Fraction(exact) - Fraction(row[end])) * side
                assert 0 < missed < abs(Fraction(exact)) / 10**14, row


def test_what_is_not_known_is_empty_and_never_zero(rows: list[Row]) -> None:
    by_id = {row["id"]: row for row in rows}
    assert by_id["car-exports"]["value"] == "53030000000"
    assert by_id["trade-total"]["high"] == ""
    claims = [row for row in rows if row["kind"] == "claim"]
    assert claims
    assert {row["value"] + row["low"] + row["high"] for row in claims} == {""}


def test_every_figure_says_where_it_is_from_and_what_to_know_about_it(
    dataset: Dataset, rows: list[Row]
) -> None:
    for row in rows:
        assert row["citation_zh"], row
        assert row["citation_en"], row
        assert bool(row["notes_en"]) == (row["id"] in dataset.notes_on)
    implied = next(row for row in rows if row["id"] == "car-exports-2024")
    assert implied["formula_en"] == "53.03 billion yuan ÷ (1 + 23%)"
    assert implied["inputs"].split("; ") == ["car-exports", "car-growth"]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "  =1", "＝1+1", "-", "+1.62×", "5/62", "1/3"],
)
def test_a_cell_that_would_be_worked_out_is_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-5", "-0.25", "+35.4%", "530.3亿元", "−70%", "a=b", "1040/247"])
def test_a_plain_number_or_text_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell


@given(st.text() | st.from_regex(r"\A[=+\-@\t\r].*"))
def test_no_text_at_all_gets_through_as_a_formula(text: str) -> None:
    cell = defused(text)
    assert PLAIN.fullmatch(cell) or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\n" not in cell


def test_no_cell_of_the_bundled_data_is_a_formula(rows: list[Row]) -> None:
    for row in rows:
        for cell in row.values():
            assert PLAIN.fullmatch(cell) or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
