"""Where everything in a row is printed or published, as one citation to take along with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.language import Text


def citation_of(dataset: Dataset, identifiers: Sequence[str]) -> Text | None:
    """The citation of records, and of what implied values, series and findings rest on; None for nothing."""
    records = dict.fromkeys(_records(dataset, identifiers))
    return dataset.citation(*(dataset.records[each] for each in records)) if records else None


def _records(dataset: Dataset, identifiers: Iterable[str]) -> Iterator[str]:
    for identifier in identifiers:
        if identifier in dataset.checks:
            yield from _records(dataset, analyse(dataset).finding(identifier).records)
        elif series := dataset.series.get(identifier):
            yield from _records(dataset, (series.observation_id(each) for each in series.observations))
        elif identifier in dataset.records or identifier in dataset.relations:
            yield from dataset.inputs_of(identifier)
