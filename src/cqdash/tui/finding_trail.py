"""From a figure to the finding about it, and back to where one came from."""

from __future__ import annotations

from collections.abc import Sequence

from cqdash.tabs.blocks import Listing, TabView


class FindingTrail:
    """The findings of a tab, and the figure one of them was come to from."""

    def __init__(self, view: TabView) -> None:
        self._about = {
            item.record: item.about
            for block in view.blocks
            if isinstance(block, Listing)
            for group in block.groups
            for item in group.items
            if item.about
        }
        self._came_from: str | None = None

    def __bool__(self) -> bool:
        """Whether anything of the tab is checked."""
        return bool(self._about)

    def follow(self, row: Sequence[str]) -> str | None:
        """From a row's records to the first finding about them, from a finding back; None for neither."""
        if row and row[0] in self._about:
            return self._came_from or self._about[row[0]][0]
        found = next((f for f, about in self._about.items() if not set(row).isdisjoint(about)), None)
        if found:
            self._came_from = row[0]
        return found
