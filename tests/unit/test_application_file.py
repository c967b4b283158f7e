"""An application as a file: read strictly, told with its places, written so that it reads back exactly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cqdash.dataset import BadDataset, load
from cqdash.forms import BEFORE, LONGEST, NEVER, Field
from cqdash.language import LANGUAGES
from cqdash.language.characters import is_unsafe
from cqdash.subsidy.application import Application
from cqdash.subsidy.assess import assess
from cqdash.subsidy.beginning import example, example_text
from cqdash.subsidy.file import (
    questions,
    read_application,
    read_for,
    write_application,
)
from cqdash.subsidy.rulebook import Rulebook, rulebook

HEAD = "application: 1\nscheme: chongqing-ip-2026\n"


def _book() -> Rulebook:
    dataset = load()
    return rulebook(dataset, dataset.schemes["ip-policy"])


BOOK = _book()


def read(body: str) -> Application:
    return read_application(HEAD + body, "my.yaml", BOOK)


def problems(text: str) -> list[str]:
    with pytest.raises(BadDataset) as caught:
        read_application(text, "my.yaml", BOOK)
    for problem in caught.value.problems:
        for language in LANGUAGES:
            assert problem.message.to(language)
            assert not any(map(is_unsafe, problem.to(language)))
    return [problem.to("en") for problem in caught.value.problems]


def test_the_example_has_something_known_a_range_and_a_cap() -> None:
    total = assess(BOOK, example(BOOK)).total
    assert (total.known, total.up_to, total.at_most) == (1_500_000, 200_000, 100_000)


def test_a_file_may_say_next_to_nothing() -> None:
    assert read("") == Application()
    assert read("assumptions:\napplicant:\nprojects:\n  -\n  - {}\n") == Application(projects=({}, {}))


def test_a_tilde_is_not_known_and_a_question_left_out_has_its_default() -> None:
    application = read("projects:\n  - {item: national-centre, count: ~}\n  - {item: national-centre}\n")
    assert application.projects == ({"item": "national-centre", "count": None}, {"item": "national-centre"})
    unknown, default = assess(BOOK, application).projects
    assert (unknown.total.most, default.total.most) == (0, 500_000 + 5 * 200_000)
    assert unknown.total.undetermined


def test_every_kind_of_answer() -> None:
    application = read(
        "horizon: 3\nfirst_year: 2030\nassumptions: {role-fit: any}\n"
        "applicant: {name: '示例', legal_form: natural-person, gi_roles: none, in_chongqing: false}\n"
        "projects:\n"
        "  - {item: platform, approval: no, targets: 0, running: 3, received: 5,\n"
        "     evaluation: {3: true, 2: ~}}\n"
        "  - {item: recognition, recognitions: {1: 2}}\n"
    )
    assert application == Application(
        3,
        2030,
        {"role-fit": "any"},
        {"name": "示例", "legal_form": "natural-person", "gi_roles": ("none",), "in_chongqing": False},
        (
            {
                "item": "platform", "approval": NEVER, "targets": BEFORE, "running": 3,
                "evaluation": {3: True, 2: None}, "received": 5,
            },
            {"item": "recognition", "recognitions": {1: 2}},
        ),
    )  # fmt: skip


def test_of_several_choices_none_is_unknown() -> None:
    assert problems(HEAD + "applicant: {gi_roles: [none, ~]}\n") == [
        "my.yaml:3:30: wrong-choice: no such choice: ~; there are: "
        "zone-builder, project-implementer, product-applicant, trademark-registrant, none"
    ]
    assert read("applicant: {gi_roles: ~}\n").applicant == {"gi_roles": None}


def test_all_problems_are_told_at_once_each_in_its_place() -> None:
    told = problems(
        HEAD
        + """horizon: 11
first-year: 2026
assumptions: {first-year: maybe}
applicant:
  name: 5
  legal_form: 法人
  gi_roles: [none, zonebuilder]
  in_chongqing: yes
  in_chongqing: true
  experiance: true
projects:
  - item: national-center
    approval: 12
    evaluation: {1: yes, 11: true}
    recieved: 3
  - requests: {1: 60_000}
    count: 0
  - 3
