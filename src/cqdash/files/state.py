"""What cqdash remembers from one run to the next: language, theme, the last tab."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, fields, replace

from cqdash.files.places import state_folder
from cqdash.files.settings import printable
from cqdash.files.whole import write_whole
from cqdash.language import LANGUAGES, Language, Text
from cqdash.language import settings as words

LARGEST = 64 * 1024


class State(Struct, frozen=True):
    """What is remembered; None for what never was."""

    language: Language | None = None
    theme: str | None = None
    tab: str | None = None


def state_path() -> Path:
    """The file of the remembered state."""
    return Path(state_folder(), "state.json")


def read_state(path: Path | None = None) -> tuple[State, Text | None]:
    """The remembered state, and what to tell the reader where it was damaged. Never raises.

    A damaged file gets the name `state.json.broken` and nothing is remembered.
    """
    path = state_path() if path is None else path
    try:
        if not path.is_file():
            return State(), None
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError):
        return State(), None
    state = _decoded(content)
    return (State(), _set_aside(path)) if state is None else (state, None)


def remember(changes: State, path: Path | None = None) -> None:
    """Remember what `changes` names, and what the file holds of the rest; whole or not at all.

    What cannot be written is not remembered: that is no reason to stop anybody's work.
    """
    path = state_path() if path is None else path
    before, _ = read_state(path)
    named = {name: value for name, value in asdict(changes).items() if value is not None}
    after = replace(before, **named)
    if after != before:
        kept = {name: value for name, value in asdict(after).items() if value is not None}
        keep(path, json.dumps(kept, indent=2) + "\n")


def keep(path: Path, content: str) -> None:
    """Write a file of the state, whole; where none can be written there is none, and the work goes on."""
    with contextlib.suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, overwrite=True)


def _decoded(content: bytes) -> State | None:
    """The state a file holds, None where it is damaged; names of a later version are passed over."""
    try:
        found = json.loads(content.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    known = {field.name: found[field.name] for field in fields(State) if field.name in found}
    is_sound = all(isinstance(value, str) for value in known.values())
    return State(**known) if is_sound and known.get("language", "en") in LANGUAGES else None


def _set_aside(path: Path) -> Text:
    aside = path.with_name(path.name + ".broken")
    try:
        path.replace(aside)
    except OSError:
        told = words.STATE_LEFT.fill(path=path)
    else:
        told = words.STATE_BROKEN.fill(path=path, aside=aside.name)
    return Text(*(printable(said) for said in told))
