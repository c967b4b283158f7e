"""The JSON export: every record of the tabs asked for, exact, in both languages."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cqdash.dataset import Dataset, load
from cqdash.export.as_json import render_json
from cqdash.tabs.build import build, build_all

PUBLICATIONS = """
publications:
  - id: paper
    title: {zh: 山城报, en: Hill City Paper}
    date: {zh: 2031年5月, en: May 2031}
    note: {zh: 虚构, en: invented}
    articles:
      - id: boats
        title: {zh: 江上的船, en: Boats on the river}
        paragraphs: [[3], [5, 7]]
        parts: [{lines: [1], name: {zh: 标题, en: headline}}]
"""
RIVER = """
tab:
  order: 1
  title: {zh: 江, en: River}
  about: {zh: 船与货。, en: Boats and freight.}
  headline: [freight]
  sections:
    - id: boats
      kind: table
      title: {zh: 船, en: Boats}
      columns: [{zh: 船种, en: Kind}, {zh: 货值, en: Value}, {zh: 增长, en: Growth}]
      rows:
        - {label: {zh: 货船, en: Freighters}, cells: [freight, fewer]}
        - {label: {zh: 渡船, en: Ferries}, cells: [~, ~]}
    - id: chart
      kind: chart
      beside: boats
      title: {zh: 货值, en: Value}
      rows: [{label: {zh: 货船, en: Freighters}, cells: [freight]}]
    - {id: rest, kind: rest, title: {zh: 另有, en: Also printed}}
    - id: who
      kind: list
      title: {zh: 谁, en: Who}
      groups: [{title: {zh: 机构, en: Bodies}, items: [office]}]
    - {id: notes, kind: notes, title: {zh: 须知, en: Notes}}
records:
  - id: freight
    label: {zh: 货值, en: Freight}
    article: boats
    line: [5, 7]
    printed: 超12.50亿元
    period: {zh: 上半年, en: first half}
  - {id: fewer, label: {zh: 减, en: Fall}, article: boats, line: 3, printed: 9.5%, kind: growth, sign: down}
  - {id: fee, label: {zh: 费用, en: Fee}, article: boats, line: 3, printed: 3万元到5万元, kind: amount}
  - {id: rank, label: {zh: 位次, en: Rank}, article: boats, line: 1, printed: 第三位}
  - {id: year, label: {zh: 年份, en: Year}, article: boats, line: 1, printed: 2030年, kind: date}
  - {id: day, label: {zh: 日期, en: Day}, article: boats, line: 1, printed: 5月4日, kind: date}
  - id: office
    label: {zh: 航务局, en: Harbour office}
    article: boats
    line: 1
    printed: 航务局
    kind: organisation
    text: {zh: 管船。, en: Looks after the boats.}
notes:
  - {id: one, text: {zh: 只算货船。, en: Freighters only.}, records: [freight]}
  - {id: two, text: {zh: 不含渡船。, en: No ferries.}, records: [freight, fewer]}
"""


@pytest.fixture
def invented(tmp_path: Path) -> Dataset:
    (tmp_path / "publications.yaml").write_text(PUBLICATIONS, encoding="utf-8")
    (tmp_path / "river.yaml").write_text(RIVER, encoding="utf-8")
    return load(tmp_path)


@pytest.fixture(scope="module")
def everything(dataset: Dataset) -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(render_json(dataset, build_all(dataset)))
    return exported


def texts(data: Any) -> Iterator[dict[str, str]]:
    if isinstance(data, dict):
        if "zh" in data or "en" in data:
            yield data
        else:
            yield from (text for value in data.values() for text in texts(value))
    elif isinstance(data, list):
        yield from (text for value in data for text in texts(value))


def test_the_whole_form_in_a_small_invented_dataset(
    invented: Dataset, golden: Callable[[str, str], None]
) -> None:
    golden("river.json", render_json(invented, build_all(invented)))


def test_all_tabs_hold_every_record_once(dataset: Dataset, everything: dict[str, Any]) -> None:
    told = [record["id"] for status in ("records", "background") for record in everything[status]]
    assert sorted(told) == sorted(dataset.records)
    assert {record["status"] for record in everything["records"]} == {"printed"}
    assert {record["status"] for record in everything["background"]} == {"background"}


def test_every_implied_value_is_held_with_its_interval_formula_and_inputs(
    dataset: Dataset, everything: dict[str, Any]
) -> None:
    assert {value["id"] for value in everything["implied"]} == set(dataset.relations)
    for value in everything["implied"]:
        assert value["status"] == "implied"
        assert set(value["inputs"]) <= set(dataset.records)
        assert value["formula"]["zh"]
        assert value["formula"]["en"]
        low, high = (Fraction(value["interval"][end]) for end in ("low", "high"))
        assert low < high
    assert [v["reading"] for v in everything["implied"] if v["id"] == "kd-sets-2024"] == ["by", "to"]
    assert {finding["id"] for finding in everything["findings"]} == set(dataset.checks)


def test_a_tab_holds_its_own_records_only(dataset: Dataset) -> None:
    exported = json.loads(render_json(dataset, [build(dataset, "trade")]))
    assert [tab["id"] for tab in exported["tabs"]] == ["trade"]
    assert {record["tab"] for record in exported["records"]} == {"trade"}
    assert [record["id"] for record in exported["records"]] == [r.id for r in dataset.records_of("trade")]


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("530.3亿元", "53030000000", "yuan"),
        ("超8000亿元", "800000000000", "yuan"),
        ("61.5%", "0.615", "fraction"),
        ("六成以上", "0.6", "fraction"),
        ("1.62倍", "1.62", "multiple"),
        ("6.25万套", "62500", "count"),
        ("第六位", "6", "rank"),
        ("2025年", "2025", "year"),
        ("1月26日", None, "date"),
        ("百团千企", None, None),
    ],
)
def test_the_value_is_exact_in_the_base_unit(
    everything: dict[str, Any], printed: str, value: str | None, unit: str | None
) -> None:
    found = {(r["value"], r["unit"]) for r in everything["records"] if r["printed"] == printed}
    assert found == {(value, unit)}


def test_a_value_is_never_outside_its_interval_nor_in_exponents(everything: dict[str, Any]) -> None:
    checked = 0
    for record in everything["records"]:
        interval = record["interval"]
        if record["value"] is None or interval is None or record["qualifier"] == "and-more":
            continue  # 50余 is 51 to 59
        assert set(record["value"]) <= set("-0123456789.")
        value = Decimal(record["value"])
        assert interval["low"] is None or Decimal(interval["low"]) <= value
        assert interval["high"] is None or value <= Decimal(interval["high"])
        checked += 1
    assert checked > 90


def test_every_text_is_there_in_both_languages(everything: dict[str, Any]) -> None:
    found = list(texts(everything))
    assert len(found) > 1000
    assert [text for text in found if set(text) != {"zh", "en"} or bool(text["zh"]) != bool(text["en"])] == []


def test_no_number_is_a_float(everything: dict[str, Any]) -> None:
    floats: list[str] = []
    json.loads(json.dumps(everything), parse_float=floats.append)
    assert floats == []


def test_it_starts_neither_rich_nor_plotext_nor_textual() -> None:
    script = (
        "import sys, cqdash.export.as_json; sys.exit(bool({'rich', 'plotext', 'textual'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
