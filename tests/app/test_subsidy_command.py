"""`cqdash subsidy`: an application in, its assessment out, as text, Markdown, JSON or a table."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cqdash.cli.codes import BAD_DATA, DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.dataset import bundled

EXAMPLE = str(bundled() / "applications" / "example.yaml")
HEAD = "application: 1\nscheme: chongqing-ip-2026\n"
TABLE = "name,in_chongqing,gi_roles,item,recognitions.1\n甲,yes,product-applicant,recognition,2\n"


def subsidy(
    *arguments: str, given: str | bytes = b"", folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "cqdash", "subsidy", *arguments],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        cwd=folder,
        timeout=120,
        check=False,
    )


def told(*arguments: str, given: str = "") -> dict[str, Any]:
    done = subsidy(*arguments, "--format", "json", given=given)
    assert (done.returncode, done.stderr) == (DONE, b"")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def steps(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield step
    for each in step["steps"]:
        yield from steps(each)


def test_the_example_is_an_application_that_can_be_assessed() -> None:
    printed = subsidy("--example").stdout.decode()
    assert printed == Path(EXAMPLE).read_text("utf-8")
    assert told("-", given=printed) == told(EXAMPLE)


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize(("language", "known"), [("zh", "150万元"), ("en", "1,500,000 yuan")])
def test_text_and_markdown_say_the_total_and_that_it_is_not_official(
    form: str, language: str, known: str
) -> None:
    first, second = (subsidy(EXAMPLE, "--format", form, "--lang", language) for _ in "ab")
    assert (first.returncode, first.stderr, first.stdout) == (DONE, b"", second.stdout)
    said = first.stdout.decode()
    assert known in said
    assert told(EXAMPLE)["disclaimer"][language][-10:] in "".join(map(str.strip, said.splitlines()))


def test_json_keeps_the_terms_apart_and_years_sum_to_the_total() -> None:
    answer = told(EXAMPLE)["assessment"]
    assert {key: answer["total"][key] for key in ("known", "up_to", "at_most")} == {
        "known": 1_500_000, "up_to": 200_000, "at_most": 100_000,
    }  # fmt: skip
    for of in (answer, *answer["projects"]):
        for term in ("known", "up_to", "at_most"):
            years = sum(year["terms"][term] for year in of["years"])
            assert years + of["no_known_year"][term] == of["total"][term]


def test_json_traces_every_payment_to_its_rule_its_answers_and_its_lines() -> None:
    answer = told(EXAMPLE)
    readings = {reading["id"] for reading in answer["readings"]}
    for project in answer["assessment"]["projects"]:
        ruled = [step for step in steps(project["trace"]) if step["rule"]]
        assert sum(step["high"] for step in ruled) >= project["total"]["known"]
        for step in ruled:
            assert step["answers"]
            assert step["lines"]
            assert step["citation"]["zh"].startswith("《重庆日报》")
            assert readings.issuperset(step["readings"])
    first = next(step for step in steps(answer["assessment"]["projects"][2]["trace"]) if step["year"] == 3)
    assert (first["before"], first["high"], first["outcome"]) == (60_000, 40_000, "at-most")
    assert answer["find_out_next"]["label"]["en"].startswith("Evaluation of each year")
    assert answer["find_out_next"] in answer["changes"]
    assert [each["option"] for each in answer["assumptions"]] == ["open", "fitting"]


def test_json_gives_what_is_not_known_as_null_and_never_as_0() -> None:
    given = (
        HEAD + "applicant: {in_chongqing: true, gi_roles: zone-builder}\nprojects: [{item: zone-approval}]\n"
    )
    (project,) = told("-", given=given)["assessment"]["projects"]
    assert {(year["outcome"], year["low"], year["high"]) for year in project["years"]} == {
        ("unpublished", None, None)
    }
    assert all(step["high"] is None for step in steps(project["trace"]))
    assert project["total"]["unpublished"] == [{"zh": "国家示范区获批", "en": "National GI zone approved"}]


def test_the_application_inside_the_json_is_an_application_again() -> None:
    answer = told(EXAMPLE)
    assert told("-", given=json.dumps(answer["application"])) == answer


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_two_applications_are_compared(form: str) -> None:
    other = Path(EXAMPLE).read_text("utf-8").replace("first-year: open", "first-year: full")
    done = subsidy(
        EXAMPLE,
        "--compare",
        "-",
        "--format",
        form,
        "--lang",
        "en",
        given=other.replace("running: 2", "running: 1"),
    )
    assert (done.returncode, done.stderr) == (DONE, b"")
    if form == "json":
        in_all = json.loads(done.stdout)["comparison"][-1]
        assert (in_all["first"]["known"], in_all["second"]["known"]) == (1_500_000, 1_500_000)
        assert (in_all["first"]["up_to"], in_all["second"]["up_to"]) == (200_000, 400_000)
    else:
        assert "400,000" in done.stdout.decode()


@pytest.mark.parametrize(
    ("language", "said"), [("en", "did you mean first_year?"), ("zh", "是否 first_year？")]
)
def test_problems_of_a_file_are_told_with_their_places(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "my.yaml").write_text(HEAD + "first-year: 2026\nhorizon: 99\n")
    done = subsidy("my.yaml", "--lang", language, folder=tmp_path)
    assert (done.returncode, done.stdout) == (BAD_DATA, b"")
    key, answer = done.stderr.decode().splitlines()
    assert key.startswith("my.yaml:3:1: unknown-key: ")
    assert key.endswith(said)
    assert answer.startswith("my.yaml:4:10: bad-answer: ")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (b"#" * (1 << 20) + b"#", "<stdin>:0:0: too-large: "),
        ("application: 1 # 国".encode("gb18030"), "<stdin>:1:18: not-utf8: "),
        (b"[" * 200_000, "<stdin>:1:20: too-deep: "),
        (b"", "<stdin>:0:0: bad-version: "),
    ],
    ids=["large", "not UTF-8", "deep", "empty"],
)
def test_standard_input_is_trusted_with_nothing(given: bytes, said: str) -> None:
    done = subsidy("-", given=given)
    assert (done.returncode, done.stdout) == (BAD_DATA, b"")
    assert done.stderr.decode().startswith(said)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (EXAMPLE, "--example"),
        (EXAMPLE, "--batch", "a.csv"),
        ("--batch", "a.csv", "--format", "json"),
        ("--example", "--width", "60"),
        ("--example", "--compare", EXAMPLE),
        (EXAMPLE, "--scheme", "x"),
        (EXAMPLE, "--width", "5"),
        (EXAMPLE, "--format", "pdf"),
        ("-", "--compare", "-"),
        ("no-such-file.yaml",),
        (".",),
        ("--batch", "no-such-file.csv"),
        ("--batch", "-", "--scheme", "no-such-scheme"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_told_and_nothing_is_written(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = subsidy(*arguments, "--output", "out", folder=tmp_path)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (WRONG_CALL, b"", [])
    assert done.stderr.decode().startswith("cqdash")
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    "call", [("--example",), (EXAMPLE, "--format", "json"), ("--batch", "-")], ids=" ".join
)
def test_a_file_is_not_replaced_without_being_told(tmp_path: Path, call: tuple[str, ...]) -> None:
    (tmp_path / "out").write_text("mine")
    done = subsidy(*call, "--output", "out", "--lang", "en", folder=tmp_path, given=TABLE)
    assert (done.returncode, done.stdout) == (NOT_WRITTEN, b"")
    assert "--overwrite" in done.stderr.decode()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "mine")]
    done = subsidy(*call, "--output", "out", "--overwrite", folder=tmp_path, given=TABLE)
    assert done.returncode == DONE
    assert (tmp_path / "out").read_bytes() == subsidy(*call, given=TABLE).stdout


def test_a_table_is_assessed_and_an_error_stays_in_its_row(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(TABLE + "乙,maybe,,recognition,\n", "utf-8")
    done = subsidy("--batch", "in.csv", "--output", "out.csv", "--lang", "en", folder=tmp_path)
    assert (done.returncode, done.stdout) == (BAD_DATA, b"")
    assert done.stderr.decode().splitlines() == [
        str(tmp_path.resolve() / "out.csv"),
        "rows: 2; with an error: 1",
    ]
    good, bad = csv.DictReader((tmp_path / "out.csv").read_text("utf-8").splitlines())
    assert (good["name"], good["known"], good["error"]) == ("甲", "400000", "")
    assert (bad["name"], bad["known"]) == ("乙", "")
    assert bad["error"].startswith("in_chongqing: ")


def test_a_table_whose_header_is_wrong_leaves_no_file(tmp_path: Path) -> None:
    done = subsidy("--batch", "-", "--output", "out.csv", given="nme\nx\n", folder=tmp_path)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (BAD_DATA, b"", [])
    assert done.stderr.decode().startswith("<stdin>:1:1: bad-column: ")


def test_progress_is_told_to_a_terminal_alone(tmp_path: Path) -> None:
    header, row = TABLE.splitlines(keepends=True)
    (tmp_path / "in.csv").write_text(header + row * 250, "utf-8")
    call = [
        sys.executable,
        "-m",
        "cqdash",
        "subsidy",
        "--batch",
        "in.csv",
        "--output",
        "out.csv",
        "--lang",
        "en",
    ]
    ours, theirs = pty.openpty()
    try:
        subprocess.run(call, cwd=tmp_path, stderr=theirs, check=True, timeout=120)
        seen = os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert "\r100 rows\r200 rows\r" in seen
    quiet = subprocess.run([*call, "--overwrite"], cwd=tmp_path, capture_output=True, check=True, timeout=120)
    assert b"\r" not in quiet.stderr


def test_no_screen_is_loaded_and_json_draws_nothing() -> None:
    script = """import sys
from cqdash.cli.main import run
run(["subsidy", sys.argv[1], "--format", "json"])
print([name for name in ("textual", "rich", "plotext") if name in sys.modules], file=sys.stderr)"""
    done = subprocess.run([sys.executable, "-c", script, EXAMPLE], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"
