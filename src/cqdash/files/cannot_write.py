"""What is raised where a file could not be written."""

from __future__ import annotations

from cqdash.language import Text


class CannotWrite(OSError):  # noqa: N818 - it names what happened
    """A file that was not written; nothing on the disk has changed. `text` says why, in both languages."""

    def __init__(self, text: Text, *, exists: bool = False) -> None:
        self.text = text
        self.exists = exists
        super().__init__(text.en)
