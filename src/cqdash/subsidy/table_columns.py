"""What the columns of a table of applicants answer, by the scheme's own questions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from cqdash.dataset import BadDataset, Problem
from cqdash.forms import Choice, Field
from cqdash.language import Text
from cqdash.language import application_file as words
from cqdash.language import data_file as file_words
from cqdash.language.rules import Rule
from cqdash.subsidy.application import LONGEST, SHORTEST
from cqdash.subsidy.file import EARLIEST, LATEST, near, questions
from cqdash.subsidy.rulebook import Rulebook

OWN = "#"
"""A column whose name begins so is the user's own: passed on, not read."""
MOST_TOLD = 100
"""Problems told of a header."""
DIGITS = re.compile(r"[0-9]{1,18}")


class Column(Struct, frozen=True):
    """What a column answers: a question, of a year where that is by year, or one thing of the application.

    `part` is applicant, project, assumptions, or empty for horizon and first_year.
    """

    name: str
    part: str
    key: str
    question: Field
    year: int | None = None


def columns_of(book: Rulebook, header: Sequence[str], name: str, years: int) -> list[Column | None]:
    """The columns in order, None for one that is the user's own. Raises BadDataset."""
    known, by_year = _known(book, years)
    columns: list[Column | None] = []
    problems: list[Problem] = []
    taken: set[tuple[str, str, int | None]] = set()
    for place, given in enumerate(header, 1):
        column = known.get(given)
        if given.startswith(OWN):
            columns.append(None)
            continue
        stem, _, year = given.rpartition(".")
        message = None
        if given in by_year:
            message = words.NEEDS_YEAR.fill(key=given)
        elif column is None and stem in by_year and DIGITS.fullmatch(year):
            message = words.COLUMN_YEAR.fill(year=year, high=years)
        elif column is None:
            message = near(words.UNKNOWN_COLUMN, given, dict.fromkeys(known), _first_of(known))
        elif (column.part, column.key, column.year) in taken:
            message = words.SAME_COLUMN.fill(key=given)
        else:
            taken.add((column.part, column.key, column.year))
        if message:
            problems.append(Problem(name, 1, place, Rule.BAD_COLUMN, message))
        if len(problems) == MOST_TOLD:
            message = file_words.TOO_MANY_PROBLEMS.fill(most=MOST_TOLD)
            problems.append(Problem(name, 1, place, Rule.TOO_MANY, message))
            break
        columns.append(column)
    if problems:
        raise BadDataset(problems)
    return columns


def _first_of(known: dict[str, Column]) -> list[str]:
    """One name of each column there can be, the shortest; of those by year, the first year."""
    names: dict[tuple[str, str], str] = {}
    for name, column in known.items():
        names.setdefault((column.part, column.key), name)
    return list(names.values())


def _known(book: Rulebook, years: int) -> tuple[dict[str, Column], set[str]]:
    """Every column there can be by its name, and the questions that need a year in theirs.

    A question's bare id will do; where both the applicant and the project have it, it is the applicant's.
    """
    whole = {
        "horizon": Field("horizon", "count", Text("年数", "horizon"), low=SHORTEST, high=LONGEST),
        "first_year": Field("first_year", "count", Text("首年", "first year"), low=EARLIEST, high=LATEST),
    }
    known = {key: Column(key, "", key, question) for key, question in whole.items()}
    by_year: set[str] = set()
    for part, asked in zip(("applicant", "project"), questions(book), strict=True):
        for question in asked:
            is_by_year = question.type.endswith("-by-year")
            for name in (question.id, f"{part}.{question.id}"):
                if is_by_year:
                    by_year.add(name)
                for year in range(1, years + 1) if is_by_year else (None,):
                    column = name if year is None else f"{name}.{year}"
                    known.setdefault(column, Column(column, part, question.id, question, year))
    for assumption in book.scheme.assumptions:
        column = f"assumptions.{assumption.id}"
        options = tuple(Choice(option.id, option.label) for option in assumption.options)
        question = Field(assumption.id, "choice", assumption.label, choices=options)
        known[column] = Column(column, "assumptions", assumption.id, question)
    return known, by_year
