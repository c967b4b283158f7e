"""Help that teaches, and complaints that help, wholly in the language chosen."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.terminal import terminal
from cqdash.cli.codes import DONE, WRONG_CALL
from cqdash.cli.commands import parser_for
from cqdash.cli.parser import Parser, told
from cqdash.language import LANGUAGES, Language
from cqdash.language.cells import cells

ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
"""Two words of a sentence."""


def pages(language: Language) -> Iterator[tuple[str, Parser]]:
    """The program and each command, by what one types."""
    parser = parser_for(language)
    yield "cqdash", parser
    for action in parser._actions:
        if action.dest == "command":
            assert isinstance(action.choices, dict)
            yield from ((f"cqdash {name}", each) for name, each in action.choices.items())


COMMANDS = [name for name, _ in pages("en")]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "cqdash", *arguments]
    return subprocess.run(
        call,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_explained_with_examples_that_are_valid_calls(language: Language) -> None:
    for name, parser in pages(language):
        assert parser.examples, name
        page = parser.format_help()
        for typed, said in parser.examples:
            assert typed in page
            assert said.to(language) in page.replace("\n" + " " * 34, "")
            if typed.startswith("cqdash"):
                words = shlex.split(typed.partition(" >")[0])[1:]
                parser_for(language).parse_args(words)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_help_page_fits_the_terminal(
    language: Language, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for name, parser in pages(language):
        # What is to be typed is never broken, so that it can be copied.
        typed = (*(f"  {each}" for each, _ in parser.examples), "  --", "  -h")
        lines = [line for line in parser.format_help().splitlines() if not line.startswith(typed)]
        assert max(map(cells, lines)) <= min(width, 100), name


def test_chinese_help_has_no_english_frame() -> None:
    for name, parser in pages("zh"):
        page = parser.format_help()
        for typed in sorted((typed for typed, _ in parser.examples), key=len, reverse=True):
            page = page.replace(f"\n  {typed}", "\n")
        assert page.startswith(f"用法：{name} [选项]")
        assert "选项：" in page
        frame = re.sub(r"--\S+( [a-z|]+)?", "", page.replace(name, ""))
        assert ENGLISH.search(frame) is None, name
        for word in ("usage", "options", "positional", "arguments", "show", "default", "choose"):
            assert word not in page, (name, word)


WRONG = [
    (("fly",), "没有这个命令：fly（可用：find、export", "no such command: fly (there are: find, export"),
    (("exprot",), "没有这个命令：exprot，是否 export？", "no such command: exprot; did you mean export?"),
    (("--lang", "fr"), "--lang 不能是 fr（可用：zh、en）", "--lang cannot be fr (there are: zh, en)"),
    (("--theme", "drak"), "--theme 不能是 drak，是否 dark？", "--theme cannot be drak; did you mean dark?"),
    (("--theme",), "--theme 后面缺一个值", "--theme needs a value after it"),
    (("export",), "缺少页名", "missing: TAB"),
    (("find",), "缺少文字或数字", "missing: TEXT|NUMBER"),
    (
        ("export", "trade", "--width", "x"),
        "--width 要的是整数，不是 x",
        "--width takes a whole number, not x",
    ),
    (
        ("export", "trade", "--formt", "json"),
        "不认识：--formt json，是否 --format？",
        "not understood: --formt",
    ),
    (
        ("export", "trade", "--output", "a", "--folder", "b"),
        "--folder 不能与 --output 同用",
        "cannot be used with",
    ),
    (("--version=3",), "--version 不带值，却给了 3", "--version takes no value, but was given 3"),
    (("completion", "tcsh"), "shell 不能是 tcsh（可用：bash、zsh、fish）", "SHELL cannot be tcsh"),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG)
def test_a_wrong_call_is_told_in_either_language_and_where_to_look(
    arguments: tuple[str, ...], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said: dict[Language, str] = {}
    for language in LANGUAGES:
        with pytest.raises(SystemExit) as left:
            parser_for(language).parse_args(arguments)
        assert left.value.code == WRONG_CALL
        said[language] = capsys.readouterr().err
    assert zh in said["zh"]
    assert "用法见：cqdash" in said["zh"]
    frame = re.sub("|".join(map(re.escape, ("cqdash", *arguments))), "", said["zh"])
    assert ENGLISH.search(frame) is None
    assert en in said["en"]
    assert "see: cqdash" in said["en"]


def test_later_pythons_word_a_wrong_choice_differently() -> None:
    for message in (
        "argument --lang: invalid choice: 'fr' (choose from 'zh', 'en')",
        "argument --lang: invalid choice: 'fr' (choose from zh, en)",
        "argument --lang: invalid choice: 'fr', maybe you meant 'en'? (choose from zh, en)",
    ):
        assert told(message, "en", ()) == "--lang cannot be fr (there are: zh, en)"


def test_what_was_typed_cannot_drive_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser_for("en").parse_args(["export", "trade", "--\x1b]0;owned\x07"])
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_no_library_that_takes_time(argument: str) -> None:
    script = """import sys
from cqdash.cli.main import run
try:
    run([sys.argv[1]])
finally:
    loaded = {"yaml", "rich", "textual", "plotext", "difflib", "cqdash.dataset"} & set(sys.modules)
    print(sorted(loaded), file=sys.stderr)"""
    done = subprocess.run(
        [sys.executable, "-c", script, argument], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr.strip()) == (DONE, "[]")


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "标准输入不是终端"), ("en", "standard input is not a terminal")]
)
def test_without_a_terminal_it_says_why_and_what_to_do_instead(language: str, said: str) -> None:
    done = run("--lang", language)
    assert (done.returncode, done.stdout) == (WRONG_CALL, "")
    assert said in done.stderr
    for instead in ("cqdash export all", "cqdash find", "cqdash --help"):
        assert instead in done.stderr


@pytest.mark.parametrize("redirected", ["<&-", ">&-", "2>&-", "> out.txt", "| cat", "< /dev/null"])
def test_a_stream_that_is_no_terminal_never_hangs_or_breaks(redirected: str, tmp_path: Path) -> None:
    """The shell closes or redirects one stream; all others are a terminal."""
    call = f"{shlex.quote(sys.executable)} -m cqdash --lang en {redirected}; echo done ${{PIPESTATUS[0]}}"
    with terminal(folder=tmp_path, command=("bash", "-c", call)) as program:
        assert program.end() == 0
        assert b"Traceback" not in program.raw
        assert f"done {WRONG_CALL}".encode() in program.raw
        if "2>&-" not in redirected:
            assert b"cqdash export all" in program.raw


def test_a_terminal_that_names_no_kind_is_told_what_to_do(tmp_path: Path) -> None:
    call = f"unset TERM; {shlex.quote(sys.executable)} -m cqdash --lang zh; echo done $?"
    with terminal(folder=tmp_path, command=("bash", "-c", call)) as program:
        assert program.end() == 0
        assert "没有设置 TERM" in program.raw.decode()
        assert f"done {WRONG_CALL}".encode() in program.raw
