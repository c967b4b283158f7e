"""A sheet to fill in as data: its parts, the records its answers come from, and what the page says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from msgspec import Struct

from cqdash.dataset.problems import Fault
from cqdash.forms import Field, FieldType
from cqdash.language import Text
from cqdash.language.rules import Rule

FIELD_TYPES: tuple[FieldType, ...] = ("text", "choice", "choices")
"""The types a sheet's own fields may have: a sheet has no years and computes nothing."""


class Area(Struct, frozen=True):
    """A question that `record` names and whose answers are the records `items`.

    `other` is the record of what the page's list leaves open: one more answer, with words of its own.
    """

    record: str
    items: tuple[str, ...]
    other: str | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The records to choose from, `other` last."""
        return (*self.items, self.other) if self.other else self.items

    @property
    def records(self) -> tuple[str, ...]:
        """Every record the area names."""
        return (self.record, *self.options)


class Part(Struct, frozen=True):
    """What is filled in under one title: areas to choose from, then fields of its own."""

    id: str
    title: Text
    areas: tuple[Area, ...] = ()
    fields: tuple[Field, ...] = ()


class Told(Struct, frozen=True):
    """What the page says of one matter, as records under a title: words, or a record's label."""

    title: str | Text
    records: tuple[str, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """Every record it names."""
        return (self.title, *self.records) if isinstance(self.title, str) else self.records


class Sheet(Struct, frozen=True):
    """All of one sheet. `notes` say what the page leaves out; they stand on the filled sheet."""

    id: str
    title: Text
    about: Text
    parts: tuple[Part, ...]
    told: tuple[Told, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas of every part, in order."""
        return tuple(area for part in self.parts for area in part.areas)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of every part that are no area's, in order."""
        return tuple(field for part in self.parts for field in part.fields)


def sheet_faults(sheet: Sheet, records: Collection[str], notes: Collection[str]) -> Iterator[Fault]:
    """What is wrong with a sheet in a dataset of these record and note ids."""
    for item, identifiers in _named(sheet):
        for identifier in identifiers:
            if identifier not in records:
                message = Text(f"没有这条记录：{identifier}", f"no such record: {identifier}")
                yield Fault(item, Rule.UNKNOWN_ID, message, identifier)
    for identifier in sheet.notes:
        if identifier not in notes:
            message = Text(f"没有这条须知：{identifier}", f"no such note: {identifier}")
            yield Fault(sheet, Rule.UNKNOWN_ID, message, identifier)
    yield from _repeated((part, part.id) for part in sheet.parts)
    yield from _repeated(_questions(sheet))
    for area in sheet.areas:
        yield from _repeated((area, option) for option in area.options)
    for field in sheet.fields:
        if field.type not in FIELD_TYPES:
            listed = ", ".join(FIELD_TYPES)
            message = Text(f"表单中的 type 应为其一：{listed}", f"a sheet’s type should be one of: {listed}")
            yield Fault(field, Rule.BAD_QUESTION, message, field.type)


def _named(sheet: Sheet) -> Iterator[tuple[object, tuple[str, ...]]]:
    for area in sheet.areas:
        yield area, area.records
    for field in sheet.fields:
        if field.record:
            yield field, (field.record,)
    for told in sheet.told:
        yield told, told.named


def _questions(sheet: Sheet) -> Iterator[tuple[object, str]]:
    """The id each answer is given under, with what asks for it."""
    for area in sheet.areas:
        yield area, area.record
        if area.other:
            yield area, area.other
    for field in sheet.fields:
        yield field, field.id


def _repeated(named: Iterator[tuple[object, str]]) -> Iterator[Fault]:
    seen: Counter[str] = Counter()
    for item, identifier in named:
        if seen[identifier]:
            message = Text(f"表单中已用过：{identifier}", f"used before in the sheet: {identifier}")
            yield Fault(item, Rule.DUPLICATE_ID, message, identifier)
        seen[identifier] += 1
