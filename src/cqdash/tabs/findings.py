"""A tab's findings as a list: what does not agree first, each with its arithmetic."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.analysis.checks import Finding
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section
from cqdash.language import Text, joined
from cqdash.language import analysis as words
from cqdash.tabs.blocks import FindingSaid, ListGroup, Listing, ListItem


def findings(dataset: Dataset, tab: str, section: Section) -> Listing | None:
    """The findings of a tab, grouped by answer; None where nothing is checked."""
    found = analyse(dataset).findings_of(tab)
    groups = []
    for answer in dict.fromkeys(finding.answer for finding in found):
        items = tuple(_item(finding) for finding in found if finding.answer == answer)
        said = words.ANSWERS[answer]
        title = words.GROUP.fill(answer=Text(said.zh, said.en.capitalize()), n=len(items))
        groups.append(ListGroup(title, None, items))
    return Listing(section.id, section.title, section.about, tuple(groups)) if groups else None


def explained(finding: Finding) -> Text:
    """The arithmetic, and what its answer means where that is said."""
    return joined([finding.arithmetic, *([finding.meaning] if finding.meaning else [])], "", " ")


def said_beside(finding: Finding) -> FindingSaid:
    """A finding beside a figure that it is about; one that agrees is only named."""
    mark = words.FINDING_MARK[finding.answer] or words.AGREES_MARK
    agrees = finding.answer == "consistent"
    said = (words.BESIDE_AGREEING if agrees else words.BESIDE).fill(
        title=finding.check.title, answer=words.ANSWERS[finding.answer], said=explained(finding)
    )
    return FindingSaid(finding.check.id, mark, said)


def _item(finding: Finding) -> ListItem:
    mark = words.FINDING_MARK[finding.answer]
    return ListItem(finding.check.id, finding.check.title, None, explained(finding), mark, finding.records)
