"""Where the platform keeps a program's settings and what it remembers."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_config_path, user_state_path

NOWHERE = Path(os.devnull)
"""Nothing can lie below it, where no home folder is known: nothing is read from there, or kept."""


def config_folder() -> Path:
    """The folder of the settings."""
    return _own(user_config_path)


def state_folder() -> Path:
    """The folder of what is remembered, and of drafts."""
    return _own(user_state_path)


def _own(found: Callable[..., Path]) -> Path:
    try:
        folder = found("cqdash", appauthor=False)
    except RuntimeError:
        folder = NOWHERE / "cqdash"
    # Earlier versions of platformdirs leave a bare ~ where no home folder is known.
    return folder if folder.is_absolute() else NOWHERE / "cqdash"
