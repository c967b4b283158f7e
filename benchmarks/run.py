"""Measure cqdash against its floors: `python benchmarks/run.py [--runs N] [--growth] [--long] [--write]`.

Prints what was measured as ratios; with `--write` the tables in README.md become those of this run.
`--growth` also measures how cost grows with the data, `--long` with a batch of a million rows.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from plotext._figure import _figure_class

from growth import Growth, growth, power
from measures import MEASURES, Measure, Samples, measure, middle

README = Path(__file__).with_name("README.md")
COLUMNS, LINES = 90, 22
SCALES = {"ms": 1000.0}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=9)
    for option in ("--growth", "--long", "--write"):
        parser.add_argument(option, action="store_true")
    asked = parser.parse_args()
    parts = {}
    if asked.runs:
        parts["ratios"] = ratios(measure(asked.runs, _say), asked.runs)
    if asked.growth or asked.long:
        parts["growth"] = grown(growth(_say, is_long=asked.long))
    for name, text in parts.items():
        print(text)
        if asked.write:
            _write(name, text)


def ratios(samples: Samples, runs: int) -> str:
    """The table of what was measured, in Markdown."""
    rows = ["| what | cqdash | floor | ratio | bar | |", "|---|---:|---:|---:|---:|---|"]
    rows += [_row(each, samples) for each in MEASURES]
    return f"{_machine()}; medians of {runs} runs in turn, 120x40.\n\n" + "\n".join(rows) + "\n"


def grown(found: Growth) -> str:
    """Times by number of rows, the power they grow by, and a plot of both on logarithmic axes."""
    every = sorted({rows for times in found.values() for rows in times})
    rows = [f"| seconds for rows | {' | '.join(f'{n:,}' for n in every)} | grows as rows^ |"]
    rows.append("|---|" + "---:|" * (len(every) + 1))
    for what, times in found.items():
        cells = [f"{times[n]:.3g}" if n in times else "" for n in every]
        rows.append(f"| {what} | {' | '.join(cells)} | {power(times):.2f} |")
    return f"{_machine()}.\n\n" + "\n".join(rows) + f"\n\n```text\n{_plot(found)}\n```\n"


def _row(each: Measure, samples: Samples) -> str:
    ours, floor = middle(samples[each.name]), middle(samples[each.floor])
    ratio = ours / floor if floor else None
    scale = SCALES.get(each.unit, 1.0)
    cells = [f"{value * scale:,.0f} {each.unit}" for value in (ours, floor)]
    told = "–" if ratio is None else f"{ratio:.2f}"
    verdict = "" if each.most is None or ratio is None else "yes" if ratio <= each.most else "no"
    bar = "–" if each.most is None else f"{each.most:.2f}"
    return f"| {each.what} | {cells[0]} | {cells[1]} | {told} | {bar} | {verdict} |"


def _plot(found: Growth) -> str:
    figure = _figure_class()
    figure.plot_size(COLUMNS, LINES)
    figure.theme("clear")
    for what, times in found.items():
        figure.plot(list(times), list(times.values()), label=what)
    figure.xscale("log")
    figure.yscale("log")
    figure.xlabel("rows")
    figure.ylabel("seconds")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", figure.build()).splitlines()
    return "\n".join(line.rstrip() for line in lines)


def _machine() -> str:
    parts = [datetime.now(UTC).date(), platform.system(), f"Python {platform.python_version()}"]
    return ", ".join(map(str, [*parts, f"{os.cpu_count()} cores"]))


def _write(name: str, text: str) -> None:
    opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    before, _, rest = README.read_text(encoding="utf-8").partition(opening)
    _, _, after = rest.partition(closing)
    README.write_text(before + opening + text + closing + after, encoding="utf-8")


def _say(said: str) -> None:
    print(said, file=sys.stderr)


if __name__ == "__main__":
    main()
