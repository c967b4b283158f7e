"""Every word by which a reader may look for a row, in both languages, and how words typed are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from cqdash.dataset.model import Dataset
from cqdash.language import Text

_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]|$)")
_ALIKE = str.maketrans("‘’“”−–", "''\"\"--")
_APART = "\n"
"""Between one thing said and the next, so that no word is found across both."""


def wording(dataset: Dataset, identifiers: Sequence[str]) -> str:
    """What is printed of a row's records, what they are called and what a note says of them, folded."""
    return folded(_APART.join(_said(dataset, identifiers)))


def said(texts: Iterable[Text]) -> str:
    """Texts in both languages as one, folded."""
    return folded(_APART.join(words for text in texts for words in text))


def folded(words: str) -> str:
    """The words without case, full width, curly quotes or the commas in figures: what is compared."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return _GROUPED.sub("", plain).translate(_ALIKE)


def _said(dataset: Dataset, identifiers: Iterable[str]) -> Iterator[str]:
    for identifier in identifiers:
        yield from (note_part for note in dataset.notes_on.get(identifier, ()) for note_part in note.text)
        if relation := dataset.relations.get(identifier):
            yield from relation.label
        elif record := dataset.records.get(identifier):
            yield from (*record.label, record.printed)
        elif series := dataset.series.get(identifier):
            yield from series.label
            yield from _said(dataset, (series.observation_id(each) for each in series.observations))
        elif check := dataset.checks.get(identifier):
            yield from check.title
        elif entry := dataset.glossary.get(identifier):
            yield from entry.spellings
