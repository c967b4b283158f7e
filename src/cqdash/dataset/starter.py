"""A small sound dataset to begin with, with comments in the writer's language."""

from __future__ import annotations

from cqdash.dataset.folder import bundled
from cqdash.dataset.schema import FILE
from cqdash.language import LANGUAGES, Language

FOLDER = "starter"
"""Where it lies beside the bundled data; a comment in it begins with #zh or #en."""


def starter(language: Language) -> dict[str, str]:
    """Its files by name, and the schema their first lines name."""
    names = sorted(item.name for item in (bundled() / FOLDER).iterdir() if item.name.endswith(".yaml"))
    files = {name: _in(language, (bundled() / FOLDER / name).read_text("utf-8")) for name in names}
    return {**files, FILE: (bundled() / FILE).read_text("utf-8")}


def _in(language: Language, text: str) -> str:
    """The lines of a file with one language's comments."""
    marks = {f"#{each} ": each for each in LANGUAGES}
    lines = []
    for line in text.splitlines():
        begins = line.lstrip()[:4]
        if begins in marks and marks[begins] != language:
            continue
        lines.append(line.replace(begins, "# ", 1) if begins in marks else line)
    return "\n".join(lines) + "\n"
