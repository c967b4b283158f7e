"""All that a tab tells of the records in its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cqdash.dataset import Dataset
from cqdash.language import Text, words
from cqdash.tabs.blocks import Detail, Table
from cqdash.tabs.citation import citation_of
from cqdash.tabs.detail import details
from cqdash.tabs.wording import wording
from cqdash.tabs.worth import worths
from cqdash.tui.table_rows import Worths


class Told:
    """The details, the citation, the words and the values behind the rows of one tab."""

    def __init__(self, dataset: Dataset, tab: str) -> None:
        self._dataset = dataset
        self._tab = tab

    def details(self, records: Sequence[str]) -> list[Detail]:
        """All there is to say about each record."""
        return details(self._dataset, tuple(records))

    def opened(self, records: Sequence[str], row: Detail | None) -> list[Detail]:
        """The details, and before them every column of the row where they do not say all of it."""
        found = self.details(records)
        return [row, *found] if row and not _says_all(found, row) else found

    def citation(self, records: Sequence[str]) -> Text | None:
        """Where the records are printed or published."""
        return citation_of(self._dataset, records)

    def wording(self, records: Sequence[str]) -> str:
        """All that the records are found by."""
        return wording(self._dataset, records)

    def worths(self, table: Table) -> Worths:
        """What the cells of a table come to."""
        return worths(self._dataset, self._tab, table)

    def standing_for(self, record: str) -> str:
        """The series whose row an observation has; any other record itself."""
        for series in self._dataset.series.values():
            if any(series.observation_id(each) == record for each in series.observations):
                return series.id
        return record


def _says_all(found: Sequence[Detail], row: Detail) -> bool:
    """Whether everything in a row stands in the detail of its only record anyway."""
    told = list(_texts(found[0])) if len(found) == 1 else []
    cells = [row.label, *(field.value for field in row.fields)]
    return all(
        cell == words.NOT_PRINTED or any(cell.zh in text.zh and cell.en in text.en for text in told)
        for cell in cells
    )


def _texts(detail: Detail) -> Iterator[Text]:
    yield detail.label
    yield from (field.value for field in detail.fields)
    yield from (text for text in (detail.shown, detail.text, detail.citation) if text)
