"""A folder of data files that cannot be read, or holds what is no data file, is told and never waited for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cqdash.dataset import BadDataset, BadFolder, Problem, folder, load
from cqdash.dataset.folder import MOST_FILES
from cqdash.language.rules import Rule
from told import SOUND, check_told


def refused(where: Any) -> list[Problem]:
    with pytest.raises(BadDataset) as caught:
        load(where)
    check_told(caught.value.problems)
    return caught.value.problems


def test_a_folder_that_cannot_be_read_is_told_as_such(tmp_path: Path) -> None:
    class Locked:
        def iterdir(self) -> Iterator[Path]:
            raise PermissionError(13, "Permission denied")

        def __str__(self) -> str:
            return "locked\x1b[2J"

    (tmp_path / "file").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "data.yml").touch()
    for where in (tmp_path / "none", tmp_path / "file", tmp_path / "empty", Locked()):
        (problem,) = refused(where)
        assert problem.rule is Rule.NO_DATA
        with pytest.raises(BadFolder):
            load(where)  # type: ignore[arg-type]


def test_what_is_no_ordinary_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    os.mkfifo(tmp_path / "b.yaml")
    (tmp_path / "c.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "d.yaml").symlink_to("/dev/zero")
    (tmp_path / "tab.yaml").write_text(SOUND, encoding="utf-8")
    assert [(problem.file, problem.rule.id) for problem in refused(tmp_path)] == [
        (f"{name}.yaml", "unreadable") for name in "abcd"
    ]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "tab.yaml").write_text(SOUND, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = refused(tmp_path)
    assert (problem.rule.id, problem.message.en) == ("unreadable", "cannot be read: Permission denied")


def test_a_name_that_would_drive_the_terminal_is_told_harmlessly(tmp_path: Path) -> None:
    (tmp_path / "a\x1b]52;c;eA==\x07.yaml").touch()
    (tmp_path / "a\u202e.yaml").touch()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")).touch()
    told = refused(tmp_path)
    assert [problem.rule.id for problem in told] == ["bad-name"] * 3
    assert {problem.file for problem in told} == {
        "a<U+001B>]52;c;eA==<U+0007>.yaml",
        "a<U+202E>.yaml",
        "<U+DCFF>.yaml",
    }


def test_no_tab_has_the_name_that_stands_for_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(SOUND.replace("tab: tab,", "tab: all,"), encoding="utf-8")
    assert [(problem.rule.id, problem.line) for problem in refused(tmp_path)] == [("bad-name", 11)]


def test_a_folder_of_too_many_files_or_too_much_in_them_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(MOST_FILES + 2):
        (tmp_path / f"{number:03}.yaml").touch()
    assert [(p.file, p.rule.id) for p in refused(tmp_path)] == [(f"{MOST_FILES}.yaml", "too-many")]
    monkeypatch.setattr(folder, "MOST_BYTES", 100)
    for name in ("000.yaml", "001.yaml"):
        (tmp_path / name).write_text("#" * 60, encoding="utf-8")
    assert ("001.yaml", "too-large") in [(p.file, p.rule.id) for p in refused(tmp_path)]


def test_what_an_editor_leaves_behind_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "tab.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / ".#tab.yaml").symlink_to("someone@nowhere.1234")
    (tmp_path / "tab.yaml~").write_text("- broken", encoding="utf-8")
    assert list(load(tmp_path).tabs) == ["tab"]
