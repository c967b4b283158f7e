"""A disk or a stream that takes no more: it is told, the exit code says so, and the old file is there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.export import ENDINGS, FORMATS
from cqdash.language import LANGUAGES, Language
from cqdash.language.reasons import SYSTEM
from faults.caller import Call, Done, called

OLD = "old 旧\n"
LIMIT = 1500
"""Bytes after which the disk is full; every output here is longer."""
PRINTING = (
    ("export", "pilots"),
    ("export", "pilots", "--format", "json"),
    ("read", "pilots"),
    ("find", "亿元"),
    ("check",),
    ("doctor",),
    ("completion", "bash"),
    ("subsidy", "--example"),
    ("subsidy", "--batch", "table.csv"),
    ("subsidy", "example.yaml"),
    ("--help",),
    ("export", "--help"),
    ("--version",),
)
WRITING = (
    *(("export", "pilots", "--format", form, "--output", f"old{ENDINGS[form]}") for form in FORMATS),
    ("subsidy", "--batch", "table.csv", "--output", "old.csv"),
    ("subsidy", "--example", "--output", "old.txt"),
)
COMPLAINING = (
    (("export", "nope"), WRONG_CALL),
    (("nonsense",), WRONG_CALL),
    (("export", "pilots", "--output", "no/such/file"), NOT_WRITTEN),
    (("export", "pilots", "--output", "old.txt"), NOT_WRITTEN),
    (("export", "pilots", "--format", "csv", "--output", "new.csv"), DONE),
    (("export", "all", "--format", "csv", "--folder", "pages"), DONE),
    (("subsidy", "--batch", "table.csv", "--output", "results.csv"), DONE),
)
"""Calls that have something to say on standard error."""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "table.csv").write_text("name,item\n" + "甲,guidelines\n" * 20, encoding="utf-8")
    for each in ENDINGS.values():
        (tmp_path / f"old{each}").write_text(OLD, encoding="utf-8")
    (example,) = called([Call(("subsidy", "--example"), str(tmp_path))])
    (tmp_path / "example.yaml").write_text(example.out, encoding="utf-8")
    return tmp_path


def reason(failure: str, language: Language) -> str:
    return SYSTEM[failure] if language == "zh" else os.strerror(getattr(errno, failure))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_standard_output_that_is_full_or_closed_is_told(language: Language, work: Path) -> None:
    streams = {"/dev/full": "ENOSPC", "-": "EBADF"}
    calls = [
        Call((*each, "--lang", language), str(work), stdout=stream) for stream in streams for each in PRINTING
    ]
    expected = [reason(failure, language) for failure in streams.values() for _ in PRINTING]
    for call, done, said in zip(calls, called(calls), expected, strict=True):
        assert done.code == NOT_WRITTEN, call.arguments
        assert said in done.err, call.arguments
        assert "Traceback" not in done.err
        assert done.err.count("\n") == 1, done.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disk_that_fills_while_a_file_is_written_leaves_the_old_one(language: Language, work: Path) -> None:
    before = {each.name: each.read_bytes() for each in work.iterdir()}
    calls = [Call((*each, "--overwrite", "--lang", language), str(work), limit=LIMIT) for each in WRITING]
    for call, done in zip(calls, called(calls), strict=True):
        assert (done.code, done.out) == (NOT_WRITTEN, ""), call.arguments
        assert reason("EFBIG", language) in done.err
        assert call.arguments[call.arguments.index("--output") + 1] in done.err
        assert "Traceback" not in done.err
    assert {each.name: each.read_bytes() for each in work.iterdir()} == before


def test_of_a_folder_the_disk_has_no_room_for_no_file_is_half_written(work: Path) -> None:
    call = Call(
        ("export", "all", "--folder", "pages", "--format", "csv", "--lang", "en"), str(work), limit=LIMIT
    )
    (done,) = called([call])
    assert (done.code, list((work / "pages").iterdir())) == (NOT_WRITTEN, [])
    assert done.err.count("File too large") == 5
    assert done.err.endswith("5 of 5 files not written\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_standard_output_in_a_file_on_a_full_disk_is_told(
    unbuffered: str, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    target = str(work / "out")
    calls = [Call((*each, "--lang", "en"), str(work), stdout=target, limit=LIMIT) for each in PRINTING[:5]]
    assert [each.code for each in called(calls)] == [NOT_WRITTEN] * 5


def test_what_cannot_be_said_changes_no_exit_code_and_goes_nowhere_else(work: Path) -> None:
    before = {each.name for each in work.iterdir()}
    for stream in ("/dev/full", "-"):
        calls = [Call((*each, "--lang", "en"), str(work), stderr=stream) for each, _ in COMPLAINING]
        assert called(calls) == [Done(code, "", "") for _, code in COMPLAINING], stream
        assert {each.name for each in work.iterdir()} - before == {"new.csv", "pages", "results.csv"}
        for name in (
            "new.csv",
            "results.csv",
            *(f"pages/{each.name}" for each in (work / "pages").iterdir()),
        ):
            assert (work / name).stat().st_size > LIMIT
            (work / name).unlink()
    assert (work / "old.txt").read_text(encoding="utf-8") == OLD
