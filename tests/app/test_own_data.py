"""A reader's own data: another folder, a folder laid over the bundled one, a starter to begin with."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import signal
from pathlib import Path

import pytest

from app.terminal import Terminal, terminal
from cqdash.cli.codes import BAD_DATA, DONE, NOT_WRITTEN, WRONG_CALL
from cqdash.cli.main import run
from cqdash.dataset import bundled, load
from cqdash.dataset.document import compose
from cqdash.dataset.schema import FIRST_LINE, schema_text
from cqdash.dataset.starter import starter
from cqdash.language import LANGUAGES, Language
from example_city import CITY
from told import SOUND

Said = pytest.CaptureFixture[str]
CHINESE = re.compile("[\u4e00-\u9fff]")
NEW = "{zh: 新, en: New}"
OVER = """\
records:
  - {id: car-exports, label: {zh: 汽车出口, en: Car exports}, article: trade, line: 55, printed: 540.1亿元}
  - {id: own-figure, label: {zh: 自有数字, en: A figure of mine}, article: trade, line: 55, printed: 12万辆}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another dataset in `city`, a part to lay over the bundled one in `over`."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("city/tab.yaml", SOUND), ("city/rules.yaml", CITY), ("over/trade.yaml", OVER)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def said(call: str, capfd: Said, code: int = DONE) -> str:
    assert run(["--lang", "en", *shlex.split(call)]) == code
    return "".join(capfd.readouterr())


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("call", ["--data city {}", "{} --data city", "{} --data=city", "{} --data ./city/"])
def test_every_command_reads_another_folder_wherever_the_option_stands(call: str, capfd: Said) -> None:
    assert "data from city" in said(call.format("export tab"), capfd)
    assert "Firms: 8" in said(call.format("find firms"), capfd)
    assert "Firms" in said(call.format("read tab"), capfd)
    assert "cases of example-city: 0 run" in said(call.format("check"), capfd)
    assert "scheme: example-city" in said(call.format("subsidy --example"), capfd)
    assert "city" in said(call.format("doctor"), capfd)
    assert "tab all" in said(call.format("completion bash"), capfd)


@pytest.mark.usefixtures("folder")
def test_an_application_is_assessed_by_the_rules_of_that_folder(capfd: Said) -> None:
    example = said("subsidy --example --data city", capfd)
    Path("mine.yaml").write_text(example, encoding="utf-8")
    told = json.loads(said("subsidy mine.yaml --format json --data city", capfd))
    assert told["scheme"]["id"] == "example-city"
    said("subsidy mine.yaml", capfd, BAD_DATA)
    Path("city/rules.yaml").unlink()
    assert "no subsidy rules" in said("subsidy mine.yaml --data city", capfd, WRONG_CALL)
    assert "no subsidy rules" in said("subsidy --example --data city", capfd, WRONG_CALL)


@pytest.mark.usefixtures("folder")
def test_what_is_laid_over_shows_in_every_answer(capfd: Said) -> None:
    assert "54.01 billion yuan, in place of 53.03 billion yuan" in said("export trade --overlay over", capfd)
    found = said("--overlay over find 540.1", capfd)
    assert "Data file: over/trade.yaml, line 2, in place of 53.03 billion yuan" in found
    assert "in place of" in said("read trade --overlay over", capfd)
    told = json.loads(said("export all --format json --overlay over", capfd))
    files = {each["id"]: each["data_file"] for each in told["records"] if each["data_file"]}
    assert files == {"car-exports": "over/trade.yaml:2", "own-figure": "over/trade.yaml:3"}
    checked = said("check --overlay over", capfd)
    assert "laid over: 2 (1 replaced, 1 new)" in checked
    assert "inconsistent: Car exports: page and customs" in checked
    listed = json.loads(said("check --overlay over --format json", capfd))["laid_over"]
    assert [(each["id"], each["replaces"]) for each in listed] == [
        ("car-exports", True),
        ("own-figure", False),
    ]


def test_cases_of_the_rules_below_are_run_against_the_rules_above(folder: Path, capfd: Said) -> None:
    (folder / "over/trade.yaml").unlink()
    rules = (bundled() / "ip-policy.yaml").read_text(encoding="utf-8")
    changed = rules.replace("printed: 30万元", "printed: 31万元")
    (folder / "over/ip-policy.yaml").write_text(changed, encoding="utf-8")
    told = said("check --overlay over", capfd, BAD_DATA)
    assert "failed-case" in told
    assert "310,000" in told


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("call", "code", "told"),
    [
        ("export trade --data nowhere", WRONG_CALL, "cannot read data from nowhere: there is no such folder"),
        ("export trade --overlay nowhere", WRONG_CALL, "cannot read data from nowhere"),
        ("find a --data city/tab.yaml", WRONG_CALL, "it is no folder"),
        ("check --data ''", WRONG_CALL, "the folder has no name"),
        ("check city --data city", WRONG_CALL, "either a folder or --data"),
        ("export trade --data over", BAD_DATA, "over/trade.yaml:2:"),
        ("export rules --data rules", BAD_DATA, "no file in it has a tab"),
        ("export trade --data", 2, "--data needs a value after it"),
    ],
)
def test_data_that_cannot_be_used_is_told_with_its_place(
    call: str, code: int, told: str, capfd: Said
) -> None:
    Path("rules").mkdir()
    shutil.copy("city/rules.yaml", "rules")
    if code == 2 and "needs" in told:
        with pytest.raises(SystemExit, match="2"):
            run(["--lang", "en", *shlex.split(call)])
        assert told in capfd.readouterr().err
    else:
        assert told in said(call, capfd, code)


