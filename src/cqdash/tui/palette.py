"""The command palette: commands, tabs and figures, found by either language's words or by digits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from cqdash.dataset import Dataset
from cqdash.language import Language, Text
from cqdash.tui.commands import COMMANDS

Entry = tuple[Text, Text, Callable[[], object]]
"""What it is called, what it says beside, and what it does."""


class Searched(Protocol):
    """What the palette needs of the app."""

    dataset: Dataset
    language: Language

    def go_tab(self, tab: str) -> None:
        """Show a tab."""

    async def go_record(self, record: str) -> None:
        """Show the row that holds a record."""

    def said(self, record: str) -> Text:
        """A figure, words or an answer, and the tab."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command applies now."""


class EverythingProvider(Provider):
    """Lists what can be done or gone to now."""

    async def discover(self) -> Hits:
        """The commands and the tabs, before anything is typed."""
        language = self._searched.language
        for name, about, run in [*self._commands(), *self._tabs()]:
            yield DiscoveryHit(Content(name.to(language)), run, help=about.to(language))

    async def search(self, query: str) -> Hits:
        """Whatever matches in Chinese or in English."""
        if not query.strip():
            return
        matchers = [self.matcher(word) for word in query.split()]
        language = self._searched.language
        for name, about, run in [*self._commands(), *self._tabs(), *self._figures()]:
            # Every word typed must be found, in whichever language it is.
            score = min(max(each.match(words) for words in (*name, *about)) for each in matchers)
            if score > 0:
                yield Hit(score, Content(name.to(language)), run, help=about.to(language))

    @property
    def _searched(self) -> Searched:
        return cast(Searched, self.app)

    def _commands(self) -> list[Entry]:
        return [
            (command.name, command.help, partial(self.app.run_action, command.action))
            for command in COMMANDS
            if command.palette and self._searched.check_action(command.action.partition("(")[0], ())
        ]

    def _tabs(self) -> list[Entry]:
        app = self._searched
        return [(tab.title, tab.about, partial(app.go_tab, name)) for name, tab in app.dataset.tabs.items()]

    def _figures(self) -> list[Entry]:
        app = self._searched
        dataset = app.dataset
        printed = [record.id for record in dataset.records.values() if record.status == "printed"]
        entries = [(dataset.label_of(each), each) for each in (*printed, *dataset.relations)]
        entries += [(series.label, series.id) for series in dataset.series.values()]
        entries += [(check.title, check.id) for check in dataset.checks.values()]
        return [(label, app.said(each), partial(app.go_record, each)) for label, each in entries]
