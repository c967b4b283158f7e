"""A folder of YAML files as a Dataset, or every problem in it with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec.structs import replace

from cqdash.dataset import kept
from cqdash.dataset.check import identified, measured, read_figures, reference_faults, repeated_ids
from cqdash.dataset.folder import Files, Layer, bundled, files_of
from cqdash.dataset.model import Dataset
from cqdash.dataset.overlay import Order, lay
from cqdash.dataset.parts import Parts
from cqdash.dataset.problems import BadDataset, Problem

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def load(folder: Traversable | None = None) -> Dataset:
    """Read every `*.yaml` of a folder (the bundled one without an argument).

    Raises BadDataset with every problem of every file, and nothing else; BadFolder, which is one, where
    there is nothing to read.
    """
    return load_layers([Layer(bundled() if folder is None else folder)])


def load_layers(
    layers: Sequence[Layer], *, again: bool = False, report: Callable[[str], object] | None = None
) -> Dataset:
    """Read a folder and, laid over it, others of which each may be only a part.

    With `again` what the lowest holds is kept for the next run, and taken from what an earlier one kept; what
    is made of the data may be kept too. `report` is told the name of each file before it is read.
    Raises BadDataset with every problem of every file, and nothing else; BadFolder for a folder that cannot
    be read.
    """
    files = [files_of(layer.folder, layer.prefix) for layer in layers]
    names = [kept.name_of(each) if again else "" for each in files]
    dataset = _recalled(names[0], files) if names[0] else None
    if dataset is None:
        dataset = _read(files, names[0], report)
    key = f"{names} {[layer.name for layer in layers]}" if all(names) else ""
    return replace(dataset, layers=tuple(layers), key=key)


def dataset_of(*layers: Mapping[str, bytes | Problem]) -> Dataset:
    """The dataset of files by name, from what each holds; what an upper layer has replaces what lies below.

    Raises BadDataset and nothing else.
    """
    return _read(layers)


def _recalled(name: str, layers: Sequence[Files]) -> Dataset | None:
    """The dataset without reading the lowest layer; None where that is not kept, or something is wrong."""
    lowest, *upper = layers
    data = kept.recall(name, lowest)
    if data is None:
        return None
    parts = Parts()
    for file, each in zip(lowest, data, strict=True):
        parts.add(file, each, kept.Sound())
    try:
        _add(parts, upper, first=1)
        return _sound(parts)
    except kept.ReadAgain:
        return None


def _read(layers: Sequence[Files], name: str = "", report: Callable[[str], object] | None = None) -> Dataset:
    """The dataset from its files; the lowest layer is kept under `name`, if it has one."""
    parts = Parts()
    _add(parts, layers, report=report)
    lowest = [part.data for part in parts.files if part.layer == 0]
    dataset = _sound(parts)
    if name:
        kept.keep(name, lowest)
    return dataset


def _add(
    parts: Parts,
    layers: Sequence[Files],
    first: int = 0,
    report: Callable[[str], object] | None = None,
) -> None:
    if not layers:
        return
    # YAML is slow to import, and what is kept needs none.
    from cqdash.dataset.read_file import read_file  # noqa: PLC0415

    for number, files in enumerate(layers, first):
        for name, content in files.items():
            if report:
                report(name)
            parts.add(name, *read_file(name, content), number)


def _sound(parts: Parts) -> Dataset:
    """The dataset of parts in which nothing is wrong. Raises BadDataset."""
    dataset = _assembled(parts)
    if problems := parts.problems:
        raise BadDataset(problems)
    return dataset


def _assembled(parts: Parts) -> Dataset:
    """The dataset of what is sound; everything else is told in the parts."""
    order, laid = lay(parts)
    repeated_ids(parts)
    quantities, dates = read_figures(parts)
    files = parts.files
    every = [part.data for part in files]
    tabs = {part.tab: part.data.tab for part in files if part.data.tab}
    dataset = Dataset(
        publications=_in_order("publications", (p for data in every for p in data.publications), order),
        tabs=dict(sorted(tabs.items(), key=lambda item: (item[1].order, item[0]))),
        records=_by_id(_in_order("records", (r for data in every for r in measured(data)), order)),
        notes=_in_order("notes", (note for data in every for note in data.notes), order),
        quantities=quantities,
        dates=dates,
        tab_of={
            i: getattr(item, "tab", None) or order.tab(name, i, part.tab)
            for part in files
            for name, i, item in identified(part.data)
            if name != "glossary"
        },
        schemes={
            order.tab("scheme", part.data.scheme.id, part.tab): part.data.scheme
            for part in files
            if part.data.scheme
        },
        sheets={
            order.tab("sheet", part.data.sheet.id, part.tab): part.data.sheet
            for part in files
            if part.data.sheet
        },
        background_sources=_by_id(_in_order("sources", (s for data in every for s in data.sources), order)),
        series=_by_id(_in_order("series", (series for data in every for series in data.series), order)),
        relations=_by_id(_in_order("implied", (each for data in every for each in data.implied), order)),
        checks=_by_id(_in_order("checks", (check for data in every for check in data.checks), order)),
        glossary=_by_id(_in_order("glossary", (entry for data in every for entry in data.glossary), order)),
        laid=laid,
    )
    reference_faults(dataset, parts)
    return dataset


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_Identified)


def _in_order(name: str, items: Iterable[_Item], order: Order) -> tuple[_Item, ...]:
    """The items of a field, each where the one it replaces stood; observations where their series is."""
    if not order.numbers:
        return tuple(items)

    def number(item: _Item) -> int:
        series, at, _ = item.id.partition("@")
        return order.number("series", series) if at else order.number(name, item.id)

    return tuple(sorted(items, key=number))


def _by_id(items: Iterable[_Item]) -> dict[str, _Item]:
    """Each item by its id; the first one that has it, so that what others say of it still holds."""
    found: dict[str, _Item] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found