def test_the_dashboard_shows_another_dataset_and_keeps_its_drafts_apart(folder: Path) -> None:
    form = "    - {id: form, kind: form, title: {zh: 测算, en: Calculator}}\n"
    tab = f"tab:\n  order: 2\n  title: {NEW}\n  about: {NEW}\n  headline: []\n  sections:\n{form}"
    (folder / "city/rules.yaml").write_text(CITY + tab, encoding="utf-8")
    shutil.copytree(folder / "city", folder / "other")
    with terminal("--lang", "en", "--data", "city", folder=folder) as program:
        program.wait_for("data from city")
        open_calculator(program)
        program.press("\x0e")
        program.wait_for("Project 2")
        program.signal(signal.SIGTERM)
        program.end()
    with terminal("--lang", "en", "--data", "other", folder=folder) as program:
        open_calculator(program)
        assert "Project 2" not in program.text
        program.signal(signal.SIGTERM)
        program.end()
    with terminal("--lang", "en", "--data", "./city", folder=folder) as program:
        open_calculator(program)
        program.wait_for("Project 2")


def open_calculator(program: Terminal) -> None:
    program.wait_for("2 New")
    program.press("2")
    program.wait_for("Calculator")
    program.press("c")
    program.wait_for("Registered")


def test_the_dashboard_tells_what_is_laid_over(folder: Path) -> None:
    with terminal("--lang", "en", "--overlay", "over", folder=folder) as program:
        program.wait_for("over laid over")
        program.press("3")
        program.wait_for("152.15 billion")
        program.press("/540.1")
        program.wait_for(r"Filter 540\.1 +\d rows")
        program.press("\r")
        program.wait_for("enter Detail")
        program.press("\r")
        program.wait_for("in place of 53.03 billion")
        program.press("\x1b")
        program.wait_for("esc closes", absent=True)
        program.press("q")
        assert program.end() == DONE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_is_sound_explained_in_one_language_and_shows_every_kind_of_section(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["new", "mine", "--lang", language]) == DONE
    assert "cqdash --data mine" in capfd.readouterr().err
    texts = {path.name: path.read_text(encoding="utf-8") for path in Path("mine").iterdir()}
    assert texts == starter(language)
    assert texts.pop("schema.json") == schema_text()
    for name, text in texts.items():
        assert text.startswith(FIRST_LINE + "\n")
        comments = [line for line in text.splitlines()[1:] if line.lstrip().startswith("#")]
        assert comments
        assert all((max(line) > "\u3000") == (language == "zh") for line in comments), name
        assert compose(name, text)
    assert run(["check", "mine", "--lang", language]) == DONE
    assert run(["check", "--overlay", "mine", "--lang", language]) == DONE
    shown = {section.kind for section in load(Path("mine")).tabs["example"].sections}
    assert shown >= {"table", "chart", "rest", "trends", "implied", "findings", "notes"}


def test_a_starter_takes_the_place_of_nothing(folder: Path, capfd: Said) -> None:
    (folder / "file").write_text("mine")
    (folder / "full").mkdir()
    (folder / "full/mine.txt").write_text("mine")
    for place in ("file", "full", "nowhere/deep"):
        said(f"new {place}", capfd, NOT_WRITTEN)
    assert said("new ''", capfd, WRONG_CALL)
    assert (folder / "file").read_text() == (folder / "full/mine.txt").read_text() == "mine"
    assert not list(folder.glob("**/.cqdash-*"))
    (folder / "empty").mkdir()
    said("new empty", capfd)
    assert {each.name for each in (folder / "empty").iterdir()} == set(starter("en"))


def test_on_a_terminal_it_says_which_file_is_being_read_and_not_when_it_was_kept(folder: Path) -> None:
    for language, said in (("en", "Reading tab.yaml"), ("zh", "正在读取 tab.yaml")):
        (folder / "city" / "tab.yaml").write_text(f"{SOUND}# {language}\n", encoding="utf-8")
        for is_kept in (False, True):
            with terminal("--lang", language, "--data", "city", folder=folder) as program:
                program.wait_for("1 Tab|1 页")
                assert (said.encode() in program.raw.partition(b"\x1b[?1049h")[0]) is not is_kept
                program.press("q")
                assert program.end() == DONE
