"""Whatever terminal and locale it is started in: Chinese is Chinese, nothing ends in a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.terminal import terminal
from cqdash.cli.codes import DONE, WRONG_CALL
from cqdash.dataset import load
from cqdash.export import export_tabs

TERMINALS = (
    "linux", "vt100", "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color",
    "no-such-terminal",
)  # fmt: skip
NOT_DRAWABLE = ("dumb", "")
NO_HELP = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""What keeps Python from helping itself where the locale says ASCII."""
LOCALES: dict[str, dict[str, str]] = {
    "C": {"LC_ALL": "C"},
    "POSIX": {"LC_ALL": "POSIX"},
    "C, without help": {"LC_ALL": "C", **NO_HELP},
    "one that does not exist": {"LC_ALL": "xx_YY.nonsense", **NO_HELP},
    "streams in ASCII": {"PYTHONIOENCODING": "ascii"},
    "streams in Latin 1": {"PYTHONIOENCODING": "latin-1"},
    "streams in GBK": {"PYTHONIOENCODING": "gbk"},
    "streams in UTF-16": {"PYTHONIOENCODING": "utf-16"},
    "unbuffered": {"PYTHONUNBUFFERED": "1", "LC_ALL": "C", **NO_HELP},
}


@pytest.mark.parametrize("name", TERMINALS)
def test_the_dashboard_is_drawn_in_chinese_and_left_cleanly(name: str, tmp_path: Path) -> None:
    environment = {"TERM": name, "COLORTERM": "", "LANG": "C"}
    with terminal("--lang", "zh", "--no-config", folder=tmp_path, environment=environment) as program:
        before = program.modes()
        program.wait_for("1 科创")
        program.press("3")
        program.wait_for("1521.5亿元")
        program.leave()
        assert program.modes() == before


@pytest.mark.parametrize("locale", ["C, without help", "streams in ASCII", "streams in GBK"])
def test_the_dashboard_is_drawn_in_chinese_whatever_the_locale(locale: str, tmp_path: Path) -> None:
    with terminal("--lang", "zh", "--no-config", folder=tmp_path, environment=LOCALES[locale]) as program:
        program.wait_for("1 科创")
        program.press("e")
        program.wait_for("导出：科创")
        program.press("\x15")
        program.wait_for("cqdash-innovation", absent=True)
        # Where file names are ASCII to Python, one in Chinese is told to be none.
        if "PYTHONUTF8" in LOCALES[locale]:
            program.press("重庆.csv\r")
            program.wait_for("有不能用的字符")
            program.press("\x15")
            program.wait_for("请填写|有不能用的字符", absent=True)
        program.press("a.csv\r")
        program.wait_for("已写入")
        program.press("q")
        assert program.end() == DONE
    assert (tmp_path / "a.csv").stat().st_size > 1000


@pytest.mark.parametrize("locale", LOCALES)
def test_the_command_line_speaks_utf_8_whatever_the_locale(locale: str, tmp_path: Path) -> None:
    environment = {**os.environ, **LOCALES[locale]}

    def cqdash(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "cqdash", *arguments, "--lang", "zh"],
            env=environment, cwd=tmp_path, capture_output=True, check=False,
        )  # fmt: skip

    printed = cqdash("export", "pilots", "--format", "markdown")
    assert (printed.returncode, printed.stderr) == (DONE, b"")
    assert printed.stdout.decode() == export_tabs(load(), ["pilots"], "markdown", "zh", 80)
    told = cqdash("export", "没有")
    assert (told.returncode, told.stdout) == (WRONG_CALL, b"")
    assert "没有这一页" in told.stderr.decode()
    written = cqdash("export", "pilots", "--format", "markdown", "--output", "重 庆.md")
    assert written.returncode == DONE, written.stderr.decode()
    assert (tmp_path / "重 庆.md").read_bytes() == printed.stdout


@pytest.mark.parametrize("name", [*NOT_DRAWABLE, "vt100"])
def test_reading_line_by_line_works_in_every_terminal(name: str, tmp_path: Path) -> None:
    environment = {"TERM": name, "LC_ALL": "C", **NO_HELP}
    with terminal("read", "--lang", "zh", "--no-config", folder=tmp_path, environment=environment) as program:
        program.wait_for("请输入页的号码1至5")
        program.press("汽车 出口\r")
        program.wait_for("530.3亿元")
        program.press("q\r")
        assert program.end() == DONE
        assert b"\x1b" not in program.raw


def test_where_no_home_folder_is_known_nothing_is_kept_and_all_else_goes_on(tmp_path: Path) -> None:
    script = """
import os, pwd, sys
def nobody(_):
    raise KeyError("getpwuid(): uid not found")
pwd.getpwuid = nobody
for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ.pop(name, None)
from cqdash.cli.main import main
main(sys.argv[1:])
"""
    command = (sys.executable, "-c", script)
    with terminal("--lang", "en", folder=tmp_path, command=command) as program:
        program.wait_for("1 Innovation")
        program.press("t")
        program.wait_for("1 科创")
        program.press("2")
        program.wait_for("示例|按 c")
        program.press("c")
        program.wait_for("申报单位")
        program.press("\x0e")
        program.press("\x1b")
        program.rest()
        program.signal(signal.SIGTERM)
        assert program.end() == 128 + signal.SIGTERM
    for arguments in (("doctor",), ("read", "pilots"), ("export", "pilots", "--output", "~/a.txt")):
        done = subprocess.run([*command, *arguments], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == (3 if "~/a.txt" in arguments else DONE)
        assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


MISSING = ("termios", "tty", "fcntl", "pty", "resource", "pwd", "grp", "syslog", "curses", "readline")
SIGNALS = (
    "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGWINCH", "SIGTTIN", "SIGTTOU", "SIGKILL", "SIGPIPE",
    "SIGALRM",
)  # fmt: skip
ELSEWHERE = f"""
import importlib, os, pkgutil, signal, sys
import asyncio, platform, shutil, subprocess, tempfile, selectors, socket, getpass, webbrowser

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {MISSING!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

for name in {MISSING!r}:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
for name in {SIGNALS!r}:
    delattr(signal, name)
for name in ("getpgrp", "getsid", "fchmod", "mkfifo", "O_NOFOLLOW", "O_NONBLOCK"):
    delattr(os, name)
import cqdash
names = [each.name for each in pkgutil.walk_packages(cqdash.__path__, "cqdash.")]
for name in names:
    if name != "cqdash.__main__":
        importlib.import_module(name)
from cqdash.cli.main import run
from cqdash.tui import system
assert not system.can_be_stopped()
code = run(["export", "pilots", "--output", "a.txt", "--lang", "en", "--no-config"])
code = code or run(["export", "pilots", "--output", "a.txt", "--overwrite", "--lang", "en", "--no-config"])
print(code, len(names))
"""


def test_every_module_is_there_where_terminals_and_signals_of_unix_are_not(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    code, modules = map(int, done.stdout.split())
    assert (code, modules > 150) == (DONE, True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
