"""The settings file: TOML that a reader writes and cqdash only reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from cqdash.files.places import settings_file
from cqdash.language import LANGUAGES, Language, Text, reasons
from cqdash.language import settings as words
from cqdash.language.colour import THEMES

LARGEST = 64 * 1024
LONGEST_STATEMENT = 100
"""Beyond so many lines in one value no lines are told: each is tried as its end."""
SETTINGS = ("language", "theme", "animations", "plain", "keys")
TOML_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class Fault(Struct, frozen=True):
    """Something wrong in the settings file; `line` is 0 where it is the whole file."""

    line: int
    message: Text

    def told(self, path: Path) -> Text:
        """`file:line: message`."""
        place = f"{path}:{self.line}" if self.line else f"{path}"
        return Text(*(printable(f"{place}: {said}") for said in self.message))


class Settings(Struct, frozen=True):
    """What a settings file sets; None where it sets nothing, or nothing that can be used.

    `keys` holds command ids and keys as they are written. Whether there is such a command or key the screen
    knows; `line` tells it where a name stands.
    """

    path: Path
    language: Language | None = None
    theme: str | None = None
    animations: bool | None = None
    plain: bool | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def line(self, *name: str) -> int:
        """The line on which a setting stands, 0 where that is not known."""
        return self.lines.get(name, 0)


def settings_path() -> Path:
    """Where the platform keeps a program's settings."""
    return Path(settings_file())


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings; no file is no settings, and what is wrong stands in `faults`. Never raises."""
    path = settings_path() if path is None else path
    try:
        text = _text(path)
    except _Unreadable as error:
        return Settings(path, faults=(Fault(0, words.NOT_READ.fill(reason=error.reason)),))
    return Settings(path) if text is None else _parsed(path, text)


def _parsed(path: Path, text: str) -> Settings:
    import tomllib  # noqa: PLC0415 - most readers have no settings

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(path, faults=(_not_toml(str(error), text),))
    except (RecursionError, ValueError) as error:
        # Nested deeper than the parser's stack, or a number longer than Python reads.
        return Settings(path, faults=(Fault(0, words.NOT_TOML.fill(reason=reasons.of_toml(str(error)))),))
    return _checked(path, found, _lines(text))


def nearest(message: Text, name: str, known: Iterable[str], examples: str = "") -> Text:
    """A message that nothing has this name, with the nearest known one, else `examples`, else all."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    by_lower = {each.lower(): each for each in known}
    found = get_close_matches(name.lower(), by_lower, 1)
    if found:
        near = words.NEAR.fill(near=by_lower[found[0]])
    elif examples:
        near = words.SUCH_AS.fill(examples=examples)
    else:
        near = words.KNOWN.fill(known=", ".join(by_lower.values()))
    return message.fill(name=clipped(name), near=near)


def clipped(words: str) -> str:
    """What stands in a file, short enough for a message."""
    return words if len(words) <= 40 else f"{words[:39]}…"


def printable(words: str) -> str:
    """Words from a file that cannot drive a terminal."""
    return "".join(character if character.isprintable() else "�" for character in words)


class _Unreadable(Exception):  # noqa: N818 - it names what happened
    """A file that is there and cannot be read."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason


def _text(path: Path) -> str | None:
    """The text of the file, None where there is none."""
    try:
        if not path.exists():
            return None
        if not path.is_file():
            raise _Unreadable(words.NOT_A_FILE)
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise _Unreadable(words.TOO_LARGE)
        # An editor may have written a byte order mark or the line ends of another system.
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise _Unreadable(words.NOT_UTF8) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise _Unreadable(reasons.of_system(error)) from None


def _not_toml(reason: str, text: str) -> Fault:
    place = TOML_PLACE.search(reason)
    if place is None:
        return Fault(0, words.NOT_TOML.fill(reason=reasons.of_toml(reason)))
    line = int(place["line"]) if place["line"] else text.rstrip().count("\n") + 1
    return Fault(line, words.NOT_TOML.fill(reason=reasons.of_toml(reason[: place.start()])))


def _checked(path: Path, found: Mapping[str, object], lines: Mapping[tuple[str, ...], int]) -> Settings:
    faults: list[Fault] = []

    def fault(message: Text, *name: str, **values: object) -> None:
        shown = {key: _shown(value) if key == "value" else value for key, value in values.items()}
        faults.append(Fault(lines.get(name, 0), message.fill(**shown)))

    for name in found.keys() - {*SETTINGS}:
        faults.append(Fault(lines.get((name,), 0), nearest(words.UNKNOWN_SETTING, name, SETTINGS)))
    language = next((each for each in LANGUAGES if each == found.get("language")), None)
    if "language" in found and language is None:
        fault(words.WRONG_LANGUAGE, "language", value=found["language"])
    theme = found.get("theme")
    if theme is not None and not isinstance(theme, str):
        fault(words.WRONG_THEME, "theme", value=theme)
    elif theme is not None and theme not in THEMES:
        faults.append(Fault(lines.get(("theme",), 0), nearest(words.UNKNOWN_THEME, theme, THEMES)))
    switches: dict[str, bool] = {}
    for name in ("animations", "plain"):
        value = found.get(name)
        if isinstance(value, bool):
            switches[name] = value
        elif value is not None:
            fault(words.WRONG_SWITCH, name, name=name, value=value)
    table = found.get("keys", {})
    if not isinstance(table, dict):
        fault(words.WRONG_KEYS, "keys", value=table)
        table = {}
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        given = value if isinstance(value, list) else [value]
        if given and all(isinstance(key, str) and key for key in given):
            keys[name] = tuple(dict.fromkeys(given))
        else:
            fault(words.WRONG_KEY, "keys", name, name=clipped(name), value=value)
    return Settings(
        path=path,
        language=language,
        theme=theme if isinstance(theme, str) and theme in THEMES else None,
        animations=switches.get("animations"),
        plain=switches.get("plain"),
        keys=keys,
        faults=tuple(sorted(faults, key=lambda fault: fault.line)),
        lines=lines,
    )


def _shown(value: object) -> str:
    try:
        return clipped(json.dumps(value, ensure_ascii=False, default=str))
    except ValueError:
        return "…"  # a whole number in hexadecimal may have more digits than Python writes


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """The line each setting begins on; tomllib does not tell it.

    What parses by itself under the header above it is one statement.
    """
    import tomllib  # noqa: PLC0415 - as above

    lines: dict[tuple[str, ...], int] = {}
    header, statement, first = "", "", 1
    for number, line in enumerate(text.split("\n"), 1):
        is_header = not statement and line.lstrip().startswith("[")
        statement += line + "\n"
        try:
            found = tomllib.loads(statement if is_header else header + statement)
        except tomllib.TOMLDecodeError:
            if number - first < LONGEST_STATEMENT:
                continue
            return lines
        if is_header:
            header = statement
        for name, value in found.items():
            lines.setdefault((name,), first)
            for inner in value if isinstance(value, dict) else ():
                lines.setdefault((name, inner), first)
        statement, first = "", number + 1
    return lines
