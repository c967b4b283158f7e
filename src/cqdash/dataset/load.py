"""A folder of YAML files as a Dataset, or every problem in it with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from typing import Protocol, TypeVar

from cqdash.dataset.check import identified, measured, read_figures, reference_faults, repeated_ids
from cqdash.dataset.data_file import DataFile
from cqdash.dataset.decode import decode
from cqdash.dataset.document import LARGEST, compose, text_of
from cqdash.dataset.folder import bundled, files_of, tab_name
from cqdash.dataset.glossary import Entry
from cqdash.dataset.model import Dataset
from cqdash.dataset.parts import Parts
from cqdash.dataset.problems import BadDataset, Problem
from cqdash.dataset.reading import Reading
from cqdash.language import data_file as words
from cqdash.language.rules import Rule

RESERVED = "all"
"""What `cqdash export` calls every tab; no tab's name."""

_ID = re.compile(r"""(?<![\w-])["']?id["']?\s*:\s*["']?([^\s"',}\]]+)""")
"""An id in a file that is no YAML: what names it elsewhere is no mistake."""


def load(folder: Traversable | None = None) -> Dataset:
    """Read every `*.yaml` of a folder (the bundled one without an argument).

    Raises BadDataset with every problem of every file, and nothing else; BadFolder, which is one, where
    there is nothing to read.
    """
    return dataset_of(files_of(bundled() if folder is None else folder))


def dataset_of(files: Mapping[str, bytes | Problem]) -> Dataset:
    """The dataset of files by name, from what each holds. Raises BadDataset and nothing else."""
    parts = Parts()
    for name, content in files.items():
        parts.add(name, *read_file(name, content))
    dataset = _assembled(parts)
    if problems := parts.problems:
        raise BadDataset(problems)
    return dataset


def read_file(name: str, content: bytes | Problem) -> tuple[DataFile | None, Reading]:
    """What is sound in a file, None where it is no YAML at all; what is not is told in the reading."""
    reading = Reading(name)
    try:
        if isinstance(content, Problem):
            raise BadDataset([content])
        text = text_of(name, content)
        root = compose(name, text)
    except BadDataset as error:
        for problem in error.problems:
            reading.note(problem)
        if isinstance(content, bytes):
            reading.lost |= set(_ID.findall(content[:LARGEST].decode("utf-8", "replace")))
        return None, reading
    reading = Reading(name, text)
    data = DataFile() if root is None else decode(root, DataFile, reading)
    if data and data.tab and tab_name(name) == RESERVED:
        message = words.RESERVED.fill(name=RESERVED)
        reading.note(Problem(name, *reading.place(data.tab), Rule.BAD_NAME, message))
    return data, reading


def _assembled(parts: Parts) -> Dataset:
    """The dataset of what is sound; everything else is told in the parts."""
    named = {tab_name(name): data for name, (data, _) in parts.files.items()}
    tabs = {name: data.tab for name, data in named.items() if data.tab}
    repeated_ids(parts)
    quantities, dates = read_figures(parts)
    every = named.values()
    dataset = Dataset(
        publications=tuple(p for data in every for p in data.publications),
        tabs=dict(sorted(tabs.items(), key=lambda item: (item[1].order, item[0]))),
        records=_by_id(record for data in every for record in measured(data)),
        notes=tuple(note for data in every for note in data.notes),
        quantities=quantities,
        dates=dates,
        tab_of={
            i: getattr(item, "tab", None) or name
            for name, data in named.items()
            for i, item in identified(data)
            if not isinstance(item, Entry)
        },
        schemes={name: data.scheme for name, data in named.items() if data.scheme},
        sheets={name: data.sheet for name, data in named.items() if data.sheet},
        background_sources=_by_id(source for data in every for source in data.sources),
        series=_by_id(series for data in every for series in data.series),
        relations=_by_id(relation for data in every for relation in data.implied),
        checks=_by_id(check for data in every for check in data.checks),
        glossary=_by_id(entry for data in every for entry in data.glossary),
    )
    reference_faults(dataset, parts)
    return dataset


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_Identified)


def _by_id(items: Iterable[_Item]) -> dict[str, _Item]:
    """Each item by its id; the first one that has it, so that what others say of it still holds."""
    found: dict[str, _Item] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found
