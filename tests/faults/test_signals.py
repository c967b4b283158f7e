"""Whatever signal ends the program: terminal, work and exit code are right, and no process stays."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.terminal import PATIENCE, Terminal, terminal
from cqdash.cli.codes import SIGNALLED
from cqdash.files.part import NAME
from cqdash.tui.form.draft import draft_path

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
AT = """
import os, signal, sys
from textual.drivers.linux_driver import LinuxDriver
from cqdash.cli.main import main
from cqdash.tui.app import CqdashApp

place, number = sys.argv[1], int(sys.argv[2])

def before(owner, name):
    was = getattr(owner, name)
    def call(*given, **named):
        os.kill(os.getpid(), number)
        return was(*given, **named)
    setattr(owner, name, call)

def after(owner, name):
    was = getattr(owner, name)
    def call(*given, **named):
        result = was(*given, **named)
        os.kill(os.getpid(), number)
        return result
    setattr(owner, name, call)

match place:
    case "before the screen": before(CqdashApp, "run")
    case "as the screen begins": before(LinuxDriver, "start_application_mode")
    case "before anything is drawn": after(LinuxDriver, "start_application_mode")
    case "while the tabs are made": before(CqdashApp, "compose")
    case "as the tabs are labelled": after(CqdashApp, "relabel_tabs")
    case "before the first keys": before(CqdashApp, "remember")
    case "as the screen ends": before(LinuxDriver, "stop_application_mode")
    case "after the screen": after(LinuxDriver, "stop_application_mode")
sys.argv = ["cqdash"]
main(["--lang", "en"])
"""
"""The program, with a signal to itself at a named moment."""
MOMENTS = {
    "before the screen": (signal.SIGTERM, signal.SIGINT),
    "as the screen begins": (signal.SIGINT,),
    "before anything is drawn": (signal.SIGTERM,),
    "while the tabs are made": (signal.SIGINT,),
    "as the tabs are labelled": (signal.SIGTERM,),
    "before the first keys": (signal.SIGHUP,),
}
LEAVING = ("as the screen ends", "after the screen")


def check(program: Terminal, before: list[object], code: int) -> None:
    """The program has ended as it should and left nothing."""
    assert program.end() == code
    assert program.is_restored()
    assert program.modes() == before
    assert program.others() == []
    assert b"Traceback" not in program.raw


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_signal_while_it_starts_leaves_the_terminal_as_it_was(moment: str, tmp_path: Path) -> None:
    for number in MOMENTS[moment]:
        with terminal(
            moment, str(int(number)), folder=tmp_path, command=(sys.executable, "-c", AT)
        ) as program:
            check(program, program.modes(), SIGNALLED + number)


@pytest.mark.parametrize("moment", LEAVING)
def test_a_signal_while_it_ends_leaves_the_terminal_as_it_was(moment: str, tmp_path: Path) -> None:
    number = signal.SIGTERM
    with terminal(moment, str(int(number)), folder=tmp_path, command=(sys.executable, "-c", AT)) as program:
        before = program.modes()
        program.wait_for("1 Innovation")
        program.press("q")
        assert program.end() in (0, SIGNALLED + number)
        assert program.is_restored()
        assert program.modes() == before


def in_a_field(program: Terminal) -> None:
    """Type into a field of the calculator, and what is typed is in no file yet."""
    program.press("2")
    program.wait_for("Press c for the")
    program.press("c")
    program.wait_for("The applicant")
    program.press("\x1b[F9876")
    program.wait_for("9876")


def in_a_dialog(program: Terminal) -> None:
    program.press("e")
    program.wait_for("Export: Innovation")


def in_the_palette(program: Terminal) -> None:
    program.press("\x10")
    program.wait_for("Find a command")


def nowhere(_: Terminal) -> None:
    pass


PLACES: dict[str, tuple[Callable[[Terminal], None], tuple[signal.Signals, ...]]] = {
    "on a tab": (nowhere, ENDING),
    "in a field": (in_a_field, (signal.SIGQUIT,)),
    "in a dialog": (in_a_dialog, (signal.SIGTERM,)),
    "in the palette": (in_the_palette, (signal.SIGHUP,)),
}
KEEPING = (signal.SIGTERM, signal.SIGKILL)
"""Signals after which what was being typed must be back."""
WRITING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Signals in the middle of an export."""


@pytest.mark.parametrize("place", PLACES)
def test_a_signal_ends_it_wherever_the_reader_is(place: str, tmp_path: Path) -> None:
    go, numbers = PLACES[place]
    for number in numbers:
        with terminal("--lang", "en", "--no-config", folder=tmp_path) as program:
            before = program.modes()
            program.wait_for("1 Innovation")
            go(program)
            program.signal(number)
            check(program, before, SIGNALLED + number)


@pytest.mark.parametrize("number", KEEPING)
def test_what_was_being_typed_is_back_in_the_next_run(number: signal.Signals, tmp_path: Path) -> None:
    with terminal("--lang", "en", "--no-config", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        in_a_field(program)
        if number == signal.SIGKILL:
            # Nothing can be done then; what was typed half a second ago is kept.
            wait_until(lambda: "9876" in draft())
        program.signal(number)
        assert program.end() == (-number if number == signal.SIGKILL else SIGNALLED + number)
    assert "9876" in draft()
    with terminal("--lang", "en", "--no-config", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        program.press("2")
        program.wait_for("Press c for the")
        program.press("c")
        program.wait_for("9876")
        program.wait_for("have been restored")


def draft() -> str:
    path = draft_path("chongqing-ip-2026")
    return path.read_text(encoding="utf-8") if path.exists() else ""


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


EXPORT = """
import sys
from cqdash.cli.main import main
from cqdash.files import whole

was = whole._name
def name(part, target, overwrite):
    if target.name.startswith("cqdash-trade"):
        print("HERE", flush=True)
        sys.stdin.readline()
    was(part, target, overwrite)
whole._name = name
main(["export", "all", "--folder", ".", "--overwrite", "--lang", "en"])
"""
"""An export of all tabs that stops in the middle of the third file and waits."""


@pytest.mark.parametrize("number", WRITING)
def test_a_signal_in_the_middle_of_an_export_leaves_whole_files_alone(
    number: signal.Signals, tmp_path: Path
) -> None:
    (tmp_path / "cqdash-trade.txt").write_text("old")
    with terminal(folder=tmp_path, command=(sys.executable, "-c", EXPORT)) as program:
        program.wait_for("HERE")
        assert any(NAME.fullmatch(each.name) for each in tmp_path.iterdir())
        program.signal(number)
        check(program, program.modes(), SIGNALLED + number)
    held = {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()}
    assert set(held) == {"cqdash-innovation.txt", "cqdash-ip-policy.txt", "cqdash-trade.txt"}
    assert held.pop("cqdash-trade.txt") == "old"
    assert all(each.endswith("\n") and len(each) > 1000 for each in held.values())


def test_a_hang_up_that_is_ignored_stays_so(tmp_path: Path) -> None:
    call = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, "-c", EXPORT)
    with terminal(folder=tmp_path, command=call) as program:
        program.wait_for("HERE")
        program.signal(signal.SIGHUP)
        os.write(program.master, b"\n")
        assert program.end() == 0
    assert len(list(tmp_path.iterdir())) == 5
