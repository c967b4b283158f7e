"""Where a program's settings and what it remembers are kept."""

from __future__ import annotations

import os
import sys

NOWHERE = os.devnull
"""Nothing can lie below it, where no home folder is known: nothing is read from there, or kept."""


def config_folder() -> str:
    """The folder of the settings, by the XDG base directory specification or as macOS has it."""
    return _own("XDG_CONFIG_HOME", "~/.config")


def state_folder() -> str:
    """The folder of what is remembered, and of drafts."""
    return _own("XDG_STATE_HOME", "~/.local/state")


def cache_folder() -> str:
    """The folder of what can be made again at any time."""
    return _own("XDG_CACHE_HOME", "~/.cache", "~/Library/Caches")


def settings_file() -> str:
    """The file of the settings, which need not be there."""
    return os.path.join(config_folder(), "settings.toml")  # noqa: PTH118 - pathlib is slow to import


def _own(variable: str, usual: str, on_macos: str = "~/Library/Application Support") -> str:
    usual = on_macos if sys.platform == "darwin" else usual
    given = os.environ.get(variable, "")
    folder = given if os.path.isabs(given) else os.path.expanduser(usual)  # noqa: PTH111, PTH117
    return os.path.join(folder if os.path.isabs(folder) else NOWHERE, "cqdash")  # noqa: PTH117, PTH118
