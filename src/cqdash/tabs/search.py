"""Any figure by words in either language or by its digits: the same search on the screen and in the shell."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Record
from cqdash.language import Text
from cqdash.language.analysis import ANSWERS
from cqdash.quantity import decimal_text
from cqdash.tabs.detail import summary
from cqdash.tabs.wording import folded, said

EXACT, LABEL, LABEL_START, LABEL_WORD, LABEL_PART, ELSEWHERE = range(6)
"""Ranks: the figure, name, answer or id itself; the whole label, its beginning, a word in it, a part; other
words."""


class Found(Struct, frozen=True):
    """Something found: a record, an implied value, a series, one of its years, or a finding.

    `shown` is its figure, words, years or answer; `status` is printed, implied or background, or a finding's
    answer; the lower `rank`, the better it fits.
    """

    id: str
    tab: str
    label: Text
    shown: Text
    status: str
    rank: int


def search(dataset: Dataset, query: str) -> list[Found]:
    """Whatever holds every word of the query, the best first, then in the order of the data.

    A word is found in labels, figures, printed words, ids, notes and arithmetic; outside labels an English
    one only where a word begins. A number is the figure as it is written in either language (530.3, 53.03) or
    the exact value (53030000000), never a part of a longer number; where nothing has it, numbers that begin
    with it are found. An empty query finds nothing.
    """
    words = folded(query).split()
    if not words:
        return []
    for whole in (True, False):
        terms = [_Term.of(word, whole=whole) for word in words]
        phrase = _Term.of(" ".join(words), whole=whole)
        found = [
            replace(entry.found, rank=rank)
            for entry in _entries(dataset)
            if (rank := _rank(entry, phrase, terms)) is not None
        ]
        if found:
            return sorted(found, key=lambda each: each.rank)
    return []


class _Entry(Struct, frozen=True):
    """What can be found, and the folded words it is found by.

    `figures` is what is shown and printed, a line each; `values` are the exact values.
    """

    found: Found
    labels: tuple[str, ...]
    figures: str
    rest: str
    values: tuple[str, ...]
    everything: str


class _Term(Struct, frozen=True):
    """A word of the query, or all of them."""

    word: str
    part: re.Pattern[str]
    beginning: re.Pattern[str]
    is_whole: bool

    @classmethod
    def of(cls, word: str, *, whole: bool) -> _Term:
        """A word, or several with or without spaces; with `whole` no digit may follow the last one."""
        before = r"(?<![0-9])(?<![0-9]\.)" if word[0].isdecimal() else ""
        after = r"(?!\.?[0-9])" if whole and word[-1].isdecimal() else ""
        part = before + re.escape(word).replace(r"\ ", " ?") + after
        beginning = r"(?<![a-z])" + part if word[0].isascii() and word[0].isalpha() else part
        return cls(word, re.compile(part), re.compile(beginning), whole)

    def rank(self, entry: _Entry) -> int | None:
        """How well the entry has the word; None where it does not."""
        if self.word == entry.found.id or self._is_figure(entry):
            return EXACT
        if self.word in entry.labels:
            return LABEL
        if any(map(self.part.match, entry.labels)):
            return LABEL_START
        if any(map(self.beginning.search, entry.labels)):
            return LABEL_WORD
        if any(map(self.part.search, entry.labels)):
            return LABEL_PART
        return ELSEWHERE if any(map(self.beginning.search, (entry.figures, entry.rest))) else None

    def _is_figure(self, entry: _Entry) -> bool:
        if self.word in entry.values or self.word in entry.figures.split("\n"):
            return True
        has_digit = self.is_whole and any(map(str.isdecimal, self.word))
        return has_digit and self.part.search(entry.figures) is not None


def _rank(entry: _Entry, phrase: _Term, terms: Iterable[_Term]) -> int | None:
    """How well an entry has all the words, or better still the words one after the other."""
    worst = EXACT
    for term in terms:
        if term.word not in entry.everything or (rank := term.rank(entry)) is None:
            return None
        worst = max(worst, rank)
    together = phrase.rank(entry)
    return worst if together is None else min(worst, together)


@lru_cache(maxsize=4)
def _entries(dataset: Dataset) -> tuple[_Entry, ...]:
    """Everything to find: what is printed, what follows from it, series and their years, findings."""
    records = dataset.records.values()
    return (
        *(_record(dataset, record) for record in records if record.status == "printed"),
        *(_implied(dataset, identifier) for identifier in dataset.relations),
        *(_series(dataset, identifier) for identifier in dataset.series),
        *(_record(dataset, record) for record in records if record.status == "background"),
        *(_finding(dataset, identifier) for identifier in dataset.checks),
    )


def _record(dataset: Dataset, record: Record) -> _Entry:
    found = _found(dataset, record.id, record.label, record.status)
    quantity = dataset.quantities.get(record.id)
    values: tuple[Fraction, ...] = ()
    if quantity and quantity.value is not None:
        # Typing 3 does not mean 300%.
        is_share = quantity.unit.base == "fraction"
        falls = record.kind == "growth" and record.sign == "down"
        number = -quantity.value if falls else quantity.value
        values = () if is_share and number.denominator == 1 else (quantity.value, number)
    figures = folded(f"{record.printed}\n{said([found.shown])}")
    return _entry(dataset, found, [record.text] if record.text else [], figures, values)


def _implied(dataset: Dataset, identifier: str) -> _Entry:
    value = analyse(dataset).implied(identifier)
    relation = value.relation
    found = _found(dataset, identifier, relation.label, "implied")
    points = [each.interval.low for each in value.readings if each.interval.is_point]
    about = [*(reading.formula for reading in value.readings), *([relation.text] if relation.text else [])]
    values = [number for number in points if number is not None]
    return _entry(dataset, found, about, said([found.shown]), values)


def _series(dataset: Dataset, identifier: str) -> _Entry:
    series = dataset.series[identifier]
    found = _found(dataset, identifier, series.label, "background")
    return _entry(dataset, found, [found.shown, *([series.about] if series.about else [])])


def _finding(dataset: Dataset, identifier: str) -> _Entry:
    finding = analyse(dataset).finding(identifier)
    found = _found(dataset, identifier, finding.check.title, finding.answer)
    about = [text for text in (finding.arithmetic, finding.meaning, finding.check.about) if text]
    return _entry(dataset, found, about, said([ANSWERS[finding.answer]]))


def _found(dataset: Dataset, identifier: str, label: Text, status: str) -> Found:
    shown = summary(dataset, identifier)
    return Found(identifier, dataset.tab_of[identifier], label, shown, status, ELSEWHERE)


def _entry(
    dataset: Dataset,
    found: Found,
    about: Iterable[Text],
    figures: str = "",
    values: Iterable[Fraction] = (),
) -> _Entry:
    labels = tuple(folded(words) for words in found.label)
    notes = (note.text for note in dataset.notes_on.get(found.id, ()))
    rest = folded(found.id) + "\n" + said([*about, *notes])
    exact = tuple(_digits(values))
    return _Entry(found, labels, figures, rest, exact, "\n".join([*labels, figures, rest, *exact]))


def _digits(values: Iterable[Fraction]) -> Iterator[str]:
    """The exact decimals; a third has none and is not typed either."""
    for value in values:
        with contextlib.suppress(ValueError):
            yield decimal_text(value)
