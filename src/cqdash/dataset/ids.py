"""What an id may look like: it becomes a part of file names, of shell completion, of widgets' names."""

from __future__ import annotations

import re

PATTERN = r"^(?![.-])[^\x00-,/:-@\[-^`{-\x7f\s]{1,60}$"
"""Letters of any script, digits, `-`, `_` and `.`; as an editor reads it too."""
KEY = "id"
"""What holds one, in whichever record."""
_ID = re.compile(PATTERN)


def is_id(text: str) -> bool:
    """Whether a text can be an id, or the name of a tab."""
    return _ID.fullmatch(text) is not None
