"""A tab's findings as a list: what does not agree first, each with its arithmetic."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.analysis.checks import Finding
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section
from cqdash.language import Text, joined
from cqdash.language import analysis as words
from cqdash.tabs.blocks import FindingSaid, ListGroup, Listing, ListItem
from cqdash.tabs.shown import place


def findings(dataset: Dataset, tab: str, section: Section) -> Listing:
    """The findings of a tab, grouped by answer."""
    found = analyse(dataset).findings_of(tab)
    groups = []
    for answer in dict.fromkeys(finding.answer for finding in found):
        items = tuple(_item(dataset, finding) for finding in found if finding.answer == answer)
        said = words.ANSWERS[answer]
        title = words.GROUP.fill(answer=Text(said.zh, said.en.capitalize()), n=len(items))
        groups.append(ListGroup(title, None, items))
    if not groups:
        groups.append(ListGroup(words.NO_FINDINGS, None, ()))
    return Listing(section.id, section.title, section.about, tuple(groups))


def explained(finding: Finding) -> Text:
    """What is compared, the arithmetic, and what its answer means, as far as they are said."""
    parts = [finding.check.about, finding.arithmetic, finding.meaning]
    return joined([part for part in parts if part], "", " ")


def cited(dataset: Dataset, finding: Finding) -> Text:
    """Where the figures of a finding stand."""
    return words.SEEN_AT.fill(place=place(dataset, finding.records))


def said_beside(finding: Finding) -> FindingSaid:
    """A finding beside a figure that it is about; one that agrees is only named."""
    mark = words.FINDING_MARK[finding.answer] or words.AGREES_MARK
    agrees = finding.answer == "consistent"
    said = (words.BESIDE_AGREEING if agrees else words.BESIDE).fill(
        title=finding.check.title, answer=words.ANSWERS[finding.answer], said=explained(finding)
    )
    return FindingSaid(finding.check.id, mark, said)


def _item(dataset: Dataset, finding: Finding) -> ListItem:
    mark = words.FINDING_MARK[finding.answer]
    said = joined([explained(finding), cited(dataset, finding)], "", " ")
    return ListItem(finding.check.id, finding.check.title, None, said, mark, finding.records)
