"""What would change the answer: every open or yes-no answer flipped in turn and assessed again, exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from cqdash.forms import BEFORE, NEVER, Answers, Field, Value
from cqdash.language import Text
from cqdash.subsidy.application import Application, by_year
from cqdash.subsidy.assess import assess, assess_project
from cqdash.subsidy.assessment import Assessment, Terms
from cqdash.subsidy.rulebook import Rulebook, answer
from cqdash.subsidy.said import said, year_named


class Change(Struct, frozen=True):
    """One answer given otherwise, and what the total would then be.

    `where` names the project, None for the applicant; `was` and `to` are the answers in words.
    """

    label: Text
    where: Text | None
    was: Text
    to: Text
    is_unknown: bool
    before: Terms
    after: Terms

    @property
    def known(self) -> int:
        """The change of the known sum, in whole yuan."""
        return self.after.known - self.before.known

    @property
    def most(self) -> int:
        """The change of the most it could come to, in whole yuan."""
        return self.after.most - self.before.most

    @property
    def moves(self) -> int:
        """How far it moves the total: the larger of the two changes, without its sign."""
        return max(abs(self.known), abs(self.most))


class _Flip(Struct, frozen=True):
    """An answer given otherwise; `number` is the project's, None for the applicant."""

    number: int | None
    question: Field
    where: Text | None
    year: int | None
    was: Value
    to: Value
    application: Application


def changes(book: Rulebook, application: Application, assessment: Assessment) -> tuple[Change, ...]:
    """Every flip that changes the total, the largest move first, equal ones in form order."""
    found = []
    around = _around([project.total for project in assessment.projects])
    for flip in _flips(book, application, assessment):
        if flip.number is None:
            after = assess(book, flip.application).total
        else:
            # A project's answers are nothing to the others: with very many, only this one is worked out.
            before, behind = around[flip.number]
            after = before.plus(assess_project(book, flip.application, flip.number).total).plus(behind)
        if after != assessment.total:
            found.append(_change(flip, application, assessment.total, after))
    return tuple(sorted(found, key=lambda change: -change.moves))


def find_out_next(found: tuple[Change, ...]) -> Change | None:
    """The unknown whose answer moves the total most; None where no unknown moves it."""
    return next((change for change in found if change.is_unknown and change.moves), None)


def _around(totals: Sequence[Terms]) -> list[tuple[Terms, Terms]]:
    """For each project the total of those before it, and of those behind it."""
    before = accumulate(totals, Terms.plus, initial=Terms())
    behind = [*accumulate(reversed(totals), lambda total, each: each.plus(total), initial=Terms())]
    return list(zip(before, behind[-2::-1], strict=False))


def _change(flip: _Flip, application: Application, before: Terms, after: Terms) -> Change:
    label = flip.question.label
    if flip.year is not None:
        label = Text("{q}（{y}）", "{q} ({y})").fill(q=label, y=year_named(flip.year, application))
    was, to = (said(flip.question, value, application) for value in (flip.was, flip.to))
    return Change(label, flip.where, was, to, flip.was is None, before, after)


def _flips(book: Rulebook, application: Application, assessment: Assessment) -> Iterator[_Flip]:
    for question, was, to, answers in _otherwise(application.applicant, book.scheme.applicant, application):
        yield _Flip(None, question, None, None, was, to, replace(application, applicant=answers))
    for number, project in enumerate(application.projects):
        where = assessment.projects[number].label
        asked = _asked(book, project)
        for question, was, to, answers in _otherwise(project, asked, application):
            yield _Flip(number, question, where, None, was, to, _with_project(application, number, answers))
        for question in asked:
            if question.type == "passed-by-year":
                for year, was, to, answers in _evaluations(project, question, application):
                    yield _Flip(
                        number, question, where, year, was, to, _with_project(application, number, answers)
                    )


def _asked(book: Rulebook, project: Answers) -> list[Field]:
    item = answer(project, book.questions["item"])
    return book.asked(item) if isinstance(item, str) and item in book.items else []


def _with_project(application: Application, number: int, answers: Answers) -> Application:
    projects = application.projects
    return replace(application, projects=(*projects[:number], answers, *projects[number + 1 :]))


def _otherwise(
    answers: Answers, questions: list[Field] | tuple[Field, ...], application: Application
) -> Iterator[tuple[Field, Value, Value, Answers]]:
    """Each yes-no question answered otherwise, and every answer to a year or a choice that is not known."""
    for question in questions:
        was = answer(answers, question)
        others: list[Value] = []
        if question.type == "yes-no":
            others = [value for value in (True, False) if value is not was]
        elif question.type == "year" and was is None:
            others = [BEFORE, *application.years, NEVER]
        elif question.type in ("choice", "choices") and was is None:
            ids = [choice.id for choice in question.choices]
            others = [*ids] if question.type == "choice" else [(each,) for each in ids]
        for other in others:
            yield question, was, other, {**answers, question.id: other}


def _evaluations(
    project: Answers, question: Field, application: Application
) -> Iterator[tuple[int, Value, Value, Answers]]:
    given = by_year(answer(project, question))
    for year in application.years:
        was = given.get(year)
        for to in (True, False):
            if to is not was:
                yield year, was, to, {**project, question.id: {**given, year: to}}
