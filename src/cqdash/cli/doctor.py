"""`cqdash doctor`: what a bug report needs, and nothing that is nobody's business."""

from __future__ import annotations

import argparse
import json
import locale
import os
import platform
import re
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from cqdash import __version__
from cqdash.cli.data import layers_named
from cqdash.cli.deliver import deliver
from cqdash.dataset import BadDataset, bundled
from cqdash.dataset.folder import Layer
from cqdash.files.places import cache_folder
from cqdash.files.settings import Settings, printable, settings_path
from cqdash.files.state import state_path
from cqdash.language import Language, Text, same
from cqdash.language import doctor as words
from cqdash.language.cells import cells

LIBRARIES = ("textual", "rich", "plotext", "pyyaml")
LOCALE = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG")
STREAMS = {"stdin": words.STDIN, "stdout": words.STDOUT, "stderr": words.STDERR}
CHARACTERS = tuple("中é“…─█")
WIDEST = 4

Value = str | int | bool | list[str] | dict[str, object] | None


class Line(Struct, frozen=True):
    """One thing found out: its name and value for a program, and both for a reader."""

    key: str
    value: Value
    name: Text
    said: Text


class Section(Struct, frozen=True):
    """Things found out about one matter."""

    key: str
    title: Text
    lines: tuple[Line, ...]
    about: Text | None = None


def doctor(parsed: argparse.Namespace, language: Language) -> int:
    """Print what can be found out; gives the exit code."""
    sections = examine(language, parsed.settings, layers_named(parsed))
    return deliver(
        as_json(sections) if parsed.format == "json" else as_text(sections, language), parsed, language
    )


def examine(language: Language, settings: Settings | None, layers: Sequence[Layer] = ()) -> list[Section]:
    """Everything a bug report needs, from this process and its environment."""
    return [
        Section("versions", words.VERSIONS, tuple(_versions())),
        Section("system", words.SYSTEM, (_line("platform", _system(), words.PLATFORM),)),
        Section("terminal", words.TERMINAL, tuple(_terminal())),
        Section("language", words.LANGUAGE, tuple(_language(language))),
        Section("widths", words.WIDTHS, tuple(_widths()), words.WIDTHS_ABOUT),
        Section("paths", words.PATHS, tuple(_paths(layers))),
        Section("settings", words.SETTINGS, tuple(_settings(settings))),
    ]


def as_text(sections: list[Section], language: Language) -> str:
    """A section after the other, values in one column, ending with a newline."""
    column = max(cells(line.name.to(language)) for section in sections for line in section.lines)
    lines = [words.TITLE.to(language)]
    for section in sections:
        lines += ["", section.title.to(language)]
        if section.about:
            lines.append(f"  {section.about.to(language)}")
        for line in section.lines:
            name = line.name.to(language)
            lines.append(f"  {name}{' ' * (column - cells(name))}  {line.said.to(language)}".rstrip())
    return "\n".join(lines) + "\n"


def as_json(sections: list[Section]) -> str:
    """The same by names that do not change with the language, ending with a newline."""
    told = {section.key: {line.key: line.value for line in section.lines} for section in sections}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def homeless(text: str) -> str:
    """A text with `~` for the home folder, and nothing in it that drives a terminal."""
    home = os.path.expanduser("~").rstrip(os.sep)  # noqa: PTH111 - Path.home() fails where there is none
    if home and home != "~":
        text = re.sub(rf"(?<![^\s:=(]){re.escape(home)}(?![^/\s:)])", "~", text)
    return printable(text)


def _versions() -> Iterator[Line]:
    yield _line("cqdash", __version__)
    yield _line("python", f"{platform.python_implementation()} {platform.python_version()}")
    for library in LIBRARIES:
        try:
            version = metadata.version(library)
        except (metadata.PackageNotFoundError, OSError):
            version = None
        yield _line(library, version, unset=words.UNKNOWN)


def _system() -> str:
    """Kernel, machine and C library; `platform.platform()` would start a program to ask for the processor."""
    here = platform.uname()
    try:
        edition = platform.mac_ver()[0] or " ".join(platform.libc_ver()).strip()
    except OSError:
        edition = ""  # it is read from the interpreter's own file
    return " ".join(filter(None, (here.system, here.release, here.machine, edition)))


