"""The app driven headless: its screen as text, and the settled start."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import AsyncIterator, Callable

from rich.cells import cell_len
from textual.pilot import Pilot

from cqdash.dataset import Dataset, load
from cqdash.language import Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.main_screen import MainScreen
from cqdash.tui.tab_body import TabBody
from make import settled

AppPilot = Pilot[int]
PATIENCE = 60


def app_of(pilot: AppPilot) -> CqdashApp:
    assert isinstance(pilot.app, CqdashApp)
    return pilot.app


def main_screen_of(pilot: AppPilot) -> MainScreen:
    screen = pilot.app.screen
    assert isinstance(screen, MainScreen)
    return screen


def screen_text(pilot: AppPilot) -> str:
    """What stands on the screen; the compositor is private to Textual, so only this helper uses it."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def screen_styles(pilot: AppPilot) -> str:
    """How each cell looks: a letter a cell, and below what each letter means."""
    letters: dict[str, str] = {}
    lines = []
    for strip in pilot.app.screen._compositor.render_strips():
        line = ""
        for text, style, _ in strip:
            # A link to what a click does is no part of the look, and has a number of its own each run.
            look = str(style.clear_meta_and_links() if style else "none")
            line += letters.setdefault(look, chr(ord("a") + len(letters))) * cell_len(text)
        lines.append(line)
    return "\n".join([*lines, "", *(f"{letter}  {look}" for look, letter in letters.items())])


def body_of(pilot: AppPilot) -> TabBody:
    pane = app_of(pilot).pane
    body = pane.body if pane else None
    assert body is not None
    return body


def table_of(pilot: AppPilot) -> FigureTable:
    table = body_of(pilot).current
    assert table is not None
    return table


@functools.cache
def _dataset() -> Dataset:
    return load()


@contextlib.asynccontextmanager
async def dashboard(
    language: Language = "en", size: tuple[int, int] = (160, 50), tab: str | None = None, theme: str = "dark"
) -> AsyncIterator[AppPilot]:
    """The running app, settled on a tab."""
    app = CqdashApp(_dataset(), language, theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if tab:
            app.go_tab(tab)
        await settle(pilot)
        yield pilot


def told(pilot: AppPilot) -> list[str]:
    """The messages that can be read."""
    return app_of(pilot)._notices.messages


async def settle(pilot: AppPilot) -> None:
    """Until all that was asked for is done and painted."""
    await asyncio.wait_for(settled(pilot), PATIENCE)


async def until(pilot: AppPilot, holds: Callable[[], object]) -> None:
    """Until something holds that a timer brings about; fails after a while."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await pilot.pause(0.02)
    await settle(pilot)
