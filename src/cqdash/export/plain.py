"""Tabs as lines to be heard or felt: a statement a line, nothing drawn, nothing aligned, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from cqdash.export.spoken import sentence, spoken
from cqdash.language import Language, Text, analysis, joined, same, words
from cqdash.language import reading as reading_words
from cqdash.tabs.blocks import (
    Bar,
    Block,
    Chart,
    Column,
    Detail,
    Headline,
    Listing,
    ListItem,
    Notes,
    Table,
    TableRow,
    TabView,
    Tree,
    TreeNode,
    Trend,
)

NAMED = Text("{name}：{value}", "{name}: {value}")
BRACKETS = Text("{said}（{citation}）", "{said} ({citation})")
ON_RECORDS = re.compile(r"(?:【(?P<zh>[^】]+)】|\[(?P<en>[^\]]+)\] )(?P<note>.+)", re.DOTALL)
"""A note that begins with what it is on."""
ANSWER_OF = {mark: analysis.ANSWERS[answer] for answer, mark in analysis.FINDING_MARK.items()}


class Section(Struct, frozen=True):
    """A part of a tab to read at one go: its title, a statement a line, and the records it tells of."""

    title: str
    lines: tuple[str, ...]
    records: tuple[str, ...]


def render_plain(views: Sequence[TabView], language: Language) -> str:
    """The tabs one after the other, ending with one newline; an empty line stands before each section."""
    parts: list[list[str]] = []
    for view in views:
        made = sections(view, language)
        parts.append(opening(view, language, len(made)))
        parts += [section_lines(made, number, language) for number in range(1, len(made) + 1)]
    closings = dict.fromkeys(view.closing for view in views)
    parts.append([sentence(closing.to(language), language) for closing in closings])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def opening(view: TabView, language: Language, count: int) -> list[str]:
    """What a tab is about, where it is from, and how many sections it has."""
    said = (
        view.title,
        view.about,
        _named(words.SOURCE, view.source),
        reading_words.SECTIONS.fill(n=count),
    )
    return [spoken(said[0].to(language), language), *_lines(said[1:], language)]


def sections(view: TabView, language: Language) -> tuple[Section, ...]:
    """The sections of a tab; a chart belongs to the table it illustrates, a trend stands by itself."""
    made: list[Section] = []
    above = ""
    for block in view.blocks:
        lines = tuple(_lines(_block(block), language))
        if isinstance(block, Chart) and block.beside is not None and block.beside == above:
            named = spoken(reading_words.CHART.fill(title=block.title).to(language), language)
            made[-1] = Section(made[-1].title, (*made[-1].lines, named, *lines), made[-1].records)
            continue
        made.append(Section(spoken(_title(block).to(language), language), lines, _records(block)))
        if not isinstance(block, Headline | Chart | Trend):
            above = block.id
    return tuple(made)


def section_lines(made: Sequence[Section], number: int, language: Language) -> list[str]:
    """The section of this number, counted from 1, under its heading."""
    section = made[number - 1]
    heading = reading_words.SECTION.fill(n=number, of=len(made), title=section.title)
    return [heading.to(language), *section.lines]


def detail_lines(detail: Detail, language: Language) -> list[str]:
    """All there is to say about one record, a field a line; notes and findings come last."""
    said = [_named(detail.label, unmarked(detail.shown)) if detail.shown else detail.label]
    said += [detail.text] if detail.text else []
    said += [_named(field.name, field.value) for field in detail.fields]
    said += [_named(words.SOURCE, detail.citation)] if detail.citation else []
    said += [_named(reading_words.FINDING, finding.said) for finding in detail.findings]
    said += [_named(reading_words.NOTE_NAME, note) for note in detail.notes]
    return _lines(said, language)


def unmarked(answer: Text) -> Text:
    """A finding's answer without the mark before it, which says the same; any other text as it is."""
    return Text(*(said[2:] if said[:1] in ANSWER_OF and said[1:2] == " " else said for said in answer))


def _lines(said: Iterable[Text], language: Language) -> list[str]:
    return [sentence(each.to(language), language) for each in said]


def _title(block: Block) -> Text:
    if isinstance(block, Headline):
        return reading_words.HEADLINE
    return reading_words.YEARLY.fill(title=block.title) if isinstance(block, Trend) else block.title


def _block(block: Block) -> Iterator[Text]:
    if isinstance(block, Table | Listing | Tree) and block.about:
        yield block.about
    match block:
        case Headline():
            yield from (_named(figure.label, figure.shown) for figure in block.figures)
        case Table():
            yield from _table(block)
        case Chart():
            yield from _chart(block)
        case Trend():
            yield from _trend(block)
        case Listing():
            yield from _listing(block)
        case Notes():
            yield from _notes(block)
        case Tree():
            for number, node in enumerate(block.nodes, 1):
                yield from _tree(node, str(number))


def _table(block: Table) -> Iterator[Text]:
    first = block.columns[0].title
    rows = reading_words.ROWS if first == words.ITEM else reading_words.ROWS_BY
    yield rows.fill(n=len(block.rows), first=first)
    for row in block.rows:
        yield _row(row, block.columns)


