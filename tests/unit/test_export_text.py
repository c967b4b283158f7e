"""The text export: aligned by cells, nothing lost, nothing too wide, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rich.cells import cell_len

from cqdash.dataset import Dataset
from cqdash.export.tables import table_lines
from cqdash.export.text import render_text
from cqdash.export.wrap import wrap
from cqdash.language import LANGUAGES, Language, Text, same, words
from cqdash.language.analysis import MARK_KEY
from cqdash.tabs.blocks import Block, Chart, Column, Headline, Listing, Notes, Table, TableRow, TabView
from cqdash.tabs.build import build, build_all

WIDTHS = (24, 25, 27, 30, 33, 37, 42, 48, 55, 59, 60, 61, 63, 66, 70, 80, 100, 120, 160, 200)


def table(columns: list[Column], *rows: list[str]) -> Table:
    return Table("t", same("t"), None, tuple(columns), tuple(TableRow(tuple(map(same, r)), ()) for r in rows))


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(block: Block) -> Iterator[Text]:
    """Everything a block says."""
    if not isinstance(block, Headline):
        yield block.title
    match block:
        case Headline():
            yield from (text for figure in block.figures for text in (figure.label, figure.shown))
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)
        case Chart():
            yield from (bar.shown for group in block.groups for bar in group.bars if bar)
        case Listing():
            for group in block.groups:
                yield from (
                    text for item in group.items for text in (item.label, item.shown, item.text) if text
                )
        case Notes():
            yield from block.notes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_asked_for_or_ends_in_a_space(
    dataset: Dataset, language: Language, width: int
) -> None:
    text = render_text(build_all(dataset), language, width)
    lines = text.split("\n")
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\x1b" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", ["innovation", "ip-policy", "trade", "pilots", "sme-service"])
def test_nothing_a_tab_says_is_lost_in_the_narrowest_text(
    dataset: Dataset, tab: str, language: Language
) -> None:
    view = build(dataset, tab)
    text = squeezed(render_text([view], language, 24))
    said = [words for block in view.blocks for words in words_of(block)]
    assert [words for words in said if squeezed(words.to(language)) not in text] == []


def test_trade_in_chinese_at_80(dataset: Dataset, golden: Callable[[str, str], None]) -> None:
    golden("trade.zh.80.txt", render_text([build(dataset, "trade")], "zh", 80))


def test_trade_in_english_at_80(dataset: Dataset, golden: Callable[[str, str], None]) -> None:
    golden("trade.en.80.txt", render_text([build(dataset, "trade")], "en", 80))


def test_pilots_in_english_where_there_is_no_room_for_columns(
    dataset: Dataset, golden: Callable[[str, str], None]
) -> None:
    golden("pilots.en.50.txt", render_text([build(dataset, "pilots")], "en", 50))


def test_the_terminal_around_it_changes_no_byte(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    view = build(dataset, "trade")
    before = render_text([view], "zh", 80)
    for name, value in {
        "COLUMNS": "20",
        "LINES": "5",
        "FORCE_COLOR": "1",
        "TERM": "dumb",
        "NO_COLOR": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert render_text([view], "zh", 80) == before


def test_figures_end_below_each_other_and_rows_keep_to_the_cell() -> None:
    columns = [
        Column(Text("商品", "Product")),
        Column(Text("出口额", "Exports"), "right"),
        Column(same("出处")),
    ]
    assert table_lines(table(columns, ["汽车", "530.3亿元", "第1段"], ["Mopeds", "—", "标题"]), "zh", 60) == [
        "商品        出口额   出处",
        "──────────────────────────",
        "汽车     530.3亿元   第1段",
        "Mopeds           —   标题",
    ]


def test_a_text_leaves_no_column_out_and_tells_a_row_cell_by_cell_where_they_do_not_fit() -> None:
    wide = "x" * 30
    columns = [Column(same("a")), Column(same("period"), rank=2), Column(same("source"), rank=1)]
    assert table_lines(table(columns, [wide, wide, wide]), "en", 100)[0].split() == ["a", "period", "source"]
    assert table_lines(table(columns, [wide, wide, wide]), "en", 80) == [
        wide,
        f"  period: {wide}",
        f"  source: {wide}",
    ]


def test_below_60_cells_each_row_is_a_block_of_its_own() -> None:
    columns = [Column(same("Product")), Column(same("Exports"), "right"), Column(same("Source"), rank=1)]
    rows = table(columns, ["Cars", "53.03 billion yuan", "para. 1"], ["Phones", "—", "para. 2"])
    assert table_lines(rows, "en", 58)[0].split() == ["Product", "Exports", "Source"]
    assert table_lines(rows, "en", 24) == [
        "Cars",
        "  Exports: 53.03 billion",
        "    yuan",
        "  Source: para. 1",
        "",
        "Phones",
        "  Exports: —",
        "  Source: para. 2",
    ]


def test_a_row_that_runs_on_is_set_in_below_its_first_line() -> None:
    columns = [Column(same("Item")), Column(same("Note"))]
    label = "A label far too long for the column it was given here, by some words"
    shown = table_lines(table(columns, [label, "short"], ["b", "c"], ["d", "e"]), "en", 60)
    assert shown[2:] == [
        "A label far too long for the column it was given  short",
        "  here, by some words",
        "b                                                 c",
        "d                                                 e",
    ]


def test_data_is_neither_markup_nor_emoji() -> None:
    shown = table_lines(
        table([Column(same("a")), Column(same("b"))], ["[red]x[/red]", ":car: [/foo]"]), "en", 80
    )
    assert shown[-1] == "[red]x[/red]   :car: [/foo]"


def test_a_chart_with_little_room_still_gives_its_figures_whole(dataset: Dataset) -> None:
    text = render_text([build(dataset, "trade")], "en", 24)
    chart = text[text.index("Exports: 2025 printed") : text.index("Export growth in 2025")]
    for said in ("152.15 billion yuan", "53.03 billion yuan", "42.93–43.30 billion yuan"):
        assert said in " ".join(chart.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_mark_is_explained_once_a_tab_and_only_where_it_is_used(
    dataset: Dataset, language: Language
) -> None:
    plain = TabView("plain", same("Plain"), same("No notes."), same("Nowhere"), ())
    text = render_text([build(dataset, "trade"), plain, build(dataset, "pilots")], language, 80)
    assert text.count(MARK_KEY[words.NOTE_MARK].to(language)) == 2


def test_chinese_breaks_at_any_character_but_not_before_a_closing_mark_or_inside_a_figure() -> None:
    assert wrap("外贸增长，出口", 8) == ["外贸增", "长，出口"]
    assert wrap("汽车（新）出口", 6) == ["汽车", "（新）", "出口"]
    assert wrap("出口总额530.3亿元", 12) == ["出口总额", "530.3亿元"]


def test_english_breaks_at_spaces_and_inside_a_compound() -> None:
    assert wrap("a laboratory-plus-firm model", 18) == ["a laboratory-plus-", "firm model"]


def test_a_word_wider_than_the_line_is_cut_and_nothing_of_it_is_lost() -> None:
    assert wrap("incomprehensibilities", 8) == ["incompre", "hensibil", "ities"]
    assert wrap("", 8) == [""]


def test_a_last_line_of_one_short_word_is_avoided_where_a_narrower_setting_avoids_it() -> None:
    assert wrap("one two three four five six seven of it", 36) == [
        "one two three four five six",
        "seven of it",
    ]
