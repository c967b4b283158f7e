"""Which columns of a table fit a width, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence

from cqdash.tabs.blocks import Column

NARROWEST = 12
GUTTER = 2
ROOMY = 58
"""Cells from which on more columns are worth more than figures on one line."""


def fit(
    columns: Sequence[Column],
    natural: Sequence[int],
    room: int,
    label: int = 0,
    least: Sequence[int] | None = None,
) -> tuple[list[int], list[int]]:
    """The columns kept and their widths in cells, so that all of them and a gutter after each fit in `room`.

    Columns of rank go first, the highest before the others; then text is narrowed, and wraps; then figures
    wrap at their spaces, down to `least`, where there is some room; then the last columns go. `label` is the
    width the first column takes where there is room for it.
    """
    least = natural if least is None or room < ROOMY else least
    kept = sorted(range(len(columns)), key=lambda n: (columns[n].rank, n))
    while len(kept) > 2 and columns[kept[-1]].rank and _total(kept, natural) > room:
        kept.pop()
    widths = _narrowed(columns, kept, natural, least, room)
    while len(kept) > 2 and sum(widths.values()) + GUTTER * len(kept) > room:
        kept.pop()
        widths = _narrowed(columns, kept, natural, least, room)
    over = sum(widths.values()) + GUTTER * len(kept) - room
    for n in reversed(kept):
        cut = min(max(0, over), max(0, widths[n] - 1))
        widths[n] -= cut
        over -= cut
    widths[0] += min(max(0, -over), max(0, label - widths[0]))
    kept.sort()
    return kept, [widths[n] for n in kept]


def _total(kept: Sequence[int], natural: Sequence[int]) -> int:
    return sum(natural[n] + GUTTER for n in kept)


def _narrowed(
    columns: Sequence[Column], kept: Sequence[int], natural: Sequence[int], least: Sequence[int], room: int
) -> dict[int, int]:
    """Widths with the widest text columns, then the widest figures, narrowed as far as they may be."""
    widths = {n: natural[n] for n in kept}
    over = _total(kept, natural) - room
    while over > 0:
        texts = [n for n in kept if columns[n].align == "left" and widths[n] > NARROWEST]
        figures = [n for n in kept if columns[n].align == "right" and widths[n] > least[n]]
        if not texts and not figures:
            break
        widths[max(texts or figures, key=lambda n: widths[n])] -= 1
        over -= 1
    return widths
