"""`cqdash export`: five formats, a file that tells its format, a folder of all tabs."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.terminal import terminal
from cqdash.cli.codes import DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.dataset import load
from cqdash.export import ENDINGS, FORMATS, PICTURE_WIDTH, Format, export_tabs

TABS = list(load().tabs)


def export(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "cqdash", "export", *arguments, "--lang", "en"],
        capture_output=True,
        cwd=folder,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_that_the_app_offers_comes_from_the_shell_the_same(form: Format) -> None:
    done = export("pilots", "--format", form)
    assert (done.returncode, done.stderr) == (DONE, b"")
    width = PICTURE_WIDTH if form == "svg" else 80
    assert done.stdout.decode() == export_tabs(load(), ["pilots"], form, "en", width)


def test_a_table_of_all_tabs_and_a_picture_of_them_are_whole() -> None:
    table = export("all", "--format", "csv").stdout.decode("utf-8-sig")
    assert list(dict.fromkeys(row["tab"] for row in csv.DictReader(io.StringIO(table)))) == TABS
    picture = export("all", "--format", "svg", "--width", "60").stdout.decode()
    assert ElementTree.fromstring(picture).tag.endswith("svg")


def test_the_ending_of_the_file_is_its_format_unless_another_is_asked_for(tmp_path: Path) -> None:
    assert export("trade", "--output", "t.csv", folder=tmp_path).returncode == DONE
    assert (tmp_path / "t.csv").read_bytes().decode() == export_tabs(load(), ["trade"], "csv", "en", 80)
    assert export("trade", "--output", "m.csv", "--format", "markdown", folder=tmp_path).returncode == DONE
    assert (tmp_path / "m.csv").read_text(encoding="utf-8").startswith("# Trade\n")
    assert export("trade", "--output", "trade.doc", folder=tmp_path).returncode == DONE
    assert (tmp_path / "trade.doc").read_text(encoding="utf-8").startswith("Trade\n━")


@pytest.mark.parametrize("form", FORMATS)
def test_all_tabs_go_to_a_folder_a_file_each(form: Format, tmp_path: Path) -> None:
    done = export("all", "--folder", "new/pages", "--format", form, folder=tmp_path)
    assert (done.returncode, done.stdout) == (DONE, b"")
    paths = [tmp_path / "new" / "pages" / f"cqdash-{tab}{ENDINGS[form]}" for tab in TABS]
    assert done.stderr.decode().split("\n") == [*map(str, paths), ""]
    assert sorted(paths) == sorted((tmp_path / "new" / "pages").iterdir())
    width = PICTURE_WIDTH if form == "svg" else 80
    for tab, path in zip(TABS, paths, strict=True):
        assert path.read_bytes().decode() == export_tabs(load(), [tab], form, "en", width)


def test_a_file_that_is_there_keeps_none_of_the_others_from_the_folder(tmp_path: Path) -> None:
    mine = tmp_path / "cqdash-trade.txt"
    mine.write_text("mine")
    done = export("all", "--folder", ".", folder=tmp_path)
    said = done.stderr.decode()
    assert (done.returncode, mine.read_text()) == (NOT_WRITTEN, "mine")
    assert f"the file exists: {mine} (add --overwrite" in said
    assert said.endswith("cqdash: 1 of 5 files not written\n")
    assert {path.name for path in tmp_path.iterdir()} == {f"cqdash-{tab}.txt" for tab in TABS}
    assert export("all", "--folder", ".", "--overwrite", folder=tmp_path).returncode == DONE
    assert mine.read_text(encoding="utf-8").startswith("Trade\n")


def test_what_is_no_folder_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for folder in ("file", "file/below"):
        done = export("all", "--folder", folder, folder=tmp_path)
        assert (done.returncode, done.stdout) == (NOT_WRITTEN, b"")
        assert folder in done.stderr.decode()
        assert "Traceback" not in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("all", "--folder", "f", "--output", "o.txt"), "--output"),
        (("all", "--folder", ""), "--folder"),
        (("all", "--format", "pdf"), "markdown"),
        (("all", "--width", "0"), "24"),
        (("nonsense", "--folder", "f"), "sme-service"),
    ],
)
def test_a_wrong_call_says_what_is_right_and_writes_nothing(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = export(*arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (WRONG_CALL, b"")
    assert said in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("language", "said"), [("en", "5 of 5: "), ("zh", "正在写第5个，共5个：")])
def test_on_a_terminal_it_says_how_far_it_is_and_leaves_only_the_names(
    language: str, said: str, tmp_path: Path
) -> None:
    call = ("export", "all", "--folder", "out", "--format", "svg", "--lang", language)
    with terminal(*call, folder=tmp_path) as program:
        assert program.end() == DONE
        assert said.encode() in program.raw
        assert said not in program.text
        assert "".join(program.text.split()).count("cqdash-") == len(TABS)
    assert len(list((tmp_path / "out").iterdir())) == len(TABS)
