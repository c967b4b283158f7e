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


def on_signals(end: Callable[[int], object]) -> None:
    """Call `end` with the exit code once a signal asks for it; the terminal can be put back then."""
    for name in ENDING:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                asyncio.get_running_loop().add_signal_handler(number, end, SIGNALLED + number)


def can_be_stopped() -> bool:
    """Whether a shell with job control started this; without one nothing would ever let it go on."""
    try:
        # Such a shell gives each job a group of its own, and the one in front the terminal.
        return os.getsid(0) != os.getpgrp() == os.tcgetpgrp(sys.__stdin__.fileno() if sys.__stdin__ else -1)
    except (AttributeError, OSError, ValueError):
        return False


def stop() -> None:
    """Stop, with whatever started this and waits for it, as ctrl+z does to other programs."""
    os.kill(0, signal.SIGTSTP)


def is_terminal_gone() -> bool:
    """Whether the terminal that keys came from has gone, of which not every terminal tells with a signal."""
    try:
        return not os.isatty(sys.__stdin__.fileno()) if sys.__stdin__ else True
    except (OSError, ValueError):
        return True
