"""The main screen: bindings told in the present language, and a line where there is no room for more."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, cast

from textual.binding import ActiveBinding
from textual.events import Resize
from textual.screen import Screen

from cqdash.dataset import Dataset
from cqdash.language import Language
from cqdash.tui.commands import BY_ID, shown_keys

SMALLEST = (40, 12)
"""The fewest columns and rows in which the dashboard can be read."""


class Spoken(Protocol):
    """What the screen needs of the app."""

    dataset: Dataset
    language: Language


class MainScreen(Screen[None]):
    """The footer reads its bindings, translated."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The active bindings with their descriptions in the present language."""
        return {key: self._translated(active) for key, active in super().active_bindings.items()}

    def on_resize(self, event: Resize) -> None:
        """Below the smallest size one line says so."""
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "tiny")

    def _translated(self, active: ActiveBinding) -> ActiveBinding:
        command = BY_ID.get(active.binding.id or "")
        if command is None:
            return active
        app = cast(Spoken, self.app)
        shown = shown_keys(command, len(app.dataset.tabs))
        binding = replace(active.binding, description=command.name.to(app.language), key_display=shown)
        return active._replace(binding=binding)
