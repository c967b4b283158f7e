"""Rows of styled text, a screen or a page, as an SVG picture, every glyph in its own cell."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme

CELL, LINE = 12.2, 24.4
"""The width and the height of a cell in Rich's SVG, in its own units."""
MARGIN = 12
FILLER = "\u200b"
"""Takes no cell, but counts as a character: with it a wide glyph is as long as it is wide."""
FONTS = '"Fira Code","DejaVu Sans Mono","Noto Sans Mono CJK SC","Noto Sans CJK SC",monospace'

_FORMAT = f"""<svg class="rich-terminal" viewBox="0 0 WIDTH HEIGHT" xmlns="http://www.w3.org/2000/svg">
<style>
.{{unique_id}}-matrix {{{{
  font-family: {FONTS}; font-size: {{char_height}}px; line-height: {{line_height}}px;
}}}}
{{styles}}
</style>
<defs>{{lines}}</defs>
<rect width="WIDTH" height="HEIGHT" rx="10" fill="BACKGROUND"/>
<g transform="translate({MARGIN}, {MARGIN})">
{{backgrounds}}
<g class="{{unique_id}}-matrix">
{{matrix}}
</g>
</g>
</svg>
"""
BRAILLE = "[\u2800-\u28ff]"
"""Not in every font, and then not as wide as the others."""
_PIECE = re.compile(
    rf".{FILLER}|{BRAILLE}|(?!{BRAILLE})[^ \n{FILLER}](?:(?!{BRAILLE})[^ \n{FILLER}](?!{FILLER}))*"
)
_TEXT = re.compile(
    r'<text class="([^"]*)" x="([^"]*)" y="([^"]*)" textLength="[^"]*" clip-path="([^"]*)">(.*?)</text>',
    re.DOTALL,
)


def render_svg(
    rows: Sequence[Iterable[Segment]],
    width: int,
    background: str,
    foreground: str = "#dce1e8",
    name: str = "cqdash",
    page: str | None = None,
) -> str:
    """Rows of styled segments, `width` cells each, as one SVG document.

    `background`, and `foreground` for what has no colour of its own, are colours such as #12161d; `name`
    begins the ids inside. A `page` has that title, and its own size, to be scrolled and not shrunk to a
    window. The same rows give the same bytes.
    """
    console = Console(
        width=width, height=len(rows), file=io.StringIO(), record=True, force_terminal=True,
        color_system="truecolor", legacy_windows=False, _environ={},
    )  # fmt: skip
    for row in rows:
        for segment in row:
            if not segment.control:
                console.print(_filled(segment), end="", soft_wrap=True, highlight=False, markup=False)
        console.print()
    theme = TerminalTheme(_rgb(background), _rgb(foreground), [(0, 0, 0)] * 8, [(128, 128, 128)] * 8)
    frame = _FORMAT.replace("BACKGROUND", background)
    extent = {"WIDTH": width * CELL + 2 * MARGIN, "HEIGHT": len(rows) * LINE + 2 * MARGIN}
    for side, length in extent.items():
        frame = frame.replace(side, f"{length:.0f}")
    drawn = console.export_svg(title="", theme=theme, code_format=frame, unique_id=name)
    placed = _TEXT.sub(lambda match: "".join(_placed(*match.groups())), drawn).replace(FILLER, "")
    if page is None:
        return placed
    size = f'width="{extent["WIDTH"]:.0f}" height="{extent["HEIGHT"]:.0f}"'
    head = f"<svg {size} " + placed.removeprefix("<svg ")
    return head.replace("<style>", f"<title>{html.escape(page)}</title>\n<style>", 1)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _filled(segment: Segment) -> _Styled:
    return _Styled(Segment("".join(c + FILLER * (cell_len(c) - 1) for c in segment.text), segment.style))


class _Styled:
    """One segment, printed as it is."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __rich_console__(self, *_: object) -> Iterator[Segment]:
        yield self._segment


def _placed(style: str, x: str, y: str, clip: str, content: str) -> Iterator[str]:
    """A run of text as one element a word, a wide glyph and a braille one, each at its own cell."""
    text = html.unescape(content).replace("\xa0", " ")
    for match in _PIECE.finditer(text):
        part = match[0]
        left, length = float(x) + CELL * match.start(), CELL * len(part)
        words = html.escape(part.replace(FILLER, ""))
        place = f'x="{left:.1f}" y="{y}" textLength="{length:.1f}" clip-path="{clip}"'
        yield f'<text class="{style}" {place}>{words}</text>'
