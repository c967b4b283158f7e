"""Every tab in both languages as it stands on the screen, to the character."""

from __future__ import annotations

import pytest

from app.screen import dashboard, screen_text
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
