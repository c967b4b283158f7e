"""No network, no other program, no code from data, few dependencies: what SECURITY.md promises."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import cqdash
from app.terminal import terminal
from cqdash.cli.codes import BAD_DATA, DONE, WRONG_CALL
from hostile import guarded
from hostile.guarded import READ_AS_CODE, REFUSED
from hostile.strings import SIGN, reworded

SOURCE = Path(cqdash.__file__).parent
ROOT = Path(__file__).parents[2]
GUARDED = str(Path(guarded.__file__))
MODULES = {
    "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "subprocess", "multiprocessing", "pickle",
    "marshal", "shelve", "ctypes", "webbrowser", "pty", "code", "codeop", "runpy", "xmlrpc",
    "socketserver", "telnetlib",    "concurrent", "select", "dbm", "imp", "builtins", "copyreg",
}  # fmt: skip
OF_OS = re.compile(r"system|popen|exec.*|spawn.*|posix_spawn.*|fork.*|startfile|add_dll_directory")
BUILT_IN = {"eval", "exec", "compile", "__import__", "breakpoint"}
OF_YAML = {
    "MappingNode", "SequenceNode", "ScalarNode", "Node", "Mark", "YAMLError", "MarkedYAMLError", "TagToken",
    "AnchorToken", "AliasToken", "DocumentStartToken", "SafeLoader", "CSafeLoader", "scan", "safe_dump",
}  # fmt: skip
"""Nodes, tokens, errors, and the loader that builds nothing but plain values."""
IMPORTING = {"cli/main.py": "f'cqdash.cli.{parsed.command}'", "cli/spared.py": "name"}
"""Where a module is imported by a name that is not written there: that of a command, which the parser has let
through, and those that are written where they are spared something."""
CALLS: list[tuple[list[str], int]] = [
    *((["export", "all", "--format", form], DONE) for form in ("text", "markdown", "csv", "json", "svg")),
    (["export", "all", "--folder", "pages"], DONE),
    (["export", "trade", "--output", "trade.svg"], DONE),
    (["export", f"{SIGN}"], WRONG_CALL),
    (["read", "all"], DONE),
    (["find", SIGN], DONE),
    (["find", "530.3", "--format", "json"], DONE),
    (["check"], DONE),
    (["check", "bad"], BAD_DATA),
    (["check", "bad", "--format", "json"], BAD_DATA),
    (["subsidy", "--example"], DONE),
    *((["subsidy", "mine.yaml", "--format", form], DONE) for form in ("text", "markdown", "json")),
    (["subsidy", "mine.yaml", "--compare", "mine.yaml"], DONE),
    (["subsidy", "--batch", "batch.csv"], BAD_DATA),
    (["new", "begun"], DONE),
    *((["completion", shell], DONE) for shell in ("bash", "zsh", "fish")),
    (["doctor"], DONE),
    (["doctor", "--format", "json"], DONE),
    (["--version"], DONE),
    (["--help"], DONE),
    (["exprot"], WRONG_CALL),
]
"""Every command, in every format."""
STEPS = (
    *((f"{number}", f"{number} {SIGN}") for number in (1, 2, 3, 4, 5)),
    ("3", "Exact value +152,150,000,000"),
    ("\r", "esc closes"),
    ("\x1b", "!esc closes"),
    ("?", "a row down or up"),
    ("\x1b", "!a row down or up"),
    ("y", "Sent to the terminal"),
    ("\x10", "Find a command"),
    ("530", r"\b530\b"),
    ("\x1b", r"!\b530\b"),
    ("e", "Export: "),
    ("\r", "Written to"),
    ("D", "Choose a theme"),
    ("\x1b", "!Choose a theme"),
    ("2", "!Exports by product"),
    ("c", "Save"),
    ("\x0e", "Project 2"),
    ("\x13", "Name of the file|File"),
    ("\r", "Written to"),
    ("\x0f", "Open"),
    ("\r", "!Name of the file"),
)
"""The tabs, and all that lies over them: detail, help, palette, export, themes, the calculator, its files."""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data of which every word bears the sign, and with what else the calls name."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "data").mkdir()
    for name, content in reworded(lambda said: SIGN + said)[0].items():
        (folder / "data" / name).write_bytes(content)
    (folder / "bad").mkdir()
    (folder / "bad" / "a.yaml").write_text(
        f"tab: !!python/object/apply:os.system [{SIGN}]\n'{SIGN}': &a 1\n", encoding="utf-8"
    )
    example = SOURCE.parents[1] / "data" / "applications" / "example.yaml"
    (folder / "mine.yaml").write_bytes(example.read_bytes())
    (folder / "batch.csv").write_text(f"name,item\n{SIGN},{SIGN}\nx,centre\n", encoding="utf-8")
    return folder


def modules() -> dict[str, ast.Module]:
    """Every module of the program, by its path."""
    return {
        str(path.relative_to(SOURCE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in SOURCE.rglob("*.py")
    }


def imported(module: ast.Module) -> Iterator[str]:
    """Every module it imports, anywhere."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_module_can_connect_start_a_program_or_build_objects_from_bytes() -> None:
    found = {path: set(imported(module)) for path, module in modules().items()}
    assert len(found) > 150
    assert {"os", "yaml", "textual.app", "importlib"} <= set().union(*found.values())
    for path, names in found.items():
        assert not {name for name in names if name.partition(".")[0] in MODULES}, path


