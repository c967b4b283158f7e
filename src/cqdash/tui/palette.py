"""The command palette: commands, tabs and figures, found by either language's words or by digits."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import LoadingIndicator
from textual.widgets.option_list import Option

from cqdash.dataset import Dataset
from cqdash.language import Language, Text, screen, tables
from cqdash.tabs.search import ELSEWHERE, Found, search
from cqdash.tabs.wording import folded, said
from cqdash.tui.commands import COMMANDS, Command, shown_keys
from cqdash.tui.key_names import Keys

Entry = tuple[Text, Text, Callable[[], object]]
"""What it is called, what it says beside, and what it does."""

MOST = 60
"""So many figures are listed; one more word finds the others."""
IN_NAME, BY_LABEL, IN_HELP, BY_WORDS = 4.0, 3.0, 2.0, 1.0
"""What comes first: commands and tabs so called, figures so called, then what only says the words."""


class Searched(Protocol):
    """What the palette needs of the app."""

    dataset: Dataset
    language: Language
    user_keys: Keys

    def go_tab(self, tab: str) -> None:
        """Show a tab."""

    async def go_record(self, record: str) -> None:
        """Show the row that holds a record."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command applies now."""


class EverythingProvider(Provider):
    """Lists what can be done or gone to now."""

    async def discover(self) -> Hits:
        """The commands and the tabs, before anything is typed."""
        language = self._searched.language
        for name, about, run in [*self._commands(), *self._tabs()]:
            yield DiscoveryHit(Content(name.to(language)), run, help=_literal(about.to(language)))

    async def search(self, query: str) -> Hits:
        """Commands, tabs and figures that have every word typed, in whichever language it is."""
        if not query.strip():
            return
        words = folded(query).split()
        app = self._searched
        for name, about, run in [*self._commands(), *self._tabs()]:
            if all(word in said([name, about]) for word in words):
                score = IN_NAME if all(word in said([name]) for word in words) else IN_HELP
                yield Hit(score, Content(name.to(app.language)), run, help=_literal(about.to(app.language)))
        for place, found in enumerate(search(app.dataset, query)[:MOST]):
            score = (BY_LABEL if found.rank < ELSEWHERE else BY_WORDS) - place / (2 * MOST)
            label = Content(found.label.to(app.language))
            yield Hit(score, label, partial(app.go_record, found.id), help=_literal(self._about(found)))

    @property
    def _searched(self) -> Searched:
        return cast(Searched, self.app)

    def _about(self, found: Found) -> str:
        """The figure, the words or the answer, and the tab."""
        language = self._searched.language
        tab = self._searched.dataset.tabs[found.tab].title
        return f"{found.shown.to(language)} · {tab.to(language)}"

    def _commands(self) -> list[Entry]:
        return [
            (command.name, self._with_keys(command), partial(self.app.run_action, command.action))
            for command in COMMANDS
            if command.palette and self._searched.check_action(command.action.partition("(")[0], ())
        ]

    def _with_keys(self, command: Command) -> Text:
        """What a command does, and its keys."""
        app = self._searched
        keys = shown_keys(command, len(app.dataset.tabs), app.user_keys)
        return Text(f"{command.help.zh}（{keys}）", f"{command.help.en} ({keys})")

    def _tabs(self) -> list[Entry]:
        app = self._searched
        return [(tab.title, tab.about, partial(app.go_tab, name)) for name, tab in app.dataset.tabs.items()]


def _literal(words: str) -> str:
    """Words that the palette does not read as markup, as it does every `str`."""
    return cast(str, Content(words))


class Palette(CommandPalette):
    """Textual's palette, which speaks the present language also where it finds nothing."""

    def __init__(self, language: Language) -> None:
        super().__init__(placeholder=screen.PALETTE_HINT.to(language))
        self._language = language

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, once, as every dialog does."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        """Pages of a list that has not been laid out yet are not there to turn."""
        with contextlib.suppress(LookupError):
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """In place of Textual's own, whose words are fixed in English."""
        self._stop_no_matches_countdown()
        if search_value and self._is_whole:
            nothing = Content(tables.NO_MATCHES.to(self._language))
            self.query_one(CommandList).add_option(Option(nothing, disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)

    @property
    def _is_whole(self) -> bool:
        """Whether it is there: a search may end after the reader has left, with nothing to show it in."""
        return bool(self.query(CommandList)) and bool(self.query(LoadingIndicator))

    def _watch__list_visible(self) -> None:
        if self._is_whole:
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self._is_whole:
            await super()._watch__show_busy()
