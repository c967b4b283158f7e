"""The files of a dataset as they come in, each with its reading, and what is wrong with them so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from cqdash.dataset.data_file import DataFile
from cqdash.dataset.folder import tab_name
from cqdash.dataset.problems import Fault, Problem
from cqdash.dataset.relations import Relation
from cqdash.language.rules import Rule

if TYPE_CHECKING:
    from cqdash.dataset.kept import Sound
    from cqdash.dataset.reading import Reading

NEVER_A_CONSEQUENCE = (Rule.DUPLICATE_ID, Rule.DUPLICATE_TERM)


class Part(Struct):
    """What is sound in a file: its name, the tab it may declare, the layer it lies in (0 lies under all)."""

    file: str
    tab: str
    layer: int
    data: DataFile
    reading: Reading | Sound


class Parts:
    """What is sound in each file, layer by layer.

    A fault that only follows from something that could not be read is not told: that is told already.
    """

    def __init__(self) -> None:
        self.files: list[Part] = []
        self._readings: list[Reading | Sound] = []
        self._lost: set[str] = set()
        self._is_all_known = True

    @property
    def problems(self) -> list[Problem]:
        """Every problem so far, file by file."""
        return [problem for reading in self._readings for problem in reading.problems]

    def add(self, name: str, data: DataFile | None, reading: Reading | Sound, layer: int = 0) -> None:
        """Take in a file, of which nothing may be sound; the lower layers come first."""
        self._readings.append(reading)
        self._lost |= reading.lost
        if data is not None:
            self.files.append(Part(name, tab_name(name), layer, data, reading))
        elif any(problem.rule is Rule.UNREADABLE for problem in reading.problems):
            self._is_all_known = False
        if reading.problems and not (data and data.tab):
            self._lost.add(tab_name(name))

    def lose(self, identifier: str) -> None:
        """Take note that what has this id cannot be used."""
        self._lost.add(identifier)

    def lose_what_rests_on(self, relations: Mapping[str, Relation]) -> None:
        """Take note that no implied value can be used that rests on what was lost."""
        above: dict[str, list[str]] = {}
        for relation in relations.values():
            for name in relation.of:
                above.setdefault(name.partition("@")[0], []).append(relation.id)
        waiting = list(self._lost)
        while waiting:
            found = [
                each for each in above.pop(waiting.pop().partition("@")[0], ()) if each not in self._lost
            ]
            self._lost.update(found)
            waiting += found

    def fault(self, reading: Reading | Sound, fault: Fault) -> None:
        """Tell a fault of a file, unless it follows from another."""
        if fault.said and fault.rule not in NEVER_A_CONSEQUENCE:
            # Of a series that was lost, every year was.
            if not self._lost.isdisjoint((fault.said, fault.said.partition("@")[0])):
                return
            if fault.rule is Rule.UNKNOWN_ID and not self._is_all_known:
                return
        reading.fault(fault)
