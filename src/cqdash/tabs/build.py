"""A tab as its file declares it, to blocks: one generic builder a kind of section."""

from __future__ import annotations

from cqdash.dataset.check import named_in, records_in
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Cell, Note, Record, Row, Section, Tab
from cqdash.language import Text, joined, words
from cqdash.tabs.blocks import (
    Align,
    Bar,
    BarGroup,
    Block,
    Chart,
    Column,
    Headline,
    HeadlineFigure,
    ListGroup,
    Listing,
    ListItem,
    Notes,
    Table,
    TableRow,
    TabView,
)
from cqdash.tabs.shown import marked, named, period, shown

NAMED = 3
"""So many records are named before a note; the rest are counted."""


def build(dataset: Dataset, tab: str) -> TabView:
    """The blocks of a tab. Raises KeyError for a tab the dataset does not have."""
    declared = dataset.tabs[tab]
    blocks: list[Block] = [_headline(dataset, declared)] if declared.headline else []
    blocks += [block for section in declared.sections if (block := _block(dataset, tab, section))]
    return TabView(tab, declared.title, declared.about, dataset.sources(tab), tuple(blocks))


def build_all(dataset: Dataset) -> list[TabView]:
    """Every tab, in order."""
    return [build(dataset, tab) for tab in dataset.tabs]


def _block(dataset: Dataset, tab: str, section: Section) -> Block | None:
    match section.kind:
        case "table" if section.rows:
            return _matrix(dataset, section)
        case "table":
            return _records(dataset, section, [dataset.records[i] for i in section.records])
        case "rest":
            left = _left_over(dataset, tab)
            return _by_kind(dataset, section, left) if left else None
        case "form":
            return None
        case "chart":
            return _chart(dataset, section)
        case "list":
            return _listing(dataset, section)
        case "notes":
            return _notes(dataset, tab, section)


def _notes(dataset: Dataset, tab: str, section: Section) -> Notes | None:
    notes = dataset.notes_of(tab)
    texts = tuple(_on(dataset, note) for note in notes)
    return Notes(section.id, section.title, texts, tuple(note.records for note in notes)) if notes else None


def _on(dataset: Dataset, note: Note) -> Text:
    """A note with what it is about before it, so that it can be understood by itself."""
    labels = list(dict.fromkeys(dataset.records[record].label for record in note.records))
    if not labels:
        return note.text
    more = words.AND_MORE.fill(n=len(labels) - NAMED) if len(labels) > NAMED else Text("", "")
    named_first = joined(labels[:NAMED], "、", ", ")
    return Text("【{r}{m}】{t}", "[{r}{m}] {t}").fill(r=named_first, m=more, t=note.text)


def _headline(dataset: Dataset, declared: Tab) -> Headline:
    figures = []
    for entry in declared.headline:
        for record in (dataset.records[identifier] for identifier in named_in(entry)):
            label = record.label if isinstance(entry, str) else entry.label
            figures.append(HeadlineFigure(record.id, label, named(dataset, record)))
    return Headline(tuple(figures))


def _matrix(dataset: Dataset, section: Section) -> Table:
    rows = []
    for row in section.rows:
        records = [dataset.records[identifier] for identifier in named_in(row)]
        cells = (row.label, *(_cell(dataset, cell) for cell in row.cells), _places(dataset, records))
        rows.append(_row(dataset, cells, tuple(records)))
    aligns: list[Align] = [
        "left",
        *(_align(dataset, section.rows, n) for n in range(len(section.columns) - 1)),
    ]
    columns = [Column(title, align) for title, align in zip(section.columns, aligns, strict=True)]
    return Table(
        section.id, section.title, section.about, (*columns, Column(words.SOURCE, rank=1)), tuple(rows)
    )


