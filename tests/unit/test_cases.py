"""A case that does not come out says where; a case file with a mistake tells its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cqdash.dataset import BadDataset, Dataset
from cqdash.subsidy.cases import Case, load_cases, run_case
from cqdash.subsidy.rulebook import Rulebook, rulebook

CASE = """\
cases:
  - id: one
    about: {zh: 一, en: One}
    application:
      application: 1
      scheme: chongqing-ip-2026
      horizon: 2
      applicant: {legal_form: legal-person, in_chongqing: true}
      projects:
        - {item: branch-centre, approval: 1, targets: 1, running: no}
        - {item: ~}
    expect:
      total: {known: 200000, undetermined: [project-2]}
      projects:
        - years: [{year: 1, outcome: payable, low: 200000, high: 200000}]
"""


@pytest.fixture(scope="session")
def book(dataset: Dataset) -> Rulebook:
    return rulebook(dataset, dataset.schemes["ip-policy"])


def cases_of(folder: Path, text: str, book: Rulebook) -> tuple[Case, ...]:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return load_cases(folder, book)


@pytest.mark.parametrize(
    ("old", "new", "differences"),
    [
        ("known: 200000", "known: 300000", ["in all: known should be 300,000, is 200,000"]),
        (
            "undetermined: [project-2]",
            "undetermined: [], unpublished: [branch-centre]",
            [
                "in all: not published should be branch-centre, is none",
                "in all: undetermined should be none, is project-2",
            ],
        ),
        (
            "outcome: payable, low: 200000",
            "outcome: not-eligible, low: 0",
            [
                "project 1, year 1: the outcome should be not eligible, is payable",
                "project 1, year 1: the least should be 0, is 200,000",
            ],
        ),
        (
            "- years: [{year: 1, outcome: payable, low: 200000, high: 200000}]",
            "- {total: {up_to: 1, at_most: 2}, warnings: 3}",
            [
                "project 1: up to, besides should be 1, is 0",
                "project 1: at most should be 2, is 0",
                "project 1: the number of warnings should be 3, is 0",
            ],
        ),
    ],
)
def test_a_case_that_does_not_come_out_says_where_and_by_how_much(
    old: str, new: str, differences: list[str], tmp_path: Path, book: Rulebook
) -> None:
    (sound,) = cases_of(tmp_path, CASE, book)
    assert run_case(book, sound) == []
    (changed,) = cases_of(tmp_path, CASE.replace(old, new), book)
    assert [difference.en for difference in run_case(book, changed)] == differences


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("approval: 1", "aproval: 1",
         ["10:33: unknown-key: no such question: aproval; did you mean approval?"]),
        ("horizon: 2", "horizon: 20", ["7:16: bad-answer: should be a whole number from 1 to 10"]),
        ("outcome: payable", "outcome: paid", None),
        ("year: 1, outcome", "year: 3, outcome", ["15:19: bad-expectation: there is no year 3 (of 2)"]),
        ("[project-2]", "[platform]", ["13:45: bad-expectation: the application has no such item: platform"]),
        ("        - years:", "        - {}\n        - {}\n        - years:",
         ["13:7: bad-expectation: 3 projects are expected, the application has 2"]),
        ("{year: 1, outcome: payable, low: 200000, high: 200000}", "{year: 1}",
         ["15:19: bad-expectation: it expects nothing"]),
        ("    expect:\n", "    expected:\n", None),
        ("    application:\n      application: 1", "    applicatoin:\n      application: 1", None),
        ("cases:", "case:", ["1:1: bad-cases: should be “cases:” and a list of cases"]),
        (CASE, "", ["0:0: bad-cases: there is no case"]),
        (CASE, CASE + CASE.removeprefix("cases:\n"),
         ["16:5: duplicate-id: case id already used in own.yaml: one"]),
    ],
)  # fmt: skip
def test_a_case_file_with_a_mistake_tells_its_place(
    old: str, new: str, problems: list[str] | None, tmp_path: Path, book: Rulebook
) -> None:
    with pytest.raises(BadDataset) as raised:
        cases_of(tmp_path, CASE.replace(old, new), book)
    told = [problem.to("en") for problem in raised.value.problems]
    assert told
    assert problems is None or told == [f"own.yaml:{problem}" for problem in problems]
