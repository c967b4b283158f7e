"""Whatever is pressed, and however the window is made larger and smaller meanwhile, the app goes on."""

from __future__ import annotations

import string
from pathlib import Path
from random import Random

import pytest

from app.screen import dashboard, screen_text, settle
from cqdash.tui.commands import COMMANDS
from cqdash.tui.keymap import declared_keys
from fuzz.tried import PRESSES, Tally

QUITS = {"q", "ctrl+q", "ctrl+c"}
MOVES = [
    "up",
    "down",
    "left",
    "right",
    "tab",
    "shift+tab",
    "enter",
    "escape",
    "space",
    "pagedown",
    "home",
    "end",
]
COMMANDED = [key for command in COMMANDS for key in declared_keys(command) if key not in QUITS]
TYPED = [
    *(set(string.ascii_letters + string.digits) - {"q"}),
    *"中%。é",
    "backspace",
    "delete",
    "ctrl+a",
    "f9",
]
SIZES = [(160, 50), (80, 24), (40, 12), (20, 5), (1, 1), (200, 60)]
HALF = PRESSES.inputs // 2


@pytest.mark.parametrize("seed", [1, 2])
async def test_keys_at_random_end_in_no_exception(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # what is exported or saved lies here
    random = Random(seed)
    tally = Tally(PRESSES)
    async with dashboard("zh" if seed % 2 else "en", size=(100, 30), tab="ip-policy") as pilot:
        while tally.accepted < HALF:
            if not random.randrange(20):
                await pilot.resize_terminal(*random.choice(SIZES))
            keys = random.choice((MOVES, MOVES, COMMANDED, COMMANDED, sorted(TYPED)))
            pressed = random.choices(keys, k=random.randint(1, 8))
            await pilot.press(*pressed)
            tally.accepted += len(pressed)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert pilot.app.return_value is None
        assert pilot.app.is_running
        assert screen_text(pilot).strip()
    assert tally.accepted >= HALF


@pytest.mark.parametrize(("opened", "size"), [("D", (5, 40)), ("ctrl+p", (60, 4))], ids=["D", "ctrl+p"])
async def test_a_list_in_a_window_too_small_for_it_has_no_pages_and_does_not_fail(
    opened: str, size: tuple[int, int]
) -> None:
    async with dashboard(size=(100, 30)) as pilot:
        await pilot.press(opened)
        await pilot.resize_terminal(*size)
        await pilot.press("t", "pagedown", "pageup", "b", "pagedown", "pageup")
        assert pilot.app.is_running
