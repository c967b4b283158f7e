"""The table of tests/README.md: how many faults the tests of this folder put in, from their own lists."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cqdash.language import LANGUAGES
from faults import (
    test_full_disk,
    test_job_control,
    test_lost_terminal,
    test_places,
    test_places_on_the_screen,
    test_random_keys,
    test_resize_storm,
    test_signals,
    test_surroundings,
    test_whole_files,
)

README = Path(__file__).parents[1] / "README.md"
BOTH = len(LANGUAGES)


def files() -> list[tuple[str, int, str]]:
    """Faults around files: what, how many, and by which tests."""
    calls = test_whole_files.CALLS.values()
    failures = len(test_whole_files.FAILURES) + len(test_whole_files.LASTING)
    streams = BOTH * 2 * len(test_full_disk.PRINTING) + 2 * len(test_full_disk.COMPLAINING)
    places = BOTH * len(test_places.PLACES) + len(test_places.INTO)
    names = len(test_places_on_the_screen.REFUSED) * 2 + len(test_places_on_the_screen.UNREADABLE)
    return [
        (
            f"`kill -9` before each call that changes the disk and after the last, {len(calls)} operations",
            sum(len(each) + 1 for each in calls),
            "whole_files",
        ),
        ("killed by the system in the middle of a write", len(calls) * test_whole_files.CUTS, "whole_files"),
        (
            f"a failure at each of these calls, once or lasting: {', '.join(test_whole_files.FAILURES)}",
            sum(map(len, calls)) * failures,
            "whole_files",
        ),
        ("a disk that fills while a file is written", BOTH * len(test_full_disk.WRITING), "full_disk"),
        ("a standard output or error that is full or closed", streams, "full_disk"),
        (
            "places to write to: folders, links, devices, permissions, long, Chinese and odd names",
            places,
            "places",
        ),
        (
            "settings and state that cannot be read or kept",
            len(test_places.KEPT) * len(test_places.COMMANDS),
            "places",
        ),
        (
            "an end while a field is being edited: what was typed is back in the next run",
            len(test_signals.KEEPING) + len(test_lost_terminal.WAYS),
            "signals",
        ),
        ("names that the dialogs cannot write to or open", names, "places_on_the_screen"),
    ]


def terminals() -> list[tuple[str, int, str]]:
    """Faults around the terminal."""
    signals = [*test_signals.MOMENTS.values(), *(each for _, each in test_signals.PLACES.values())]
    at = sum(map(len, signals)) + len(test_signals.LEAVING)
    lost = len(test_lost_terminal.WAYS) * len(test_lost_terminal.GOING)
    drawn = len(test_surroundings.TERMINALS) + len(test_surroundings.NOT_DRAWABLE)
    return [
        (
            "SIGTERM, SIGHUP, SIGINT, SIGQUIT: starting, on a tab, in a field, a dialog, exporting, ending",
            at + len(test_signals.WRITING),
            "signals",
        ),
        ("ctrl+z and `fg`, every line of the screen compared", test_job_control.STOPS, "job_control"),
        ("a terminal that goes away, with SIGHUP or in silence", lost, "lost_terminal"),
        ("changes of size, down to 1×1", test_resize_storm.SIZES, "resize_storm"),
        (
            "keys, clicks, pastes and half sequences at random",
            len(test_random_keys.RUNS) * test_random_keys.KEYS,
            "random_keys",
        ),
        ("kinds of terminal (`TERM`)", drawn, "surroundings"),
        ("locales and encodings of the streams", len(test_surroundings.LOCALES), "surroundings"),
        (
            "modules and signals of Unix taken away before every module is imported",
            len(test_surroundings.MISSING) + len(test_surroundings.SIGNALS),
            "surroundings",
        ),
    ]


def test_the_readme_of_the_tests_tells_how_many_faults_there_are(
    part: Callable[[Path, str, str], None],
) -> None:
    lost, broken = "files lost or half written", "terminals left broken"
    part(README, "faults", table(files(), lost) + table(terminals(), broken).lstrip())


def table(rows: list[tuple[str, int, str]], lost: str) -> str:
    lines = [f"| fault | put in | {lost} | tests |", "|---|---:|---:|---|"]
    lines += [f"| {what} | {count:,} | 0 | `faults/test_{name}.py` |" for what, count, name in rows]
    lines.append(f"| in all | {sum(count for _, count, _ in rows):,} | 0 | |")
    return "\n" + "\n".join(lines) + "\n\n"
