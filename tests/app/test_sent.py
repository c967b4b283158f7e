"""What is left out of what is sent to the terminal: only what it shows already."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pyte
import pytest
from rich.console import Console, RenderableType
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from app.screen import settle
from cqdash.dataset import Dataset
from cqdash.language import Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.memory import Start
from cqdash.tui.sent import Sent

WIDE, SMALL = (120, 40), (60, 20)
KEYS = [
    "down", "s", "2", "down", "enter", "escape", "3", "slash", "5", "3", "0", "escape", "t", "question_mark",
    "escape", "T", "c", "5", "c", "a", "escape", "escape", "y", "end", "ctrl+p", "7", "escape", "1",
]  # fmt: skip


class Terminal:
    """A screen as a terminal has it after all that it was sent."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self.screen)
        self.sent = 0

    def take(self, text: str) -> None:
        self.sent += len(text)
        # What pyte does not know: underlines of a colour or a form of their own.
        self._stream.feed(re.sub(r"\x1b\[4:\d+m", "", text))

    @property
    def cells(self) -> list[list[object]]:
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return [[self.screen.buffer[row][column] for column in columns] for row in rows]


class Recorded(CqdashApp):
    """Sends everything to one terminal, and only what is not left out to another."""

    CSS_PATH = str(Path(inspect.getfile(CqdashApp)).with_name("style.tcss"))

    def __init__(self, dataset: Dataset, language: Language, size: tuple[int, int]) -> None:
        super().__init__(dataset, language, start=Start(animations=False))
        self.whole, self.rest = Terminal(size), Terminal(size)
        self._left_out = Sent()
        self._as_sent = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            self.whole.take(renderable.render_segments(self._as_sent))
            self.rest.take(self._left_out.rest_of(renderable).render_segments(self._as_sent))
        super()._display(screen, renderable)


@pytest.mark.parametrize(("language", "size"), [("en", WIDE), ("zh", SMALL)])
async def test_the_terminal_shows_the_same_as_if_everything_had_been_sent(
    language: Language, size: tuple[int, int], dataset: Dataset
) -> None:
    app = Recorded(dataset, language, size)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in KEYS:
            await pilot.press(key)
            await settle(pilot)
            assert app.rest.cells == app.whole.cells, key
    assert app.rest.sent < app.whole.sent / 2


async def test_a_move_of_the_cursor_sends_the_lines_that_change(dataset: Dataset) -> None:
    app = Recorded(dataset, "en", SMALL)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "down")
        await settle(pilot)
        before = app.rest.sent
        await pilot.press("down")
        await settle(pilot)
        assert 0 < app.rest.sent - before < 1000
