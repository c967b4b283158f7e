"""Data laid over other data: what an upper layer has replaces what lies below under the same id."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from cqdash.dataset.data_file import DataFile
from cqdash.dataset.parts import Part, Parts

Key = tuple[str, str]
"""A field of a data file, and the id of something in it; of a tab the name of the tab."""

LISTED = ("publications", "records", "notes", "sources", "series", "implied", "checks", "glossary")
"""What a file has lists of, each thing with an id of its own."""
ALONE = ("tab", "scheme", "sheet")
"""What a file has one of; what an upper file of the same name has replaces it too."""


class Laid(Struct, frozen=True):
    """Something an upper layer brings: its field, id and tab, where it stands, what it took the place of."""

    layer: int
    field: str
    id: str
    tab: str
    item: Any
    file: str
    line: int
    replaced: Any = None


class Order(Struct):
    """Where things belong: what replaces something has its place in the order, and its tab."""

    numbers: dict[Key, int] = field(default_factory=dict)
    tabs: dict[Key, str] = field(default_factory=dict)

    def number(self, name: str, identifier: str) -> int:
        """The place of something in the order of reading; of a single layer the files' own order is kept."""
        return self.numbers.get((name, identifier), 0)

    def tab(self, name: str, identifier: str, otherwise: str) -> str:
        """The tab of the file that had it first."""
        return self.tabs.get((name, identifier), otherwise)


def lay(parts: Parts) -> tuple[Order, tuple[Laid, ...]]:
    """Drop from each part what an upper layer replaces; gives the order there was, and what was laid over."""
    order, laid = Order(), list[Laid]()
    if all(part.layer == 0 for part in parts.files):
        return order, ()
    taken: list[set[Key]] = []
    below: dict[Key, Any] = {}
    for _, files in groupby(parts.files, lambda part: part.layer):
        found: dict[Key, Any] = {}
        for part in files:
            for name, identifier, item in _items(part):
                key = (name, identifier)
                order.numbers.setdefault(key, len(order.numbers))
                tab = order.tabs.setdefault(key, part.tab)
                keys = [key, _of(name, tab)] if name in ALONE else [key]
                if part.layer:
                    line, _ = part.reading.place(item)
                    was = next((below[each] for each in keys if each in below), None)
                    file = part.file.rpartition("/")[2]
                    shown_in = getattr(item, "tab", None) or tab
                    laid.append(Laid(part.layer, name, identifier, shown_in, item, file, line, was))
                found |= dict.fromkeys(keys, item)
        taken.append(set(found))
        below |= found
    for part in parts.files:
        upper = set[Key]().union(*taken[part.layer + 1 :])
        part.data = _without(part, upper, order)
    return order, tuple(laid)


def _items(part: Part) -> Iterator[tuple[str, str, Any]]:
    """Each thing of a file that can replace another: the field it stands in, its id, itself."""
    for name in LISTED:
        for item in getattr(part.data, name):
            yield name, item.id, item
            if name == "publications":
                yield from (("articles", article.id, article) for article in item.articles)
    for name in ALONE:
        if item := getattr(part.data, name):
            yield name, _named(part, name, item), item


def _without(part: Part, upper: set[Key], order: Order) -> DataFile:
    """The file without what the layers above it have too."""
    data = part.data
    changes: dict[str, Any] = {}
    for name in LISTED:
        kept = tuple(item for item in getattr(data, name) if (name, item.id) not in upper)
        if len(kept) < len(getattr(data, name)):
            changes[name] = kept
    for publication in changes.get("publications", data.publications):
        left = tuple(each for each in publication.articles if ("articles", each.id) not in upper)
        if len(left) < len(publication.articles):
            cut = replace(publication, articles=left)
            part.reading.stands_for(cut, publication)
            among = changes.get("publications", data.publications)
            changes["publications"] = tuple(cut if each is publication else each for each in among)
    for name in ALONE:
        if item := getattr(data, name):
            key = (name, _named(part, name, item))
            if key in upper or _of(name, order.tab(*key, part.tab)) in upper:
                changes[name] = None
    return replace(data, **changes) if changes else data


def _named(part: Part, name: str, item: Any) -> str:
    return part.tab if name == "tab" else item.id


def _of(name: str, tab: str) -> Key:
    """The key of the one thing of its kind that a tab has."""
    return f"{name} of", tab
