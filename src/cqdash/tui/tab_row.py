"""The row of tabs: numbers and titles; of the others only the number where there is no room."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content

from cqdash.language import Language, Text
from cqdash.tui.tabbed import Tabbed, pane_id

AROUND = 2
"""Cells about a tab where the screen is narrow."""


def label_tabs(tabbed: Tabbed, titles: Mapping[str, Text], language: Language, room: int) -> None:
    """Write on each tab its number and its title in a language, as `room` cells allow."""
    labels = {
        name: f"{number} {title.to(language)}" for number, (name, title) in enumerate(titles.items(), 1)
    }
    if sum(cell_len(label) + AROUND for label in labels.values()) > room:
        labels = {name: label if name == tabbed.tab else label.split()[0] for name, label in labels.items()}
    for name, label in labels.items():
        tab = tabbed.get_tab(pane_id(name))
        if tab.label_text != label:
            tab.label = Content(label)
