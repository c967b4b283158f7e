"""Settings and the remembered state through the running app and the command line."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widgets import Input

from app.screen import AppPilot, app_of, body_of, screen_text, settle, told, until
from app.terminal import terminal
from cqdash.cli.codes import SIGNALLED
from cqdash.dataset import load
from cqdash.files.settings import read_settings, settings_path
from cqdash.files.state import State, read_state, remember, state_path
from cqdash.language import Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.dialogs import DetailDialog, HelpDialog
from cqdash.tui.file_dialogs import WriteDialog
from cqdash.tui.memory import start_of
from cqdash.tui.tabbed import Tabbed


@contextlib.asynccontextmanager
async def run(
    language: Language | None = None, theme: str | None = None, config: bool = True
) -> AsyncIterator[AppPilot]:
    """A run as the command line starts it, after whatever an earlier one left."""
    app = CqdashApp(load(), *start_of(language, theme, read_settings() if config else None))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        await settle(pilot)
        yield pilot


def write_settings(text: str) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, encoding="utf-8")


def now(pilot: AppPilot) -> State:
    app = app_of(pilot)
    return State(app.language, app.theme_name, app.query_one(Tabbed).tab)


async def test_language_theme_and_tab_are_as_the_reader_left_them() -> None:
    async with run("en") as pilot:
        await pilot.press("t", "d", "3")
        await settle(pilot)
        await pilot.press("q")
    async with run() as pilot:
        assert now(pilot) == State("zh", "light", "trade")
        assert not app_of(pilot).current_theme.dark
        assert "1521.5亿元" in screen_text(pilot)
        assert body_of(pilot).current is not None
        await pilot.press("t", "1")
        await settle(pilot)
    async with run() as pilot:
        assert now(pilot) == State("en", "light", "innovation")


async def test_a_change_is_kept_while_the_program_still_runs() -> None:
    async with run("en") as pilot:
        await pilot.press("t")
        await until(pilot, state_path().exists)
        assert read_state()[0] == State("zh")


async def test_what_was_given_for_one_run_is_not_remembered() -> None:
    remember(State("zh", "dark", "pilots"))
    async with run("en", "light") as pilot:
        assert now(pilot) == State("en", "light", "pilots")
        await pilot.press("2")
        await settle(pilot)
    assert read_state()[0] == State("zh", "dark", "ip-policy")


async def test_without_config_nothing_is_read_and_nothing_written() -> None:
    write_settings('language = "zh"\ntheme = "light"\nnonsense = 1\n[keys]\nexport = "x"\n')
    remember(State("zh", "light", "trade"))
    kept = state_path().read_bytes()
    async with run("en", config=False) as pilot:
        assert now(pilot) == State("en", "dark", "innovation")
        assert told(pilot) == []
        await pilot.press("d", "3", "x")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, WriteDialog)
    assert state_path().read_bytes() == kept
    assert [path.name for path in state_path().parent.iterdir()] == ["state.json"]


async def test_a_damaged_state_is_set_aside_and_the_reader_told() -> None:
    state_path().parent.mkdir(parents=True)
    state_path().write_bytes(b'{"language": "e')
    async with run("en") as pilot:
        [message] = told(pilot)
        assert "state.json.broken" in message
        await pilot.press("3")
        await settle(pilot)
    assert state_path().with_name("state.json.broken").read_bytes() == b'{"language": "e'
    assert read_state() == (State(tab="trade"), None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('language = "zh"\ntheme = [\n', "settings.toml:2: not valid TOML"),
        ('\n[keys]\nexprot = "x"\n', "settings.toml:3: no such command: exprot; did you mean export?"),
        ('thme = "light"\n', "settings.toml:1: no such setting: thme; did you mean theme?"),
    ],
)
async def test_what_is_wrong_in_the_settings_is_told_and_the_file_left_as_it_is(text: str, said: str) -> None:
    write_settings(text)
    async with run("en") as pilot:
        [message] = told(pilot)
        assert message.startswith(str(settings_path().parent))
        assert said in message
        assert app_of(pilot).theme_name == "dark"
    assert settings_path().read_text(encoding="utf-8") == text


KEYS = """
[keys]
export = "x"
form = "ctrl+e"
rows = ["n", "ctrl+j"]
detail = "o"
"""


async def test_the_readers_keys_are_told_and_do_what_they_say() -> None:
    write_settings(KEYS)
    remember(State(tab="ip-policy"))
    async with run("en") as pilot:
        text = screen_text(pilot)
        footer = text.splitlines()[-1]
        assert [each in footer for each in ("x Export", "o Detail", "ctrl+e Form", "e Export")] == [
            True, True, True, False,
        ]  # fmt: skip
        assert footer.index("o Detail") < footer.index("x Export") < footer.index("q Quit")
        assert "Press ctrl+e for the" in text

        await pilot.press("question_mark")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HelpDialog)
        text = screen_text(pilot)
        for shown in ("n ctrl+j k ↑ ↓  a row", " o  ", " x  ", "o shows it"):
            assert shown in text
        await pilot.press("escape")

        await pilot.press("ctrl+p", *"write")
        await settle(pilot)
        assert "(x)" in screen_text(pilot)
        await pilot.press("escape")
        await settle(pilot)

        table = body_of(pilot).current
        assert table is not None
        await pilot.press("n", "ctrl+j", "j", "e")
        await settle(pilot)
        assert (table.cursor_row, len(pilot.app.screen_stack)) == (2, 1)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailDialog)
        await pilot.press("escape", "x")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WriteDialog)


async def test_a_command_with_a_new_key_leaves_its_old_one_to_the_others_that_have_it() -> None:
    write_settings('[keys]\nleave = "ctrl+l"\n')
    remember(State(tab="ip-policy"))
    async with run("en") as pilot:

        def footer() -> str:
            return screen_text(pilot).splitlines()[-1]

        await pilot.press("slash", *"dispute", "enter")
        await settle(pilot)
        assert "esc Clear filter" in footer()
        await pilot.press("escape")
        await settle(pilot)
        assert "Clear filter" not in footer()
        await pilot.press("c", "escape", "escape")
        await settle(pilot)
        assert "ctrl+s Save" in footer()
        await pilot.press("ctrl+l", "ctrl+l")
        await settle(pilot)
        assert "ctrl+s Save" not in footer()


async def test_a_key_that_prints_is_typed_into_a_field_and_does_nothing_else_there() -> None:
    write_settings('[keys]\nsave = "w"\nquit = "ctrl+y"\n')
    remember(State(tab="ip-policy"))
    async with run("en") as pilot:
        await pilot.press("c")
        await settle(pilot)
        field = pilot.app.screen.query(Input).first()
        field.focus()
        await settle(pilot)
        assert "w Save" not in screen_text(pilot).splitlines()[-1]
        await pilot.press("w")
        await settle(pilot)
        assert "w" in field.value
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize(
    ("settings", "level", "blinks"),
    [("", "none", True), ("animations = true\n", "full", True), ("animations = false\n", "none", False)],
)
async def test_nothing_slides_unless_asked_and_no_cursor_blinks_where_that_is_unwanted(
    settings: str, level: str, blinks: bool
) -> None:
    write_settings(settings)
    async with run("en") as pilot:
        assert pilot.app.animation_level == level
        await pilot.press("slash")
        await settle(pilot)
        assert isinstance(pilot.app.focused, Input)
        assert pilot.app.focused.cursor_blink is blinks


def test_a_second_run_in_a_real_terminal_goes_on_where_the_first_ended(tmp_path: Path) -> None:
    with terminal(folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        program.press("3")
        program.wait_for("152.15 billion")
        program.press("t")
        program.wait_for("3 外贸")
        program.signal(signal.SIGTERM)
        assert program.end() == SIGNALLED + signal.SIGTERM
    assert json.loads(state_path().read_text(encoding="utf-8")) == {"language": "zh", "tab": "trade"}
    write_settings('[keys]\nquit = "X"\n')
    with terminal(folder=tmp_path) as program:
        program.wait_for("3 外贸")
        program.wait_for("1521.5亿元")
        program.press("X")
        assert program.end() == 0
    with terminal("--no-config", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        program.press("q")
        assert program.end() == 0


def cqdash(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cqdash", *arguments],
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def test_the_command_line_speaks_the_language_that_is_set_and_not_the_one_last_seen() -> None:
    english = cqdash("export", "trade", "--lang", "en")
    remember(State("zh"))
    assert cqdash("export", "trade", "--lang", "en").stdout == english.stdout
    write_settings('language = "zh"\n')
    chinese = cqdash("export", "trade")
    assert "1521.5亿元" in chinese.stdout
    assert "退出码" in cqdash("--help").stdout
    assert cqdash("export", "trade", "--lang", "en").stdout == english.stdout


def test_the_command_line_tells_what_is_wrong_beside_the_answer() -> None:
    write_settings("language = en\n")
    done = cqdash("export", "trade", "--lang", "en")
    assert done.returncode == 0
    assert done.stderr == f"{settings_path()}:1: not valid TOML (Invalid value); the defaults are used\n"
    quiet = cqdash("export", "trade", "--lang", "en", "--no-config")
    assert (quiet.stdout, quiet.stderr) == (done.stdout, "")
