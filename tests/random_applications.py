"""Applications at random, built from a scheme's own questions, for what must hold for every application."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from msgspec.structs import replace

from cqdash.forms import BEFORE, NEVER, Answers, Field
from cqdash.subsidy.application import Application
from cqdash.subsidy.file import questions
from cqdash.subsidy.rulebook import Rulebook, answer

YUAN = (0, 1, 20_000, 60_000, 100_000, 10**9)
Unknown = tuple[int | None, Field, int | None]
"""What is not known: the project's place (None for the applicant), the question, the year if there is one."""


def applications(book: Rulebook) -> st.SearchStrategy[Application]:
    """Any application that a form or a file could hold, over 1 to 4 years."""
    name = book.scheme.id
    if name not in _STRATEGIES:
        _STRATEGIES[name] = st.one_of([_applications(book, horizon) for horizon in (1, 2, 3, 4)])
    return _STRATEGIES[name]


# A strategy is costly to make and the same for every example.
_STRATEGIES: dict[str, st.SearchStrategy[Application]] = {}


def _applications(book: Rulebook, horizon: int) -> st.SearchStrategy[Application]:
    applicant, project = questions(book)
    # An applicant wholly at random is hardly ever eligible: two in three meet every condition.
    good = st.just(eligible(book))
    other = _answers(applicant, horizon).map(lambda answers: {**eligible(book), **answers})
    asked = [(item.id, book.asked(item.id)) for item in book.scheme.items]
    projects = st.one_of(
        *(_project(item, fields, horizon) for item, fields in asked), _project(None, project, horizon)
    )
    return st.builds(
        Application,
        st.just(horizon),
        st.sampled_from([None, 2026]),
        st.fixed_dictionaries(
            {str(a.id): st.sampled_from([str(o.id) for o in a.options]) for a in book.scheme.assumptions}
        ),
        st.one_of(good, good, other),
        st.lists(projects, max_size=3).map(tuple),
    )


@st.composite
def answered(draw: st.DrawFn, book: Rulebook) -> tuple[Application, Application]:
    """An application, and the same with one of its unknowns answered."""
    before = draw(applications(book))
    unknown = unknowns(book, before)
    assume(unknown)
    number, field, year = draw(st.sampled_from(unknown))
    value = draw(_known(field, before.horizon) if year is None else _known_of_one_year(field))
    return before, with_answer(before, number, field.id, value, year)


def eligible(book: Rulebook) -> dict[str, Any]:
    """Answers that meet every condition of the scheme."""
    answers: dict[str, Any] = {}
    for condition in book.scheme.conditions:
        if condition.one_of and book.questions[condition.ask].type == "choices":
            chosen = (*answers.get(condition.ask, ()), *condition.one_of)
            answers[condition.ask] = tuple(dict.fromkeys(chosen))
        else:
            answers[condition.ask] = condition.one_of[0] if condition.one_of else condition.expects
    return answers


def with_answer(
    application: Application, number: int | None, question: str, value: Any, year: int | None = None
) -> Application:
    """The application with one answer given otherwise; `year` is the one year it is for."""
    answers = application.applicant if number is None else application.projects[number]
    if year is not None:
        held = answers.get(question)
        value = {**(held if isinstance(held, Mapping) else {}), year: value}
    answers = {**answers, question: value}
    if number is None:
        return replace(application, applicant=answers)
    projects = [answers if n == number else each for n, each in enumerate(application.projects)]
    return replace(application, projects=tuple(projects))


def unknowns(book: Rulebook, application: Application) -> list[Unknown]:
    """Everything that is not known; a year of events or of requests that is not mentioned has none."""
    applicant, project = questions(book)
    asked: list[tuple[int | None, Field, Answers]] = [(None, f, application.applicant) for f in applicant]
    asked += [(n, f, answers) for n, answers in enumerate(application.projects) for f in project]
    found: list[Unknown] = []
    for number, field, answers in asked:
        value = answer(answers, field)
        if field.type == "passed-by-year":
            held = value if isinstance(value, Mapping) else {}
            found += [(number, field, year) for year in application.years if held.get(year) is None]
        elif isinstance(value, Mapping):
            found += [(number, field, year) for year, each in value.items() if each is None]
        elif value is None:
            found.append((number, field, None))
    return found


def _project(item: str | None, fields: Iterable[Field], horizon: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"item": st.just(item)}, optional=_given(fields, horizon))


def _answers(fields: Iterable[Field], horizon: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=_given(fields, horizon))


def _given(fields: Iterable[Field], horizon: int) -> dict[str, st.SearchStrategy[Any]]:
    """Answers to questions, "don't know" among them; the item is drawn by itself."""
    return {field.id: st.none() | _known(field, horizon) for field in fields if field.id != "item"}


def _known(field: Field, horizon: int) -> st.SearchStrategy[Any]:
    years = st.integers(1, horizon)
    if field.type.endswith("-by-year"):
        return st.dictionaries(years, st.none() | _known_of_one_year(field))
    ids = [choice.id for choice in field.choices]
    match field.type:
        case "text":
            return st.just("name")
        case "yes-no":
            return st.booleans()
        case "choice":
            return st.sampled_from(ids)
        case "choices":
            return st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True).map(tuple)
        case "year":
            return st.one_of(st.just(BEFORE), years, st.just(NEVER))
    return _number(field)


def _known_of_one_year(field: Field) -> st.SearchStrategy[Any]:
    return st.booleans() if field.type == "passed-by-year" else _number(field)


def _number(field: Field) -> st.SearchStrategy[int]:
    return st.sampled_from(YUAN) if "yuan" in field.type else st.integers(field.low, min(field.high, 4))
