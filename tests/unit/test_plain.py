"""Tabs line by line: everything the tab says, and nothing that a voice or a braille display stumbles over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqdash.dataset import Dataset
from cqdash.export.plain import detail_lines, render_plain, sections
from cqdash.export.spoken import sentence, spoken
from cqdash.language import LANGUAGES, Language, Text, reading, same, words
from cqdash.language.analysis import ANSWERS, FINDING_MARK, MARK_KEY, NOT_FOUND
from cqdash.tabs.blocks import (
    Bar,
    BarGroup,
    Block,
    Chart,
    Detail,
    Headline,
    Listing,
    Notes,
    Table,
    TabView,
    Tree,
    TreeNode,
    Trend,
)
from cqdash.tabs.build import build, build_all
from cqdash.tabs.detail import details

DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff\u0000-\u0009\u000b-\u001f\u007f-\u009f]")
"""Arrows, boxes, blocks, braille patterns and control characters but the end of a line."""
UNTOLD = (words.ITEM, words.FIGURE)
"""Columns that say nothing a row of its own does not."""
FIGURE = re.compile(r"[0-9][0-9,.]*")

both = pytest.mark.parametrize("language", LANGUAGES)


def texts_of(view: TabView) -> Iterator[Text]:
    """Everything a tab says, each part of a figure that is a range or a sum by itself."""
    yield from (view.title, view.about, view.source, view.closing)
    for block in view.blocks:
        yield from block_texts(block)


def block_texts(block: Block) -> Iterator[Text]:
    if not isinstance(block, Headline):
        yield block.title
    if isinstance(block, Table | Listing) and block.about:
        yield block.about
    match block:
        case Headline():
            yield from (text for figure in block.figures for text in (figure.label, figure.shown))
        case Table():
            yield from (column.title for column in block.columns if column.title not in UNTOLD)
            for row in block.rows:
                yield Text(*(said.removesuffix(row.mark) for said in row.cells[0]))
                yield from (cell for cell in row.cells[1:] if cell != words.NOT_PRINTED)
        case Chart():
            yield from block.series if len(block.series) > 1 else ()
            yield from (group.label for group in block.groups)
            yield from (bar.shown for group in block.groups for bar in group.bars if bar)
        case Trend():
            yield from (text for point in block.points for text in (point.shown, point.source))
        case Listing():
            for group in block.groups:
                if group.title != block.title:
                    yield group.title
                yield from (t for item in group.items for t in (item.label, item.shown, item.text) if t)
        case Notes():
            yield from block.notes


def squeezed(text: str) -> str:
    """A text without what stands between its words, where a note names what it is on in another way."""
    return re.sub(r"[^\w%+]", "", text).casefold()


@both
def test_nothing_that_a_tab_says_is_left_out(dataset: Dataset, language: Language) -> None:
    for view in build_all(dataset):
        heard = squeezed(render_plain([view], language))
        said = [spoken(text.to(language), language) for text in texts_of(view)]
        assert [each for each in said if squeezed(each) not in heard] == []


@both
def test_every_figure_of_a_tab_is_told_digit_by_digit(dataset: Dataset, language: Language) -> None:
    for view in build_all(dataset):
        heard = set(FIGURE.findall(render_plain([view], language)))
        printed = {number for text in texts_of(view) for number in FIGURE.findall(text.to(language))}
        assert {number.rstrip(".,") for number in printed} <= {number.rstrip(".,") for number in heard}


@both
def test_nothing_is_drawn_aligned_or_coloured(dataset: Dataset, language: Language) -> None:
    text = render_plain(build_all(dataset), language)
    assert DRAWN.findall(text) == []
    assert re.findall(r"  |\u3000|\t| \n|\n\n\n", text) == []
    assert text.endswith("\n")
    # No bullet, no rule, no mark: a line begins with a word, a figure, a quotation or a bracket in a label.
    begun = [line[0] for line in text.split("\n") if line]
    assert [first for first in begun if not first.isalnum() and first not in "“《（("] == []
    # A range is heard as one, and a loss is not heard as a gain.
    assert re.findall(r"[0-9%][–～−]|[–～−][0-9]", text) == []


@both
def test_marks_are_told_in_words_in_the_row_they_stand_in(dataset: Dataset, language: Language) -> None:
    assert reading.MARKS.keys() == MARK_KEY.keys()
    told = dict.fromkeys(MARK_KEY, 0)
    for view in build_all(dataset):
        text = render_plain([view], language)
        for block in view.blocks:
            for row in block.rows if isinstance(block, Table) else ():
                label = spoken(row.cells[0].to(language).removesuffix(row.mark), language)
                meaning = reading.MARKS[row.mark].to(language) if row.mark else ""
                assert [
                    line for line in text.split("\n") if line.startswith(label) and line.endswith(meaning)
                ]
                told[row.mark] = told.get(row.mark, 0) + 1
    assert min(told.values()) > 0


@both
def test_a_finding_tells_its_answer(dataset: Dataset, language: Language) -> None:
    lines = render_plain([build(dataset, "trade")], language).split("\n")
    listings = [block for block in build(dataset, "trade").blocks if isinstance(block, Listing)]
    listing = next(block for block in listings if block.id == "findings")
    answers = {mark: ANSWERS[answer] for answer, mark in FINDING_MARK.items()}
    for item in (item for group in listing.groups for item in group.items):
        begun = sentence(item.label.to(language), language)
        said = answers[item.mark].to(language)
        line = next(line for line in lines if line.startswith(begun) and item.label.to(language) in line)
        assert line[len(begun) :].strip().casefold().startswith(said)


def test_a_chart_is_its_numbers_in_order(dataset: Dataset) -> None:
    section = sections(build(dataset, "trade"), "en")[1]
    start = section.lines.index("Chart: Exports: 2025 printed, 2024 implied")
    assert section.title == "Exports by product"
    assert section.lines[start + 1 : start + 4] == (
        "Laptops. 2025, printed: 152.15 billion yuan; 2024, implied: not given.",
        "Mobile phones. 2025, printed: 56.7 billion yuan; 2024, implied: 41.82 to 41.93 billion yuan.",
        "Cars. 2025, printed: 53.03 billion yuan; 2024, implied: 42.93 to 43.30 billion yuan.",
    )


@both
def test_a_trend_is_told_year_by_year_with_its_gaps(dataset: Dataset, language: Language) -> None:
    view = build(dataset, "innovation")
    trends = [block for block in view.blocks if isinstance(block, Trend)]
    made = {section.title: section.lines for section in sections(view, language)}
    gaps = 0
    for trend in trends:
        title = reading.YEARLY.fill(title=trend.title).to(language)
        caption, *years = made[title]
        assert caption.endswith((".", "。"))
        assert [line[:4] for line in years] == [
            str(year) for year in range(trend.points[0].year, trend.points[-1].year + 1)
        ]
        has_value = {str(point.year) for point in trend.points}
        missing = [line for line in years if line[:4] not in has_value]
        assert all(NOT_FOUND.to(language) in line for line in missing)
        gaps += len(missing)
    assert gaps > 0


def test_bars_without_a_table_are_a_section_and_stacked_ones_tell_each_part() -> None:
    bar = Bar("a", Fraction(1), same("1"))
    chart = Chart(
        "c", same("Paid"), (same("once"), same("yearly")), (BarGroup(same("A"), (bar, None)),), None, True
    )
    made = sections(TabView("t", same("T"), same("About"), same("S"), (chart,)), "en")
    assert [(each.title, each.lines) for each in made] == [("Paid", ("A. Once: 1; yearly: not given.",))]


def test_a_tree_is_numbered_instead_of_drawn() -> None:
    leaf = TreeNode(same("Rate"), same("+23%"), same("para. 1"))
    tree = Tree("t", same("Why"), None, (TreeNode(same("Total"), None, None, (leaf, leaf)),))
    made = sections(TabView("t", same("T"), same("About"), same("S"), (tree,)), "en")
    assert made[0].lines == ("1: Total.", "1.1: Rate: +23% (para. 1).", "1.2: Rate: +23% (para. 1).")


def test_every_section_says_where_it_stands(dataset: Dataset) -> None:
    for view in build_all(dataset):
        for language in LANGUAGES:
            heading = reading.SECTION.fill(n=r"(\d+)", of=r"(\d+)", title="").to(language)
            found = re.findall(rf"\n\n{heading}", render_plain([view], language))
            assert [int(number) for number, _ in found] == list(range(1, len(found) + 1))
            assert {int(of) for _, of in found} == {len(found)}


@both
def test_a_detail_is_a_field_a_line(dataset: Dataset, language: Language) -> None:
    everything = (*dataset.records, *dataset.relations, *dataset.series, *dataset.checks, *dataset.glossary)
    for detail in details(dataset, everything):
        lines = detail_lines(detail, language)
        assert len(lines) == 1 + sum(1 for _ in said_of(detail))
        for line, said in zip(lines[1:], said_of(detail), strict=True):
            assert squeezed(spoken(said.to(language), language)) in squeezed(line)
        assert DRAWN.search("".join(lines)) is None
        assert not any("  " in line or line[0] in MARK_KEY for line in lines)


def said_of(detail: Detail) -> Iterator[Text]:
    yield from [detail.text] if detail.text else []
    yield from (field.value for field in detail.fields)
    yield from [detail.citation] if detail.citation else []
    yield from (finding.said for finding in detail.findings)
    yield from detail.notes


@pytest.mark.parametrize(
    ("language", "seen", "heard"),
    [
        ("en", "42.93–43.30 billion yuan", "42.93 to 43.30 billion yuan"),
        ("zh", "429.3亿～433.0亿元", "429.3亿至433.0亿元"),
        ("zh", "缺2020–2021年", "缺2020至2021年"),
        ("en", "−70%", "minus 70%"),
        ("zh", "−200℃～−199℃", "负200℃至负199℃"),
        ("en", "+1.62×", "+1.62 times"),
        (
            "en",
            "48% × 8 = 4 − 1 + 2 ÷ (1 + 23%)",
            "48% times 8 equals 4 minus 1 plus 2 divided by (1 plus 23%)",
        ),
        ("zh", "530.3亿元 ÷ (1 + 23%) = 429.3亿元", "530.3亿元除以(1加23%)等于429.3亿元"),
        ("en", "“1+6” system, in the year — three keys", "“1+6” system, in the year — three keys"),
        ("en", "https://a.example/?b=1&c=2–3", "https://a.example/?b=1&c=2–3"),
    ],
)
def test_signs_become_words(language: Language, seen: str, heard: str) -> None:
    assert spoken(seen, language) == heard


def test_a_sentence_is_closed_once_and_never_after_an_address() -> None:
    assert sentence("Cars: +23%", "en") == "Cars: +23%."
    assert sentence("He said “so.”", "en") == "He said “so.”"
    assert sentence("汽车：+23%", "zh") == "汽车：+23%。"
    assert sentence("at https://a.example/b", "en") == "at https://a.example/b"


@given(st.text(alphabet="0123456789.,%+−–～×÷= \nab亿元（）", max_size=40), st.sampled_from(LANGUAGES))
def test_words_for_signs_leave_every_digit_where_it_was(text: str, language: Language) -> None:
    heard = spoken(text, language)
    assert re.findall(r"[0-9]", heard) == re.findall(r"[0-9]", text)
    assert spoken(heard, language) == heard
    assert "\n" not in heard
    assert "  " not in heard


@both
def test_pilots_line_by_line(
    dataset: Dataset, golden: Callable[[str, str], None], language: Language
) -> None:
    golden(f"pilots.{language}.plain.txt", render_plain([build(dataset, "pilots")], language))
