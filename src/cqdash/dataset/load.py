"""A folder of YAML files as a Dataset, or every problem in it with its place."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from cqdash.dataset import decode, document
from cqdash.dataset.check import identified, read_figures, references, repeated_ids
from cqdash.dataset.model import Dataset
from cqdash.dataset.problems import BadDataset, Problem
from cqdash.dataset.records import DataFile
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
    tabs = {name.removesuffix(".yaml"): data.tab for name, (data, _) in files.items() if data.tab}
    tab_of = {
        item.id: name.removesuffix(".yaml") for name, (data, _) in files.items() for item in identified(data)
    }
    problems = list(repeated_ids(files))
    quantities, dates, unread = read_figures(files)
    problems += unread
    dataset = Dataset(
        publications=tuple(p for data, _ in files.values() for p in data.publications),
        tabs=dict(sorted(tabs.items(), key=lambda item: (item[1].order, item[0]))),
        records={record.id: record for data, _ in files.values() for record in data.records},
        notes=tuple(note for data, _ in files.values() for note in data.notes),
        quantities=quantities,
        dates=dates,
        tab_of=tab_of,
        schemes={name.removesuffix(".yaml"): data.scheme for name, (data, _) in files.items() if data.scheme},
        sheets={name.removesuffix(".yaml"): data.sheet for name, (data, _) in files.items() if data.sheet},
    )
    problems += references(dataset, files)
    if problems:
        raise BadDataset(problems)
    return dataset
