"""Tabs as plain text that can be read, printed and sent as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from cqdash.chart import draw, line_chart, spark
from cqdash.export.tables import COLON, named, table_lines
from cqdash.export.wrap import hang, wrap
from cqdash.language import Language, Text, words
from cqdash.tabs.blocks import (
    Block,
    Chart,
    Headline,
    Listing,
    ListItem,
    Notes,
    Table,
    TabView,
    Tree,
    TreeNode,
    Trend,
)
from cqdash.tabs.marks import mark_key
from cqdash.tabs.numbers import numbers

MEASURE = 84
"""No prose, list or chart is set wider than this many cells; tables take what they need."""
INDENT = "  "
RULE = "━"
BRACKETS = Text("（{said}）", " ({said})")
BRANCHES = (("├─ ", "│  "), ("└─ ", "   "))
"""What stands before a branch and before what is below it, for all but the last one and for the last."""
LINE_HEIGHT = 12
ANY_HEIGHT = 10_000
"""Room for a blank line between all bars."""

Role = Literal["title", "rule", "quiet", "headline", "heading", "body"]


class Line(NamedTuple):
    """A line of the text, not ending in a space, and what it is there for."""

    text: str
    role: Role = "body"


def render_text(views: Sequence[TabView], language: Language, width: int) -> str:
    """The tabs in `width` cells (24 or more), ending with one newline; no line ends in a space."""
    return "\n".join(line.text for line in text_lines(views, language, width)) + "\n"


def text_lines(views: Sequence[TabView], language: Language, width: int) -> list[Line]:
    """The lines of `render_text`, each with its role."""
    lines: list[Line] = []
    for view in views:
        lines += [*_tab(view, language, width), *_as("body", [""] * 3)]
    for closing in dict.fromkeys(view.closing for view in views):
        lines += _as("quiet", wrap(closing.to(language), min(width, MEASURE)))
    return lines


def _as(role: Role, lines: Iterable[str]) -> list[Line]:
    return [Line(line.rstrip(), role) for line in lines]


def _tab(view: TabView, language: Language, width: int) -> list[Line]:
    measure = min(width, MEASURE)
    lines = _as("title", wrap(view.title.to(language), measure))
    lines += _as("rule", [RULE * measure, ""])
    lines += _as("body", [*wrap(view.about.to(language), measure), ""])
    lines += _as("quiet", named(words.SOURCE.to(language), view.source.to(language), language, measure))
    if key := mark_key(view.blocks):
        lines += _as("quiet", wrap(key.to(language), measure))
    above = ""
    for block in view.blocks:
        belongs = isinstance(block, Chart | Trend) and block.beside is not None and block.beside == above
        lines += [*_as("body", ["", ""]), *_block(block, language, width, INDENT if belongs else "")]
        if not isinstance(block, Headline | Chart | Trend):
            above = block.id
    return lines


def _block(block: Block, language: Language, width: int, indent: str) -> list[Line]:
    """A block under its title, which `indent` stands before."""
    measure = min(width, MEASURE)
    if isinstance(block, Headline):
        return _as("headline", _headline(block, language, measure))
    lines = _as("heading", [*hang(block.title.to(language), measure, indent, indent), ""])
    if isinstance(block, Table | Listing | Tree) and block.about:
        lines += _as("quiet", [*hang(block.about.to(language), measure, INDENT, INDENT), ""])
    match block:
        case Table():
            body = table_lines(block, language, width - len(INDENT))
        case Chart():
            body = _chart(block, language, measure - len(INDENT))
        case Trend():
            body = _trend(block, language, measure - len(INDENT))
        case Listing():
            body = _listing(block, language, measure - len(INDENT))
        case Notes():
            body = _notes(block, language, measure - len(INDENT))
        case Tree():
            body = _tree(block, language, measure - len(INDENT))
    return lines + _as("body", [INDENT + line for line in body])


def _headline(block: Headline, language: Language, width: int) -> list[str]:
    """Labels and figures side by side, or a figure under its label where the pair is too wide."""
    pairs = [(figure.label.to(language), figure.shown.to(language)) for figure in block.figures]
    labels = max(cell_len(label) for label, _ in pairs)
    room = width - len(INDENT) * 3 - labels
    if room >= max(cell_len(shown) for _, shown in pairs):
        return [
            f"{INDENT}{label}{' ' * (labels - cell_len(label))}{INDENT * 2}{shown}" for label, shown in pairs
        ]
    lines: list[str] = []
    for label, shown in pairs:
        lines += [*hang(label, width, INDENT, INDENT), *hang(shown, width, INDENT * 2, INDENT * 2), ""]
    return lines[:-1]


def _trend(block: Trend, language: Language, width: int) -> list[str]:
    """The trend as large as there is room, its caption, and its numbers as a table."""
    drawing = line_chart(block, language, width, LINE_HEIGHT) or spark(block, language, width)
    lines = list(drawing.lines) if drawing else wrap(words.CHART_TOO_NARROW.to(language), width)
    lines += ["", *wrap(block.caption.to(language), width), ""]
    return lines + table_lines(numbers(block), language, width)


def _chart(block: Chart, language: Language, width: int) -> list[str]:
    caption = ["", *wrap(block.caption.to(language), width)] if block.caption else []
    return _bars(block, language, width) + caption


def _bars(block: Chart, language: Language, width: int) -> list[str]:
    if drawing := draw(block, language, width, ANY_HEIGHT):
        return list(drawing.lines)
    lines = wrap(words.CHART_TOO_NARROW.to(language), width)
    for group in block.groups:
        label = group.label.to(language)
        figures = [(bar.shown if bar else words.NOT_PRINTED).to(language) for bar in group.bars]
        if block.stacked:
            lines += named(label, group.said.to(language), language, width)
        elif len(block.series) > 1:
            lines += ["", *wrap(label, width)]
            for series, figure in zip(block.series, figures, strict=False):
                lines += named(series.to(language), figure, language, width, INDENT)
        else:
            lines += named(label, " ".join(figures), language, width)
    return lines


def _listing(block: Listing, language: Language, width: int) -> list[str]:
    lines: list[str] = []
    for group in block.groups:
        lines += ["", *(wrap(group.title.to(language), width) if group.title != block.title else ())]
        for item in group.items:
            lines += [INDENT + line for line in _item(item, language, width - len(INDENT))]
    return lines[1:]


def _item(item: ListItem, language: Language, width: int) -> list[str]:
    label = item.label.to(language) + item.mark
    if item.shown:
        lines = named(label, item.shown.to(language), language, width)
    else:
        lines = hang(label, width, "", INDENT)
    if item.text:
        lines += hang(item.text.to(language), width, INDENT, INDENT)
    return lines


def _notes(block: Notes, language: Language, width: int) -> list[str]:
    digits = len(str(len(block.notes)))
    lines: list[str] = []
    for number, note in enumerate(block.notes, 1):
        first = f"{number:>{digits}}. " if block.numbered else ""
        rest = " " * len(first) if block.numbered or len(block.notes) == 1 else INDENT
        lines += ["", *hang(note.to(language), width, first, rest)]
    return lines[1:]


def _tree(block: Tree, language: Language, width: int) -> list[str]:
    lines: list[str] = []
    for node in block.nodes:
        lines += ["", *_node(node, language, width, "", "")]
    return lines[1:]


def _node(node: TreeNode, language: Language, width: int, first: str, rest: str) -> list[str]:
    """A branch with `first` before its first line and `rest` before what is below it."""
    said = node.label.to(language)
    if node.said:
        said += COLON.to(language) + node.said.to(language)
    if node.citation:
        said += BRACKETS.fill(said=node.citation).to(language)
    below = BRANCHES[0][1] if node.children else INDENT
    lines = hang(said, width, first, rest + below)
    for number, child in enumerate(node.children, 1):
        branch, under = BRANCHES[number == len(node.children)]
        lines += _node(child, language, width, rest + branch, rest + under)
    return lines
