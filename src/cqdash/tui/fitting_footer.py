"""A footer that leaves out its least important commands where there is no room, and never cuts a word."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Resize
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from cqdash.tui.commands import BY_ACTION, ON_ROWS

AROUND = 3
"""Cells about a key and its name."""


class FittingFooter(Footer):
    """Keys in their order; where there is no room the highest rank goes first."""

    _shown: tuple[tuple[object, ...], ...] | None = None

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Made anew only where another key is to be shown: a move of the focus mostly changes none."""
        shown = tuple(
            (each.binding.key, each.binding.key_display, each.binding.description, each.enabled)
            for each in screen.active_bindings.values()
            if each.binding.show
        )
        if screen.app.app_focus and shown != self._shown:
            self._shown = shown
            super().bindings_changed(screen)

    def compose(self) -> ComposeResult:
        """The keys that fit."""
        keys = list(super().compose())
        _fit(keys, self.content_size.width)
        yield from keys

    def on_resize(self, event: Resize) -> None:
        """Other keys may fit now."""
        _fit(list(self.children), event.size.width - self.gutter.width)


def _fit(keys: list[Widget], room: int) -> None:
    """Show the most important of the keys that `room` cells hold together."""
    shown = [key for key in keys if isinstance(key, FooterKey)]
    while shown and sum(map(_width, shown)) > room > 0:
        least = max(shown, key=lambda key: (_rank(key), keys.index(key)))
        if _rank(least) == 0:
            break
        shown.remove(least)
    for key in keys:
        key.display = key in shown


def _rank(key: FooterKey) -> int:
    command = BY_ACTION.get(key.action) or BY_ACTION.get(ON_ROWS + key.action)
    return command.rank if command else 0


def _width(key: FooterKey) -> int:
    return cell_len(key.key_display) + cell_len(key.description) + AROUND
