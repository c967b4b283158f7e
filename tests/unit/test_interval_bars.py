"""A bar of which only an interval is known shows which part is certain, and always that it is an interval."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cqdash.chart import Drawing, draw
from cqdash.language import Language, same, words
from cqdash.tabs.blocks import Bar, BarGroup, Chart


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
        "▒ interval (one cell at the least)  ",
        "                                    ",
        "a  ██████████████████████████████ 20",
        "b  ███████████████▒▒▒▒▒▒▒▒ 10–15    ",
    )
    assert coloured(drawing) == [(0, "▒"), (0, "█" * 30), (0, "█" * 15 + "▒" * 8)]


def test_the_legend_tells_what_the_mark_is_in_both_languages_and_only_where_it_occurs() -> None:
    block = chart((bar(1, 2),))
    assert drawn(block, 40, "zh").lines[0].rstrip() == "▒ " + words.CHART_INTERVAL.zh
    assert drawn(block, 40, "en").lines[0].rstrip() == "▒ " + words.CHART_INTERVAL.en
    assert len(drawn(chart((bar(2),)), 40).lines) == 1


def test_the_longest_bar_is_the_highest_end_of_all() -> None:
    _, _, value, interval = drawn(chart((bar(50),), (bar(60, 100),)), 45).lines
    assert (value.count("█"), interval.count("█"), interval.count("▒")) == (20, 24, 16)


def test_an_interval_narrower_than_a_cell_is_still_marked_and_the_bar_ends_where_it_ends() -> None:
    first, second = drawn(chart((bar(1000),), (bar(999, 1000),)), 40).lines[2:]
    assert "▒" not in first
    assert second.count("▒") == 1
    assert first.count("█") == second.count("█") + 1


def test_an_interval_keeps_the_colour_of_its_series() -> None:
    block = chart((bar(1, 2), bar(3)), (bar(3), bar(1, 2)), series=("2024", "2025"))
    drawing = drawn(block, 60)
    assert drawing.lines[0].rstrip() == "█ 2024  ░ 2025  ▒ interval (one cell at the least)"
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


def test_an_interval_is_never_stacked() -> None:
    assert draw(chart((bar(1, 2), bar(3)), series=("x", "y"), stacked=True), "en", 80) is None


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
        for one in bars:
            (line,) = [line for line in drawing.lines if one.shown.en in line]
            assert ("▒" in line) == bool(one.interval)


@pytest.mark.parametrize("width", range(16, 60))
def test_a_higher_end_is_never_drawn_shorter(width: int) -> None:
    ends = [(1, 9), (4, 10), (5, 10), (5, 13), (12, 13), (3, 20)]
    drawing = draw(chart(*((bar(low, high),) for low, high in ends)), "en", width)
    if drawing is not None:
        lengths = [line.count("█") + line.count("▒") for line in drawing.lines[-len(ends) :]]
        assert lengths == sorted(lengths)
