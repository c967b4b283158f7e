"""An app as a guest of its terminal and its shell: signals, suspending, early keys, harmless lines."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import ClassVar

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Key
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Input

from cqdash.tui.harmless_lines import HarmlessLines
from cqdash.tui.input import lasting
from cqdash.tui.sent import Sent
from cqdash.tui.system import TERMINAL_GONE, can_be_stopped, is_terminal_gone, on_signals, stop

_HARMLESS = HarmlessLines()


class HostedApp(App[int]):
    """Leaves the terminal as it was, however it ends, and sends it nothing but text and drawing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._sent = Sent()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Textual's own; what the terminal shows already is left out."""
        is_sent = not (self.is_headless or self._batch_count)
        if isinstance(renderable, CompositorUpdate) and is_sent:
            renderable = self._sent.rest_of(renderable)
        super()._display(screen, renderable)

    def on_resize(self) -> None:
        """A terminal of another size may have moved or cleared what it showed."""
        self._sent.forget()

    def on_app_focus(self) -> None:
        """Somebody else may have written to the terminal meanwhile."""
        self._sent.forget()

    @property
    def exit_code(self) -> int:
        """The exit code of the run: a crash is one, whatever key was still pressed after it."""
        return 1 if self._exception else self.return_code or 0

    def get_driver_class(self) -> type[Driver]:
        """What reads the keys and writes the screen."""
        return lasting(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and last of all the one that lets nothing through that drives a terminal."""
        return [*super().get_line_filters(), _HARMLESS]

    def on_load(self) -> None:
        """Before anything is drawn: whatever ends the program leaves the terminal as it was."""
        on_signals(self._end)

    def on_mount(self) -> None:
        """Draw everything again after `fg`, and look whether the terminal is still there."""
        self.app_resume_signal.subscribe(self, lambda _: self.set_timer(0.05, self._repaint))
        if not self.is_headless:
            self.set_interval(1, self._look_for_terminal)

    def on_key(self, event: Key) -> None:
        """What is typed before a field has the focus it was given goes into the field, not to commands."""
        field = self.focused
        if isinstance(field, Input) and event.is_printable and event.character:
            event.prevent_default().stop()
            field.insert_text_at_cursor(event.character)

    def action_suspend_process(self) -> None:
        """ctrl+z: back to the shell until `fg`; where there is none to go back to, nothing."""
        if can_be_stopped():
            stop()

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is anything to style, only take note of the colours."""
        if self._has_screens:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def _has_screens(self) -> bool:
        return any(self._screen_stacks.values())

    def _repaint(self) -> None:
        self._sent.forget()
        self.refresh(layout=True)

    def _look_for_terminal(self) -> None:
        if is_terminal_gone():
            self._end(TERMINAL_GONE)

    def _end(self, code: int) -> None:
        self.exit(code, return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        # What was half made when it was left fails while it is taken down: that is no crash.
        if not self._exit:
            super()._handle_exception(error)
