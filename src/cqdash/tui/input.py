"""What a terminal sends, read on whatever comes: Textual's reader ends the program at what it cannot read."""

from __future__ import annotations

import codecs
import contextlib
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from textual._parser import ParseError
from textual.driver import Driver

NOT_UNDERSTOOD = (ArithmeticError, LookupError, ParseError, TypeError, ValueError)
"""What the reader raises for reports that say what cannot be, such as a window of no pixels."""


def lasting(kind: type[Driver]) -> type[Driver]:
    """A driver that shows what is no UTF-8 as `�`, passes over what it does not understand, and reads on."""
    read = getattr(kind, "run_input_thread", None)
    module = vars(sys.modules[kind.__module__])
    if read is None or "getincrementaldecoder" not in module:
        return kind
    module["getincrementaldecoder"] = _forgiving

    def run_input_thread(self: Any) -> None:
        while not self.exit_event.is_set():
            with contextlib.suppress(*NOT_UNDERSTOOD):
                read(self)
                return

    return type(f"Lasting{kind.__name__}", (kind,), {"run_input_thread": run_input_thread})


def _forgiving(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), "replace")