def _terminal() -> Iterator[Line]:
    from cqdash.export.terminal import colours  # noqa: PLC0415 - Rich only here

    for name in ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION"):
        yield _line(name, os.environ.get(name))
    has_none = "NO_COLOR" in os.environ
    yield Line("NO_COLOR", has_none, same("NO_COLOR"), words.SET if has_none else words.NOT_SET)
    found = next((name for name, sign in (("tmux", "TMUX"), ("screen", "STY")) if sign in os.environ), None)
    yield _line("multiplexer", found, words.MULTIPLEXER, words.NONE)
    size = _size()
    cells_said = words.CELLS.fill(columns=size[0], rows=size[1]) if size else words.UNKNOWN
    yield Line("size", f"{size[0]}x{size[1]}" if size else None, words.SIZE, cells_said)
    for key, stream_name in STREAMS.items():
        stream = getattr(sys, key)
        is_open = stream is not None and not stream.closed
        is_terminal = is_open and stream.isatty()
        said = words.IS_TERMINAL if is_terminal else words.IS_NO_TERMINAL if is_open else words.IS_CLOSED
        yield Line(key, is_terminal, stream_name, said)
    used = None if has_none else colours()
    yield Line("colours", used, words.COLOURS, words.COLOURS_OF[used] if used else words.NO_COLOURS)


def _size() -> tuple[int, int] | None:
    """Columns and rows of the first stream that is a terminal."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        try:
            size = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError, AttributeError):
            continue
        return size.columns, size.lines
    return None


def _language(language: Language) -> Iterator[Line]:
    for name in LOCALE:
        yield _line(name, os.environ.get(name))
    yield Line("in_use", language, words.IN_USE, same(language))
    yield _line("locale_encoding", locale.getpreferredencoding(False), words.LOCALE_ENCODING)
    yield _line("file_name_encoding", sys.getfilesystemencoding(), words.FILE_NAMES)
    for key, stream_name in STREAMS.items():
        encoding = getattr(getattr(sys, key), "encoding", None)
        named = words.ENCODING.fill(stream=stream_name)
        yield _line(f"{key}_encoding", encoding, named, words.UNKNOWN)


def _widths() -> Iterator[Line]:
    from cqdash.export.terminal import cells_of  # noqa: PLC0415 - Rich only here

    for character in CHARACTERS:
        width = cells_of(character)
        ruler = f"|{character}{' ' * (WIDEST - width)}|"
        yield Line(character, width, same(f"U+{ord(character):04X}"), same(f"{width}  {ruler}"))


def _paths(layers: Sequence[Layer]) -> Iterator[Line]:
    read = [Path(str(layer.folder)) for layer in layers]
    named = (
        ("program", words.PROGRAM, Path(__file__).parents[1]),
        ("data", words.DATA, _data()),
        *(("data_asked", words.DATA_ASKED, folder) for folder in read),
        ("settings", words.SETTINGS_FILE, settings_path()),
        ("state", words.STATE_FILE, state_path()),
        ("cache", words.CACHE_FOLDER, Path(cache_folder())),
    )
    for key, name, path in named:
        shown, is_there = homeless(str(path)), _exists(path)
        said = (words.THERE if is_there else words.NOT_THERE).fill(path=shown)
        yield Line(key, {"path": shown, "exists": is_there}, name, said)


def _data() -> Path:
    """The folder of the data, or where it should be."""
    try:
        return Path(str(bundled()))
    except BadDataset:
        return Path(__file__).parents[1] / "_data"


def _exists(path: Path) -> bool:
    """Whether it is there and this user may know."""
    try:
        return path.exists()
    except OSError:
        return False


def _settings(settings: Settings | None) -> Iterator[Line]:
    if settings is None:
        yield Line("faults", None, words.SETTINGS_FILE, words.NO_CONFIG)
        return
    told = [fault.told(settings.path) for fault in settings.faults]
    if settings.keys:
        try:
            from cqdash.tui.keymap import keymap  # noqa: PLC0415 - only the screen knows its commands
        except ImportError as error:
            told.append(words.NO_SCREEN.fill(reason=error))
        else:
            told += [fault.told(settings.path) for fault in keymap(settings)[1]]
    told = [Text(*map(homeless, said)) for said in told]
    if not told:
        yield Line("faults", [], words.SETTINGS_FILE, words.NO_FAULTS)
    for number, said in enumerate(told):
        # A program reads all of them under the one name.
        yield Line("faults", [each.en for each in told], same("" if number else "!"), said)


def _line(key: str, value: str | None, name: Text | None = None, unset: Text = words.NOT_SET) -> Line:
    """A value as it is found, made harmless."""
    shown = None if value is None else homeless(value)
    return Line(key, shown, name or same(key), unset if shown is None else same(shown))
