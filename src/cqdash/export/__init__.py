"""Tabs in every format there is, as text; what a file's ending says of its format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal, get_args

from cqdash.dataset import Dataset
from cqdash.language import Language
from cqdash.tabs.kept import built

Format = Literal["text", "markdown", "csv", "json", "svg"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[Format, str] = {
    "text": ".txt",
    "markdown": ".md",
    "csv": ".csv",
    "json": ".json",
    "svg": ".svg",
}
PICTURE_WIDTH = 100
"""Cells of a picture that nobody gave a width: the screen and the command line make the same one."""


def export_tabs(dataset: Dataset, tabs: Sequence[str], form: Format, language: Language, width: int) -> str:
    """Tabs in a format, ending with a newline.

    `language` is for text, Markdown and pictures (CSV and JSON hold both); `width`, in cells, for text and
    pictures.
    """
    # Each format loads only what it needs.
    views = [built(dataset, tab) for tab in tabs]
    match form:
        case "json":
            from cqdash.export.as_json import render_json  # noqa: PLC0415

            return render_json(dataset, views)
        case "csv":
            from cqdash.export.as_csv import render_csv  # noqa: PLC0415

            return render_csv(dataset, views)
        case "markdown":
            from cqdash.export.markdown import render_markdown  # noqa: PLC0415

            return render_markdown(views, language)
        case "svg":
            from cqdash.export.picture import render_picture  # noqa: PLC0415

            return render_picture(views, language, width)
        case "text":
            from cqdash.export.text import render_text  # noqa: PLC0415

            return render_text(views, language, width)


def format_of(name: str) -> Format | None:
    """The format that a file's ending stands for, None for any other ending."""
    ending = PurePath(name).suffix.lower()
    return next((form for form, known in ENDINGS.items() if known == ending), None)


def renamed(name: str, form: Format) -> str:
    """A file's name with the ending of a format, in the place of another's; no name stays none."""
    if not name:
        return name
    bare = name[: -len(PurePath(name).suffix)] if format_of(name) else name
    return bare + ENDINGS[form]
