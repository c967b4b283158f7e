"""Stopped with ctrl+z and continued with fg, the screen is whole; in between the terminal is the shell's."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

from app.screen import dashboard, screen_text
from app.terminal import terminal

SIZE = (120, 40)
STOPS = 2
SHELL = ("bash", "--norc", "--noprofile", "--noediting", "-i")
CALL = f"{sys.executable} -m cqdash --lang en --no-config"
PROMPT = {"PS1": "READY> ", "HISTFILE": "/dev/null"}


async def whole_screen() -> str:
    """A pattern for the first screen, every line of it."""
    async with dashboard("en", SIZE) as pilot:
        lines = screen_text(pilot).split("\n")
    return r"\A" + "\n".join(re.escape(line) + " *" for line in lines) + r"\Z"


async def test_after_ctrl_z_and_fg_every_line_of_the_screen_is_there_again(tmp_path: Path) -> None:
    screen = await whole_screen()
    with terminal(folder=tmp_path, command=SHELL, environment=PROMPT, size=SIZE, controlling=True) as program:
        program.wait_for("READY>")
        before = program.modes()
        program.press(CALL + "\r")
        program.wait_for(screen)
        for _ in range(STOPS):
            program.press("\x1a")
            program.wait_for("Stopped")
            program.wait_for(r"READY> *\n *\n")
            assert program.is_restored()
            assert program.modes() == before
            program.press("clear\r")
            program.wait_for("Stopped", absent=True)
            program.press("fg\r")
            program.wait_for(screen)
        program.press("q")
        program.wait_for(r"READY> *\n *\n")
        assert program.is_restored()
        assert program.modes() == before
        program.press("echo code=$?\r")
        program.wait_for(r"code=0")
        program.press("exit\r")
        assert program.end() == 0
        assert program.others() == []


def test_a_stopped_program_that_is_told_to_end_does_once_it_goes_on(tmp_path: Path) -> None:
    with terminal(folder=tmp_path, command=SHELL, environment=PROMPT, controlling=True) as program:
        program.wait_for("READY>")
        before = program.modes()
        program.press(CALL + "\r")
        program.wait_for("1 Innovation")
        program.press("\x1a")
        program.wait_for("Stopped")
        program.press("kill %1; fg; echo code=$?\r")
        program.wait_for(r"code=143")
        assert program.is_restored()
        assert program.modes() == before
        program.press("exit\r")
        assert program.end() == 0
        assert program.others() == []


async def test_without_a_shell_to_go_back_to_ctrl_z_stops_nothing(tmp_path: Path) -> None:
    with terminal("--lang", "en", "--no-config", folder=tmp_path, controlling=True) as program:
        program.wait_for("1 Innovation")
        program.press("\x1at")
        program.wait_for("1 科创")
        program.signal(signal.SIGTERM)
        assert program.end() == 128 + signal.SIGTERM
