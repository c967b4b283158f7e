"""What a terminal sends, read on whatever comes: Textual's reader ends the program at what it cannot read."""

from __future__ import annotations

import contextlib
from typing import Any

from textual._parser import ParseError
from textual.driver import Driver

NOT_UNDERSTOOD = (ArithmeticError, LookupError, ParseError, TypeError, ValueError)
"""What the reader raises for bytes that are no UTF-8, and for reports that say what cannot be."""


def lasting(kind: type[Driver]) -> type[Driver]:
    """A driver that passes over what it does not understand, and reads on."""
    read = getattr(kind, "run_input_thread", None)
    if read is None:
        return kind

    def run_input_thread(self: Any) -> None:
        while not self.exit_event.is_set():
            with contextlib.suppress(*NOT_UNDERSTOOD):
                read(self)
                return

    return type(f"Lasting{kind.__name__}", (kind,), {"run_input_thread": run_input_thread})
