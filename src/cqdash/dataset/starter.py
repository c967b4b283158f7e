"""A small sound dataset to begin with, with comments in the writer's language."""

from __future__ import annotations

from cqdash.dataset.document import text_of
from cqdash.dataset.folder import bundled, content_of, files_of
from cqdash.dataset.problems import BadDataset, Problem
from cqdash.dataset.schema import FILE
from cqdash.language import LANGUAGES, Language

FOLDER = "starter"
"""Where it lies beside the bundled data; a comment in it begins with #zh or #en."""


def starter(language: Language) -> dict[str, str]:
    """Its files by name, and the schema their first lines name. Raises BadDataset for what cannot be read."""
    found = files_of(bundled() / FOLDER)
    files = {name: _in(language, _text(name, content)) for name, content in found.items()}
    return {**files, FILE: _text(FILE, content_of(bundled(), FILE))}


def _text(name: str, content: bytes | Problem) -> str:
    if isinstance(content, Problem):
        raise BadDataset([content])
    return text_of(name, content)


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
