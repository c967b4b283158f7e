"""The need sheet through its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from app.screen import app_of, dashboard, screen_text, settle
from cqdash.tui.form.controls import Checklist
from cqdash.tui.form.pane import FormPane
from cqdash.tui.form.sheet import FilledSheet


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


async def test_a_need_is_chosen_described_and_taken_along_as_markdown() -> None:
    async with dashboard("zh", tab="sme-service") as pilot:
        await pilot.press("c")
        await settle(pilot)
        pane = pilot.app.screen.query_one(FormPane)
        assert "未填写" in screen_text(pilot)
        assert "ctrl+n" not in screen_text(pilot), "a sheet has no projects to add"
        pane.query(Checklist).first().focus()
        await pilot.press("right", "space")
        firm = pane.query(Input)[-5]
        firm.focus()
        await pilot.press(*"示例公司")
        await settle(pilot)
        assert isinstance(pane.form, FilledSheet)
        assert pane.form.answers["need-technology"] == ("need-process-upgrade",)
        assert "示例公司" in pane.form.answers.values()
        assert screen_text(pilot).count("工艺升级") == 2
        await pilot.press("escape", "e")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = "sheet.md"
        await pilot.press("enter")
        await settle(pilot)
    written = Path("sheet.md").read_text(encoding="utf-8")
    for said in ("工艺升级", "示例公司", "区县经信部门", "版面没有印出的"):
        assert said in written


async def test_the_filled_sheet_is_saved_and_opened_again() -> None:
    async with dashboard("en", tab="sme-service") as pilot:
        await pilot.press("c")
        await settle(pilot)
        pane = pilot.app.screen.query_one(FormPane)
        pane.query(Checklist)[1].focus()
        await pilot.press("space", "ctrl+s")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not pane.is_unsaved
        pane.query(Checklist)[1].focus()
        await pilot.press("space", "ctrl+o")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pane.form, FilledSheet)
        assert pane.form.answers == {"need-digital": ("need-smart-factory",)}
        assert not pane.is_unsaved


async def test_leaving_the_form_comes_back_to_the_figures_with_everything_kept() -> None:
    async with dashboard("en", tab="sme-service") as pilot:
        await pilot.press("c")
        await settle(pilot)
        pane = pilot.app.screen.query_one(FormPane)
        pane.query(Checklist).first().focus()
        await pilot.press("space", "escape", "c")
        await settle(pilot)
        assert not pane.display
        assert "Needs a firm can state" in screen_text(pilot)
        await pilot.press("t", "c")
        await settle(pilot)
        assert app_of(pilot).language == "zh"
        assert "[x] 新产品研发" in screen_text(pilot)
