"""What a killed run leaves beside its file goes at the next write there; nothing else does."""

from __future__ import annotations

import fcntl
import os
import stat
from pathlib import Path

import pytest

from cqdash.files import part
from cqdash.files.part import LEFT_AFTER, NAME, new_part
from cqdash.files.whole import write_whole, writing

LEFT = ".cqdash-0123456789abcdef.part"
NOT_OURS = (
    ".cqdash-0123456789abcdef.part~", "cqdash-0123456789abcdef.part", ".cqdash-0123456789ABCDEF.part",
    ".cqdash-0123.part", ".part",
)  # fmt: skip


def left(folder: Path, name: str = LEFT, age: float = LEFT_AFTER * 2) -> Path:
    path = folder / name
    path.write_text("half")
    made = path.stat().st_mtime - age
    os.utime(path, (made, made))
    return path


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_the_next_write_in_the_folder_removes_what_a_killed_run_left(tmp_path: Path) -> None:
    left(tmp_path)
    assert NAME.fullmatch(LEFT)
    write_whole(tmp_path / "a.txt", "a")
    assert names(tmp_path) == {"a.txt"}


def test_nothing_that_is_being_written_or_is_not_ours_is_removed(tmp_path: Path) -> None:
    for name in NOT_OURS:
        left(tmp_path, name)
    young = left(tmp_path, ".cqdash-00000000000000aa.part", age=0)
    (tmp_path / ".cqdash-00000000000000bb.part").mkdir()
    os.mkfifo(tmp_path / ".cqdash-00000000000000cc.part")
    (tmp_path / ".cqdash-00000000000000dd.part").symlink_to(left(tmp_path, "precious"))
    before = names(tmp_path)
    with left(tmp_path).open("rb+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        write_whole(tmp_path / "a.txt", "a")
        assert names(tmp_path) == {*before, LEFT, "a.txt"}
    write_whole(tmp_path / "b.txt", "b")
    assert names(tmp_path) == {*before, "a.txt", "b.txt"}
    assert young.read_text() == "half"


def test_a_long_write_is_not_cleared_away_by_another_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part, "LEFT_AFTER", -1.0)
    with writing(tmp_path / "slow.txt") as slow:
        slow.write("slow")
        write_whole(tmp_path / "quick.txt", "quick")
    assert (names(tmp_path), (tmp_path / "slow.txt").read_text()) == ({"quick.txt", "slow.txt"}, "slow")


def test_where_there_are_no_locks_nothing_is_cleared_and_all_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left(tmp_path)
    monkeypatch.setattr(part, "fcntl", None)
    write_whole(tmp_path / "a.txt", "a")
    assert names(tmp_path) == {LEFT, "a.txt"}


def test_a_file_keeps_its_mode_and_is_never_readable_by_more_while_it_is_written(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        for mode in (0o600, 0o664, 0o640):
            path = tmp_path / f"{mode:o}"
            path.write_text("old")
            path.chmod(mode)
            with writing(path, overwrite=True) as draft:
                draft.write("new")
                (hidden,) = [each for each in tmp_path.iterdir() if NAME.fullmatch(each.name)]
                assert stat.S_IMODE(hidden.stat().st_mode) == mode
            assert (stat.S_IMODE(path.stat().st_mode), path.read_text()) == (mode, "new")
        made, stream = new_part(tmp_path, 0o600)
        stream.close()
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
    finally:
        os.umask(mask)
