"""The export dialog: five formats, one tab or all, by keys and by mouse, on every size of screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from app.screen import AppPilot, app_of, dashboard, screen_text, settle, told, until
from cqdash.dataset import load
from cqdash.export import ENDINGS, FORMATS, PICTURE_WIDTH, Format, export_tabs
from cqdash.export.folder import Written
from cqdash.language import LANGUAGES, Language
from cqdash.language import export as words
from cqdash.tui.export_dialog import TEXT_WIDTH, ExportDialog
from cqdash.tui.option_row import OptionRow

TABS = list(load().tabs)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def press(pilot: AppPilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


def name(pilot: AppPilot) -> str:
    return pilot.app.screen.query_one(Input).value


def chosen(pilot: AppPilot) -> str:
    return pilot.app.screen.query_one("#format", OptionRow).chosen


def is_open(pilot: AppPilot) -> bool:
    return isinstance(pilot.app.screen, ExportDialog)


def exported(tab: str, form: Format, language: Language = "en") -> str:
    width = PICTURE_WIDTH if form == "svg" else TEXT_WIDTH
    return export_tabs(load(), [tab], form, language, width)


async def test_every_format_is_chosen_with_the_arrows_and_written_with_enter(folder: Path) -> None:
    async with dashboard("en", (80, 24), "trade") as pilot:
        for number, form in enumerate(FORMATS):
            await press(pilot, "e", "up", *["right"] * number)
            assert words.ABOUT[form].en in screen_text(pilot)
            await press(pilot, "enter")
            assert not is_open(pilot)
            assert told(pilot)[-1].endswith(f"cqdash-trade{ENDINGS[form]}")
    assert len(list(folder.iterdir())) == len(FORMATS)
    for form in FORMATS:
        assert (folder / f"cqdash-trade{ENDINGS[form]}").read_bytes().decode() == exported("trade", form)


async def test_a_click_on_a_format_changes_the_ending_of_the_name() -> None:
    async with dashboard("zh", (60, 20), "pilots") as pilot:
        await press(pilot, "e")
        for number, form in reversed([*enumerate(FORMATS)]):
            at = sum(cell_len(words.FORMATS[each].zh) + 2 for each in FORMATS[:number]) + 1
            await pilot.click("#format", offset=(at, 0))
            await settle(pilot)
            assert (chosen(pilot), name(pilot)) == (form, f"cqdash-pilots{ENDINGS[form]}")
            assert f"[{words.FORMATS[form].zh}]" in screen_text(pilot)


async def test_a_typed_ending_chooses_its_format_and_the_reader_s_own_name_is_kept(folder: Path) -> None:
    async with dashboard("en", (80, 24), "trade") as pilot:
        await press(pilot, "e", "ctrl+u", *"my.v2.csv")
        assert chosen(pilot) == "csv"
        await press(pilot, "up", "right")
        assert name(pilot) == "my.v2.json"
        await press(pilot, "down", "ctrl+u", *"my.v2")
        assert chosen(pilot) == "json"
        await press(pilot, "up", "left", "left")
        assert name(pilot) == "my.v2.md"
        await press(pilot, "down", "ctrl+u", *"notes.doc", "enter")
    assert (folder / "notes.doc").read_bytes().decode() == exported("trade", "markdown")


async def test_all_tabs_go_to_a_folder_in_one_go(folder: Path) -> None:
    async with dashboard("en", (80, 24), "trade") as pilot:
        await press(pilot, "e", "up", "right", "right", "up", "right")
        assert "Folder" in screen_text(pilot)
        assert name(pilot) == "cqdash-export"
        await press(pilot, "enter")
        assert not is_open(pilot)
        assert told(pilot)[-1] == f"5 tabs written to {folder / 'cqdash-export'}"
    assert {path.name for path in (folder / "cqdash-export").iterdir()} == {
        f"cqdash-{tab}.csv" for tab in TABS
    }
    for tab in TABS:
        path = folder / "cqdash-export" / f"cqdash-{tab}.csv"
        assert path.read_bytes().decode() == exported(tab, "csv")


async def test_back_from_all_tabs_the_file_s_name_is_as_it_was() -> None:
    async with dashboard("zh", (80, 24), "trade") as pilot:
        await press(pilot, "e", "ctrl+u", *"mine.txt", "up", "up", "right")
        assert (name(pilot), "文件夹" in screen_text(pilot)) == ("cqdash-export", True)
        await press(pilot, "down", "right", "up", "left")
        assert (name(pilot), "文件夹" in screen_text(pilot)) == ("mine.md", False)


async def test_files_in_the_folder_are_replaced_only_when_told_to(folder: Path) -> None:
    mine = folder / "cqdash-export" / "cqdash-trade.txt"
    mine.parent.mkdir()
    mine.write_text("mine")
    async with dashboard("en", (80, 24), "trade") as pilot:
        await press(pilot, "e", "up", "up", "right", "enter")
        assert "Already there and left alone: cqdash-trade.txt." in screen_text(pilot)
        assert mine.read_text() == "mine"
        assert len(list(mine.parent.iterdir())) == len(TABS)
        await pilot.click("#replace")
        await settle(pilot)
        assert not is_open(pilot)
    assert mine.read_bytes().decode() == exported("trade", "text")


async def test_a_folder_that_cannot_be_made_is_said_and_the_dialog_stays(folder: Path) -> None:
    (folder / "taken").write_text("a file")
    async with dashboard("zh", (80, 24), "trade") as pilot:
        await press(pilot, "e", "up", "up", "right", "tab", "tab", "ctrl+u", *"taken", "enter")
        assert "不是文件夹：taken" in screen_text(pilot)
        await press(pilot, "ctrl+u", "enter")
        assert words.NO_FOLDER.zh in screen_text(pilot)
        assert is_open(pilot)
    assert [path.name for path in folder.iterdir()] == ["taken"]


async def test_it_says_how_far_it_is_and_is_not_left_between_two_files() -> None:
    first, second = threading.Event(), threading.Event()

    def write_all(folder: Path, form: Format, overwrite: bool) -> Iterator[Written]:
        for tab, may in zip(tabs, (first, second), strict=True):
            may.wait()
            yield Written(tab, folder.absolute() / f"{tab}.{form}.{overwrite}")

    async with dashboard("en", (80, 24), "trade") as pilot:
        tabs = {tab: app_of(pilot).dataset.tabs[tab].title for tab in ("trade", "pilots")}
        dialog = ExportDialog(
            tabs["trade"], "t.txt", words.ABOUT, lambda path, *_: path, "en", write_all, tabs
        )
        left: list[Path | None] = []
        pilot.app.push_screen(dialog, left.append)
        await settle(pilot)
        for key in ("up", "up", "right", "enter"):
            await pilot.press(key)
        try:
            await until_shown(pilot, "Writing 1 of 2: Trade")
            await pilot.press("escape")
            first.set()
            await until_shown(pilot, "Writing 2 of 2: Pilots")
        finally:
            first.set()
            second.set()
        await until(pilot, lambda: left)
    assert left == [Path("cqdash-export").absolute()]


async def until_shown(pilot: AppPilot, said: str) -> None:
    """Until something stands on the screen while the app is still at work."""
    for _ in range(2000):
        if said in screen_text(pilot):
            return
        await pilot.pause(0.01)
    raise AssertionError(f"{said!r} never on the screen:\n{screen_text(pilot)}")


async def test_a_result_of_a_form_is_exported_as_text_or_markdown_only(folder: Path) -> None:
    async with dashboard("en", (80, 24), "sme-service") as pilot:
        await press(pilot, "c")
        await press(pilot, "escape", "e")
        text = screen_text(pilot)
        assert "Markdown" in text
        assert not [said for said in ("CSV", "JSON", "SVG", "All tabs") if said in text]
        await press(pilot, "up", "right", "enter")
        assert not is_open(pilot)
    (written,) = folder.iterdir()
    assert written.suffix == ".md"
    assert written.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_all_of_it_is_in_sight_even_when_something_is_wrong(
    size: tuple[int, int], language: Language, folder: Path
) -> None:
    (folder / "cqdash-trade.txt").write_text("mine")
    async with dashboard(language, size, "trade") as pilot:
        await press(pilot, "e", "enter")
        text = screen_text(pilot)
        labels = (
            words.SCOPE,
            words.THIS_TAB,
            words.ALL_TABS,
            words.FORMAT,
            words.FILE,
            *words.FORMATS.values(),
        )
        assert [said for said in labels if said.to(language) not in text] == []
        assert "cqdash-trade.txt" in text
        for button in ("#save", "#replace", "#cancel"):
            region = pilot.app.screen.query_one(button).region
            assert region.bottom <= size[1]
            assert region.height
            assert region.right <= size[0]
        await press(pilot, "tab", "tab")
        assert (pilot.app.screen.focused or Input()).id == "replace"
        await press(pilot, "enter")
    assert (folder / "cqdash-trade.txt").read_bytes().decode() == exported("trade", "text", language)
