"""An interval in words leaves out no number that is possible, and says no more digits than it knows."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cqdash.quantity import Interval, Unit, point, read, render_about, render_span
from cqdash.quantity.units import PERCENT, POINTS, UNITS

YUAN = UNITS["元"]
SHOWN: list[tuple[str, str, str, Unit, str, str]] = [
    # what it is, low end, high end, unit, Chinese, English
    ("cars in 2024", "[42935222672", "43293877551)", YUAN, "429.3亿～433.0亿元", "42.93–43.30 billion yuan"),
    ("across a billion", "(990000000", "1010000000)", YUAN, "9.9亿～10.1亿元", "0.99–1.01 billion yuan"),
    ("thousands of yuan", "[75211", "75349)", YUAN, "7.521万～7.535万元", "75,210–75,350 yuan"),
    ("from nothing", "(0", "300000000)", YUAN, "0亿～3亿元", "0–300 million yuan"),
    ("a share", "(0.4465", "0.4575)", PERCENT, "44.6%～45.8%", "44.6–45.8%"),
    ("points", "(0.0085", "0.0112)", POINTS, "0.85～1.12个百分点", "0.85–1.12 percentage points"),
    ("up to one point", "(0.0085", "0.01)", POINTS, "0.85～1.00个百分点", "0.85–1.00 percentage points"),
    ("from one point", "[0.01", "0.0112)", POINTS, "1.00～1.12个百分点", "1.00–1.12 percentage points"),
    ("points lost", "(-0.012", "-0.009)", POINTS, "−1.2～−0.9个百分点", "−1.2 to −0.9 percentage points"),
    ("a share that fell", "[-0.026", "-0.014)", PERCENT, "−2.6%～−1.4%", "−2.6 to −1.4%"),
    ("either way", "(-150000000", "220000000)", YUAN, "−1.5亿～2.2亿元", "−150 to 220 million yuan"),
    ("sets", "(23790", "23920)", UNITS["套"], "2.379万～2.392万套", "23,790–23,920 sets"),
    ("times", "(1.94", "2.27)", UNITS["倍"], "1.94～2.27倍", "1.94–2.27×"),
    ("degrees", "(-200.5", "-199.5]", UNITS["℃"], "−200.5～−199.5℃", "−200.5 to −199.5 °C"),
    ("more than", "(800000000000", "", YUAN, "超8000亿元", "over 800 billion yuan"),
    ("at least", "[0.6", "", PERCENT, "60%以上", "at least 60%"),
    ("less than", "", "700000000)", YUAN, "不足7亿元", "under 700 million yuan"),
    ("no more than", "", "100000]", YUAN, "不超过10万元", "up to 100,000 yuan"),
    ("more than, not round", "(123456789", "", YUAN, "超1.234亿元", "over 123.4 million yuan"),
    ("less than, not round", "", "123456789)", YUAN, "不足1.235亿元", "under 123.5 million yuan"),
    ("one whole number", "[48953", "48953]", UNITS["件"], "4.8953万件", "48,953"),
    ("one round number", "[0.3875", "0.3875]", PERCENT, "38.75%", "38.75%"),
    ("nothing known", "", "", YUAN, "无从确定", "cannot be told"),
]  # fmt: skip


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown[0])
def test_an_interval_reads_as_a_reader_would_write_it(shown: tuple[str, str, str, Unit, str, str]) -> None:
    _, low, high, unit, zh, en = shown
    assert render_span(interval(low, high), unit) == (zh, en)


def test_a_number_without_a_finite_decimal_is_said_to_be_about_it() -> None:
    assert render_span(point(Fraction(1, 3)), PERCENT) == ("约33.33%", "about 33.33%")
    assert render_span(point(Fraction(2 * 10**9, 3)), YUAN) == ("约6.667亿元", "about 666.7 million yuan")


@pytest.mark.parametrize(
    ("low", "high", "unit", "zh", "en"),
    [
        ("[42935222672", "43293877551)", YUAN, "约430亿元", "about 43 billion yuan"),
        ("[40561", "40630)", YUAN, "约4.06万元", "about 40,600 yuan"),
        ("[-0.0274", "-0.0266)", POINTS, "约−2.7个百分点", "about −2.7 percentage points"),
    ],
)
def test_the_one_rounding_that_all_of_an_interval_shares(
    low: str, high: str, unit: Unit, zh: str, en: str
) -> None:
    assert render_about(interval(low, high), unit) == (zh, en)


# Properties: the same examples are tried each time, and no time is measured.
always = settings(deadline=None, derandomize=True, database=None, max_examples=200)
SHOWN_UNITS = [UNITS[name] for name in ("元", "%", "个百分点", "倍", "套", "件", "年")]


@st.composite
def numbers(draw: st.DrawFn) -> Fraction:
    """Numbers of every size, some with an end that other roundings end on."""
    size = Fraction(10) ** draw(st.integers(-4, 12))
    return draw(st.fractions(-50, 50, max_denominator=draw(st.sampled_from([1, 2, 20, 9999])))) * size


@st.composite
def bounded(draw: st.DrawFn) -> Interval:
    """An interval that is no point, wide or narrow for its size."""
    low = draw(numbers())
    width = abs(draw(numbers())) if draw(st.booleans()) else abs(low) / draw(st.integers(2, 10**5))
    assume(width)
    return Interval(low, low + width, draw(st.booleans()), draw(st.booleans()))


@always
@given(bounded(), st.sampled_from(SHOWN_UNITS), st.integers(1, 5))
def test_a_range_leaves_nothing_out_and_gives_little_away(wide: Interval, unit: Unit, digits: int) -> None:
    words = render_span(wide, unit, digits)
    low, high = zh_range(words.zh, unit)
    assert (low, high) == en_range(words.en, unit)
    assert wide.low is not None
    assert wide.high is not None
    coarsest = (wide.high - wide.low) / 10 ** (digits - 1)
    assert wide.low - coarsest < low <= wide.low
    assert wide.high <= high < wide.high + coarsest


@always
@given(numbers(), st.booleans(), st.booleans(), st.sampled_from(SHOWN_UNITS))
def test_a_bound_without_a_partner_is_moved_outward_by_less_than_a_thousandth(
    end: Fraction, is_low: bool, is_closed: bool, unit: Unit
) -> None:
    span = Interval(end, None, low_closed=is_closed) if is_low else Interval(None, end, high_closed=is_closed)
    words = render_span(span, unit)
    zh, en = {
        (True, True): ("(.*)以上", "at least (.*)"),
        (True, False): ("超(.*)", "over (.*)"),
        (False, True): ("不超过(.*)", "up to (.*)"),
        (False, False): ("不足(.*)", "under (.*)"),
    }[is_low, is_closed]
    said = zh_number(inside(zh, words.zh), unit)
    assert said == en_number(inside(en, words.en), unit)
    moved = end - said if is_low else said - end
    assert 0 <= moved <= abs(end) / 1000


@always
@given(numbers(), st.sampled_from(SHOWN_UNITS))
def test_one_number_is_said_in_full_or_as_about_itself(number: Fraction, unit: Unit) -> None:
    words = render_span(point(number), unit)
    is_about = words.zh.startswith("约")
    assert is_about == words.en.startswith("about ")
    said = zh_number(words.zh.removeprefix("约"), unit)
    assert said == en_number(words.en.removeprefix("about "), unit)
    assert is_about == (said != number)
    assert abs(said - number) <= abs(number) / 1000
    if number.denominator == 1:
        assert said == number


@settings(always, max_examples=400)
@given(bounded(), st.sampled_from(SHOWN_UNITS))
def test_the_shared_rounding_is_that_of_every_number_and_the_finest_there_is(
    wide: Interval, unit: Unit
) -> None:
    words = render_about(wide, unit)
    expected = finest_shared(wide)
    if words is None:
        assert not expected or expected not in wide
    else:
        assert zh_number(words.zh.removeprefix("约"), unit) == expected
        assert en_number(words.en.removeprefix("about "), unit) == expected


def test_a_rounding_outside_the_interval_is_not_shown() -> None:
    assert render_about(interval("[800593013810", "801912123678)"), YUAN) is None
    assert render_about(interval("(0.47909", "0.47989)"), PERCENT) is None


@pytest.mark.parametrize("printed", ["530.3亿元", "8000亿元", "61.5%", "6.25万套", "1.62倍", "零下200℃"])
def test_what_a_printed_figure_stands_for_rounds_back_to_that_figure(printed: str) -> None:
    quantity = read(printed)
    assert quantity.interval is not None
    about = render_about(quantity.interval, quantity.unit)
    assert about is not None
    assert zh_number(about.zh.removeprefix("约"), quantity.unit) == quantity.value


def interval(low: str, high: str) -> Interval:
    """An interval from its ends as mathematicians write them; an empty end is none."""
    return Interval(
        Fraction(low[1:]) if low else None,
        Fraction(high[:-1]) if high else None,
        low.startswith("["),
        high.endswith("]"),
    )


def finest_shared(wide: Interval) -> Fraction | None:
    """The first of ever coarser roundings, halves away from zero, that all of the interval shares."""
    assert wide.low is not None
    assert wide.high is not None
    width = wide.high - wide.low
    hard_by = width / 10**9
    tried = [n for n in (wide.low, wide.low + hard_by, wide.high - hard_by, wide.high) if n in wide]
    place = Fraction(1, 10**12)
    while place < width:
        place *= 10
    for _ in range(8):
        rounded = {half_up(number, place) for number in tried}
        if len(rounded) == 1:
            return rounded.pop()
        place *= 10
    return None


def half_up(value: Fraction, place: Fraction) -> Fraction:
    """Rounded at `place`, halves away from zero."""
    steps = int(abs(value) / place + Fraction(1, 2))
    return (steps if value >= 0 else -steps) * place


ZH_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
EN_SCALES = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def inside(pattern: str, words: str) -> str:
    """What stands where a pattern leaves it open."""
    match = re.fullmatch(pattern, words)
    assert match, words
    return match[1]


def zh_range(words: str, unit: Unit) -> tuple[Fraction, Fraction]:
    """The ends of a Chinese range; the low one leaves its unit to the high one, but not a %."""
    low, high = words.split("～")
    shared = unit.printed if low[-1] in "0123456789万亿" else ""
    return zh_number(low + shared, unit), zh_number(high, unit)


def zh_number(words: str, unit: Unit) -> Fraction:
    """A number in Chinese, in the base unit; nothing else may stand in the words."""
    match = re.fullmatch(rf"(−?)([0-9]+(?:\.[0-9]+)?)(万亿|[万亿]|){unit.printed}", words)
    assert match, words
    number = Fraction(match[2]) * ZH_SCALES[match[3]] * unit.factor
    return -number if match[1] else number


def en_range(words: str, unit: Unit) -> tuple[Fraction, Fraction]:
    """The ends of an English range; the low one leaves to the high one what the two share."""
    low, high = words.split(" to ") if " to " in words else words.split("–")
    has_own_scale = any(scale and scale in low for scale in EN_SCALES)
    shared = high.lstrip("−0123456789.,")
    if has_own_scale:
        shared = re.sub(r"^ ?\w*illion", "", shared)
    return en_number(low + shared, unit, of_two=True), en_number(high, unit, of_two=True)


def en_number(words: str, unit: Unit, *, of_two: bool = False) -> Fraction:
    """A number in English, in the base unit; one alone, and only one alone, stands in the singular."""
    match = re.fullmatch(
        r"(−?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)(\.[0-9]+)?(?: (\w+illion))?(%|×| °C| [a-z ]+)?", words
    )
    assert match, words
    digits = Fraction(match[2].replace(",", "") + (match[3] or ""))
    number = digits * EN_SCALES[match[4] or ""] * unit.factor
    number = -number if match[1] else number
    nouns = {"%": "%", "倍": "×", "℃": " °C"}
    noun = unit.one if number == unit.factor and not of_two else unit.many
    assert (match[5] or "") == nouns.get(unit.printed, f" {noun}" if noun else ""), words
    return number
