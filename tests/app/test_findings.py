"""What follows, what agrees and what was before: on the screen, through its keys."""

from __future__ import annotations

import pytest

from app.screen import app_of, body_of, dashboard, screen_text, settle, table_of, told
from cqdash.analysis import analyse
from cqdash.dataset import Dataset, load
from cqdash.language import LANGUAGES, Language
from cqdash.tui.dialogs import DetailDialog

BRAILLE = {chr(code) for code in range(0x2801, 0x2900)}
COLUMNS = set("▁▂▃▄▅▆▇█")


async def test_opening_trade_shows_what_grew_and_what_that_implies_for_the_year_before() -> None:
    async with dashboard("zh", (160, 50), "trade") as pilot:
        text = screen_text(pilot)
        row = next(line for line in text.splitlines() if line.lstrip().startswith("汽车*"))
        for said in ("530.3亿元", "+23%", "429.3亿～433.0亿元"):
            assert said in row
        assert "三类企业以外!" in text
        assert "2亿～16亿元" in text


async def test_the_detail_of_an_implied_value_tells_formula_interval_and_what_it_rests_on() -> None:
    async with dashboard("en", (120, 50), "trade") as pilot:
        await app_of(pilot).go_record("total-by-zones")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailDialog)
        text = screen_text(pilot)
        for said in (
            "492.77 billion yuan ÷ 61.5%",
            "800.593–801.913 billion yuan",
            "Trade of the bonded zones: 492.77 billion yuan, para. 5",
            "implied: follows from printed figures",
        ):
            assert said in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_mark_on_a_figure_leads_to_its_finding_and_back(language: Language) -> None:
    dataset = load()
    async with dashboard(language, (120, 40), "trade") as pilot:
        await app_of(pilot).go_record("owners-sum")
        await settle(pilot)
        start = (table_of(pilot), table_of(pilot).cursor_row)
        assert "!" in screen_text(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert table_of(pilot).current_records == ("owners-make-the-whole",)
        assert dataset.checks["owners-make-the-whole"].title.to(language) in screen_text(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert (table_of(pilot), table_of(pilot).cursor_row) == start


async def test_where_nothing_is_checked_the_key_says_so() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        await app_of(pilot).go_record("fair-count")
        await settle(pilot)
        await pilot.press("f")
        await settle(pilot)
        assert told(pilot) == ["Nothing is checked about this row"]
        assert "fair-count" in table_of(pilot).current_records


@pytest.mark.parametrize("tab", load().tabs)
async def test_every_finding_of_a_tab_has_a_row(tab: str, dataset: Dataset) -> None:
    async with dashboard("en", (160, 50), tab) as pilot:
        for finding in analyse(dataset).findings_of(tab):
            assert body_of(pilot).go_record(finding.check.id)


PLACED = [name for tab in load().tabs.values() for section in tab.sections for name in section.series]


async def test_each_series_stands_beside_its_row_and_larger_in_its_detail() -> None:
    assert len(PLACED) > 8
    async with dashboard("zh", (160, 50)) as pilot:
        for identifier in PLACED:
            await app_of(pilot).go_record(identifier)
            await settle(pilot)
            text = screen_text(pilot)
            years = [observation.year for observation in load().series[identifier].observations]
            assert COLUMNS & set(text), identifier
            assert all(str(year) in text for year in (years[0], years[-1])), identifier
            await pilot.press("enter")
            await settle(pilot)
            larger = screen_text(pilot)
            assert "└" in larger, identifier
            assert BRAILLE & set(larger) or len(years) <= 3 or "●" in larger, identifier
            await pilot.press("escape")


async def test_on_a_small_screen_the_trends_stand_below_their_table() -> None:
    async with dashboard("en", (80, 24), "innovation") as pilot:
        await app_of(pilot).go_record("patents-in-force-series")
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert COLUMNS & set(screen_text(pilot))
