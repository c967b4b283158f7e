"""What the program puts together of its texts is in one language at a time: tabs, details, results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from both_languages import HAN, SENTENCE, Said, texts_of_data
from cqdash.dataset import Dataset, bundled
from cqdash.subsidy.application import Application
from cqdash.subsidy.beginning import example
from cqdash.subsidy.cases import load_cases
from cqdash.subsidy.rulebook import Rulebook, rulebook
from cqdash.tabs.assessment import assessment_view
from cqdash.tabs.build import build
from cqdash.tabs.comparison import comparison_view
from cqdash.tabs.detail import details
from cqdash.tabs.need_sheet import sheet_view
from cqdash.tabs.search import search

QUOTED = re.compile(r"“[^”]*”|https?://\S+")
"""The title of a source in the language it is in."""


def composed(dataset: Dataset) -> Iterator[Said]:
    """Every tab, the detail of everything that has one, what is found, every result of every form."""
    for tab in dataset.tabs:
        yield from texts_of_data(build(dataset, tab), tab)
    for each in (*dataset.records, *dataset.relations, *dataset.checks, *dataset.series):
        yield from texts_of_data(details(dataset, (each,))[0], each)
    for query in ("2", "a", "的"):
        yield from texts_of_data(tuple(search(dataset, query)), f"find {query}")
    for tab, scheme in dataset.schemes.items():
        book = rulebook(dataset, scheme)
        asked = applications(book)
        for number, application in enumerate(asked):
            yield from texts_of_data(assessment_view(dataset, book, application), f"{tab} {number}")
        for number, (one, other) in enumerate(pairwise(asked)):
            yield from texts_of_data(comparison_view(dataset, book, one, other), f"{tab} {number} beside")
    for tab, sheet in dataset.sheets.items():
        chosen = {area.record: area.options for area in sheet.areas}
        for answers in ({}, chosen):
            yield from texts_of_data(sheet_view(dataset, sheet, answers), f"{tab} sheet")


@pytest.fixture(scope="module")
def said(dataset: Dataset) -> list[Said]:
    """All of it, but for the list of terms, each of which is given in the other language too."""
    found = {each[1:]: each for each in composed(dataset) if "[glossary]" not in each.place}
    assert len(found) > 3000
    return list(found.values())


@pytest.fixture(scope="module")
def as_is(dataset: Dataset) -> list[str]:
    """What is the same in both languages: the printed words, and what applicants typed."""
    printed = {record.printed for record in dataset.records.values()}
    books = [rulebook(dataset, scheme) for scheme in dataset.schemes.values()]
    typed = {name for book in books for each in applications(book) for name in names(each)}
    return sorted(printed | typed, key=len, reverse=True)


def test_english_has_no_chinese_but_printed_words(said: list[Said], as_is: list[str]) -> None:
    for each in said:
        assert not HAN.search(without(as_is, each.en)), each


def test_chinese_has_no_english_words_in_a_row(said: list[Said], as_is: list[str]) -> None:
    for each in said:
        assert not SENTENCE.search(QUOTED.sub("", without(as_is, each.zh))), each


def test_nothing_is_left_to_be_filled_in(said: list[Said]) -> None:
    for each in said:
        assert not re.search("[{}]|None", each.zh or ""), each
        assert not re.search("[{}]", each.en or ""), each


def applications(book: Rulebook) -> list[Application]:
    return [example(book), *(case.application for case in load_cases(bundled() / "cases", book))]


def names(application: Application) -> Iterator[str]:
    for answers in (application.applicant, *application.projects):
        yield from (value for key, value in answers.items() if key == "name" and isinstance(value, str))


def without(words: list[str], text: str | None) -> str:
    """A text without any of some words, the longest first."""
    text = text or ""
    if HAN.search(text) or SENTENCE.search(text):
        for each in words:
            text = text.replace(each, "")
    return text
