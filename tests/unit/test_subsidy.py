"""The calculator is right: cases worked out by hand, and what holds for every application and any rules."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cqdash.dataset import bundled, load
from cqdash.forms import BEFORE, NEVER, Answers, Field, fault
from cqdash.language import Text
from cqdash.subsidy.application import Application, by_year
from cqdash.subsidy.assess import assess
from cqdash.subsidy.assessment import Assessment, Outcome, Terms
from cqdash.subsidy.cases import Case, load_cases, run_case
from cqdash.subsidy.file import questions
from cqdash.subsidy.rulebook import Rulebook, answer, rulebook
from cqdash.subsidy.said import said
from cqdash.subsidy.sensitivity import Change, changes, find_out_next
from example_city import city_book
from random_applications import answered, applications, eligible, with_answer

DATASET = load()
BOOK = rulebook(DATASET, DATASET.schemes["ip-policy"])
CASES = load_cases(bundled() / "cases", BOOK)
AT_RANDOM = settings(max_examples=300, deadline=None, derandomize=True)


@pytest.fixture(scope="session", params=["chongqing", "example-city"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return BOOK if request.param == "chongqing" else city_book(tmp_path_factory.mktemp("city"))


# ---- cases -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_the_answer_is_the_one_worked_out_by_hand(case: Case) -> None:
    assert [difference.en for difference in run_case(BOOK, case)] == []


def test_the_cases_meet_every_item_outcome_and_option() -> None:
    assert {p.get("item") for c in CASES for p in c.application.projects} - {None} == set(BOOK.items)
    outcomes = {year.outcome for c in CASES for project in c.expect.projects for year in project.years}
    assert outcomes - {None} == set(get_args(Outcome))
    for assumption in BOOK.scheme.assumptions:
        chosen = {BOOK.assumed(case.application, assumption) for case in CASES}
        assert chosen == set(assumption.options)


# ---- every application -------------------------------------------------------------------------------------


@given(data=st.data())
@AT_RANDOM
def test_a_form_could_hold_every_application_tried(book: Rulebook, data: st.DataObject) -> None:
    application = data.draw(applications(book))
    applicant, project = questions(book)
    asked = [(applicant, application.applicant), *((project, answers) for answers in application.projects)]
    for fields, answers in asked:
        assert [f.id for f in fields if fault(f, answers.get(f.id), application.horizon)] == []


@given(data=st.data())
@AT_RANDOM
def test_every_year_has_one_of_the_seven_outcomes_and_amounts_that_fit_it(
    book: Rulebook, data: st.DataObject
) -> None:
    result = assess(book, data.draw(applications(book)))
    for year in (year for project in result.projects for year in project.years):
        assert year.outcome in get_args(Outcome)
        assert 0 <= year.low <= year.high
        assert year.reasons
        if year.outcome == "payable":
            assert year.low == year.high
        elif year.outcome == "at-most":
            assert year.low == 0
        elif year.outcome != "range":
            assert year.high == 0
        else:
            assert year.low < year.high


@given(data=st.data())
@AT_RANDOM
def test_the_years_and_the_open_year_add_up_to_the_total(book: Rulebook, data: st.DataObject) -> None:
    application = data.draw(applications(book))
    result = assess(book, application)
    for answers, project in zip(application.projects, result.projects, strict=True):
        added = amounts(*project.by_year, project.open_terms)
        requests_unknown = any(
            None in by_year(answers.get(q.id)).values()
            for q in book.scheme.project
            if q.type == "yuan-by-year"
        )
        # A request of unknown size may take what a later one is counted with: the total is within the cap.
        assert added[:2] == amounts(project.total)[:2]
        assert added[2] >= project.total.at_most if requests_unknown else added == amounts(project.total)
    for found, parts in (
        (result.total, [project.total for project in result.projects]),
        (result.open_terms, [project.open_terms for project in result.projects]),
        *((result.by_year[n], [p.by_year[n] for p in result.projects]) for n in range(application.horizon)),
    ):
        assert amounts(found) == amounts(*parts)


@given(data=st.data())
@AT_RANDOM
def test_what_is_known_in_a_total_is_payable_in_its_years(book: Rulebook, data: st.DataObject) -> None:
    for project in assess(book, data.draw(applications(book))).projects:
        assert project.total.known == sum(year.low for year in project.years)


@given(data=st.data())
@AT_RANDOM
def test_the_trace_accounts_for_every_yuan_of_the_total(book: Rulebook, data: st.DataObject) -> None:
    for project in assess(book, data.draw(applications(book))).projects:
        steps = [step for step in project.trace.steps if step.rule]
        assert project.total.known == sum(s.low for s in steps if s.outcome in ("payable", "range"))
        assert project.total.up_to == sum(s.high - s.low for s in steps if s.outcome == "range")
        assert project.total.at_most <= sum(s.high for s in steps if s.outcome == "at-most")
        assert all(step.records and step.reason for step in steps)


@given(data=st.data())
@AT_RANDOM
def test_an_answer_never_leaves_the_range_its_question_left_open(book: Rulebook, data: st.DataObject) -> None:
    before, after = (assess(book, application) for application in data.draw(answered(book)))
    assert before.total.known <= after.total.known
    for was, now in zip(before.projects, after.projects, strict=True):
        assert was.total.known <= now.total.known
        if not was.total.undetermined:
            assert now.total.most <= was.total.most
            assert set(now.total.unpublished) <= set(was.total.unpublished)
        for year, then in zip(was.years, now.years, strict=True):
            assert year.low <= then.low
            assert then.high <= year.high or year.outcome == "undetermined"


@given(data=st.data())
@AT_RANDOM
def test_an_evaluation_passed_never_pays_less(book: Rulebook, data: st.DataObject) -> None:
    application = data.draw(applications(book))
    for number, _ in enumerate(application.projects):
        for question in (q for q in book.scheme.project if q.type == "passed-by-year"):
            year = data.draw(st.sampled_from(application.years))
            failed, unknown, passed = (
                assess(book, with_answer(application, number, question.id, value, year)).total
                for value in (False, None, True)
            )
            assert failed.known <= unknown.known <= passed.known
            assert failed.most <= unknown.most <= passed.most


@given(data=st.data())
@AT_RANDOM
def test_the_order_of_projects_never_matters(book: Rulebook, data: st.DataObject) -> None:
    application = data.draw(applications(book))
    first = assess(book, application)
    for projects in itertools.permutations(application.projects):
        again = assess(book, replace(application, projects=projects))
        for one, other in zip([first.total, *first.by_year], [again.total, *again.by_year], strict=True):
            assert amounts(one) == amounts(other)
            assert set(one.unpublished) == set(other.unpublished)
            assert len(one.undetermined) == len(other.undetermined)


@given(data=st.data())
@AT_RANDOM
def test_the_order_answers_are_written_in_never_matters(book: Rulebook, data: st.DataObject) -> None:
    application = data.draw(applications(book))
    reversed_ = Application(
        application.horizon,
        application.first_year,
        _reversed(application.assumptions),
        _reversed(application.applicant),
        tuple(_reversed(answers) for answers in application.projects),
    )
    assert assess(book, reversed_) == assess(book, application)


def _reversed(answers: Mapping[Any, Any]) -> dict[Any, Any]:
    return {
        key: _reversed(value) if isinstance(value, Mapping) else value
        for key, value in reversed(list(answers.items()))
    }


@given(data=st.data())
@AT_RANDOM
def test_nothing_unknown_becomes_a_known_nothing(book: Rulebook, data: st.DataObject) -> None:
    application = data.draw(applications(book))
    for answers, project in zip(application.projects, assess(book, application).projects, strict=True):
        outcomes = [year.outcome for year in project.years]
        is_out = outcomes == ["not-eligible"] * application.horizon
        if answers["item"] is None:
            assert outcomes == ["undetermined"] * application.horizon
            assert project.total.undetermined
            continue
        asked = book.asked(str(answers["item"]))
        for question in asked:
            value = answer(answers, question)
            if question.id == "count" and value is None:
                assert project.total.known == project.total.up_to == 0
                assert "payable" not in outcomes
                assert "range" not in outcomes
            if question.type == "count-by-year" and not is_out:
                unknown = [y for y in application.years if value is None or by_year(value).get(y, 0) is None]
                assert all(outcomes[year - 1] == "undetermined" for year in unknown)


def test_what_is_unknown_of_the_applicant_is_said_beside_an_amount_not_published() -> None:
    application = Application(1, None, {}, {"in_chongqing": True}, ({"item": "exhibition-abroad"},))
    (year,) = assess(BOOK, application).projects[0].years
    assert [reason.en for reason in year.reasons] == [
        "in scope, but the page prints no amount; "
        "The product’s applicant or the trademark’s registrant: whether it is met is not known"
    ]


# ---- what would change it ----------------------------------------------------------------------------------


@given(data=st.data())
@settings(AT_RANDOM, max_examples=100)
def test_every_flip_gives_the_result_it_says_and_none_is_left_out(
    book: Rulebook, data: st.DataObject
) -> None:
    application = data.draw(applications(book))
    result = assess(book, application)
    found = changes(book, application, result)
    assert Counter(map(flip_of, found)) == Counter(flips(book, application, result))
    assert [change.moves for change in found] == sorted((change.moves for change in found), reverse=True)
    for change in found:
        assert change.before == result.total
        assert change.known == change.after.known - result.total.known
        assert change.most == change.after.most - result.total.most
    unknown = [change for change in found if change.is_unknown and change.moves]
    following = find_out_next(found)
    assert following == (unknown[0] if unknown else None)
    assert all(following.moves >= change.moves for change in unknown if following)


Flip = tuple[Text | None, Text, Text, Text, Terms]


def flip_of(change: Change) -> Flip:
    label = Text(*(word.partition(opens)[0].strip() for word, opens in zip(change.label, "（(", strict=True)))
    return change.where, label, change.was, change.to, change.after


def flips(book: Rulebook, application: Application, result: Assessment) -> Iterator[Flip]:
    """Every flip that changes the total, found without the program's own list of them."""
    asked = [(None, None, field) for field in book.scheme.applicant]
    asked += [
        (number, result.projects[number].label, field)  # type: ignore[misc]
        for number in range(len(application.projects))
        for field in book.scheme.project
    ]
    for number, where, field in asked:
        answers = application.applicant if number is None else application.projects[number]
        value = answer(answers, field)
        for year, was, to in others(field, value, application):
            after = assess(book, with_answer(application, number, field.id, to, year)).total
            if after != result.total:
                yield where, field.label, said(field, was, application), said(field, to, application), after


