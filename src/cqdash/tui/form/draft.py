"""Work in progress, kept where the system keeps a program's state, so that a crash loses nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from cqdash.dataset.folder import Layer
from cqdash.files import state
from cqdash.files.places import state_folder


def name_for(form: str, layers: Sequence[Layer]) -> str:
    """What the draft of a form is called; data that did not come with the program has drafts of its own."""
    named = [str(Path(str(layer.folder)).resolve()) for layer in layers if layer.name]
    if not named:
        return form
    from hashlib import sha256  # noqa: PLC0415 - only for other data

    return f"{form}-{sha256(chr(0).join(named).encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


def draft_path(name: str) -> Path:
    """Where the draft of a form lies."""
    return Path(state_folder(), f"draft-{name}.yaml")


def keep(name: str, content: str) -> None:
    """Keep a draft; where nothing can be written there is none, and the work goes on."""
    state.keep(draft_path(name), content)


def kept(name: str) -> str | None:
    """The draft that an earlier run left, None where there is none that can be read."""
    path = draft_path(name)
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else None
    except (OSError, UnicodeDecodeError):
        return None


def let_go(name: str) -> None:
    """Remove the draft: the work is saved, or not wanted."""
    with contextlib.suppress(OSError):
        draft_path(name).unlink()
