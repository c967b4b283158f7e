"""A sheet to fill in: its form, and the filled sheet as blocks."""

from __future__ import annotations

from msgspec.structs import replace

from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.dataset.sheet import Area, Part, Sheet
from cqdash.forms import Answers, Choice, Field, Value
from cqdash.language import Text, joined, same
from cqdash.language import need_sheet as words
from cqdash.language.characters import is_unsafe
from cqdash.tabs.blocks import (
    Block,
    Column,
    ListGroup,
    Listing,
    ListItem,
    Notes,
    Table,
    TableRow,
    TabView,
)


def fields(dataset: Dataset, sheet: Sheet) -> tuple[Field, ...]:
    """The whole form, in order."""
    return tuple(field for part in sheet.parts for field in part_fields(dataset, part))


def part_fields(dataset: Dataset, part: Part) -> tuple[Field, ...]:
    """The form of one part: a choices field an area, a text field for its "other", then the part's own."""
    return (*(field for area in part.areas for field in _area_fields(dataset, area)), *part.fields)


def sheet_view(dataset: Dataset, sheet: Sheet, answers: Answers) -> TabView:
    """The sheet as filled in, with what the page says and does not say, and the places it says it.

    An answer is one `cqdash.forms.fault` finds nothing wrong with; a missing, unknown or blank one shows as
    not filled in. Words for an "other" choose it.
    """
    blocks = [block for part in sheet.parts for block in _part(dataset, part, answers)]
    if sheet.told:
        blocks.append(_told(dataset, sheet))
    if sheet.notes:
        notes = {note.id: note for note in dataset.notes}
        chosen = [notes[identifier] for identifier in sheet.notes]
        texts, records = tuple(note.text for note in chosen), tuple(note.records for note in chosen)
        blocks.append(Notes("not-printed", words.NOT_PRINTED, texts, records))
    return TabView(sheet.id, sheet.title, sheet.about, _cited(dataset, sheet), tuple(blocks))


def _area_fields(dataset: Dataset, area: Area) -> tuple[Field, ...]:
    choices = tuple(Choice(option, dataset.records[option].label) for option in area.options)
    label = dataset.records[area.record].label
    asked = Field(area.record, "choices", label, words.CHOOSE_ANY, choices, record=area.record)
    if not area.other:
        return (asked,)
    in_words = words.OTHER_IN_WORDS.fill(other=dataset.records[area.other].label)
    return (asked, Field(area.other, "text", in_words, record=area.other))


def _part(dataset: Dataset, part: Part, answers: Answers) -> list[Block]:
    blocks: list[Block] = []
    if part.areas:
        groups = [group for area in part.areas if (group := _chosen(dataset, area, answers)).items]
        empty = ListGroup(words.NOT_FILLED_IN, None, ())
        blocks.append(Listing(part.id, part.title, None, tuple(groups) or (empty,)))
    if part.fields:
        rows = [(field.label, _said(field, answers.get(field.id))) for field in part.fields]
        columns = (Column(words.QUESTION), Column(words.ANSWER))
        shown = tuple(TableRow(cells, ()) for cells in rows)
        identifier = f"{part.id}-fields" if part.areas else part.id
        blocks.append(Table(identifier, part.title, None, columns, shown))
    return blocks


def _chosen(dataset: Dataset, area: Area, answers: Answers) -> ListGroup:
    """The area with what was chosen in it, in the order of the sheet."""
    chosen = _several(answers.get(area.record))
    in_words = _words(answers.get(area.other)) if area.other else None
    items = []
    for option in area.options:
        is_other = option == area.other
        if option in chosen or (is_other and in_words):
            said = (same(in_words) if in_words else words.NOT_FILLED_IN) if is_other else None
            items.append(ListItem(option, dataset.records[option].label, said, None))
    return ListGroup(dataset.records[area.record].label, area.record, tuple(items))


def _said(field: Field, value: Value) -> Text:
    if field.type == "text":
        text = _words(value)
        return same(text) if text else words.NOT_FILLED_IN
    chosen = _several(value)
    labels = [choice.label for choice in field.choices if choice.id in chosen]
    return joined(labels, "、", ", ") if labels else words.NOT_FILLED_IN


def _several(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, (tuple, list)) else ()


def _words(value: Value) -> str | None:
    """The words on one line, without what could drive a terminal; None where none are left."""
    if not isinstance(value, str):
        return None
    return " ".join("".join(c for c in value if not is_unsafe(c)).split()) or None


def _told(dataset: Dataset, sheet: Sheet) -> Listing:
    groups = []
    for told in sheet.told:
        records = [dataset.records[identifier] for identifier in told.records]
        items = tuple(ListItem(r.id, r.label, None, r.text) for r in records)
        head = None if isinstance(told.title, Text) else told.title
        title = told.title if isinstance(told.title, Text) else dataset.records[told.title].label
        groups.append(ListGroup(title, head, items))
    return Listing("told", words.TOLD, None, tuple(groups))


def _cited(dataset: Dataset, sheet: Sheet) -> Text:
    """Each article the sheet draws on, cited once with all its places."""
    areas = [identifier for area in sheet.areas for identifier in area.records]
    told = [identifier for told in sheet.told for identifier in told.named]
    by_article: dict[str, list[Record]] = {}
    for record in (dataset.records[identifier] for identifier in dict.fromkeys([*areas, *told])):
        by_article.setdefault(record.article, []).append(record)
    cited = []
    for records in by_article.values():
        lines = sorted({line for record in records for line in record.lines})
        cited.append(dataset.citation(replace(records[0], line=tuple(lines))))
    return joined(cited, "；", "; ")
