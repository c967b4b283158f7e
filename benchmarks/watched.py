"""A program in a pseudo-terminal, with the time of everything it writes."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import signal
import struct
import termios
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyte

COLUMNS, ROWS = 120, 40
SILENCE = 0.2
"""Seconds without a byte, after which what was asked for is done."""
PATIENCE = 60.0
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]")


class Watched:
    """Times are seconds; nothing is drawn while the program is being timed."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.pid, self._handle = pty.fork()
        if not self.pid:
            os.execvpe(command[0], list(command), dict(environment))
        self.started = time.perf_counter()
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._chunks: list[tuple[float, bytes]] = []
        self._drawn = 0
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def bytes(self) -> int:
        """All it has written."""
        return sum(len(chunk) for _, chunk in self._chunks)

    @property
    def text(self) -> str:
        """The screen as it is now."""
        self._draw(len(self._chunks))
        return "\n".join(self._screen.display)

    def shows(self, pattern: str) -> float:
        """When the screen showed a pattern first, looked for once the program is silent."""
        begun = self._drawn
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            self.silent()
            for n in range(begun, len(self._chunks)):
                self._draw(n + 1)
                if re.search(pattern, "\n".join(self._screen.display)):
                    return self._chunks[n][0]
            begun = self._drawn
        raise TimeoutError(f"{pattern!r} never stood on the screen:\n{self.text}")

    def silent(self, since: float = 0.0) -> float:
        """Wait until it has written something since then, and nothing for a while; when it wrote last."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            last = self._chunks[-1][0] if self._chunks else 0.0
            if last > since and time.perf_counter() - last > SILENCE:
                return last
            time.sleep(0.02)
        raise TimeoutError(f"it wrote nothing, or never stopped:\n{self.text}")

    def press(self, keys: str, pattern: str | None = None) -> float:
        """Seconds from a key to the screen that shows the pattern, or else to the last byte."""
        self.text  # noqa: B018 - drawn before, so that only what follows is looked at
        begun = time.perf_counter()
        os.write(self._handle, keys.encode())
        if pattern:
            return self.shows(pattern) - begun
        return self.silent(begun) - begun

    def leave(self, keys: str) -> float:
        """Seconds from the key to the end of the process."""
        begun = time.perf_counter()
        os.write(self._handle, keys.encode())
        _, status = os.waitpid(self.pid, 0)
        took = time.perf_counter() - begun
        assert os.waitstatus_to_exitcode(status) == 0
        os.close(self._handle)
        return took

    def memory(self) -> float:
        """The most it has used, in MiB."""
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def kill(self) -> None:
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while chunk := os.read(self._handle, 1 << 16):
                self._chunks.append((time.perf_counter(), chunk))

    def _draw(self, number: int) -> None:
        for _, chunk in self._chunks[self._drawn : number]:
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", chunk))
        self._drawn = max(self._drawn, number)


@contextlib.contextmanager
def watched(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Watched]:
    program = Watched(command, environment)
    try:
        yield program
    finally:
        program.kill()
