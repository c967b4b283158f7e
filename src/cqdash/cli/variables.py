"""Variables that libraries read: none of them names code to run, or ends in a traceback."""

from __future__ import annotations

import os
import re

KEPT = ("TEXTUAL_ANIMATIONS",)
"""What the README offers; of Textual's others some import a module, press keys, write files or connect."""
NUMBERS = ("COLUMNS", "LINES", "JUPYTER_COLUMNS", "JUPYTER_LINES", "ESCDELAY")
_SOUND = re.compile("[0-9]{1,3}")
"""Rich fails at ² and at very many digits; a screen of a million columns takes all memory."""


def settle_variables() -> None:
    """Take away what this program does not want said, before a library is imported that reads it."""
    for name, value in list(os.environ.items()):
        is_unwanted = name.partition("_")[0] == "TEXTUAL" and name not in KEPT
        if is_unwanted or (name in NUMBERS and not _SOUND.fullmatch(value)):
            del os.environ[name]
