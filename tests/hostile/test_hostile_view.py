"""With the loader's refusal switched off: what reaches the view does not reach the terminal, or any file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.terminal import Terminal, terminal
from cqdash.cli.codes import DONE
from cqdash.dataset import bundled
from cqdash.language.characters import is_unsafe
from hostile import unguarded
from hostile.strings import HAZARD, SIGN, clipboard, leaks, reworded

SCRIPT = str(Path(unguarded.__file__))
TESTS = Path(__file__).parents[1]
FORMATS = ("text", "markdown", "csv", "json", "svg")
CALLS = [
    *(["export", "all", "--format", form] for form in FORMATS),
    ["read", "all"],
    ["read", "no-such-tab"],
    ["find", "530.3"],
    ["find", "增长", "--format", "json"],
    ["check", "{data}"],
    ["check", "{data}", "--format", "json"],
    *(["subsidy", "{data}/applications/example.yaml", "--format", form] for form in FORMATS[:2]),
    ["subsidy", "{data}/applications/example.yaml", "--format", "json"],
    ["subsidy", "--batch", "{data}/batch.csv"],
    ["completion", "zsh"],
]
"""Every command that shows something of the data."""
IN_FRONT = (
    ("1", f"1 {SIGN}"),
    ("2", f"2 {SIGN}"),
    ("3", f"3 {SIGN}"),
    ("4", f"4 {SIGN}"),
    ("5", f"5 {SIGN}"),
)
"""The tabs."""
OVER_IT = (
    ("\r", "esc closes"),
    ("\x1b", "!esc closes"),
    ("?", "a row down or up"),
    ("\x1b[6~", "How to read it"),
    ("\x1b", "!How to read it"),
    ("g", "g  ?all|esc closes"),
    ("\x1b", "!esc closes"),
    ("/", "Words in Chinese or English"),
    ("a", r"\d+ rows"),
    ("\x1b", r"!\d+ rows"),
    ("y", "Sent to the terminal"),
    ("Y", "Sent to the terminal"),
    ("\x10", "Find a command"),
    ("530", f"{SIGN}.*·|·.*{SIGN}"),
    ("\x1b", "!530"),
    ("e", "Export: "),
    ("\r", "Written to"),
    ("e", "Export: "),
    ("\r", "exists"),
    ("\x1b", "!Export: "),
    ("t", "帮助"),
    ("\r", "esc 关闭"),
    ("\x1b", "!esc 关闭"),
    ("t", "Help"),
)
"""What lies over a tab or is told below it."""
IN_FORMS = (
    ("2", f"2 {SIGN}"),
    ("c", "Save"),
    ("\x0e", "Project 3"),
    ("\x13", "Name of the file|File"),
    ("\r", "Written to"),
    ("5", f"5 {SIGN}"),
    ("c", "Save"),
    (" ", "\\[x\\]"),
    ("e", "Export: "),
    ("\r", "Written to"),
    ("q", "Not saved"),
)
"""The calculator and the sheet: answered, saved, exported, left."""


@pytest.fixture(scope="module")
def hostile_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled data in a folder, with every sequence in every string that is shown."""
    folder = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(str(bundled()), folder)
    for name, content in reworded(lambda said: HAZARD + said)[0].items():
        (folder / name).write_bytes(content)
    (folder / "batch.csv").write_text(f'#{HAZARD},item\n"{HAZARD}",{HAZARD}\nx,centre\n', newline="")
    return folder


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TESTS)}


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_no_command_prints_what_the_data_wants_the_terminal_to_do(
    call: list[str], hostile_data: Path
) -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, str(hostile_data), *(each.format(data=hostile_data) for each in call)],
        capture_output=True, check=False, env=environment(), timeout=120,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert leaks(done.stdout.removeprefix("\ufeff".encode())) == []
    assert leaks(done.stderr) == []
    if call[0] != "completion" and "no-such-tab" not in call:
        assert SIGN in done.stdout.decode()


def test_the_dashboard_paints_nothing_that_the_data_wants_the_terminal_to_do(
    hostile_data: Path, tmp_path: Path
) -> None:
    with terminal(
        str(hostile_data), "--lang", "en", folder=tmp_path, size=(140, 45), command=(sys.executable, SCRIPT),
        environment={"PYTHONPATH": str(TESTS)},
    ) as program:  # fmt: skip
        for step in (*IN_FRONT, ("3", f"3 {SIGN}"), *OVER_IT, *IN_FORMS):
            go(program, *step)
        program.press("\t\r")
        assert program.end() == DONE
    copies = clipboard(program.raw)
    assert len(copies) == 2
    assert not [each for copy in copies for each in copy if is_unsafe(each)]
    assert leaks(program.raw) == []
    for written in tmp_path.iterdir():
        assert SIGN in written.read_text(encoding="utf-8")
        assert leaks(written.read_bytes()) == []


def go(program: Terminal, keys: str, pattern: str) -> None:
    """Press keys, and read until the screen shows a pattern, or after a ! no longer shows it."""
    program.press(keys)
    program.wait_for(pattern.removeprefix("!"), absent=pattern.startswith("!"))
