"""Runs what writes files, again and again, with a fault at each call into the system; a program of its own.

It is called with a folder, an operation and faults, and prints what came of each run as JSON. What counts as
a call is not listed by hand: it is whatever Python code calls of `posix`, of files, of locks.
"""

from __future__ import annotations

import errno
import gettext
import io
import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from cqdash.cli import export as cli_export
from cqdash.cli import subsidy as cli_subsidy
from cqdash.cli.codes import DONE
from cqdash.cli.main import run
from cqdash.cli.printing import not_written
from cqdash.dataset import load
from cqdash.export import folder as export_folder
from cqdash.files.cannot_write import CannotWrite
from cqdash.files.part import NAME
from cqdash.files.state import State, remember
from cqdash.files.whole import write_whole
from cqdash.language import LANGUAGES, Language
from cqdash.subsidy.beginning import example
from cqdash.subsidy.rulebook import rulebook
from cqdash.subsidy.written import write_application
from cqdash.tui.form import draft

DATASET = load()
BOOK = rulebook(DATASET, DATASET.schemes["ip-policy"])
FORM = write_application(example(BOOK), BOOK)
OLD = "old 旧\n" * 3000
NEW = "new 新的\n" * 4000
"""Longer than one write to the disk."""
FOLDER = "文件 夹"
PURE = {"fspath", "urandom", "getpid", "get_terminal_size"}
TABLE = "name,item\n甲,guidelines\n乙,guidelines\n"


@dataclass(frozen=True)
class Came:
    """What came of a run: how it ended, what the files hold (`old`, `new`, none or something else)."""

    at: int
    call: str
    code: int
    signal: int
    language: str
    said: str
    files: dict[str, str]
    parts: int
    others: list[str] = field(default_factory=list)


def write_new(folder: Path, language: Language) -> int:
    return told(lambda: write_whole(folder / "new.txt", NEW), language)


def replace(folder: Path, language: Language) -> int:
    return told(lambda: write_whole(folder / "old.txt", NEW, overwrite=True), language)


def save_a_form(folder: Path, language: Language) -> int:
    return told(lambda: write_whole(folder / "old.txt", FORM, overwrite=True), language)


def export_a_tab(folder: Path, language: Language) -> int:
    call = ["export", "trade", "--output", str(folder / "old.txt"), "--overwrite", "--no-config"]
    return run([*call, "--lang", language])


def export_to_a_folder(folder: Path, language: Language) -> int:
    call = ["export", "all", "--folder", str(folder / "pages"), "--overwrite", "--no-config"]
    return run([*call, "--lang", language])


def assess_a_table(folder: Path, language: Language) -> int:
    call = ["subsidy", "--batch", str(folder.parent / "table.csv"), "--output", str(folder / "old.txt")]
    return run([*call, "--overwrite", "--no-config", "--lang", language])


def remember_state(folder: Path, _: Language) -> int:
    remember(State("zh", "light", "trade"), folder / "state.json")
    return DONE


def keep_a_draft(folder: Path, _: Language) -> int:
    assert draft.draft_path("form").is_relative_to(folder)
    draft.keep("form", NEW)
    return DONE


def told(write: Callable[[], object], language: Language) -> int:
    try:
        write()
    except CannotWrite as error:
        return not_written(error, language)
    return DONE


