"""The session of `cqdash read`: what each line typed leads to, and what is said then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqdash.cli.reader import ALIASES, COMMANDS, Reader, answer, prompt, welcome
from cqdash.dataset import Dataset
from cqdash.export.plain import render_plain, section_lines, sections
from cqdash.language import LANGUAGES, Language, reading
from cqdash.tabs.build import build
from cqdash.tabs.search import search

both = pytest.mark.parametrize("language", LANGUAGES)
NOT_PLAIN = re.compile("[\u2500-\u259f\u2800-\u28ff\u0000-\u001f\u007f-\u009f\u202a-\u202e]|  ")


def typed(dataset: Dataset, reader: Reader, *lines: str) -> tuple[Reader, list[str]]:
    """Where a reader is after some lines, and what the last one was answered with."""
    said: list[str] = []
    for line in lines:
        reader, said = answer(dataset, reader, line)
    return reader, said


def test_it_begins_with_the_tabs_and_what_to_type(dataset: Dataset) -> None:
    reader = Reader("en")
    assert welcome(dataset, reader)[1:] == [
        "Tabs: 5.",
        "1: Innovation",
        "2: IP policy",
        "3: Trade",
        "4: Pilots",
        "5: SME service",
    ]
    assert prompt(dataset, reader) == "Tab 1 to 5, words to find, or ? for help:"


@both
@pytest.mark.parametrize("said", ["3", "３", "trade", " Trade\n", "外贸"])
def test_a_tab_is_opened_by_number_id_or_title(dataset: Dataset, language: Language, said: str) -> None:
    reader, lines = typed(dataset, Reader(language), said)
    made = sections(build(dataset, "trade"), language)
    assert reader == Reader(language, "trade")
    assert lines[0] == dataset.tabs["trade"].title.to(language)
    assert [line[-len(section.title) :] for line, section in zip(lines[-len(made) :], made, strict=True)] == [
        section.title for section in made
    ]


@both
def test_a_tab_is_read_section_by_section_or_whole(dataset: Dataset, language: Language) -> None:
    view = build(dataset, "pilots")
    made = sections(view, language)
    reader = Reader(language, "pilots")
    for number in range(1, len(made) + 1):
        reader, lines = answer(dataset, reader, "n")
        assert lines == section_lines(made, number, language)
    assert typed(dataset, reader, "n") == (reader, [reading.AT_THE_END.to(language)])
    assert typed(dataset, reader, "p")[1] == section_lines(made, len(made) - 1, language)
    assert typed(dataset, reader, "1")[1] == section_lines(made, 1, language)
    first = typed(dataset, reader, "1")[0]
    assert typed(dataset, first, "p") == (first, [reading.AT_THE_START.to(language)])
    whole = typed(dataset, reader, "a")[1]
    assert "\n".join(whole) + "\n" == render_plain([view], language)


@both
@pytest.mark.parametrize("query", ["530.3", "53030000000", "car 增长", "不符", "f 530.3", "find 530.3"])
def test_words_find_what_the_find_command_finds(dataset: Dataset, language: Language, query: str) -> None:
    found = search(dataset, query.removeprefix("f ").removeprefix("find "))
    reader, lines = typed(dataset, Reader(language), query)
    assert reader.items == tuple(each.id for each in found)
    assert len(lines) == len(found) + 1
    assert str(len(found)) in lines[0]


def test_a_number_of_the_list_is_its_detail_and_n_and_p_go_on_from_there(dataset: Dataset) -> None:
    reader, lines = typed(dataset, Reader("en"), "530.3", "1")
    assert lines[:5] == [
        "1 of 7",
        "Car exports: 53.03 billion yuan.",
        "As printed: 530.3亿元.",
        "Exact value: 53,030,000,000 yuan.",
        "Interval: from 53.025 billion to under 53.035 billion yuan.",
    ]
    assert any(line.startswith("Source: Chongqing Daily") for line in lines)
    assert any(line.startswith("Finding: Car exports: page and customs") for line in lines)
    assert any(line.startswith("Note: The “new three”") for line in lines)
    assert lines[-1] == "Tab: Trade; id: car-exports"
    reader, lines = typed(dataset, reader, "n")
    assert lines[0] == "2 of 7"
    assert typed(dataset, reader, "p")[1][0] == "1 of 7"


def test_a_long_list_is_told_in_parts(dataset: Dataset) -> None:
    reader, lines = typed(dataset, Reader("en"), "2025")
    count = len(reader.items)
    assert lines[1] == f"1 to 20 of {count}."
    told = lines[2:-1]
    while lines[-1].endswith("type m."):
        reader, lines = typed(dataset, reader, "m")
        told += [line for line in lines[1:] if not line.endswith("type m.")]
    assert [int(line.partition(":")[0]) for line in told] == list(range(1, count + 1))
    assert typed(dataset, reader, "m")[1] == ["There is no more."]


@both
def test_the_figures_of_a_section_lead_to_their_details(dataset: Dataset, language: Language) -> None:
    reader, lines = typed(dataset, Reader(language, "trade"), "2", "d")
    assert reader.items[0] == "laptop-exports"
    assert len(lines) == len(reader.items) + 1
    assert "car-exports" in typed(dataset, reader, str(reader.items.index("car-exports") + 1))[1][-1]
    notes = len(sections(build(dataset, "pilots"), language)) - 1
    at_notes = Reader(language, "pilots", notes)
    assert typed(dataset, at_notes, "d") == (at_notes, [reading.NO_ITEMS.to(language)])


def test_back_leads_the_way_one_came(dataset: Dataset) -> None:
    reader, _ = typed(dataset, Reader("en"), "3", "2", "car", "1")
    found, lines = typed(dataset, reader, "b")
    assert (found.item, lines[0][:5]) == (0, "“car”")
    section, lines = typed(dataset, found, "b")
    assert (section, lines) == (Reader("en", "trade", 2), ["Section 2 of 25: Exports by product"])
    tab, _ = typed(dataset, section, "b")
    assert tab == Reader("en", "trade")
    assert typed(dataset, tab, "b") == (Reader("en"), welcome(dataset, Reader("en"))[1:])


@both
def test_the_other_language_keeps_the_place(dataset: Dataset, language: Language) -> None:
    other: Language = "en" if language == "zh" else "zh"
    for way in (["3", "2"], ["530.3", "2"], ["trade"], []):
        reader, before = typed(dataset, Reader(language), *way, "r")
        changed, lines = typed(dataset, reader, "t")
        assert (changed.language, lines) == (other, [reading.NOW_IN.to(other)])
        assert typed(dataset, changed, "r")[1] == typed(dataset, Reader(other), *way, "r")[1] != before
        assert typed(dataset, changed, "t", "r") == (reader, before)


@both
def test_what_is_not_understood_is_answered_with_what_is(dataset: Dataset, language: Language) -> None:
    for reader in (Reader(language), Reader(language, "trade"), typed(dataset, Reader(language), "530.3")[0]):
        for line in ("", "x", "\x1b"):
            after, lines = typed(dataset, reader, line)
            assert after == reader
            assert all(letter in lines[-1] for letter in COMMANDS)
        after, lines = typed(dataset, reader, "999")
        assert (after, len(lines)) == (reader, 1)
        assert "f 999" in lines[0]
        after, lines = typed(dataset, reader, "there is no such thing")
        assert after == reader
        assert "there is no such thing" in lines[0]
        assert typed(dataset, reader, "f")[1] == [reading.FIND_WHAT.to(language)]
    for letter in "np":
        assert typed(dataset, Reader(language), letter)[1] == [reading.CHOOSE_TAB.to(language)]


@both
def test_help_explains_every_command(dataset: Dataset, language: Language) -> None:
    assert reading.COMMANDS.keys() == COMMANDS.keys() >= set(ALIASES.values())
    _, lines = typed(dataset, Reader(language), "?")
    assert [line for line in lines if line[:1] in COMMANDS and line[1:2] in ":："] == [
        said.to(language) for said in reading.COMMANDS.values()
    ]
    assert typed(dataset, Reader(language), "help")[1] == typed(dataset, Reader(language), "？")[1] == lines


@pytest.mark.parametrize("line", ["q", "quit", "exit", "退出"])
def test_it_can_be_left(dataset: Dataset, line: str) -> None:
    assert typed(dataset, Reader("en", "trade", 3), line)[0].has_ended


def test_the_readme_shows_what_is_said(dataset: Dataset) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("```text\nTab 1 to")[2].partition("```")[0]
    reader, heard = Reader("en"), prompt(dataset, Reader("en")) + "\n"
    for line in ("530.3", "1"):
        reader, said = answer(dataset, reader, line)
        heard += "\n".join([line, *said, prompt(dataset, reader)]) + "\n"
    for part in ("Tab 1 to" + shown).split("...\n"):
        assert part in heard


LINES = st.one_of(
    st.sampled_from([*COMMANDS, "", "1", "2", "5", "12", "trade", "科创", "530.3", "car", "f 7", "2025"]),
    st.text(max_size=12),
)


@settings(max_examples=60)
@given(st.sampled_from(LANGUAGES), st.lists(LINES, max_size=8))
def test_whatever_is_typed_is_answered_in_plain_lines(
    dataset: Dataset, language: Language, lines: list[str]
) -> None:
    reader = Reader(language)
    for line in lines:
        reader, said = answer(dataset, reader, line)
        told = [*said, prompt(dataset, reader)]
        assert said
        assert [each for each in told if NOT_PLAIN.search(each) or each != each.strip()] == []
