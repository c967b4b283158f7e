"""What every view of a scheme has in common: its source, its disclaimer, and places on the page."""

from __future__ import annotations

from collections.abc import Sequence

from cqdash.dataset import Dataset
from cqdash.language import Text, joined
from cqdash.language import assessment as words
from cqdash.subsidy.rulebook import Rulebook
from cqdash.tabs.blocks import Column, Notes, Table, TableRow


def source(dataset: Dataset, book: Rulebook) -> Text:
    """The publications that a scheme's items are printed in."""
    articles = dict.fromkeys(dataset.records[item.record].article for item in book.scheme.items)
    publications = dict.fromkeys(dataset.articles[article][0] for article in articles)
    return dataset.cited(publications)


def disclaimer(dataset: Dataset, book: Rulebook) -> Notes:
    """What the page does not say, and that no result is official."""
    notes = [note for note in dataset.notes if note.id == book.scheme.disclaimer]
    texts, records = tuple(note.text for note in notes), tuple(note.records for note in notes)
    return Notes("not-said", words.NOT_SAID, texts, records, numbered=False)


def place_of(dataset: Dataset, identifiers: Sequence[str], *, in_full: bool = False) -> Text | None:
    """Where records stand: the paragraphs, or `in_full` the whole citations; None for no records."""
    records = [dataset.records[identifier] for identifier in identifiers]
    if not records:
        return None
    if not in_full:
        return dataset.place(*records)
    return joined(list(dict.fromkeys(dataset.citation(record) for record in records)), "；", "; ")


def table(
    identifier: str,
    title: Text,
    about: Text | None,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Text]],
) -> Table:
    """A table whose rows hold no record of the page."""
    made = tuple(TableRow(tuple(cells), ()) for cells in rows)
    return Table(identifier, title, about, tuple(columns), made)
