"""What a data file calls things leads nowhere: to no folder, no command, no end of a block, no crash."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.screen import main_screen_of, screen_text, settle
from cqdash.cli.codes import BAD_DATA, DONE
from cqdash.cli.main import run
from cqdash.dataset import Dataset, document
from cqdash.dataset.ids import PATTERN, is_id
from cqdash.dataset.load import dataset_of
from cqdash.dataset.read_file import read_file
from cqdash.export import export_tabs
from cqdash.export.folder import file_name
from cqdash.export.markdown import fenced
from cqdash.files.places import state_folder
from cqdash.files.state import read_state
from cqdash.language.rules import Rule
from cqdash.tui.app import CqdashApp
from cqdash.tui.form.draft import draft_path, name_for
from cqdash.tui.form.forms import form_of
from cqdash.tui.form.pane import FormPane
from cqdash.tui.memory import Start
from cqdash.tui.tabbed import pane_id, tab_of
from hostile.strings import TRICKY, Tree, count, raw, spoiled, trees
from told import SOUND
from trees import places

LEADING = {
    "another folder": "../../x",
    "a folder above": "..",
    "the root": "/etc/x",
    "a folder of another system": "..\\x",
    "a home": "~",
    "a hidden file": ".x",
    "an option": "-rf",
    "a command": "$(x)",
    "another command": "`x`",
    "a command after it": "x;y",
    "an end of quotes": "x'y",
    "an end of other quotes": 'x"y',
    "two words": "x y",
    "two lines": "x\ny",
    "a wide space": "x\u3000y",
    "an end of a block": "```",
    "another cell": "x|y",
    "a tag": "<x>",
    "markup": TRICKY,
    "a formula": "=1+1",
    "a year of a series": "x@2024",
    "a name too long for a file": "长" * 61,
}
PLAIN = ("重庆", "2026", "a.b", "A_B", "x--y", "__x", "tab", "masthead", "长" * 60)
"""Names that a tab may have, and that no widget could."""
STARTS = ("=", "+", "-", "@", "\t=", "＝", "－", " =", '"=')
MORE = """\
tab:
  order: 2
  title: {zh: 另页, en: More}
  about: {zh: 一页。, en: A tab.}
  headline: [firms]
  sections:
    - {id: table, kind: table, title: {zh: 表, en: Table}, records: [firms]}
