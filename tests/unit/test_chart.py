"""Bars are exact, every figure is said in full, and every line has the width asked for."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cqdash.chart import Drawing, draw
from cqdash.chart.cells import SENTINEL, finish, pad, plain
from cqdash.language import Language, Text, same
from cqdash.tabs.blocks import Bar, BarGroup, Chart

EXPORTS = (
    (Text("笔记本电脑", "Laptops"), "1521.5", Text("1521.5亿元", "152.15 billion yuan")),
    (Text("手机", "Mobile phones"), "567", Text("567亿元", "56.7 billion yuan")),
    (Text("汽车", "Cars"), "530.3", Text("530.3亿元", "53.03 billion yuan")),
    (Text("摩托车", "Motorcycles"), "264.7", Text("264.7亿元", "26.47 billion yuan")),
)


def bar(value: Fraction | int, shown: str | None = None) -> Bar:
    return Bar("record", Fraction(value), same(str(value) if shown is None else shown))


def group(label: str, *bars: Bar | None) -> BarGroup:
    return BarGroup(same(label), bars)


def chart(*groups: BarGroup, series: tuple[str, ...] = (), stacked: bool = False) -> Chart:
    return Chart("chart", same("A title"), tuple(map(same, series)), groups, None, stacked)


def exports() -> Chart:
    return chart(*(BarGroup(label, (Bar("r", Fraction(value), shown),)) for label, value, shown in EXPORTS))


def drawn(block: Chart, width: int, height: int | None = None, language: Language = "en") -> Drawing:
    drawing = draw(block, language, width, height)
    assert drawing is not None
    return drawing


def coloured(drawing: Drawing) -> list[tuple[int, str]]:
    return [(span.series, drawing.lines[span.line][span.start : span.end]) for span in drawing.spans]


def test_a_bar_takes_a_row_with_its_label_before_and_its_figure_after_it() -> None:
    assert drawn(chart(group("a", bar(4)), group("bb", bar(2)), group("c", bar(1))), 24).lines == (
        "a   ██████████████████ 4",
        "bb  █████████ 2         ",
        "c   ████▌ 1             ",
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_near_values_are_told_apart_in_a_narrow_chart(language: Language) -> None:
    _, phones, cars, _ = coloured(drawn(exports(), 40, language=language))
    assert phones != cars


@pytest.mark.parametrize("width", [50, 72, 120])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_stands_in_full_after_the_end_of_its_bar(width: int, language: Language) -> None:
    drawing = drawn(exports(), width, language=language)
    after = [drawing.lines[span.line][span.end :].strip() for span in drawing.spans]
    assert after == [shown.to(language) for _, _, shown in EXPORTS]


def test_a_chinese_character_takes_two_cells_and_bars_begin_below_each_other() -> None:
    lines = drawn(exports(), 40, language="zh").lines
    assert {cell_len(line.partition("█")[0]) for line in lines} == {len("笔记本电脑") * 2 + 2}


def test_where_a_bar_would_be_short_its_label_and_its_figure_stand_above_it() -> None:
    assert drawn(exports(), 40).lines == (
        "Laptops              152.15 billion yuan",
        "████████████████████████████████████████",
        "                                        ",
        "Mobile phones          56.7 billion yuan",
        "██████████████▉                         ",
        "                                        ",
        "Cars                  53.03 billion yuan",
        "██████████████                          ",
        "                                        ",
        "Motorcycles           26.47 billion yuan",
        "███████                                 ",
    )


def test_where_these_two_do_not_fit_on_a_line_only_the_label_stands_above() -> None:
    block = chart(group("高科技平台企业数", bar(4, "超8000家")), group("x", bar(1)))
    assert drawn(block, 24).lines == (
        "高科技平台企业数        ",
        "███████████████ 超8000家",
        "                        ",
        "x                       ",
        "███▊ 1                  ",
    )


def test_groups_of_several_bars_have_their_label_above_and_each_figure_beside_its_bar() -> None:
    block = chart(
        group("Rapid-rights centre", bar(300, "300,000 yuan"), bar(200, "200,000 yuan")),
        group("Recognition", bar(200, "200,000 yuan"), None),
        series=("Once", "Each year"),
    )
    assert drawn(block, 30).lines == (
        "█ Once  ░ Each year           ",
        "                              ",
        "Rapid-rights centre           ",
        "█████████████████ 300,000 yuan",
        "░░░░░░░░░░░ 200,000 yuan      ",
        "                              ",
        "Recognition                   ",
        "███████████ 200,000 yuan      ",
        "—                             ",
    )


def test_where_even_that_is_short_every_figure_stands_above_its_bar_on_as_many_lines_as_it_needs() -> None:
    label = "Firms of the bonded zones"
    block = chart(
        group(label, bar(4, "400 billion yuan + 1"), bar(2, "20.428–20.452 billion yuan")), group("x")
    )
    assert drawn(block, 24).lines == (
        "Firms of the            ",
        "bonded zones            ",
        "    400 billion yuan + 1",
        "████████████████████████",
        "           20.428–20.452",
        "            billion yuan",
        "░░░░░░░░░░░░            ",
        "                        ",
        "x                       ",
        "                       —",
    )


def test_above_their_bars_too_falls_go_left_from_a_zero_line() -> None:
    block = chart(group("Up", bar(4, "+4 percentage points")), group("Down", bar(-2, "−2 percentage points")))
    assert drawn(block, 28).lines == (
        "Up      +4 percentage points",
        "         │██████████████████",
        "                            ",
        "Down    −2 percentage points",
        "█████████│                  ",
    )


def test_a_height_without_room_for_lines_above_the_bars_has_short_bars() -> None:
    assert [len(drawn(exports(), 40, height).lines) for height in (30, 11, 8, 7, 4)] == [11, 11, 8, 7, 4]
    assert "Mobile phones  █▉ 56.7 billion yuan     " in drawn(exports(), 40, 4).lines


def test_what_is_not_printed_is_a_dash_and_zero_has_no_bar() -> None:
    assert drawn(chart(group("known", bar(3)), group("zero", bar(0)), group("missing", None)), 20).lines == (
        "known    █████████ 3",
        "zero     0          ",
        "missing  —          ",
    )


def test_the_smallest_value_beside_the_largest_is_still_seen() -> None:
    assert coloured(drawn(chart(group("much", bar(10**13)), group("little", bar(1))), 60))[1] == (0, "▏")


def test_a_fall_goes_left_from_a_zero_line_with_its_figure_beyond_it() -> None:
    block = chart(group("up", bar(4, "+4%")), group("down", bar(-2, "−2%")), group("unknown", None))
    assert drawn(block, 29).lines == (
        "up               │███████ +4%",
        "down     −2% ▐███│           ",
        "unknown          │ —         ",
    )


def test_where_all_fall_the_longest_bar_is_the_deepest_fall() -> None:
    assert drawn(chart(group("a", bar(-4, "−4亿")), group("b", bar(-3, "−3亿"))), 20).lines == (
        "a  −4亿 ███████████│",
        "b    −3亿 ▕████████│",
    )


def test_several_series_have_marks_of_their_own_a_legend_and_air_between_groups() -> None:
    block = chart(group("a", bar(4), bar(2)), group("b", bar(3), None), series=("Once", "每年"))
    drawing = drawn(block, 24)
    assert drawing.lines == (
        "█ Once  ░ 每年          ",
        "                        ",
        "a  ███████████████████ 4",
        "   ░░░░░░░░░░ 2         ",
        "                        ",
        "b  ██████████████ 3     ",
        "   —                    ",
    )
    assert coloured(drawing) == [(0, "█"), (1, "░"), (0, "█" * 19), (1, "░" * 10), (0, "█" * 14)]


def test_equal_values_of_two_series_are_equally_long() -> None:
    block = chart(group("a", bar(5), bar(2)), group("b", bar(2), bar(2)), series=("x", "y"))
    *_, first, second = coloured(drawn(block, 41))
    assert len(first[1]) == len(second[1])


def test_stacked_series_lie_one_after_the_other_and_say_each_term() -> None:
    block = chart(
        group("a", bar(500, "500"), bar(250, "up to 250"), None),
        group("bb", None, bar(250, "up to 250"), bar(100, "at most 100")),
        group("c", bar(0, "undetermined"), None, None),
        group("d", None, None, None),
        series=("known", "up to", "at most"),
        stacked=True,
    )
    drawing = drawn(block, 40)
    assert drawing.lines == (
        "█ known  ░ up to  ▒ at most             ",
        "                                        ",
        "a   █████████████░░░░░░░ 500 + up to 250",
        "bb  ░░░░░░░▒▒ up to 250 + at most 100   ",
        "c   undetermined                        ",
        "d   —                                   ",
    )
    assert coloured(drawing)[3:] == [(0, "█" * 13), (1, "░" * 7), (1, "░" * 7), (2, "▒" * 2)]


def test_equal_sums_are_equally_long_and_the_smallest_piece_is_seen() -> None:
    block = chart(
        group("a", bar(997, "a"), bar(2, "b"), bar(1, "c")),
        group("b", bar(1, "a"), bar(2, "b"), bar(997, "c")),
        group("c", bar(1000, "a + b + c"), None, None),
        stacked=True,
    )
    lines = drawn(block, 40).lines
    assert len({sum(line.count(mark) for mark in "█░▒") for line in lines}) == 1
    assert all(mark in line for mark in "█░▒" for line in lines[:2])


def test_a_fall_is_never_stacked() -> None:
    assert draw(chart(group("a", bar(3), bar(-1)), stacked=True), "en", 80) is None


def test_single_bars_are_set_apart_only_where_the_height_has_room() -> None:
    block = exports()
    assert [len(drawn(block, 60, height).lines) for height in (None, 4, 6, 7, 30)] == [4, 4, 4, 7, 7]


@pytest.mark.parametrize(("width", "height"), [(15, None), (60, 2), (60, 3), (24, 7), (0, 0)])
def test_nothing_is_drawn_where_a_bar_or_a_figure_would_be_lost(width: int, height: int | None) -> None:
    assert draw(exports(), "en", width, height) is None


def test_a_chart_of_nothing_is_not_drawn() -> None:
    assert draw(chart(), "zh", 80) is None


def test_drawing_twice_gives_the_same() -> None:
    assert draw(exports(), "zh", 57) == draw(exports(), "zh", 57)


def test_a_wide_character_cut_in_two_leaves_a_space() -> None:
    assert finish(pad("外贸x")) == "外贸x"
    assert finish(f"外{SENTINEL}贸x{SENTINEL}|") == "外 x |"


def test_plotext_is_imported_only_when_something_is_drawn() -> None:
    script = "import sys, cqdash.chart; sys.exit('plotext' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


WORDS = st.text(
    st.sampled_from("重庆外贸增长，“”…—abc XYZ019.%+−×\u0301\u200d\ufe0f🚗é" + SENTINEL), max_size=24
)
NUMBERS = st.one_of(st.integers(0, 10**13), st.integers(-(10**13), 10**13), st.fractions(), st.just(10**400))
BARS = st.none() | st.builds(bar, NUMBERS, WORDS)
CHARTS = st.builds(
    lambda groups, series, stacked: chart(
        *(group(label, *bars) for label, bars in groups), series=tuple(series), stacked=stacked
    ),
    st.lists(st.tuples(WORDS, st.lists(BARS, max_size=3)), max_size=6),
    st.lists(WORDS, max_size=5),
    st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(CHARTS, st.sampled_from(["zh", "en"]), st.integers(0, 120), st.none() | st.integers(0, 30))
def test_any_chart_at_any_size_is_exact_or_not_drawn(
    block: Chart, language: Language, width: int, height: int | None
) -> None:
    drawing = draw(block, language, width, height)
    if drawing is not None:
        assert {cell_len(line) for line in drawing.lines} == {width}
        assert height is None or len(drawing.lines) <= height
        assert not any(SENTINEL in line or "\x1b" in line for line in drawing.lines)
        assert all(set(piece) <= set("█░▓▒▏▎▍▌▋▊▉▐▕") for _, piece in coloured(drawing))
        words = [each.label for each in block.groups] + [
            one.shown for each in block.groups for one in each.bars if one
        ]
        printed = "".join("".join(drawing.lines).split())
        assert all("".join(plain(text.en).split()) in printed for text in words)
