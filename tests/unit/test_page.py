"""The data holds every figure of the page, as printed and on its line, and none of its sentences.

With CQDASH_PAGE (the path of the page's text) the page itself is the measure; the frozen list always is.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from cqdash.dataset import Dataset
from cqdash.dataset.records import MEASURED, Record
from cqdash.language import Text
from page_figures import DIGITS, NO_FIGURES, NUMERALS

DIGIT_GROUP = re.compile(r"[0-9]+(?:\.[0-9]+)?")
NUMERAL_RUN = re.compile(r"[〇零一二两三四五六七八九十百千万亿双首半]+")
LONGEST_RUN = 11
LONGEST_PRINTED = 24

DIGIT_LINES = [(article, line) for article, lines in DIGITS.items() for line in lines]
NUMERAL_LINES = [(article, line) for article, lines in NUMERALS.items() for line in lines]


def test_the_frozen_list_has_all_125_digit_groups() -> None:
    assert sum(len(groups.split()) for lines in DIGITS.values() for groups in lines.values()) == 125


@pytest.mark.parametrize(("article", "line"), DIGIT_LINES)
def test_every_digit_group_of_a_line_is_held_as_often_as_it_is_printed(
    dataset: Dataset, article: str, line: int
) -> None:
    held = Counter(
        group for record in on(dataset, article, line) for group in DIGIT_GROUP.findall(record.printed)
    )
    assert Counter(DIGITS[article][line].split()) - held == Counter()


@pytest.mark.parametrize(("article", "line"), NUMERAL_LINES)
def test_every_figure_in_chinese_numerals_is_held(dataset: Dataset, article: str, line: int) -> None:
    printed = [record.printed for record in on(dataset, article, line)]
    assert [word for word in NUMERALS[article][line].split() if not any(word in p for p in printed)] == []


def test_no_record_holds_a_digit_group_that_its_line_does_not_print(dataset: Dataset) -> None:
    strange = [
        (record.id, group)
        for record in dataset.records.values()
        if record.status == "printed"
        for group in DIGIT_GROUP.findall(record.printed)
        if not any(group in DIGITS[record.article].get(line, "").split() for line in record.lines)
    ]
    assert strange == []


def test_what_is_printed_is_kept_to_the_figure_or_the_name(dataset: Dataset) -> None:
    assert [r.id for r in dataset.records.values() if len(r.printed) > LONGEST_PRINTED] == []


if page := os.environ.get("CQDASH_PAGE"):
    LINES = ["", *Path(page).read_text(encoding="utf-8").split("\n")]

    def test_the_frozen_list_is_what_the_page_prints() -> None:
        printed = {number: DIGIT_GROUP.findall(line) for number, line in enumerate(LINES)}
        listed = {number: groups.split() for lines in DIGITS.values() for number, groups in lines.items()}
        assert {number: groups for number, groups in printed.items() if groups} == listed
        numerals = [
            (n, word) for lines in NUMERALS.values() for n, words in lines.items() for word in words.split()
        ]
        assert [(number, word) for number, word in numerals if word not in LINES[number]] == []

    def test_every_record_is_printed_on_its_line(dataset: Dataset) -> None:
        assert [
            (r.id, r.printed)
            for r in dataset.records.values()
            if r.status == "printed" and not stands(r.printed, text_of(r))
        ] == []

    def test_every_digit_group_of_the_page_is_inside_a_printed_figure(dataset: Dataset) -> None:
        assert uncovered(dataset, DIGIT_GROUP) == []

    def test_every_chinese_numeral_of_the_page_is_held_or_is_no_figure(dataset: Dataset) -> None:
        no_figure = {
            (line, start + at)
            for line, text in enumerate(LINES)
            for word in NO_FIGURES
            for start in stands(word, text)
            for at in range(len(word))
        }
        found = [run for run in uncovered(dataset, NUMERAL_RUN) if run[:2] not in no_figure]
        assert found == []

    def test_a_figure_printed_several_times_on_a_line_has_a_record_for_each(dataset: Dataset) -> None:
        records: dict[tuple[tuple[int, ...], str], list[Record]] = {}
        for record in dataset.records.values():
            if record.kind in (*MEASURED, "date"):
                records.setdefault((record.lines, record.printed), []).append(record)
        for (lines, printed), same in records.items():
            if len(lines) == 1:
                longer = [span for span in spans(dataset, lines[0]) if span[1] - span[0] > len(printed)]
                alone = [
                    start
                    for start in stands(printed, LINES[lines[0]])
                    if not any(a <= start and start + len(printed) <= b for a, b in longer)
                ]
                assert len(alone) <= len(same), (lines, printed)

    def test_no_run_of_the_page_s_text_stands_in_the_data(dataset: Dataset) -> None:
        names = sorted({r.printed for r in dataset.records.values() if len(chinese(r.printed)) >= 8}, key=len)
        page_text = [chinese(line) for line in LINES]
        copied = [
            run
            for part in (*dataset.records.values(), *dataset.tabs.values(), *dataset.notes)
            for text in texts(part)
            for piece in re.split("|".join(map(re.escape, reversed(names))), text.zh)
            for run in runs(chinese(piece))
            if any(run in line for line in page_text) and not any(run in chinese(name) for name in names)
        ]
        assert copied == []

    def text_of(record: Record) -> str:
        """The text a record's figure may stand in: its line, or its lines joined where they go on."""
        return "".join(LINES[line] for line in record.lines)

    def spans(dataset: Dataset, line: int) -> list[tuple[int, int]]:
        """From where to where on a line some record's printed figure or name stands."""
        found = []
        for record in dataset.records.values():
            if line in record.lines:
                before = sum(len(LINES[other]) for other in record.lines if other < line)
                for start in stands(record.printed, text_of(record)):
                    found.append((start - before, start - before + len(record.printed)))
        return found

    def uncovered(dataset: Dataset, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
        """Line, column and text of each match on the page that lies in no record's printed text."""
        found = []
        for line, text in enumerate(LINES):
            held = spans(dataset, line)
            for match in pattern.finditer(text):
                if not any(a <= match.start() and match.end() <= b for a, b in held):
                    found.append((line, match.start(), match.group()))
        return found


def on(dataset: Dataset, article: str, line: int) -> list[Record]:
    """The records of a line."""
    return [r for r in dataset.records.values() if r.article == article and line in r.lines]


def stands(printed: str, text: str) -> list[int]:
    """Where a printed figure or name begins in a text, never inside a longer number."""
    before = r"(?<![0-9])(?<![0-9]\.)" if printed[0].isdigit() else ""
    after = r"(?![0-9])(?!\.[0-9])" if printed[-1].isdigit() else ""
    return [match.start() for match in re.finditer(f"(?={before}{re.escape(printed)}{after})", text)]


def texts(part: object) -> Iterator[Text]:
    """Every text in two languages inside a part of the dataset."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name))


def chinese(text: str) -> str:
    """The Chinese characters alone: figures and punctuation in between do not break up a sentence."""
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def runs(text: str) -> Iterator[str]:
    """Every run of characters one longer than may be shared with the page."""
    return (text[start : start + LONGEST_RUN + 1] for start in range(len(text) - LONGEST_RUN))
