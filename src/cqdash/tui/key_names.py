"""Keys: what Textual calls them, and how they are written for a reader."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from textual.binding import Binding
from textual.keys import format_key

Keys = Mapping[str, tuple[str, ...]]
"""Command ids, and Textual's names of the keys they have."""
NAMED = (
    *("enter", "escape", "space", "tab", "backspace", "delete", "insert"),
    *("home", "end", "pageup", "pagedown", "up", "down", "left", "right", *(f"f{n}" for n in range(1, 25))),
)
"""Keys that print nothing."""
MODIFIERS = ("alt", "ctrl", "shift")
ALSO = {
    "esc": "escape", "pgdn": "pagedown", "pgup": "pageup", "del": "delete", "ins": "insert",
    "return": "enter", ",": "comma", " ": "space",
}  # fmt: skip
SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
"""Keys that a terminal cannot tell from others."""
SHOWN = {
    "enter": "enter", "escape": "esc", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "delete": "Del", "insert": "Ins", "backspace": "Backspace", "tab": "Tab",
}  # fmt: skip


class Keyed(Protocol):
    """An app with keys of the reader's own."""

    user_keys: Keys


def key_name(written: str) -> str | None:
    """What Textual calls a key that is written `x`, `?`, `Ctrl+X` or `PgDn`; None where no key is meant."""
    *modifiers, base = written.split("+")
    if written == "+" or written.endswith("++"):
        modifiers, base = modifiers[:-1], "plus"
    modifiers = sorted({each.lower() for each in modifiers})
    if modifiers or len(base) > 1:
        base = base.lower()
    base = ALSO.get(base, base)
    is_character = base.isprintable() if len(base) == 1 else format_key(base) in [*string.punctuation]
    if not {*modifiers} <= {*MODIFIERS} or not (is_character or base in NAMED):
        return None
    if modifiers == ["shift"] and is_character:
        return base.upper() if base.isalpha() and len(base.upper()) == len(base) == 1 else None
    # Textual itself makes "question_mark" of "?".
    name = next(iter(Binding.make_bindings([Binding(base, "none")]))).key
    name = "+".join([*modifiers, name])
    return SAME.get(name, name)


def shown_key(name: str) -> str:
    """How a key is written for a reader, from Textual's name of it."""
    *modifiers, base = name.split("+")
    shown = SHOWN.get(base) or (base.upper() if base in NAMED and base[0] == "f" else format_key(base))
    return "+".join([*modifiers, shown if base in NAMED or len(shown) == 1 else _character(shown)])


@lru_cache
def _character(name: str) -> str:
    """The character that Textual calls by its Unicode name, as it does all but letters and digits."""
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        # Where the name has a hyphen, Textual's does not say so.
        return next((each for each in map(chr, range(0x20000)) if _named(each) == name), name)


def _named(character: str) -> str:
    return unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
