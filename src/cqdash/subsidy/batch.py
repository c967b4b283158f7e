"""A table of applicants, one row an applicant-project, assessed row by row in bounded memory."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, BinaryIO

from msgspec import Struct

from cqdash.dataset import BadDataset, Problem
from cqdash.forms import NEVER, Field
from cqdash.language import Language, Text, joined
from cqdash.language import application_file as words
from cqdash.language.characters import is_unsafe
from cqdash.language.reasons import of_csv
from cqdash.language.rules import Rule
from cqdash.subsidy.application import LONGEST, SHORTEST, Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import ProjectResult
from cqdash.subsidy.file import fault, near
from cqdash.subsidy.rulebook import Rulebook
from cqdash.subsidy.table_columns import DIGITS, Column, columns_of
from cqdash.subsidy.table_lines import BOM, Lines

UNKNOWN = ("~", "?")
"""A cell that says "don't know" where an empty one would be the default answer."""
YES, NO = ("true", "yes", "是"), ("false", "no", "否")
TERMS = ("known", "up_to", "at_most", "unpublished", "undetermined")
MOST_COLUMNS = 1000
MOST_REMEMBERED = 10_000
LONGEST_REMEMBERED = 500
"""So many kinds of rows are remembered, each of no more characters: memory has its bound."""
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")


class Row(Struct, frozen=True):
    """A row of the result as CSV text, with its line ending; `is_bad` where it has an error."""

    text: str
    is_bad: bool = False


def assess_table(book: Rulebook, table: BinaryIO, name: str, language: Language) -> Iterator[Row]:
    """The header and then each row of the result, made while the table is being read.

    `name` is what problems are told under. A row that cannot be read has its error in the last column, in
    `language`, and the others are still assessed. Raises BadDataset for a header that cannot be used.
    """
    lines = Lines(table)
    rows = csv.reader(lines, strict=True)
    header = _header(rows, name)
    years = LONGEST if "horizon" in header else Application().horizon
    columns = columns_of(book, header, name, years)
    made = [f"year{year}{of}" for year in range(1, years + 1) for of in ("", ".low", ".high")]
    yield Row((BOM if lines.has_bom else "") + _csv([*header, *made, *TERMS, "error"]))
    answer = _answering(book, columns, years, language)
    while True:
        cells: list[str] = []
        try:
            lines.begin_row()
            cells = next(rows)
            if not cells:
                continue
            told, is_bad = answer(cells)
        except StopIteration:
            return
        except csv.Error as failed:
            told, is_bad = _bad(_reason(failed), years, language), True
        given = [*cells, *[""] * len(header)][: len(header)]
        yield Row(_csv([*given, ""])[:-1] + told, is_bad)


def _answering(
    book: Rulebook, columns: Sequence[Column | None], years: int, language: Language
) -> Callable[[Sequence[str]], tuple[str, bool]]:
    """What a row comes to, as CSV, and whether it is bad.

    Rows that answer every question alike come to the same, whatever they are called: a table mostly has few
    kinds of them, and to work one out takes ten times as long as to read it.
    """
    words_in = [n for n, column in enumerate(columns) if column and column.question.type == "text"]
    idle = [n for n, column in enumerate(columns) if column is None or n in words_in]

    def worked_out(cells: Sequence[str]) -> tuple[str, bool]:
        try:
            project = assess(book, _application(columns, cells)).projects[0]
        except _BadRow as failed:
            return _bad(failed.text, years, language), True
        return _csv([*_told(project, years, language), ""]), False

    remembered = lru_cache(MOST_REMEMBERED)(worked_out)

    def answer(cells: Sequence[str]) -> tuple[str, bool]:
        given = [(columns[n], cells[n].strip()) for n in words_in if n < len(cells)]
        is_sound = not any(column and fault(column.question, cell, LONGEST) for column, cell in given if cell)
        asked = list(cells)
        for n in idle:
            if n < len(asked):
                asked[n] = ""
        is_short = sum(map(len, asked)) <= LONGEST_REMEMBERED
        return remembered(tuple(asked)) if is_sound and is_short else worked_out(cells)

    return answer


def _bad(error: Text, years: int, language: Language) -> str:
    return _csv([*[""] * (3 * years + len(TERMS)), error.to(language)])


class _BadRow(Exception):  # noqa: N818 - it names the row
    """A row with problems; `text` says them all."""

    def __init__(self, problems: Sequence[Text]) -> None:
        self.text = joined(tuple(problems), " | ", " | ")
        super().__init__(self.text.en)


def _reason(error: csv.Error) -> Text:
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Text) else words.NOT_CSV.fill(reason=of_csv(said))


def _header(rows: Iterator[list[str]], name: str) -> list[str]:
    try:
        header = [cell.strip() for cell in next(rows, [])]
    except csv.Error as error:
        raise BadDataset([Problem(name, 1, 0, Rule.BAD_HEADER, _reason(error))]) from None
    if not any(header):
        raise BadDataset([Problem(name, 1, 0, Rule.BAD_HEADER, words.NO_HEADER)])
    if len(header) > MOST_COLUMNS:
        message = words.TOO_MANY_COLUMNS.fill(most=f"{MOST_COLUMNS:,}")
        raise BadDataset([Problem(name, 1, 0, Rule.BAD_HEADER, message)])
    return header


def _application(columns: Sequence[Column | None], cells: Sequence[str]) -> Application:
    """A row as an application of one project. Raises _BadRow with all that is wrong with it."""
    if len(cells) > len(columns):
        raise _BadRow([words.TOO_MANY_CELLS.fill(n=len(cells) - len(columns))])
    given = [
        (column, cell.strip())
        for column, cell in zip(columns, cells, strict=False)
        if column and cell.strip()
    ]
    horizon = Application().horizon
    for column, cell in given:
        if column.key == "horizon" and DIGITS.fullmatch(cell):
            horizon = min(max(int(cell), SHORTEST), LONGEST)
    parts: dict[str, dict[str, Any]] = {"": {}, "applicant": {}, "project": {}, "assumptions": {}}
    problems: list[Text] = []
    for column, cell in given:
        value = _value(column.question, cell)
        asked = value if column.year is None else {column.year: value}
        if problem := _fault(column.question, cell, asked, horizon):
            problems.append(words.CELL.fill(column=column.name, message=problem))
        elif column.year is None:
            parts[column.part][column.key] = value
        else:
            parts[column.part].setdefault(column.key, {})[column.year] = value
    if problems:
        raise _BadRow(problems)
    assumptions = {key: option for key, option in parts["assumptions"].items() if option is not None}
    return Application(
        horizon, parts[""].get("first_year"), assumptions, parts["applicant"], (parts["project"],)
    )


def _value(question: Field, cell: str) -> object:
    """A cell as the answer it stands for; one that stands for none is left as text, which `fault` refuses."""
    if question.type == "text":
        return cell
    if cell in UNKNOWN:
        return None
    lower = cell.lower()
    match question.type:
        case "yes-no" | "passed-by-year":
            return lower in YES if lower in YES + NO else cell
        case "choices":
            return tuple(part.strip() for part in re.split("[;；]", cell) if part.strip())
        case "choice":
            return cell
        case "year" if lower in NO:
            return NEVER
    return int(cell) if DIGITS.fullmatch(cell) else cell


def _fault(question: Field, cell: str, value: object, horizon: int) -> Text | None:
    problem = fault(question, value, horizon)
    if problem and question.type in ("choice", "choices"):
        labels = {choice.id: choice.label for choice in question.choices}
        unknown = words.UNKNOWN_ITEM if question.id == "item" else words.UNKNOWN_CHOICE
        parts = value if isinstance(value, tuple) else (cell,)
        wrong = next((part for part in parts if part not in labels), cell)
        return near(unknown, wrong, labels)
    return problem


def _told(project: ProjectResult, years: int, language: Language) -> list[str]:
    """Outcome, low and high of each year, then the terms; bounds that nothing is known of stay empty."""
    told = []
    for year in project.years:
        is_known = year.high or year.outcome not in ("unpublished", "undetermined")
        told += [year.outcome, *((str(year.low), str(year.high)) if is_known else ("", ""))]
    told += [""] * (3 * years - len(told))
    total = project.total
    lists = [
        "; ".join(text.to(language) for text in texts) for texts in (total.unpublished, total.undetermined)
    ]
    return [*told, str(total.known), str(total.up_to), str(total.at_most), *lists]


class _Passed:
    """A file to `csv` that keeps nothing: what is written is what writing a row gives back."""

    def write(self, text: str) -> str:
        """The text itself."""
        return text


_WRITER = csv.writer(_Passed(), lineterminator="\n")


def _csv(cells: Sequence[str]) -> str:
    return str(_WRITER.writerow([_defused(cell) for cell in cells]))


def _defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula and no terminal for a command."""
    if not cell.isprintable():
        cell = "".join("\ufffd" if is_unsafe(character) else character for character in cell)
    may_count = cell[:1].isalnum() or not cell
    return cell if may_count or not FORMULA.match(cell) or NUMBER.fullmatch(cell) else f"'{cell}"
