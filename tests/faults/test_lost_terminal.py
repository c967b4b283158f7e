"""A terminal that goes away ends the program soon, whether it tells so or not; what was typed is kept."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.terminal import PATIENCE, Terminal, terminal
from cqdash.cli.codes import DONE, NOT_WRITTEN, SIGNALLED
from faults.test_signals import draft, in_a_dialog, in_a_field

WAYS = {"with a signal": True, "in silence": False}
"""A controlling terminal sends SIGHUP as it goes; one that is not just ends."""
GOING = ("in a field", "in a dialog", "as the screen begins", "reading", "exporting")
HUNG_UP = SIGNALLED + signal.SIGHUP


def processor_seconds(process: subprocess.Popen[bytes]) -> float:
    told = subprocess.run(
        ["ps", "-o", "cputimes=", "-p", str(process.pid)], capture_output=True, text=True, check=False
    ).stdout
    return float(told or 0)


def ends(program: Terminal) -> int:
    """The exit code of a program whose terminal has gone."""
    before = processor_seconds(program.process)
    deadline = time.monotonic() + PATIENCE
    while program.process.poll() is None:
        assert time.monotonic() < deadline, "still running"
        assert processor_seconds(program.process) - before < PATIENCE / 3, "it runs in circles"
        time.sleep(0.05)
    assert program.others() == []
    code = program.process.returncode
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize("controlling", WAYS.values(), ids=WAYS)
def test_the_dashboard_ends_with_its_terminal_and_keeps_what_was_typed(
    controlling: bool, tmp_path: Path
) -> None:
    with terminal("--lang", "en", "--no-config", folder=tmp_path, controlling=controlling) as program:
        program.wait_for("1 Innovation")
        in_a_field(program)
        program.close()
        assert ends(program) == HUNG_UP
    assert "9876" in draft()


@pytest.mark.parametrize("controlling", WAYS.values(), ids=WAYS)
def test_a_terminal_that_goes_while_a_dialog_is_open_or_the_screen_begins(
    controlling: bool, tmp_path: Path
) -> None:
    with terminal("--lang", "en", "--no-config", folder=tmp_path, controlling=controlling) as program:
        program.wait_for("1 Innovation")
        in_a_dialog(program)
        program.close()
        assert ends(program) == HUNG_UP
    with terminal("--lang", "en", "--no-config", folder=tmp_path, controlling=controlling) as program:
        while b"\x1b[?1049h" not in program.raw:
            program.rest()
        program.close()
        assert ends(program) == HUNG_UP
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("controlling", WAYS.values(), ids=WAYS)
def test_reading_line_by_line_ends_with_its_terminal(controlling: bool, tmp_path: Path) -> None:
    with terminal("read", "--lang", "en", folder=tmp_path, controlling=controlling) as program:
        program.wait_for("Tab 1 to 5")
        program.close()
        assert ends(program) == (HUNG_UP if controlling else DONE)


PAUSED = """
import os, sys, time
from cqdash.cli import export
from cqdash.cli.main import main

was = export.export_tabs
def made(*given):
    print("HERE", file=sys.stderr, flush=True)
    while os.isatty(0):
        time.sleep(0.02)
    return was(*given)
export.export_tabs = made
main(["export", "all", "--lang", "en"])
"""
"""An export to a terminal that waits until that has gone."""


@pytest.mark.parametrize("controlling", WAYS.values(), ids=WAYS)
def test_an_export_to_a_terminal_that_goes_says_so_by_its_exit_code(
    controlling: bool, tmp_path: Path
) -> None:
    command = (sys.executable, "-c", PAUSED)
    with terminal(folder=tmp_path, controlling=controlling, command=command) as program:
        program.wait_for("HERE")
        program.close()
        assert ends(program) == (HUNG_UP if controlling else NOT_WRITTEN)
