"""Each room knows only the rooms below it, and opening one loads no library that is not its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IMPORT_ALL = """
import importlib, json, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
DRAWING = ("textual", "rich", "plotext")
NOT_LOADED = {
    "language": (*DRAWING, "yaml", "argparse"),
    "files": (*DRAWING, "yaml", "argparse"),
    "quantity": (*DRAWING, "yaml", "argparse"),
    "forms": (*DRAWING, "yaml", "argparse"),
    "dataset": (*DRAWING, "argparse"),
    "analysis": (*DRAWING, "argparse"),
    "subsidy": (*DRAWING, "argparse"),
    "tabs": (*DRAWING, "argparse"),
    "chart": ("textual", "argparse"),
    "export": ("textual", "argparse"),
    "cli": DRAWING,
}


@pytest.mark.parametrize("room", NOT_LOADED)
def test_a_room_loads_no_library_of_another(room: str) -> None:
    loaded = json.loads(run(IMPORT_ALL, f"cqdash.{room}").stdout)
    assert "cqdash" in loaded
    assert [library for library in NOT_LOADED[room] if library in loaded] == []


def test_exporting_loads_no_textual() -> None:
    exporting = """
import json, sys
from cqdash.cli.main import run
code = run(["export", "all", "--lang", "en"])
print(json.dumps([code, "textual" in sys.modules]), file=sys.stderr)
"""
    assert json.loads(run(exporting).stderr) == [0, False]


def test_reading_line_by_line_loads_nothing_that_draws() -> None:
    reading = """
import json, sys
from cqdash.cli.main import run
code = run(["read", "all", "--lang", "zh"])
import cqdash.cli.reader
print(json.dumps([code, *(name for name in sys.argv[1:] if name in sys.modules)]), file=sys.stderr)
"""
    assert json.loads(run(reading, *DRAWING, "curses", "readline").stderr) == [0]


def test_every_room_is_named_here_or_is_the_screen() -> None:
    rooms = {path.name.removesuffix(".py") for path in (ROOT / "src/cqdash").iterdir()}
    assert rooms - {"__init__", "__main__", "__pycache__", "py.typed"} == {*NOT_LOADED, "tui"}


def test_the_import_contracts_hold() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = run(lint, "--no-cache", check=False)
    assert done.returncode == 0, done.stdout


def run(code: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=check)
