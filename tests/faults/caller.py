"""Calls of the command line, each in a process of its own that need not start Python anew.

As a program it reads calls as JSON, forks for each, and prints what came of it. As a module it starts that
program, in such a way that root obeys the permissions of files as everybody else does.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

DROP_FROM_BOUNDING_SET = 24
OVERRIDES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: a program started without them obeys permissions."""


@dataclass(frozen=True)
class Call:
    """A call: where, with how large a file at most, and what stands for its two streams (`-` is closed)."""

    arguments: tuple[str, ...]
    folder: str
    limit: int = 0
    stdin: str = os.devnull
    stdout: str = ""
    stderr: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    folder_goes: bool = False


@dataclass(frozen=True)
class Done:
    """What came of it: the exit code, negative for a signal, and what it printed."""

    code: int
    out: str
    err: str


def called(calls: list[Call]) -> list[Done]:
    """What came of each call."""
    given = json.dumps([asdict(each) for each in calls])
    done = subprocess.run(
        [sys.executable, __file__],
        input=given.encode(),
        capture_output=True,
        check=False,
        preexec_fn=_obey if os.geteuid() == 0 else None,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found = [Done(**each) for each in json.loads(done.stdout)]
    assert len(found) == len(calls)
    return found


def _obey() -> None:
    library = ctypes.CDLL(None)
    for each in OVERRIDES:
        assert library.prctl(DROP_FROM_BOUNDING_SET, each, 0, 0, 0) == 0


def _attach(number: int, path: str, flags: int) -> None:
    if path == "-":
        os.close(number)
        setattr(sys, ("stdin", "stdout", "stderr")[number], None)
    else:
        handle = os.open(path, flags | os.O_CREAT if number and not Path(path).exists() else flags)
        os.dup2(handle, number)
        os.close(handle)


def _run(call: Call, out: str, err: str) -> None:
    from cqdash.cli.main import main  # noqa: PLC0415 - only in the program

    os.chdir(call.folder)
    if call.folder_goes:
        Path(call.folder).rmdir()
    os.environ.update(call.environment)
    _attach(0, call.stdin, os.O_RDONLY)
    _attach(1, call.stdout or out, os.O_WRONLY)
    _attach(2, call.stderr or err, os.O_WRONLY)
    if call.limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (call.limit, call.limit))
    main(call.arguments)


def _forked(call: Call, work: Path) -> Done:
    out, err = str(work / "out"), str(work / "err")
    for each in (out, err):
        Path(each).write_bytes(b"")
    child = os.fork()
    if not child:
        code = 99
        try:
            _run(call, out, err)
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 98
        finally:
            if sys.exc_info()[0] and sys.stderr:
                sys.excepthook(*sys.exc_info())
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = [Path(each).read_bytes().decode(errors="backslashreplace") for each in (out, err)]
    return Done(code, *said)


def _main() -> None:
    import tempfile  # noqa: PLC0415 - only in the program

    from cqdash.dataset import load  # noqa: PLC0415
    from cqdash.export import export_tabs  # noqa: PLC0415

    export_tabs(load(), ["pilots"], "markdown", "en", 80)
    calls = [Call(**each) for each in json.load(sys.stdin)]
    with tempfile.TemporaryDirectory() as work:
        print(json.dumps([asdict(_forked(each, Path(work))) for each in calls]))


if __name__ == "__main__":
    _main()
