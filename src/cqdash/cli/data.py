"""The data a call asks for: what comes with the program, another folder, a folder laid over it."""

from __future__ import annotations

import argparse

from cqdash.cli.printing import Progress
from cqdash.dataset import BadDataset, Dataset, Problem
from cqdash.dataset.folder import Layer, bundled, layer_of
from cqdash.dataset.load import load_layers
from cqdash.language import Language, command_line, data_file
from cqdash.language.rules import Rule


def load_asked(parsed: argparse.Namespace, language: Language) -> Dataset:
    """The dataset that a call asks for; on a terminal, which file of a folder that is named is being read.

    Raises BadDataset, also where no file has a tab; BadFolder for a folder that cannot be read.
    """
    layers = layers_asked(parsed)
    progress = Progress()

    def report(file: str) -> None:
        progress.show(command_line.READING.fill(file=file.rpartition("/")[2]).to(language))

    try:
        dataset = load_layers(layers, again=True, report=report if layers_named(parsed) else None)
    finally:
        progress.show()
    if not dataset.tabs:
        raise BadDataset([Problem(layers[0].prefix or "data", 0, 0, Rule.NO_DATA, data_file.NO_TABS)])
    return dataset


def layers_asked(parsed: argparse.Namespace) -> list[Layer]:
    """The folder of the data, and what is laid over it. Raises BadFolder for a name that cannot be one."""
    named = layers_named(parsed)
    return named if "data" in parsed else [Layer(bundled()), *named]


def layers_named(parsed: argparse.Namespace) -> list[Layer]:
    """The folders named in a call, the lowest first."""
    return [layer_of(getattr(parsed, option)) for option in ("data", "overlay") if option in parsed]
