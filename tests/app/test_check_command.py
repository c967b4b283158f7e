"""`cqdash check`: every problem with its place, and the cases worked out by hand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cqdash.cli.codes import BAD_DATA, DONE, WRONG_CALL
from cqdash.dataset import bundled


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "cqdash", "check", *arguments]
    return subprocess.run(call, capture_output=True, encoding="utf-8", timeout=120, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(str(bundled()), tmp_path / "data")
    return tmp_path / "data"


def test_the_bundled_data_is_sound_and_its_cases_hold() -> None:
    done = check("--lang", "en")
    assert done.returncode == DONE
    found = re.search(r"cases of chongqing-ip-2026: (\d+) run, 0 failed", done.stdout)
    assert found is not None
    assert int(found[1]) >= 40


def test_a_changed_amount_fails_the_cases_that_rest_on_it(folder: Path) -> None:
    rules = folder / "ip-policy.yaml"
    text = rules.read_text(encoding="utf-8")
    once = text.index("  - id: ip-a-rapid-once")
    rules.write_text(
        text[:once] + text[once:].replace("printed: 30万元", "printed: 31万元", 1), encoding="utf-8"
    )
    done = check(str(folder), "--lang", "en")
    assert done.returncode == BAD_DATA
    assert "310,000" in done.stdout
    assert re.search(r"1-protection-system\.yaml:\d+:\d+: ", done.stdout)


def test_every_problem_is_told_in_one_run(folder: Path) -> None:
    for name in ("trade.yaml", "pilots.yaml"):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace("printed:", "prnted:", 1), encoding="utf-8")
    done = check(str(folder), "--lang", "zh")
    assert done.returncode == BAD_DATA
    for name in ("trade.yaml", "pilots.yaml"):
        assert re.search(
            rf"^{name}:\d+:\d+: unknown-key: 未知的键：prnted，是否 printed？", done.stdout, re.MULTILINE
        )


def test_a_folder_that_is_none_is_a_wrong_call(tmp_path: Path) -> None:
    done = check(str(tmp_path / "none"), "--lang", "en")
    assert (done.returncode, done.stdout) == (WRONG_CALL, "")
    assert "no such folder" in done.stderr