def others(field: Field, value: Any, application: Application) -> Iterator[tuple[int | None, Any, Any]]:
    """The other answers to a question: the year they are for, the answer given, and another."""
    match field.type:
        case "yes-no":
            yield from ((None, value, to) for to in (True, False) if to is not value)
        case "year" if value is None:
            yield from ((None, None, to) for to in (BEFORE, *application.years, NEVER))
        case "choice" | "choices" if value is None:
            ids = [choice.id for choice in field.choices]
            yield from ((None, None, to if field.type == "choice" else (to,)) for to in ids)
        case "passed-by-year":
            for year in application.years:
                was = by_year(value).get(year)
                yield from ((year, was, to) for to in (True, False) if to is not was)


def test_the_legal_form_is_the_one_to_find_out_where_everything_hangs_on_it() -> None:
    centre: Answers = {
        "item": "national-centre",
        "approval": 1,
        "targets": 1,
        "running": 2,
        "evaluation": {2: None},
    }
    applicant = {**eligible(BOOK), "legal_form": None}
    application = Application(2, None, {}, applicant, (centre,))
    following = find_out_next(changes(BOOK, application, assess(BOOK, application)))
    assert following is not None
    assert following.label.en == "Legal form"
    assert (following.to.en, following.most) == ("Natural person", -700_000)


def amounts(*terms: Terms) -> tuple[int, int, int]:
    """Known, up to and at most, of some terms together."""
    return (
        sum(each.known for each in terms),
        sum(each.up_to for each in terms),
        sum(each.at_most for each in terms),
    )
