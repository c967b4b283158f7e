"""The mouse as good as the keys: rows, titles, wheel, detail, text."""

from __future__ import annotations

from pathlib import Path

from textual.events import MouseScrollDown
from textual.widget import Widget

from app.screen import AppPilot, app_of, body_of, dashboard, screen_text, settle, table_of
from app.terminal import terminal
from cqdash.tui.detail_view import DetailView
from cqdash.tui.dialogs import DetailDialog
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.line import Line
from cqdash.tui.sections import Main
from cqdash.tui.tabbed import pane_id


def table_at(pilot: AppPilot, number: int) -> FigureTable:
    return list(body_of(pilot).query(FigureTable))[number]


async def click_row(pilot: AppPilot, table: FigureTable, row: int, times: int = 1, x: int = 4) -> None:
    await pilot.click(table, offset=(x, table.row_top(row)[0]), times=times)
    await settle(pilot)


async def test_a_click_selects_a_row_and_leaves_the_view_where_it_is() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        main = body_of(pilot).query_one(Main)
        main.scroll_to(y=6, animate=False)
        await settle(pilot)
        table = table_at(pilot, 1)
        await click_row(pilot, table, 2)
        assert (table_of(pilot), table.cursor_row, table.has_focus) == (table, 2, True)
        assert main.scroll_y == 6
        assert not isinstance(pilot.app.screen, DetailDialog)
        assert "state-trade" in table.current_records


async def test_a_first_click_on_the_row_a_table_was_left_on_only_selects_it() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        table = table_at(pilot, 1)
        await click_row(pilot, table, 0)
        assert table_of(pilot) is table
        assert not isinstance(pilot.app.screen, DetailDialog)
        await click_row(pilot, table, 0)
        assert isinstance(pilot.app.screen, DetailDialog)


async def test_a_double_click_opens_the_detail() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        await click_row(pilot, table_at(pilot, 0), 3, times=2)
        assert isinstance(pilot.app.screen, DetailDialog)
        assert "Motorcycle" in screen_text(pilot)


async def test_a_click_on_a_title_sorts_up_down_and_back() -> None:
    async with dashboard("en", (160, 50), "trade") as pilot:
        table = table_at(pilot, 0)
        x = sum(column.get_render_width(table) for column in table.ordered_columns[:1]) + 4
        for mark in ("▲", "▼", ""):
            await pilot.click(table, offset=(x, table.header_height - 1))
            await settle(pilot)
            head = table.ordered_columns[1].label.plain
            assert "Exports 2025" in head
            assert (mark in head, "▲" in head, "▼" in head) == (True, mark == "▲", mark == "▼")
        assert not isinstance(pilot.app.screen, DetailDialog)


async def test_a_click_chooses_the_column_to_copy_from() -> None:
    async with dashboard("en", (160, 50), "trade") as pilot:
        table = table_at(pilot, 0)
        x = sum(column.get_render_width(table) for column in table.ordered_columns[:2]) + 3
        await click_row(pilot, table, 2, x=x)
        await pilot.press("y")
        await settle(pilot)
        assert pilot.app.clipboard == "+23%"


async def test_what_the_wheel_led_to_stays_in_sight_when_the_window_changes_until_the_cursor_moves() -> None:
    async with dashboard("en", (100, 30), "trade") as pilot:
        main = body_of(pilot).query_one(Main)
        for _ in range(6):
            main.post_message(MouseScrollDown(main, 20, 15, 0, 0, 0, False, False, False, 20, 15))
        await settle(pilot)
        there = main.scroll_y
        assert there > 0
        await pilot.resize_terminal(100, 29)
        await settle(pilot)
        assert main.scroll_y == there
        await pilot.press("j")
        await settle(pilot)
        assert main.scroll_y < there


def test_the_wheel_scrolls_in_a_real_terminal_and_a_click_goes_to_a_row(tmp_path: Path) -> None:
    with terminal("--lang", "en", folder=tmp_path, size=(100, 30)) as program:
        program.wait_for("1 Innovation")
        program.press("3")
        program.wait_for("Exports by product")
        program.press("y")
        program.wait_for("Sent to the terminal: 152.15 billion yuan")
        for _ in range(6):
            program.press("\x1b[<65;20;15M")
        program.wait_for("Exports by product", absent=True)
        for _ in range(9):
            program.press("\x1b[<64;20;15M")
        text = program.wait_for(r"━ *\n +over 800 billion")
        line = next(n for n, said in enumerate(text.splitlines(), 1) if "Motorcycles*" in said)
        for state in "Mm":
            program.press(f"\x1b[<0;10;{line}{state}")
        program.press("y")
        program.wait_for("Sent to the terminal: Motorcycles")
        program.press("q")
        assert program.end() == 0


async def test_a_click_on_a_tab_shows_it() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        await pilot.click(f"#--content-tab-{pane_id('pilots')}")
        await settle(pilot)
        assert body_of(pilot).view.id == "pilots"
        assert table_of(pilot).has_focus


async def select(pilot: AppPilot, widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(widget, offset=start)
    await pilot.hover(widget, offset=end)
    await pilot.mouse_up(widget, offset=end)
    await settle(pilot)


async def test_text_can_be_selected_and_copied_where_it_is_text() -> None:
    async with dashboard("en", (160, 50), "trade") as pilot:
        side = body_of(pilot).query_one(".side").query_one(DetailView)
        await select(pilot, side, (0, 0), (18, 1))
        await pilot.press("y")
        await settle(pilot)
        assert pilot.app.clipboard == "Laptop exports\n152.15 billion yuan"
        about = body_of(pilot).query(Line).first()
        await select(pilot, about, (1, 0), (14, 0))
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert pilot.app.clipboard == "What Chongqing"


async def test_text_can_be_selected_in_the_detail_over_the_screen_notes_among_it() -> None:
    async with dashboard("zh", (100, 40), "trade") as pilot:
        await app_of(pilot).go_record("car-exports")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        view = pilot.app.screen.query_one(DetailView)
        lines = view.render().plain.splitlines()
        note = next(n for n, line in enumerate(lines) if line.startswith("*"))
        view.scroll_visible(animate=False)
        pilot.app.screen.query_one("#detail-dialog").scroll_to(y=note, animate=False)
        await settle(pilot)
        await select(pilot, view, (2, note), (9, note))
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert pilot.app.clipboard
        assert pilot.app.clipboard in lines[note]
