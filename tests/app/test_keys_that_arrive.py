"""Every key of the program reaches it: none is one that a terminal, tmux or screen keeps for itself."""

from __future__ import annotations

import importlib
import pkgutil
import termios
from collections.abc import Iterator
from pathlib import Path

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

import cqdash.tui
from app.terminal import terminal
from cqdash.tui.commands import COMMANDS, MORE_TABS
from cqdash.tui.key_names import NAMED, SAME
from cqdash.tui.keymap import RESERVED, declared_keys

TAKEN = {
    "ctrl+c": "interrupts a program",
    "ctrl+z": "stops a program",
    "ctrl+backslash": "kills a program",
    "ctrl+d": "ends the input",
    "ctrl+a": "begins the commands of screen",
    "ctrl+b": "begins the commands of tmux",
    "ctrl+j": "is the end of a line",
    "ctrl+left_square_bracket": "is escape",
    "ctrl+v": "quotes the next key",
    "ctrl+w": "closes the window of some terminals",
    "f1": "is the help of the terminal",
    "f10": "is the menu of the terminal",
    "f11": "makes the window fill the screen",
    **{key: f"is {same}" for key, same in SAME.items()},
}
SAME_AS_ELSEWHERE = ("ctrl+z", "HostedApp")
"""It comes as a key, and stops this program as it does others."""
ARRIVING = {"ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s"}
"""Keys with ctrl that the program has. A terminal would stop the output at ctrl+s, and go on at ctrl+q, were
flow control (IXON) on: Textual's driver switches it off with the rest of the line discipline, as below."""


def declared() -> Iterator[tuple[str, str]]:
    """Every key of the program, and where it is declared."""
    for command in COMMANDS:
        yield from ((key, command.id) for key in declared_keys(command))
    yield from ((key, "tabs") for each in MORE_TABS for key in each.key.split(","))
    for module in pkgutil.walk_packages(cqdash.tui.__path__, "cqdash.tui."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == module.name:
                bindings = [each for each in vars(kind).get("BINDINGS", ()) if isinstance(each, Binding)]
                yield from ((key, kind.__name__) for each in bindings for key in each.key.split(","))


def test_no_key_is_one_that_a_terminal_takes() -> None:
    found = list(declared())
    assert len({place for _, place in found}) > len(COMMANDS)
    for key, place in found:
        if (key, place) == SAME_AS_ELSEWHERE:
            continue
        assert key not in TAKEN, (place, key, TAKEN[key])
        *modifiers, base = key.split("+")
        if modifiers:
            # With alt, super or more than one modifier a key is the window manager's, or comes as two.
            assert key in ARRIVING, (place, key)
            assert modifiers == ["ctrl"], (place, key)
            assert base not in NAMED, (place, key)


def test_what_ends_a_program_cannot_be_given_away_either() -> None:
    assert {"ctrl+c", "ctrl+z", "ctrl+backslash"} <= RESERVED
    assert {each.key for each in App.BINDINGS if isinstance(each, Binding)} >= {"ctrl+q", "ctrl+c"}


def test_flow_control_is_off_so_that_ctrl_s_saves_and_ctrl_q_leaves(tmp_path: Path) -> None:
    with terminal("--lang", "en", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        flags = program.modes()[0]
        assert isinstance(flags, int)
        assert not flags & (termios.IXON | termios.IXOFF)
        program.press("2")
        program.wait_for("Press c for the")
        program.press("c")
        program.wait_for("The applicant")
        program.press("\x13")
        program.wait_for("A YAML file")
        program.press("\x1b")
        program.wait_for("A YAML file", absent=True)
        program.press("\x11")
        assert program.end() == 0