def test_nothing_is_evaluated_and_no_program_is_started() -> None:
    for path, module in modules().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Name):
                assert node.id not in BUILT_IN, path
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                assert not OF_OS.fullmatch(node.attr), path
            if isinstance(node, ast.ImportFrom) and node.module == "os":
                assert not [each.name for each in node.names if OF_OS.fullmatch(each.name)], path


def test_a_module_is_imported_by_a_name_only_for_a_command_of_the_program() -> None:
    importing = {}
    for path, module in modules().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
                importing[path] = ast.unparse(node.args[0])
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "import_without":
                assert all(isinstance(given, ast.Constant) for given in node.args), path
    assert importing == IMPORTING


def test_yaml_is_read_as_nodes_and_tokens_and_never_loaded() -> None:
    used: set[str] = set()
    for path, module in modules().items():
        assert not [name for name in imported(module) if name.startswith("yaml.")], path
        for node in ast.walk(module):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == "yaml"
            ):
                used.add(node.attr)
            if isinstance(node, ast.ImportFrom):
                assert node.module != "yaml", path
    assert {"SafeLoader", "scan", "safe_dump"} <= used <= OF_YAML


def guarded_calls(folder: Path, calls: list[list[str]]) -> tuple[str, list[int], str]:
    """What was refused, the exit codes, and what was told."""
    log = folder / "refused"
    log.write_text("")
    done = subprocess.run(
        [sys.executable, GUARDED, log], input=json.dumps(calls).encode(), cwd=folder,
        capture_output=True, check=False,
    )  # fmt: skip
    codes = folder / "refused.codes"
    return log.read_text(), json.loads(codes.read_text()), done.stderr.decode()


def test_no_command_connects_starts_a_program_or_runs_what_the_data_says(work: Path) -> None:
    calls = [
        call if {"bad", "new"} & {*call} or call[0][0] == "-" else [*call, "--data", "data"]
        for call, _ in CALLS
    ]
    refused, codes, said = guarded_calls(work, calls)
    assert refused == ""
    assert "Traceback" not in said
    assert codes == [code for _, code in CALLS]


def test_the_dashboard_connects_to_nothing_starts_nothing_and_runs_nothing_of_the_data(work: Path) -> None:
    log = work / "of-the-dashboard"
    with terminal(
        "--lang", "en", "--data", "data", folder=work, size=(140, 45),
        command=(sys.executable, GUARDED, str(log)),
    ) as program:  # fmt: skip
        program.wait_for(f"1 {SIGN}")
        for keys, pattern in STEPS:
            program.press(keys)
            program.wait_for(pattern.removeprefix("!"), absent=pattern.startswith("!"))
        program.press("\x1b")
        program.rest()
        program.press("q")
        assert program.end() == DONE
    assert log.read_text() == ""


