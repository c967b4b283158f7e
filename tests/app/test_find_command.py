"""`cqdash find`: any figure from the shell, with how sure it is and its citation."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from app.terminal import terminal
from cqdash.cli.codes import DONE, WRONG_CALL
from cqdash.dataset import Dataset
from cqdash.language.command_line import EXAMPLES, FIND_EXAMPLES
from cqdash.tabs.search import search


def find(*arguments: str | bytes) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cqdash", "find", *arguments],
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def found(*arguments: str) -> list[dict[str, Any]]:
    done = find(*arguments, "--format", "json")
    assert done.returncode == DONE
    entries = json.loads(done.stdout)["found"]
    assert isinstance(entries, list)
    return entries


CAR_EXPORTS = {
    "zh": """\
“530.3”：找到{n}项

汽车出口：530.3亿元
  精确值：53,030,000,000元
  区间：530.25亿元至不足530.35亿元
  时期：2025年
  性质：版面所印
  出处：《重庆日报》2026年1月，《全年进出口总值超8000亿元——重庆外贸增长的“三重
    密码”》，第1段
  页：外贸 · car-exports
""",
    "en": """\
“530.3”: {n} found

Car exports: 53.03 billion yuan
  As printed: 530.3亿元
  Exact value: 53,030,000,000 yuan
  Interval: from 53.025 billion to under 53.035 billion yuan
  Period: 2025
  Status: printed
  Source: Chongqing Daily, January 2026, “Over 800 billion yuan of trade in the
    year — three keys to Chongqing’s foreign-trade growth”, para. 1
  Tab: Trade · car-exports
""",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_figure_is_told_with_how_sure_it_is_and_its_citation(language: str) -> None:
    done = find("530.3", "--lang", language)
    n = len(found("530.3"))
    assert done.returncode == DONE
    assert done.stdout.startswith(CAR_EXPORTS[language].format(n=n))
    assert done.stdout.count("car-exports") > 3


def test_it_is_the_search_of_the_dashboard(dataset: Dataset) -> None:
    for query in ("530.3", "8000", "car 增长", "不符"):
        expected = search(dataset, query)
        assert [each["id"] for each in found(query)] == [each.id for each in expected]
        assert [each["rank"] for each in found(query)] == sorted(each.rank for each in expected)


def test_every_example_of_the_help_finds_something(dataset: Dataset) -> None:
    for typed, _ in (*FIND_EXAMPLES, *EXAMPLES):
        command, *words = shlex.split(typed)[1:] or [""]
        if command == "find":
            assert search(dataset, " ".join(words).partition(" --")[0]), typed


def test_words_may_be_given_apart_or_together() -> None:
    assert found("car", "exports") == found("car exports")


def test_json_holds_the_exact_interval_the_qualifier_and_both_languages() -> None:
    total = found("超8000亿元")[0]
    assert (total["id"], total["qualifier"], total["printed"]) == ("trade-total", "over", "超8000亿元")
    assert total["intervals"] == [
        {"reading": None, "low": "800000000000", "high": None, "low_closed": False, "high_closed": False}
    ]
    by_id = {each["id"]: each for each in found("kd-value")}
    readings = {each["reading"]: each for each in by_id["kd-value-2024"]["intervals"]}
    assert set(readings) == {"by", "to"}
    assert "/" in readings["by"]["low"]
    assert by_id["kd-value-2024"]["status"] == "implied"
    for entry in by_id.values():
        assert set(entry["label"]) == set(entry["shown"]) == set(entry["citation"]) == {"zh", "en"}


def test_a_finding_is_told_with_its_arithmetic_and_an_address_is_left_whole() -> None:
    said = find("owners-and-customs-total", "--lang", "en").stdout
    assert "! inconsistent" in said
    assert "Arithmetic: " in said
    assert "\n    https://www.163.com/dy/article/KK6VB3I9053469M5.html\n" in said


def test_what_is_not_found_is_said_and_is_no_failure() -> None:
    for language, said in (("zh", "没有找到“xyzzy”"), ("en", "Nothing found for “xyzzy”")):
        done = find("xyzzy", "--lang", language)
        assert (done.returncode, done.stderr) == (DONE, "")
        assert done.stdout.startswith(said)
    assert found("xyzzy") == []


@pytest.mark.parametrize("arguments", [("",), ("  ",), ("trade", "--width", "3")])
def test_nothing_asked_and_a_width_of_nothing_are_wrong_calls(arguments: tuple[str, ...]) -> None:
    done = find(*arguments)
    assert (done.returncode, done.stdout) == (WRONG_CALL, "")
    assert "Traceback" not in done.stderr


def test_bytes_that_are_no_text_and_control_characters_do_no_harm() -> None:
    for query in (b"\xff\xfe", "\x1b]0;owned\x07"):
        done = find(query)
        assert (done.returncode, done.stderr) == (DONE, "")
        assert "\x1b" not in done.stdout


@pytest.mark.parametrize("width", [24, 40, 80])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_the_width_asked_for(language: str, width: int) -> None:
    lines = find("kd", "--lang", language, "--width", str(width)).stdout.splitlines()
    assert max(cell_len(line) for line in lines if "http" not in line) <= width


def test_in_a_terminal_it_is_as_wide_as_the_terminal(tmp_path: Path) -> None:
    with terminal("find", "car-exports", "--lang", "en", size=(50, 60), folder=tmp_path) as program:
        assert program.end() == DONE
        lines = program.raw.decode().splitlines()
        assert max(cell_len(line) for line in lines if "http" not in line) <= 50
        assert max(map(cell_len, lines)) > 44


def test_it_is_written_to_a_file_like_any_other_output(tmp_path: Path) -> None:
    target = tmp_path / "found.txt"
    assert find("530.3", "--lang", "en", "--output", str(target)).returncode == DONE
    assert target.read_text(encoding="utf-8") == find("530.3", "--lang", "en").stdout


def test_it_loads_no_textual_and_json_no_rich() -> None:
    script = """import sys
from cqdash.cli.main import run
run(["find", "530.3", *sys.argv[1:]])
print(sorted({"textual", "rich", "plotext"} & set(sys.modules)), file=sys.stderr)"""
    for arguments, loaded in ((("--format", "json"), "[]"), ((), "['rich']")):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert done.stderr.strip() == loaded
