"""The tabs are what their files declare: nothing is lost or without words, and YAML alone adds to them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest
from msgspec import Struct

from cqdash.analysis import analyse
from cqdash.dataset import Dataset, bundled, load
from cqdash.language import Text
from cqdash.tabs.blocks import Block, Chart, Headline, Listing, Notes, Table, TabView
from cqdash.tabs.build import build, build_all
from cqdash.tabs.detail import detail, details

NEW_RECORD = """
  - id: tried-figure
    label: {zh: 试加的数字, en: Added figure}
    article: trade
    line: 55
    printed: 530.3亿元
"""
NEW_SECTION = """
    - id: tried-section
      kind: table
      title: {zh: 试加的小节, en: Added section}
      records: [tried-figure]
"""
NEW_TAB = """\
# A tab of its own in a file of its own.
tab:
  order: 99
  title: {zh: 试加, en: Added}
  about: {zh: 试加的一页。, en: An added tab.}
  headline: [tried-rank]
  sections:
    - {id: rest, kind: rest, title: {zh: 其余, en: Rest}}
records:
  - {id: tried-rank, label: {zh: 试加的位次, en: Added rank}, article: trade, line: 69, printed: 第六位}
"""


@pytest.fixture(scope="module")
def views(dataset: Dataset) -> list[TabView]:
    return build_all(dataset)


def test_a_figure_a_section_and_a_tab_are_added_in_yaml_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(str(bundled()), folder)
    trade = (folder / "trade.yaml").read_text(encoding="utf-8")
    for heading, addition in (("\nrecords:\n", NEW_RECORD), ("\n  sections:\n", NEW_SECTION)):
        assert trade.count(heading) == 1
        trade = trade.replace(heading, heading + addition)
    (folder / "trade.yaml").write_text(trade, encoding="utf-8")
    (folder / "added.yaml").write_text(NEW_TAB, encoding="utf-8")

    dataset = load(folder)
    section = next(block for block in build(dataset, "trade").blocks if is_table(block, "tried-section"))
    assert section.title.en == "Added section"
    assert [cell.en for cell in section.rows[0].cells] == ["Added figure", "53.03 billion yuan", "para. 1"]
    added = build_all(dataset)[-1]
    assert (added.id, added.title.zh) == ("added", "试加")
    headline, rest = added.blocks
    assert isinstance(headline, Headline)
    assert [figure.shown for figure in headline.figures] == [("第6位", "6th")]
    assert isinstance(rest, Listing)
    assert [item.record for group in rest.groups for item in group.items] == ["tried-rank"]


def test_every_record_stands_in_a_table_or_a_list_of_its_tab(dataset: Dataset, views: list[TabView]) -> None:
    for view in views:
        shown = {record for block in view.blocks for record in records_of(block)}
        assert [record.id for record in dataset.records_of(view.id) if record.id not in shown] == []


def test_every_note_is_told_on_its_tab_and_with_its_records(dataset: Dataset, views: list[TabView]) -> None:
    for view in views:
        told = [text for block in view.blocks if isinstance(block, Notes) for text in block.notes]
        for text, note in zip(told, dataset.notes_of(view.id), strict=True):
            named = [dataset.records[record].label.zh for record in note.records[:1]]
            assert text.zh.endswith(note.text.zh)
            assert all(label in text.zh for label in named)
    for note in dataset.notes:
        for record in note.records:
            assert note.text in details(dataset, (record,))[0].notes


def test_a_row_has_one_mark_and_a_finding_comes_before_a_note(dataset: Dataset, views: list[TabView]) -> None:
    for table in (block for view in views for block in view.blocks if isinstance(block, Table)):
        for row in table.rows:
            about = [f for record in row.records if record not in dataset.series
                     for f in analyse(dataset).findings_on(record) if record in f.named]  # fmt: skip
            answers = {finding.answer for finding in about}
            has_note = any(record in dataset.notes_on for record in row.records)
            mark = "!" if "inconsistent" in answers else "?" if "undecidable" in answers else "*" * has_note
            assert row.mark == mark
            assert [cell.endswith(mark) for cell in row.cells[0]] == [True, True]
            assert row.cells[0].en.rstrip("!?*") + mark == row.cells[0].en


def test_a_chart_compares_three_or_more_figures_of_one_unit(dataset: Dataset, views: list[TabView]) -> None:
    charts = [block for view in views for block in view.blocks if isinstance(block, Chart)]
    assert charts
    for chart in charts:
        bars = [bar for group in chart.groups for bar in group.bars if bar]
        assert len({unit.base for bar in bars if (unit := dataset.unit_of(bar.record))}) == 1, chart.id
        assert len(bars) >= 3, chart.id


def test_a_chart_stands_beside_a_table_and_draws_only_what_the_tables_say(views: list[TabView]) -> None:
    for view in views:
        tabled = {record for block in view.blocks if isinstance(block, Table) for record in records_of(block)}
        for chart in (block for block in view.blocks if isinstance(block, Chart)):
            assert any(is_table(block, chart.beside) for block in view.blocks), chart.id
            assert {bar.record for group in chart.groups for bar in group.bars if bar} <= tabled, chart.id


def test_every_table_is_as_wide_as_its_columns(views: list[TabView]) -> None:
    for table in (block for view in views for block in view.blocks if isinstance(block, Table)):
        assert table.rows
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_nothing_is_without_words_in_either_language(dataset: Dataset, views: list[TabView]) -> None:
    details = [detail(dataset, record) for record in dataset.records.values()]
    empty = [
        text
        for part in (*views, *details)
        for text in texts(part)
        if not (text.zh.strip() and text.en.strip())
    ]
    assert empty == []


def test_the_detail_of_a_figure_gives_its_value_interval_and_citation(dataset: Dataset) -> None:
    shown = detail(dataset, dataset.records["car-exports"])
    fields = {field.name.en: field.value.en for field in shown.fields}
    assert fields["As printed"] == "530.3亿元"
    assert fields["Exact value"] == "53,030,000,000 yuan"
    assert fields["Interval"] == "from 53.025 billion to under 53.035 billion yuan"
    assert shown.citation is not None
    assert shown.citation.en.startswith("Chongqing Daily, January 2026, ")


def test_a_growth_in_multiples_is_given_both_readings(dataset: Dataset) -> None:
    multiples = [
        record
        for record in dataset.records.values()
        if record.kind == "growth" and dataset.quantities[record.id].unit.base == "multiple"
    ]
    assert multiples
    for record in multiples:
        assert "Two readings" in {field.name.en for field in detail(dataset, record).fields}


def is_table(block: Block, identifier: str | None) -> TypeGuard[Table]:
    return isinstance(block, Table) and block.id == identifier


def records_of(block: Block) -> Iterator[str]:
    """The records a reader can reach in a table or a list."""
    if isinstance(block, Table):
        yield from (record for row in block.rows for record in row.records)
    elif isinstance(block, Listing):
        for group in block.groups:
            yield from ([group.record] if group.record else [])
            yield from (item.record for item in group.items)


def texts(part: object) -> Iterator[Text]:
    """Every text in two languages inside a block or a detail."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple | list):
        for item in part:
            yield from texts(item)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name))
