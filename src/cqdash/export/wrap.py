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
    line, used = "", 0
    width = first
    for space, piece in pieces:
        wanted = cell_len(piece)
        if line and used + len(space) + wanted <= width:
            line += space + piece
            used += len(space) + wanted
            continue
        if line:
            yield line
            width = rest
        line, used = piece, wanted
        while used > width and len(line) > 1:
            part = _beginning(line, width)
            yield part
            line = line[len(part) :]
            used = cell_len(line)
            width = rest
    yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What no break may divide, each with the space before it if there was one."""
    for word in text.split():
        space, start = " ", 0
        if "-" in word or not word.isascii():
            is_wide = [cell_len(character) == 2 for character in word]
            for n in range(1, len(word)):
                if (is_wide[n - 1] or is_wide[n] or word[n - 1] == "-") and _may_break(
                    word[start:n], word[n]
                ):
                    yield space, word[start:n]
                    space, start = "", n
        yield space, word[start:]


def _may_break(piece: str, following: str) -> bool:
    """Whether a line may end between a piece and a character, of which one is wide, or after a hyphen."""
    last = piece[-1]
    if following in NEVER_FIRST or last in NEVER_LAST:
        return False
    if last == "-":
        return following.isalpha() and len(piece) > 1
    if last in SCALES and following in COUNTERS and piece[-2:-1].isdigit():
        return False
    return not (last.isdigit() and last.isascii() and cell_len(following) == 2)


def _beginning(piece: str, width: int) -> str:
    """As much of a piece as fits, one character at least."""
    end = 1
    while end < len(piece) and cell_len(piece[: end + 1]) <= width:
        end += 1
    return piece[:end]