def test_reading_line_by_line_connects_to_nothing_and_starts_nothing(work: Path) -> None:
    log = work / "of-reading"
    with terminal(
        "read", "--lang", "en", "--data", "data", folder=work, command=(sys.executable, GUARDED, str(log))
    ) as program:
        for typed, pattern in ((f"{SIGN}\r", "found"), ("1\r", SIGN), ("b\r", SIGN), ("t\r", "请")):
            program.wait_for("help:|帮助")
            program.press(typed)
            program.wait_for(pattern)
        program.press("q\r")
        assert program.end() == DONE
    assert log.read_text() == ""


TRIED = {
    "socket.connect": "import socket; socket.socket().connect(('127.0.0.1', 9))",
    "socket.bind": "import socket; socket.socket().bind(('127.0.0.1', 0))",
    "socket.getaddrinfo": "import socket; socket.getaddrinfo('localhost', 9)",
    "socket.gethostbyname": "import socket; socket.gethostbyname('localhost')",
    "socket.sendto": "import socket as s; s.socket(type=s.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
    "subprocess.Popen": "import subprocess; subprocess.run(['true'])",
    "os.system": "import os; os.system('true')",
    "os.exec": "import os; os.execv('/bin/true', ['true'])",
    "os.posix_spawn": "import os; os.posix_spawn('/bin/true', ['true'], {})",
    "os.fork": "import os; os.fork()",
    "pickle.find_class": "import pickle; pickle.loads(b'cos\\nsystem\\n.')",
    "compile": f"compile('{SIGN}', 'x', 'eval')",
    "exec": f"exec('{SIGN} = 1')",
    "import": f"__import__('{SIGN}')",
}


@pytest.mark.parametrize("event", TRIED)
def test_the_guard_refuses_what_it_is_there_for_and_notes_it(event: str, tmp_path: Path) -> None:
    assert event in (*REFUSED, *READ_AS_CODE)
    script = "from pathlib import Path; from guarded import guard; guard(Path('log'))\n"
    script += f"try:\n  exec({TRIED[event].replace(SIGN, chr(0))!r}.replace(chr(0), {SIGN[0]!r} * 2))\n"
    script += "except PermissionError: print('refused')\n"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={"PYTHONPATH": str(Path(GUARDED).parent)},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.stdout == b"refused\n", done.stderr.decode()
    assert (tmp_path / "log").read_text().split()[0] in (READ_AS_CODE if event in READ_AS_CODE else (event,))


def dependencies() -> list[Requirement]:
    """What the project says it needs to run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(each) for each in project["dependencies"]]


def test_each_dependency_has_a_lower_and_an_upper_bound() -> None:
    for each in dependencies():
        assert sorted(bound.operator for bound in each.specifier) == ["<", ">="], each
    assert len(dependencies()) <= 6


def test_all_that_is_installed_to_run_it_is_pinned_to_one_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {
        canonicalize_name(name): version
        for name, _, version in (line.partition("==") for line in lines if not line.startswith("#"))
    }
    assert all(re.fullmatch(r"[0-9][0-9a-z.]*", version) for version in pinned.values())
    waiting, seen = dependencies(), set[str]()
    while waiting:
        each = waiting.pop()
        name = canonicalize_name(each.name)
        if each.marker and not any(each.marker.evaluate({"extra": extra}) for extra in (*each.extras, "")):
            continue
        if name in seen:
            continue
        seen.add(name)
        assert each.specifier.contains(pinned[name]), each
        extras = each.extras
        for told in metadata.requires(each.name) or []:
            needed = Requirement(told)
            wanted = [extra for extra in extras if needed.marker and needed.marker.evaluate({"extra": extra})]
            if not needed.marker or wanted or needed.marker.evaluate({"extra": ""}):
                needed.marker = None
                waiting.append(needed)
    assert {"textual", "rich", "pygments", "markdown-it-py", "pyyaml", "typing-extensions"} <= seen
    assert seen <= pinned.keys()
