"""A bar of which only an interval is known shows which part is certain, and always that it is an interval."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cqdash.chart import Drawing, draw
from cqdash.language import LANGUAGES, Language, same, words
from cqdash.tabs.blocks import Bar, BarGroup, Chart

HALF, EIGHTH = Fraction(1, 2), Fraction(1, 8)


def bar(low: Fraction | int, high: Fraction | int | None = None, shown: str = "x") -> Bar:
    """A bar of one value, or of an interval."""
    if high is None:
        return Bar("record", Fraction(low), same(shown))
    return Bar("record", Fraction(high), same(shown), (Fraction(low), Fraction(high)))


def chart(*groups: tuple[Bar | None, ...], series: tuple[str, ...] = (), stacked: bool = False) -> Chart:
    labelled = tuple(BarGroup(same(label), bars) for label, bars in zip("abcdefgh", groups, strict=False))
    return Chart("chart", same("A title"), tuple(map(same, series)), labelled, None, stacked)


def drawn(block: Chart, width: int, language: Language = "en") -> Drawing:
    drawing = draw(block, language, width)
    assert drawing is not None
    return drawing


def coloured(drawing: Drawing) -> list[tuple[int, str]]:
    return [(span.series, drawing.lines[span.line][span.start : span.end]) for span in drawing.spans]


def test_a_bar_is_solid_to_the_low_end_and_marked_from_there_to_the_high_end() -> None:
    drawing = drawn(chart((bar(20, shown="20"),), (bar(10, 15, "10–15"),)), 36)
    assert drawing.lines == (
        "▒ interval                          ",
        "                                    ",
        "a  ██████████████████████████████ 20",
        "b  ███████████████▒▒▒▒▒▒▒▒ 10–15    ",
    )
    assert coloured(drawing) == [(0, "▒"), (0, "█" * 30), (0, "█" * 15 + "▒" * 8)]


def test_an_interval_narrower_than_a_cell_is_a_thin_mark_beyond_its_low_end() -> None:
    drawing = drawn(chart((bar(20, shown="20"),), (bar(10, Fraction("10.4"), "10.0–10.4"),)), 36)
    assert drawing.lines == (
        "┆ interval under one cell           ",
        "                                    ",
        "a  ██████████████████████████████ 20",
        "b  ███████████████┆ 10.0–10.4       ",
    )
    assert coloured(drawing)[2:] == [(0, "█" * 15 + "┆")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_tells_which_marks_there_are_and_only_where_they_occur(language: Language) -> None:
    band, thin = ("▒ " + words.CHART_INTERVAL.to(language), "┆ " + words.CHART_INTERVAL_NARROW.to(language))
    assert drawn(chart((bar(1, 2),)), 40, language).lines[0].rstrip() == band
    assert drawn(chart((bar(999, 1000),)), 40, language).lines[0].rstrip() == thin
    assert drawn(chart((bar(500, 1000), bar(998, 999))), 60, language).lines[0].rstrip() == f"{band}  {thin}"
    assert len(drawn(chart((bar(2),)), 40, language).lines) == 1


def test_the_longest_bar_is_the_highest_end_of_all() -> None:
    _, _, value, interval = drawn(chart((bar(50),), (bar(60, 100),)), 45).lines
    assert (value.count("█"), interval.count("█"), interval.count("▒")) == (20, 24, 16)


def test_an_interval_keeps_the_colour_of_its_series() -> None:
    block = chart((bar(1, 2), bar(3)), (bar(3), bar(1, 2)), series=("2024", "2025"))
    drawing = drawn(block, 60)
    assert drawing.lines[0].rstrip() == "█ 2024  ░ 2025  ▒ interval"
    made_of = [(series, "".join(sorted(set(piece)))) for series, piece in coloured(drawing)[2:]]
    assert made_of == [(0, "█▒"), (1, "░"), (0, "█"), (1, "░▒")]


def test_where_a_third_series_has_the_mark_intervals_have_another() -> None:
    lines = drawn(chart((bar(2), bar(1, 2), bar(2)), series=("x", "y", "z")), 60).lines
    assert "▒ z  ▚ interval" in "".join(lines)
    assert "▚" in lines[-2]
    assert "▒" not in lines[-2]


def test_a_fall_is_solid_to_the_end_nearer_zero() -> None:
    assert drawn(chart((bar(-4, -2, "−4 to −2"),), (bar(2, 4, "2–4"),)), 42).lines[2:] == (
        "a  −4 to −2 ▒▒▒▒▒▒██████│                 ",
        "b                       │██████▒▒▒▒▒▒ 2–4 ",
    )


def test_an_interval_across_zero_has_nothing_certain_and_lies_on_both_sides() -> None:
    (line,) = drawn(chart((bar(-10, 20, "?"),)), 36).lines[2:]
    assert line == "a  " + "▒" * 10 + "│" + "▒" * 20 + " ?"


def test_a_narrow_interval_has_its_mark_farther_from_zero_or_across_it_on_both_sides() -> None:
    lines = drawn(
        chart((bar(-20),), (bar(Fraction("-10.1"), -10),), (bar(Fraction("-0.1"), Fraction("0.2")),)), 36
    ).lines
    assert [line.rstrip() for line in lines[2:]] == [
        "a  x " + "█" * 27 + "│",
        "b  " + " " * 12 + "x ┆▐" + "█" * 13 + "│",
        "c  " + " " * 28 + "┆│┆ x",
    ]


def test_an_interval_without_width_is_a_value() -> None:
    assert drawn(chart((bar(2, 2),)), 40).lines == drawn(chart((bar(2),)), 40).lines


def test_an_interval_is_never_stacked() -> None:
    assert draw(chart((bar(1, 2), bar(3)), series=("x", "y"), stacked=True), "en", 80) is None


def test_where_words_stand_above_the_bars_all_bars_have_one_scale() -> None:
    assert drawn(
        chart(
            (bar(3842, shown="384.2 billion yuan"), bar(3230, 3233, "323.0–323.3 billion yuan")),
            (bar(909, shown="90.9 billion yuan"), bar(400, 729, "40.0–72.9 billion yuan")),
            series=("2025", "2024"),
        ),
        24,
    ).lines == (
        "█ 2025  ░ 2024          ",
        "▒ interval              ",
        "┆ interval under        ",
        "  one cell              ",
        "                        ",
        "a     384.2 billion yuan",
        "████████████████████████",
        "323.0–323.3 billion yuan",
        "░░░░░░░░░░░░░░░░░░░░┆   ",
        "                        ",
        "b      90.9 billion yuan",
        "██████                  ",
        "  40.0–72.9 billion yuan",
        "░░▒▒▒                   ",
    )


NUMBERS = st.one_of(st.integers(0, 10**13), st.integers(-100, 100), st.fractions(-5, 5))
ENDS = st.tuples(NUMBERS, NUMBERS).map(sorted) | NUMBERS.map(lambda value: [value])


@settings(max_examples=200, deadline=None)
@given(st.lists(ENDS, min_size=1, max_size=6), st.sampled_from(["zh", "en"]), st.integers(16, 100))
def test_every_interval_is_seen_at_any_size(
    given_ends: list[list[Fraction | int]], language: Language, width: int
) -> None:
    bars = [
        bar(ends[0], ends[1] if ends[1:] else None, f"#{number}") for number, ends in enumerate(given_ends)
    ]
    drawing = draw(chart(*((one,) for one in bars)), language, width)
    if drawing is not None:
        assert {cell_len(line) for line in drawing.lines} == {width}
        named = {words.CHART_INTERVAL.to(language), words.CHART_INTERVAL_NARROW.to(language)}
        below = [line for line in drawing.lines if not any(name in line for name in named)]
        seen = sum("▒" in line or "┆" in line for line in below)
        assert seen == sum(one.interval is not None and one.interval[0] < one.interval[1] for one in bars)


PARTS = st.fractions(0, 1, max_denominator=1000)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PARTS, PARTS).map(sorted), min_size=1, max_size=7), st.integers(16, 90))
def test_both_ends_are_drawn_to_scale(ends: list[list[Fraction]], width: int) -> None:
    """A last bar of 1 tells the scale; what is solid beside a thin mark is exact to the eighth of a cell."""
    lines = drawn(chart(*((bar(low, high),) for low, high in ends), (bar(1),)), width).lines[-len(ends) - 1 :]
    *solid, scale = [
        line.count("█") + EIGHTH * sum("▏▎▍▌▋▊▉".find(character) + 1 for character in line) for line in lines
    ]
    for (low, high), line, length in zip(ends, lines[:-1], solid, strict=True):
        if (high - low) * scale >= 1:
            assert abs(length - low * scale) <= HALF
            assert abs(length + line.count("▒") - high * scale) <= HALF
            assert "┆" not in line
        elif low < high:
            assert abs(length - low * scale) <= EIGHTH / 2 or length == EIGHTH
            assert line.count("┆") == 1
            assert "▒" not in line
