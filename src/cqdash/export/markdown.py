"""Views as Markdown (CommonMark with GitHub's tables); nothing the data says is read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cqdash.language import Language, Text, words
from cqdash.tabs.blocks import Block, Chart, Headline, Listing, Notes, Table, TabView, Tree, TreeNode, Trend
from cqdash.tabs.marks import mark_key, marked
from cqdash.tabs.numbers import numbers

COLON = Text("：", ": ")
BRACKETS = Text("（{said}）", " ({said})")
INDENT = "  "
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&$@#]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_FENCES = re.compile(r"`{3,}")
_AT_START = re.compile(r"^(?:[+-]|[0-9]{1,9}(?=[.)]))")


def render_markdown(views: Sequence[TabView], language: Language) -> str:
    """The views one after the other, ending with one newline; figures and words as on the screen."""
    parts: list[str] = []
    for view in views:
        parts += _view(view, language)
    parts += [f"---\n\n{_line(closing, language)}" for closing in dict.fromkeys(v.closing for v in views)]
    return "\n\n".join(parts) + "\n"


def inline(text: str) -> str:
    """The text on one line, so that Markdown shows it as it is within a line."""
    return _ANYWHERE.sub(lambda match: "\\" + match[0], " ".join(text.split()))


def escaped(text: str) -> str:
    """The text on one line, so that Markdown shows it as it is where it begins a line."""
    return _AT_START.sub(
        lambda match: match[0] + "\\" if match[0].isdigit() else "\\" + match[0], inline(text)
    )


def fenced(text: str, language: str) -> str:
    """Lines as a block of code, between fences longer than any in them."""
    longest = max(map(len, _FENCES.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}{fence}\n"


def _view(view: TabView, language: Language) -> Iterator[str]:
    yield "# " + _line(view.title, language)
    yield _line(view.about, language)
    yield _named(words.SOURCE, view.source, language)
    if key := mark_key(view.blocks):
        yield _line(key, language)
    for block in view.blocks:
        yield from _block(block, language)


def _block(block: Block, language: Language) -> Iterator[str]:
    if isinstance(block, Headline):
        yield "\n".join(f"- {_named(f.label, f.shown, language, strong=True)}" for f in block.figures)
        return
    yield "## " + _line(block.title, language)
    if isinstance(block, Table | Listing | Tree) and block.about:
        yield _line(block.about, language)
    match block:
        case Table():
            yield from _block_table(block, language)
        case Chart():
            yield _chart(block, language)
            if block.caption:
                yield _line(block.caption, language)
        case Trend():
            yield from _block_table(numbers(block), language)
            yield _line(block.caption, language)
        case Listing():
            yield from _listing(block, language)
        case Notes(numbered=True):
            yield "\n".join(f"{n}. {_line(note, language)}" for n, note in enumerate(block.notes, 1))
        case Notes():
            yield from (_line(note, language) for note in block.notes)
        case Tree():
            yield "\n".join(line for node in block.nodes for line in _tree(node, language, ""))


def _block_table(block: Table, language: Language) -> Iterator[str]:
    titles = [column.title for column in block.columns]
    aligns = [column.align == "right" for column in block.columns]
    yield _table(titles, aligns, [row.cells for row in block.rows], language)


def _line(text: Text, language: Language) -> str:
    return escaped(text.to(language))


def _named(name: Text, said: Text, language: Language, *, strong: bool = False) -> str:
    value = inline(said.to(language))
    return _line(name, language) + COLON.to(language) + (f"**{value}**" if strong and value else value)


def _table(
    titles: Sequence[Text], aligns: Sequence[bool], rows: Sequence[Sequence[Text]], language: Language
) -> str:
    lines = [_row(titles, language), "|" + "|".join(" ---: " if right else " --- " for right in aligns) + "|"]
    return "\n".join([*lines, *(_row(row, language) for row in rows)])


def _row(cells: Sequence[Text], language: Language) -> str:
    return "| " + " | ".join(inline(cell.to(language)) for cell in cells) + " |"


def _chart(block: Chart, language: Language) -> str:
    """The numbers of a chart: a row a group, a column a series."""
    across = max([len(block.series), 1, *(len(group.bars) for group in block.groups)])
    series = [*(block.series or (words.FIGURE,)), *[Text("", "")] * across][:across]
    rows = []
    for group in block.groups:
        shown = [bar.shown if bar else words.NOT_PRINTED for bar in group.bars]
        rows.append([group.label, *shown, *[words.NOT_PRINTED] * (across - len(shown))])
    return _table([words.ITEM, *series], [False, *[True] * across], rows, language)


def _listing(block: Listing, language: Language) -> Iterator[str]:
    for group in block.groups:
        if group.title != block.title:
            yield "### " + _line(group.title, language)
        lines = []
        for item in group.items:
            label = marked(item.label, item.mark)
            lines.append(
                "- " + (_named(label, item.shown, language) if item.shown else _line(label, language))
            )
            if item.text:
                lines.append(f"{INDENT}- {_line(item.text, language)}")
        if lines:
            yield "\n".join(lines)


def _tree(node: TreeNode, language: Language, indent: str) -> Iterator[str]:
    said = _named(node.label, node.said, language) if node.said else _line(node.label, language)
    if node.citation:
        said += BRACKETS.to(language).format(said=inline(node.citation.to(language)))
    yield f"{indent}- {said}"
    for child in node.children:
        yield from _tree(child, language, indent + INDENT)
