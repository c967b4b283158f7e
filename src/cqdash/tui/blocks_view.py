"""Blocks on the screen to read through, all in one piece; `figure_table` has the tables with a cursor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from cqdash.export.units import shared_units, without_units
from cqdash.export.wrap import hang, narrowest, wrap
from cqdash.language import Language, Text, words
from cqdash.tabs.blocks import Block, Chart, Headline, Listing, Notes, Table, TabView, Tree, TreeNode, Trend
from cqdash.tui.chart_view import chart_lines
from cqdash.tui.columns import GUTTER, fit
from cqdash.tui.headline import headline_lines
from cqdash.tui.line import wrapped
from cqdash.tui.lines_view import LinesView


class BlocksView(LinesView):
    """A built view, laid out once a view, width and language; what the view before had too is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._view: TabView | None = None
        self._language: Language = "en"
        self._drawn: tuple[TabView | None, Language, int] | None = None
        self._blocks: list[tuple[Block, list[Content]]] = []
        self._content: list[Content] = []

    def show(self, view: TabView | None, language: Language) -> None:
        """Show another view, or the same in another language."""
        self._view, self._language = view, language
        self.show_new()

    def lines(self, width: int) -> list[Content]:
        """The blocks one after the other, two blank lines apart."""
        key = (self._view, self._language, width)
        if self._drawn is None or key[0] is not self._drawn[0] or key[1:] != self._drawn[1:]:
            before = self._blocks if self._drawn and self._drawn[1:] == key[1:] else []
            self._drawn = key
            self._blocks = list(self._laid(self._view.blocks if self._view else (), before, width))
            apart = [Content(""), Content("")]
            self._content = [line for _, lines in self._blocks for line in (*apart, *lines)][len(apart) :]
        return self._content

    def _laid(
        self, blocks: Sequence[Block], before: Sequence[tuple[Block, list[Content]]], width: int
    ) -> Iterator[tuple[Block, list[Content]]]:
        for number, block in enumerate(blocks):
            if number < len(before) and before[number][0] == block:
                yield before[number]
            else:
                yield block, block_lines(block, self._language, max(width, 16))


def block_lines(block: Block, language: Language, width: int) -> list[Content]:
    """One block, its title first."""
    if isinstance(block, Headline):
        return headline_lines(block, language, width)
    if isinstance(block, Chart | Trend):
        return chart_lines(block, language, width)
    title = wrapped(block.title.to(language), width, "bold")
    about = getattr(block, "about", None)
    if about:
        title += wrapped(about.to(language), width, "$text-muted")
    title.append(Content(""))
    match block:
        case Table():
            return [*title, *_table(block, language, width)]
        case Listing():
            return [*title, *_listing(block, language, width)]
        case Notes():
            notes = [text.to(language) for text in block.notes]
            return [*title, *(line for note in notes for line in _marked(note, width))]
        case Tree():
            return [*title, *(line for node in block.nodes for line in _tree(node, language, width, "", ""))]


def _table(block: Table, language: Language, width: int) -> Iterator[Content]:
    titles = [column.title.to(language) for column in block.columns]
    rows = [[cell.to(language) for cell in row.cells] for row in block.rows]
    natural = _natural(titles, rows)
    if sum(natural) + GUTTER * len(natural) > width:
        units = shared_units(block.columns, rows)
        rows = [without_units(cells, units) for cells in rows]
        titles = [f"{title}\n{unit}" if unit else title for title, unit in zip(titles, units, strict=True)]
        natural = _natural(titles, rows, title_lines=2)
    kept, widths = fit(block.columns, natural, width)
    for number, cells in enumerate([titles, *rows]):
        wrapped_cells = [wrap(cells[n], max(1, room)) for n, room in zip(kept, widths, strict=True)]
        if not number:
            height = max(map(len, wrapped_cells))
            wrapped_cells = [[""] * (height - len(cell)) + cell for cell in wrapped_cells]
        for line in range(max(map(len, wrapped_cells))):
            parts = [cell[line] if line < len(cell) else "" for cell in wrapped_cells]
            aligned = (
                " " * (room - cell_len(part)) + part
                if block.columns[n].align == "right"
                else part + " " * (room - cell_len(part))
                for part, n, room in zip(parts, kept, widths, strict=True)
            )
            content = Content((" " * GUTTER).join(aligned).rstrip())
            yield content if number else content.stylize("$text-muted")


def _natural(titles: Sequence[str], rows: Sequence[Sequence[str]], title_lines: int = 1) -> list[int]:
    """The cells of each column, with titles on so many lines; a unit has a line of its own."""
    heads = [max(narrowest(part, title_lines) for part in title.split("\n")) for title in titles]
    cells = [max(map(cell_len, column), default=0) for column in zip(*rows, strict=True)] or [0] * len(heads)
    return [max(both) for both in zip(heads, cells, strict=True)]


def _listing(block: Listing, language: Language, width: int) -> Iterator[Content]:
    for number, group in enumerate(block.groups):
        if number:
            yield Content("")
        yield from wrapped(group.title.to(language), width, "bold")
        for item in group.items:
            mark = item.mark
            parts = [item.label.to(language) + mark, *(t.to(language) for t in (item.shown, item.text) if t)]
            said = (
                Text("：", ": ").to(language).join([parts[0], Text("，", "; ").to(language).join(parts[1:])])
            )
            yield from map(Content, hang(said if parts[1:] else parts[0], width, "  ", "    "))


def _marked(text: str, width: int) -> list[Content]:
    first, *rest = hang(text, width, f"{words.NOTE_MARK} ", "  ")
    return [Content(first), *map(Content, rest)]


def _tree(node: TreeNode, language: Language, width: int, first: str, rest: str) -> Iterator[Content]:
    """A node behind its guides, the quiet citation after what it says, then its children."""
    said = [node.label.to(language), *([node.said.to(language)] if node.said else [])]
    text = Text("：", ": ").to(language).join(said)
    quiet = node.citation.to(language) if node.citation else ""
    lines = hang(f"{text}  {quiet}".rstrip(), width, first, rest)
    for line in lines:
        guide = first if line is lines[0] else rest
        yield Content.assemble((guide, "$text-muted"), line[len(guide) :])
    yield from _children(node.children, language, width, rest)


def _children(nodes: Sequence[TreeNode], language: Language, width: int, rest: str) -> Iterator[Content]:
    for number, child in enumerate(nodes, 1):
        is_last = number == len(nodes)
        yield from _tree(
            child, language, width, rest + ("└ " if is_last else "├ "), rest + ("  " if is_last else "│ ")
        )
