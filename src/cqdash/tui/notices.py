"""Messages in a corner of the screen, which are said again when the language changes."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notification, Notify
from textual.widgets._toast import Toast

from cqdash.language import Language, Text


class Notices:
    """What has been told and may still be seen."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._told: list[tuple[Notification, Text]] = []

    def tell(self, text: Text, language: Language, *, is_warning: bool = False, seconds: float = 5) -> None:
        """Show a message for some seconds."""
        notice = Notification(
            text.to(language),
            severity="warning" if is_warning else "information",
            timeout=seconds,
            markup=False,
        )
        self._told = [*((each, said) for each, said in self._told if not each.has_expired), (notice, text)]
        self._app.post_message(Notify(notice))

    def relabel(self, language: Language) -> None:
        """Say what is still there in another language."""
        for notice, text in self._told:
            notice.message = text.to(language)
        for toast in self._app.screen.query(Toast):
            toast.refresh(layout=True)
