"""Tables in another order: by value, and back."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from app.screen import AppPilot, body_of, dashboard, screen_text, settle, table_of, told
from cqdash.dataset import Dataset, load
from cqdash.language import LANGUAGES, Language, Text, same, words
from cqdash.tabs.blocks import Table
from cqdash.tabs.build import build
from cqdash.tabs.worth import Worth, worths
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.table_rows import BlockRow, Sorting, block_rows, in_order

ORIGINAL = ["Laptops", "Mobile phones", "Cars", "Motorcycles", "The “new three”", "Own-brand goods"]


def labels(table: FigureTable) -> list[str]:
    return [table.block_rows[place].label.en for place in table.places]


def lines(pilot: AppPilot, label: str) -> int:
    """The line of the screen on which a row of the first table stands."""
    said = [line.strip() for line in screen_text(pilot).splitlines()]
    title = next(n for n, line in enumerate(said) if line.startswith("Exports by product"))
    return next(n for n, line in enumerate(said) if line.startswith(label) and n > title)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_column_goes_up_then_down_then_back_by_value_with_what_is_missing_last(
    language: Language,
) -> None:
    async with dashboard(language, tab="trade") as pilot:
        table = table_of(pilot)
        others = [labels(each) for each in body_of(pilot).query(FigureTable)][1:]
        assert labels(table) == ORIGINAL
        # By their words 152.15 billion would come first, and 1521.5亿元 before 264.7亿元.
        up = ["Motorcycles", "Cars", "Mobile phones", "Laptops", "The “new three”", "Own-brand goods"]
        down = ["Laptops", "Mobile phones", "Cars", "Motorcycles", "The “new three”", "Own-brand goods"]
        title = {"zh": "2025年出口", "en": "Exports 2025"}[language]
        for mark, order in (("▲", up), ("▼", down), ("", ORIGINAL)):
            await pilot.press("s")
            await settle(pilot)
            assert labels(table) == order
            head = table.ordered_columns[1].label.plain.split()
            assert head[: len(title.split()) + bool(mark)] == [*([mark] if mark else []), *title.split()]
            assert ("▲" in screen_text(pilot), "▼" in screen_text(pilot)) == (mark == "▲", mark == "▼")
        assert [labels(each) for each in body_of(pilot).query(FigureTable)][1:] == others


async def test_the_rows_stand_on_the_screen_in_that_order() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("right", "s")
        await settle(pilot)
        order = ["Cars*", "Own-brand", "Motorcycles*", "Mobile", "The “new", "Laptops*"]
        assert [lines(pilot, label) for label in order] == sorted(lines(pilot, label) for label in order)


async def test_the_cursor_stays_on_its_row_and_the_order_survives_language_size_and_tab() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("j", "j", "right", "s", "s")
        await settle(pilot)
        table = table_of(pilot)
        order = ["The “new three”", "Mobile phones", "Motorcycles", "Own-brand goods", "Cars", "Laptops"]
        assert labels(table) == order
        assert (table.cursor_row, "car-exports" in table.current_records) == (4, True)
        for keys in ("t", "1 3", "t"):
            await pilot.press(*keys.split())
            await settle(pilot)
            assert labels(table) == order
            assert (table.cursor_row, "car-exports" in table.current_records) == (4, True)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert labels(table) == order
        assert "car-exports" in table.current_records


async def test_a_sorted_table_is_filtered_in_its_order() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("s", "slash", *"car")
        await settle(pilot)
        table = next(iter(body_of(pilot).query(FigureTable)))
        assert labels(table)[:2] == ["Cars", "The “new three”"]
        await pilot.press("escape")
        await settle(pilot)
        assert labels(table)[0] == "Motorcycles"


async def test_the_column_is_chosen_with_the_arrows_and_underlined() -> None:
    async with dashboard("en", tab="trade") as pilot:
        table = table_of(pilot)

        def underlined() -> list[str]:
            titles = [column.label for column in table.ordered_columns]
            here = [title for title in titles if any("underline" in str(s.style) for s in title.spans)]
            return [" ".join(title.plain.split()) for title in here]

        assert underlined() == ["Exports 2025 billion yuan"]
        await pilot.press("right", "right")
        await settle(pilot)
        assert underlined() == ["2024, implied billion yuan"]
        await pilot.press(*["left"] * 5)
        await settle(pilot)
        assert underlined() == ["Product"]
        await pilot.press("s")
        await settle(pilot)
        assert labels(table) == sorted(ORIGINAL, key=lambda label: label.replace("“", "").casefold())


async def test_a_list_keeps_its_groups_and_says_so() -> None:
    async with dashboard("zh", tab="sme-service") as pilot:
        before = labels(table_of(pilot))
        await pilot.press("s")
        await settle(pilot)
        assert labels(table_of(pilot)) == before
        assert told(pilot) == ["列表按组排列，只有表格可以排序。"]


def table_named(dataset: Dataset, tab: str, name: str) -> Table:
    return next(b for b in build(dataset, tab).blocks if isinstance(b, Table) and b.id == name)


@pytest.mark.parametrize("tab", load().tabs)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_every_table_is_in_order_by_exact_value(
    tab: str, language: Language, dataset: Dataset
) -> None:
    for block in (block for block in build(dataset, tab).blocks if isinstance(block, Table)):
        rows, known = block_rows(block)[1], worths(dataset, tab, block)
        everything = range(len(rows))
        for column in range(len(block.columns)):
            values = [row[column] for row in known]
            up = in_order(rows, known, everything, Sorting(column), language)
            down = in_order(rows, known, everything, Sorting(column, descending=True), language)
            assert sorted(up) == sorted(down) == list(everything)
            missing = [n for n in everything if rows[n].cells[column] == words.NOT_PRINTED]
            assert {*up[len(up) - len(missing) :]} >= {*missing} or any(values)
            if any(values):
                for order, sign in ((up, 1), (down, -1)):
                    told_first = [worth for n in order if (worth := values[n])]
                    assert [values[n] for n in order[: len(told_first)]] == told_first
                    for before, after in pairwise(told_first):
                        assert before.unit != after.unit or sign * before.number <= sign * after.number
                    units = [worth.unit for worth in told_first]
                    assert len({*units}) == 1 + sum(a != b for a, b in pairwise(units)), "a unit by itself"


def test_a_cell_is_worth_the_exact_value_behind_it(dataset: Dataset) -> None:
    products = worths(dataset, "trade", table_named(dataset, "trade", "products"))
    by_row = {row.label.en: each for row, each in zip(rows_of(dataset, "products"), products, strict=True)}
    cars = by_row["Cars"]
    assert cars[0] is None
    assert cars[1] == Worth("yuan", Fraction(53_030_000_000))
    assert cars[2] is not None
    assert cars[2].number * 100 == 23
    assert cars[3] is not None
    assert 42_930_000_000 < cars[3].number < 43_300_000_000
    assert cars[4] is None


def rows_of(dataset: Dataset, name: str) -> list[BlockRow]:
    return block_rows(table_named(dataset, "trade", name))[1]


def test_words_go_by_pinyin_in_chinese_and_by_letters_in_english_numbers_by_value() -> None:
    said = [Text("重庆", "para. 10"), Text("北京", "Para. 2"), Text("—", "—"), Text("上海", "“A thing”")]
    rows = [BlockRow((each,), ()) for each in said]
    nothing: list[list[Worth | None]] = [[None]] * len(rows)
    by_zh = in_order(rows, nothing, range(4), Sorting(0), "zh")
    assert [said[n].zh for n in by_zh] == ["北京", "上海", "重庆", "—"]
    by_en = in_order(rows, nothing, range(4), Sorting(0, descending=True), "en")
    assert [said[n].en for n in by_en] == ["para. 10", "Para. 2", "“A thing”", "—"]


def test_figures_of_different_units_are_never_compared() -> None:
    rows = [BlockRow((same(each),), ()) for each in ("9%", "3 yuan", "2%", "5 yuan")]
    known = [[Worth(unit, Fraction(n))] for unit, n in (("%", 9), ("yuan", 3), ("%", 2), ("yuan", 5))]
    assert in_order(rows, known, range(4), Sorting(0), "en") == [2, 0, 1, 3]
    assert in_order(rows, known, range(4), Sorting(0, descending=True), "en") == [0, 2, 3, 1]
