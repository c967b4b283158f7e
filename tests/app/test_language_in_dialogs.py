"""Dialogs and messages follow the language while they are open; what is typed in them stays."""

from __future__ import annotations

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList

from app.screen import app_of, dashboard, screen_text, settle, told
from cqdash.tui.notices import NoticeBar
from cqdash.tui.option_row import OptionRow


@pytest.mark.parametrize(
    ("key", "en", "zh"),
    [
        ("question_mark", "Moving", "浏览"),
        ("enter", "As printed", "原文"),
        ("g", "Glossary", "术语"),
        ("D", "Choose a theme", "选主题"),
    ],
)
async def test_a_dialog_is_said_in_the_other_language_and_back(key: str, en: str, zh: str) -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press(key)
        await settle(pilot)
        opened, before = pilot.app.screen, screen_text(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert pilot.app.screen is opened
        assert app_of(pilot).language == "zh"
        assert en in before
        assert zh in screen_text(pilot)
        assert en not in screen_text(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert screen_text(pilot) == before


async def test_a_dialog_keeps_its_place_and_the_theme_key_works_over_it() -> None:
    async with dashboard("en", size=(80, 24), tab="trade") as pilot:
        await pilot.press("question_mark", "pagedown")
        await settle(pilot)
        scrolled = pilot.app.screen.query_one(VerticalScroll).scroll_y
        assert scrolled > 0
        await pilot.press("t", "d")
        await settle(pilot)
        assert pilot.app.screen.query_one(VerticalScroll).scroll_y == scrolled
        assert app_of(pilot).theme_name == "light"
        await pilot.press("escape", "D", "j")
        await settle(pilot)
        highlighted = pilot.app.screen.query_one(OptionList).highlighted
        await pilot.press("t")
        await settle(pilot)
        assert pilot.app.screen.query_one(OptionList).highlighted == highlighted


async def test_the_export_dialog_keeps_what_is_typed_and_says_again_what_is_wrong() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("e", *"x/y")
        place = pilot.app.screen.query_one(Input)
        place.value = "nowhere/at-all.md"
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        before = screen_text(pilot)
        pilot.app.screen.query_one("#format", OptionRow).focus()
        await pilot.press("t")
        await settle(pilot)
        assert place.value == "nowhere/at-all.md"
        assert pilot.app.screen.query_one("#format", OptionRow).chosen == "markdown"
        assert "nowhere" in before
        for en, zh in (("Format", "格式"), ("Save", "保存"), ("Cancel", "取消")):
            assert en in before
            assert en not in screen_text(pilot)
            assert zh in screen_text(pilot)


async def test_a_message_that_is_still_there_is_said_again() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("y")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        (message,) = told(pilot)
        assert message.startswith("已发给终端：")
        assert message in screen_text(pilot)


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (100, 30), (41, 20)])
async def test_a_message_is_on_the_screen_to_the_last_character_and_then_the_footer_is_back(
    size: tuple[int, int],
) -> None:
    async with dashboard("zh", size, tab="trade") as pilot:
        await pilot.press("Y")
        await settle(pilot)
        (message,) = told(pilot)
        shown = "".join(screen_text(pilot).split())
        assert "".join(message.split()) in shown
        assert "退出" not in shown
        await pilot.click(NoticeBar)
        await settle(pilot)
        assert told(pilot) == []
        assert "退出" in "".join(screen_text(pilot).split())
