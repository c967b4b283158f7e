"""A folder of YAML files as a Dataset, or every problem in it with its place."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from cqdash.dataset import decode, document
from cqdash.dataset.check import identified, measured, read_figures, references, repeated_ids
from cqdash.dataset.data_file import DataFile
from cqdash.dataset.glossary import Entry
from cqdash.dataset.model import Dataset
from cqdash.dataset.problems import BadDataset, Problem
from cqdash.language import Text


def bundled() -> Traversable:
    """The folder of the dataset that comes with the program: in the wheel, or in the checkout."""
    package = resources.files("cqdash")
    packed = package / "_data"
    if packed.is_dir():
        return packed
    root = Path(str(package)).parents[1]
    if (root / "pyproject.toml").is_file():
        return root / "data"
    raise BadDataset([Problem("data", 0, 0, "file", Text("找不到随附的数据", "the bundled data is missing"))])


def load(folder: Traversable | None = None) -> Dataset:
    """Read every `*.yaml` of a folder (the bundled one without an argument).

    Raises BadDataset with every problem of every file.
    """
    folder = bundled() if folder is None else folder
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    problems: list[Problem] = []
    files: dict[str, tuple[DataFile, decode.Reading]] = {}
    for name in names:
        reading = decode.Reading(name)
        data = _read(folder / name, reading)
        problems += reading.problems
        if data is not None:
            files[name] = (data, reading)
    if problems:
        raise BadDataset(problems)
    return _assembled(files)


def _read(path: Traversable, reading: decode.Reading) -> DataFile | None:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        root = document.compose(path.name, text.replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        message = Text("不是 UTF-8 文本", f"not UTF-8 text ({error.reason} at byte {error.start})")
        reading.problems.append(Problem(path.name, 0, 0, "encoding", message))
        return None
    except BadDataset as error:
        reading.problems += error.problems
        return None
    return DataFile() if root is None else decode.decode(root, DataFile, reading)


def _assembled(files: dict[str, tuple[DataFile, decode.Reading]]) -> Dataset:
    named = {name.removesuffix(".yaml"): data for name, (data, _) in files.items()}
    tabs = {name: data.tab for name, data in named.items() if data.tab}
    problems = list(repeated_ids(files))
    quantities, dates, unread = read_figures(files)
    problems += unread
    every = named.values()
    dataset = Dataset(
        publications=tuple(p for data in every for p in data.publications),
        tabs=dict(sorted(tabs.items(), key=lambda item: (item[1].order, item[0]))),
        records={record.id: record for data in every for record in measured(data)},
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
        background_sources={source.id: source for data in every for source in data.sources},
        series={series.id: series for data in every for series in data.series},
        relations={relation.id: relation for data in every for relation in data.implied},
        checks={check.id: check for data in every for check in data.checks},
        glossary={entry.id: entry for data in every for entry in data.glossary},
    )
    problems += references(dataset, files)
    if problems:
        raise BadDataset(problems)
    return dataset
