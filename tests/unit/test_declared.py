"""What a file declares to follow, or to hold, can be worked out; what cannot is told with its place."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from cqdash.analysis import analyse
from cqdash.dataset import BadDataset, Dataset, load
from cqdash.dataset.relations import Relation
from cqdash.quantity import Interval, render_about, render_span

PAPER = """\
publications:
  - id: paper
    title: {zh: 报纸, en: Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles:
      - {id: story, title: {zh: 标题, en: Title}, paragraphs: [[1]]}
"""
FIGURES = """\
tab:
  order: 1
  title: {zh: 页, en: Tab}
  about: {zh: 一页。, en: A tab.}
  headline: []
  sections:
    - {id: chart, kind: chart, title: {zh: 图, en: Chart},
       rows: [{label: {zh: 甲, en: A}, cells: [drawn]}]}
records:
  - {id: city, label: {zh: 甲, en: A}, article: story, line: 1, printed: 7亿元}
  - {id: north, label: {zh: 甲, en: A}, article: story, line: 1, printed: 3亿元}
  - {id: above, label: {zh: 甲, en: A}, article: story, line: 1, printed: 超6亿元}
  - {id: firms, label: {zh: 甲, en: A}, article: story, line: 1, printed: 8家}
  - {id: share, label: {zh: 甲, en: A}, article: story, line: 1, printed: 40%}
  - {id: nothing, label: {zh: 甲, en: A}, article: story, line: 1, printed: 0%}
  - {id: growth, label: {zh: 甲, en: A}, article: story, line: 1, printed: 5%, kind: growth}
  - {id: tenfold, label: {zh: 甲, en: A}, article: story, line: 1, printed: 超10倍, kind: growth}
  - {id: points, label: {zh: 甲, en: A}, article: story, line: 1, printed: 2个百分点, kind: growth}
  - {id: fewer, label: {zh: 甲, en: A}, article: story, line: 1, printed: 近10%, kind: growth, sign: down}
  - {id: place, label: {zh: 甲, en: A}, article: story, line: 1, printed: 山城, kind: place}
  - {id: day, label: {zh: 甲, en: A}, article: story, line: 1, printed: 1月26日, kind: date}
  - {id: year, label: {zh: 甲, en: A}, article: story, line: 1, printed: 2025年, kind: date}
sources:
  - {id: bureau, title: {zh: 统计局, en: Bureau}}
"""
DECLARED = """\
series:
  - {id: trade, tab: tab, label: {zh: 贸易, en: Trade}, observations: [
      {year: 2023, printed: 5.0亿元, source: bureau},
      {year: 2024, implied: earlier},
      {year: 2025, printed: 7.1亿元, source: bureau}]}
implied:
  - {id: earlier, label: {zh: 甲, en: A}, kind: earlier, of: [city, growth]}
  - {id: drawn, label: {zh: 甲, en: A}, kind: remainder, of: [city, north]}
  - {id: two-ways, label: {zh: 甲, en: A}, kind: earlier, of: [city, tenfold]}
  - {id: part, label: {zh: 甲, en: A}, kind: share, of: [drawn, trade@2023]}
  - {id: pull, label: {zh: 甲, en: A}, kind: pull, of: [city, growth, trade@2023]}
checks:
  - {id: summed, tab: tab, title: {zh: 甲, en: A}, holds: equal, left: {sum: [north]}, right: trade@2025}
  - {id: over, tab: tab, title: {zh: 甲, en: A}, holds: within, left: city, right: above, also: [firms]}
  - {id: counted, tab: tab, title: {zh: 甲, en: A}, holds: at-most, left: {count: [place, day]}, right: firms}
"""
SOUND = FIGURES + DECLARED
ROW = "  - {{id: x{n}, label: {{zh: 甲, en: A}}, kind: sum, of: [{of}]}}\n"
CHAIN = "".join(ROW.format(n=n, of=f"x{n - 1}" if n else "north") for n in range(21))
DOUBLED = "".join(ROW.format(n=n, of=f"x{n - 1}, x{n - 1}" if n else "north") for n in range(20))
AGAIN = "{id: again, tab: tab, label: {zh: 甲, en: A}, observations: [{year: 2024, "

FAULTS: dict[str, tuple[tuple[str, str], list[tuple[str, str]]]] = {
    "an unknown id in a relation": (
        ("kind: remainder, of: [city, north]", "kind: remainder, of: [city, nord]"),
        [("nord", "unknown-id: no such record: nord")],
    ),
    "an unknown id in a check": (
        ("left: city, right: above", "left: ctiy, right: above"),
        [("ctiy", "unknown-id: no such record: ctiy")],
    ),
    "an unknown id in a count": (
        ("count: [place, day]", "count: [plaice, day]"),
        [("plaice", "unknown-id: no such record: plaice")],
    ),
    "an unknown id beside a check": (
        ("also: [firms]", "also: [frims]"),
        [("frims", "unknown-id: no such record: frims")],
    ),
    "an unknown year of a series": (
        ("of: [drawn, trade@2023]", "of: [drawn, trade@2022]"),
        [("trade@2022", "unknown-id: no such record: trade@2022")],
    ),
    "a relation over what is no figure": (
        ("of: [city, north]", "of: [city, place]"),
        [("place]", "not-a-figure: not a figure: place")],
    ),
    "a check of what is no figure": (
        ("left: city, right: above", "left: place, right: above"),
        [("place, right", "not-a-figure: not a figure: place")],
    ),
    "a date without a year": (
        ("left: city, right: above", "left: day, right: year"),
        [("day, right", "not-a-figure: not a figure: day")],
    ),
    "too few inputs": (
        ("kind: earlier, of: [city, growth]", "kind: earlier, of: [city]"),
        [("of: [city]", "bad-relation: of should be, in order: level, growth")],
    ),
    "too many inputs": (
        ("kind: share, of: [drawn, trade@2023]", "kind: share, of: [drawn, trade@2023, trade@2025]"),
        [("of: [drawn", "bad-relation: of should be, in order: part, whole")],
    ),
    "a remainder of which nothing is taken": (
        ("kind: remainder, of: [city, north]", "kind: remainder, of: [city]"),
        [("of: [city]", "bad-relation: of should be, in order: whole, parts")],
    ),
    "no inputs, in a chart": (
        ("kind: remainder, of: [city, north]", "kind: remainder, of: []"),
        [
            ("drawn]", "bad-chart: only figures can be drawn: drawn"),
            ("of: []", "bad-relation: of should be, in order: whole, parts"),
            ("drawn, trade", "not-a-figure: not a figure: drawn"),
        ],
    ),
    "a growth that is none": (
        ("kind: earlier, of: [city, growth]", "kind: earlier, of: [city, share]"),
        [("share]", "bad-relation: not a change: share")],
    ),
    "a growth in percentage points": (
        ("kind: earlier, of: [city, growth]", "kind: earlier, of: [city, points]"),
        [("points]", "unit-mismatch: not a proportion: points")],
    ),
    "a share that is none": (
        ("kind: share, of: [drawn, trade@2023]", "kind: whole, of: [drawn, trade@2023]"),
        [("[drawn, |trade", "unit-mismatch: not a proportion: trade@2023")],
    ),
    "parts in another unit": (
        ("of: [city, north]", "of: [city, firms]"),
        [("of: [city, firms", "unit-mismatch: units that do not go together: count, yuan")],
    ),
    "a share of another unit": (
        ("kind: share, of: [drawn, trade@2023]", "kind: share, of: [drawn, firms]"),
        [("of: [drawn", "unit-mismatch: units that do not go together: count, yuan")],
    ),
    "a pull on a whole in another unit": (
        ("kind: pull, of: [city, growth, trade@2023]", "kind: pull, of: [city, growth, firms]"),
        [("of: [city, growth,", "unit-mismatch: units that do not go together: count, yuan")],
    ),
    "a figure that enters twice": (
        ("of: [city, north]", "of: [city, city]"),
        [
            ("city, city", "bad-relation: city enters more than once"),
            ("{id: part", "bad-relation: city enters more than once"),
        ],
    ),
    "a figure that enters again within an implied value": (
        ("of: [drawn, trade@2023]", "of: [drawn, north]"),
        [("[drawn, |north", "bad-relation: north enters more than once")],
    ),
    "a figure on both sides of a check": (
        ("left: city, right: above", "left: city, right: drawn"),
        [("city, right", "bad-check: city enters more than once")],
    ),
    "a figure doubled over and over": (
        ("checks:\n", DOUBLED + "checks:\n"),
        [(f"{{id: x{n},", f"bad-relation: {'north'} enters more than once") for n in range(1, 20)],
    ),
    "a value that rests on itself": (
        ("kind: earlier, of: [city, growth]", "kind: sum, of: [earlier]"),
        [("of: [earlier", "bad-relation: it rests on itself, or on more than 20 values in a row")],
    ),
    "a value in a chart that rests on itself": (
        ("of: [city, north]", "of: [drawn, north]"),
        [
            ("drawn]", "bad-chart: only figures can be drawn: drawn"),
            ("of: [drawn, north", "bad-relation: it rests on itself, or on more than 20 values in a row"),
            ("of: [drawn, trade", "bad-relation: it rests on itself, or on more than 20 values in a row"),
        ],
    ),
    "more values in a row than anyone follows": (
        ("checks:\n", CHAIN + "checks:\n"),
        [("of: [x19", "bad-relation: it rests on itself, or on more than 20 values in a row")],
    ),
    "two readings inside another value": (
        ("of: [drawn, trade@2023]", "of: [two-ways, trade@2023]"),
        [("two-ways, trade", "bad-relation: two-ways has two readings")],
    ),
    "two readings in a check": (
        ("left: city, right: above", "left: two-ways, right: above"),
        [("two-ways, right", "bad-check: two-ways has two readings")],
    ),
    "two readings in a series": (
        ("{year: 2024, implied: earlier}", "{year: 2024, implied: two-ways}"),
        [("two-ways}", "bad-series: two-ways has two readings")],
    ),
    "two units in a series": (
        ("printed: 7.1亿元", "printed: 7.1万台"),
        [
            ("observations", "unit-mismatch: more than one unit: 元, 台"),
            ("left: {sum", "unit-mismatch: the sides differ in unit: count, yuan"),
        ],
    ),
    "an implied year in another unit": (
        ("{year: 2024, implied: earlier}", "{year: 2024, implied: part}"),
        [("observations", "unit-mismatch: more than one unit: %, 元")],
    ),
    "years not in order": (
        ("year: 2025, printed", "year: 2022, printed"),
        [
            ("{year: 2022", "bad-series: years should go up, each given once"),
            ("trade@2025", "unknown-id: no such record: trade@2025"),
        ],
    ),
    "a year given twice": (
        ("year: 2025, printed", "year: 2024, printed"),
        [
            ("{year: 2024, printed", "bad-series: years should go up, each given once"),
            ("trade@2025", "unknown-id: no such record: trade@2025"),
        ],
    ),
    "no years at all": (
        ("implied:\n", f"  - {AGAIN.removesuffix('{year: 2024, ')}]}}\nimplied:\n"),
        [("observations: []", "bad-series: years should go up, each given once")],
    ),
    "a value without its source": (
        ("printed: 7.1亿元, source: bureau", "printed: 7.1亿元"),
        [
            ("{year: 2025", "bad-series: 2025 needs printed and source, or implied alone"),
            ("trade@2025", "unknown-id: no such record: trade@2025"),
        ],
    ),
    "a source without a value": (
        ("implied:\n", f"  - {AGAIN}source: bureau}}]}}\nimplied:\n"),
        [("{year: 2024, source", "bad-series: 2024 needs printed and source, or implied alone")],
    ),
    "a value both printed and implied": (
        ("implied:\n", f"  - {AGAIN}printed: 好些, source: bureau, implied: part}}]}}\nimplied:\n"),
        [
            ("{year: 2024, printed", "bad-series: 2024 needs printed and source, or implied alone"),
            ("part}", "duplicate-id: id already used in tab.yaml: part"),
        ],
    ),
    "a value that does not read": (
        ("implied:\n", f"  - {AGAIN}printed: 好些亿元, source: bureau}}]}}\nimplied:\n"),
        [("好些亿元", "bad-figure: again@2024: not a figure: 好些亿元")],
    ),
    "a value without both bounds": (
        ("implied:\n", f"  - {AGAIN}printed: 超7亿元, source: bureau}}]}}\nimplied:\n"),
        [("超7亿元", "bad-series: a series takes bounded values: 超7亿元")],
    ),
    "an unknown source": (
        ("printed: 7.1亿元, source: bureau", "printed: 7.1亿元, source: bureu"),
        [("bureu", "unknown-id: no such source: bureu")],
    ),
    "an unknown implied value in a series": (
        ("implied: earlier", "implied: earleir"),
        [("earleir", "unknown-id: no such implied value: earleir")],
    ),
    "an unknown tab": (
        ("{id: over, tab: tab,", "{id: over, tab: tub,"),
        [("tub", "unknown-id: no such tab: tub")],
    ),
    "sides of different units": (
        ("left: city, right: above", "left: firms, right: above"),
        [("left: firms", "unit-mismatch: the sides differ in unit: count, yuan")],
    ),
    "a side of different units": (
        ("left: city, right: above", "left: {sum: [city, firms]}, right: above"),
        [("left: {sum: [city", "unit-mismatch: the sides differ in unit: count, yuan")],
    ),
    "two terms on a side": (
        ("left: city, right: above", "left: {sum: [city], largest: [north]}, right: above"),
        [("left: {sum: [city", "bad-check: a side is worked out in exactly one way")],
    ),
    "no term on a side": (
        ("left: city, right: above", "left: {sum: []}, right: above"),
        [("left: {sum: []", "bad-check: a side is worked out in exactly one way")],
    ),
    "a background value among the records of the page": (
        ("printed: 8家}", "printed: 8家, status: background}"),
        [("background", "bad-status: a background value belongs to a series")],
    ),
    "an implied value under the id of a record": (
        ("{id: two-ways,", "{id: nothing,"),
        [("nothing, label: {zh: 甲, en: A}, kind", "duplicate-id: id already used in tab.yaml: nothing")],
    ),
    "a check under the id of a series": (
        ("{id: over,", "{id: trade,"),
        [("trade, tab: tab, title", "duplicate-id: id already used in tab.yaml: trade")],
    ),
}


def test_the_declarations_the_faults_are_made_from_are_sound(tmp_path: Path) -> None:
    dataset = loaded(tmp_path, SOUND)
    assert (len(dataset.series), len(dataset.relations), len(dataset.checks)) == (1, 5, 3)


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_worked_out_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    (old, new), told = FAULTS[name]
    assert SOUND.count(old) == 1
    text = SOUND.replace(old, new)
    with pytest.raises(BadDataset) as raised:
        loaded(tmp_path, text)
    assert [problem.to("en") for problem in raised.value.problems] == [
        f"tab.yaml:{place(anchor, text)}: {said}" for anchor, said in told
    ]


def test_an_implied_value_outside_a_tabs_file_names_its_tab(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "implied:\n  - {id: more, label: {zh: 甲, en: A}, kind: sum, of: [north, city]}\n", encoding="utf-8"
    )
    with pytest.raises(BadDataset) as raised:
        loaded(tmp_path, SOUND)
    assert [problem.to("en") for problem in raised.value.problems] == [
        "more.yaml:2:10: unknown-id: no such tab: more"
    ]


def test_a_figure_of_another_file_can_be_declared_upon(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "implied:\n  - {id: more, label: {zh: 甲, en: A}, kind: sum, of: [north, trade@2023], tab: tab}\n",
        encoding="utf-8",
    )
    assert loaded(tmp_path, SOUND).tab_of["more"] == "tab"


# Figures of every form. Each place in a declaration takes one that may stand there, or anything at all.
MORE = {
    "nearly": "近9亿元",
    "odd": "60余亿元",
    "between": "1亿元到2亿元",
    "none": "0亿元",
    "capped": "不超过5亿元",
    "around": "约3亿元",
    "whole": "100元",
}
MONEY = ["city", "north", "above", "s@2023", *MORE]
GROWTH = ["growth", "tenfold", "fewer"]
SHARE = ["share", "nothing"]
ANYTHING = [*MONEY, *GROWTH, *SHARE, "points", "firms", "place", "day", "year", "drawn", "r1", "r2", "s", "-"]
SLOTS = {
    "earlier": [MONEY, GROWTH],
    "increase": [MONEY, GROWTH],
    "pull": [MONEY, GROWTH, MONEY],
    "whole": [MONEY, SHARE],
    "share": [MONEY, MONEY],
    "each": [MONEY, ["firms"]],
    "sum": [MONEY, MONEY],
    "remainder": [MONEY, MONEY],
}


@st.composite
def declarations(draw: st.DrawFn) -> str:
    """Relations, checks and a series, many of them sound."""

    def ids(slots: list[list[str]]) -> list[str]:
        money = draw(st.permutations(MONEY))
        likely = [money.pop() if slot is MONEY else draw(st.sampled_from(slot)) for slot in slots]
        return [each if draw(st.integers(0, 29)) else draw(st.sampled_from(ANYTHING)) for each in likely]

    def side(names: list[str]) -> str:
        term = draw(st.sampled_from(["", "sum", "product", "largest", "smallest", "count"]))
        return f"{{{term}: [{', '.join(names)}]}}" if term else names[0]

    label = "{zh: 甲, en: A}"
    text = "".join(
        f"  - {{id: {name}, label: {label}, article: story, line: 1, printed: {printed}}}\n"
        for name, printed in MORE.items()
    )
    text += "implied:\n"
    for name in ("drawn", "r1", "r2"):
        kind = draw(st.sampled_from(list(SLOTS)))
        of = ids(SLOTS[kind]) if draw(st.integers(0, 29)) else ids([MONEY] * draw(st.integers(0, 4)))
        text += f"  - {{id: {name}, label: {label}, kind: {kind}, of: [{', '.join(of)}]}}\n"
    text += "checks:\n"
    for name in ("c1", "c2"):
        holds = draw(st.sampled_from(["equal", "at-most", "within"]))
        a, b, c = ids([MONEY, MONEY, MONEY])
        left, right = (side([a, b]), c) if draw(st.booleans()) else (a, side([b, c]))
        about = f"id: {name}, tab: tab, title: {label}, holds: {holds}"
        text += f"  - {{{about}, left: {left}, right: {right}}}\n"
    of = ids([MONEY])
    year = f"implied: {draw(st.sampled_from(['drawn', *of]))}" if draw(st.booleans()) else ""
    years = "{year: 2023, printed: 5.0亿元, source: bureau}" + (f", {{year: 2024, {year}}}" if year else "")
    return f"{text}series:\n  - {{id: s, tab: tab, label: {label}, observations: [{years}]}}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("declared")


@settings(deadline=None, derandomize=True, database=None, max_examples=300)
@given(declarations())
def test_whatever_is_declared_is_told_to_be_wrong_or_is_worked_out_and_said(
    folder: Path, declared: str
) -> None:
    records, sources = FIGURES.split("sources:\n")
    text = f"{records}{declared}sources:\n{sources}"
    try:
        dataset = loaded(folder, text)
    except BadDataset as error:
        event("refused")
        places = [(problem.line, problem.column) for problem in error.problems]
    else:
        event("worked out")
        places = []
        follow(dataset)
    assert all(line and column for line, column in places)


def follow(dataset: Dataset) -> None:
    """Work everything out and put it in words: an implied value holds what any possible figures make."""
    analysis = analyse(dataset)
    for value in analysis.implied_of("tab"):
        for reading in value.readings:
            about = render_about(reading.interval, value.unit)
            said = [reading.formula, render_span(reading.interval, value.unit), *([about] if about else [])]
            assert all(all(text) for text in said)
            for share in (Fraction(1, 100), Fraction(1, 2), Fraction(99, 100)):
                with contextlib.suppress(ZeroDivisionError):
                    assert possible(dataset, value.relation, share, reading.name) in reading.interval
    for finding in analysis.findings_of("tab"):
        assert all(finding.arithmetic)


KINDS: dict[str, Callable[..., Fraction]] = {
    "earlier": lambda level, growth: level / (1 + growth),
    "increase": lambda level, growth: level - level / (1 + growth),
    "pull": lambda level, growth, before: (level - level / (1 + growth)) / before,
    "growth": lambda level, before: level / before - 1,
    "whole": lambda part, share: part / share,
    "share": lambda part, whole: part / whole,
    "each": lambda amount, count: amount / count,
    "sum": lambda *parts: sum(parts, Fraction(0)),
    "remainder": lambda whole, *parts: whole - sum(parts),
}


def possible(dataset: Dataset, relation: Relation, share: Fraction, reading: str | None) -> Fraction:
    """What a relation makes of figures so far up the range that each may lie in."""
    values = []
    for each in relation.of:
        if each in dataset.relations:
            values.append(possible(dataset, dataset.relations[each], share, None))
        elif each in dataset.dates:
            values.append(Fraction(dataset.dates[each].year or 0))
        else:
            values.append(some_number(dataset.quantities[each].interval, share))
            if dataset.records[each].sign == "down":
                values[-1] = -values[-1]
    if (relation.kind == "whole" and not 0 < values[1] <= 1) or (
        relation.kind in ("earlier", "increase", "pull") and values[1] <= (0 if reading == "to" else -1)
    ):
        raise ZeroDivisionError  # no share is above all of it, and nothing falls by more than all of it
    if reading == "to":  # by so much less the base itself
        values[1] -= 1
    return KINDS[relation.kind](*values)


def some_number(interval: Interval | None, share: Fraction) -> Fraction:
    """A number of an interval; somewhere beyond its end where it has but one."""
    if interval is None or (interval.low is None and interval.high is None):
        return share
    if interval.low is None:
        assert interval.high is not None
        return interval.high - share
    if interval.high is None:
        return interval.low + share
    return interval.low + share * (interval.high - interval.low)


def loaded(folder: Path, text: str) -> Dataset:
    """The dataset of a folder that holds a publication and this tab."""
    (folder / "paper.yaml").write_text(PAPER, encoding="utf-8")
    (folder / "tab.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def place(anchor: str, text: str) -> str:
    """The line and column of some words of the file; where a bar stands in them, of what follows it."""
    words = anchor.replace("|", "")
    assert text.count(words) == 1, anchor
    before = text[: text.index(words) + max(0, anchor.find("|"))]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
