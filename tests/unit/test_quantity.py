"""A printed figure is read exactly, and what a reader sees in either language comes from that one value."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cqdash.quantity import Interval, Quantity, Unreadable, decimal_text, read, read_date, render, render_date
from cqdash.quantity.numerals import chinese_integer
from cqdash.quantity.printed import PREFIXES, SUFFIXES
from cqdash.quantity.units import UNITS

Example = tuple[str, str, str | None, str | None, str, str]
EXAMPLES: list[Example] = [
    # as printed, base unit, value, interval in the base unit, Chinese, English
    ("530.3亿元", "yuan", "53030000000", "[53025000000, 53035000000)", "530.3亿元", "53.03 billion yuan"),
    ("16.42亿元", "yuan", "1642000000", "[1641500000, 1642500000)", "16.42亿元", "1.642 billion yuan"),
    ("567亿元", "yuan", "56700000000", "[56650000000, 56750000000)", "567亿元", "56.7 billion yuan"),
    ("50万元", "yuan", "500000", "[495000, 505000)", "50万元", "500,000 yuan"),
    ("2000元", "yuan", "2000", "[1999.5, 2000.5)", "2000元", "2,000 yuan"),
    (
        "2.0万亿元",
        "yuan",
        "2000000000000",
        "[1950000000000, 2050000000000)",
        "2.0万亿元",
        "2.0 trillion yuan",
    ),
    ("突破万亿元", "yuan", "1000000000000", "(1000000000000, ∞)", "超1万亿元", "over 1 trillion yuan"),
    ("三亿五千万元", "yuan", "350000000", "[349995000, 350005000)", "35000万元", "350 million yuan"),
    ("超8000亿元", "yuan", "800000000000", "(800000000000, ∞)", "超8000亿元", "over 800 billion yuan"),
    ("不超过10万元", "yuan", "100000", "(-∞, 100000]", "不超过10万元", "up to 100,000 yuan"),
    ("最高50万元", "yuan", "500000", "(-∞, 500000]", "不超过50万元", "up to 500,000 yuan"),
    ("每年20万元", "yuan", "200000", "[195000, 205000)", "每年20万元", "200,000 yuan a year"),
    ("10万元到50万元", "yuan", None, "[100000, 500000]", "10万元至50万元", "100,000 to 500,000 yuan"),
    ("10至50万元", "yuan", None, "[100000, 500000]", "10万元至50万元", "100,000 to 500,000 yuan"),
    ("2000到3000元", "yuan", None, "[2000, 3000]", "2000至3000元", "2,000 to 3,000 yuan"),
    ("3亿到5亿元", "yuan", None, "[300000000, 500000000]", "3亿元至5亿元", "300 million to 500 million yuan"),
    ("23%", "fraction", "0.23", "[0.225, 0.235)", "23%", "23%"),
    ("近10%", "fraction", "0.1", "(-∞, 0.1)", "近10%", "nearly 10%"),
    ("六成以上", "fraction", "0.6", "[0.6, ∞)", "60%以上", "at least 60%"),
    ("一半", "fraction", "0.5", None, "一半", "half"),
    ("1.62倍", "multiple", "1.62", "[1.615, 1.625)", "1.62倍", "1.62×"),
    ("2倍", "multiple", "2", "[1.5, 2.5)", "2倍", "2×"),
    ("超20倍", "multiple", "20", "(20, ∞)", "超20倍", "over 20×"),
    ("八家", "count", "8", "[8, 8]", "8家", "8"),
    ("近7000家", "count", "7000", "(-∞, 7000)", "近7000家", "nearly 7,000"),
    ("3000家（次）", "count", "3000", "[3000, 3000]", "3000家（次）", "3,000"),
    ("50余个", "count", "50", "[51, 59]", "50余个", "50-odd"),
    ("400余个", "count", "400", "[401, 499]", "400余个", "400-odd"),
    ("累计130余个", "count", "130", "[131, 139]", "130余个", "130-odd"),
    ("20余万套", "count", "200000", "[200001, 299999]", "20余万套", "200,000-odd sets"),
    ("1.4万台（套）", "count", "14000", "[13500, 14500)", "1.4万台（套）", "14,000 units"),
    ("124个国家和地区", "count", "124", "[124, 124]", "124个国家和地区", "124 countries and regions"),
    ("双双", "count", "2", "[2, 2]", "2", "2"),
    ("约300人", "count", "300", None, "约300人", "about 300"),
    ("第六位", "rank", "6", "[6, 6]", "第6位", "6th"),
    ("首位", "rank", "1", "[1, 1]", "第1位", "1st"),
    ("第三场", "ordinal", "3", "[3, 3]", "第3场", "3rd"),
    ("连续8年", "year", "8", "[8, 8]", "连续8年", "8 years running"),
    ("十年", "year", "10", "[10, 10]", "10年", "10 years"),
    ("18个月", "month", "18", "[18, 18]", "18个月", "18 months"),
    ("零下200℃", "celsius", "-200", "(-200.5, -199.5]", "零下200℃", "−200 °C"),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_every_printed_form_has_its_value_interval_and_words(example: Example) -> None:
    printed, base, value, interval, zh, en = example
    quantity = read(printed)
    assert quantity.unit.base == base
    assert quantity.value == (Fraction(value) if value else None)
    assert notation(quantity.interval) == interval
    assert render(quantity) == (zh, en)


@pytest.mark.parametrize(("sign", "zh", "en"), [("up", "+1.82倍", "+1.82×"), ("down", "−1.82倍", "−1.82×")])
def test_a_change_carries_its_sign(sign: str, zh: str, en: str) -> None:
    assert render(read("1.82倍"), "up" if sign == "up" else "down") == (zh, en)


def test_an_amount_set_by_a_rule_is_that_amount_and_no_rounding_of_it() -> None:
    assert notation(read("50万元", exact=True).interval) == "[500000, 500000]"


@pytest.mark.parametrize(
    "printed",
    [
        *(
            "",
            "元",
            "第",
            "余家",
            "33618集群",
            "1+6",
            "１２家",
            "5.家",
            ".5家",
            "12,34家",
            "50万元/年",
        ),  # no figure
        *(
            "二三家",
            "三百五",
            "十十家",
            "三亿万元",
            "3亿万元",
            "零下5家",
            "第3.5位",
            "第50%",
        ),  # no such figure
        *(
            "不超过10万元以下",
            "超50余家",
            "50余万余元",
            "5余家",
            "0余家",
            "0.9余家",
        ),  # says two things, or leaves nothing
        *("500至1万元", "9到3家", "1到2到3家", "超3至5家", "5%至3家"),  # no range
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(printed: str) -> None:
    with pytest.raises(Unreadable):
        read(printed)


@pytest.mark.parametrize(
    ("printed", "en"),
    [
        ("2025年", "2025"),
        ("2025年度", "2025"),
        ("2025年3月", "March 2025"),
        ("2025年12月底", "the end of December 2025"),
        ("1月26日", "26 January"),
        ("2月29日", "29 February"),
    ],
)
def test_dates_read_as_printed(printed: str, en: str) -> None:
    assert render_date(read_date(printed)) == (printed, en)


@pytest.mark.parametrize("printed", ["", "年", "0000年", "13月", "0月", "2025年2月29日", "1月26日底", "26日"])
def test_days_that_no_calendar_has_are_refused(printed: str) -> None:
    with pytest.raises(Unreadable):
        read_date(printed)


# Properties: the same examples are tried each time, and no time is measured.
always = settings(deadline=None, derandomize=True, database=None, max_examples=300)
SCALES = {"": 1, "十": 10, "百": 100, "万": 10**4, "亿": 10**8, "千亿": 10**11, "万亿": 10**12}
Figure = tuple[str, Fraction, Fraction]
SHOWN_SCALES = (1, 10**4, 10**8, 10**12)


@st.composite
def plain_figures(draw: st.DrawFn, units: tuple[str, ...] = ("", *UNITS)) -> Figure:
    """A figure without a qualifier as a newspaper prints it; its value and last place, in the base unit."""
    unit = draw(st.sampled_from(units))
    scale = draw(st.sampled_from(list(SCALES)))
    is_whole = not scale and (not unit or UNITS[unit].is_whole)
    decimals = 0 if is_whole or unit == "位" else draw(st.integers(0, 3))
    steps = draw(st.integers(1, 10**7))
    digits = f"{steps // 10**decimals}" + (f".{steps % 10**decimals:0{decimals}}" if decimals else "")
    place = SCALES[scale] * (UNITS[unit].factor if unit else Fraction(1)) / 10**decimals
    if unit == "℃" and draw(st.booleans()):
        return f"零下{digits}{scale}{unit}", -steps * place, place
    return f"{digits}{scale}{unit}", steps * place, place


@st.composite
def figures(draw: st.DrawFn) -> str:
    """A figure with whatever a newspaper adds to it, or a range of two."""
    low, low_value, _ = draw(plain_figures())
    form = draw(st.sampled_from(["prefix", "suffix", "余", "range", "rank", "streak"]))
    match form:
        case "prefix":
            return draw(st.sampled_from(["", *PREFIXES])) + low
        case "suffix":
            return low + draw(st.sampled_from(list(SUFFIXES)))
        case "余":
            unit = draw(st.sampled_from(["家", "元", "%", "倍", "年"]))
            return f"{draw(st.integers(1, 999))}0余{draw(st.sampled_from(['', '万', '亿']))}{unit}"
        case "range":
            high, high_value, _ = draw(plain_figures((read(low).unit.printed,)))
            assume(low_value <= high_value)
            return low + draw(st.sampled_from("到至—")) + high
        case "rank":
            return f"第{draw(st.integers(1, 300))}{draw(st.sampled_from(['位', '场', '届']))}"
        case _:
            often, prefix = draw(st.sampled_from(["连续", "每年"])), draw(st.sampled_from(["", "超", "近"]))
            return f"{often}{prefix}{draw(st.integers(1, 99))}{draw(st.sampled_from(['年', '个月']))}"


@always
@given(plain_figures())
def test_reading_a_figure_gives_its_exact_value_and_place(figure: Figure) -> None:
    printed, value, place = figure
    quantity = read(printed)
    assert (quantity.value, quantity.place) == (value, place)
    assert quantity.interval is not None
    assert value in quantity.interval


@always
@given(plain_figures(), st.fractions(0, 1))
def test_the_interval_holds_just_what_rounds_to_the_printed_figure(figure: Figure, part: Fraction) -> None:
    printed, value, place = figure
    interval = read(printed).interval
    assert interval is not None
    assert interval.low is not None
    assert interval.high is not None
    assume(not interval.is_point)
    tried = interval.low + part * (interval.high - interval.low)
    assert (half_up(tried, place) == value) == (tried in interval)
    assert half_up(interval.low - place / 1000, place) != value
    assert half_up(interval.high + place / 1000, place) != value


@always
@given(figures())
def test_the_chinese_words_read_back_to_the_same_figure(printed: str) -> None:
    quantity = read(printed)
    again = read(render(quantity).zh)
    assert (again.value, again.unit.base) == (quantity.value, quantity.unit.base)
    assert (again.qualifier, again.consecutive) == (quantity.qualifier, quantity.consecutive)
    assert again.yearly == quantity.yearly
    # 成 is shown as a percentage and 千亿 as 亿, with a last place the page did not print.
    if quantity.unit.printed != "成" and quantity.scale in SHOWN_SCALES:
        assert again.interval == quantity.interval


@always
@given(figures())
def test_the_english_words_give_the_same_value_as_the_chinese(printed: str) -> None:
    quantity = read(printed)
    if quantity.value is not None:
        assert english_values(quantity) == [quantity.value]
    else:
        assert quantity.interval is not None
        assert english_values(quantity) == [quantity.interval.low, quantity.interval.high]


@always
@given(st.integers(1, 10**12 - 1))
def test_a_number_written_in_chinese_reads_back(number: int) -> None:
    assert chinese_integer(spelled(number)) == number


def notation(interval: Interval | None) -> str | None:
    """An interval as mathematicians write it."""
    if interval is None:
        return None
    low = "-∞" if interval.low is None else decimal_text(interval.low)
    high = "∞" if interval.high is None else decimal_text(interval.high)
    return f"{'[' if interval.low_closed else '('}{low}, {high}{']' if interval.high_closed else ')'}"


def half_up(value: Fraction, place: Fraction) -> Fraction:
    """Rounded at `place`, halves away from zero."""
    steps = int(abs(value) / place + Fraction(1, 2))
    return (steps if value >= 0 else -steps) * place


def english_values(quantity: Quantity) -> list[Fraction]:
    """The numbers in the English words, in the base unit."""
    words = render(quantity).en
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    values = []
    for sign, digits, percent, scale in re.findall(
        r"(−?)(\d[\d,]*(?:\.\d+)?)(?:-odd)?(%| percentage point)?(?: (\w+illion))?", words
    ):
        number = Fraction(digits.replace(",", "")) * (Fraction(1, 100) if percent else 1)
        values.append((-number if sign else number) * (scales[scale] if scale else 1))
    return values


def spelled(number: int) -> str:
    """A positive whole number below 10**12 in Chinese numerals."""
    groups = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    words = ""
    for group, scale in groups:
        if not group:
            words += "零" if words and not words.endswith("零") else ""
            continue
        digits = f"{group:04}" if words else str(group)
        for place, digit in enumerate(digits, 4 - len(digits)):
            if digit != "0":
                words += "一二三四五六七八九"[int(digit) - 1] + "千百十 "[place].strip()
            elif words and not words.endswith("零"):
                words += "零"
        words = words.rstrip("零") + scale
    return words.rstrip("零")
