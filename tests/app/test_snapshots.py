"""Every tab in both languages as it stands on the screen, to the character."""

from __future__ import annotations

import pytest

from app.screen import dashboard, screen_styles, screen_text
from conftest import CompareGolden
from cqdash.dataset import load
from cqdash.language import LANGUAGES, Language


@pytest.mark.parametrize("size", [(160, 50), (80, 24)])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", load().tabs)
async def test_the_screen_is_as_reviewed(
    tab: str, language: Language, size: tuple[int, int], golden: CompareGolden
) -> None:
    async with dashboard(language, size, tab) as pilot:
        golden(f"screens/{tab}.{language}.{size[0]}x{size[1]}.txt", screen_text(pilot) + "\n")


@pytest.mark.parametrize(
    ("name", "theme", "environment"), [("light", "light", {}), ("no-color", "dark", {"NO_COLOR": "1"})]
)
async def test_the_colours_are_as_reviewed(
    name: str, theme: str, environment: dict[str, str], golden: CompareGolden, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    async with dashboard("en", (80, 24), "trade", theme) as pilot:
        golden(
            f"screens/trade.en.80x24.{name}.txt", screen_text(pilot) + "\n\n" + screen_styles(pilot) + "\n"
        )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_smallest_screen_is_as_reviewed(language: Language, golden: CompareGolden) -> None:
    async with dashboard(language, (40, 12), "trade") as pilot:
        golden(f"screens/trade.{language}.40x12.txt", screen_text(pilot) + "\n")
