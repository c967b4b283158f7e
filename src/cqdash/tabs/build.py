"""A tab as its file declares it, to blocks: one generic builder a kind of section."""

from __future__ import annotations

from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Cell, Note, Record, Row, Section, Tab, named_in
from cqdash.language import Text, joined, words
from cqdash.tabs.blocks import (
    Align,
    Block,
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
from cqdash.tabs.charts import chart
from cqdash.tabs.findings import findings
from cqdash.tabs.glossary import glossary
from cqdash.tabs.implied import implied_list
from cqdash.tabs.laid import laid_over
from cqdash.tabs.marks import mark_of, marked
from cqdash.tabs.shown import figure, period, place, shown
from cqdash.tabs.trends import trends

NAMED = 3
"""So many records are named before a note; the rest are counted."""


def build(dataset: Dataset, tab: str) -> TabView:
    """The blocks of a tab. Raises KeyError for a tab the dataset does not have."""
    declared = dataset.tabs[tab]
    blocks: list[Block] = [_headline(dataset, declared)] if declared.headline else []
    blocks += [block for section in declared.sections for block in _blocks(dataset, tab, section)]
    if laid := laid_over(dataset, tab):
        blocks.append(laid)
    return TabView(tab, declared.title, declared.about, dataset.sources(tab), tuple(blocks))


def build_all(dataset: Dataset) -> list[TabView]:
    """Every tab, in order."""
    return [build(dataset, tab) for tab in dataset.tabs]


def _blocks(dataset: Dataset, tab: str, section: Section) -> list[Block]:
    """What a section shows; nothing where the tab has nothing for it."""
    if section.kind == "trends":
        return trends(dataset, section)
    block = _block(dataset, tab, section)
    return [block] if block else []


def _block(dataset: Dataset, tab: str, section: Section) -> Block | None:
    block: Block | None = None
    match section.kind:
        case "table":
            block = _matrix(dataset, section) if section.rows else _records(dataset, section)
        case "rest":
            block = _by_kind(dataset, section, left) if (left := _left_over(dataset, tab)) else None
        case "chart":
            block = chart(dataset, section)
        case "list":
            block = _listing(dataset, section)
        case "notes":
            block = _notes(dataset, tab, section)
        case "implied":
            block = implied_list(dataset, tab, section)
        case "findings":
            block = findings(dataset, tab, section)
        case "glossary":
            block = glossary(dataset, tab, section)
    return block


def _notes(dataset: Dataset, tab: str, section: Section) -> Notes | None:
    notes = dataset.notes_of(tab)
    texts = tuple(_on(dataset, note) for note in notes)
    return Notes(section.id, section.title, texts, tuple(note.records for note in notes)) if notes else None


def _on(dataset: Dataset, note: Note) -> Text:
    """A note with what it is about before it, so that it can be understood by itself."""
    labels = list(dict.fromkeys(dataset.label_of(record) for record in note.records))
    if not labels:
        return note.text
    more = words.AND_MORE.fill(n=len(labels) - NAMED) if len(labels) > NAMED else Text("", "")
    named_first = joined(labels[:NAMED], "、", ", ")
    return Text("【{r}{m}】{t}", "[{r}{m}] {t}").fill(r=named_first, m=more, t=note.text)


def _headline(dataset: Dataset, declared: Tab) -> Headline:
    figures = []
    for entry in declared.headline:
        for identifier in named_in(entry):
            label = dataset.label_of(identifier) if isinstance(entry, str) else entry.label
            figures.append(HeadlineFigure(identifier, label, figure(dataset, identifier)))
    return Headline(tuple(figures))


def _matrix(dataset: Dataset, section: Section) -> Table:
    rows = []
    for row in section.rows:
        cells = (row.label, *(_cell(dataset, cell) for cell in row.cells), place(dataset, row.named))
        rows.append(_row(dataset, cells, row.named))
    aligns: list[Align] = [
        "left",
        *(_align(dataset, section.rows, n) for n in range(len(section.columns) - 1)),
    ]
    columns = [Column(title, align) for title, align in zip(section.columns, aligns, strict=True)]
    return Table(
        section.id, section.title, section.about, (*columns, Column(words.SOURCE, rank=1)), tuple(rows)
    )


def _records(dataset: Dataset, section: Section) -> Table:
    is_measured = any(dataset.unit_of(identifier) for identifier in section.records)
    periods = [period(dataset.relations.get(i) or dataset.records[i]) for i in section.records]
    columns = [
        Column(words.ITEM),
        Column(words.FIGURE if is_measured else words.AS_PRINTED, "right" if is_measured else "left"),
        *([Column(words.PERIOD, rank=2)] if any(periods) else []),
        Column(words.SOURCE, rank=1),
    ]
    rows = []
    for identifier, when in zip(section.records, periods, strict=True):
        cells = [dataset.label_of(identifier), _figure(dataset, identifier, is_measured=is_measured)]
        if any(periods):
            cells.append(when or words.NOT_PRINTED)
        rows.append(_row(dataset, (*cells, place(dataset, [identifier])), (identifier,)))
    return Table(section.id, section.title, section.about, tuple(columns), tuple(rows))


def _figure(dataset: Dataset, identifier: str, *, is_measured: bool) -> Text:
    """A figure; for a claim or a name among figures, the words as printed, in English what kind they are."""
    if identifier in dataset.relations:
        return figure(dataset, identifier)
    record = dataset.records[identifier]
    if not is_measured or dataset.unit_of(identifier):
        return shown(dataset, record)
    return Text(record.printed, f"({words.KINDS[record.kind].en})")


def _by_kind(dataset: Dataset, section: Section, records: list[Record]) -> Listing:
    groups = []
    for kind, title in words.KINDS.items():
        items = tuple(_item(dataset, record, printed=True) for record in records if record.kind == kind)
        if items:
            groups.append(ListGroup(title, None, items))
    return Listing(section.id, section.title, section.about, tuple(groups))


def _row(dataset: Dataset, cells: tuple[Text, ...], identifiers: tuple[str, ...]) -> TableRow:
    mark = mark_of(dataset, identifiers)
    return TableRow((marked(cells[0], mark), *cells[1:]), identifiers, mark)


def _cell(dataset: Dataset, cell: Cell) -> Text:
    if cell is None:
        return words.NOT_PRINTED
    return figure(dataset, cell) if isinstance(cell, str) else cell


def _align(dataset: Dataset, rows: tuple[Row, ...], column: int) -> Align:
    ids = [cell for row in rows if isinstance(cell := row.cells[column], str)]
    return "right" if ids and all(dataset.unit_of(identifier) for identifier in ids) else "left"


def _listing(dataset: Dataset, section: Section) -> Listing:
    groups = []
    for group in section.groups:
        head = dataset.label_of(group.record) if group.record else None
        items = tuple(_item(dataset, dataset.records[identifier]) for identifier in group.items)
        groups.append(ListGroup(group.title or head or section.title, group.record, items))
    return Listing(section.id, section.title, section.about, tuple(groups))


def _item(dataset: Dataset, record: Record, *, printed: bool = False) -> ListItem:
    """An entry with its figure; `printed` gives one that has none its words as printed."""
    has_figure = record.id in dataset.quantities or record.id in dataset.dates
    said = (
        shown(dataset, record) if has_figure or (printed and record.printed not in record.label.zh) else None
    )
    return ListItem(record.id, record.label, said, record.text, mark_of(dataset, [record.id]))


def _left_over(dataset: Dataset, tab: str) -> list[Record]:
    used = {i for section in dataset.tabs[tab].sections if section.kind != "chart" for i in section.named}
    return [record for record in dataset.records_of(tab) if record.id not in used]
