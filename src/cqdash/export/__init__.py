"""Blocks as text or JSON."""

from __future__ import annotations

from typing import Literal

from cqdash.dataset import Dataset
from cqdash.language import Language
from cqdash.tabs.build import build

Format = Literal["text", "json"]


def export_tabs(dataset: Dataset, tabs: list[str], form: Format, language: Language, width: int) -> str:
    """Tabs in a format, ending with a newline; `language` and `width` (cells) are for text."""
    views = [build(dataset, tab) for tab in tabs]
    if form == "json":
        from cqdash.export.as_json import render_json  # noqa: PLC0415

        return render_json(dataset, views)
    from cqdash.export.text import render_text  # noqa: PLC0415 - Rich only for text

    return render_text(views, language, width)
