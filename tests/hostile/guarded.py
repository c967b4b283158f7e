"""`cqdash` in an interpreter that refuses to connect, to start a program and to run what data says.

Called as `guarded.py LOG ARGUMENT...`, or with no argument for the calls on standard input, as JSON. What was
refused is in the log, also where somebody swallowed the exception; after it the exit codes of the calls.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

SIGN = "ЖЖ"
"""Stands in every word of the data and in no program."""
# The pair of sockets by which asyncio wakes itself is made (socket.__new__) and never connects anywhere.
REFUSED = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
    "socket.sendmsg", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty",
    "os.spawn", "pty.spawn", "pickle.find_class", "webbrowser.open", "urllib.Request", "ctypes.dlopen",
)  # fmt: skip
READ_AS_CODE = ("compile", "exec", "import")


def guard(log: Path) -> None:
    """From here on each of these calls is noted and raises."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hook(event: str, told: tuple[Any, ...]) -> None:
        if event in REFUSED or (event in READ_AS_CODE and SIGN in _said(told)):
            os.write(handle, f"{event} {told!r}\n".encode(errors="replace"))
            raise PermissionError(event)

    sys.addaudithook(hook)


def _said(told: tuple[Any, ...]) -> str:
    """What is to be compiled, run or imported, as text."""
    code = told[0]
    if hasattr(code, "co_consts"):
        return f"{code.co_names} {code.co_consts}"
    return code.decode(errors="replace") if isinstance(code, bytes) else str(code)


def code_of(arguments: list[str]) -> int:
    from cqdash.cli.main import exit_code  # noqa: PLC0415 - under guard

    return exit_code(arguments)


if __name__ == "__main__":
    guard(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        sys.exit(code_of(sys.argv[2:]))
    codes = [code_of(call) for call in json.load(sys.stdin)]
    Path(sys.argv[1]).with_suffix(".codes").write_text(json.dumps(codes))
