"""`cqdash read`: tabs line by line, at once or in a session, for screen readers and braille displays."""

from __future__ import annotations

import argparse
import io
import shutil
import sys

from cqdash.cli.codes import DONE
from cqdash.cli.data import load_asked
from cqdash.cli.printing import print_whole, refuse, say
from cqdash.cli.reader import Reader, answer, prompt, welcome
from cqdash.export.plain import render_plain
from cqdash.files.settings import Settings
from cqdash.files.state import State, read_state, remember
from cqdash.language import Language, reading
from cqdash.language import command_line as words
from cqdash.tabs.build import build

NARROWEST = 20


def read(parsed: argparse.Namespace, language: Language) -> int:
    """Print a tab, or without one begin a session; gives the exit code. Raises BadDataset."""
    if parsed.tab is None:
        return session(parsed, language)
    dataset = load_asked(parsed, language)
    if parsed.tab != "all" and parsed.tab not in dataset.tabs:
        known = ", ".join([*dataset.tabs, "all"])
        return refuse(words.NO_SUCH_TAB.fill(tab=parsed.tab, known=known), language)
    tabs = list(dataset.tabs) if parsed.tab == "all" else [parsed.tab]
    return _say(render_plain([build(dataset, tab) for tab in tabs], language), language)


def session(parsed: argparse.Namespace, language: Language) -> int:
    """Read and answer lines until the reader leaves; gives the exit code. Raises BadDataset.

    Settings, what is remembered and the locale decide on a language that was not asked for; where there are
    settings, a change of it is remembered.
    """
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        return refuse(reading.NO_INPUT, language)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    settings: Settings | None = parsed.settings
    if settings:
        state, broken = read_state()
        language = parsed.lang or settings.language or state.language or language
        if broken:
            say(broken.to(language))
    dataset = load_asked(parsed, language)
    reader = Reader(language)
    code = _say_lines(welcome(dataset, reader), reader.language)
    try:
        while code == DONE and not reader.has_ended:
            code = _say_lines([prompt(dataset, reader)], reader.language)
            line = _line() if code == DONE else ""
            if not line:
                break
            before = reader
            reader, lines = answer(dataset, reader, line)
            if settings and reader.language != before.language:
                remember(State(language=reader.language))
            code = _say_lines(lines, reader.language)
    except KeyboardInterrupt:
        _say_lines([""], reader.language)
        raise
    return code


def _line() -> str:
    """The next line; none where the input has ended, or the terminal has gone."""
    try:
        return sys.stdin.readline()
    except OSError:
        return ""


def _say_lines(lines: list[str], language: Language) -> int:
    return _say("".join(f"{line}\n" for line in lines), language)


def _say(content: str, language: Language) -> int:
    """Print lines; on a terminal none of them runs over its edge in the middle of a word."""
    if sys.stdout is None or not sys.stdout.isatty():
        return print_whole(content, language)
    from cqdash.export.wrap import wrap  # noqa: PLC0415 - Rich only for a terminal

    width = max(NARROWEST, shutil.get_terminal_size().columns)
    lines: list[str] = []
    for line in content.removesuffix("\n").split("\n"):
        # An address is copied, so it stays whole.
        lines += [line] if "://" in line else wrap(line, width)
    return print_whole("\n".join(lines) + "\n", language)
