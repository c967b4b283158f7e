"""Messages for a few seconds in place of the footer, said again when the language changes.

Not Textual's toasts: a wide character that lies over the edge of a widget below it is lost.
"""

from __future__ import annotations

from functools import partial

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cqdash.language import Language, Text
from cqdash.tui.fitting_footer import FittingFooter
from cqdash.tui.line import wrapped

SECONDS = 6.0


class NoticeBar(Widget):
    """What has been told and may still be read; a click takes it away."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.display = False
        self._language = language
        self._told: list[tuple[Text, bool]] = []

    @property
    def messages(self) -> list[str]:
        """What can be read now."""
        return [text.to(self._language) for text, _ in self._told]

    def tell(self, text: Text, *, is_warning: bool = False, seconds: float = SECONDS) -> None:
        """Show a message below the others."""
        notice = (text, is_warning)
        self._told.append(notice)
        self.set_timer(seconds, partial(self._forget, notice))
        self._show()

    def relabel(self, language: Language) -> None:
        """Say what is still there in another language."""
        self._language = language
        self.refresh(layout=True)

    def on_click(self) -> None:
        """It has been read."""
        self._told.clear()
        self._show()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's hook
        """As many lines as the messages take at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The messages, one below the other."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        return [
            line
            for text, is_warning in self._told
            for line in wrapped(text.to(self._language), width, "$text-warning" if is_warning else "")
        ]

    def _forget(self, notice: tuple[Text, bool]) -> None:
        if notice in self._told:
            self._told.remove(notice)
            self._show()

    def _show(self) -> None:
        self.display = bool(self._told)
        self.screen.query_one(FittingFooter).display = not self._told
        self.refresh(layout=True)
