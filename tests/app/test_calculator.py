"""The calculator through its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from app.screen import AppPilot, app_of, dashboard, screen_text, settle, until
from cqdash.subsidy.application import Application
from cqdash.tui.file_dialogs import UnsavedDialog
from cqdash.tui.form.calculator import Calculator
from cqdash.tui.form.controls import Chooser, Cycler, YearStrip
from cqdash.tui.form.draft import draft_path
from cqdash.tui.form.pane import FormPane, Result

SCHEME = "chongqing-ip-2026"


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


async def open_calculator(pilot: AppPilot) -> FormPane:
    await pilot.press("c")
    await settle(pilot)
    return pilot.app.screen.query_one(FormPane)


def application_of(pane: FormPane) -> Application:
    assert isinstance(pane.form, Calculator)
    return pane.form.application


async def test_it_opens_with_an_invented_example_and_its_result() -> None:
    async with dashboard("zh", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        text = screen_text(pilot)
        assert "示例公司" in text
        assert "确定" in text
        assert "合计" in text
        assert not pane.is_unsaved


async def test_every_keystroke_is_computed_at_once() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        before = screen_text(pilot)
        chongqing = pane.query(Cycler)[1]
        chongqing.focus()
        await pilot.press("right")
        await settle(pilot)
        assert application_of(pane).applicant["in_chongqing"] is False
        assert "not eligible" in screen_text(pilot)
        assert screen_text(pilot) != before
        assert pane.is_unsaved


async def test_a_fault_stands_beside_its_field_and_computes_nothing() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        kept = application_of(pane)
        count = next(field for field in pane.query(Input) if field.value == "1")
        count.focus()
        await pilot.press("end", "x")
        await settle(pilot)
        text = screen_text(pilot)
        assert "should be a whole number from 1 to 1,000" in text
        assert "Correct the marked answer first" in text
        assert application_of(pane) == kept
        await pilot.press("backspace")
        await settle(pilot)
        assert "Correct the marked answer" not in screen_text(pilot)


async def test_letters_typed_in_a_field_are_no_commands_and_escape_leads_out() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        name = pane.query(Input).first()
        name.focus()
        await pilot.press("end", *"qtec1")
        await settle(pilot)
        assert str(application_of(pane).applicant["name"]).endswith("qtec1")
        assert app_of(pilot).language == "en"
        await pilot.press("escape")
        await settle(pilot)
        assert pane.query_one(Result).has_focus
        await pilot.press("t")
        await settle(pilot)
        assert app_of(pilot).language == "zh"
        assert name.value.endswith("qtec1") or pane.query(Input).first().value.endswith("qtec1")


async def test_the_language_switch_keeps_what_is_typed_even_a_fault() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        count = next(field for field in pane.query(Input) if field.value == "1")
        count.focus()
        await pilot.press("end", "x", "escape", "t")
        await settle(pilot)
        assert "1x" in [field.value for field in pane.query(Input)]
        assert "应为1到1,000的整数" in screen_text(pilot)
        assert "尚不应付" in screen_text(pilot), "the result from before the fault speaks the language too"


async def test_a_project_is_added_and_removed_by_keys() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        count = len(application_of(pane).projects)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert len(application_of(pane).projects) == count + 1
        remove = pane.query(".remove").last()
        remove.focus()
        await pilot.press("enter")
        await settle(pilot)
        assert len(application_of(pane).projects) == count


async def test_another_span_of_years_asks_other_years() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        horizon = next(f for f in pane.query(Input) if f.value == str(application_of(pane).horizon))
        horizon.focus()
        await pilot.press("end", "backspace", "2")
        await settle(pilot)
        assert application_of(pane).horizon == 2


async def test_a_switched_reading_changes_the_answer() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        pane.query(Cycler)[-2].focus()
        await pilot.press("right")
        await settle(pilot)
        assert application_of(pane).assumptions["first-year"] == "none"
        assert "not paid that year" in screen_text(pilot)


async def test_saved_and_opened_again_it_is_the_same() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        saved = application_of(pane)
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not pane.is_unsaved
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press("ctrl+o")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert application_of(pane) == saved
    assert Path(f"{SCHEME}.yaml").read_text(encoding="utf-8")


async def test_a_file_that_is_no_application_is_refused_with_its_place_and_nothing_is_lost() -> None:
    Path("bad.yaml").write_text(f"application: 1\nscheme: {SCHEME}\napplicant: {{legal_form: martian}}\n")
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        kept = application_of(pane)
        await pilot.press("ctrl+o")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = "bad.yaml"
        await pilot.press("enter")
        await settle(pilot)
        assert "bad.yaml:3:" in screen_text(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert application_of(pane) == kept


async def test_leaving_with_unsaved_work_asks() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        await open_calculator(pilot)
        await pilot.press("ctrl+n", "escape", "q")
        await settle(pilot)
        assert isinstance(pilot.app.screen, UnsavedDialog)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.is_running
        await pilot.press("q")
        await settle(pilot)
        await pilot.click("#discard")
        await settle(pilot)
    assert not draft_path(SCHEME).exists()


async def test_work_in_progress_survives_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FormPane, "DRAFT_AFTER", 0.01)
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        await pilot.press("ctrl+n")
        await until(pilot, draft_path(SCHEME).exists)
        left = application_of(pane)
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        assert application_of(pane) == left
        assert pane.is_unsaved


async def test_the_result_is_exported_with_the_application_it_answers() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        await open_calculator(pilot)
        await pilot.press("escape", "e")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    written = Path(f"cqdash-{SCHEME}.txt").read_text(encoding="utf-8")
    assert "application: 1" in written
    assert "In all" in written


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (60, 20)])
async def test_form_and_result_both_stand_on_every_screen(size: tuple[int, int]) -> None:
    async with dashboard("zh", tab="ip-policy", size=size) as pilot:
        pane = await open_calculator(pilot)
        assert pane.query_one(Result).size.height >= 6
        assert "示例公司" in screen_text(pilot)


async def test_an_item_is_chosen_from_the_list_and_its_questions_follow() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        chooser = pane.query(Chooser).last()
        chooser.focus()
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        item = application_of(pane).projects[-1]["item"]
        assert isinstance(item, str)
        asked = {field.id for field in pane.form.groups()[len(application_of(pane).projects)].fields}
        assert "approval" in asked


async def test_an_evaluation_is_changed_year_by_year_with_the_keys_alone() -> None:
    async with dashboard("en", tab="ip-policy") as pilot:
        pane = await open_calculator(pilot)
        pane.query(YearStrip).first().focus()
        before = application_of(pane)
        await pilot.press("right", "n", "right", "backspace")
        await settle(pilot)
        after = application_of(pane).projects[0]["evaluation"]
        assert isinstance(after, dict)
        assert (after[2], 3 in after) == (False, False)
        assert application_of(pane) != before


async def test_the_result_shows_its_tree_its_years_and_what_would_change_it() -> None:
    async with dashboard("en", tab="ip-policy", size=(160, 200)) as pilot:
        await open_calculator(pilot)
        text = screen_text(pilot)
        for said in (
            "By year",
            "Amounts by year",
            "What would change it",
            "How it came about",
            "├",
            "Nothing here is official",
        ):
            assert said.lower() in text.lower(), said
