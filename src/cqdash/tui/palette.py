"""The command palette: commands, tabs and figures, found by either language's words or by digits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from cqdash.language import Text
from cqdash.tui.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cqdash.tui.app import CqdashApp


class EverythingProvider(Provider):
    """Lists what can be done or gone to."""

    async def discover(self) -> Hits:
        """The commands and the tabs, before anything is typed."""
        language = self._cqdash.language
        for name, about, run in [*self._commands(), *self._tabs()]:
            yield DiscoveryHit(Content(name.to(language)), run, help=about.to(language))

    async def search(self, query: str) -> Hits:
        """Whatever matches in Chinese or in English."""
        matcher = self.matcher(query)
        language = self._cqdash.language
        for name, about, run in [*self._commands(), *self._tabs(), *self._figures()]:
            score = max(matcher.match(words) for words in (*name, *about))
            if score > 0:
                yield Hit(score, Content(name.to(language)), run, help=about.to(language))

    @property
    def _cqdash(self) -> CqdashApp:
        return cast("CqdashApp", self.app)

    def _commands(self) -> list[tuple[Text, Text, Callable[[], object]]]:
        return [
            (command.name, command.help, partial(self.app.run_action, command.action))
            for command in COMMANDS
            if command.palette
        ]

    def _tabs(self) -> list[tuple[Text, Text, Callable[[], object]]]:
        app = self._cqdash
        return [(tab.title, tab.about, partial(app.go_tab, name)) for name, tab in app.dataset.tabs.items()]

    def _figures(self) -> list[tuple[Text, Text, Callable[[], object]]]:
        app = self._cqdash
        return [
            (record.label, app.said(record.id), partial(app.go_record, record.id))
            for record in app.dataset.records.values()
        ]
