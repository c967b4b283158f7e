"""How cost grows with the data: seconds for so many rows, and the power of the number that it grows by."""

from __future__ import annotations

import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cqdash.dataset import load
from cqdash.export import export_tabs
from cqdash.tabs.blocks import Table
from cqdash.tabs.build import build
from cqdash.tabs.search import search
from cqdash.tabs.wording import wording
from cqdash.tabs.worth import worths
from cqdash.tui.filtering import RowFilter
from cqdash.tui.table_rows import Sorting, block_rows, in_order
from made import folder_of, table_of
from measures import CQDASH, middle, seconds, surroundings

ROWS = (100, 1_000, 10_000)
BATCH = (1_000, 10_000, 100_000)
LONG = 1_000_000

Growth = dict[str, dict[int, float]]
"""Seconds by number of rows, by what is done with them."""


def growth(say: Callable[[str], object], *, is_long: bool) -> Growth:
    """Load, filter, sort, find and export a table; assess a batch, of a million rows where `is_long`."""
    found: Growth = {}
    gc.set_threshold(50_000)  # as the program does
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        for rows in ROWS:
            say(f"{rows:,} rows")
            for what, took in _table(folder_of(rows, place / f"rows-{rows}")).items():
                found.setdefault(what, {})[rows] = took
        environment = surroundings(place)
        for rows in (*BATCH, *([LONG] if is_long else [])):
            say(f"batch of {rows:,}")
            table = table_of(rows, place / f"batch-{rows}.csv")
            command = [
                CQDASH,
                "subsidy",
                "--batch",
                str(table),
                "--output",
                str(place / "out.csv"),
                "--overwrite",
            ]
            found.setdefault("batch", {})[rows] = seconds(command, environment)
    return found


def power(times: dict[int, float]) -> float:
    """The power of the number of rows that the time grows by between the last two: 1 is linear."""
    (few, short), (many, long) = list(times.items())[-2:]
    return math.log(long / short) / math.log(many / few)


def _table(folder: Path) -> dict[str, float]:
    dataset = load(folder)
    view = build(dataset, "many")
    table = next(block for block in view.blocks if isinstance(block, Table))
    _, rows = block_rows(table)
    every = range(len(rows))
    found = worths(dataset, "many", table)
    return {
        "load": _took(lambda: load(folder)),
        "filter": _took(lambda: RowFilter(rows, lambda ids: wording(dataset, ids)).kept(["7"])),
        "sort": _took(lambda: in_order(rows, found, every, Sorting(1), "en")),
        "find": _took(lambda: search(dataset, "7")),
        "export": _took(lambda: export_tabs(dataset, ["many"], "text", "en", 80)),
    }


def _took(do: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        gc.collect()
        begun = time.perf_counter()
        do()
        times.append(time.perf_counter() - begun)
    return middle(times)


if __name__ == "__main__":
    print(growth(lambda said: print(said, file=sys.stderr), is_long="--long" in sys.argv))
