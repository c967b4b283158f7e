"""The reader's own keys: what the settings file gives to which command, checked against what there is."""

from __future__ import annotations

import string
from collections.abc import Sequence

from cqdash.files.settings import Fault, Settings, clipped, nearest
from cqdash.language import Text
from cqdash.language import settings as words
from cqdash.tui.commands import BY_ID, Command
from cqdash.tui.key_names import NAMED, Keys, key_name, shown_key

FIXED = ("tabs",)
"""Commands whose keys are not one by one: the digits."""
RESERVED = {
    # Tables and fields live by these,
    *("up", "down", "left", "right", "tab", "shift+tab", "backspace", "delete"),
    # the terminal takes these, and the tabs have the digits.
    *("ctrl+c", "ctrl+z", "ctrl+backslash", *string.digits),
}
EXAMPLES = "x, X, ?, ctrl+x, PgDn, f5"


def keymap(settings: Settings) -> tuple[Keys, list[Fault]]:
    """The keys of the commands that have other ones than declared, as Textual names them, and what is wrong.

    A command whose entry cannot be used keeps its declared keys.
    """
    keys: dict[str, tuple[str, ...]] = {}
    faults: list[Fault] = []
    for id_, written in settings.keys.items():
        named = [key_name(each) for each in written]
        if fault := _fault(id_, written, named):
            faults.append(Fault(settings.line("keys", id_), fault))
        else:
            keys[id_] = tuple(dict.fromkeys(name for name in named if name))
    while clash := _clash(keys):
        id_, key, other = clash
        del keys[id_]
        taken = words.KEY_TAKEN.fill(key=shown_key(key), name=id_, other=other)
        faults.append(Fault(settings.line("keys", id_), taken))
    return keys, faults


def for_textual(keys: Keys) -> dict[str, str]:
    """A keymap as Textual takes it: with one command moved it would lose the others on the same key.

    So every command is named, those that keep their keys too; in their order, which is the footer's.
    """
    if not keys:
        return {}
    return {id_: ",".join(keys.get(id_) or declared_keys(command)) for id_, command in BY_ID.items()}


def declared_keys(command: Command) -> tuple[str, ...]:
    """The keys a command is declared with, as Textual names them."""
    return tuple(name for each in command.keys.split(",") if (name := key_name(each.strip())))


def _fault(id_: str, written: Sequence[str], named: Sequence[str | None]) -> Text | None:
    """What is wrong with an entry by itself."""
    if id_ not in BY_ID:
        return nearest(words.UNKNOWN_COMMAND, id_, (each for each in BY_ID if each not in FIXED))
    if id_ in FIXED:
        return words.FIXED_KEYS.fill(name=id_)
    for given, name in zip(written, named, strict=True):
        if name is None:
            return nearest(words.UNKNOWN_KEY, given, NAMED, EXAMPLES)
        if name in RESERVED:
            return words.KEY_RESERVED.fill(key=clipped(given), name=id_)
    return None


def _clash(keys: Keys) -> tuple[str, str, str] | None:
    """An entry whose key another command has: the entry, the key, the other command."""
    having: dict[str, str] = {}
    for id_, command in BY_ID.items():
        if id_ not in keys:
            having.update(dict.fromkeys(declared_keys(command), id_))
    for id_, given in keys.items():
        for key in given:
            if key in having:
                return id_, key, having[key]
            having[key] = id_
    return None
