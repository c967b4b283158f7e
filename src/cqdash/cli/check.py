"""`cqdash check`: every problem of a dataset, its findings, and its calculator's cases."""

from __future__ import annotations

import argparse
import shutil
import sys

from cqdash.cli.check_said import as_json, as_text
from cqdash.cli.checked import check_layers
from cqdash.cli.codes import BAD_DATA
from cqdash.cli.data import layers_asked
from cqdash.cli.deliver import deliver
from cqdash.cli.excerpt import WIDEST
from cqdash.cli.printing import refuse
from cqdash.language import Language
from cqdash.language import overlay as overlay_words

NARROWEST = 40


def check(parsed: argparse.Namespace, language: Language) -> int:
    """Print what is found in the folder named, else in the data asked for; gives the exit code.

    Raises BadFolder.
    """
    if parsed.folder is not None:
        if "data" in parsed:
            return refuse(overlay_words.TWICE, language)
        parsed.data = parsed.folder
    layers = layers_asked(parsed)
    checked = check_layers(layers)
    is_own = any(layer.name for layer in layers)
    if parsed.format == "json":
        content = as_json(checked, getattr(parsed, "data", None))
    else:
        content = as_text(checked, language, tells_implied=is_own, width=_width(parsed.output))
    return deliver(content, parsed, language) or (BAD_DATA if checked.problems else 0)


def _width(output: str | None) -> int:
    """The terminal's width where there is one to read on."""
    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return WIDEST
    return max(NARROWEST, shutil.get_terminal_size((WIDEST, 24)).columns)
