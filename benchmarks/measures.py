"""What is measured, each as a ratio to its floor in the same run, and how much it may be."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from made import folder_of, table_of
from watched import Watched, watched

HERE = Path(__file__).parent
FLOORS = HERE / "floors"
DATA = HERE.parent / "data"
CQDASH = str(Path(sys.executable).with_name("cqdash"))
HEADLINE = r"5\.6%"
"""A figure at the head of the first tab."""
DOWN = "\x1b[B"
MANY = 10_000

Samples = dict[str, list[float]]
"""What was measured, by its name, run by run."""


class Measure(NamedTuple):
    """A row of the table: what, against which floor, and the most it may be of it."""

    what: str
    name: str
    floor: str
    most: float | None
    unit: str = "ms"


MEASURES = [
    Measure("first readable figure", "app first", "tables first", 1.10),
    Measure("settled first paint, against the floor with charts", "app settled", "charts settled", 1.10),
    Measure("quit key to shell prompt", "app quit", "tables quit", 0.60),
    Measure("peak memory", "app memory", "charts memory", 1.25, "MiB"),
    Measure("first visit of a tab", "app visit", "tables visit", 2.0),
    Measure("later visit of a tab", "app again", "tables again", 1.2),
    Measure("language switch, to the last byte", "app language", "tables again", 4.0),
    Measure("keystroke in the calculator to its result", "app form", "field key", 2.0),
    Measure(f"keystroke in a filter over {MANY:,} rows", "many filter", "field key", 2.0),
    Measure("bytes of a cursor move", "app move bytes", "tables move bytes", 1.5, "bytes"),
    Measure("idle: CPU of 3 seconds", "app idle", "tables idle", None),
    Measure("idle: bytes of 3 seconds", "app idle bytes", "tables idle bytes", None, "bytes"),
    Measure("`cqdash export trade`", "export", "parse", 1.6),
    Measure("`cqdash subsidy FILE`", "subsidy", "parse", 1.6),
    Measure("`cqdash --version`, against `import yaml`", "version", "import yaml", 1.1),
    Measure("`cqdash --help`, against `import yaml`", "help", "import yaml", 1.1),
    Measure(f"load {MANY:,} indicators with every check", "load many", "parse many", 2.0),
    Measure(f"`subsidy --batch`, {MANY:,} rows, against `csv`", "batch", "copy", 12.0),
]


def measure(runs: int, say: Callable[[str], object]) -> Samples:
    """Run everything so many times in turn: a busy moment hits all alike. The first round is not counted."""
    samples: Samples = {}
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        environment = surroundings(place)
        folder_of(MANY, place / "many")
        table_of(MANY, place / "many.csv")
        (place / "my.yaml").write_bytes((DATA / "applications" / "example.yaml").read_bytes())
        for run in range(runs + 1):
            say(f"{run} of {runs}")
            found = {**_screens(environment, place), **_commands(environment, place)}
            for name, value in found.items() if run else ():
                samples.setdefault(name, []).append(value)
    return samples


def surroundings(place: Path) -> dict[str, str]:
    """An environment of its own for a program that is measured."""
    kept = {f"XDG_{name}_HOME": str(place / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    asked = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return {"PATH": os.environ["PATH"], "HOME": str(place), **kept, **asked}


def middle(values: Sequence[float]) -> float:
    """Their median."""
    return statistics.median(values)


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """How long a command takes."""
    begun = time.perf_counter()
    subprocess.run(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - begun


def _screens(environment: Mapping[str, str], place: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in ("tables", "charts"):
        with watched([sys.executable, str(FLOORS / f"{name}.py")], environment) as floor:
            found |= _begin(name, floor, "tab 1 row 19" if name == "tables" else "tab 1 row 9")
            if name == "tables":
                found |= _moves(name, floor, "tab 2 row 9", "tab 1 row 9", to_table="\t")
            found[f"{name} quit"] = floor.leave("q")
    with watched([CQDASH, "--lang", "en", "--no-config"], environment) as app:
        found |= _begin("app", app, HEADLINE)
        found |= _moves("app", app, "Eligible|eligible|centre", HEADLINE)
        found["app language"] = app.press("t")
        found["app quit"] = app.leave("q")
    # What was typed in an earlier round would be there again, as a draft.
    with (
        tempfile.TemporaryDirectory() as drafts,
        watched([CQDASH, "--lang", "en", "--no-config"], {**environment, "XDG_STATE_HOME": drafts}) as app,
    ):
        app.shows(HEADLINE)
        app.press("2")
        app.press("c", "Example|Company|Applicant")
        found["app form"] = middle([app.press(each) for each in "abcde"])
    with watched([sys.executable, str(FLOORS / "field.py")], environment) as field:
        field.shows("type here")
        found["field key"] = middle([field.press(each) for each in "abcde"])
    with watched([CQDASH, "--lang", "en", "--no-config", "--data", str(place / "many")], environment) as app:
        app.shows("Indicator 7")
        app.press("/")
        found["many filter"] = middle([app.press(each) for each in "12345"])
    return found


def _begin(name: str, program: Watched, pattern: str) -> dict[str, float]:
    first = program.shows(pattern) - program.started
    settled = program.silent() - program.started
    before, cpu = program.bytes, program.cpu()
    time.sleep(3)
    idle = {f"{name} idle": program.cpu() - cpu, f"{name} idle bytes": float(program.bytes - before)}
    return {f"{name} first": first, f"{name} settled": settled, f"{name} memory": program.memory(), **idle}


def _moves(name: str, program: Watched, second: str, first: str, to_table: str = "") -> dict[str, float]:
    visit = program.press("2", second)
    program.press("1", first)
    again = middle(
        [took for _ in range(3) for took in (program.press("2", second), program.press("1", first))]
    )
    for key in filter(None, (to_table, DOWN)):
        program.press(key)
    before = program.bytes
    for _ in range(4):
        program.press(DOWN)
    return {
        f"{name} visit": visit, f"{name} again": again,
        f"{name} move bytes": (program.bytes - before) / 4,
    }  # fmt: skip


def _commands(environment: Mapping[str, str], place: Path) -> dict[str, float]:
    python = sys.executable
    many, table, copy = (str(place / name) for name in ("many", "many.csv", "copy.csv"))
    commands = {
        "import yaml": [python, "-c", "import yaml"],
        "version": [CQDASH, "--version"],
        "help": [CQDASH, "--help"],
        "parse": [python, str(FLOORS / "parse.py"), str(DATA)],
        "export": [CQDASH, "export", "trade"],
        "subsidy": [CQDASH, "subsidy", str(place / "my.yaml")],
        "parse many": [python, str(FLOORS / "parse.py"), many],
        "load many": [python, str(HERE / "load.py"), many],
        "copy": [python, str(FLOORS / "copy_csv.py"), table, copy],
        "batch": [CQDASH, "subsidy", "--batch", table, "--output", copy, "--overwrite"],
    }
    return {name: seconds(command, environment) for name, command in commands.items()}
