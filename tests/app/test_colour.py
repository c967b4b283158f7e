"""Colour: every word readable in every theme, the terminal's own colours, nothing told by colour alone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList

from app.screen import AppPilot, app_of, dashboard, screen_text, settle
from app.terminal import Terminal, terminal
from colours import contrast
from cqdash.cli.codes import WRONG_CALL
from cqdash.cli.main import run
from cqdash.language import colour
from cqdash.tui.themes import THEMES
from make import settled

OWN = [name for name, theme in THEMES.items() if not theme.ansi]
SCENES = (
    "down", "enter", "escape ctrl+p", "escape question_mark", "escape e", "escape D", "escape slash c a r",
    "escape f g", "escape 2 c tab", "tab", "tab tab", "tab tab tab tab x", "ctrl+s",
)  # fmt: skip
"""Keys, one after the other; the screen is looked at after each of them."""
LINES = "━─│╭╮╰╯▔▁▂▃▄▅▆▇█▊▋▌▍▎▏▐╸╺"
"""Rules, borders and scroll bars, which say nothing."""


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


async def segments(pilot: AppPilot) -> list[tuple[int, int, Segment]]:
    """The column, the line and the segment of everything in front: of a dialog, not what lies behind it."""
    front = Region(0, 0, 1000, 1000)
    screen = pilot.app.screen
    if isinstance(screen, ModalScreen):
        front = next(child.region for child in screen.children if child.display)
        if palette := screen.query("#--container"):
            front = palette.first().region
    found = []
    for line, row in enumerate(await settled(pilot)):
        column = 0
        for segment in row:
            if front.contains(column, line) and not segment.control:
                found.append((column, line, segment))
            column += segment.cell_length
    return found


async def unreadable(pilot: AppPilot) -> list[str]:
    """The words in front that stand out from what they stand on by less than 4.5 to 1."""
    told = []
    for _, _, segment in await segments(pilot):
        words = segment.text.strip(f" {LINES}")
        style = segment.style
        if words and style and style.color and style.bgcolor:
            ink, paper = (Color.from_rich_color(each) for each in (style.color, style.bgcolor))
            if contrast(ink, paper) < 4.5:
                told.append(f"{words!r}: {style}")
    return told


async def test_every_word_can_be_read_in_every_theme_of_its_own_colours() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        seen = set()
        for keys in SCENES:
            await pilot.press(*keys.split())
            await settle(pilot)
            for theme in OWN:
                app_of(pilot).show_theme(theme)
                assert await unreadable(pilot) == [], (keys, theme)
            seen.add(screen_text(pilot))
        assert len(seen) > len(SCENES) // 2, "the keys led somewhere"


async def test_d_turns_dark_and_light_within_a_kind() -> None:
    async with dashboard(theme="contrast-dark") as pilot:
        shown = []
        for _ in range(2):
            await pilot.press("d")
            shown.append(app_of(pilot).theme_name)
        assert shown == ["contrast-light", "contrast-dark"]


async def test_the_list_of_themes_previews_and_only_enter_keeps() -> None:
    async with dashboard("zh", (120, 40), "trade") as pilot:
        await pilot.press("D")
        await settle(pilot)
        text = screen_text(pilot)
        assert all(said.zh in text and f"({name})" in text for name, said in colour.THEMES.items())
        await pilot.press("down", "down")
        await settle(pilot)
        assert pilot.app.current_theme is THEMES["contrast-dark"]
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.current_theme is THEMES["dark"]
        await pilot.press("D", "j", "enter")
        await settle(pilot)
        assert pilot.app.current_theme is THEMES["light"]
        assert app_of(pilot).theme_name == "light"
        await pilot.press("D")
        await settle(pilot)
        assert pilot.app.screen.query_one(OptionList).highlighted == 1, "the list begins at the present one"


async def test_the_terminals_own_colours_are_taken_up_live() -> None:
    async with dashboard("en", (120, 40), "trade") as pilot:
        await pilot.press("D", "end", "enter")
        await settle(pilot)
        styles = [segment.style for _, _, segment in await segments(pilot) if segment.style]
        colours = [each for style in styles for each in (style.color, style.bgcolor) if each]
        assert colours
        assert all(each.is_system_defined or each.is_default for each in colours)


def looks(found: list[tuple[int, int, Segment]], place: Region) -> list[tuple[int, int, str, object]]:
    """What stands in a place, with all of its style that is no colour."""
    return [
        (column, line, segment.text, (style.bold, style.underline, style.reverse))
        for column, line, segment in found
        if place.contains(column, line) and (style := segment.style)
    ]


async def test_without_colours_every_field_with_the_focus_looks_different(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with dashboard("en", (120, 60), "ip-policy") as pilot:
        await pilot.press("c")
        await settle(pilot)
        kinds = {type(field).__name__ async for field in each_focus(pilot, 14)}
        assert {"Input", "Cycler", "Checklist", "Chooser", "Button"} <= kinds
        await pilot.press("ctrl+s")
        kinds = {type(field).__name__ async for field in each_focus(pilot, 3)}
        assert kinds == {"Input", "Button"}


async def each_focus(pilot: AppPilot, number: int) -> AsyncIterator[Widget]:
    """So many widgets with the focus, each seen to look different once it has gone."""
    await settle(pilot)
    had = pilot.app.focused
    shown = await segments(pilot)
    for _ in range(number):
        await pilot.press("tab")
        now = await segments(pilot)
        if had is not None and had.is_on_screen:
            assert looks(shown, had.region) != looks(now, had.region), had
            yield had
        had, shown = pilot.app.focused, now


def parameters(raw: bytes) -> set[int]:
    """The first parameter of every colour or attribute the program has sent."""
    found: set[int] = set()
    for each in re.findall(rb"\x1b\[([0-9;]*)m", raw):
        codes = [int(code or 0) for code in each.split(b";")]
        while codes:
            code = codes.pop(0)
            found.add(code)
            if code in (38, 48):
                del codes[: 2 if codes[0] == 5 else 4]
    return found


PLAIN = {0, 1, 2, 3, 4, 7, 22, 23, 24, 27, 39, 49}
"""Attributes, and the terminal's default colours."""
SIXTEEN = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}


