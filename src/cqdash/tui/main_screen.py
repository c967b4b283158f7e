"""The main screen: bindings told in the present language, and what is done with rows of the tab in front."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Protocol, cast

from textual.binding import ActiveBinding, BindingType
from textual.events import Resize
from textual.keys import format_key
from textual.screen import Screen

from cqdash.dataset import Dataset
from cqdash.language import Language, Text, screen, tables
from cqdash.tui.commands import BY_ID, COMMANDS, ON_ROWS, row_bindings, shown_keys
from cqdash.tui.copying import cell_text, row_text
from cqdash.tui.key_names import NAMED, Keys
from cqdash.tui.tab_body import TabBody
from cqdash.tui.tab_pane import Pane

SMALLEST = (40, 12)
"""The fewest columns and rows in which the dashboard can be read."""


class Spoken(Protocol):
    """What the screen needs of the app."""

    dataset: Dataset
    language: Language
    user_keys: Keys

    @property
    def pane(self) -> Pane | None:
        """The active tab."""

    def tell(self, text: Text) -> None:
        """Show a message."""

    def relabel_tabs(self) -> None:
        """Write on the tabs what there is room for."""


class MainScreen(Screen[None]):
    """The footer reads its bindings, translated."""

    BINDINGS: ClassVar[list[BindingType]] = [*row_bindings()]

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The active bindings with their descriptions in the present language."""
        found = {key: self._translated(key, active) for key, active in super().active_bindings.items()}
        # Textual puts those of the screen first, and those with keys of the reader's own last.
        order = {command.id: place for place, command in enumerate(COMMANDS)}
        return dict(sorted(found.items(), key=lambda item: order.get(item[1].binding.id or "", -1)))

    def on_resize(self, event: Resize) -> None:
        """Below the smallest size one line says so; the tabs say what there is room for."""
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "tiny")
        self._spoken.relabel_tabs()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command on rows applies now, as its declaration says."""
        given = f"({', '.join(map(repr, parameters))})" if parameters else ""
        return self.app.check_action(f"{ON_ROWS}{action}{given}", ())

    def action_row(self, step: int) -> None:
        """A row down or up."""
        if body := self._body:
            if body.current is None or not body.current.has_focus:
                body.focus_current()
            elif step > 0:
                body.current.action_cursor_down()
            else:
                body.current.action_cursor_up()

    def action_section(self, step: int) -> None:
        """To the next or the previous section."""
        if body := self._body:
            body.go_section(step)

    def action_edge(self, step: int) -> None:
        """To the first row of the tab, or to the last."""
        if body := self._body:
            body.go_edge(step)

    def action_detail(self) -> None:
        """The detail of the current row over the whole screen."""
        if (body := self._body) and (found := body.opened()):
            from cqdash.tui.dialogs import DetailDialog  # noqa: PLC0415 - once it is asked for

            self.app.push_screen(DetailDialog(found, body.current_charts(), self._language))

    def action_finding(self) -> None:
        """From a figure to the finding about it, and back."""
        if (body := self._body) and not body.go_finding():
            self._spoken.tell(screen.NO_FINDING)

    def action_glossary(self) -> None:
        """What the terms of the current row mean."""
        from cqdash.tui.glossary_dialog import glossary_dialog  # noqa: PLC0415 - once it is asked for

        self.app.push_screen(glossary_dialog(self._spoken.dataset, self._spoken.pane, self._language))

    def action_filter(self) -> None:
        """Type words that the rows of the tab are to have."""
        if body := self._body:
            body.open_filter()

    def action_unfilter(self) -> None:
        """All rows again."""
        if body := self._body:
            body.close_filter()

    def action_column(self, step: int) -> None:
        """The column to the right or to the left."""
        if (body := self._body) and body.current:
            body.current.choose_column(step)

    def action_sort(self) -> None:
        """By the column chosen: ascending, descending, and as it was."""
        if (body := self._body) and body.current and not body.current.sort_by(body.current.current_column):
            self._spoken.tell(tables.NOT_SORTED)

    def action_copy_cell(self) -> None:
        """The text selected with the mouse; else what stands in the column chosen."""
        if selected := self.get_selected_text():
            self.app.copy_to_clipboard(selected)
        elif (body := self._body) and (table := body.current) and (row := table.current_row):
            self.app.copy_to_clipboard(cell_text(row, table.current_column, self._language))

    def action_copy_row(self) -> None:
        """The whole row, and where all of it is printed or published."""
        if (body := self._body) and (table := body.current) and (row := table.current_row):
            text = row_text(row, table.row_detail(), body.current_citation(), self._language)
            self.app.copy_to_clipboard(text)

    @property
    def _spoken(self) -> Spoken:
        return cast(Spoken, self.app)

    @property
    def _language(self) -> Language:
        return self._spoken.language

    @property
    def _body(self) -> TabBody | None:
        """The figures of the tab in front; None while its form is there."""
        pane = self._spoken.pane
        return pane.front if pane and isinstance(pane.front, TabBody) else None

    def _translated(self, key: str, active: ActiveBinding) -> ActiveBinding:
        command = BY_ID.get(active.binding.id or "")
        if command is None:
            # Textual’s own, such as that of an open list, which are told in English alone.
            return active._replace(binding=replace(active.binding, show=False))
        app = self._spoken
        shown = shown_keys(command, len(app.dataset.tabs), app.user_keys)
        # A key that types into the field with the focus is no command there.
        is_typed = self.focused is not None and self.focused.check_consume_key(key, _character(key))
        name = command.name_in_form if command.name_in_form and self._body is None else command.name
        binding = replace(
            active.binding,
            description=name.to(app.language),
            key_display=shown,
            show=active.binding.show and not is_typed,
        )
        return active._replace(binding=binding)


def _character(key: str) -> str | None:
    """What a key types; None where it types nothing."""
    return None if key in NAMED or "+" in key else format_key(key)
