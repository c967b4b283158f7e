"""`cqdash export`: a tab or all of them, to standard output or a file."""

from __future__ import annotations

import argparse

from cqdash.cli.deliver import deliver, refuse
from cqdash.dataset import load
from cqdash.export import export_tabs
from cqdash.language import Language
from cqdash.language import command_line as words

NARROWEST, WIDEST = 24, 400


def export(parsed: argparse.Namespace, language: Language) -> int:
    """Write what was asked for; gives the exit code. Raises BadDataset."""
    if not NARROWEST <= parsed.width <= WIDEST:
        return refuse(words.BAD_WIDTH.to(language))
    dataset = load()
    if parsed.tab != "all" and parsed.tab not in dataset.tabs:
        known = ", ".join([*dataset.tabs, "all"])
        return refuse(words.NO_SUCH_TAB.fill(tab=parsed.tab, known=known).to(language))
    tabs = list(dataset.tabs) if parsed.tab == "all" else [parsed.tab]
    content = export_tabs(dataset, tabs, parsed.format, language, parsed.width)
    return deliver(content, parsed, language)
