"""A file is the old one or the new one, wherever the program dies or the system fails while it is written."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.language.reasons import SYSTEM

INJECTOR = Path(__file__).with_name("injector.py")
AT_ONCE = ("mkdir",)
ANEW = ("open", "open", "flock", "write", "flush", "fsync", "close", "link", "unlink")
OVER = ("open", "open", "flock", "fchmod", "write", "flush", "fsync", "close", "replace", "unlink")
ROWS = ("open", "open", "open", "flock", "fchmod", *["write"] * 3, *OVER[5:], "close")
CALLS: dict[str, tuple[str, ...]] = {
    "a new file": ANEW,
    "a file replaced": OVER,
    "a form saved": OVER,
    "a tab exported": OVER,
    "all tabs exported to a folder": (*AT_ONCE, *OVER * 5),
    "a table of applicants assessed": ROWS,
    "the state remembered": ("open", *AT_ONCE, *OVER),
    "a draft kept": (*AT_ONCE, *OVER),
}
"""What each does to the disk, call by call; death comes before each of them and after the last."""
SILENT = ("the state remembered", "a draft kept")
"""What goes on without a word where it cannot be kept."""
CUTS = 7
FAILURES = ("EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE")
LASTING = ("EIO", "ENOSPC", "EROFS")
"""Failures that come once, and those that stay from then on, as a disk that has gone does."""


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder on a disk in memory where there is one: hundreds of files are written through to the disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


def came(folder: Path, name: str, *faults: str) -> dict[str, list[dict[str, Any]]]:
    """What came of every run with a fault."""
    done = subprocess.run([sys.executable, INJECTOR, folder, name, *faults], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", CALLS)
def test_a_program_killed_at_any_call_leaves_each_file_old_or_new(name: str, quick: Path) -> None:
    found = came(quick, name, "kill", "cut")
    assert tuple(each["call"] for each in found["kill"]) == (*CALLS[name], "")
    for run in found["kill"]:
        assert (run["signal"], run["code"]) == ((9, -1) if run["call"] else (0, DONE))
    assert len(found["cut"]) == CUTS
    for run in found["cut"]:
        assert run["signal"] == 25, "killed by the system in the middle of a write"
        assert "new" not in run["files"].values()
    for run in found["kill"] + found["cut"]:
        assert set(run["files"].values()) <= {"old", "new", "none" if name == "a new file" else "old"}
        assert (run["parts"] <= 1, run["others"]) == (True, [])
    last = found["kill"][-1]
    assert (set(last["files"].values()), last["parts"]) == ({"new"}, 0)


@pytest.mark.parametrize("name", CALLS)
def test_a_failure_at_any_call_is_told_and_leaves_each_file_old_or_new(name: str, quick: Path) -> None:
    once, lasting = [f"once:{each}" for each in FAILURES], [f"on:{each}" for each in LASTING]
    found = came(quick, name, *once, *lasting)
    assert list(found) == [*once, *lasting]
    for fault, runs in found.items():
        kind, _, failure = fault.partition(":")
        assert len(runs) > len(CALLS[name])
        for run in runs:
            held = set(run["files"].values())
            assert held <= {"old", "new", "none" if name == "a new file" else "old"}
            assert (run["signal"], run["others"]) == (0, [])
            assert "Traceback" not in run["said"]
            if kind == "once" and run["call"] != "unlink":
                assert run["parts"] == 0, run
            if name in SILENT:
                assert (run["code"], run["said"]) == (DONE, "")
            elif run["code"] == DONE:
                assert held == {"new"}
            else:
                is_read = "table.csv" in run["said"]
                assert run["code"] == (WRONG_CALL if is_read else NOT_WRITTEN)
                assert held != {"new"}
                number = getattr(errno, failure)
                reason = SYSTEM[failure] if run["language"] == "zh" else os.strerror(number)
                assert reason in run["said"], run
                assert "文件 夹" in run["said"] or "table.csv" in run["said"]
