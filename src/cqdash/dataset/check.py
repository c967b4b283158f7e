"""What the types cannot say: figures that read, references that exist, lines an article has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cqdash.dataset.check_analysis import analysis_faults
from cqdash.dataset.check_scheme import scheme_faults
from cqdash.dataset.check_section import section_faults
from cqdash.dataset.data_file import DataFile
from cqdash.dataset.glossary import glossary_faults
from cqdash.dataset.model import Dataset, lines_of
from cqdash.dataset.parts import Parts
from cqdash.dataset.problems import Fault
from cqdash.dataset.records import MEASURED, Note, Record, Tab, named_in
from cqdash.dataset.rests import Rests
from cqdash.dataset.scheme_names import Known
from cqdash.dataset.series import Observation
from cqdash.dataset.sheet import sheet_faults
from cqdash.language import Text
from cqdash.language import data_file as words
from cqdash.language.rules import Rule
from cqdash.quantity import PrintedDate, Quantity, Unreadable, read, read_date


def read_figures(parts: Parts) -> tuple[dict[str, Quantity], dict[str, PrintedDate]]:
    """The quantity of every measured record, the date of every date; what does not read is told and lost."""
    quantities: dict[str, Quantity] = {}
    dates: dict[str, PrintedDate] = {}
    for part in parts.files:
        for item, record in _measured(part.data):
            try:
                if record.kind in MEASURED:
                    quantities.setdefault(record.id, read(record.printed, exact=record.kind == "amount"))
                elif record.kind == "date":
                    dates.setdefault(record.id, read_date(record.printed))
            except Unreadable as error:
                rule = Rule.BAD_DATE if record.kind == "date" else Rule.BAD_FIGURE
                zh = f"{record.id} 的数字读不出：{record.printed}"
                part.reading.fault(Fault(item, rule, Text(zh, f"{record.id}: {error}"), record.printed))
                parts.lose(record.id)
    return quantities, dates


def measured(data: DataFile) -> Iterator[Record]:
    """The records of a file, then the observations of its series."""
    return (record for _, record in _measured(data))


def _measured(data: DataFile) -> Iterator[tuple[Record | Observation, Record]]:
    """Each record with what it is in the file."""
    yield from zip(data.records, data.records, strict=True)
    for series in data.series:
        for observation in series.observations:
            if record := series.record(observation):
                yield observation, record


def identified(data: DataFile) -> Iterator[tuple[str, str, object]]:
    """Every id that must be its own in the whole dataset: the field it is in, itself, what has it."""
    for name in ("records", "notes", "series", "implied", "checks", "glossary"):
        for item in getattr(data, name):
            yield name, item.id, item
    for series in data.series:
        for observation in series.observations:
            if observation.printed is not None:
                yield "series", series.observation_id(observation), series


def _cited(data: DataFile) -> Iterator[tuple[str, str, object]]:
    """Every id of what is cited: what a record names as its article is one of these."""
    for publication in data.publications:
        yield "publications", publication.id, publication
        yield from (("articles", article.id, article) for article in publication.articles)
    yield from (("sources", source.id, source) for source in data.sources)


def _schemes(data: DataFile) -> Iterator[tuple[str, str, object]]:
    if data.scheme:
        yield "scheme", data.scheme.id, data.scheme


def repeated_ids(parts: Parts) -> None:
    """Tell every id that something else of its kind in any file already has."""
    for ids in (identified, _cited, _schemes):
        first: dict[str, str] = {}
        for part in parts.files:
            for _, identifier, item in ids(part.data):
                if identifier in first:
                    used = _used(first[identifier], identifier)
                    part.reading.fault(Fault(item, Rule.DUPLICATE_ID, used, identifier))
                first.setdefault(identifier, part.file)


def _used(file: str, identifier: str) -> Text:
    return Text(f"id 已在 {file} 用过：{identifier}", f"id already used in {file}: {identifier}")


def reference_faults(dataset: Dataset, parts: Parts) -> None:
    """Tell every id that names nothing, and what a record, a section or a scheme may not say."""
    lines = {identifier: lines_of(article) for identifier, (_, article) in dataset.articles.items()}
    notes = {note.id for note in dataset.notes}
    known = Known(dataset.records, notes, dataset.quantities)
    rests = Rests(dataset.relations)
    spellings: dict[str, str] = {}
    parts.lose_what_rests_on(dataset.relations)
    for part in parts.files:
        data = part.data
        faults: list[Iterable[Fault]] = [_record(record, dataset, lines) for record in data.records]
        faults += [_named(note, note.records, dataset) for note in data.notes]
        if not data.scheme:
            faults.append(_unseen([*data.records, *data.notes], dataset))
        if data.tab:
            faults += [_tab(data.tab, dataset), section_faults(data.tab.sections, dataset)]
        if data.sheet:
            faults.append(sheet_faults(data.sheet, dataset.records, notes))
        if data.scheme:
            faults.append(scheme_faults(data.scheme, known))
        faults += [analysis_faults(data, dataset, rests), glossary_faults(data.glossary, spellings)]
        for some in faults:
            for fault in some:
                parts.fault(part.reading, fault)


def _record(record: Record, dataset: Dataset, lines: dict[str, set[int]]) -> Iterator[Fault]:
    if record.status != "printed":
        message = Text("背景数字写在 series 里", "a background value belongs to a series")
        yield Fault(record, Rule.BAD_STATUS, message, record.status)
    elif record.article not in dataset.articles:
        yield Fault(record, Rule.UNKNOWN_ID, _no_such("篇文章", "article", record.article), record.article)
    elif not record.lines:
        yield Fault(record, Rule.BAD_LINE, Text("没有行号", "it stands on no line"), "line")
    elif missing := sorted(set(record.lines) - lines[record.article]):
        listed = ", ".join(map(str, missing))
        message = Text(f"该文章没有第{listed}行", f"its article has no line {listed}")
        yield Fault(record, Rule.BAD_LINE, message, str(missing[0]))


def _unseen(items: Iterable[Record | Note], dataset: Dataset) -> Iterator[Fault]:
    """Told once a file; what a scheme of the same file rests on need not be shown to be worked with."""
    for item in items:
        tab = dataset.tab_of[item.id]
        if dataset.tabs and tab not in dataset.tabs:
            yield Fault(item, Rule.NO_TAB, words.NO_SUCH_TAB.fill(tab=tab), tab)
            return


def _named(item: object, names: Iterable[str], dataset: Dataset) -> Iterator[Fault]:
    for identifier in names:
        if not dataset.has(identifier):
            yield Fault(item, Rule.UNKNOWN_ID, _no_such("条记录", "record", identifier), identifier)


def _tab(tab: Tab, dataset: Dataset) -> Iterator[Fault]:
    yield from _named(tab, [name for entry in tab.headline for name in named_in(entry)], dataset)
    for section in tab.sections:
        yield from _named(section, section.named, dataset)


def _no_such(zh: str, en: str, identifier: str) -> Text:
    return Text(f"没有这{zh}：{identifier}", f"no such {en}: {identifier}")
