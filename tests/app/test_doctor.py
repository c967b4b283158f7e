"""`cqdash doctor`: all that a bug report needs, and nothing that is private."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from app.terminal import terminal
from cqdash import __version__
from cqdash.cli.codes import DONE


def doctor(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cqdash", "doctor", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False,
        env={**{name: value for name, value in os.environ.items() if name != "NO_COLOR"}, **environment},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (DONE, "")
    return done.stdout


def told(*arguments: str, **environment: str) -> dict[str, Any]:
    found = json.loads(doctor("--format", "json", *arguments, **environment))
    assert isinstance(found, dict)
    return found


def test_versions_are_those_that_are_installed() -> None:
    libraries = {name: metadata.version(name) for name in ("textual", "rich", "plotext", "pyyaml")}
    python = f"CPython {sys.version.partition(' ')[0]}"
    assert told()["versions"] == {"cqdash": __version__, "python": python, **libraries}


def test_everything_is_said_in_either_language() -> None:
    chinese, english = doctor("--lang", "zh"), doctor("--lang", "en")
    assert len(chinese.splitlines()) == len(english.splitlines())
    for line in chinese.splitlines():
        # Names that are names in both languages may stand, sentences may not.
        assert re.search(r"[a-z]{3,} [a-z]{3,}", line) is None, line
    assert re.search("[\u4e00-\u9fff]", english.replace("中", "")) is None
    pairs = (("标准输入", "standard input"), ("未设", "not set"), ("（没有）", "(does not exist)"))
    for said, in_other in pairs:
        assert said in chinese
        assert in_other in english


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": ""}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm", "COLORTERM": ""}, "16"),
        ({"TERM": "dumb", "COLORTERM": ""}, None),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, None),
    ],
)
def test_the_colours_are_those_the_dashboard_would_use(
    environment: dict[str, str], colours: str | None
) -> None:
    terminal_told = told(**environment)["terminal"]
    assert terminal_told["colours"] == colours
    assert terminal_told["TERM"] == environment["TERM"]
    assert terminal_told["NO_COLOR"] == ("NO_COLOR" in environment)


def test_in_a_terminal_it_tells_its_size_and_that_it_is_one(tmp_path: Path) -> None:
    with terminal("doctor", "--lang", "en", size=(93, 70), folder=tmp_path) as program:
        assert program.end() == DONE
        for found in (r"size +93×70 cells", r"standard input +a terminal", r"TERM +xterm-256color"):
            assert re.search(found, program.text), found
        # A character's row ends in a bar, in the same column for all of them.
        rows = [line for line in program.text.splitlines() if "U+" in line]
        bars = [cell_len(line[: line.rindex("|")]) for line in rows]
        assert len(bars) == 6
        assert len(set(bars)) == 1


def test_nothing_private_is_told(tmp_path: Path) -> None:
    home = tmp_path / "someone"
    home.mkdir()
    secret = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "API_TOKEN": "hunter2",
        "TMUX": "/tmp/tmux-1000/hunter2,1,0",
        "TERM_PROGRAM": f"term at {home}/bin \x1b]0;owned\x07",
    }
    for said in (doctor("--lang", "en", **secret), doctor("--format", "json", **secret)):
        assert "hunter2" not in said
        assert str(home) not in said
        assert "\x1b" not in said
        assert "~/.config/cqdash/settings.toml" in said
        assert "~/.local/state/cqdash/state.json" in said
        assert "term at ~/bin" in said
        assert "tmux" in said


def test_what_is_wrong_with_the_settings_is_told(tmp_path: Path) -> None:
    settings = tmp_path / "cqdash/settings.toml"
    settings.parent.mkdir()
    settings.write_text('langage = "zh"\n[keys]\nexprot = "x"\n')
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    faults = told(**environment)["settings"]["faults"]
    assert [re.sub(r"^.*settings\.toml:", "", fault) for fault in faults] == [
        "1: no such setting: langage; did you mean language?",
        "3: no such command: exprot; did you mean export?",
    ]
    assert "没有这项设置：langage" in doctor("--lang", "zh", **environment)
    assert told("--no-config", **environment)["settings"]["faults"] is None
    assert told(**environment)["paths"]["settings"]["exists"] is True
