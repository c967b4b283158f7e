"""The glossary on the screen: one key from a row to what its terms mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screen import AppPilot, app_of, body_of, dashboard, screen_text, settle, table_of
from cqdash.language import Language
from cqdash.tui.glossary_dialog import GlossaryDialog


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


async def press(pilot: AppPilot, *keys: str) -> str:
    """What is in front after some keys, as running words."""
    await pilot.press(*keys)
    await settle(pilot)
    return " ".join(screen_text(pilot).replace("│", " ").split())


async def at(pilot: AppPilot, record: str) -> None:
    await app_of(pilot).go_record(record)
    await settle(pilot)
    assert record in table_of(pilot).current_records


@pytest.mark.parametrize(
    ("language", "head", "said", "hint"),
    [
        ("en", "“33618” manufacturing clusters 33618", "The code name of Chongqing’s system", "g all terms"),
        ("zh", "33618 “33618” manufacturing clusters", "重庆现代制造业集群体系的代号", "g 全部术语"),
    ],
)
async def test_g_explains_the_terms_of_the_row_in_the_readers_language(
    language: Language, head: str, said: str, hint: str
) -> None:
    async with dashboard(language, (120, 40)) as pilot:
        await at(pilot, "cluster-system")
        shown = await press(pilot, "g")
        assert head in shown
        assert said in shown
        assert hint in shown
        # Another term of the same tab, whose row this is not.
        assert "416" not in shown.partition(head)[2].partition(hint)[0]
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, GlossaryDialog)
        assert "cluster-system" in table_of(pilot).current_records, "the cursor is where it was"


async def test_g_again_goes_on_to_every_term_and_the_last_can_be_reached_on_a_small_screen() -> None:
    async with dashboard("en", (40, 12)) as pilot:
        await at(pilot, "cluster-system")
        assert "14th Five-Year Plan" not in await press(pilot, "g")
        assert "14th Five-Year Plan" in await press(pilot, "g")
        assert "10亿元 is 1 billion yuan" in await press(pilot, "end")
        first = await press(pilot, "home")
        assert await press(pilot, "j") != first
        assert await press(pilot, "k") == first


async def test_a_row_without_a_term_opens_them_all_and_says_so() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        await at(pilot, "trading-firms-year")
        shown = await press(pilot, "g")
        assert "No term in this row is in the glossary" in shown
        assert "14th Five-Year Plan" in shown


async def test_a_tab_ends_with_its_terms_and_each_is_a_row_with_a_detail() -> None:
    async with dashboard("en", (160, 50), "pilots") as pilot:
        assert body_of(pilot).go_record("term-pilot-scale")
        await settle(pilot)
        shown = await press(pilot, "enter")
        assert "中试" in shown
        assert "pilot-scale trial" in shown
        assert "between the laboratory and mass production" in shown
        shown = await press(pilot, "escape", "g")
        assert "pilot-scale trial 中试" in shown


async def test_in_a_form_g_is_a_letter_in_a_text_field_and_else_explains_the_tabs_terms() -> None:
    async with dashboard("en", (120, 40), "ip-policy") as pilot:
        await press(pilot, "c")
        await press(pilot, "end")
        assert "Example Co.g" in await press(pilot, "g")
        shown = await press(pilot, "escape", "g")
        assert "geographical indication 地理标志" in shown
        assert "14th Five-Year Plan" not in shown


@pytest.mark.parametrize(("language", "word"), [("en", "术语"), ("zh", "glossary")])
async def test_the_palette_finds_the_glossary_by_either_language(language: Language, word: str) -> None:
    async with dashboard(language, (120, 40), "trade") as pilot:
        await at(pilot, "new-three-growth")
        await press(pilot, "ctrl+p", *word)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, GlossaryDialog)
        assert "新三样" in screen_text(pilot)
