"""One file being read: where its records stand, what is wrong with it, and what was lost to that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from cqdash.dataset.document import MOST_PROBLEMS, compose
from cqdash.dataset.problems import Fault, Problem
from cqdash.language import Text
from cqdash.language import data_file as words
from cqdash.language.rules import Rule

MISSING: Any = object()
Place = tuple[int, int]
"""A line and a column, from 1."""


class Reading:
    """The problems of a file, and where each decoded record began.

    `lost` are the ids of records that could not be decoded: what names them is no mistake of its own.
    With the file's `text` a fault in a record has the place of the very words.
    """

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.lost: set[str] = set()
        self._text = text
        self._places: dict[int, Place] = {}
        self._nodes: dict[Place, yaml.Node] | None = None
        self._words: dict[Place, dict[str, Place]] = {}

    @property
    def is_full(self) -> bool:
        """Whether no further problem of the file is told."""
        return len(self.problems) > MOST_PROBLEMS

    def begin(self, item: object, node: yaml.Node) -> None:
        """Remember where an item began; it must live as long as this reading."""
        self._places[id(item)] = _start(node)

    def stands_for(self, item: object, other: object) -> None:
        """Remember that an item stands where another one of the file began."""
        self._places[id(item)] = self._places[id(other)]

    def place(self, item: object, said: str = "") -> Place:
        """The line and column where a decoded item began, or where in it a value or a key stands."""
        place = self._places[id(item)]
        if not said or not self._text:
            return place
        if place not in self._words:
            self._words[place] = _words_of(self._node(place))
        return self._words[place].get(said, place)

    def problem(self, node: yaml.Node, rule: Rule, message: Text) -> Any:
        """Note a problem at a node; gives MISSING, so that a decoder can return it."""
        self.note(Problem(self.file, *_start(node), rule, message))
        return MISSING

    def fault(self, fault: Fault) -> None:
        """Note what is wrong with a decoded record."""
        if not self.is_full:
            place = self.place(fault.item, fault.said)
            self.note(Problem(self.file, *place, fault.rule, fault.message))

    def note(self, problem: Problem) -> None:
        """Note a problem; of a file that has very many, the first ones."""
        if len(self.problems) == MOST_PROBLEMS:
            message = words.TOO_MANY_PROBLEMS.fill(most=f"{MOST_PROBLEMS:,}")
            problem = Problem(self.file, problem.line, problem.column, Rule.TOO_MANY, message)
        if not self.is_full:
            self.problems.append(problem)

    def lose(self, node: yaml.Node) -> None:
        """Remember the ids in what could not be decoded."""
        for inner in _inside(node):
            if isinstance(inner, yaml.MappingNode):
                self.lost |= {
                    value.value
                    for key, value in inner.value
                    if key.value == "id" and isinstance(value, yaml.ScalarNode)
                }

    def _node(self, place: Place) -> yaml.Node | None:
        if self._nodes is None:
            # Composed once more where something is wrong, so that a sound file need not keep its nodes.
            root = compose(self.file, self._text)
            mappings = (node for node in _inside(root) if isinstance(node, yaml.MappingNode))
            self._nodes = {}
            for node in mappings:
                self._nodes.setdefault(_start(node), node)
        return self._nodes.get(place)


def _start(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _inside(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """A node and every one below it, in file order."""
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)


def _words_of(item: yaml.Node | None) -> dict[str, Place]:
    """Where each value of an item stands first, else each key."""
    values: dict[str, Place] = {}
    keys: dict[str, Place] = {}
    is_key: set[int] = set()
    for node in _inside(item):
        if isinstance(node, yaml.MappingNode):
            is_key.update(id(key) for key, _ in node.value)
        elif isinstance(node, yaml.ScalarNode):
            (keys if id(node) in is_key else values).setdefault(node.value, _start(node))
    return keys | values
