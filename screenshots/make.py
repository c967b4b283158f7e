"""Make the pictures of the running app: `python screenshots/make.py [FOLDER]`.

One SVG a tab and language, the calculator and the help, and one tab in the light theme. The same app and data
give the same bytes.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip

from cqdash.dataset import load
from cqdash.export.svg import render_svg
from cqdash.language import LANGUAGES, Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.memory import Start
from cqdash.tui.tab_body import TabBody

SIZE = (150, 42)
STILL = 3
"""So many looks in a row must show the same, with nothing left to do."""


async def picture(
    tab: str, language: Language, theme: str = "dark", size: tuple[int, int] = SIZE, keys: str = ""
) -> str:
    """The app as it looks on a tab after some keys, as SVG."""
    async with running(language, theme, size) as pilot:
        return await taken(pilot, tab, keys)


@contextlib.asynccontextmanager
async def running(
    language: Language, theme: str = "dark", size: tuple[int, int] = SIZE
) -> AsyncIterator[Pilot[int]]:
    """The app, without a screen."""
    # A blinking cursor would be there or not, as it happens.
    app = CqdashApp(load(), language, theme, Start(animations=False))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def taken(pilot: Pilot[int], tab: str, keys: str = "") -> str:
    """A picture of a tab after some keys."""
    app = cast(CqdashApp, pilot.app)
    app.go_tab(tab)
    await pilot.pause()
    for key in keys.split():
        await pilot.press(key)
    rows = await settled(pilot)
    return render_svg(rows, app.size.width, app.current_theme.background or "#000000")


async def settled(pilot: Pilot[int]) -> list[Strip]:
    """The screen once all that was asked for is done and painted, however slow the machine."""
    rows: list[Strip] = []
    while not pilot.app._exit:
        await quiet(pilot)
        now = pilot.app.screen._compositor.render_strips()
        if [row.text for row in now] == [row.text for row in rows]:
            break
        rows = now
    return rows


async def quiet(pilot: Pilot[int]) -> None:
    """Until nothing has been to come for a few rounds; what is painted costs more to look at."""
    idle = 0
    while idle < STILL and not pilot.app._exit:
        await pilot.pause()
        idle = 0 if is_busy(pilot.app) else idle + 1


def is_busy(app: App[int]) -> bool:
    """Whether a message, a callback, a worker or a repaint is to come; Textual tells it only privately."""
    screen = app.screen
    if any(not body.is_complete for body in app.screen_stack[0].query(TabBody)):
        return True
    pumps = (app, screen, *screen.walk_children())
    return bool(
        any(pump.message_queue_size or pump._next_callbacks for pump in pumps)
        or screen._callbacks
        or screen._dirty_widgets
        or screen._layout_required
        or any(not worker.is_finished for worker in app.workers)
    )


async def main(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for language in LANGUAGES:
        async with running(language) as pilot:
            made = {tab: await taken(pilot, tab) for tab in load().tabs}
            made["help"] = await taken(pilot, "trade", keys="question_mark")
            made["calculator"] = await taken(pilot, "ip-policy", keys="escape c")
        for name, svg in made.items():
            (folder / f"{name}-{language}.svg").write_text(svg, encoding="utf-8")
    (folder / "trade-en-light.svg").write_text(await picture("trade", "en", "light"), encoding="utf-8")


if __name__ == "__main__":
    # The pictures show nobody's own settings or drafts.
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_CACHE_HOME": home}
        asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))
