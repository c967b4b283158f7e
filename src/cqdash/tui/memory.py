"""How a run starts, and what of it the next run starts with."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import fields, replace

from cqdash.files.settings import Settings
from cqdash.files.state import State, read_state, remember, state_path
from cqdash.language import Language, Text, language_of
from cqdash.language import settings as words
from cqdash.language.colour import THEMES
from cqdash.tui.key_names import Keys
from cqdash.tui.keymap import keymap

DEFAULT_THEME = "dark"
MOST_TOLD = 2
"""So many messages; more would cover the figures."""


class Start(Struct, frozen=True):
    """What a run starts with beside language and theme.

    Where `animations` is None the cursor of a field blinks and nothing slides, which takes twenty paints a
    change of tab; True has both and False neither. `told` is what the reader should know of the settings,
    `state` the file where changes are kept.
    """

    tab: str | None = None
    animations: bool | None = None
    keys: Keys = field(default_factory=dict)
    told: tuple[Text, ...] = ()
    state: Path | None = None


def start_of(
    language: Language | None, theme: str | None, settings: Settings | None
) -> tuple[Language, str, Start]:
    """What was asked for comes first, then the settings, then what is remembered, then the locale.

    Without settings (`--no-config`) nothing is remembered either.
    """
    if settings is None:
        return language or language_of(), theme or DEFAULT_THEME, Start()
    state, broken = read_state()
    keys, faults = keymap(settings)
    told = [fault.told(settings.path) for fault in (*settings.faults, *faults)]
    told = [*([broken] if broken else []), *told]
    if len(told) > MOST_TOLD:
        told[MOST_TOLD:] = [words.AND_MORE.fill(n=len(told) - MOST_TOLD)]
    remembered = state.theme if state.theme in THEMES else None
    return (
        language or settings.language or state.language or language_of(),
        theme or settings.theme or remembered or DEFAULT_THEME,
        Start(state.tab, settings.animations, keys, tuple(told), state_path()),
    )


class Memory:
    """Keeps what the reader changes, and nothing that was only given for this run."""

    def __init__(self, path: Path | None, now: State) -> None:
        self._path = path
        self._now = now
        self._changed = State()

    def see(self, now: State) -> bool:
        """Take note of how things are now; whether there is something to keep."""
        before, self._now = self._now, now
        for each in fields(State):
            if getattr(now, each.name) != getattr(before, each.name):
                self._changed = replace(self._changed, **{each.name: getattr(now, each.name)})
        return self._path is not None and self._changed != State()

    def keep(self) -> None:
        """Write what has changed since it was last kept."""
        if self._path and self._changed != State():
            remember(self._changed, self._path)
            self._changed = State()
