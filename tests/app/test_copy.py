"""Copying a figure and a row, and opening a row whose columns have no room."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from app.screen import app_of, body_of, dashboard, screen_text, settle, table_of, told
from app.terminal import terminal
from cqdash.language import LANGUAGES, Language
from cqdash.tabs.blocks import Notes
from cqdash.tui.dialogs import DetailDialog
from cqdash.tui.figure_table import FigureTable


@pytest.mark.parametrize(
    ("language", "figure", "said", "file"),
    [
        ("zh", "1521.5亿元", "已发给终端：1521.5亿元", "按 e 可写成文件"),
        ("en", "152.15 billion yuan", "Sent to the terminal: 152.15 billion yuan", "e writes a file"),
    ],
)
async def test_a_figure_is_sent_to_the_terminal_and_a_file_is_offered(
    language: Language, figure: str, said: str, file: str
) -> None:
    async with dashboard(language, tab="trade") as pilot:
        await pilot.press("y")
        await settle(pilot)
        assert pilot.app.clipboard == figure
        message = told(pilot)[-1]
        assert said in message
        assert file in message
        assert not re.search("copied|已复制", message)


async def test_the_column_chosen_is_what_is_copied() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await pilot.press("j", "right", "y")
        await settle(pilot)
        assert pilot.app.clipboard == "+35.4%"
        await pilot.press("left", "left", "y")
        await settle(pilot)
        assert pilot.app.clipboard == "Mobile phones"


async def test_a_row_is_copied_with_every_column_and_its_citation() -> None:
    async with dashboard("en", (60, 24), tab="trade") as pilot:
        await pilot.press("j", "Y")
        await settle(pilot)
        assert pilot.app.clipboard.splitlines() == [
            "Mobile phones",
            "Exports 2025: 56.7 billion yuan",
            "Growth: +35.4%",
            "2024, implied: 41.82–41.93 billion yuan",
            "National share: —",
            "Source: Chongqing Daily, January 2026, “Over 800 billion yuan of trade in the year — three keys "
            "to Chongqing’s foreign-trade growth”, para. 2",
        ]
        await pilot.press("t", "Y")
        await settle(pilot)
        text = pilot.app.clipboard
        assert text.startswith("手机\n2025年出口：567亿元\n")
        assert re.search("出处：《重庆日报》.*第2段$", text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_entry_of_a_list_and_a_note_are_copied_too(language: Language) -> None:
    async with dashboard(language, tab="trade") as pilot:
        notes = list(body_of(pilot).query(FigureTable))
        notes = [table for table in notes if isinstance(table.block, Notes)]
        notes[0].focus()
        await settle(pilot)
        note = table_of(pilot).block_rows[table_of(pilot).place].cells[1].to(language)
        await pilot.press("y")
        await settle(pilot)
        assert pilot.app.clipboard == note
        await app_of(pilot).go_record("owners-make-the-whole")
        await settle(pilot)
        await pilot.press("Y")
        await settle(pilot)
        finding = table_of(pilot).block_rows[table_of(pilot).place]
        assert pilot.app.clipboard.startswith(finding.label.to(language))
        assert finding.cells[1].to(language) in pilot.app.clipboard
        newspaper = {"zh": "《重庆日报》", "en": "Chongqing Daily"}[language]
        assert newspaper in pilot.app.clipboard.splitlines()[-1]


async def test_nothing_that_drives_a_terminal_is_sent() -> None:
    async with dashboard("en", tab="trade") as pilot:
        pilot.app.copy_to_clipboard("7\x1b]52;c;eA==\x07\x9b31m\u202e\x00\t元\n8")
        assert pilot.app.clipboard == "7]52;c;eA==31m元\n8"


def test_what_a_real_terminal_gets_is_the_text_and_nothing_else(tmp_path: Path) -> None:
    with terminal("--lang", "en", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        program.press("3")
        program.wait_for("152.15 billion")
        program.press("Y")
        program.wait_for("Sent to the terminal: Laptops")
        sent = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", program.raw)
        assert len(sent) == 1
        text = base64.b64decode(sent[0]).decode()
        assert text.startswith("Laptops\nExports 2025: 152.15 billion yuan\n")
        assert "“Over 800 billion yuan" in text
        program.press("q")
        assert program.end() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_enter_shows_every_column_also_those_there_is_no_room_for(language: Language) -> None:
    async with dashboard(language, (60, 30), tab="trade") as pilot:
        await app_of(pilot).go_record("state-trade")
        await settle(pilot)
        table = table_of(pilot)
        row = table.current_row
        assert row is not None
        assert len(table.ordered_columns) < len(row.cells)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailDialog)
        said = re.sub(r"\s+", " ", screen_text(pilot))
        columns = table.row_detail()
        assert columns is not None
        for field in columns.fields:
            assert re.search(
                rf"{re.escape(field.name.to(language))} +{re.escape(field.value.to(language))}", said
            ), field


async def test_a_row_that_its_detail_says_in_full_is_not_said_twice() -> None:
    async with dashboard("en", tab="trade") as pilot:
        await app_of(pilot).go_record("zone-trade")
        await settle(pilot)
        records = [detail.record for detail in body_of(pilot).opened()]
        assert records == ["zone-trade"]
