"""What implied values rest on in the end, worked out once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cqdash.dataset.relations import Relation

DEEPEST = 20
"""How many values may rest on one another in a row."""
MOST = 200
"""How many figures a value may rest on."""


class Rests:
    """How often each figure enters each value; nothing takes longer for being nested or named often."""

    def __init__(self, relations: Mapping[str, Relation]) -> None:
        self._relations = relations
        self._below: dict[str, Counter[str] | None] = {}
        heights: dict[str, int] = {}
        for identifier in _lowest_first(relations):
            relation = relations[identifier]
            heights[identifier] = 1 + max((heights.get(each, 0) for each in relation.of), default=0)
            self._below[identifier] = self._sum(relation.of) if heights[identifier] <= DEEPEST else None
        self._endless = {each for each in relations if heights.get(each, DEEPEST + 1) > DEEPEST}

    def is_endless(self, identifier: str) -> bool:
        """Whether a value rests on itself, or on more than DEEPEST others in a row."""
        return identifier in self._endless

    def is_too_wide(self, identifier: str) -> bool:
        """Whether a value that is not endless rests on more than MOST figures."""
        return identifier not in self._endless and self._below.get(identifier, Counter()) is None

    def repeated(self, names: Iterable[str]) -> list[str]:
        """The figures that enter more than once by these names, none of which is endless."""
        found: Counter[str] = Counter()
        for name in names:
            below = self._below.get(name, None if name in self._relations else Counter([name]))
            found.update(below or ())
        return [figure for figure, times in found.items() if times > 1]

    def _sum(self, names: Iterable[str]) -> Counter[str] | None:
        """How often each figure enters by these names; None where they are too many."""
        found: Counter[str] = Counter()
        for name in names:
            below = self._below[name] if name in self._relations else Counter([name])
            if below is None:
                return None
            found.update(below)
            if len(found) > MOST:
                return None
        return found


def _lowest_first(relations: Mapping[str, Relation]) -> list[str]:
    """The ids of relations, each after those it rests on; without those that rest on themselves."""
    waits_for: dict[str, int] = {}
    above: dict[str, list[str]] = {}
    for relation in relations.values():
        below = {each for each in relation.of if each in relations}
        waits_for[relation.id] = len(below)
        for each in below:
            above.setdefault(each, []).append(relation.id)
    ready = [identifier for identifier, count in waits_for.items() if not count]
    for identifier in ready:  # grows as it is gone through
        for each in above.get(identifier, ()):
            waits_for[each] -= 1
            if not waits_for[each]:
                ready.append(each)
    return ready
