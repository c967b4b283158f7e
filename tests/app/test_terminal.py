"""The real program in a real pseudo-terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.terminal import terminal
from cqdash.cli.codes import WRONG_CALL


def test_a_reader_visits_every_tab_exports_one_and_leaves(tmp_path: Path) -> None:
    with terminal("--lang", "en", folder=tmp_path) as program:
        before = program.modes()
        program.wait_for(r"1 Innovation")
        program.wait_for(r"\b231\b")
        for key, figure in (
            ("2", "500,000 yuan"),
            ("3", "152.15 billion"),
            ("4", "5,000"),
            ("5", "Technical innov"),
        ):
            program.press(key)
            program.wait_for(figure)
        program.press("3")
        program.wait_for("152.15 billion")
        program.press("e")
        program.wait_for("Export: Trade")
        program.press("\r")
        program.wait_for(r"Written to")
        program.press("q")
        assert program.end() == 0
        assert program.is_restored()
        assert program.modes() == before
    assert "152.15 billion yuan" in (tmp_path / "cqdash-trade.txt").read_text(encoding="utf-8")


def test_chinese_where_the_locale_is_chinese(tmp_path: Path) -> None:
    with terminal(folder=tmp_path, environment={"LANG": "zh_CN.UTF-8"}) as program:
        program.wait_for("科创")
        program.press("3")
        program.wait_for("1521.5亿元")
        program.press("t")
        program.wait_for("152.15 billion yuan")
        program.press("q")
        assert program.end() == 0


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (60, 20), (40, 12)])
def test_every_size_shows_the_first_figures(tmp_path: Path, size: tuple[int, int]) -> None:
    with terminal("--lang", "en", folder=tmp_path, size=size) as program:
        program.wait_for("7 years running")
        program.press("q")
        assert program.end() == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_told_what_to_do(tmp_path: Path, term: str) -> None:
    with terminal("--lang", "en", folder=tmp_path, environment={"TERM": term}) as program:
        assert program.end() == WRONG_CALL
        assert b"cqdash export all" in program.raw


def test_without_a_terminal_it_says_what_to_do_and_does_not_hang(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cqdash", "--lang", "zh"],
        stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path, timeout=60, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == WRONG_CALL
    assert "cqdash export all" in done.stderr.decode()
    assert done.stdout == b""
