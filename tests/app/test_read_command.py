"""`cqdash read` as it is run: in a pipe, in a real terminal, and as what `cqdash` itself starts."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.terminal import Terminal, terminal
from cqdash.cli.codes import DONE, SIGNALLED, WRONG_CALL
from cqdash.files.settings import settings_path
from cqdash.files.state import State, read_state, remember
from cqdash.language import LANGUAGES, Language

SIZE = (100, 60)
WORD = re.compile(r"[A-Za-z0-9’][A-Za-z0-9’.,%]*")


def cqdash(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "cqdash", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def ask(program: Terminal, line: str, answer: str) -> None:
    program.press(line + "\r")
    program.wait_for(answer)


def test_a_reader_finds_a_figure_and_reads_a_tab_in_english(tmp_path: Path) -> None:
    with terminal("read", "--lang", "en", folder=tmp_path, size=SIZE) as program:
        modes = program.modes()
        program.wait_for("Tab 1 to 5, words to find, or [?] for help: *\n")
        ask(program, "530.3", "1: Car exports: 53.03 billion yuan")
        ask(program, "1", "Interval: from 53.025 billion to under 53.035 billion yuan")
        ask(program, "b", "Number 1 to 7")
        ask(program, "trade", "Trade. Section 1 to 25")
        ask(program, "2", "2024, implied: 42.93 to 43.30 billion yuan")
        ask(program, "n", "Section 3 of 25: Who trades")
        ask(program, "xyz", "Nothing found for “xyz”")
        ask(program, "t", "现在是中文")
        ask(program, "r", "第3节，共25节：谁在做外贸")
        program.press("q\r")
        assert program.end() == DONE
        assert program.modes() == modes
        assert b"\x1b" not in program.raw
    assert read_state()[0] == State("zh")


def test_a_reader_finds_a_figure_and_reads_a_tab_in_chinese(tmp_path: Path) -> None:
    chinese = {"LANG": "zh_CN.UTF-8", "TERM": "dumb"}
    with terminal("read", folder=tmp_path, size=SIZE, environment=chinese) as program:
        program.wait_for("请输入页的号码1至5")
        ask(program, "汽车 出口", "2：汽车出口：530.3亿元")
        ask(program, "2", "区间：530.25亿元至不足530.35亿元。")
        ask(program, "外贸", "外贸。请输入节的号码1至25")
        ask(program, "？", "q：退出。")
        ask(program, "2", "2024年推算：429.3亿至433.0亿元")
        ask(program, "x", "不认识“x”。")
        program.press("\x04")
        assert program.end() == DONE
        assert b"\x1b" not in program.raw
    assert read_state()[0] == State()


def test_no_line_is_broken_inside_a_word_or_a_figure(tmp_path: Path) -> None:
    with terminal("read", "sme-service", "--lang", "en", folder=tmp_path, size=(40, 24)) as program:
        assert program.end() == DONE
        lines = program.raw.decode().split("\r\n")
    assert max(map(len, lines)) <= 40
    plain = cqdash("read", "sme-service", "--lang", "en").stdout.decode()
    assert WORD.findall(" ".join(lines)) == WORD.findall(plain)


def test_ctrl_c_leaves_with_130_and_nothing_is_remembered_without_config(tmp_path: Path) -> None:
    remember(State("zh"))
    with terminal("read", folder=tmp_path, size=SIZE) as program:
        program.wait_for("请输入页的号码")
        program.signal(signal.SIGINT)
        assert program.end() == SIGNALLED + 2
        assert b"Traceback" not in program.raw
    with terminal("read", "--no-config", folder=tmp_path, size=SIZE) as program:
        program.wait_for("Tab 1 to 5")
        ask(program, "t", "现在是中文")
        ask(program, "t", "Now in English")
        program.press("q\r")
        assert program.end() == DONE
    assert read_state()[0] == State("zh")


def test_what_is_set_as_plain_starts_the_lines_and_not_the_screen(tmp_path: Path) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('plain = true\ntheme = "lihgt"\n', encoding="utf-8")
    with terminal("--lang", "en", folder=tmp_path, size=SIZE) as program:
        program.wait_for("Tab 1 to 5")
        assert b"did you mean light?" in program.raw
        program.press("q\r")
        assert program.end() == DONE
        assert b"\x1b" not in program.raw
    done = cqdash("--lang", "en")
    assert (done.returncode, b"cqdash read trade" in done.stderr) == (WRONG_CALL, True)
    settings_path().write_text("plain = 1\n", encoding="utf-8")
    with terminal("--lang", "en", folder=tmp_path) as program:
        program.wait_for("1 Innovation")
        program.press("q")
        assert program.end() == DONE
        assert b"\x1b[?1049h" in program.raw
    assert b"settings.toml:1: plain should be true or false, not 1" in cqdash("find", "530.3").stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_terminal_it_prints_what_it_is_given_or_says_what_to_do(language: Language) -> None:
    told = cqdash("read", "--lang", language)
    assert (told.returncode, told.stdout) == (WRONG_CALL, b"")
    assert "cqdash read trade" in told.stderr.decode()
    wrong = cqdash("read", "nope", "--lang", language)
    assert (wrong.returncode, wrong.stdout) == (WRONG_CALL, b"")
    assert "sme-service" in wrong.stderr.decode()
    whole = cqdash("read", "all", "--lang", language)
    assert (whole.returncode, whole.stderr) == (DONE, b"")
    for figure in ("530.3亿元", "8000亿元") if language == "zh" else ("53.03 billion yuan", "800 billion"):
        assert figure in whole.stdout.decode()


def test_a_pipe_may_be_closed_early(tmp_path: Path) -> None:
    call = f"{sys.executable} -m cqdash read trade --lang en | head -n 3"
    done = subprocess.run(["bash", "-c", call], cwd=tmp_path, capture_output=True, timeout=60, check=True)
    assert done.stdout.decode().split("\n")[0] == "Trade"
    assert (len(done.stdout.splitlines()), done.stderr) == (3, b"")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_the_missing_terminal_lead_to_it(language: Language) -> None:
    assert re.search(r"^ +cqdash read ", cqdash("--help", "--lang", language).stdout.decode(), re.MULTILINE)
    assert b"cqdash read trade" in cqdash("--lang", language).stderr
