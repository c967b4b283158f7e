"""The app through its keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from app.screen import app_of, body_of, dashboard, main_screen_of, screen_text, settle, table_of
from cqdash.dataset import load
from cqdash.language import Language
from cqdash.tui.commands import COMMANDS
from cqdash.tui.detail_view import DetailView
from cqdash.tui.dialogs import DetailDialog, HelpDialog
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.file_dialogs import WriteDialog
from cqdash.tui.sections import Main

HAN = re.compile(r"[\u4e00-\u9fff]")


async def test_digits_and_brackets_choose_the_tab() -> None:
    async with dashboard() as pilot:
        for keys, tab in (
            ("3", "trade"),
            ("]", "pilots"),
            ("[ [", "ip-policy"),
            ("5 ]", "innovation"),
            ("9", "innovation"),
        ):
            names = {"[": "left_square_bracket", "]": "right_square_bracket"}
            await pilot.press(*(names.get(key, key) for key in keys.split()))
            await settle(pilot)
            assert body_of(pilot).view.id == tab


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_the_cursor_goes_through_all_tables_of_a_tab_and_back(down: str, up: str) -> None:
    async with dashboard(tab="trade") as pilot:
        first = table_of(pilot)
        rows = first.row_count
        await pilot.press(*[down] * rows)
        await settle(pilot)
        second = table_of(pilot)
        assert (second is not first, second.cursor_row) == (True, 0)
        assert [table.show_cursor for table in (first, second)] == [False, True]
        await pilot.press(up)
        await settle(pilot)
        assert (table_of(pilot), first.cursor_row) == (first, rows - 1)


def is_in_sight(table: FigureTable, row: int, main: Main) -> bool:
    top, height = table.row_top(row)
    first = table.region.y + top - main.region.y
    return first >= 0 and first + height <= main.size.height


@pytest.mark.parametrize("tab", load().tabs)
async def test_every_row_can_be_reached_and_is_in_sight_when_it_is_on_a_small_screen(tab: str) -> None:
    async with dashboard("zh", size=(80, 24), tab=tab) as pilot:
        main = body_of(pilot).query_one(Main)
        await pilot.press("end")
        await settle(pilot)
        last = (table_of(pilot), table_of(pilot).cursor_row)
        assert last[1] == last[0].row_count - 1
        await pilot.press("home")
        await settle(pilot)
        seen, rows = set(), set()
        while (here := (table_of(pilot), table_of(pilot).cursor_row)) != last:
            assert (*here, main.scroll_y) not in seen, "the cursor neither moves nor scrolls"
            seen.add((*here, main.scroll_y))
            if here not in rows and not is_in_sight(*here, main):
                await settle(pilot)
            assert here in rows or is_in_sight(*here, main), (here[0].block.title.zh, here[1])
            rows.add(here)
            before = (*here, main.scroll_y)
            main_screen_of(pilot).action_row(1)
            await pilot.pause()
            if (table_of(pilot), table_of(pilot).cursor_row, main.scroll_y) == before:
                await settle(pilot)
        assert len(rows) + 1 == sum(each.row_count for each in body_of(pilot).query(FigureTable))


async def test_the_page_keys_go_from_section_to_section() -> None:
    async with dashboard(tab="ip-policy") as pilot:
        await pilot.press("j", "pagedown")
        await settle(pilot)
        assert table_of(pilot).block.title.en.startswith("B:")
        await pilot.press("pageup")
        await settle(pilot)
        assert (table_of(pilot).block.title.en[:2], table_of(pilot).cursor_row) == ("A:", 0)


async def test_a_wide_screen_shows_chart_and_detail_of_the_row_under_the_cursor() -> None:
    async with dashboard("zh", tab="trade") as pilot:
        text = screen_text(pilot)
        for said in ("1521.5亿元", "152,150,000,000元", "1521.45亿元至不足1521.55亿元", "第2段", "█"):
            assert said in text
        await pilot.press("j")
        await settle(pilot)
        assert "566.5亿元至不足567.5亿元" in screen_text(pilot)


async def test_on_a_narrow_screen_enter_shows_the_detail_and_escape_leaves_it() -> None:
    async with dashboard("en", size=(80, 24), tab="trade") as pilot:
        assert "152,150,000,000 yuan" not in screen_text(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailDialog)
        text = screen_text(pilot)
        for said in ("As printed", "1521.5亿元", "152,150,000,000 yuan", "from 152.145 billion to under"):
            assert said in text
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, DetailDialog)
        assert table_of(pilot).has_focus


async def test_an_ambiguous_multiple_is_shown_with_both_readings() -> None:
    async with dashboard("en") as pilot:
        await app_of(pilot).go_record("contracts-growth")
        await settle(pilot)
        assert "to 8.1 or to 7.1 times" in screen_text(pilot)


@pytest.mark.parametrize("tab", load().tabs)
async def test_the_language_key_says_everything_again_and_keeps_the_place(tab: str) -> None:
    async with dashboard("zh", tab=tab) as pilot:
        await pilot.press("pagedown", "j")
        await settle(pilot)
        chinese, place = screen_text(pilot), (table_of(pilot), table_of(pilot).cursor_row)
        scroll = body_of(pilot).query_one(Main).scroll_y
        await pilot.press("t")
        await settle(pilot)
        english = screen_text(pilot)
        assert (table_of(pilot), table_of(pilot).cursor_row) == place
        footer = english.splitlines()[-1]
        assert ("Detail" in footer, "详情" in footer) == (True, False)
        await pilot.press("t")
        await settle(pilot)
        assert screen_text(pilot) == chinese
        assert body_of(pilot).query_one(Main).scroll_y == scroll


async def test_a_tab_visited_before_speaks_the_new_language_too() -> None:
    async with dashboard("zh", tab="trade") as pilot:
        await pilot.press("1", "t", "3")
        await settle(pilot)
        assert "Exports by product" in screen_text(pilot)


async def test_help_names_every_key_in_the_present_language() -> None:
    async with dashboard("zh", size=(120, 50)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpDialog)
        text = screen_text(pilot)
        for command in COMMANDS:
            if command.in_help:
                assert command.help.zh in text
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, HelpDialog)


async def test_export_never_overwrites_without_being_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "cqdash-trade.txt"
    target.write_text("mine")
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WriteDialog)
        assert "The file exists" in screen_text(pilot)
        assert target.read_text() == "mine"
        await pilot.click("#replace")
        await settle(pilot)
        assert "152.15 billion yuan" in target.read_text(encoding="utf-8")
        assert not isinstance(pilot.app.screen, WriteDialog)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


async def test_a_key_typed_in_a_field_does_not_act_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("e", *"3tqjk?")
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "cqdash-trade.txt3tqjk?"
        assert app_of(pilot).language == "en"
        await pilot.press("escape")
        await settle(pilot)
        assert body_of(pilot).view.id == "trade"
    assert list(tmp_path.iterdir()) == []


async def test_export_says_why_it_cannot_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with dashboard("zh", tab="trade") as pilot:
        await pilot.press("e")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = "没有/这个.txt"
        await pilot.press("enter")
        await settle(pilot)
        assert "无法写入" in screen_text(pilot)


@pytest.mark.parametrize("typed", ["手机出口", "mobile phone exports"])
async def test_the_palette_finds_a_figure_in_either_language(typed: str) -> None:
    async with dashboard("en") as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press(*("space" if c == " " else c for c in typed))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert body_of(pilot).view.id == "trade"
        assert "phone-exports" in table_of(pilot).current_records


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("tab", load().tabs)
async def test_no_pane_is_empty(tab: str, language: Language) -> None:
    async with dashboard(language, tab=tab) as pilot:
        assert body_of(pilot).query_one(".side").query_one(DetailView).size.height > 5
        for table in body_of(pilot).query(FigureTable):
            assert table.row_count
        if language == "en":
            about = body_of(pilot).view.about.en
            assert not HAN.search(about)


async def test_light_and_dark() -> None:
    async with dashboard() as pilot:
        assert pilot.app.current_theme.dark
        await pilot.press("d")
        assert not pilot.app.current_theme.dark


async def test_keys_pressed_faster_than_tabs_are_made_end_on_the_last_one() -> None:
    async with dashboard() as pilot:
        await pilot.press("2", "3", "4", "5")
        await settle(pilot)
        assert body_of(pilot).view.id == "sme-service"
        assert table_of(pilot).has_focus


async def test_after_a_change_of_size_everything_has_its_place_again() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        wide = screen_text(pilot)
        for size in ((60, 20), (160, 50), (40, 12), (120, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "152.15" in screen_text(pilot)
            assert "billion yuan" in screen_text(pilot)
        assert screen_text(pilot) == wide


async def test_below_the_smallest_size_one_line_says_so() -> None:
    async with dashboard("en", (30, 8)) as pilot:
        assert "Too small" in screen_text(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Too small" not in screen_text(pilot)
        assert "1 Innovation" in screen_text(pilot)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_first_row_is_in_sight_at_the_start(size: tuple[int, int]) -> None:
    async with dashboard("en", size, "trade") as pilot:
        assert is_in_sight(table_of(pilot), 0, body_of(pilot).query_one(Main))
