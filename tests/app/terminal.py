"""A program in a real pseudo-terminal, with its screen as a reader would see it."""

from __future__ import annotations

import contextlib
import copy
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pyte
from wcwidth import wcwidth

PATIENCE = 30.0
INHERITED = ("PATH", "HOME", "PYTHONPATH", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
# What pyte does not know and would print: the kitty keyboard protocol and private modes with intermediates.
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]")


class Screen(pyte.Screen):
    """A screen that has, as terminals do, a second one that begins blank and is left without a trace."""

    ALTERNATE = 1049

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__(columns, rows)
        self._first: dict[int, Any] | None = None

    @property
    def display(self) -> list[str]:
        return [shown([self.buffer[y][x].data for x in range(self.columns)]) for y in range(self.lines)]

    def set_mode(self, *modes: int, **options: Any) -> None:
        super().set_mode(*modes, **options)
        if options.get("private") and self.ALTERNATE in modes and self._first is None:
            self._first = {line: copy.copy(self.buffer[line]) for line in range(self.lines)}
            self.save_cursor()
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        super().reset_mode(*modes, **options)
        if options.get("private") and self.ALTERNATE in modes and self._first is not None:
            self.buffer.clear()
            self.buffer.update(self._first)
            self._first = None
            self.restore_cursor()


def shown(line: Sequence[str]) -> str:
    """A line as it is seen: a wide character stands for two cells, and half of one, drawn over, is blank."""
    said: list[str] = []
    cells = iter(range(len(line)))
    for place in cells:
        is_wide = bool(line[place]) and wcwidth(line[place][0]) == 2
        is_whole = is_wide and place + 1 < len(line) and not line[place + 1]
        said.append(line[place] if is_whole or (line[place] and not is_wide) else " ")
        if is_whole:
            next(cells)
    return "".join(said)


class Terminal:
    """`cqdash` running in a pseudo-terminal of a given size."""

    def __init__(self, process: subprocess.Popen[bytes], master: int, columns: int, rows: int) -> None:
        self.process = process
        self.master = master
        self.raw = b""
        self._screen = Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def text(self) -> str:
        """What stands on the screen; a wide character is one character."""
        return "\n".join(self._screen.display)

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def send(self, data: bytes) -> None:
        """Send bytes as fast as the program takes them, and read what it draws meanwhile, until it pauses."""
        os.set_blocking(self.master, False)
        deadline = time.monotonic() + PATIENCE
        while data and self.process.poll() is None:
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(self.master, data) :]
            self._read(0.01)
            assert time.monotonic() < deadline, "it takes no more keys"
        self._read(0.02)

    def rest(self) -> None:
        """Read until nothing has been drawn for a while."""
        self._read(0.3, quiet=0.3)

    def wait_for(self, pattern: str, absent: bool = False) -> str:
        """Read until the screen shows the pattern (or no longer shows it); fails after a while."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            has_ended = self.process.poll() is not None
            self._read(0.05)
            if (re.search(pattern, self.text) is None) == absent:
                return self.text
            if has_ended:
                break
        raise AssertionError(f"{pattern!r} {'still' if absent else 'never'} on the screen:\n{self.text}")

    def leave(self) -> None:
        """Press the key that ends it: it ends well, and the terminal is as it was."""
        self.press("q")
        assert self.end() == 0
        assert self.is_restored()

    def end(self) -> int:
        """Wait for the program to end; gives its exit code, negative for a signal."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            self._read(0.05)
        self._read(0.2)
        assert self.process.returncode is not None, f"still running:\n{self.text}"
        return self.process.returncode

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, which tells the program so."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def close(self) -> None:
        """The terminal goes away, as a window does that is closed."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def others(self) -> list[int]:
        """The processes of the program's session but itself."""
        found = subprocess.run(
            ["ps", "-A", "-o", "pid=,sess="], capture_output=True, text=True, check=True
        ).stdout
        pairs = [tuple(map(int, line.split())) for line in found.splitlines()]
        return [pid for pid, session in pairs if session == self.process.pid != pid]

    def modes(self) -> list[object]:
        return termios.tcgetattr(self.master)

    def is_restored(self) -> bool:
        """Whether alternate screen, mouse and pasting were switched off last, and the cursor shown."""
        last = {}
        for mode, state in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.raw):
            for each in mode.split(b";"):
                last[each] = state
        off = all(
            last.get(mode, b"l") == b"l" for mode in (b"1049", b"1000", b"1002", b"1003", b"1006", b"2004")
        )
        return off and last.get(b"25", b"h") == b"h"

    def _read(self, wait: float, quiet: float = 0.02) -> None:
        if self.master < 0:
            time.sleep(wait)
            return
        while select.select([self.master], [], [], wait)[0]:
            try:
                chunk = os.read(self.master, 65536)
            except OSError as error:
                if error.errno == errno.EIO:
                    return
                raise
            if not chunk:
                return
            self.raw += chunk
            self._stream.feed(UNKNOWN.sub(b"", chunk))
            wait = quiet


@contextlib.contextmanager
def terminal(
    *arguments: str,
    size: tuple[int, int] = (120, 40),
    folder: Path,
    environment: Mapping[str, str] | None = None,
    command: Sequence[str] = (sys.executable, "-m", "cqdash"),
    controlling: bool = False,
) -> Iterator[Terminal]:
    """`cqdash` (or another command) with arguments, started in `folder`; killed at the end if it runs.

    A `controlling` terminal sends signals: for its keys, and once it is closed.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    process = subprocess.Popen(
        [*command, *arguments],
        stdin=slave, stdout=slave, stderr=slave, cwd=folder, start_new_session=True,
        preexec_fn=partial(fcntl.ioctl, slave, termios.TIOCSCTTY, 0) if controlling else None,  # noqa: PLW1509
        env={
            **inherited,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            **(environment or {}),
        },
    )  # fmt: skip
    program = Terminal(process, master, *size)
    try:
        yield program
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(slave)
        program.close()
