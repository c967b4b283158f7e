"""Two applications side by side, year by year."""

from __future__ import annotations

from msgspec import Struct

from cqdash.language import Text
from cqdash.language import subsidy as words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import Terms
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.said import year_named


class Pair(Struct, frozen=True):
    """One year, or all of them, of two applications."""

    label: Text
    first: Terms
    second: Terms


def compare(book: Rulebook, first: Application, second: Application) -> tuple[Pair, ...]:
    """The terms of both for each year either has, for no known year, in all; the first names the years."""
    results = assess(book, first), assess(book, second)
    longest = max((first, second), key=lambda application: application.horizon)
    named = first if first.first_year is not None else second
    pairs = [
        Pair(year_named(year, named), *(_of(result.by_year, year) for result in results))
        for year in longest.years
    ]
    return (
        *pairs,
        Pair(words.OPEN_YEAR, results[0].open_terms, results[1].open_terms),
        Pair(words.IN_ALL, results[0].total, results[1].total),
    )


def _of(by_year: tuple[Terms, ...], year: int) -> Terms:
    return by_year[year - 1] if year <= len(by_year) else Terms()