def _row(row: TableRow, columns: Sequence[Column]) -> Text:
    """A row that can be understood by itself: each cell after its column's name."""
    label = Text(*(said.removesuffix(row.mark) for said in row.cells[0]))
    cells = [(column.title, _cell(column, cell)) for column, cell in zip(columns, row.cells, strict=True)]
    if len(cells) > 1 and cells[1][0] in (words.FIGURE, words.AS_PRINTED):
        said = [_named(label, cells[1][1]), *(_named(*cell) for cell in cells[2:])]
        return _with_mark(joined(said, "；", "; "), row.mark)
    told = joined([_named(*cell) for cell in cells[1:]], "；", "; ")
    return _with_mark(_after(label, told), row.mark)


def _cell(column: Column, cell: Text) -> Text:
    """A cell in words where the page prints nothing, or where there is nothing to name."""
    if cell != words.NOT_PRINTED:
        return cell
    is_list = column.title in (analysis.MISSING, words.SOURCE)
    return reading_words.NONE if is_list else reading_words.ABSENT


def _chart(block: Chart) -> Iterator[Text]:
    """The numbers of a chart in its order, each after the series it belongs to."""
    for group in block.groups:
        if block.series:
            pairs = zip(block.series, group.bars, strict=False)
            said = joined([_named(series, _bar(bar)) for series, bar in pairs], "；", "; ")
            yield _after(group.label, said) if len(block.series) > 1 else _named(group.label, said)
        else:
            yield _named(group.label, joined([_bar(bar) for bar in group.bars], "；", "; "))
    if block.caption:
        yield _begun(block.caption)


def _bar(bar: Bar | None) -> Text:
    return bar.shown if bar else reading_words.ABSENT


def _trend(block: Trend) -> Iterator[Text]:
    yield _begun(block.caption)
    by_year = {point.year: point for point in block.points}
    for year in range(block.points[0].year, block.points[-1].year + 1):
        if point := by_year.get(year):
            told = [point.shown, analysis.STATUSES[point.status], _named(words.SOURCE, point.source)]
            yield _named(same(str(year)), joined(told, "；", "; "))
        else:
            yield _named(same(str(year)), analysis.NOT_FOUND)


def _listing(block: Listing) -> Iterator[Text]:
    for number, group in enumerate(block.groups, 1):
        if len(block.groups) > 1:
            yield reading_words.GROUP.fill(n=number, of=len(block.groups), title=group.title)
        elif group.title != block.title:
            yield group.title
        yield from map(_item, group.items)


def _item(item: ListItem) -> Text:
    said = _named(item.label, item.shown) if item.shown else item.label
    if item.about:
        # A finding: its answer tells more than its mark.
        said = _after(said, ANSWER_OF[item.mark])
        return _after(said, item.text) if item.text else said
    return _with_mark(_after(said, item.text) if item.text else said, item.mark)


def _notes(block: Notes) -> Iterator[Text]:
    if not block.numbered:
        yield from block.notes
        return
    for number, note in enumerate(block.notes, 1):
        on = Text(*(_part(said, "on") for said in note))
        pattern = reading_words.NOTE_ON if on.zh and on.en else reading_words.NOTE
        bare = Text(*(_part(said, "note") for said in note)) if on.zh and on.en else note
        yield pattern.fill(n=number, on=on, note=bare)


def _part(note: str, part: str) -> str:
    """What a note is on, or the note without it; empty where it says nothing of the kind."""
    match = ON_RECORDS.fullmatch(note)
    if match is None:
        return ""
    return match["note"] if part == "note" else match["zh"] or match["en"]


def _tree(node: TreeNode, number: str) -> Iterator[Text]:
    """A branch and what it rests on, numbered 1, 1.1, 1.1.1: the number tells what a drawn tree shows."""
    said = _named(node.label, node.said) if node.said else node.label
    if node.citation:
        said = BRACKETS.fill(said=said, citation=node.citation)
    yield _named(same(number), said)
    for place, child in enumerate(node.children, 1):
        yield from _tree(child, f"{number}.{place}")


def _named(name: Text, value: Text) -> Text:
    return NAMED.fill(name=name, value=value)


def _after(first: Text, second: Text) -> Text:
    """One sentence after the other."""
    return Text(sentence(first.zh, "zh") + second.zh, f"{sentence(first.en, 'en')} {_begun(second).en}")


def _begun(text: Text) -> Text:
    """Words as they begin a sentence."""
    return Text(text.zh, text.en[:1].upper() + text.en[1:])


def _with_mark(said: Text, mark: str) -> Text:
    """A statement with what its mark means, which is a sentence of its own."""
    return _after(said, reading_words.MARKS[mark]) if mark else said


def _records(block: Block) -> tuple[str, ...]:
    """What a block tells of, in its order, each once."""
    found: Iterable[str] = ()
    match block:
        case Headline():
            found = (figure.record for figure in block.figures)
        case Table():
            found = (record for row in block.rows for record in row.records)
        case Chart():
            found = (bar.record for group in block.groups for bar in group.bars if bar)
        case Trend():
            found = (point.record for point in block.points)
        case Listing():
            found = (item.record for group in block.groups for item in group.items)
    return tuple(dict.fromkeys(found))
