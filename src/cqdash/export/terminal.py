"""What Rich makes of a terminal, for `cqdash doctor`: its colours, and how many cells characters take."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console

COLOURS = {"standard": "16", "256": "256", "truecolor": "truecolor", "windows": "16"}


def colours() -> str | None:
    """How many colours the environment promises: 16, 256 or truecolor; None for none."""
    system = Console(force_terminal=True, legacy_windows=False).color_system
    return COLOURS[system] if system else None


def cells_of(character: str) -> int:
    """How many cells the layout counts for a character."""
    return cell_len(character)