def _records(dataset: Dataset, section: Section, records: list[Record]) -> Table:
    is_measured = any(record.id in dataset.quantities for record in records)
    has_period = any(record.period for record in records)
    columns = [
        Column(words.ITEM),
        Column(words.FIGURE if is_measured else words.AS_PRINTED, "right" if is_measured else "left"),
        *([Column(words.PERIOD, rank=2)] if has_period else []),
        Column(words.SOURCE, rank=1),
    ]
    rows = []
    for record in records:
        cells = [record.label, _figure(dataset, record) if is_measured else shown(dataset, record)]
        if has_period:
            cells.append(period(record) or words.NOT_PRINTED)
        rows.append(_row(dataset, (*cells, dataset.place(record)), (record,)))
    return Table(section.id, section.title, section.about, tuple(columns), tuple(rows))


def _figure(dataset: Dataset, record: Record) -> Text:
    """A figure; for a claim or a name among figures, the words as printed, in English what kind they are."""
    if record.id in dataset.quantities or record.id in dataset.dates:
        return shown(dataset, record)
    return Text(record.printed, f"({words.KINDS[record.kind].en})")


def _by_kind(dataset: Dataset, section: Section, records: list[Record]) -> Listing:
    groups = []
    for kind, title in words.KINDS.items():
        items = tuple(_item(dataset, record, printed=True) for record in records if record.kind == kind)
        if items:
            groups.append(ListGroup(title, None, items))
    return Listing(section.id, section.title, section.about, tuple(groups))


def _row(dataset: Dataset, cells: tuple[Text, ...], records: tuple[Record, ...]) -> TableRow:
    noted = any(record.id in dataset.notes_on for record in records)
    label = marked(cells[0]) if noted else cells[0]
    return TableRow((label, *cells[1:]), tuple(record.id for record in records), noted)


def _cell(dataset: Dataset, cell: Cell) -> Text:
    if cell is None:
        return words.NOT_PRINTED
    return named(dataset, dataset.records[cell]) if isinstance(cell, str) else cell


def _places(dataset: Dataset, records: list[Record]) -> Text:
    return dataset.place(*records) if records else words.NOT_PRINTED


def _align(dataset: Dataset, rows: tuple[Row, ...], column: int) -> Align:
    ids = [row.cells[column] for row in rows if isinstance(row.cells[column], str)]
    return "right" if ids and all(identifier in dataset.quantities for identifier in ids) else "left"


def _chart(dataset: Dataset, section: Section) -> Chart:
    groups = tuple(
        BarGroup(row.label, tuple(_bar(dataset, cell, len(row.cells) == 1) for cell in row.cells))
        for row in section.rows
    )
    return Chart(section.id, section.title, section.columns, groups, section.beside)


def _bar(dataset: Dataset, cell: Cell, is_only: bool) -> Bar | None:
    """A bar; what its series already says (each year) is left out unless it is the only one."""
    if not isinstance(cell, str) or (value := dataset.quantities[cell].value) is None:
        return None
    record = dataset.records[cell]
    falls = record.kind == "growth" and record.sign == "down"
    return Bar(cell, -value if falls else value, shown(dataset, record, yearly=is_only))


def _listing(dataset: Dataset, section: Section) -> Listing:
    groups = []
    for group in section.groups:
        head = dataset.records[group.record].label if group.record else None
        items = tuple(_item(dataset, dataset.records[identifier]) for identifier in group.items)
        groups.append(ListGroup(group.title or head or section.title, group.record, items))
    return Listing(section.id, section.title, section.about, tuple(groups))


def _item(dataset: Dataset, record: Record, *, printed: bool = False) -> ListItem:
    """An entry with its figure; `printed` gives one that has none its words as printed."""
    has_figure = record.id in dataset.quantities or record.id in dataset.dates
    said = (
        shown(dataset, record) if has_figure or (printed and record.printed not in record.label.zh) else None
    )
    return ListItem(record.id, record.label, said, record.text, record.id in dataset.notes_on)


def _left_over(dataset: Dataset, tab: str) -> list[Record]:
    used = {
        i for section in dataset.tabs[tab].sections if section.kind != "chart" for i in records_in(section)
    }
    return [record for record in dataset.records_of(tab) if record.id not in used]