def reversed_words(program: Terminal) -> str:
    """The words the terminal shows reversed."""
    cells = program._screen.buffer
    lines = range(program._screen.lines)
    return "\n".join(
        "".join(cells[line][column].data for column in range(120) if cells[line][column].reverse)
        for line in lines
    )


@pytest.mark.parametrize(
    ("environment", "theme", "allowed"),
    [
        ({"NO_COLOR": "1"}, "light", PLAIN),
        ({"TERM": "xterm", "COLORTERM": ""}, "dark", PLAIN | SIXTEEN),
        ({}, "ansi-light", PLAIN | SIXTEEN),
    ],
    ids=["NO_COLOR", "16 colours", "the terminal's own"],
)
def test_a_terminal_gets_no_colour_it_did_not_ask_for(
    tmp_path: Path, environment: dict[str, str], theme: str, allowed: set[int]
) -> None:
    with terminal("--lang", "en", "--theme", theme, folder=tmp_path, environment=environment) as program:
        program.wait_for("7 years running")
        program.press("3")
        program.wait_for("152.15 billion")
        program.press("j")
        program.wait_for("Mobile phone exports")
        assert "Mobile" in reversed_words(program), "the cursor"
        for keys, shown in (("\r", "esc"), ("\x1b", "Exports by"), ("D", "contrast-light")):
            program.press(keys)
            program.wait_for(shown)
        program.press("\x1b")
        program.wait_for("contrast-light", absent=True)
        program.press("q")
        assert program.end() == 0
        sent = parameters(program.raw)
        assert sent <= allowed
        assert bool(sent & SIXTEEN) == (allowed != PLAIN)


def test_a_terminal_of_256_colours_gets_just_these(tmp_path: Path) -> None:
    environment = {"COLORTERM": ""}
    with terminal("--lang", "en", "--no-config", folder=tmp_path, environment=environment) as program:
        program.wait_for("7 years running")
        program.press("q")
        assert program.end() == 0
        assert b"38;5;" in program.raw
        assert b";2;" not in b" ".join(re.findall(rb"\x1b\[[0-9;]*m", program.raw))


@pytest.mark.parametrize("name", THEMES)
def test_the_command_line_takes_every_theme(name: str, tmp_path: Path) -> None:
    with terminal("--no-config", "--theme", name, folder=tmp_path) as program:
        program.wait_for("cqdash")
        program.press("q")
        assert program.end() == 0


def test_an_unknown_theme_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["--theme", "sepia", "--lang", "en"])
    assert left.value.code == WRONG_CALL
    said = capsys.readouterr().err
    assert all(name in said for name in THEMES)
