"""Whether a section holds what its kind shows, and nothing it does not."""

from __future__ import annotations

from collections.abc import Iterator

from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section, SectionKind
from cqdash.language import Text
from cqdash.language.units import bases_named

Fault = tuple[str, Text]
"""The rule, and what is wrong."""

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


def section_faults(section: Section, sections: tuple[Section, ...], dataset: Dataset) -> Iterator[Fault]:
    """What is wrong with a section of a tab whose references have been looked at already."""
    if sum(other.id == section.id for other in sections) > 1:
        yield "id", Text(f"小节 id 重复：{section.id}", f"two sections have the id {section.id}")
    for name in ("columns", "rows", "records", "groups", "beside", "series"):
        if getattr(section, name) and name not in SHOWS[section.kind]:
            yield "section", Text(f"{section.kind} 不用 {name}", f"a {section.kind} does not use {name}")
    match section.kind:
        case "table":
            yield from _table(section)
        case "list":
            yield from _list(section)
        case "trends" if not section.series:
            yield "section", Text("要有 series", "it names no series")
        case "chart":
            yield from _chart(section, sections, dataset)


def _table(section: Section) -> Iterator[Fault]:
    if bool(section.rows) == bool(section.records):
        yield "section", Text("表格要有 rows 或 records（二者之一）", "a table has either rows or records")
    if section.rows and len(section.columns) < 2:
        yield "section", Text("rows 要有至少两个 columns", "rows need at least two columns")
    elif section.rows:
        yield from _cells(section, len(section.columns) - 1)
    elif section.columns:
        yield "section", Text("records 的列由程序给出", "the program gives the columns of records")


def _list(section: Section) -> Iterator[Fault]:
    if not section.groups or not all(group.items for group in section.groups):
        yield (
            "section",
            Text("列表要有 groups，每组至少一项", "a list has groups with at least one item each"),
        )


def _chart(section: Section, sections: tuple[Section, ...], dataset: Dataset) -> Iterator[Fault]:
    shown_beside = {other.id for other in sections if other.kind in ("table", "list")}
    if section.beside and section.beside not in shown_beside:
        yield (
            "reference",
            Text(f"没有这个表格或列表：{section.beside}", f"no such table or list: {section.beside}"),
        )
    if not section.rows:
        yield "section", Text("图要有 rows", "a chart has rows")
    yield from _cells(section, max(1, len(section.columns)))
    cells = [cell for row in section.rows for cell in row.cells if isinstance(cell, str)]
    bases = sorted(
        {
            unit.base
            for cell in cells
            if (cell in dataset.quantities or cell in dataset.relations) and (unit := dataset.unit_of(cell))
        }
    )
    if len(bases) > 1:
        message = Text("单位不同，不能相比：{said}", "units that do not compare: {said}")
        yield "chart", message.fill(said=bases_named(bases))


def _cells(section: Section, expected: int) -> Iterator[Fault]:
    for row in section.rows:
        if len(row.cells) != expected:
            yield (
                "cells",
                Text(
                    f"“{row.label.zh}”应有 {expected} 格，实有 {len(row.cells)}",
                    f"“{row.label.en}” should have {expected} cells, has {len(row.cells)}",
                ),
            )
