"""The system around the dashboard: the signals that end it, and the shell that it can be stopped for."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable

ENDING = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
"""What ends a program; ctrl+c and ctrl+\\ come as keys, so these come from elsewhere."""
SIGNALLED = 128
"""The exit code is this and the number of the signal, as a shell tells it."""
TERMINAL_GONE = SIGNALLED + 1
"""What a terminal that closes sends is SIGHUP, where it can."""


class Ending:
    """Leaves with an exit code when a signal asks for it, so that the terminal can be put back."""

    def __init__(self, leave: Callable[[int], object]) -> None:
        self._leave = leave
        self._has_begun = False
        self._code: int | None = None

    def on_signals(self) -> None:
        """From now on be asked by every signal that ends a program."""
        for name in ENDING:
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    asyncio.get_running_loop().add_signal_handler(number, self.ask, SIGNALLED + number)

    def ask(self, code: int) -> None:
        """Leave; while the first tab is being made, once it is, since half a screen cannot be unmade."""
        self._code = code
        if self._has_begun:
            self._leave(code)

    def begin(self) -> None:
        """The first tab is there."""
        self._has_begun = True
        if self._code is not None:
            self._leave(self._code)


def can_be_stopped() -> bool:
    """Whether a shell with job control started this; without one nothing would ever let it go on."""
    if not hasattr(os, "getsid"):
        return False
    # Such a shell gives each job a group of its own.
    return os.getpgrp() != os.getsid(0)


def stop() -> None:
    """Stop, with whatever started this and waits for it, as ctrl+z does to other programs."""
    os.kill(0, signal.SIGTSTP)


def is_terminal_gone() -> bool:
    """Whether the terminal that keys came from has gone, of which not every terminal tells with a signal."""
    try:
        return not os.isatty(sys.__stdin__.fileno()) if sys.__stdin__ else True
    except (OSError, ValueError):
        return True
