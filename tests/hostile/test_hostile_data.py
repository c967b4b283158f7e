"""Data that wants to do harm is refused, string by string; what only looks like markup stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from app.screen import screen_text, settle
from app.terminal import terminal
from cqdash.cli.codes import BAD_DATA
from cqdash.dataset import BadDataset, Dataset, document
from cqdash.dataset.load import dataset_of
from cqdash.export import FORMATS, Format, export_tabs
from cqdash.export.markdown import inline
from cqdash.language import LANGUAGES, Language
from cqdash.tui.app import CqdashApp
from cqdash.tui.memory import Start
from example_city import CITY
from hostile.strings import (
    AS_TRICKY,
    DANGEROUS,
    HARMLESS,
    SIGN,
    TRICKY,
    count,
    leaks,
    raw,
    spoiled,
    strings,
    trees,
)
from told import SOUND, check_told

TABS = ("trade", "ip-policy", "sme-service")
"""All kinds of blocks, forms and charts there are."""
KEYS = ("end", "enter", "escape")
IN_FORM = ("c", "escape", "t")
CASES = [(text, sequence) for text in (SOUND, CITY) for sequence in DANGEROUS.values()]
SPOILT = 3
"""Each is in the words and keys of a file, escaped in another, and in the name of a third."""


@pytest.fixture(scope="module")
def alike() -> tuple[Dataset, Dataset]:
    """The data with markup in every string, and with letters of the same width in its place."""
    return spoiled(lambda said: said + TRICKY)[0], spoiled(lambda said: said + HARMLESS)[0]


@pytest.mark.parametrize("name", DANGEROUS)
def test_each_string_with_a_sequence_in_it_is_refused_at_its_line(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MOST_PROBLEMS", 10**6)
    monkeypatch.setattr("cqdash.dataset.reading.MOST_PROBLEMS", 10**6)
    sign = json.dumps(DANGEROUS[name])[1:-1]
    files: dict[str, bytes] = {}
    spoilt: set[tuple[str, int]] = set()
    for file, data in trees().items():
        for holder, key in list(strings(data)):
            holder[key] = SIGN + holder[key]
        lines = raw(data, escaped=False).decode().split("\n")
        spoilt |= {(file, number) for number, line in enumerate(lines, 1) if SIGN in line}
        files[file] = "\n".join(line.replace(SIGN, sign) for line in lines).encode()
    assert len(spoilt) == count(strings)
    with pytest.raises(BadDataset) as caught:
        dataset_of(files)
    assert spoilt <= {(problem.file, problem.line) for problem in caught.value.problems}
    check_told(caught.value.problems)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_tells_of_every_sequence_and_sends_none_to_the_terminal(
    language: Language, form: str, tmp_path: Path
) -> None:
    for number, (text, sequence) in enumerate(CASES):
        spoilt = text.replace("zh: ", f"zh: {sequence}").replace("title: {", f'title: {{"{sequence}": 1, ')
        (tmp_path / f"file-{number}.yaml").write_bytes(spoilt.encode())
        told = json.dumps(sequence)[1:-1]
        (tmp_path / f"told-{number}.yaml").write_text(text.replace("id: ", f'id: "{told}" # '))
        (tmp_path / f"named-{number}{sequence.replace(chr(0), '')}.yaml").write_text(text)
    with terminal("check", ".", "--format", form, "--lang", language, folder=tmp_path) as program:
        assert program.end() == BAD_DATA
    assert leaks(program.raw) == []
    assert len(list(tmp_path.iterdir())) == SPOILT * len(CASES)
    for named in ("U+001B", "U+009B", "U+202E", "U+E000", "U+2028"):
        assert named.encode() in program.raw


@pytest.mark.parametrize("form", FORMATS)
def test_what_looks_like_markup_stands_in_an_export_as_it_is(
    form: Format, alike: tuple[Dataset, Dataset]
) -> None:
    tricky, plain = alike
    made, same = (export_tabs(data, list(data.tabs), form, "en", 80) for data in (tricky, plain))
    assert same.count(HARMLESS[:6]) > 1000
    if form == "markdown":
        assert made == same.translate({ord(a): inline(b) for a, b in zip(HARMLESS, TRICKY, strict=True)})
        made, same = (MarkdownIt("commonmark").enable("table").render(text) for text in (made, same))
    assert made == same.translate(AS_TRICKY)


async def test_what_looks_like_markup_stands_on_every_screen_as_it_is(alike: tuple[Dataset, Dataset]) -> None:
    tricky, plain = [await _seen(data) for data in alike]
    assert len(plain) > len(TABS) * len(KEYS)
    for screen, same in zip(tricky, plain, strict=True):
        assert screen == same.translate(AS_TRICKY)
    assert sum(HARMLESS[:6] in screen for screen in plain) > len(plain) * 3 // 4


async def _seen(dataset: Dataset) -> list[str]:
    """Every screen that some keys lead to, in every tab and its form, in both languages."""
    app = CqdashApp(dataset, "en", start=Start(animations=False))
    seen: list[str] = []
    async with app.run_test(size=(140, 50)) as pilot:
        await pilot.pause()
        for tab in TABS:
            app.go_tab(tab)
            await settle(pilot)
            seen.append(screen_text(pilot))
            for key in (*KEYS, *(IN_FORM if app.check_action("form", ()) else ())):
                await pilot.press(key)
                await settle(pilot)
                seen.append(screen_text(pilot))
    return seen
