"""The one mark a row may have: a finding that does not agree, one that is open, or a reading note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.language import Text, joined, words
from cqdash.language.analysis import FINDING_MARK, MARK_KEY
from cqdash.tabs.blocks import Block, Listing, Table


def mark_of(dataset: Dataset, identifiers: Iterable[str]) -> str:
    """The mark of a row about records and implied values; what is worst stands for all."""
    found = set()
    for identifier in identifiers:
        for finding in analyse(dataset).findings_on(identifier):
            if identifier in finding.named:
                found.add(FINDING_MARK[finding.answer])
        if identifier in dataset.notes_on:
            found.add(words.NOTE_MARK)
    return next((mark for mark in MARKS if mark in found), "")


def marked(label: Text, mark: str) -> Text:
    """A label with its mark."""
    return Text(label.zh + mark, label.en + mark)


def mark_key(blocks: Sequence[Block]) -> Text | None:
    """What the marks that stand in the blocks mean; None where there are none."""
    used = {mark for block in blocks for mark in _marks(block)}
    said = [MARK_KEY[mark] for mark in MARKS if mark in used]
    return joined(said, "　", "   ") if said else None


MARKS = (FINDING_MARK["inconsistent"], FINDING_MARK["undecidable"], words.NOTE_MARK)
"""Worst first."""


def _marks(block: Block) -> Iterable[str]:
    if isinstance(block, Table):
        return (row.mark for row in block.rows)
    if isinstance(block, Listing):
        return (item.mark for group in block.groups for item in group.items)
    return ()
