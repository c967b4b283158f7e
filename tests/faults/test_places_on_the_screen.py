"""What cannot be written or opened from the screen is told there; nothing that was typed is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from app.screen import AppPilot, dashboard, settle
from cqdash.dataset import load
from cqdash.tui.file_dialogs import OpenDialog, WriteDialog
from cqdash.tui.form.calculator import Calculator
from cqdash.tui.form.pane import FormPane

TABS = list(load().tabs)
SIZE = (120, 40)
REFUSED = {
    "no/such/a.txt": ("没有这个文件或文件夹", "No such file or directory"),
    "folder": ("这是一个文件夹", "this is a folder"),
    "old.txt/a.txt": ("路径中有一段不是文件夹", "Not a directory"),
    "loop": ("链接指来指去", "symbolic links"),
    "pipe": ("不是普通文件", "not an ordinary file"),
    "/dev/full": ("不是普通文件", "not an ordinary file"),
    "/dev/tty": ("不是普通文件", "not an ordinary file"),
    "n" * 256: ("名称太长", "File name too long"),
    "~no-such-user/a.txt": ("找不到主目录", "the home folder is not known"),
}
"""Names to write to, and what is told of each; a pipe and a terminal would be waited for."""
UNREADABLE = {
    "missing.yaml": ("没有这个文件或文件夹", "No such file or directory"),
    "folder": ("这是一个文件夹", "Is a directory"),
    "loop": ("链接指来指去", "symbolic links"),
    "pipe": ("不是普通文件", "not an ordinary file"),
    "/dev/tty": ("不是普通文件", "not an ordinary file"),
    "~no-such-user/a.yaml": ("找不到主目录", "the home folder is not known"),
}


@pytest.fixture(autouse=True)
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    work = tmp_path / "work"
    (work / "folder").mkdir(parents=True)
    (work / "old.txt").write_text("mine")
    (work / "loop").symlink_to("loop")
    os.mkfifo(work / "pipe")
    monkeypatch.chdir(work)
    return work


async def press(pilot: AppPilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


async def give(pilot: AppPilot, name: str) -> None:
    """Give a name to the dialog."""
    pilot.app.screen.query_one(Input).value = name
    await press(pilot, "enter")


def told(pilot: AppPilot) -> str:
    """What the dialog says is wrong, once it is seen that all of it is on the screen."""
    problem = pilot.app.screen.query_one(".problem", Static)
    assert problem.region.height
    assert pilot.app.screen.region.contains_region(problem.region)
    return str(problem.render())


async def calculator(pilot: AppPilot) -> tuple[FormPane, Calculator]:
    await press(pilot, "c", "ctrl+n")
    pane = pilot.app.screen.query_one(FormPane)
    assert isinstance(pane.form, Calculator)
    return pane, pane.form


async def test_an_export_that_fails_is_told_and_the_name_is_kept(ground: Path) -> None:
    before = sorted(each.name for each in ground.iterdir())
    async with dashboard("zh", SIZE, "pilots") as pilot:
        await press(pilot, "e")
        for name, (said, _) in REFUSED.items():
            await give(pilot, name)
            assert said in told(pilot)
            dialog = pilot.app.screen
            assert isinstance(dialog, WriteDialog)
            assert dialog.query_one(Input).value == name
        assert sorted(each.name for each in ground.iterdir()) == before
        await give(pilot, "at last.txt")
        assert not isinstance(pilot.app.screen, WriteDialog)
    assert (ground / "at last.txt").stat().st_size > 1000


async def test_a_form_that_cannot_be_saved_or_another_opened_stays_as_it_is_and_unsaved(ground: Path) -> None:
    async with dashboard("en", SIZE, "ip-policy") as pilot:
        pane, form = await calculator(pilot)
        answers = form.application
        await press(pilot, "ctrl+s")
        for name, (_, said) in REFUSED.items():
            await give(pilot, name)
            assert said in told(pilot)
            assert (pilot.app.screen.query_one(Input).value, pane.is_unsaved) == (name, True)
        await press(pilot, "escape", "ctrl+o")
        for name, (_, said) in UNREADABLE.items():
            await give(pilot, name)
            assert said in told(pilot)
            assert (pilot.app.screen.query_one(Input).value, pane.is_unsaved) == (name, True)
        assert isinstance(pilot.app.screen, OpenDialog)
        await press(pilot, "escape", "ctrl+s")
        await give(pilot, "mine.yaml")
        assert (form.application, pane.is_unsaved) == (answers, False)
    assert (ground / "mine.yaml").exists()


async def test_a_disk_that_is_full_is_told_and_the_old_files_are_there(
    ground: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    async with dashboard("en", SIZE, "ip-policy") as pilot:
        await press(pilot, "e")
        await give(pilot, "old.txt")
        await pilot.click("#replace")
        await settle(pilot)
        assert "No space left on device" in told(pilot)
        assert pilot.app.screen.query_one(Input).value == "old.txt"
        await press(pilot, "escape", "e", "up", "up", "right", "enter")
        assert "No space left on device" in told(pilot)
        assert [tab for tab in TABS if f"cqdash-{tab}.txt" not in told(pilot)] == []
        await press(pilot, "escape")
        pane, form = await calculator(pilot)
        answers = form.application
        await press(pilot, "ctrl+s")
        await give(pilot, "new.yaml")
        assert "No space left on device" in told(pilot)
        assert (pane.is_unsaved, form.application) == (True, answers)
    assert list((ground / "cqdash-export").iterdir()) == []
    assert not (ground / "new.yaml").exists()
    assert (ground / "old.txt").read_text() == "mine"