TABS = ("innovation", "ip-policy", "trade", "pilots", "sme-service")
OPERATIONS: dict[str, tuple[Callable[[Path, Language], int], tuple[str, ...], str]] = {
    "a new file": (write_new, (), OLD),
    "a file replaced": (replace, ("old.txt",), OLD),
    "a form saved": (save_a_form, ("old.txt",), OLD),
    "a tab exported": (export_a_tab, ("old.txt",), OLD),
    "all tabs exported to a folder": (
        export_to_a_folder,
        tuple(f"pages/cqdash-{tab}.txt" for tab in TABS),
        OLD,
    ),
    "a table of applicants assessed": (assess_a_table, ("old.txt",), OLD),
    "the state remembered": (remember_state, ("state.json",), '{"language": "en"}\n'),
    "a draft kept": (keep_a_draft, ("cqdash/draft-form.yaml",), OLD),
}
"""What runs, the files that are there before, and what is in them."""
SILENT = ("the state remembered", "a draft kept")
"""What goes on without a word where it cannot be written."""
FAILURES = ("ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "EMFILE")
CHANGING = (
    "mkdir", "open", "flock", "fchmod", "write", "flush", "fsync", "close", "link", "replace", "unlink",
)  # fmt: skip
"""Calls that change something on the disk, or may; between two of them a death leaves the same."""
SPREAD = 7
"""So many lengths at which a file is cut off while it is written."""

Act = Callable[[str], None]


def is_step(call: Any) -> bool:
    """Whether a function written in C goes to the system for a file."""
    owner, name = getattr(call, "__self__", None), call.__name__
    if isinstance(owner, io.IOBase):
        return name in ("read", "readline", "write", "flush", "close")
    module = getattr(owner, "__name__", "")
    is_system = module in ("posix", "fcntl") or (module in ("io", "_io") and name == "open")
    return is_system and name not in PURE and not name.startswith("_")


def watched(act: Act, operation: Callable[[], int]) -> int:
    """Run something, and `act` before each of its calls; what `act` raises, the call raises."""

    def profile(_: FrameType, event: str, call: Any) -> None:
        if event == "c_call" and is_step(call):
            act(call.__name__)

    def again(_: FrameType, event: str, __: Any) -> Any:
        # A profiler that raises is taken away: it comes back for the calls after that.
        if event == "exception":
            sys.setprofile(profile)
        return again

    sys.settrace(again)
    sys.setprofile(profile)
    try:
        return operation()
    finally:
        sys.setprofile(None)
        sys.settrace(None)


class Fault:
    """What happens at the call number `at`: nothing, death, or an error once or from then on."""

    def __init__(self, kind: str, at: int, name: str) -> None:
        self.kind, self.at, self.name = kind, at, name
        self.calls: list[str] = []

    def __call__(self, call: str) -> None:
        if self.kind in ("kill", "none") and call not in CHANGING:
            return
        # How many links of a path are looked at depends on where the folder lies.
        if call in ("stat", "lstat") and call in self.calls[-1:]:
            return
        self.calls.append(call)
        here = len(self.calls) == self.at
        if self.kind == "kill" and here:
            os.kill(os.getpid(), signal.SIGKILL)
        if (self.kind == "once" and here) or (self.kind == "on" and len(self.calls) >= self.at):
            number = getattr(errno, self.name)
            raise OSError(number, os.strerror(number))


def forked(work: Path, body: Callable[[], int]) -> tuple[int, str]:
    """Run something in a process of its own; gives how it ended, and what it said."""
    log = work / "said"
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        code = 99
        try:
            code = body()
        finally:
            # Also after a traceback, which is told in what it said.
            if sys.exc_info()[0]:
                sys.excepthook(*sys.exc_info())
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    return status, log.read_text(encoding="utf-8")


def prepared(work: Path, name: str) -> Path:
    """A folder with the old files."""
    folder = work / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (work / "table.csv").write_text(TABLE, encoding="utf-8")
    _, files, old = OPERATIONS[name]
    for each in files:
        (folder / each).parent.mkdir(exist_ok=True, parents=True)
        (folder / each).write_text(old, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def judged(folder: Path, new: dict[str, bytes], old: bytes) -> tuple[dict[str, str], int, list[str]]:
    """What each file holds, how many parts there are, and what should not be there."""
    found = contents(folder)
    parts = {name for name in found if NAME.fullmatch(Path(name).name)}
    names = {old: "old"}
    files = {}
    for name, content in new.items():
        here = found.get(name)
        files[name] = "none" if here is None else "new" if here == content else names.get(here, "HALF")
    return files, len(parts), sorted(found.keys() - parts - new.keys())


def runs(work: Path, name: str, kind: str, failure: str) -> list[Came]:
    """Every run of an operation with a fault."""
    operation, _, old = OPERATIONS[name]
    new: dict[str, dict[str, bytes]] = {}
    calls: list[str] = []
    for each in LANGUAGES:
        folder = prepared(work, name)
        operation(folder, each)  # what is imported, once and for all
        folder = prepared(work, name)
        fault = Fault("none" if kind == "kill" else "once", 0, "")
        watched(fault, lambda folder=folder, each=each: operation(folder, each))  # type: ignore[misc]
        calls, new[each] = fault.calls, contents(folder)
    longest = max(map(len, new["zh"].values()))
    places = [longest * n // SPREAD for n in range(SPREAD)] if kind == "cut" else range(1, len(calls) + 2)
    came = []
    for at in places:
        language = LANGUAGES[at % 2]
        folder = prepared(work, name)

        def body(at: int = at, folder: Path = folder, language: Language = language) -> int:
            if kind == "cut":
                signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
                return operation(folder, language)
            return watched(Fault(kind, at, failure), lambda: operation(folder, language))

        status, said = forked(work, body)
        files, parts, others = judged(folder, new[language], old.encode())
        call = calls[at - 1] if kind != "cut" and at <= len(calls) else ""
        code, number = (status >> 8, 0) if os.WIFEXITED(status) else (-1, os.WTERMSIG(status))
        came.append(Came(at, call, code, number, language, said, files, parts, others))
    return came


def main() -> None:
    work, name = Path(sys.argv[1]), sys.argv[2]
    made = {
        (tab, language): f"{tab} {language}\n" * 1000
        for tab in TABS
        for language in LANGUAGES
    }  # fmt: skip

    def quick(_: object, tabs: list[str], __: object, language: Language, ___: int) -> str:
        return made[tabs[0], language]

    os.environ["XDG_STATE_HOME"] = str(work / FOLDER)
    # What the text is worth is tested elsewhere; here it is written hundreds of times.
    for module in (cli_export, export_folder):
        vars(module)["export_tabs"] = quick
    for module in (cli_export, cli_subsidy):
        vars(module)["load_asked"] = lambda *_: DATASET
    # argparse looks for translations of its own at every call.
    vars(gettext)["find"] = lambda *_, **__: None
    came = {}
    for fault in sys.argv[3:]:
        kind, _, failure = fault.partition(":")
        came[fault] = [asdict(each) for each in runs(work, name, kind, failure)]
    print(json.dumps(came))


if __name__ == "__main__":
    main()
