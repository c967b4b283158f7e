"""Whether the sections of a tab hold what their kinds show, and nothing they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from cqdash.dataset.model import Dataset
from cqdash.dataset.problems import Fault
from cqdash.dataset.records import Section, SectionKind
from cqdash.language import Text
from cqdash.language.rules import Rule
from cqdash.language.units import bases_named

SHOWS: dict[SectionKind, tuple[str, ...]] = {
    "table": ("columns", "rows", "records"),
    "chart": ("columns", "rows", "beside"),
    "list": ("groups",),
    "rest": (),
    "notes": (),
    "form": (),
    "trends": ("series",),
    "findings": (),
    "implied": (),
    "glossary": (),
}
NO_GROUPS = Text("列表要有 groups，每组至少一项", "a list has groups with at least one item each")


def section_faults(sections: tuple[Section, ...], dataset: Dataset) -> Iterator[Fault]:
    """What is wrong with the sections of a tab; whether the records they name exist is another matter."""
    tables = {section.id for section in sections if section.kind in ("table", "list")}
    seen: Counter[str] = Counter()
    for section in sections:
        if seen[section.id]:
            message = Text(f"小节 id 重复：{section.id}", f"two sections have the id {section.id}")
            yield Fault(section, Rule.DUPLICATE_ID, message, section.id)
        seen[section.id] += 1
        for name in ("columns", "rows", "records", "groups", "beside", "series"):
            if getattr(section, name) and name not in SHOWS[section.kind]:
                message = Text(f"{section.kind} 不用 {name}", f"a {section.kind} does not use {name}")
                yield Fault(section, Rule.BAD_SECTION, message, name)
        for identifier in section.series:
            if identifier not in dataset.series:
                message = Text(f"没有这个序列：{identifier}", f"no such series: {identifier}")
                yield Fault(section, Rule.UNKNOWN_ID, message, identifier)
        match section.kind:
            case "table":
                yield from _table(section)
            case "list" if not section.groups or not all(group.items for group in section.groups):
                message = Text(
                    "列表要有 groups，每组至少一项", "a list has groups with at least one item each"
                )
                yield Fault(section, Rule.BAD_SECTION, message, "groups")
            case "trends" if not section.series:
                yield Fault(section, Rule.BAD_SECTION, Text("要有 series", "it names no series"))
            case "chart":
                yield from _chart(section, tables, dataset)


def _table(section: Section) -> Iterator[Fault]:
    if bool(section.rows) == bool(section.records):
        message = Text("表格要有 rows 或 records（二者之一）", "a table has either rows or records")
        yield Fault(section, Rule.BAD_SECTION, message)
    if section.rows and len(section.columns) < 2:
        message = Text("rows 要有至少两个 columns", "rows need at least two columns")
        yield Fault(section, Rule.BAD_SECTION, message, "rows")
    elif section.rows:
        yield from _cells(section, len(section.columns) - 1)
    elif section.columns:
        message = Text("records 的列由程序给出", "the program gives the columns of records")
        yield Fault(section, Rule.BAD_SECTION, message, "columns")


def _chart(section: Section, tables: Collection[str], dataset: Dataset) -> Iterator[Fault]:
    if section.beside and section.beside not in tables:
        message = Text(f"没有这个表格或列表：{section.beside}", f"no such table or list: {section.beside}")
        yield Fault(section, Rule.UNKNOWN_ID, message, section.beside)
    if not section.rows:
        yield Fault(section, Rule.BAD_SECTION, Text("图要有 rows", "a chart has rows"))
    yield from _cells(section, max(1, len(section.columns)))
    for identifier in filter(dataset.has, section.named):
        if dataset.unit_of(identifier) is None:
            message = Text(f"图中只能有数字：{identifier}", f"only figures can be drawn: {identifier}")
            yield Fault(section, Rule.BAD_CHART, message, identifier)
    drawn = {cell for row in section.rows for cell in row.cells if isinstance(cell, str)}
    bases = {
        unit.base
        for cell in drawn
        if (cell in dataset.quantities or cell in dataset.relations) and (unit := dataset.unit_of(cell))
    }
    if len(bases) > 1:
        message = Text("单位不同，不能相比：{said}", "units that do not compare: {said}")
        message = message.fill(said=bases_named(bases))
        yield Fault(section, Rule.UNIT_MISMATCH, message, "rows")


def _cells(section: Section, expected: int) -> Iterator[Fault]:
    for row in section.rows:
        if len(row.cells) != expected:
            message = Text(
                f"“{row.label.zh}”应有{expected}格，实有{len(row.cells)}格",
                f"“{row.label.en}” should have {expected} cells, has {len(row.cells)}",
            )
            yield Fault(row, Rule.BAD_CELLS, message, "cells")
