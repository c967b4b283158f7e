"""Everything that follows from one dataset, worked out when it is first asked for."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct, field

from cqdash.analysis.checks import Finding, find
from cqdash.analysis.implied import Implied, implied
from cqdash.dataset.model import Dataset
from cqdash.dataset.relations import Answer

WORST_FIRST: tuple[Answer, ...] = ("inconsistent", "undecidable", "consistent")


class Analysis(Struct, frozen=True):
    """The implied values and the findings of a dataset, by id."""

    dataset: Dataset
    _implied: dict[str, Implied] = field(default_factory=dict)
    _findings: dict[str, Finding] = field(default_factory=dict)

    def implied(self, identifier: str) -> Implied:
        """An implied value. Raises KeyError for an id no relation has."""
        if identifier not in self._implied:
            self._implied[identifier] = implied(self.dataset, identifier)
        return self._implied[identifier]

    def implied_of(self, tab: str) -> list[Implied]:
        """The implied values of a tab, in file order."""
        return [self.implied(each) for each in self.dataset.relations if self.dataset.tab_of[each] == tab]

    def finding(self, identifier: str) -> Finding:
        """What a check finds. Raises KeyError for an id no check has."""
        if identifier not in self._findings:
            self._findings[identifier] = find(self.dataset, self.dataset.checks[identifier])
        return self._findings[identifier]

    def findings_of(self, tab: str) -> list[Finding]:
        """The findings of a tab: what does not agree first, then what cannot be told, each in file order."""
        found = [self.finding(check.id) for check in self.dataset.checks.values() if check.tab == tab]
        return sorted(found, key=lambda finding: WORST_FIRST.index(finding.answer))

    def findings_on(self, identifier: str) -> list[Finding]:
        """The findings that a record or an implied value enters, its own tab's first, each in that order."""
        tabs = dict.fromkeys([self.dataset.tab_of[identifier], *self.dataset.tabs])
        found = [finding for tab in tabs for finding in self.findings_of(tab)]
        return [finding for finding in found if identifier in finding.records]


@lru_cache(maxsize=4)
def analyse(dataset: Dataset) -> Analysis:
    """The analysis of a dataset, the same one each time."""
    return Analysis(dataset)
