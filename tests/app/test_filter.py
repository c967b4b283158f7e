"""Finding rows: the filter of a tab, and the palette's way to any figure."""

from __future__ import annotations

import re
import unicodedata

import pytest
from textual.widgets import Input

from app.screen import AppPilot, app_of, body_of, dashboard, screen_text, settle, table_of
from cqdash.dataset import Dataset, load
from cqdash.language import LANGUAGES, Language
from cqdash.tabs.blocks import Listing, Notes, Table
from cqdash.tabs.build import build
from cqdash.tabs.search import search
from cqdash.tui.dialogs import DetailDialog
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.filter_bar import FilterBar
from cqdash.tui.headline import Headline
from cqdash.tui.palette import Palette
from cqdash.tui.sections import Main
from cqdash.tui.tab_body import TabBody

KEYS = {" ": "space", ",": "comma", ".": "full_stop", "%": "percent_sign"}


async def type_in(pilot: AppPilot, words: str) -> None:
    await pilot.press(*(KEYS.get(character, character) for character in words))
    await settle(pilot)


async def narrow(pilot: AppPilot, words: str) -> None:
    """Open the filter and type."""
    await pilot.press("slash")
    await settle(pilot)
    await type_in(pilot, words)


def rows_shown(body: TabBody) -> list[str]:
    """The first cells of the rows that are left, the heads of groups apart."""
    return [
        table.block_rows[place].cells[0].en.strip()
        for table in body.query(FigureTable)
        for place in table.places
        if not table.block_rows[place].is_head
    ]


def plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()


def rows_expected(dataset: Dataset, tab: str, typed: str) -> int:
    """How many rows have every word in a cell, a label, a printed word or a note; by the long way round."""
    count = 0
    for block in build(dataset, tab).blocks:
        rows: list[tuple[list[str], tuple[str, ...]]] = []
        if isinstance(block, Table):
            rows = [([said for cell in row.cells for said in cell], row.records) for row in block.rows]
        elif isinstance(block, Notes):
            rows = [(list(text), records) for text, records in zip(block.notes, block.records, strict=True)]
        elif isinstance(block, Listing):
            for group in block.groups:
                head = [*group.title, *(known(dataset, group.record) if group.record else [])]
                for item in group.items:
                    texts = [text for text in (item.label, item.shown, item.text) if text]
                    rows.append(([said for text in texts for said in text] + head, (item.record,)))
        for said, records in rows:
            everything = plain("\n".join(said + [word for each in records for word in known(dataset, each)]))
            count += all(word in everything for word in plain(typed).split())
    return count


def known(dataset: Dataset, identifier: str) -> list[str]:
    if identifier in dataset.series:
        series = dataset.series[identifier]
        years = [word for each in series.observations for word in known(dataset, series.observation_id(each))]
        return [*series.label, *years]
    if identifier in dataset.checks:
        return [*dataset.checks[identifier].title]
    if identifier in dataset.glossary:
        return list(dataset.glossary[identifier].spellings)
    notes = [word for note in dataset.notes_on.get(identifier, ()) for word in note.text]
    printed = [dataset.records[identifier].printed] if identifier in dataset.records else []
    return [*dataset.label_of(identifier), *printed, *notes]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_typing_leaves_only_the_rows_that_have_every_word_in_either_language(
    language: Language, dataset: Dataset
) -> None:
    async with dashboard(language, tab="trade") as pilot:
        body, bar = body_of(pilot), body_of(pilot).query_one(FilterBar)
        await pilot.press("slash")
        for typed in ("汽车", "car exports", "CAR 530.3", "２３%", "zones 综保区"):
            bar.query_one(Input).value = typed
            await settle(pilot)
            count = rows_expected(dataset, "trade", typed)
            assert 0 < count < 60
            assert len(rows_shown(body)) == count, typed
            said = f"{count}行" if language == "zh" else f"{count} row"
            assert said in screen_text(pilot).splitlines()[-2]
            assert body.query_one(Headline).display
            for section in body.query(".section"):
                assert section.display == bool(section.query_one(FigureTable).places)


@pytest.mark.parametrize("typed", ["5,", "5,0", "5,000", "5000"])
async def test_the_commas_of_a_figure_may_be_typed_or_not(typed: str) -> None:
    async with dashboard("en", tab="trade") as pilot:
        await narrow(pilot, typed)
        assert any("Firms with trade records" in row for row in rows_shown(body_of(pilot)))


async def test_an_entry_of_a_list_keeps_the_head_of_its_group() -> None:
    async with dashboard("en", tab="sme-service") as pilot:
        await narrow(pilot, "digital transformation")
        table = next(each for each in body_of(pilot).query(FigureTable) if each.block.id == "needs")
        heads = [place for place in table.places if table.block_rows[place].is_head]
        assert [table.block_rows[place].cells[0].en for place in heads] == ["Digital transformation"]
        assert table.places[0] == heads[0]


async def test_enter_goes_to_the_first_row_found_and_escape_then_shows_it_among_the_others() -> None:
    async with dashboard("en", tab="trade") as pilot:
        everything = rows_shown(body_of(pilot))
        await narrow(pilot, "kd kits")
        await pilot.press("enter")
        await settle(pilot)
        assert table_of(pilot).has_focus
        found = table_of(pilot).current_records
        assert found == table_of(pilot).row_records[0]
        await pilot.press("j")
        await settle(pilot)
        assert table_of(pilot).current_records != found
        assert len(rows_shown(body_of(pilot))) < len(everything)
        there = table_of(pilot).current_records
        await pilot.press("escape")
        await settle(pilot)
        assert rows_shown(body_of(pilot)) == everything
        assert table_of(pilot).current_records == there
        assert not body_of(pilot).is_filtered


