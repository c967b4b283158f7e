"""Data files as plain data, and something wrong put into them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import yaml

ODD: list[Any] = [
    None, True, 0, -1, 10**18, "", "-", "tab", "7", "超7亿元", "5%",
    "\x1b]52;c;x\x07", "\u202e", "[/x]", "=1", [], {}, [[]],
]  # fmt: skip


def tree(node: yaml.Node | None) -> Any:
    """A node as plain data."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: tree(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [tree(each) for each in node.value]
    assert isinstance(node, yaml.ScalarNode)
    kinds: dict[str, Callable[[str], object]] = {"int": int, "bool": "true".__eq__, "null": lambda _: None}
    return kinds.get(node.tag.rpartition(":")[2], str)(node.value)


def alter(data: dict[str, Any], random: Random) -> None:
    """Leave something out, say it twice, or put something odd or something from elsewhere in its place."""
    found = [each for file in data.values() for each in places(file)]
    if not found:
        return
    holder, key = random.choice(found)
    other, where = random.choice(found)
    match random.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(key, holder[key])
        case 2:
            holder[key] = random.choice(ODD)
        case 3 if isinstance(holder, dict):
            holder[random.choice(["id", "of", "kind", "x", "\x9b"])] = holder.pop(key)
        case _:
            holder[key] = copy.deepcopy(other[where])


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every value below, as what holds it and its key there."""
    for key in list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield data, key
        yield from places(data[key])
