"""Text broken into lines of so many terminal cells, by the rules of either language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】”’…—～,.;:?!)]}%％")
SCALES = frozenset("万亿")
COUNTERS = frozenset("元套家件个项台户辆人")
NEVER_LAST = frozenset("第（《〈「『【“‘([{")
SHORT = 6
"""A last line below one in so many parts of the width looks lost."""


def wrap(text: str, width: int, turnover: int = 0) -> list[str]:
    """The text on lines of at most `width` cells, all but the first `turnover` cells shorter.

    Breaks stand at spaces, after a hyphen inside a word, and around Chinese characters, but never before a
    closing mark, after an opening one, or between a number and its unit. A piece wider than a line is cut;
    an empty text is one empty line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _paragraph(paragraph, width - turnover if lines else width, width - turnover)
    return lines


def hang(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text in `width` cells with `first` before its first line and `rest` before every other."""
    lines = wrap(text, width - cell_len(first), cell_len(rest) - cell_len(first))
    return [(rest if number else first) + line for number, line in enumerate(lines)]


def widest_piece(text: str) -> int:
    """The fewest cells in which the text can be wrapped without cutting a piece."""
    return max((cell_len(piece) for _, piece in _pieces(text)), default=0)


def narrowest(title: str, lines: int) -> int:
    """The fewest cells in which a title of several words takes no more lines."""
    whole = cell_len(title)
    least = widest_piece(title) if " " in title else whole
    return next((n for n in range(least, whole) if len(wrap(title, n)) <= lines), whole)


def _paragraph(text: str, first: int, rest: int) -> list[str]:
    """The lines of a paragraph, a little narrower where that spares it a very short last line."""
    text = " ".join(text.split())
    if cell_len(text) <= first:
        return [text]
    pieces = list(_pieces(text))
    lines = list(_lines(pieces, first, rest))
    if _is_lost(lines[-1], rest):
        for less in range(1, rest // SHORT):
            narrower = list(_lines(pieces, first - less, rest - less))
            if len(narrower) == len(lines) and not _is_lost(narrower[-1], rest):
                return narrower
    return lines


def _is_lost(line: str, width: int) -> bool:
    return cell_len(line) * SHORT < width


def _lines(pieces: Sequence[tuple[str, str]], first: int, rest: int) -> Iterator[str]:
    line = ""
    width = first
    for space, piece in pieces:
        longer = f"{line}{space}{piece}" if line else piece
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            yield line
            width = rest
        line = piece
        while cell_len(line) > width and len(line) > 1:
            part = _beginning(line, width)
            yield part
            line = line[len(part) :]
            width = rest
    yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What no break may divide, each with the space before it if there was one."""
    for word in text.split():
        space = " "
        piece = ""
        for character in word:
            if piece and _may_break(piece, character):
                yield space, piece
                space = piece = ""
            piece += character
        yield space, piece


def _may_break(piece: str, following: str) -> bool:
    last = piece[-1]
    if following in NEVER_FIRST or last in NEVER_LAST:
        return False
    if last == "-":
        return following.isalpha() and len(piece) > 1
    if last in SCALES and following in COUNTERS and piece[-2:-1].isdigit():
        return False
    is_unit = last.isdigit() and last.isascii() and cell_len(following) == 2
    return not is_unit and 2 in (cell_len(last), cell_len(following))


def _beginning(piece: str, width: int) -> str:
    """As much of a piece as fits, one character at least."""
    end = 1
    while end < len(piece) and cell_len(piece[: end + 1]) <= width:
        end += 1
    return piece[:end]
