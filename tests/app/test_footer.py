"""The footer at every width: whole words only, the most important first, help and quit always."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from app.screen import AppPilot, app_of, dashboard, screen_text, settle
from cqdash.language import LANGUAGES, Language
from cqdash.tui.commands import BY_ID, COMMANDS
from cqdash.tui.fitting_footer import FittingFooter

WIDTHS = [160, 120, 80, 60, 40]


def footer_line(pilot: AppPilot) -> str:
    return screen_text(pilot).splitlines()[-1].strip()


def offered(pilot: AppPilot) -> list[str]:
    """The key and the name of each command that is to be seen."""
    offers = pilot.app.screen_stack[0].query_one(FittingFooter).offers
    return [f"{offer.shown} {offer.name}" for offer in offers]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", ["ip-policy", "sme-service", "trade"])
async def test_no_word_is_cut_and_help_and_quit_are_always_there(tab: str, language: Language) -> None:
    async with dashboard(language, (160, 50), tab) as pilot:
        before: list[str] = []
        for width in reversed(WIDTHS):
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            now = offered(pilot)
            assert footer_line(pilot) == "  ".join(now)
            assert cell_len(footer_line(pilot)) <= width - 4
            for command in ("help", "quit", "detail"):
                assert f"{BY_ID[command].key_shown} {BY_ID[command].name.to(language)}" in now
            assert [each for each in before if each not in now] == [], "what fits in less fits in more"
            before = now


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_left_out_ranks_behind_what_is_shown(language: Language) -> None:
    async with dashboard(language, (160, 50), "trade") as pilot:
        everything = offered(pilot)
        ranks = {f"{c.key_shown} {c.name.to(language)}": c.rank for c in COMMANDS}
        ranks[everything[0]] = BY_ID["tabs"].rank
        for width in WIDTHS:
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
            shown = [ranks[each] for each in offered(pilot)]
            left_out = [ranks[each] for each in everything if each not in offered(pilot)]
            assert max(shown) <= min(left_out, default=max(shown))
        assert left_out


async def test_the_first_commands_fit_80_columns() -> None:
    async with dashboard("en", (80, 24), "trade") as pilot:
        for said in ("enter Detail", "/ Filter", "? Help", "ctrl+p Find", "t 中文", "q Quit"):
            assert said in footer_line(pilot)


async def test_a_key_that_types_into_a_field_is_not_offered_there() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        await pilot.press("slash")
        await settle(pilot)
        assert "esc Clear filter" in footer_line(pilot)
        for said in ("Quit", "Filter  ", "Sort", "中文"):
            assert said not in footer_line(pilot).replace("esc Clear filter", "")
        await pilot.press("escape")
        await settle(pilot)
        assert "q Quit" in footer_line(pilot)
        assert "Clear filter" not in footer_line(pilot)


async def test_a_dialog_over_it_changes_nothing() -> None:
    async with dashboard("en", (160, 50), "trade") as pilot:
        before = offered(pilot)
        await pilot.press("y", "enter")
        await settle(pilot)
        assert offered(pilot) == before


async def test_a_press_of_the_mouse_does_what_the_key_does() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        line = screen_text(pilot).splitlines()[-1]
        await pilot.click(FittingFooter, offset=(line.index("t 中文"), 0))
        await settle(pilot)
        assert app_of(pilot).language == "zh"
