"""What a terminal sends, read on whatever comes: Textual's reader ends the program at what it cannot read."""

from __future__ import annotations

import codecs
import contextlib
import os
import selectors
import sys
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any, ClassVar

from textual._parser import ParseError
from textual.driver import Driver

NOT_UNDERSTOOD = (ArithmeticError, LookupError, ParseError, TypeError, ValueError)
"""What the reader raises for reports that say what cannot be, such as a window of no pixels."""


def lasting(kind: type[Driver]) -> type[Driver]:
    """A driver that shows what is no UTF-8 as `�`, passes over what it does not understand, and reads on.

    Told to read no more, it stops at once.
    """
    read = getattr(kind, "run_input_thread", None)
    module = vars(sys.modules[kind.__module__])
    if read is None or "getincrementaldecoder" not in module:
        return kind
    module["getincrementaldecoder"] = _forgiving
    if "selectors" in module:
        module["selectors"] = SimpleNamespace(EVENT_READ=selectors.EVENT_READ, SelectSelector=_Wakeable)

    def run_input_thread(self: Any) -> None:
        while not self.exit_event.is_set():
            with contextlib.suppress(*NOT_UNDERSTOOD):
                read(self)
                return

    def disable_input(self: Any) -> None:
        _Wakeable.wake()
        kind.disable_input(self)

    methods = {"run_input_thread": run_input_thread, "disable_input": disable_input}
    return type(f"Lasting{kind.__name__}", (kind,), methods)


class _Wakeable(selectors.SelectSelector):
    """Waits for a terminal, and no longer once it is woken: Textual's own would go on for 0.2 seconds."""

    _waiting: ClassVar[set[_Wakeable]] = set()

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._mouth = os.pipe()
        self.register(self._ear, selectors.EVENT_READ)
        self._waiting.add(self)

    @classmethod
    def wake(cls) -> None:
        """Let whoever waits wait no more."""
        for each in tuple(cls._waiting):
            # One that gives everything back just now waits no more.
            with contextlib.suppress(OSError):
                os.write(each._mouth, b"!")

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What can be read; nothing, at once, after the waking."""
        return [(key, events) for key, events in super().select(timeout) if key.fd != self._ear]

    def close(self) -> None:
        """Give everything back."""
        self._waiting.discard(self)
        super().close()
        os.close(self._ear)
        os.close(self._mouth)


def _forgiving(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), "replace")
