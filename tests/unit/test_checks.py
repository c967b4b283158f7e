"""Whether what should hold does: one of three answers, its arithmetic, and the way to it from a figure."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import NamedTuple, get_args

import pytest

from cqdash.analysis import Analysis, analyse
from cqdash.analysis.checks import decide
from cqdash.dataset import load
from cqdash.dataset.relations import Answer, Holds
from cqdash.language import Text
from cqdash.language import analysis as words
from cqdash.quantity import Interval, point

PAPER = """\
publications:
  - id: paper
    title: {zh: 报纸, en: Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles:
      - {id: story, title: {zh: 标题, en: Title}, paragraphs: [[1]]}
"""
TAB = """\
tab: {order: 1, title: {zh: 页, en: Tab}, about: {zh: 一页。, en: A tab.}, headline: [], sections: []}
"""
RECORDS = {
    "north": "3亿元",
    "south": "4亿元",
    "city": "7亿元",
    "larger": "9.0亿元",
    "below": "近8亿元",
    "above": "超7亿元",
    "shops": "9家",
    "stalls": "8家",
    "many": "超5家",
    "third": "第三位",
    "fifth": "第五位",
    "share": "40%",
    "other-share": "45.0%",
    "rise": "5%",
    "fall": "5%",
    "again": "5%",
    "tenfold": "超10倍",
    "some": "约300人",
    "some-more": "约300人",
    "settled": "2020年",
    "years": "5年",
    "now": "2025年",
}
KINDS = {
    "rise": "growth",
    "fall": "growth, sign: down",
    "again": "growth",
    "tenfold": "growth",
    "settled": "date",
    "now": "date",
}
IMPLIED = {
    "both": "sum, of: [north, south]",
    "rest": "remainder, of: [larger, both]",
    "before-fall": "earlier, of: [city, fall]",
    "before-tenfold": "earlier, of: [city, tenfold]",
    "change": "sum, of: [rise, fall]",
}


class Case(NamedTuple):
    """A check, its answer, and its arithmetic up to the verdict."""

    declared: str
    answer: Answer
    zh: str
    en: str
    apart: tuple[str, str] | None = None


CASES = {
    "parts and whole": Case(
        "equal, left: {sum: [north, south]}, right: city",
        "consistent",
        "3亿元 + 4亿元 = 6亿～8亿元；[city]：7亿元。",
        "300 million yuan + 400 million yuan = 600–800 million yuan; [city]: 700 million yuan.",
    ),
    "parts and more than the whole": Case(
        "equal, left: both, right: larger",
        "inconsistent",
        "[both]：3亿元 + 4亿元 = 6亿～8亿元；[larger]：9.0亿元。",
        "[both]: 300 million yuan + 400 million yuan = 600–800 million yuan; [larger]: 900 million yuan.",
        ("0.9亿～3.1亿元", "90–310 million yuan"),
    ),
    "a figure and a bound": Case(
        "equal, left: city, right: below",
        "undecidable",
        "[city]：7亿元；[below]：近8亿元。",
        "[city]: 700 million yuan; [below]: nearly 800 million yuan.",
    ),
    "two figures without bounds": Case(
        "equal, left: some, right: some-more",
        "undecidable",
        "[some]：约300人；[some-more]：约300人。",
        "[some]: about 300; [some-more]: about 300.",
    ),
    "a rise and a rise": Case(
        "equal, left: rise, right: again",
        "consistent",
        "[rise]：+5%；[again]：+5%。",
        "[rise]: +5%; [again]: +5%.",
    ),
    "a rise and a fall by as much": Case(
        "equal, left: rise, right: fall",
        "inconsistent",
        "[rise]：+5%；[fall]：−5%。",
        "[rise]: +5%; [fall]: −5%.",
        ("9～11个百分点", "9–11 percentage points"),
    ),
    "two shares": Case(
        "equal, left: share, right: other-share, also: [stalls]",
        "inconsistent",
        "[share]：40%；[other-share]：45.0%。",
        "[share]: 40%; [other-share]: 45.0%.",
        ("4.4～5.6个百分点", "4.4–5.6 percentage points"),
    ),
    "two ranks, which are not subtracted": Case(
        "equal, left: third, right: fifth",
        "inconsistent",
        "[third]：第3位；[fifth]：第5位。",
        "[third]: 3rd; [fifth]: 5th.",
    ),
    "a year and so many years": Case(
        "equal, left: {sum: [settled, years]}, right: now",
        "consistent",
        "2020年 + 5年 = 2025年；[now]：2025年。",
        "2020 + 5 years = 2025; [now]: 2025.",
    ),
    "fewer": Case(
        "at-most, left: stalls, right: shops",
        "consistent",
        "[stalls]：8家；[shops]：9家。",
        "[stalls]: 8; [shops]: 9.",
    ),
    "more": Case(
        "at-most, left: shops, right: stalls",
        "inconsistent",
        "[shops]：9家；[stalls]：8家。",
        "[shops]: 9; [stalls]: 8.",
        ("1家", "1"),
    ),
    "a lower bound and a figure": Case(
        "at-most, left: many, right: shops",
        "undecidable",
        "[many]：超5家；[shops]：9家。",
        "[many]: over 5; [shops]: 9.",
    ),
    "two listed": Case(
        "at-most, left: {count: [north, south]}, right: many",
        "consistent",
        f"{words.COUNTED.zh.format(n=2, all='[north]、[south]')}；[many]：超5家。",
        f"{words.COUNTED.en.format(n=2, all='[north]; [south]')}; [many]: over 5.",
    ),
    "above the bound": Case(
        "within, left: larger, right: above",
        "consistent",
        "[larger]：9.0亿元；[above]：超7亿元。",
        "[larger]: 900 million yuan; [above]: over 700 million yuan.",
    ),
    "a share of it, below the bound": Case(
        "within, left: {product: [city, share]}, right: above",
        "inconsistent",
        "7亿元 × 40% = 2.56亿～3.04亿元；[above]：超7亿元。",
        "700 million yuan × 40% = 256–304 million yuan; [above]: over 700 million yuan.",
    ),
    "the largest, on both sides of the bound": Case(
        "within, left: {largest: [north, city]}, right: above",
        "undecidable",
        f"{words.LARGEST.zh.format(all='3亿元、7亿元', result='6.5亿～7.5亿元')}；[above]：超7亿元。",
        words.LARGEST.en.format(all="300 million yuan, 700 million yuan", result="650–750 million yuan")
        + "; [above]: over 700 million yuan.",
    ),
    "the smallest, above the bound": Case(
        "within, left: {smallest: [larger, city]}, right: both",
        "consistent",
        f"{words.SMALLEST.zh.format(all='9.0亿元、7亿元', result='6.5亿～7.5亿元')}；"
        "[both]：3亿元 + 4亿元 = 6亿～8亿元。",
        words.SMALLEST.en.format(all="900 million yuan, 700 million yuan", result="650–750 million yuan")
        + "; [both]: 300 million yuan + 400 million yuan = 600–800 million yuan.",
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    """The analysis of a small dataset with every case in its tab, and a check in another tab."""
    folder = tmp_path_factory.mktemp("small")
    records = "\n".join(
        f"  - {{id: {name}, label: {{zh: '[{name}]', en: '[{name}]'}}, article: story, line: 1, "
        f"printed: {printed}, kind: {KINDS.get(name, 'figure')}}}"
        for name, printed in RECORDS.items()
    )
    implied = "\n".join(
        f"  - {{id: {name}, label: {{zh: '[{name}]', en: '[{name}]'}}, kind: {kind}}}"
        for name, kind in IMPLIED.items()
    )
    checks = "\n".join(
        f"  - {{id: {id_of(name)}, tab: tab, title: {{zh: 标题, en: {id_of(name)}}}, holds: {case.declared}}}"
        for name, case in CASES.items()
    )
    elsewhere = (
        "{id: elsewhere, tab: other, title: {zh: 标题, en: Title}, holds: equal, left: north, right: city}"
    )
    (folder / "paper.yaml").write_text(PAPER, encoding="utf-8")
    (folder / "other.yaml").write_text(f"{TAB}checks: [{elsewhere}]\n", encoding="utf-8")
    (folder / "tab.yaml").write_text(
        f"{TAB}records:\n{records}\nimplied:\n{implied}\nchecks:\n{checks}\n", encoding="utf-8"
    )
    return analyse(load(folder))


@pytest.mark.parametrize("name", CASES)
def test_a_check_has_its_answer_with_the_arithmetic_in_both_languages(small: Analysis, name: str) -> None:
    case = CASES[name]
    finding = small.finding(id_of(name))
    assert finding.answer == case.answer
    verdict = words.VERDICTS[finding.check.holds, finding.answer]
    if name in ("a rise and a rise", "a year and so many years"):
        verdict = words.VERDICTS["equal", "same"]
    apart = words.APART.fill(gap=Text(*case.apart)) if case.apart else None
    assert finding.arithmetic.zh == case.zh + verdict.zh + (apart.zh if apart else "")
    assert finding.arithmetic.en == f"{case.en} {verdict.en}" + (f" {apart.en}" if apart else "")


def test_the_cases_give_each_answer_to_each_relation(small: Analysis) -> None:
    found = {(finding.check.holds, finding.answer) for finding in small.findings_of("tab")}
    assert found == set(product(get_args(Holds), get_args(Answer)))


def test_what_does_not_agree_comes_first_and_what_agrees_last(small: Analysis) -> None:
    found = [(finding.answer, finding.check.id) for finding in small.findings_of("tab")]
    expected = [
        (answer, id_of(name))
        for answer in ("inconsistent", "undecidable", "consistent")
        for name, case in CASES.items()
        if case.answer == answer
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("identifier", "findings"),
    [
        ("both", ["parts and more than the whole", "the smallest, above the bound"]),
        ("stalls", ["two shares", "more", "fewer"]),
        ("many", ["a lower bound and a figure", "two listed"]),
        (
            "south",
            [
                "parts and more than the whole",
                "parts and whole",
                "two listed",
                "the smallest, above the bound",
            ],
        ),
        ("settled", ["a year and so many years"]),
        ("rest", []),
    ],
)
def test_a_figure_leads_to_every_finding_it_enters_by_itself_or_within_an_implied_value(
    small: Analysis, identifier: str, findings: list[str]
) -> None:
    assert [each.check.id for each in small.findings_on(identifier)] == [id_of(name) for name in findings]


def test_a_figure_leads_to_findings_of_other_tabs_after_those_of_its_own(small: Analysis) -> None:
    tabs = [finding.check.tab for finding in small.findings_on("north")]
    assert tabs == ["tab"] * 5 + ["other"]


def test_a_fall_makes_the_level_before_it_higher_and_a_sum_smaller(small: Analysis) -> None:
    [before] = small.implied("before-fall").readings
    assert before.formula == ("7亿元 ÷ (1 − 5%)", "700 million yuan ÷ (1 − 5%)")
    assert before.interval == Interval(
        650_000_000 / Fraction("0.955"), 750_000_000 / Fraction("0.945"), low_closed=True
    )
    [change] = small.implied("change").readings
    assert change.interval == Interval(Fraction(-1, 100), Fraction(1, 100))


def test_a_growth_of_more_than_n_times_gives_a_level_below_a_bound_in_both_readings(small: Analysis) -> None:
    by, to = small.implied("before-tenfold").readings
    assert (by.interval, to.interval) == (
        Interval(Fraction(0), Fraction(750_000_000, 11)),
        Interval(Fraction(0), Fraction(75_000_000)),
    )
    assert by.formula == ("7亿元 ÷ (1 + 超10)", "700 million yuan ÷ (1 + over 10)")
    assert to.formula == ("7亿元 ÷ 超10", "700 million yuan ÷ over 10")


# Every interval with ends among a few numbers, each end open, closed or absent.
ENDS = [Fraction(end) for end in (0, 1, 2, 3)]
SIDES = [(None, False), *product(ENDS, (True, False))]
UNKNOWN = Interval(None, None)
INTERVALS = [point(end) for end in ENDS] + [
    Interval(low, high, low_closed, high_closed)
    for (low, low_closed), (high, high_closed) in product(SIDES, SIDES)
    if low is None or high is None or low < high
]
NUMBERS = [Fraction(quarters, 4) for quarters in range(-4, 17)]
"""At each end, between two, and beyond them all: no interval over ENDS tells more numbers apart."""
MEMBERS = {each: [number for number in NUMBERS if number in each] for each in INTERVALS}


def test_equal_is_answered_by_the_numbers_the_sides_have_in_common() -> None:
    for left, right in product(INTERVALS, INTERVALS):
        has_common = not set(MEMBERS[left]).isdisjoint(MEMBERS[right])
        is_known = None not in (left.low, left.high, right.low, right.high)
        expected = "undecidable"
        if not has_common:
            expected = "inconsistent"
        elif is_known or (left == right != UNKNOWN):
            expected = "consistent"
        assert decide("equal", left, right) == expected, (left, right)


def test_within_is_answered_by_whether_all_some_or_no_numbers_lie_inside() -> None:
    for left, right in product(INTERVALS, INTERVALS):
        inside = [number in right for number in MEMBERS[left]]
        is_known = left != UNKNOWN
        expected = (
            "consistent" if is_known and all(inside) else "undecidable" if any(inside) else "inconsistent"
        )
        assert decide("within", left, right) == expected, (left, right)


def test_at_most_is_answered_by_whether_all_some_or_no_pairs_are_in_order() -> None:
    for left, right in product(INTERVALS, INTERVALS):
        ordered = {x <= y for x in MEMBERS[left] for y in MEMBERS[right]}
        # A side without a bound goes on beyond the numbers tried.
        if left.high is None or right.low is None:
            ordered.add(False)
        if left.low is None or right.high is None:
            ordered.add(True)
        expected = (
            "undecidable" if len(ordered) > 1 else "consistent" if ordered == {True} else "inconsistent"
        )
        assert decide("at-most", left, right) == expected, (left, right)


def id_of(name: str) -> str:
    return name.replace(",", "").replace(" ", "-")
