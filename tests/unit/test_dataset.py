"""The bundled data is sound, and a data file that is not says so, with file, line and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cqdash.dataset import BadDataset, Dataset, bundled, load
from cqdash.dataset.records import MEASURED

PAPER = """\
publications:
  - id: paper
    title: {zh: 报纸, en: Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles:
      - id: story
        title: {zh: 标题, en: Title}
        paragraphs: [[1], [2, 3]]
"""
TAB = """\
tab:
  order: 1
  title: {zh: 页, en: Tab}
  about: {zh: 一页。, en: A tab.}
  headline: [firms]
  sections:
    - {id: table, kind: table, title: {zh: 表, en: Table}, records: [firms, place]}
    - {id: chart, kind: chart, title: {zh: 图, en: Chart}, rows: [{label: {zh: 甲, en: A}, cells: [firms]}]}
records:
  - id: firms
    label: {zh: 企业, en: Firms}
    article: story
    line: 1
    printed: 8家
  - id: place
    label: {zh: 地点, en: Place}
    article: story
    line: [2, 3]
    printed: 山城
    kind: place
notes:
  - {id: reading, text: {zh: 说明, en: A note}, records: [firms]}
"""


def test_the_five_tabs_come_in_the_order_they_declare(dataset: Dataset) -> None:
    assert list(dataset.tabs) == ["innovation", "ip-policy", "trade", "pilots", "sme-service"]


def test_ids_are_words_with_hyphens(dataset: Dataset) -> None:
    ids = [*dataset.records, *dataset.relations, *dataset.checks, *(note.id for note in dataset.notes)]
    assert [name for name in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(@[0-9]{4})?", name)] == []


def test_every_measured_record_has_a_value_or_a_range_and_no_other_has(dataset: Dataset) -> None:
    measured = {record.id for record in dataset.records.values() if record.kind in MEASURED}
    assert measured == set(dataset.quantities)
    assert all(quantity.value is not None or quantity.interval for quantity in dataset.quantities.values())


def test_every_date_reads(dataset: Dataset) -> None:
    assert {record.id for record in dataset.records.values() if record.kind == "date"} == set(dataset.dates)


def test_every_record_can_be_cited_with_its_place_in_its_article(dataset: Dataset) -> None:
    nowhere = [r.id for r in dataset.records.values() if dataset.place(r).en == "place not given"]
    assert nowhere == []
    assert dataset.citation(dataset.records["car-exports"]) == (
        "《重庆日报》2026年1月，《全年进出口总值超8000亿元——重庆外贸增长的“三重密码”》，第1段",
        "Chongqing Daily, January 2026, “Over 800 billion yuan of trade in the year — three keys to "
        "Chongqing’s foreign-trade growth”, para. 1",
    )


def test_a_checkout_reads_its_own_data_folder() -> None:
    assert bundled() == Path(__file__).parents[2] / "data"


def test_the_small_dataset_the_faults_are_made_from_is_sound(tmp_path: Path) -> None:
    assert list(loaded(tmp_path, TAB).records) == ["firms", "place"]


FAULTS = {
    "an unknown key, with the nearest": (
        ("    kind: place", "    knid: place"),
        ["tab.yaml:20:5: unknown-key: unknown key: knid; did you mean kind?"],
    ),
    "a missing key": (
        ("    printed: 8家\n", ""),
        ["tab.yaml:10:5: missing-key: missing: printed"],
    ),
    "a key given twice": (
        ("    line: 1\n", "    line: 1\n    line: 2\n"),
        ["tab.yaml:14:5: duplicate-key: the key is given twice: line"],
    ),
    "a number where text belongs": (
        ("printed: 8家", "printed: 8"),
        ["tab.yaml:14:14: wrong-type: should be text, not empty (quote a number)"],
    ),
    "text where a number belongs": (
        ("order: 1", "order: first"),
        ["tab.yaml:2:10: wrong-type: should be a whole number, in digits alone (such as 1000)"],
    ),
    "a tagged number that is none": (
        ("order: 1", "order: !!int first"),
        ["tab.yaml:2:10: tag: tags (!) are not allowed; if it is text, quote it"],
    ),
    "one item where a list belongs": (
        ("headline: [firms]", "headline: firms"),
        ["tab.yaml:5:13: wrong-type: should be a list"],
    ),
    "one language instead of two": (
        ("label: {zh: 企业, en: Firms}", "label: Firms"),
        ["tab.yaml:11:12: wrong-type: should be key: value pairs"],
    ),
    "an empty text": (
        ("{zh: 页, en: Tab}", "{zh: 页, en: ''}"),
        ["tab.yaml:3:22: wrong-type: should be text, not empty (quote a number)"],
    ),
    "a kind there is none of": (
        ("kind: chart", "kind: pie"),
        [
            "tab.yaml:8:25: wrong-choice: should be one of: table, chart, list, rest, notes, form, trends, "
            "implied, findings, glossary"
        ],
    ),
    "an id given twice in a file": (
        ("id: place", "id: firms"),
        [
            "tab.yaml:7:76: unknown-id: no such record: place",
            "tab.yaml:15:9: duplicate-id: id already used in tab.yaml: firms",
        ],
    ),
    "an unreadable figure": (
        ("printed: 8家", "printed: 好几家"),
        ["tab.yaml:14:14: bad-figure: firms: not a figure: 好几家"],
    ),
    "an unreadable date": (
        ("printed: 山城\n    kind: place", "printed: 2月30日\n    kind: date"),
        ["tab.yaml:19:14: bad-date: place: no such day: 2月30日"],
    ),
    "an unknown record in a section": (
        ("records: [firms, place]", "records: [firms, plaice]"),
        ["tab.yaml:7:76: unknown-id: no such record: plaice"],
    ),
    "an unknown record in the headline": (
        ("headline: [firms]", "headline: [frims]"),
        ["tab.yaml:5:14: unknown-id: no such record: frims"],
    ),
    "an unknown record in a note": (
        ("records: [firms]}", "records: [frims]}"),
        ["tab.yaml:22:57: unknown-id: no such record: frims"],
    ),
    "an unknown article": (
        ("article: story\n    line: 1", "article: tale\n    line: 1"),
        ["tab.yaml:12:14: unknown-id: no such article: tale"],
    ),
    "a line outside the article": (
        ("line: [2, 3]", "line: [3, 4]"),
        ["tab.yaml:18:15: bad-line: its article has no line 4"],
    ),
    "no line at all": (
        ("line: [2, 3]", "line: []"),
        ["tab.yaml:18:5: bad-line: it stands on no line"],
    ),
    "a place in a chart": (
        ("cells: [firms]", "cells: [place]"),
        ["tab.yaml:8:98: bad-chart: only figures can be drawn: place"],
    ),
    "a raw control character": (
        ("printed: 8家", "printed: 8家\x1b[2J"),
        ["tab.yaml:14:16: bad-character: character U+001B is not allowed"],
    ),
    "a mark that turns text around": (
        ("printed: 8家", "printed: \u202e8家"),
        ["tab.yaml:14:14: bad-character: character U+202E is not allowed"],
    ),
    "an escaped control character": (
        ("printed: 8家", 'printed: "8家\\e[2J"'),
        ["tab.yaml:14:14: bad-character: an escape for U+001B, which is not allowed"],
    ),
    "an alias": (
        ("    label: {zh: 企业, en: Firms}", "    label: &name {zh: 企业, en: Firms}\n    text: *name"),
        [
            "tab.yaml:11:12: alias: anchors and aliases (& and *) are not allowed: write it out",
            "tab.yaml:12:11: alias: anchors and aliases (& and *) are not allowed: write it out",
        ],
    ),
    "several things in one file": (
        ("    line: 1\n    printed: 8家", "    line: one\n    print: 8家"),
        [
            "tab.yaml:10:5: missing-key: missing: printed",
            "tab.yaml:13:11: wrong-type: should be a whole number, in digits alone (such as 1000)",
            "tab.yaml:14:5: unknown-key: unknown key: print; did you mean printed?",
        ],
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_line_and_column(tmp_path: Path, fault: str) -> None:
    (old, new), told = FAULTS[fault]
    assert TAB.count(old) == 1
    assert problems(tmp_path, TAB.replace(old, new)) == told


def test_text_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    assert problems(tmp_path, TAB + "  - [unclosed\n")[0].startswith("tab.yaml:24:1: not-yaml: ")


def test_a_file_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    assert problems(tmp_path, b"tab: \xff\n") == ["tab.yaml:1:6: not-utf8: not UTF-8 text (byte 0xFF)"]


def test_an_id_of_another_file_is_told_with_that_file(tmp_path: Path) -> None:
    (tmp_path / "later.yaml").write_text(TAB.replace("id: place", "id: other"), encoding="utf-8")
    assert "tab.yaml:10:9: duplicate-id: id already used in later.yaml: firms" in problems(tmp_path, TAB)


def test_one_run_tells_the_problems_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "later.yaml").write_text("tabs: 1\n", encoding="utf-8")
    assert problems(tmp_path, TAB.replace("order: 1", "order: x")) == [
        "later.yaml:1:1: unknown-key: unknown key: tabs; did you mean tab?",
        "tab.yaml:2:10: wrong-type: should be a whole number, in digits alone (such as 1000)",
    ]


def test_problems_are_told_in_chinese_too(tmp_path: Path) -> None:
    with pytest.raises(BadDataset) as caught:
        loaded(tmp_path, TAB.replace("order: 1", "order: x"))
    assert [problem.to("zh") for problem in caught.value.problems] == [
        "tab.yaml:2:10: wrong-type: 应为整数，只用数字写（如 1000）"
    ]


@pytest.mark.parametrize(
    "plain", ["no", "on", "07", "1_000", "12:30", "0x1F", "1e3", "2024-01-01", "5.0", "="]
)
def test_a_plain_word_that_other_yaml_readers_turn_into_something_else_stays_text(
    tmp_path: Path, plain: str
) -> None:
    dataset = loaded(tmp_path, TAB.replace("printed: 山城", f"printed: {plain}"))
    assert dataset.records["place"].printed == plain


def loaded(folder: Path, tab: str | bytes) -> Dataset:
    """The dataset of a folder that holds a publication and this tab."""
    (folder / "paper.yaml").write_text(PAPER, encoding="utf-8")
    (folder / "tab.yaml").write_bytes(tab.encode() if isinstance(tab, str) else tab)
    return load(folder)


def problems(folder: Path, tab: str | bytes) -> list[str]:
    """What is wrong with that dataset, in English."""
    with pytest.raises(BadDataset) as caught:
        loaded(folder, tab)
    return [problem.to("en") for problem in caught.value.problems]
