"""An application changed by one answer: the old one stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from cqdash.forms import NEVER, Answers, Field, Value
from cqdash.subsidy.application import LONGEST, SHORTEST, Application


def with_applicant(application: Application, question: str, value: Value) -> Application:
    """The application with an answer about the applicant."""
    return replace(application, applicant={**application.applicant, question: value})


def with_project(application: Application, number: int, question: str, value: Value) -> Application:
    """The application with an answer about a project, counted from 0."""
    projects = list(application.projects)
    projects[number] = {**projects[number], question: value}
    return replace(application, projects=tuple(projects))


def with_assumption(application: Application, assumption: str, option: str) -> Application:
    """The application with a reading switched."""
    return replace(application, assumptions={**application.assumptions, assumption: option})


def with_new_project(application: Application) -> Application:
    """The application with one more project, of which nothing is known yet."""
    return replace(application, projects=(*application.projects, {}))


def without_project(application: Application, number: int) -> Application:
    """The application without a project, counted from 0."""
    projects = application.projects
    return replace(application, projects=(*projects[:number], *projects[number + 1 :]))


def with_horizon(application: Application, questions: Mapping[str, Field], horizon: int) -> Application:
    """The application over another number of years; answers about years beyond it are let go,
    and a year beyond it is not within it.

    Raises ValueError outside 1 to 10.
    """
    if not SHORTEST <= horizon <= LONGEST:
        raise ValueError(horizon)
    projects = tuple(_within(project, questions, horizon) for project in application.projects)
    return replace(application, horizon=horizon, projects=projects)


def _within(project: Answers, questions: Mapping[str, Field], horizon: int) -> Answers:
    return {name: _value_within(questions.get(name), value, horizon) for name, value in project.items()}


def _value_within(question: Field | None, value: Value, horizon: int) -> Value:
    if isinstance(value, Mapping):
        return {year: answer for year, answer in value.items() if year <= horizon}
    if question and question.type == "year" and isinstance(value, int) and value > horizon:
        return NEVER
    return value


def with_first_year(application: Application, first_year: int | None) -> Application:
    """The application with its first year named by the calendar, or only counted."""
    return replace(application, first_year=first_year)
