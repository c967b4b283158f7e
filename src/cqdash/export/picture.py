"""Tabs as a picture: their text on light paper, with titles and charts in colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from cqdash.export.svg import render_svg
from cqdash.export.text import Line, Role, text_lines
from cqdash.language import Language, joined
from cqdash.tabs.blocks import TabView

PAPER, INK = "#fbf9f4", "#23272d"
ROLES: dict[Role, Style] = {
    "title": Style(color="#8f3f10", bold=True),
    "rule": Style(color="#a8501a"),
    "quiet": Style(color="#5c6168"),
    "headline": Style(),
    "heading": Style(bold=True),
    "body": Style(),
}
STRONG = Style(color="#8f3f10", bold=True)
SERIES = {"first": Style(color="#a8501a"), "second": Style(color="#0c6f84")}
_MARKS = re.compile(
    r"(?P<first>[▒▚┆]*[\u2581-\u2590\u2595\u2800-\u28ff●○]+[▒▚┆]*)|(?P<second>[▒▚┆]*░+[▒▚┆]*)"
)
"""What charts are made of, by series; what marks an interval belongs to the bar beside it."""
_RULED = re.compile(r"\s*─{3,}")
_FIGURE = re.compile(r"(?<= {4})\S(?:.(?! {4}))*$")
"""In a headline, what stands after the last wide gap."""


def render_picture(views: Sequence[TabView], language: Language, width: int) -> str:
    """The tabs as one SVG document, `width` cells wide, that needs no file beside it."""
    lines = text_lines(views, language, width)
    following = [after.text for _, after in pairwise([*lines, Line("")])]
    rows = [list(_segments(line, below)) for line, below in zip(lines, following, strict=True)]
    name = f"cqdash-{views[0].id}" if len(views) == 1 else "cqdash"
    title = joined([view.title for view in views], "、", ", ").to(language)
    return render_svg(rows, width, PAPER, INK, name, title)


def _segments(line: Line, below: str) -> Iterator[Segment]:
    """The line in its colours; one above a ruled line names the columns of a table."""
    text = line.text
    if line.role == "headline" and (figure := _FIGURE.search(text)):
        yield Segment(text[: figure.start()], ROLES["quiet"])
        yield Segment(figure[0], STRONG)
        return
    if line.role != "body" or _RULED.match(text) or _RULED.match(below):
        yield Segment(text, ROLES["quiet" if line.role == "body" else line.role])
        return
    end = 0
    for found in _MARKS.finditer(text):
        yield Segment(text[end : found.start()])
        yield Segment(found[0], SERIES[found.lastgroup or "first"])
        end = found.end()
    yield Segment(text[end:])