"""


def ids(data: Tree) -> Iterator[tuple[Tree, str]]:
    """Every id of a file."""
    return ((holder, key) for holder, key in places(data) if key == "id" and isinstance(holder, dict))


@pytest.mark.parametrize("name", LEADING.values(), ids=LEADING)
def test_no_id_leads_anywhere_else_and_each_is_told_at_its_place(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cqdash.dataset.reading.MOST_PROBLEMS", 10**6)
    monkeypatch.setattr(document, "MOST_PROBLEMS", 10**6)
    tried = 0
    for file, data in trees().items():
        found = list(ids(data))
        for holder, key in found:
            holder[key] = name
        _, reading = read_file(file, raw(data, escaped=False))
        # An assumption's is one of two words.
        told = [p for p in reading.problems if p.rule is Rule.BAD_ID or "should be one of" in p.message.en]
        assert len(told) == len({(each.line, each.column) for each in told}) == len(found)
        tried += len(told)
    assert tried == count(ids) > 400


@pytest.mark.parametrize("name", LEADING.values(), ids=LEADING)
def test_no_tab_is_called_so_and_no_completion_is_printed(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ValueError, match="bad-name"):
        dataset_of({"tab.yaml": SOUND.encode(), f"{name.replace('/', chr(92))}.yaml": MORE.encode()})
    (tmp_path / "tab.yaml").write_text(SOUND.replace("id: firms", f"id: {json.dumps(name)}"))
    assert run(["completion", "bash", "--data", str(tmp_path)]) == BAD_DATA
    assert capfd.readouterr().out == ""


@given(st.from_regex(PATTERN) | st.text())
def test_what_an_id_may_be_is_one_name_in_one_folder_for_files_shells_and_widgets(text: str) -> None:
    if not is_id(text):
        return
    draft = draft_path(name_for(text, ()))
    assert draft.resolve().parent == Path(state_folder()).resolve()
    assert len(draft.name.encode()) < 255
    assert Path(file_name(text, "text")).name == file_name(text, "text")
    assert text.isascii() <= (shlex.split(text, posix=True) == [text] == [shlex.quote(text)])
    assert re.fullmatch(r"[a-z_][a-z0-9_-]*", pane_id(text))
    assert tab_of(pane_id(text)) == text


async def test_a_tab_of_any_such_name_is_shown_exported_and_remembered(tmp_path: Path) -> None:
    sound = {"tab.yaml": SOUND.encode()}
    dataset = dataset_of({f"{name}.yaml": MORE.encode() for name in PLAIN} | sound)
    state = tmp_path / "state.json"
    app = CqdashApp(dataset, "en", start=Start(animations=False, state=state))
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        for name in dataset.tabs:
            assert app.pane
            assert app.pane.tab == name
            assert "Firms" in screen_text(pilot)
            await pilot.press("]")
            await settle(pilot)
        for name in dataset.tabs:
            app.go_tab(name)
            await settle(pilot)
            assert app.pane
            assert app.pane.tab == name
        assert main_screen_of(pilot).query(f"#{pane_id('重庆')}")
    last = list(dataset.tabs)[-1]
    assert read_state(state)[0].tab == last
    again = CqdashApp(dataset, "en", start=Start(last, animations=False))
    async with again.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        assert again.pane
        assert again.pane.tab == last


def test_all_tabs_are_exported_into_the_folder_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in PLAIN:
        (tmp_path / "data" / f"{name}.yaml").write_text(SOUND if name == "tab" else MORE, encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    call = ["export", "all", "--folder", str(tmp_path / "out"), "--data", str(tmp_path / "data")]
    assert run(call) == DONE
    made = set(tmp_path.rglob("*")) - before
    assert made == {tmp_path / "out", *(tmp_path / "out" / f"cqdash-{name}.txt" for name in PLAIN)}


@given(st.text("`~ \n") | st.text())
def test_no_text_ends_the_block_of_code_it_stands_in(text: str) -> None:
    lines = "".join(f"{line}\n" for line in text.replace("\0", "").split("\n"))
    (block,) = MarkdownIt("commonmark").parse(fenced(lines, "yaml"))
    assert (block.type, block.info) == ("fence", "yaml")
    assert block.content == MarkdownIt("commonmark").parse(f"{'`' * 999}\n{lines}{'`' * 999}\n")[0].content


def test_what_is_typed_into_a_sheet_stays_in_its_block_of_the_export(dataset: Dataset) -> None:
    form = form_of(dataset, "sme-service")
    assert form
    for group in form.groups():
        for field in group.fields:
            if field.type == "text":
                form.answered(group.id, field.id, f"x {'y ' * 60}\n```\n# z\n~~~\n{'`' * 40}")
    tokens = MarkdownIt("commonmark").parse(FormPane(form, "en").exported(".md"))
    blocks = [each.content for each in tokens if each.type == "fence"]
    assert blocks == [form.written()]
    assert "~~~" in blocks[0]
    assert "z" not in [each.content for each in tokens if each.type == "inline"]


@pytest.mark.parametrize("start", STARTS)
def test_no_cell_of_hostile_data_is_a_formula_and_every_figure_stays_as_printed(start: str) -> None:
    data, changed = spoiled(lambda said: start + said)
    exported = export_tabs(data, list(data.tabs), "csv", "en", 80)
    cells = [cell for row in csv.reader(io.StringIO(exported)) for cell in row]
    taken = [each for each in cells if each.lstrip()[:1] in tuple("=+-@＝＋－＠") and each.strip()]
    assert [each for each in taken if not re.fullmatch(r"[+-]?[0-9.]+%?", each)] == []
    assert sum(each.startswith("'") for each in cells) > 500 < changed or start == '"='
