"""Wherever the output is to go: it is written, or it is told why not, and what was there is there."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from cqdash.cli.codes import DONE, NOT_WRITTEN
from cqdash.dataset import load
from cqdash.export import export_tabs
from cqdash.language import LANGUAGES, Language
from faults.caller import Call, Done, called

OLD = "old 旧\n"


@dataclass(frozen=True)
class Place:
    """A place to write to: its name in the call, what is told of it, and in which file the text is then."""

    name: str
    target: str
    code: int
    said: tuple[str, str] = ("", "")
    holds: str = ""
    overwrite: bool = True


LONG, CHINESE = "n" * 251 + ".txt", "重" * 84 + ".md"
PLACES = (
    Place("the folder is missing", "no/such/a.txt", NOT_WRITTEN, ("没有这个文件或文件夹", "No such file")),
    Place("a folder", "folder", NOT_WRITTEN, ("这是一个文件夹", "this is a folder")),
    Place("a link to a folder", "to-folder", NOT_WRITTEN, ("这是一个文件夹", "this is a folder")),
    Place("a file as a folder", "old.txt/a.txt", NOT_WRITTEN, ("有一段不是文件夹", "Not a directory")),
    Place("a folder that is read-only", "locked/a.txt", NOT_WRITTEN, ("没有权限", "Permission denied")),
    Place("a file in a folder that is read-only", "locked/old.txt", NOT_WRITTEN, ("没有权限", "Permission")),
    Place("a folder that may not be entered", "closed/a.txt", NOT_WRITTEN, ("没有权限", "Permission denied")),
    Place("a file that is read-only", "locked.txt", NOT_WRITTEN, ("没有权限", "Permission denied")),
    Place("a file that exists", "old.txt", NOT_WRITTEN, ("--overwrite", "--overwrite"), overwrite=False),
    Place(
        "a link to a file that exists", "to-old", NOT_WRITTEN, ("已有", "the file exists"), overwrite=False
    ),
    Place("a file to replace", "old.txt", DONE, holds="old.txt"),
    Place("a link to a file", "to-old", DONE, holds="old.txt"),
    Place("a link to nothing", "to-nothing", DONE, holds="nothing.txt", overwrite=False),
    Place("a link to itself", "loop", NOT_WRITTEN, ("链接指来指去", "symbolic links")),
    Place("a name of 255 bytes", LONG, DONE, holds=LONG),
    Place("a name of 256 bytes", "n" + LONG, NOT_WRITTEN, ("名称太长", "File name too long")),
    Place("a name of 255 bytes in Chinese", CHINESE, DONE, holds=CHINESE),
    Place("a name of 258 bytes in Chinese", "庆" + CHINESE, NOT_WRITTEN, ("名称太长", "File name too long")),
    Place("a path in Chinese with spaces", "文件 夹/外贸 一页.txt", DONE, holds="文件 夹/外贸 一页.txt"),
    Place("a name that begins with a dash", "-a.txt", DONE, holds="-a.txt"),
    Place("a name that is no UTF-8", os.fsdecode(b"\xff.txt"), DONE, holds=os.fsdecode(b"\xff.txt")),
    Place("the home folder", "~/a.txt", DONE, holds="home/a.txt"),
    Place("the home folder of nobody", "~no-such-user/a.txt", NOT_WRITTEN, ("找不到主目录", "home folder")),
    Place("a device that takes all", "/dev/null", DONE),
    Place("a device that is full", "/dev/full", NOT_WRITTEN, ("磁盘已满", "No space left on device")),
)
INTO = (
    Place("a new folder in a new one", "new/pages", DONE, holds="new/pages"),
    Place("a link to a folder", "to-folder", DONE, holds="folder"),
    Place("a folder in Chinese with spaces", "文件 夹", DONE, holds="文件 夹"),
    Place("a file", "old.txt", NOT_WRITTEN, ("不是文件夹", "not a folder")),
    Place("a link to nothing", "to-nothing", NOT_WRITTEN, ("不是文件夹", "not a folder")),
    Place("a link to itself", "loop", NOT_WRITTEN, ("", "")),
    Place("a folder that is read-only", "locked", NOT_WRITTEN, ("没有权限", "Permission denied")),
    Place(
        "a folder in one that is read-only", "locked/pages", NOT_WRITTEN, ("没有权限", "Permission denied")
    ),
    Place("a name of 256 bytes", "n" + LONG, NOT_WRITTEN, ("名称太长", "File name too long")),
)


@contextlib.contextmanager
def grounds(folder: Path, places: tuple[Place, ...]) -> Iterator[list[Path]]:
    """For each place a folder with everything that can be in the way."""
    made = [ground(folder / str(number)) for number in range(len(places))]
    try:
        yield made
    finally:
        for each in made:
            unlock(each)


def ground(folder: Path) -> Path:
    folder.mkdir()
    for each in ("folder", "locked", "closed", "文件 夹", "home"):
        (folder / each).mkdir()
    for file in ("old.txt", "locked.txt", "locked/old.txt"):
        (folder / file).write_text(OLD, encoding="utf-8")
    links = {"to-folder": "folder", "to-old": "old.txt", "to-nothing": "nothing.txt", "loop": "loop"}
    for link, to in links.items():
        (folder / link).symlink_to(to)
    (folder / "locked.txt").chmod(0o444)
    lock(folder)
    return folder


def lock(ground: Path) -> None:
    (ground / "locked").chmod(0o555)
    (ground / "closed").chmod(0)


def unlock(ground: Path) -> None:
    for each in ("locked", "closed"):
        (ground / each).chmod(0o755)


def content(language: Language) -> str:
    return export_tabs(load(), ["pilots"], "markdown", language, 80)


def call(ground: Path, place: Place, option: str, language: Language) -> Call:
    over = ("--overwrite",) if place.overwrite else ()
    what = "pilots" if option == "--output" else "all"
    return Call(
        ("export", what, f"{option}={place.target}", *over, "--format", "markdown", "--lang", language),
        str(ground),
        environment={"HOME": str(ground / "home")},
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_goes_where_it_can_and_otherwise_it_is_told_why_not(
    language: Language, tmp_path: Path
) -> None:
    with grounds(tmp_path, PLACES) as made:
        before = [held(each) for each in made]
        done = called([call(*each, "--output", language) for each in zip(made, PLACES, strict=True)])
        after = [held(each) for each in made]
        for number, place in enumerate(PLACES):
            check(place, done[number], language)
            if place.holds:
                written = (made[number] / place.holds).read_bytes().decode()
                assert written == content(language), place.name
                after[number].pop(place.holds)
                before[number].pop(place.holds, None)
            assert after[number] == before[number], place.name


def test_a_folder_is_made_where_it_can_be_and_otherwise_it_is_told_why_not(tmp_path: Path) -> None:
    with grounds(tmp_path, INTO) as made:
        before = [held(each) for each in made]
        done = called([call(*each, "--folder", "zh") for each in zip(made, INTO, strict=True)])
        after = [held(each) for each in made]
    for place, result, old, new in zip(INTO, done, before, after, strict=True):
        check(place, result, "zh")
        written = {name for name in new if place.holds and name.startswith(f"{place.holds}/cqdash-")}
        assert len(written) == (len(load().tabs) if place.holds else 0), place.name
        assert {name: kind for name, kind in new.items() if name not in written} == old, place.name


def check(place: Place, done: Done, language: Language) -> None:
    assert (done.code, done.out) == (place.code, ""), (place.name, done.err)
    assert place.said[LANGUAGES.index(language)] in done.err
    assert "Traceback" not in done.err
    if place.code == NOT_WRITTEN:
        assert done.err.startswith("cqdash：" if language == "zh" else "cqdash: ")


def held(ground: Path) -> dict[str, str]:
    """Everything there but folders: what a file holds, where a link leads."""
    unlock(ground)
    found = {}
    for each in ground.rglob("*"):
        name = str(each.relative_to(ground))
        if each.is_symlink():
            found[name] = f"-> {each.readlink()}"
        elif each.is_file():
            found[name] = each.read_text(encoding="utf-8")
    lock(ground)
    return found


def test_a_pipe_takes_what_is_written_to_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    (done,) = called(
        [
            Call(
                ("export", "pilots", "--output", "pipe", "--format", "markdown", "--lang", "en"),
                str(tmp_path),
            )
        ]
    )
    reader.join()
    assert (done.code, read) == (DONE, [content("en")])
    assert pipe.is_fifo()


def test_in_a_folder_that_has_gone_an_absolute_path_is_written_and_another_is_told(tmp_path: Path) -> None:
    calls = []
    for number, (language, target) in enumerate(product(LANGUAGES, ("a.txt", str(tmp_path / "{}.txt")))):
        gone = tmp_path / str(number)
        gone.mkdir()
        arguments = (
            "export",
            "pilots",
            "--output",
            target.format(language),
            "--format",
            "csv",
            "--lang",
            language,
        )
        calls.append(Call(arguments, str(gone), folder_goes=True))
    done = called(calls)
    assert [each.code for each in done] == [NOT_WRITTEN, DONE] * 2
    assert "没有这个文件或文件夹" in done[0].err
    assert "No such file or directory" in done[2].err
    assert {each.name for each in tmp_path.iterdir()} == {"zh.txt", "en.txt"}


def keeping_place(kept: str, place: Path) -> None:
    """Put what is named into the place of the settings and the state."""
    match kept:
        case "a folder that is read-only" | "a folder that may not be entered":
            place.mkdir()
            place.chmod(0o555 if "read-only" in kept else 0)
        case "a file":
            place.write_text("mine")
        case "a link to itself":
            place.symlink_to(place.name)
        case "a device":
            place.symlink_to("/dev/full")


KEPT = (
    "a folder that is read-only",
    "a folder that may not be entered",
    "a file",
    "a link to itself",
    "a device",
)
COMMANDS = (("export", "pilots"), ("doctor",), ("read", "pilots"), ("find", "530.3"))


def test_where_settings_and_state_cannot_be_everything_else_can(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    calls = []
    for number, kept in enumerate(KEPT):
        place = tmp_path / str(number)
        keeping_place(kept, place)
        environment = {f"XDG_{each}_HOME": str(place) for each in ("CONFIG", "STATE", "CACHE")}
        calls += [
            Call((*each, "--lang", "en"), str(tmp_path / "work"), environment=environment)
            for each in COMMANDS
        ]
    done = called(calls)
    assert {each.code for each in done} == {DONE}
    assert "Traceback" not in "".join(each.err for each in done)
    assert list((tmp_path / "work").iterdir()) == []
    for place in tmp_path.iterdir():
        if not place.is_symlink():
            place.chmod(0o755)
