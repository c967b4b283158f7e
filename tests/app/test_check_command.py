"""`cqdash check`: every problem with its place, its line and a caret, and the cases worked out by hand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CompareGolden
from cqdash.cli.codes import BAD_DATA, DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.cli.excerpt import excerpt, window
from cqdash.cli.main import run
from cqdash.dataset import bundled
from cqdash.language import LANGUAGES, Language
from cqdash.language.cells import cells
from example_city import CASES, CITY
from told import SOUND


def check(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """`cqdash check` in a process of its own, run in a folder."""
    call = [sys.executable, "-m", "cqdash", "check", *arguments]
    return subprocess.run(call, capture_output=True, encoding="utf-8", timeout=120, check=False, cwd=folder)


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `data` with something wrong in every file, beside which the test runs."""
    monkeypatch.chdir(tmp_path)
    files = {
        "alias.yaml": "notes: &all\n  - *all\n",
        "broken.yaml": "glossary:\n\t- id: term\n",
        "encoded.yaml": "notes:\n  - {id: 甲, text: \udcff}\n",
        "tab.yaml": SOUND.replace("    printed: 8家", "    prnted: 8家\n    kind: 数字 # 类别")
        .replace("{zh: 标题, en: Title}", "{zh: 标题, en: Title, de: Titel}")
        .replace("headline: [firms]", "headline: [frims]")
        .replace("line: [2, 3]", "line: [2, 4]")
        .replace("printed: 7家", 'printed: "7家\\u202e"'),
        "wide.yaml": "notes:\n  - {id: long, text: {zh: " + "长" * 200 + ", en: [no text], fr: 长}}\n",
        "applications/mine.yaml": "application: 1\nscheme: [\n",
        "cases/one.yaml": "cases:\n  - {id: one, about: One, application: {}, expect: {}}\n",
    }
    for name, text in files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return tmp_path


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `city` with sound data of its own, its cases, and an implied value."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "city" / "cases").mkdir(parents=True)
    (tmp_path / "city" / "tab.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "city" / "city.yaml").write_text(CITY, encoding="utf-8")
    (tmp_path / "city" / "cases" / "city.yaml").write_text(CASES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_every_file_is_told_with_its_line_and_a_caret(
    bad: Path, golden: CompareGolden, language: Language
) -> None:
    assert run(["check", "data", "--lang", language, "--output", "told.txt"]) == BAD_DATA
    told = (bad / "told.txt").read_text(encoding="utf-8")
    golden(f"check.{language}.txt", told)
    for line, caret in re.findall(r"^ +\d+ \| (.*)\n +\| ( *)\^$", told, re.MULTILINE):
        assert cells(line) >= len(caret)


def test_json_has_the_same_problems_in_both_languages(bad: Path) -> None:
    for language in LANGUAGES:
        run(["check", "data", "--lang", language, "--output", f"{language}.txt"])
    assert run(["check", "data", "--format", "json", "--output", "told.json"]) == BAD_DATA
    told = json.loads((bad / "told.json").read_text(encoding="utf-8"))
    assert list(told) == ["folder", "problems", "findings", "implied", "cases", "laid_over", "counts"]
    assert told["folder"] == "data"
    for language in LANGUAGES:
        lines = (bad / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        heads = [
            "{file}:{line}:{column}: {rule}: {said}".format(**each, said=each["message"][language])
            for each in told["problems"]
        ]
        assert [line for line in lines if line.startswith("data/")] == heads
    assert told["counts"]["problems"] == len(told["problems"]) == sum(told["counts"]["rules"].values())
    assert {each["source"] for each in told["problems"]} >= {"  - *all", "    - id: term"}
    assert (told["findings"], told["cases"], told["counts"]["records"]) == ([], [], None)


def test_the_bundled_data_is_sound_and_its_cases_hold() -> None:
    done = check("--lang", "en")
    assert done.returncode == DONE
    found = re.search(r"cases of chongqing-ip-2026: (\d+) run, 0 failed", done.stdout)
    assert found is not None
    assert int(found[1]) >= 40
    assert "implied:" not in done.stdout


def test_a_changed_amount_fails_the_cases_that_rest_on_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(str(bundled()), folder)
    rules = folder / "ip-policy.yaml"
    text = rules.read_text(encoding="utf-8")
    once = text.index("  - id: ip-a-rapid-once")
    rules.write_text(
        text[:once] + text[once:].replace("printed: 30万元", "printed: 31万元", 1), encoding="utf-8"
    )
    done = check("data", "--lang", "en", folder=tmp_path)
    assert done.returncode == BAD_DATA
    assert "310,000" in done.stdout
    assert re.search(
        r"^data/cases/1-protection-system\.yaml:\d+:\d+: failed-case: ", done.stdout, re.MULTILINE
    )


@pytest.mark.usefixtures("city")
def test_another_folder_tells_implied_values_findings_and_its_own_cases(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(["check", "city", "--lang", "en"]) == DONE
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "data: no problem (records: 13, tabs: 1)"
    assert any(line.startswith("Tab: implied: Before: 8 ÷ (1 + 5%) = ") for line in lines)
    assert any(line.startswith("Tab: inconsistent: More. ") for line in lines)
    assert lines[-2:] == [
        "findings: 1 (0 consistent, 1 inconsistent, 0 undecidable)",
        "cases of example-city: 4 run, 0 failed",
    ]
    assert run(["check", "city", "--format", "json"]) == DONE
    told = json.loads(capfdbinary.readouterr().out)
    assert [each["id"] for each in told["implied"]] == ["before"]
    assert [(each["id"], each["answer"]) for each in told["findings"]] == [("more", "inconsistent")]
    assert told["cases"] == [{"scheme": "example-city", "ran": 4, "failed": 0}]
    assert told["counts"]["findings"] == {"inconsistent": 1}


def test_a_case_is_of_the_scheme_it_names(city: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for name in ("ip-policy.yaml", "publications.yaml"):
        shutil.copy(str(bundled() / name), city / "city" / name)
    assert run(["check", "city", "--format", "json"]) == DONE
    told = json.loads(capfdbinary.readouterr().out)
    assert told["cases"] == [{"scheme": "example-city", "ran": 4, "failed": 0}]


@pytest.mark.parametrize("name", ["none", "file", "empty", "", "a\x1b]52;c;eA==\x07"])
def test_a_folder_that_cannot_be_read_is_a_wrong_call(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    for language, form in (("zh", "text"), ("en", "json")):
        assert run(["check", name, "--lang", language, "--format", form]) == WRONG_CALL
        told = capfdbinary.readouterr()
        assert told.out == b""
        assert told.err.decode().startswith({"zh": "cqdash：", "en": "cqdash: "}[language])
        assert b"\x1b" not in told.err


def test_what_is_found_is_written_whole_and_over_nothing_unasked(city: Path) -> None:
    assert run(["check", "city", "--output", "told.txt"]) == DONE
    before = (city / "told.txt").read_bytes()
    (city / "city" / "tab.yaml").write_text("tab: 1\n", encoding="utf-8")
    assert run(["check", "city", "--output", "told.txt"]) == NOT_WRITTEN
    assert (city / "told.txt").read_bytes() == before
    assert run(["check", "city", "--output", "told.txt", "--overwrite"]) == BAD_DATA
    assert (city / "told.txt").read_bytes() != before


def test_a_reader_that_goes_away_is_no_problem_of_the_folder() -> None:
    read, write = os.pipe()
    os.close(read)
    call = [sys.executable, "-m", "cqdash", "check", "--lang", "en"]
    with subprocess.Popen(call, stdout=write, stderr=subprocess.PIPE) as process:
        os.close(write)
        _, told = process.communicate(timeout=60)
    assert told == b""


@pytest.mark.parametrize("width", [20, 41, 100])
@pytest.mark.parametrize("line", ["abc" * 90, "中文" * 90, "\t- 中a\u202eb" * 40, "é" * 120, "a"])
def test_a_caret_stands_below_its_character_however_long_the_line(line: str, width: int) -> None:
    for column in range(1, len(line) + 2):
        said, offset = window(line, column, width)
        assert cells(said) <= width
        assert offset <= cells(said)
        shown, caret = excerpt(line, column, 7, width + 9)
        assert caret.index("^") == 9 + offset
        assert shown.startswith("     7 |")
