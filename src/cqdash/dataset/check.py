"""What the types cannot say: figures that read, references that exist, lines an article has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from cqdash.dataset.check_analysis import analysis_faults
from cqdash.dataset.check_scheme import Known, scheme_faults
from cqdash.dataset.check_section import section_faults
from cqdash.dataset.data_file import DataFile
from cqdash.dataset.decode import Reading
from cqdash.dataset.glossary import Entry, glossary_faults
from cqdash.dataset.model import Dataset, lines_of
from cqdash.dataset.problems import Problem
from cqdash.dataset.records import MEASURED, Note, Record, Row, Section
from cqdash.dataset.relations import Check, Relation
from cqdash.dataset.series import Series
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
        for record in measured(data):
            try:
                if record.kind in MEASURED:
                    quantities[record.id] = read(record.printed, exact=record.kind == "amount")
                elif record.kind == "date":
                    dates[record.id] = read_date(record.printed)
            except Unreadable as error:
                message = Text(f"{record.id} 的数字读不出：{record.printed}", f"{record.id}: {error}")
                problems.append(Problem(name, *_place(data, reading, record), "figure", message))
    return quantities, dates, problems


def measured(data: DataFile) -> Iterator[Record]:
    """The records of a file, then the observations of its series."""
    yield from data.records
    for series in data.series:
        for observation in series.observations:
            if record := series.record(observation):
                yield record


def identified(data: DataFile) -> Iterator[tuple[str, object]]:
    """Every id of a file that must be its own in the whole dataset, with what has it."""
    own: list[Record | Note | Series | Relation | Check | Entry]
    own = [*data.records, *data.notes, *data.series, *data.implied, *data.checks, *data.glossary]
    for item in own:
        yield item.id, item
    for series in data.series:
        for observation in series.observations:
            if observation.printed is not None:
                yield series.observation_id(observation), series


def repeated_ids(files: Files) -> Iterator[Problem]:
    """A problem for every id that something else in any file already has."""
    first: dict[str, str] = {}
    for name, (data, reading) in files.items():
        for identifier, item in identified(data):
            if identifier in first:
                message = Text(
                    f"id 已在 {first[identifier]} 用过：{identifier}",
                    f"id already used in {first[identifier]}: {identifier}",
                )
                yield Problem(name, *reading.place(item), "id", message)
            first.setdefault(identifier, name)


def references(dataset: Dataset, files: Files) -> Iterator[Problem]:
    """A problem for every id that names nothing, and every line its article does not have."""
    for name, (data, reading) in files.items():
        for record in data.records:
            for rule, message in _record(record, dataset):
                yield Problem(name, *reading.place(record), rule, message)
        for note in data.notes:
            yield from _named(note.records, (name, *reading.place(note)), dataset)
        if data.tab:
            headline = [i for entry in data.tab.headline for i in named_in(entry)]
            yield from _named(headline, (name, *reading.place(data.tab)), dataset)
            for section in data.tab.sections:
                yield from _section(name, section, reading, dataset, data.tab.sections)
        yield from _sheet(name, data, reading, dataset)
        for item, rule, message in analysis_faults(data, dataset):
            yield Problem(name, *reading.place(item), rule, message)
    yield from _schemes(dataset, files)
    yield from _glossary(files)


def _record(record: Record, dataset: Dataset) -> Iterator[tuple[str, Text]]:
    if record.status != "printed":
        yield "status", Text("背景数字写在 series 里", "a background value belongs to a series")
    elif record.article not in dataset.articles:
        yield "reference", _unknown("篇文章", "article", record.article)
    elif not record.lines:
        yield "line", Text("没有行号", "it stands on no line")
    elif missing := set(record.lines) - lines_of(dataset.articles[record.article][1]):
        lines = ", ".join(map(str, sorted(missing)))
        yield "line", Text(f"该文章没有第 {lines} 行", f"its article has no line {lines}")


def _named(names: Iterable[str], place: tuple[str, int, int], dataset: Dataset) -> Iterator[Problem]:
    for identifier in names:
        if not is_known(dataset, identifier):
            yield Problem(*place, "reference", _unknown("条记录", "record", identifier))


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


def is_known(dataset: Dataset, identifier: str) -> bool:
    """Whether something has the id that can stand in a table: a record, an observation, an implied value."""
    return identifier in dataset.records or identifier in dataset.relations


def _place(data: DataFile, reading: Reading, record: Record) -> tuple[int, int]:
    """Where a record began; for an observation, where its series did."""
    if record.status == "printed":
        return reading.place(record)
    return next(reading.place(each) for each in data.series if record.id.startswith(each.id + "@"))


def _section(
    name: str, section: Section, reading: Reading, dataset: Dataset, sections: tuple[Section, ...]
) -> Iterator[Problem]:
    place = (name, *reading.place(section))
    yield from _named(records_in(section), place, dataset)
    for identifier in filter(partial(is_known, dataset), records_in(section)):
        if section.kind == "chart" and dataset.unit_of(identifier) is None:
            message = Text(f"图中只能有数字：{identifier}", f"only figures can be drawn: {identifier}")
            yield Problem(*place, "chart", message)
    for identifier in section.series:
        if identifier not in dataset.series:
            yield Problem(*place, "reference", _unknown("个序列", "series", identifier))
    for rule, message in section_faults(section, sections, dataset):
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


def _glossary(files: Files) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for name, (data, reading) in files.items():
        for entry, rule, message in glossary_faults(data.glossary, taken):
            yield Problem(name, *reading.place(entry), rule, message)


def _unknown(zh: str, en: str, identifier: str) -> Text:
    return Text(f"没有这{zh}：{identifier}", f"no such {en}: {identifier}")
