"""The app driven headless: its screen as text, and the settled start."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable

from textual.pilot import Pilot

from cqdash.dataset import load
from cqdash.language import Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.figure_table import FigureTable
from cqdash.tui.tab_body import TabBody
from make import settled

AppPilot = Pilot[int]
PATIENCE = 60


def app_of(pilot: AppPilot) -> CqdashApp:
    assert isinstance(pilot.app, CqdashApp)
    return pilot.app


def screen_text(pilot: AppPilot) -> str:
    """What stands on the screen; the compositor is private to Textual, so only this helper uses it."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def body_of(pilot: AppPilot) -> TabBody:
    body = app_of(pilot)._body()
    assert body is not None
    return body


def table_of(pilot: AppPilot) -> FigureTable:
    table = body_of(pilot).current
    assert table is not None
    return table


@contextlib.asynccontextmanager
async def dashboard(
    language: Language = "en", size: tuple[int, int] = (160, 50), tab: str | None = None, theme: str = "dark"
) -> AsyncIterator[AppPilot]:
    """The running app, settled on a tab."""
    app = CqdashApp(load(), language, theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if tab:
            app.go_tab(tab)
        await settle(pilot)
        yield pilot


def told(pilot: AppPilot) -> list[str]:
    """The messages that have popped up; a headless app does not paint them."""
    return [notification.message for notification in pilot.app._notifications]


async def settle(pilot: AppPilot) -> None:
    """Until all that was asked for is done and painted."""
    await asyncio.wait_for(settled(pilot), PATIENCE)


async def until(pilot: AppPilot, holds: Callable[[], object]) -> None:
    """Until something holds that a timer brings about; fails after a while."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await pilot.pause(0.02)
    await settle(pilot)
