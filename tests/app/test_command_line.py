"""The command line: what it prints, writes and exits with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cqdash import __version__
from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.dataset import load
from cqdash.quantity import read


def cqdash(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "cqdash", *arguments],
        capture_output=True,
        cwd=folder,
        timeout=120,
        check=False,
    )


def test_version() -> None:
    done = cqdash("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (DONE, f"cqdash {__version__}")


@pytest.mark.parametrize(("language", "said"), [("zh", "退出码"), ("en", "exit codes")])
def test_help_teaches_with_examples_in_either_language(language: str, said: str) -> None:
    done = cqdash("--help", "--lang", language)
    assert done.returncode == DONE
    assert said in done.stdout.decode()
    assert "cqdash export trade" in done.stdout.decode()


def test_the_same_call_gives_the_same_bytes_without_textual() -> None:
    script = """import sys
from cqdash.cli.main import run
run(["export", "trade", "--lang", "zh"])
print("textual" in sys.modules, file=sys.stderr)"""
    first, second = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True) for _ in "ab"
    )
    assert first.stdout == second.stdout
    assert "1521.5亿元" in first.stdout.decode()
    assert first.stderr.decode().strip() == "False"


def test_json_of_all_tabs_holds_every_record_with_its_value() -> None:
    done = cqdash("export", "all", "--format", "json")
    told = json.loads(done.stdout)
    dataset = load()
    assert [tab["id"] for tab in told["tabs"]] == [
        "innovation",
        "ip-policy",
        "trade",
        "pilots",
        "sme-service",
    ]
    assert [record["id"] for record in told["records"]] == [
        r.id for tab in dataset.tabs for r in dataset.records_of(tab)
    ]
    by_id = {record["id"]: record for record in told["records"]}
    assert by_id["car-exports"]["value"] == "53030000000"
    assert by_id["car-exports"]["interval"] == {
        "low": "53025000000", "high": "53035000000", "low_closed": True, "high_closed": False,
    }  # fmt: skip
    assert read(by_id["car-exports"]["printed"]).value == 53030000000


def test_a_file_is_written_whole_and_never_over_another_without_being_told(tmp_path: Path) -> None:
    assert cqdash("export", "trade", "--output", "t.txt", "--lang", "en", folder=tmp_path).returncode == DONE
    written = (tmp_path / "t.txt").read_bytes()
    assert written == cqdash("export", "trade", "--lang", "en").stdout
    again = cqdash("export", "pilots", "--output", "t.txt", "--lang", "en", folder=tmp_path)
    assert (again.returncode, (tmp_path / "t.txt").read_bytes()) == (NOT_WRITTEN, written)
    assert "--overwrite" in again.stderr.decode()
    told = cqdash("export", "pilots", "--output", "t.txt", "--overwrite", folder=tmp_path)
    assert told.returncode == DONE
    assert (tmp_path / "t.txt").read_bytes() != written
    assert [path.name for path in tmp_path.iterdir()] == ["t.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "nonsense"),
        ("export",),
        ("export", "trade", "--width", "3"),
        ("--lang", "fr"),
        ("fly",),
        ("--la", "zh", "export", "trade"),
        ("export", "trade", "--output", ""),
    ],
)
def test_a_wrong_call_exits_with_2_and_says_where_to_look(arguments: tuple[str, ...]) -> None:
    done = cqdash(*arguments)
    assert (done.returncode, done.stdout) == (WRONG_CALL, b"")
    assert "cqdash" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_chinese_is_said_whole_where_the_locale_is_ascii() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cqdash", "--help", "--lang", "zh"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == DONE
    assert "退出码" in done.stdout.decode()


def test_a_reader_who_closes_the_pipe_early_sees_no_traceback() -> None:
    done = subprocess.run(
        f"{sys.executable} -m cqdash export all --format json | head -c 10",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout == b'{\n  "tabs"'
    assert done.stderr == b""
