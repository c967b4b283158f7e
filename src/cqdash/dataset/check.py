"""What the types cannot say: figures that read, references that exist, lines an article has."""

from __future__ import annotations

from collections.abc import Iterator

from cqdash.dataset.check_scheme import Known, scheme_faults
from cqdash.dataset.check_section import section_faults
from cqdash.dataset.decode import Reading
from cqdash.dataset.model import Dataset, lines_of
from cqdash.dataset.problems import Problem
from cqdash.dataset.records import MEASURED, DataFile, Note, Record, Row, Section
from cqdash.dataset.sheet import sheet_faults
from cqdash.language import Text
from cqdash.quantity import PrintedDate, Quantity, Unreadable, read, read_date

Files = dict[str, tuple[DataFile, Reading]]


def read_figures(files: Files) -> tuple[dict[str, Quantity], dict[str, PrintedDate], list[Problem]]:
    """The quantity of every measured record, the date of every date; problems for those that do not read."""
    quantities: dict[str, Quantity] = {}
    dates: dict[str, PrintedDate] = {}
    problems = []
    for name, (data, reading) in files.items():
        for record in data.records:
            try:
                if record.kind in MEASURED:
                    quantities[record.id] = read(record.printed, exact=record.kind == "amount")
                elif record.kind == "date":
                    dates[record.id] = read_date(record.printed)
            except Unreadable as error:
                message = Text(f"{record.id} 的数字读不出：{record.printed}", f"{record.id}: {error}")
                problems.append(Problem(name, *reading.place(record), "figure", message))
    return quantities, dates, problems


def identified(data: DataFile) -> tuple[Record | Note, ...]:
    """Everything in a file that has an id of its own in the dataset."""
    return (*data.records, *data.notes)


def repeated_ids(files: Files) -> Iterator[Problem]:
    """A problem for every id that another record or note of any file already has."""
    first: dict[str, str] = {}
    for name, (data, reading) in files.items():
        for item in identified(data):
            if item.id in first:
                message = Text(
                    f"id 已在 {first[item.id]} 用过：{item.id}",
                    f"id already used in {first[item.id]}: {item.id}",
                )
                yield Problem(name, *reading.place(item), "id", message)
            first.setdefault(item.id, name)


def references(dataset: Dataset, files: Files) -> Iterator[Problem]:
    """A problem for every id that names nothing, and every line its article does not have."""
    for name, (data, reading) in files.items():
        for record in data.records:
            place = (name, *reading.place(record))
            if record.article not in dataset.articles:
                yield Problem(*place, "reference", _unknown("文章", "article", record.article))
            elif not record.lines:
                yield Problem(*place, "line", Text("没有行号", "it stands on no line"))
            elif missing := set(record.lines) - lines_of(dataset.articles[record.article][1]):
                lines = ", ".join(map(str, sorted(missing)))
                yield Problem(
                    *place, "line", Text(f"该文章没有第 {lines} 行", f"its article has no line {lines}")
                )
        for note in data.notes:
            for identifier in note.records:
                if identifier not in dataset.records:
                    yield Problem(
                        name, *reading.place(note), "reference", _unknown("记录", "record", identifier)
                    )
        if data.tab:
            for identifier in (i for entry in data.tab.headline for i in named_in(entry)):
                if identifier not in dataset.records:
                    yield Problem(
                        name, *reading.place(data.tab), "reference", _unknown("记录", "record", identifier)
                    )
            for section in data.tab.sections:
                yield from _section(name, section, reading, dataset, data.tab.sections)
        yield from _sheet(name, data, reading, dataset)
    yield from _schemes(dataset, files)


def records_in(section: Section) -> Iterator[str]:
    """Every record id a section names, in reading order."""
    yield from section.records
    for row in section.rows:
        yield from named_in(row)
    for group in section.groups:
        if group.record:
            yield group.record
        yield from group.items


def named_in(entry: str | Row) -> tuple[str, ...]:
    """The record ids a row, or an entry that is one itself, names."""
    if isinstance(entry, str):
        return (entry,)
    return tuple(name for name in (entry.record, *entry.cells) if isinstance(name, str))


def _section(
    name: str, section: Section, reading: Reading, dataset: Dataset, sections: tuple[Section, ...]
) -> Iterator[Problem]:
    place = (name, *reading.place(section))
    for identifier in records_in(section):
        if identifier not in dataset.records:
            yield Problem(*place, "reference", _unknown("记录", "record", identifier))
        elif section.kind == "chart" and identifier not in dataset.quantities:
            message = Text(f"图中只能有数字：{identifier}", f"only figures can be drawn: {identifier}")
            yield Problem(*place, "chart", message)
    for rule, message in section_faults(section, sections, dataset.quantities):
        yield Problem(*place, rule, message)


def _sheet(name: str, data: DataFile, reading: Reading, dataset: Dataset) -> Iterator[Problem]:
    if data.sheet:
        notes = {note.id for note in dataset.notes}
        for item, rule, message in sheet_faults(data.sheet, dataset.records, notes):
            yield Problem(name, *reading.place(item), rule, message)


def _schemes(dataset: Dataset, files: Files) -> Iterator[Problem]:
    known = Known(dataset.records, {note.id for note in dataset.notes}, dataset.quantities)
    first: dict[str, str] = {}
    for name, (data, reading) in files.items():
        if data.scheme:
            for part, rule, message in scheme_faults(data.scheme, known):
                yield Problem(name, *reading.place(part), rule, message)
            identifier = data.scheme.id
            if identifier in first:
                message = Text(
                    f"id 已在 {first[identifier]} 用过：{identifier}",
                    f"id already used in {first[identifier]}: {identifier}",
                )
                yield Problem(name, *reading.place(data.scheme), "id", message)
            first.setdefault(identifier, name)


def _unknown(zh: str, en: str, identifier: str) -> Text:
    return Text(f"没有这个{zh}：{identifier}", f"no such {en}: {identifier}")
