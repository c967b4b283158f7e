"""A trend is drawn to scale, never across a missing year, and says its last value in full."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations, groupby, pairwise
from typing import Literal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from cqdash.chart import Drawing, line_chart, spark
from cqdash.chart.cells import SENTINEL
from cqdash.language import LANGUAGES, Language, Text, same
from cqdash.quantity import Unit, decimal_text
from cqdash.quantity.units import UNITS
from cqdash.tabs.blocks import Trend, TrendPoint

YUAN, PERCENT, PIECES = UNITS["元"], UNITS["%"], UNITS["件"]
SOURCE = same("A source")
SCALE = 10**8
HEIGHTS = {glyph: n for n, glyph in enumerate(" ▁▂▃▄▅▆▇█")} | {"⣀": 2, "⣤": 4, "⣶": 6, "⣿": 8}
BRAILLE = {chr(code) for code in range(0x2801, 0x2900)}


def trend(*points: TrendPoint, unit: Unit = YUAN) -> Trend:
    return Trend("trend", same("A title"), unit, points, same("A caption"), None)


def at(year: int, value: str, *, low: str = "", high: str = "", implied: bool = False) -> TrendPoint:
    """A point in units of 亿元, exact but where its ends are given."""
    least, most = (Fraction(end or value) * SCALE for end in (low, high))
    shown = Text(f"{value}亿元", f"{decimal_text(Fraction(value) / 10)} billion yuan")
    return TrendPoint("record", year, least, most, shown, "implied" if implied else "background", SOURCE)


def plainly(year: int, value: Fraction | int, shown: str = "x") -> TrendPoint:
    return TrendPoint("record", year, Fraction(value), Fraction(value), same(shown), "background", SOURCE)


TRADE = trend(
    at(2017, "4508", implied=True), at(2018, "5223"), at(2019, "5793"), at(2020, "6513"), at(2021, "8000"),
    at(2024, "7154"), at(2025, "8007"),
)  # fmt: skip
CARS = trend(at(2024, "431"), at(2025, "530"))


def drawn(drawing: Drawing | None) -> Drawing:
    assert drawing is not None
    return drawing


def cells(line: str) -> list[str]:
    """What stands in each cell; a wide character has two."""
    return [piece for character in line for piece in [character] + [""] * (cell_len(character) - 1)]


def inked(drawing: Drawing) -> list[tuple[int, int, str]]:
    """Line, cell and character of everything that is coloured."""
    return [
        (span.line, cell_len(drawing.lines[span.line][:index]), drawing.lines[span.line][index])
        for span in drawing.spans
        for index in range(span.start, span.end)
    ]


def heights(drawing: Drawing, block: Trend) -> dict[int, int]:
    """How high the column of each year is, in eighths of a cell."""
    first, last = block.points[0].year, block.points[-1].year
    *rows, line = [[piece or " " for piece in cells(line)] for line in drawing.lines]
    years = "".join(line)
    left, count = years.index(str(first)), last - first + 1
    taken = years.rindex(str(last)) + len(str(last)) - left
    pitch, rest = (1, 0) if count in (1, taken) else divmod(taken + 1, count)
    assert rest == 0
    return {first + n: sum(HEIGHTS.get(row[left + n * pitch], 0) for row in rows) for n in range(count)}


def test_columns_stand_on_zero_with_the_first_and_the_last_value_above_them() -> None:
    assert drawn(spark(TRADE, "zh", 46)).lines == (
        "4508亿元                   8007亿元           ",
        "        ▂▂▂ ▄▄▄ ███         ▆▆▆ ███           ",
        "⣶⣶⣶ ███ ███ ███ ███         ███ ███           ",
        "⣿⣿⣿ ███ ███ ███ ███  ·   ·  ███ ███           ",
        "2017               2022–2023   2025   ⣿ 推算  ",
    )


def test_few_columns_have_their_values_beside_them() -> None:
    assert drawn(spark(CARS, "en", 48)).lines == (
        "43.1 billion yuan ▂▂▂▂ ████ 53 billion yuan     ",
        "                  ████ ████                     ",
        "                  ████ ████                     ",
        "                  ████ ████                     ",
        "                  2024 2025                     ",
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", range(1, 80))
def test_the_last_value_and_both_years_are_said_in_full_or_nothing_is_drawn(
    language: Language, width: int
) -> None:
    for block in (TRADE, CARS):
        if drawing := spark(block, language, width):
            assert {cell_len(line) for line in drawing.lines} == {width}
            assert block.points[-1].shown.to(language) in "\n".join(drawing.lines)
            assert str(block.points[0].year) in drawing.lines[-1]
            assert "2025" in drawing.lines[-1]
        else:
            assert width < len("800.7 billion yuan")


def test_a_missing_year_is_an_empty_place_with_a_dot_on_the_baseline() -> None:
    *above, baseline, _ = drawn(spark(TRADE, "en", 60)).lines
    assert baseline.count("·") == 2
    places = [index for index, character in enumerate(baseline) if character == "·"]
    assert all(line[place] == " " for line in above[1:] for place in places)


def test_an_implied_column_is_dotted_and_as_high_as_its_value() -> None:
    block = trend(at(2020, "6"), at(2021, "3", implied=True), at(2022, "6"))
    drawing = drawn(spark(block, "zh", 14, 4))
    assert drawing.lines == ("6亿元    6亿元", "████      ████", "████ ⣿⣿⣿⣿ ████", "2020      2022")
    assert heights(drawing, block) == {2020: 16, 2021: 8, 2022: 16}


def test_columns_are_not_drawn_below_zero_or_of_nothing() -> None:
    assert spark(trend(plainly(2020, 3), plainly(2021, -1)), "en", 80) is None
    assert spark(trend(), "en", 80) is None
    assert line_chart(trend(), "en", 80, 12) is None


def test_a_line_has_axes_with_round_numbers_and_joins_three_neighbouring_years_or_more() -> None:
    assert drawn(line_chart(TRADE, "zh", 50, 11)).lines == (
        "亿元                                    ○ 推算    ",
        "10000 ┤                                           ",
        "      │               8000        7154            ",
        " 7500 ┤              ⢀⠤⠒●           ●   ● 8007    ",
        "      │ 4508   ⣀⣀⠤⠤⠒⠊⠁                            ",
        " 5000 ┤ ○⠤⠤⠒⠒⠉⠉                                   ",
        "      │                                           ",
        " 2500 ┤                                           ",
        "      │                                           ",
        "    0 └─┬───────┬───────┬┄┄┄┄┄┄┄┄┄┄┄────┬─        ",
        "       2017    2019    2021    2023    2025       ",
    )


def test_the_unit_of_the_axis_is_in_the_scale_of_the_language() -> None:
    assert drawn(line_chart(TRADE, "zh", 60, 12)).lines[0].startswith("亿元  ")
    assert drawn(line_chart(TRADE, "en", 60, 12)).lines[0].startswith("billion yuan  ")
    patents = trend(plainly(2022, 51856, "51856件"), plainly(2023, 64200, "64200件"), unit=PIECES)
    assert drawn(line_chart(patents, "zh", 60, 12)).lines[0].startswith("件（纵轴从")
    assert drawn(line_chart(patents, "en", 60, 12)).lines[0].startswith("number (axis from ")
    share = trend(plainly(2022, Fraction(1, 5), "20%"), plainly(2023, Fraction(1, 2), "50%"), unit=PERCENT)
    assert drawn(line_chart(share, "en", 60, 12)).lines[0].strip() == "%"


@pytest.mark.parametrize(
    ("unit", "shown", "said"),
    [
        (YUAN, Text("429.3亿～433.0亿元", "42.93–43.30 billion yuan"), Text("429.3～433.0", "42.93–43.30")),
        (
            YUAN,
            Text("9800万～1.2亿元", "about 98 million yuan"),
            Text("9800万～1.2亿元", "about 98 million yuan"),
        ),
        (PERCENT, Text("44.6%～45.8%", "44.6–45.8%"), Text("44.6～45.8", "44.6–45.8")),
    ],
)
def test_a_value_is_said_without_the_words_of_the_axis(unit: Unit, shown: Text, said: Text) -> None:
    value = Fraction(45, 100) if unit is PERCENT else Fraction(43 * 10**9)
    block = trend(TrendPoint("r", 2024, value, value, shown, "implied", SOURCE), unit=unit)
    for language in LANGUAGES:
        head, *below = drawn(line_chart(block, language, 60, 8)).lines
        assert "○ " + said.to(language) in [line[line.find("○") :].rstrip() for line in below]
        assert shown.to(language) not in head


def test_a_value_on_a_tick_stands_on_the_line_of_that_tick() -> None:
    values = ("250", "500", "750", "0", "1000")
    block = trend(*(at(2010 + 2 * n, value) for n, value in enumerate(values)))
    for height in range(5, 24):
        drawing = drawn(line_chart(block, "zh", 90, height))
        ticks = {
            line.split()[0]: number for number, line in enumerate(drawing.lines) if "┤" in line or "└" in line
        }
        markers = sorted((column, line) for line, column, glyph in inked(drawing) if glyph == "●")
        lines = {value: line for value, (_, line) in zip(values, markers, strict=True)}
        assert {"0", "500"} <= ticks.keys()
        assert all(lines[value] == line for value, line in ticks.items() if value in lines)


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    near = trend(at(2024, "431"), at(2025, "530"))
    assert "（纵轴从400起）" in drawn(line_chart(near, "zh", 60, 12)).lines[0]
    assert "(axis from 40)" in drawn(line_chart(near, "en", 60, 12)).lines[0]
    far = trend(at(2024, "300"), at(2025, "530"))
    *_, base, _ = drawn(line_chart(far, "zh", 60, 12)).lines
    assert base.split()[0] == "0"


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_than_three_neighbours_are_markers_without_a_line(count: int) -> None:
    years = [year + n for year in (2015, 2019) for n in range(count)]
    points = [at(year, str(year - 2000), implied=year == 2016) for year in years]
    ink = [glyph for _, _, glyph in inked(drawn(line_chart(trend(*points), "zh", 60, 12)))]
    assert sorted(ink) == sorted(["●", "●", "●", "○"] if count == 2 else ["●", "●"])


def test_every_line_ends_in_a_marker() -> None:
    years = (2010, 2011, 2012, 2014, 2015, 2016, 2018)
    ink = inked(drawn(line_chart(trend(*(plainly(year, year - 1990, "") for year in years)), "en", 60, 8)))
    of_2012, of_2016, of_2018 = sorted(column for _, column, glyph in ink if glyph not in BRAILLE)
    assert of_2016 - of_2012 == 2 * (of_2018 - of_2016)


@pytest.mark.parametrize("width", [24, 46, 84])
def test_a_single_year_is_a_marker_with_its_value_or_one_column(width: int) -> None:
    block = trend(plainly(2020, 5000, "5,000"), unit=PIECES)
    lines = drawn(line_chart(block, "en", width, 8)).lines
    assert [line.split() for line in lines if "●" in line] == [["│", "●", "5,000"]]
    assert drawn(spark(block, "en", width, 4)).lines[1:] == tuple(
        text.ljust(width) for text in ("██████", "██████", "2020")
    )


def test_an_interval_taller_than_a_line_stands_as_a_bar_with_its_meaning_above() -> None:
    block = trend(at(2023, "350"), at(2024, "400", low="300", high="500", implied=True), at(2025, "567"))
    drawing = drawn(line_chart(block, "zh", 60, 14))
    assert drawing.lines[0].rstrip().endswith("○ 推算   │ 区间")
    (column,) = {column for _, column, glyph in inked(drawing) if glyph == "│"}
    ((marker_line, marker_column),) = {(line, at) for line, at, glyph in inked(drawing) if glyph == "○"}
    bar = {line for line, _, glyph in inked(drawing) if glyph == "│"} | {marker_line}
    assert column == marker_column
    assert bar == set(range(min(bar), max(bar) + 1))
    assert len(bar) >= 4


@pytest.mark.parametrize("count", [2, 5, 9, 14, 20])
def test_years_are_said_at_equal_distances_counted_from_the_last(count: int) -> None:
    block = trend(*(at(2025 - n, str(100 + 50 * n)) for n in reversed(range(count))))
    for width in range(30, 120):
        line = drawn(line_chart(block, "zh", width, 12)).lines[-1]
        years = [int(year) for year in line.split()]
        places = [found.start() for found in re.finditer(r"\d{4}", line)]
        assert years[-1] == 2025
        assert len(years) >= 2
        assert len({later - before for before, later in pairwise(years)}) == 1
        assert len({later - before for before, later in pairwise(places)}) == 1
        assert 2025 - count < years[0] <= 2025 - count + max(years[1] - years[0], 1)


def test_a_number_below_zero_on_the_axis_has_a_minus_and_its_thousands() -> None:
    fall = trend(plainly(2020, -28500, "−28,500"), plainly(2022, 100, "100"), unit=PIECES)
    assert "−40,000 └" in drawn(line_chart(fall, "en", 60, 8)).lines[-2]
    small = trend(plainly(2020, -2850, "−2850件"), plainly(2022, 100, "100件"), unit=PIECES)
    assert "−4000 └" in drawn(line_chart(small, "zh", 60, 8)).lines[-2]


def test_a_value_stands_away_from_the_markers_of_other_years() -> None:
    block = trend(plainly(2018, 2504, "2504"), plainly(2019, 3141, "3141"), plainly(2022, 6348, "6348"))
    lines = drawn(line_chart(block, "zh", 40, 14)).lines
    assert all("●" not in line or line.split("●", 1)[0].strip(" │┤")[-4:] != "2504" for line in lines)


@pytest.mark.parametrize(("width", "height"), [(15, 12), (60, 4), (0, 0), (22, 12)])
def test_no_line_is_drawn_where_there_is_no_room(width: int, height: int) -> None:
    block = trend(*(at(2000 + n, str(100 + n)) for n in range(20)))
    assert line_chart(block, "en", width, height) is None


NUMBERS = st.one_of(
    st.integers(0, 10**14), st.integers(0, 99), st.decimals(0, 3, places=4).map(Fraction), st.just(10**40)
)
SHOWN = st.text(st.sampled_from("重庆～约0123456789.亿元% billion" + SENTINEL + "\u0301"), max_size=20)

STATUSES: tuple[Literal["background", "implied"], ...] = ("background", "background", "background", "implied")


@st.composite
def trends(draw: st.DrawFn, lowest: int = 0) -> Trend:
    years = sorted(draw(st.sets(st.integers(2000, 2026), min_size=1, max_size=20)))
    points = []
    for year in years:
        middle = Fraction(draw(NUMBERS)) * (draw(st.sampled_from([1, lowest])) if lowest else 1)
        half = draw(st.sampled_from([Fraction(0), Fraction(1, 20), abs(middle) / 5]))
        low = middle - half if lowest else max(middle - half, Fraction(0))
        shown = draw(SHOWN)
        status = draw(st.sampled_from(STATUSES))
        points.append(TrendPoint("r", year, low, middle + half, same(shown), status, SOURCE))
    return trend(*points, unit=draw(st.sampled_from([YUAN, PERCENT, PIECES])))


LANGUAGE = st.sampled_from(LANGUAGES)


def assert_exact(drawing: Drawing, width: int, height: int) -> None:
    assert {cell_len(line) for line in drawing.lines} == {width}
    assert len(drawing.lines) == height
    assert not any(SENTINEL in line or "\x1b" in line for line in drawing.lines)


@settings(max_examples=300, deadline=None)
@given(trends(), LANGUAGE, st.integers(0, 110), st.integers(0, 7))
def test_any_columns_are_exact_and_as_high_as_their_values(
    block: Trend, language: Language, width: int, height: int
) -> None:
    drawing = spark(block, language, width, height)
    assume(drawing is not None)
    assert_exact(drawn(drawing), width, height)
    values = {point.year: point.low + point.high for point in block.points}
    tall = heights(drawn(drawing), block)
    assert all(tall[year] == 0 for year in tall if year not in values)
    assert all((tall[year] > 0) == (value > 0) for year, value in values.items())
    for one, other in combinations(values, 2):
        if values[one] <= values[other]:
            assert tall[one] <= tall[other]


@settings(max_examples=300, deadline=None)
@given(trends(lowest=-1), LANGUAGE, st.integers(0, 110), st.integers(0, 24))
def test_any_line_is_exact_and_never_crosses_a_missing_year(
    block: Trend, language: Language, width: int, height: int
) -> None:
    drawing = line_chart(block, language, width, height)
    assume(drawing is not None)
    assert_exact(drawn(drawing), width, height)
    axis = cells(drawn(drawing).lines[-2])
    missing = {column for column, character in enumerate(axis) if character == "┄"}
    assert sum(character == "┄" for character, _ in groupby(axis)) == len(block.runs) - 1
    ink = inked(drawn(drawing))
    assert not {column for _, column, _ in ink} & missing
    assert {glyph for _, _, glyph in ink} <= BRAILLE | set("●○│┼")
    ends = sum(len(run) if len(run) < 3 else 1 for run in block.runs)
    implied = sum(point.status == "implied" for point in block.points)
    assert sum(glyph in "●○" for _, _, glyph in ink) >= max(ends, implied)
    if all(len(run) < 3 for run in block.runs):
        assert not any(glyph in BRAILLE for _, _, glyph in ink)
    corner = axis.index("└")
    assert {cells(line)[corner] for line in drawn(drawing).lines[1:-2]} <= set("│┤")


@settings(max_examples=300, deadline=None)
@given(trends(), st.integers(16, 110), st.integers(5, 24))
def test_what_is_said_of_a_point_touches_neither_a_line_nor_other_words(
    block: Trend, width: int, height: int
) -> None:
    points = [replace(point, shown=same(f"v{point.year}")) for point in block.points]
    drawing = line_chart(trend(*points, unit=PIECES), "zh", width, height)
    assume(drawing is not None)
    below = [line for line in drawn(drawing).lines[:-1] if "v" in line and not line.startswith("件")]
    assert all(re.fullmatch(r"[^v]* (v\d{4}( [^v]* | |$))+[^v]*", line) for line in below)
    columns = {column for _, column, _ in inked(drawn(drawing))}
    axis = cells(drawn(drawing).lines[-2])
    left, right = min(columns), max(columns)
    missing = {column for column, character in enumerate(axis) if character == "┄"}
    if all(len(run) >= 3 for run in block.runs):
        assert columns | missing == set(range(left, right + 1))