"""
    )
    assert told == [
        "my.yaml:3:10: bad-answer: should be a whole number from 1 to 10",
        "my.yaml:4:1: unknown-key: unknown key: first-year; did you mean first_year?",
        "my.yaml:5:27: wrong-choice: no such choice: maybe; there are: open, none, full",
        "my.yaml:7:9: bad-answer: should be text; put a number in quotes",
        "my.yaml:8:15: wrong-choice: no such choice: 法人; did you mean legal-person?",
        "my.yaml:9:20: wrong-choice: no such choice: zonebuilder; did you mean zone-builder?",
        "my.yaml:10:17: bad-answer: should be true or false; leave it empty for don’t know",
        "my.yaml:11:3: duplicate-key: given twice: in_chongqing",
        "my.yaml:12:3: unknown-key: no such question: experiance; did you mean experience?",
        "my.yaml:14:11: wrong-choice: no such item: national-center; did you mean national-centre?",
        "my.yaml:15:15: bad-answer: should be a year from 0 to 10, or no",
        "my.yaml:16:21: bad-answer: should be true or false; leave it empty for don’t know",
        "my.yaml:16:26: bad-year: there is no year 11 (of 10)",
        "my.yaml:17:5: unknown-key: no such question: recieved; did you mean received?",
        "my.yaml:18:19: bad-answer: should be a whole number from 0 to 1,000,000,000,000",
        "my.yaml:19:12: bad-answer: should be a whole number from 1 to 1,000",
        "my.yaml:20:5: wrong-type: should be key: value pairs",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "my.yaml:0:0: bad-version: the file is empty; it begins with application: 1 and scheme"),
        (
            "scheme: x",
            "my.yaml:1:1: bad-version: “application: 1” is missing; this does not look like an application",
        ),
        (
            "application: 2\nnew: thing\n",
            "my.yaml:1:14: bad-version: the file has version 2 of the format; this program reads version 1",
        ),
        (
            "application: true",
            "my.yaml:1:14: bad-version: the file has version true of the format; "
            "this program reads version 1",
        ),
        (
            "application: 1\nscheme: chongqing-ip-2025\n",
            "my.yaml:2:9: unknown-scheme: no such scheme: chongqing-ip-2025; did you mean chongqing-ip-2026?",
        ),
        ("application: 1\n", "my.yaml:1:1: unknown-scheme: “scheme: chongqing-ip-2026” is missing"),
        (
            "application: 1\nscheme: '{key}'\n",
            "my.yaml:2:9: unknown-scheme: no such scheme: {key}; there are: chongqing-ip-2026",
        ),
        ("- a\n", "my.yaml:1:1: wrong-type: should be key: value pairs"),
        (HEAD + "projects: 3\n", "my.yaml:3:11: wrong-type: should be a list, one entry a project"),
        (
            HEAD + "applicant: {name: {a: b}}\n",
            "my.yaml:3:19: bad-answer: should be text",
        ),
        (
            HEAD + 'applicant: {name: "a\\u202eb"}\n',
            "my.yaml:3:19: bad-answer: character U+202E is not allowed",
        ),
        (
            HEAD + "applicant: {name: a\x1bb}\n",
            "my.yaml:3:20: bad-character: character U+001B is not allowed",
        ),
        ("[" * 100_000, "my.yaml:1:20: too-deep: nested more than 20 deep"),
        ("- " * 100_000, "my.yaml:1:39: too-deep: nested more than 20 deep"),
        (HEAD + "projects:\n" + "- {}\n" * 101, "my.yaml:104:3: too-many: more than 100 projects"),
        ("#" * (1 << 20) + "#", "my.yaml:0:0: too-large: larger than 1,048,576 bytes"),
    ],
    ids=str,
)  # fmt: skip
def test_a_file_that_is_no_application_is_refused_for_one_reason(text: str, told: str) -> None:
    assert problems(text) == [told]


def test_a_key_that_would_drive_the_terminal_is_shown_harmlessly() -> None:
    (told,) = problems(HEAD + '"\\e[2J": 1\n')
    assert told.startswith("my.yaml:3:1: unknown-key: unknown key: <U+001B>[2J; there are: application, ")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert read_application("\ufeff" + example_text().replace("\n", "\r\n"), "x", BOOK) == example(BOOK)


def test_an_application_in_json_is_read_too() -> None:
    told = {"application": 1, "scheme": "chongqing-ip-2026", "projects": [{"evaluation": {"1": True}}]}
    assert read_application(json.dumps(told), "x", BOOK).projects == ({"evaluation": {1: True}},)


def test_of_several_rulebooks_the_file_names_its_own() -> None:
    other = replace(BOOK, scheme=replace(BOOK.scheme, id="other-city"))
    chosen, application = read_for("application: 1\nscheme: other-city\n", "x", [BOOK, other])
    assert chosen is other
    assert write_application(application, other).splitlines()[5] == "scheme: other-city"
    with pytest.raises(BadDataset, match="no such scheme: chongqing-ip-2026; there are: other-city"):
        example(other)


texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co"]).filter(lambda c: not is_unsafe(c)), max_size=30
)


def answers_to(question: Field, horizon: int) -> st.SearchStrategy[Any]:
    numbers = st.integers(question.low, question.high)
    choices = st.sampled_from([choice.id for choice in question.choices] or [""])
    years = st.integers(1, horizon)
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": texts
        | st.sampled_from(["no", "true", "null", "~", "", "5", "a\nb\t", "{a}", "#", "x" * LONGEST]),
        "yes-no": st.booleans(),
        "choice": choices,
        "choices": st.lists(choices, unique=True).map(tuple),
        "count": numbers,
        "yuan": numbers,
        "year": st.integers(BEFORE, horizon) | st.just(NEVER),
        "passed-by-year": st.dictionaries(years, st.none() | st.booleans()),
        "count-by-year": st.dictionaries(years, st.none() | numbers),
        "yuan-by-year": st.dictionaries(years, st.none() | numbers),
    }
    return st.none() | kinds[question.type]


@st.composite
def applications(draw: st.DrawFn) -> Application:
    horizon = draw(st.integers(1, 10))
    applicant, project = (
        st.fixed_dictionaries({}, optional={q.id: answers_to(q, horizon) for q in asked})
        for asked in questions(BOOK)
    )
    options = {str(a.id): st.sampled_from([str(o.id) for o in a.options]) for a in BOOK.scheme.assumptions}
    return Application(
        horizon,
        draw(st.none() | st.integers(1900, 2200)),
        draw(st.fixed_dictionaries({}, optional=options)),
        draw(applicant),
        tuple(draw(st.lists(project, max_size=3))),
    )


@given(applications())
@settings(deadline=None, max_examples=200)
def test_what_is_written_reads_back_exactly_and_is_written_the_same_again(application: Application) -> None:
    text = write_application(application, BOOK)
    again = read_application(text, "x", BOOK)
    assert again == application
    assert write_application(again, BOOK) == text


def test_a_written_file_offers_what_is_left_to_answer() -> None:
    text = write_application(Application(projects=({"item": "guidelines"},)), BOOK)
    assert "  # experience: ~  # " in text
    assert "    # requests: ~  # " in text
    assert "    # received: 0  # " in text
    assert "    # evaluation" not in text
    filled = text.replace("    # requests: ~", "    requests: {1: 5}")
    assert read_application(filled, "x", BOOK).projects == ({"item": "guidelines", "requests": {1: 5}},)


def test_the_documented_example_is_an_application_and_every_question_is_documented() -> None:
    document = (Path(__file__).parents[2] / "docs" / "subsidy.md").read_text("utf-8")
    block = document.split("```yaml\n")[1].split("```")[0]
    assert assess(BOOK, read_application(block, "docs", BOOK)).total.known == 500_000 + 200_000
    asked = [question.id for part in questions(BOOK) for question in part]
    named = [*asked, *BOOK.items, *(assumption.id for assumption in BOOK.scheme.assumptions)]
    assert [name for name in named if f"`{name}`" not in document and f"{name}: " not in block] == []
