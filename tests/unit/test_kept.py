"""What is kept of the data so that the next run need not read it: the same answer, and never another."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from cqdash.dataset import BadDataset, Dataset
from cqdash.dataset.folder import layer_of
from cqdash.dataset.load import load_layers
from cqdash.files import kept
from cqdash.files.places import cache_folder
from told import SOUND


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "tab.yaml").write_text(SOUND, encoding="utf-8")
    return folder


def read(*folders: Path, again: bool = True) -> Dataset:
    return load_layers([layer_of(str(folder)) for folder in folders], again=again)


def same(a: Dataset, b: Dataset) -> bool:
    return asdict(replace(a, key="")) == asdict(replace(b, key=""))


def every_kept() -> list[Path]:
    return sorted(Path(cache_folder()).iterdir())


def sealed(text: str) -> bytes:
    return hashlib.sha256(text.encode()).hexdigest().encode() + b"\n" + text.encode()


def text_kept() -> str:
    return every_kept()[0].read_text(encoding="utf-8").partition("\n")[2]


def test_a_second_run_reads_no_yaml_and_has_the_same_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(folder)
    assert same(first, read(folder, again=False))
    # Nothing is there that could read it.
    monkeypatch.setattr("cqdash.dataset.read_file.read_file", None)
    assert same(read(folder), first)


def test_what_is_kept_is_the_readers_alone(folder: Path) -> None:
    read(folder)
    (file,) = every_kept()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_file_that_was_edited_renamed_or_added_is_read_anew(folder: Path) -> None:
    read(folder)
    edited = SOUND.replace("order: 1", "order: 2")
    assert edited != SOUND
    (folder / "tab.yaml").write_text(edited, encoding="utf-8")
    assert read(folder).tabs["tab"].order == 2
    (folder / "tab.yaml").rename(folder / "other.yaml")
    with pytest.raises(BadDataset, match="no such tab"):
        read(folder)
    (folder / "other.yaml").rename(folder / "tab.yaml")
    (folder / "more.yaml").write_text("glossary: [oops]\n", encoding="utf-8")
    with pytest.raises(BadDataset, match=r"more\.yaml"):
        read(folder)


SPOILT: dict[str, Callable[[str], bytes]] = {
    "cut short": lambda text: sealed(text)[: len(text) // 2],
    "empty": lambda _: b"",
    "one figure changed": lambda text: (
        sealed(text).partition(b"\n")[0] + b"\n" + text.replace("8", "9").encode()
    ),
    "no JSON": lambda _: sealed("{"),
    "JSON of another shape": lambda _: sealed('[{"records": 7}]'),
    "nothing in it": lambda _: sealed("[]"),
    "as deep as can be": lambda _: sealed('[{"records":' * 100_000),
    "no UTF-8": lambda _: hashlib.sha256(b"\xff").hexdigest().encode() + b"\n\xff",
    "an escape sequence": lambda text: sealed(text.replace("报纸", "\x1b]52;c;AAAA\x07")),
    "an escape sequence, escaped": lambda text: sealed(text.replace("报纸", r"\u001b]0;x\u0007")),
    "a figure that cannot be read": lambda text: sealed(text.replace('"printed":"', '"printed":"好几')),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_is_kept_and_spoilt_is_not_believed(folder: Path, spoil: Callable[[str], bytes]) -> None:
    sound = read(folder)
    (file,) = every_kept()
    spoilt = spoil(text_kept())
    assert spoilt != file.read_bytes()
    file.write_bytes(spoilt)
    assert same(read(folder), sound)


def test_what_others_may_have_written_is_not_believed(folder: Path, tmp_path: Path) -> None:
    sound = read(folder)
    (file,) = every_kept()
    false = sealed(text_kept().replace('"order":1', '"order":3'))
    file.write_bytes(false)
    assert read(folder).tabs["tab"].order == 3
    file.chmod(0o620)
    assert same(read(folder), sound)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(false)
    elsewhere.chmod(0o600)
    file.unlink()
    file.symlink_to(elsewhere)
    assert same(read(folder), sound)


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_holds_nothing_up(folder: Path, make: Callable[[Path], None]) -> None:
    sound = read(folder)
    (file,) = every_kept()
    file.unlink()
    make(file)
    assert same(read(folder), sound)


def test_where_nothing_can_be_kept_the_data_is_read_each_time(folder: Path) -> None:
    Path(cache_folder()).parent.mkdir(parents=True, exist_ok=True)
    Path(cache_folder()).write_text("a file where the folder would be", encoding="utf-8")
    assert same(read(folder), read(folder))


def test_only_the_last_ones_are_kept(folder: Path) -> None:
    for number in range(kept.MOST + 3):
        (folder / "tab.yaml").write_text(f"{SOUND}# {number}\n", encoding="utf-8")
        read(folder)
    assert len(every_kept()) == kept.MOST


def test_data_with_a_problem_is_never_kept(folder: Path) -> None:
    (folder / "tab.yaml").write_text(SOUND + "nonsense: 1\n", encoding="utf-8")
    with pytest.raises(BadDataset):
        read(folder)
    assert not Path(cache_folder()).exists()


def test_an_overlay_lies_over_what_is_kept_as_over_what_is_read(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    tab = "tab: {order: 9, title: {zh: 甲, en: A}, about: {zh: 乙, en: B}, headline: [], sections: []}\n"
    (mine / "tab.yaml").write_text(tab, encoding="utf-8")
    assert same(read(folder, mine), read(folder, mine, again=False))
    assert read(folder, mine).tabs["tab"].order == 9
    note = "notes: [{id: n, text: {zh: 甲, en: A}, records: [nowhere]}]\n"
    (mine / "tab.yaml").write_text(note, encoding="utf-8")
    said = []
    for again in (True, False):
        with pytest.raises(BadDataset) as caught:
            read(folder, mine, again=again)
        said.append(str(caught.value))
    assert said[0] == said[1] != ""