async def test_escape_while_typing_puts_everything_back_where_it_was() -> None:
    async with dashboard("en", (120, 30), tab="trade") as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown", "j", "j")
        await settle(pilot)
        main = body_of(pilot).query_one(Main)
        before, place = screen_text(pilot), (table_of(pilot), table_of(pilot).cursor_row, main.scroll_y)
        assert place[2] > 0
        await narrow(pilot, "laptop")
        assert screen_text(pilot) != before
        await pilot.press("escape")
        await settle(pilot)
        assert (table_of(pilot), table_of(pilot).cursor_row, main.scroll_y) == place
        assert table_of(pilot).has_focus
        assert screen_text(pilot) == before


async def test_a_filter_survives_the_language_and_belongs_to_its_tab() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await narrow(pilot, "综保区 kd")
        await pilot.press("down")
        await settle(pilot)
        found = rows_shown(body_of(pilot))
        await pilot.press("t")
        await settle(pilot)
        assert rows_shown(body_of(pilot)) == found
        last = screen_text(pilot).splitlines()[-2]
        assert re.search(rf"筛选 +综保区 kd +{len(found)}行", last)
        await pilot.press("1")
        await settle(pilot)
        assert not body_of(pilot).is_filtered
        assert "综保区 kd" not in screen_text(pilot)
        await pilot.press("3")
        await settle(pilot)
        assert rows_shown(body_of(pilot)) == found
        assert table_of(pilot).has_focus


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_nothing_is_found_one_line_says_so(language: Language) -> None:
    async with dashboard(language, (80, 24), tab="trade") as pilot:
        everything = rows_shown(body_of(pilot))
        await narrow(pilot, "zebra")
        assert rows_shown(body_of(pilot)) == []
        said = {"zh": ("没有找到", "本页没有哪一行"), "en": ("no rows", "No row of this tab")}[language]
        assert said[0] in screen_text(pilot).splitlines()[-2]
        assert said[1] in screen_text(pilot)
        await pilot.press("enter", "backspace")
        await settle(pilot)
        assert body_of(pilot).query_one(FilterBar).words == "zebr"
        await pilot.press("escape")
        await settle(pilot)
        assert rows_shown(body_of(pilot)) == everything
        assert said[1] not in screen_text(pilot)


async def test_going_to_a_row_that_the_filter_hides_leads_out_of_it() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await narrow(pilot, "state-owned firms 24.6%")
        await pilot.press("enter")
        await settle(pilot)
        await app_of(pilot).go_record("phone-exports")
        await settle(pilot)
        assert "phone-exports" in table_of(pilot).current_records
        assert not body_of(pilot).is_filtered


async def test_only_the_tables_whose_rows_change_are_filled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async with dashboard("en", tab="trade") as pilot:
        await narrow(pilot, "laptop")
        filled: list[str] = []
        clear = FigureTable.clear

        def counted(table: FigureTable, columns: bool = False) -> FigureTable:
            filled.append(table.block.id)
            return clear(table, columns)

        monkeypatch.setattr(FigureTable, "clear", counted)
        before = {table.block.id: list(table.places) for table in body_of(pilot).query(FigureTable)}
        await type_in(pilot, "s")
        after = {table.block.id: list(table.places) for table in body_of(pilot).query(FigureTable)}
        assert sorted(filled) == sorted(name for name in before if before[name] != after[name])
        assert filled


@pytest.mark.parametrize("tab", load().tabs)
async def test_whatever_can_be_found_has_a_row_to_go_to(tab: str, dataset: Dataset) -> None:
    shown = [section.series for each in dataset.tabs.values() for section in each.sections]
    everything = [*dataset.records, *dataset.relations, *dataset.series, *dataset.checks]
    async with dashboard("en", tab=tab) as pilot:
        body = body_of(pilot)
        lost = {each for each in everything if dataset.tab_of[each] == tab and not body.go_record(each)}
        assert {each.partition("@")[0] for each in lost} <= {*dataset.series} - {
            name for series in shown for name in series
        }


async def test_what_no_row_shows_is_told_over_the_screen() -> None:
    async with dashboard("en", tab="pilots") as pilot:
        await app_of(pilot).go_record("private-share-change-series")
        await settle(pilot)
        assert body_of(pilot).view.id == "trade"
        assert isinstance(pilot.app.screen, DetailDialog)
        assert "private" in screen_text(pilot)


@pytest.mark.parametrize(
    ("typed", "record"), [("530.3", "car-exports"), ("手机 出口", "phone-exports"), ("kd kits", "kd-sets")]
)
async def test_the_palette_finds_a_figure_by_name_or_digits_and_goes_to_its_row(
    typed: str, record: str, dataset: Dataset
) -> None:
    found = [each.id for each in search(dataset, typed)]
    async with dashboard("en", (120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await type_in(pilot, typed)
        await pilot.press(*["down"] * found.index(record), "enter")
        await settle(pilot)
        assert body_of(pilot).view.id == dataset.tab_of[record]
        assert record in table_of(pilot).current_records


@pytest.mark.parametrize(("language", "said"), [("zh", "没有找到"), ("en", "Nothing found")])
async def test_the_palette_says_in_the_present_language_that_there_is_nothing(
    language: Language, said: str
) -> None:
    async with dashboard(language) as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await type_in(pilot, "zebra")
        text = screen_text(pilot)
        assert (said in text, "No matches" in text) == (True, False)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Palette)


async def test_the_filter_can_be_opened_from_the_palette() -> None:
    async with dashboard("en") as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await type_in(pilot, "筛选")
        await pilot.press("enter")
        await settle(pilot)
        assert body_of(pilot).query_one(FilterBar).is_typing
