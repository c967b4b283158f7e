"""What the command line makes of its surroundings: streams that may be closed, full or ASCII, and signals."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from typing import TYPE_CHECKING

from cqdash.cli.codes import SIGNALLED
from cqdash.cli.variables import settle_variables

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def settle() -> None:
    """Make both streams speak UTF-8, standard error never fail, and signals leave nothing half done."""
    # Loading makes many objects and hardly a cycle: to look for cycles as often as usual takes a tenth of it.
    gc.set_threshold(50_000)
    settle_variables()
    # Chinese must not end in a traceback where the locale says ASCII: nearly every terminal reads UTF-8.
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.encoding.lower().replace("-", "") != "utf8":
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if sys.stderr is None:
        # `print` would take standard output in its place.
        sys.stderr = _lasting(os.open(os.devnull, os.O_WRONLY))
    elif isinstance(sys.stderr, io.TextIOWrapper) and sys.stderr is sys.__stderr__:
        # Textual draws on the second of the two names.
        lasting = _lasting(sys.stderr.fileno())
        vars(sys).update(stderr=lasting, __stderr__=lasting)
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        # One that is ignored, as under nohup, stays so.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _leave)


class _Lasting(io.FileIO):
    """A stream whose words are lost, and nothing else, once its terminal, pipe or disk takes no more."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def _lasting(handle: int) -> io.TextIOWrapper:
    stream = io.BufferedWriter(_Lasting(handle, "wb", closefd=False))
    return io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", line_buffering=True)


def _leave(number: int, _: object) -> None:
    """End as after an error, so that what is being written is cleared away."""
    sys.exit(SIGNALLED + number)
