"""The tabs by their names, whatever a data file is called: the id of a widget is ASCII, and its own."""

from __future__ import annotations

from textual.widgets import TabbedContent

_MARK = "tab-"


def pane_id(tab: str) -> str:
    """The id of a tab's pane, that no other widget has."""
    return _MARK + tab.encode().hex()


def tab_of(pane: str) -> str:
    """The name of the tab whose pane has an id."""
    return bytes.fromhex(pane.removeprefix(_MARK)).decode()


class Tabbed(TabbedContent):
    """The row of tabs and what they show."""

    def __init__(self, first: str) -> None:
        super().__init__(initial=pane_id(first))

    @property
    def tab(self) -> str:
        """The name of the tab in front, empty before there is one."""
        return tab_of(self.active)

    @tab.setter
    def tab(self, name: str) -> None:
        self.active = pane_id(name)
