"""An application against a rulebook: the assessment. Pure: the same answers give the same result."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cqdash.dataset.scheme import Item
from cqdash.language import Text, joined, same
from cqdash.language import subsidy as words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assessment import (
    TELLING,
    Assessment,
    Outcome,
    ProjectResult,
    Step,
    YearResult,
    terms_of,
    total_of,
)
from cqdash.subsidy.eligibility import Eligibility, Met, eligibility
from cqdash.subsidy.payments import Project, cap_left, due_of, steps_of
from cqdash.subsidy.rulebook import Rulebook, answer


def assess(book: Rulebook, application: Application) -> Assessment:
    """What the rules answer to an application."""
    projects = tuple(assess_project(book, application, number) for number in range(len(application.projects)))
    by_year = tuple(total_of(project.by_year[year - 1] for project in projects) for year in application.years)
    readings = [*book.scheme.readings, *(r for project in projects for r in _readings(project.trace))]
    return Assessment(
        projects,
        by_year,
        total_of(project.open_terms for project in projects),
        total_of(project.total for project in projects),
        tuple(dict.fromkeys(readings)),
    )


def assess_project(book: Rulebook, application: Application, number: int) -> ProjectResult:
    """What the rules answer to one of its projects, counted from 0, whatever the others are."""
    answers = application.projects[number]
    name = answers.get("name")
    chosen = answer(answers, book.questions["item"])
    item = book.items.get(chosen) if isinstance(chosen, str) else None
    label = (
        same(name)
        if isinstance(name, str) and name
        else item.label
        if item
        else words.PROJECT.fill(n=number + 1)
    )
    if item is None:
        unknown = Step(label, "undetermined", words.ITEM_UNKNOWN)
        return _result(application, label, None, Step(label, steps=(unknown,)), [unknown], ())
    eligible = eligibility(book, application, item)
    if item.open:
        steps = [_left_open(item, eligible)]
        limit = None
    else:
        project = Project(book, application, answers)
        rules = book.rules_for(item.id)
        due = next((due_of(project, rule) for rule in rules if rule.kind == "once"), None)
        paid = [step for rule in rules for step in steps_of(project, rule, due)]
        steps = [_weighed(step, eligible.met, eligible.reasons) for step in paid]
        limit = sum(cap_left(project, rule) for rule in rules if rule.kind == "capped")
    trace = Step(label, records=(item.record,), readings=item.readings, steps=(eligible.trace, *steps))
    return _result(application, label, item, trace, steps, eligible.warnings, limit)


def _left_open(item: Item, eligible: Eligibility) -> Step:
    """An item the printed list leaves open is never ruled out by the list, only by the conditions."""
    is_out = eligible.met == "no"
    outcome: Outcome = "not-eligible" if is_out else "undetermined"
    reason = eligible.reasons[0] if is_out else words.ITEM_OPEN
    return Step(item.label, outcome, reason, records=(item.record,), readings=item.readings)


def _weighed(step: Step, met: Met, reasons: Sequence[Text]) -> Step:
    if met == "yes":
        return step
    reason = reasons[0] if reasons else step.reason
    if met == "no":
        return replace(step, outcome="not-eligible", reason=reason, low=0, high=0)
    if step.outcome in ("not-yet-payable", "undetermined"):
        return step
    if met == "doubtful":
        return replace(step, outcome="undetermined", reason=reason, low=0, high=0)
    if step.outcome == "unpublished":
        return replace(step, reason=joined([step.reason, *reasons], "；", "; ")) if step.reason else step
    outcome = "range" if step.outcome == "payable" and step.high else step.outcome
    return replace(step, outcome=outcome, reason=reason, low=0)


def _result(
    application: Application,
    label: Text,
    item: Item | None,
    trace: Step,
    steps: list[Step],
    warnings: tuple[Text, ...],
    cap: int | None = None,
) -> ProjectResult:
    """The steps put together. Requests of unknown size cannot take more than the `cap` between them."""
    thing = item.label if item else label
    years = application.years
    by_year = tuple(total_of(terms_of(step, thing) for step in steps if step.year == year) for year in years)
    open_terms = total_of(terms_of(step, thing) for step in steps if step.year is None)
    total = total_of((*by_year, open_terms))
    if cap is not None:
        total = replace(total, at_most=min(total.at_most, cap))
    results = tuple(_year(year, steps) for year in years)
    return ProjectResult(
        label, item.id if item else None, results, by_year, open_terms, total, warnings, trace
    )


def _year(year: int, steps: list[Step]) -> YearResult:
    """One outcome for a year, of all that is paid in it or may be."""
    possible = [step for step in steps if step.year == year or (step.year is None and step.since <= year)]
    here = [step for step in possible if step.outcome != "not-yet-payable"] or possible
    outcomes = [step.outcome for step in here if step.outcome]
    outcome: Outcome = next((each for each in TELLING if each in outcomes), "not-yet-payable")
    low = sum(step.low for step in here if step.year == year)
    high = sum(step.high for step in here)
    if outcome == "payable" and low != high:
        outcome = "range"
    reasons = [step.reason for step in here if step.reason and (step.outcome == outcome or step.high)]
    reasons = reasons or [step.reason for step in here if step.reason] or [words.NOTHING_DUE]
    return YearResult(year, outcome, low, high, tuple(dict.fromkeys(reasons)))


def _readings(step: Step) -> list[str]:
    return [*step.readings, *(reading for each in step.steps for reading in _readings(each))]
