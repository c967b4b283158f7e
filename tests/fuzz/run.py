"""Fuzz the loader or the reading of figures: `python tests/fuzz/run.py loader --runs 1000000`.

It begins with the project's own data and a fixed seed, and ends with a report; the exit code is 0 only where
nothing was found. A hang, a crash of the interpreter and growing memory are findings as an exception is.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
TARGETS = ("loader", "quantity")
SEED = 20260126
SLOWEST = 10
"""Seconds that one input may take."""
MEMORY = 512
"""MiB that the process may come to have."""
STATUS = re.compile(r"^#(?P<runs>\d+)\s+(?P<event>\w+) .*?cov: (?P<cov>\d+) .*?corp: (?P<corpus>\d+)")
PEAK = re.compile(r"^stat::peak_rss_mb:\s+(\d+)", re.MULTILINE)
ENDS = {0: "none", 70: "too slow", 71: "too much memory", 72: "interrupted", 77: "an exception"}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--runs", type=int, default=-1, help="stop after so many inputs")
    parser.add_argument("--seconds", type=int, default=0, help="stop after so many seconds")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    if asked.runs < 0 and not asked.seconds:
        parser.error("say when to stop: --runs or --seconds")
    try:
        version = importlib.metadata.version("atheris")
    except importlib.metadata.PackageNotFoundError:
        print(
            "atheris is not installed: pip install -c constraints.txt -e '.[fuzz]' (Linux)", file=sys.stderr
        )
        return 2
    with tempfile.TemporaryDirectory() as folder:
        return fuzz(asked, Path(folder), version)


def fuzz(asked: argparse.Namespace, folder: Path, version: str) -> int:
    """Run one target in a process of its own; gives the exit code."""
    prepare(asked.target, folder)
    findings = Path(tempfile.gettempdir()) / f"cqdash-fuzz-{asked.target}-"
    command = [
        sys.executable, "-m", "fuzz.child", asked.target, str(folder / "tally"),
        f"-runs={asked.runs}", f"-max_total_time={asked.seconds}", f"-seed={asked.seed}",
        f"-max_len={(folder / 'longest').read_text()}", f"-dict={folder / 'dictionary'}",
        f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={findings}",
        "-mutate_depth=2", "-print_final_stats=1", str(folder / "corpus"),
    ]  # fmt: skip
    began = time.monotonic()
    with (folder / "log").open("wb") as log:
        # Where sets are walked, the order is the same in every run.
        environment = {**os.environ, "PYTHONPATH": str(TESTS), "PYTHONHASHSEED": "0"}
        code = subprocess.run(command, stdout=log, stderr=log, env=environment, check=False).returncode
    seconds = time.monotonic() - began
    said = (folder / "log").read_text("utf-8", "replace")
    report(asked.target, folder, said, code, seconds, version)
    if code:
        print(said[-4000:], file=sys.stderr)
    return min(abs(code), 125)


def prepare(target: str, folder: Path) -> None:
    """Write seeds, dictionary and an empty tally."""
    from fuzz.corpus import LONGEST, dictionary, seeds  # noqa: PLC0415 - found once the path is set

    (folder / "corpus").mkdir()
    for number, seed in enumerate(seeds(target)):
        (folder / "corpus" / f"{number:04}").write_bytes(seed)
    (folder / "dictionary").write_text(dictionary(target), encoding="utf-8")
    (folder / "longest").write_text(str(LONGEST[target]), encoding="utf-8")
    (folder / "tally").write_bytes(bytes(16))


def report(target: str, folder: Path, said: str, code: int, seconds: float, version: str) -> None:
    """Say what was tried and what came of it."""
    raw = (folder / "tally").read_bytes()
    refused, accepted = (int.from_bytes(raw[at : at + 8], sys.byteorder) for at in (0, 8))
    last = [match for line in said.splitlines() if (match := STATUS.match(line))]
    peak = PEAK.search(said)
    lines = {
        "target": target,
        "inputs": f"{refused + accepted:,}",
        "accepted": f"{accepted:,}",
        "refused": f"{refused:,}",
        "seconds": f"{seconds:,.0f} ({(refused + accepted) / seconds:,.0f} inputs a second)",
        "coverage": f"{last[-1]['cov']} points, {last[-1]['corpus']} inputs kept" if last else "-",
        "peak memory": f"{peak[1]} MiB" if peak else "-",
        "findings": ENDS.get(code, f"the process ended with {code}"),
        "versions": f"Python {platform.python_version()}, atheris {version}, {platform.platform()}",
    }
    print("\n".join(f"{name + ':':<13}{value}" for name, value in lines.items()))


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))
    sys.exit(main())
