"""What the terminal shows already is not sent again: a move of the cursor is a few lines, no whole screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip


class Piece(NamedTuple):
    """A part of a line: its cells from `x` to before `end`."""

    y: int
    x: int
    end: int
    strip: Strip


class Sent:
    """The pieces of the lines that a terminal shows, as far as they are known."""

    def __init__(self) -> None:
        self._lines: dict[int, list[Piece]] = {}

    def forget(self) -> None:
        """The terminal may show anything: all of the next update is sent."""
        self._lines.clear()

    def rest_of(self, update: CompositorUpdate) -> CompositorUpdate:
        """An update without what is shown already."""
        if not isinstance(update, ChopsUpdate | LayoutUpdate):
            self.forget()
            return update
        pieces = _of_layout(update) if isinstance(update, LayoutUpdate) else _of_chops(update)
        return _Rest([piece for each in pieces for piece in self._changed(each)])

    def _changed(self, piece: Piece) -> list[Piece]:
        line = self._lines.setdefault(piece.y, [])
        before = next((each for each in line if (each.x, each.end) == (piece.x, piece.end)), None)
        if before is not None and before.strip == piece.strip:
            return []
        line[:] = [each for each in line if each.end <= piece.x or each.x >= piece.end]
        line.append(piece)
        return [piece if before is None else _middle(before.strip, piece)]


class _Rest(CompositorUpdate):
    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces

    def render_segments(self, console: Console) -> str:
        """As it is sent to the terminal."""
        move = Control.move_to
        return "".join(
            move(piece.x, piece.y).segment.text + Strip(_joined(piece.strip)).render(console)
            for piece in self._pieces
        )


def _of_layout(update: LayoutUpdate) -> Iterator[Piece]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield Piece(y, x, x + strip.cell_length, strip)
            x += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[Piece]:
    for y, start, stop in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > stop or end <= start:
                continue
            last = min(end, stop)
            yield Piece(y, x, last, strip if last == end else strip.crop(0, last - x))


def _middle(before: Strip, piece: Piece) -> Piece:
    """A piece without the segments that it begins and ends with as before."""
    old, new = list(before), list(piece.strip)
    first = 0
    while first < min(len(old), len(new)) and _same(old[first], new[first]):
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and _same(old[-1 - last], new[-1 - last]):
        last += 1
    x = piece.x + sum(segment.cell_length for segment in new[:first])
    return piece._replace(x=x, strip=Strip(new[first : len(new) - last]))


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Segments that look the same as one: the cells of a row differ only in what a click on them means."""

    def look(segment: Segment) -> Style | None:
        return segment.style and segment.style.clear_meta_and_links()

    for style, alike in groupby(segments, look):
        yield Segment("".join(segment.text for segment in alike), style)


def _same(one: Segment, other: Segment) -> bool:
    return one.text == other.text and one.style == other.style
