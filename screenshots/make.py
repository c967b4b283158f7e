"""Make the pictures of the running app: `python screenshots/make.py [FOLDER]`.

One SVG a tab and language, and one in the light theme. The same app and data give the same bytes.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip

from cqdash.dataset import load
from cqdash.export.svg import render_svg
from cqdash.language import LANGUAGES, Language
from cqdash.tui.app import CqdashApp

SIZE = (150, 42)
STILL = 8
"""So many looks in a row must show the same."""


async def picture(
    tab: str, language: Language, theme: str = "dark", size: tuple[int, int] = SIZE, keys: str = ""
) -> str:
    """The app as it looks on a tab after some keys, as SVG."""
    app = CqdashApp(load(), language, theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.go_tab(tab)
        await pilot.pause()
        for key in keys.split():
            await pilot.press(key)
        rows = await settled(pilot)
        return render_svg(rows, size[0], app.current_theme.background or "#000000")


async def settled(pilot: Pilot[int]) -> list[Strip]:
    """The screen once it has stayed the same for a while, however slow the machine."""
    rows: list[Strip] = []
    same = 0
    while same < STILL:
        await pilot.pause(0.05)
        now = pilot.app.screen._compositor.render_strips()
        same = same + 1 if [row.text for row in now] == [row.text for row in rows] else 0
        rows = now
    return rows


async def main(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for tab in load().tabs:
        for language in LANGUAGES:
            (folder / f"{tab}-{language}.svg").write_text(await picture(tab, language), encoding="utf-8")
    (folder / "trade-en-light.svg").write_text(await picture("trade", "en", "light"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))
