"""The last look at what is painted: nothing in it drives the terminal, wherever it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from cqdash.language.characters import STAND_IN, is_unsafe


class HarmlessLines(LineFilter):
    """Takes what could drive a terminal out of every line, for all widgets alike.

    A line stays as wide as it was laid out: what takes a cell is a �, what takes none is gone.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's hook
        """The segments, most often as they are."""
        if "".join([segment.text for segment in segments]).isprintable():
            return segments
        return list(_harmless(segments))


def _harmless(segments: list[Segment]) -> Iterator[Segment]:
    for text, style, control in segments:
        if text.isprintable():
            yield Segment(text, style, control)
        else:
            yield Segment("".join(map(_shown, text)), style, control)


def _shown(character: str) -> str:
    if not is_unsafe(character) and character not in "\n\t":
        return character
    return STAND_IN if cell_len(character) else ""
