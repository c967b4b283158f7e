"""Another city's rules need no change of the program; rules at odds with themselves are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from cqdash.dataset import BadDataset
from cqdash.subsidy.cases import load_cases, run_case
from example_city import CASES, CITY, city, city_book

SECOND = """\
    - id: prize-again
      label: {zh: 一次, en: Once}
      kind: once
      items: [garden, prize]
      amount: city-cap
      triggers: [won]
      record: city-prize
"""
FAULTS = {
    "two amounts for one item": (
        ("  ceilings:\n", SECOND + "  ceilings:\n"),
        [
            (
                "prize]\n      amount: |city-cap",
                "bad-amount: prize: prize-once gives 150,000 yuan and prize-again gives 25,000 yuan, "
                "both once",
            )
        ],
    ),
    "an unknown record of an amount": (
        ("amount: city-prize\n", "amount: city-price\n"),
        [("city-price", "unknown-id: no such record: city-price")],
    ),
    "an amount that is no figure": (
        ("amount: city-cap\n", "amount: city-garden\n"),
        [("amount: |city-garden", "bad-amount: not an amount in whole yuan: city-garden")],
    ),
    "an amount that is no money": (
        ("printed: 3000元", "printed: 3000家"),
        [("amount: |city-concert", "bad-amount: not an amount in whole yuan: city-concert")],
    ),
    "an amount of half a yuan": (
        ("printed: 3000元", "printed: 0.5元"),
        [("amount: |city-concert", "bad-amount: not an amount in whole yuan: city-concert")],
    ),
    "a range, which is no amount": (
        ("printed: 不超过2.5万元", "printed: 2万元到3万元"),
        [("amount: |city-cap", "bad-amount: not an amount in whole yuan: city-cap")],
    ),
    "an unknown record to cite": (
        ("record: city-library}\n    - {id: prize,", "record: city-libary}\n    - {id: prize,"),
        [("city-libary", "unknown-id: no such record: city-libary")],
    ),
    "an unknown record of a question": (
        ("record: city-registered}\n    - id: seat", "record: city-x}\n    - id: seat"),
        [("city-x", "unknown-id: no such record: city-x")],
    ),
    "an unknown note": (
        ("disclaimer: city-invented", "disclaimer: city-invited"),
        [("city-invited", "unknown-id: no such note: city-invited")],
    ),
    "an unknown note of a ceiling": (
        ("amount: city-year-ceiling}", "amount: city-year-ceiling, readings: [no-note]}"),
        [("no-", "unknown-id: no such note: no-note")],
    ),
    "an unknown item": (
        ("items: [garden]", "items: [garten]"),
        [
            ("garden, label: {zh: 花园, en: Garden}, category", "bad-item: no rule says what it is paid"),
            ("garten", "unknown-id: no such item: garten"),
        ],
    ),
    "an unknown category": (
        ("category: all, record: city-cap}", "category: any, record: city-cap}"),
        [("any,", "unknown-id: no such category: any")],
    ),
    "an unknown condition": (
        ("conditions: [in-the-north]}", "conditions: [in-the-west]}"),
        [("in-the-west", "unknown-id: no such condition: in-the-west")],
    ),
    "an unknown condition of a category": (
        ("conditions: [is-registered]}", "conditions: [is-known]}"),
        [("is-known", "unknown-id: no such condition: is-known")],
    ),
    "an unknown question of a condition": (
        ("ask: registered", "ask: listed"),
        [("listed", "unknown-id: no such question: listed")],
    ),
    "a project's question in a condition": (
        ("ask: registered", "ask: won"),
        [
            ("won, expects", "bad-question: applicant and project both ask: won"),
            ("won, expects", "unknown-id: no such question: won"),
        ],
    ),
    "an unknown choice": (
        ("one_of: [north]", "one_of: [nord]"),
        [("nord", "unknown-id: no such choice: nord")],
    ),
    "an answer both right and doubtful": (
        ("doubtful: [border]", "doubtful: [north]"),
        [("one_of: [|north", "bad-condition: both one_of and doubtful: north")],
    ),
    "a condition that expects nothing": (
        (", expects: true", ""),
        [("{id: is-", "bad-condition: should have expects or one_of")],
    ),
    "a yes-no expectation of a choice": (
        ("ask: registered", "ask: seat"),
        [("seat,", "bad-question: the type of seat should be yes-no")],
    ),
    "an unknown question of a rule": (
        ("by_year: audited", "by_year: judged"),
        [("judged", "unknown-id: no such question: judged")],
    ),
    "a trigger that is no year": (
        ("triggers: [opened]", "triggers: [audited]"),
        [("audited]", "bad-question: the type of audited should be year")],
    ),
    "an evaluation that is no evaluation": (
        ("by_year: audited", "by_year: visits"),
        [("[opened]\n      by_year: |visits", "bad-question: the type of visits should be passed-by-year")],
    ),
    "a count that is no count": (
        ("by_year: visits", "by_year: asked"),
        [
            (
                "city-concert\n      by_year: |asked",
                "bad-question: the type of asked should be count-by-year",
            )
        ],
    ),
    "a request that is no money": (
        ("by_year: asked", "by_year: visits"),
        [("city-cap\n      by_year: |visits", "bad-question: the type of visits should be yuan-by-year")],
    ),
    "a sum received that is no money": (
        ("received: paid\n      record: city-prize", "received: won\n      record: city-prize"),
        [("won]", "bad-question: the type of won should be yuan")],
    ),
    "a once rule without a trigger": (
        ("      triggers: [won]\n", ""),
        [("id: prize-once", "bad-rule: once should have triggers")],
    ),
    "a rule without an amount": (
        ("      amount: city-concert\n", ""),
        [("id: concert-", "bad-rule: each should have amount")],
    ),
    "a key its kind of rule does not use": (
        ("by_year: visits", "by_year: visits\n      received: paid"),
        [("visits\n      |received", "bad-rule: each has no received")],
    ),
    "an amount that is said not to be published": (
        ("kind: unpublished", "kind: unpublished\n      amount: city-cap"),
        [("unpublished\n      |amount", "bad-rule: unpublished has no amount")],
    ),
    "an open item with a rule": (
        ("record: city-library}\n    - {id: prize,", "record: city-library, open: true}\n    - {id: prize,"),
        [("city-library, |open", "bad-item: an open item has no rule")],
    ),
    "an id given twice": (
        ("{id: count,", "{id: won,"),
        [
            ("project", "bad-question: project has no count"),
            ("won, type: year", "duplicate-id: id used before: won"),
        ],
    ),
    "a choice given twice": (
        ("{id: south,", "{id: north,"),
        [("north, label: {zh: 南区", "duplicate-id: id used before: north")],
    ),
    "the item question of another type": (
        ("{id: item, type: choice,", "{id: item, type: text,"),
        [("text,", "bad-question: the type of item should be choice")],
    ),
    "choices without a choice of them": (
        ("      type: choice\n", "      type: text\n"),
        [
            ("type: |text", "bad-question: choice and choices have choices, no others"),
            ("ask: |seat", "bad-question: the type of seat should be choice, choices"),
        ],
    ),
    "a default out of bounds": (
        ("high: 9, default: 1}", "high: 9, default: 10}"),
        [("default: 10", "bad-question: default is not between low and high")],
    ),
    "a ceiling on what cannot have one": (
        ("kind: once, amount: city-prize-ceiling", "kind: capped, amount: city-prize-ceiling"),
        [("capped,", "bad-ceiling: kind should be one of: once, yearly, each")],
    ),
    "an option of another assumption": (
        (
            "  ceilings:\n",
            "  assumptions:\n    - {id: role-fit, label: {zh: 假定, en: Reading}, reading: city-invented,"
            " options: [{id: full, label: {zh: 全, en: Full}}]}\n  ceilings:\n",
        ),
        [("full", "bad-assumption: id should be one of: fitting, any")],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_rules_that_contradict_themselves_are_told_with_their_place(name: str, tmp_path: Path) -> None:
    (old, new), problems = FAULTS[name]
    assert CITY.count(old) == 1
    with pytest.raises(BadDataset) as raised:
        city(tmp_path, CITY.replace(old, new))
    told = [problem.to("en") for problem in raised.value.problems]
    assert told == [f"city.yaml:{place(anchor, CITY.replace(old, new))}: {said}" for anchor, said in problems]


def place(anchor: str, text: str) -> str:
    """The line and column of some words of the file; where a bar stands in them, of what follows it."""
    words = anchor.replace("|", "")
    assert text.count(words) == 1, anchor
    before = text[: text.index(words) + max(0, anchor.find("|"))]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_two_rules_may_give_one_item_the_same_amount_or_another_kind(tmp_path: Path) -> None:
    dataset = city(
        tmp_path, CITY.replace("  ceilings:\n", SECOND.replace("city-cap", "city-prize") + "  ceilings:\n")
    )
    assert len(dataset.schemes["city"].rules) == len(city(tmp_path / "one").schemes["city"].rules) + 1


def test_two_files_may_not_hold_the_same_scheme(tmp_path: Path) -> None:
    start, end = CITY.index("scheme:\n"), CITY.index("records:\n")
    (tmp_path / "again.yaml").write_text(CITY[start:end], encoding="utf-8")
    with pytest.raises(BadDataset) as raised:
        city(tmp_path)
    assert [p.to("en") for p in raised.value.problems] == [
        f"city.yaml:{place('example-city', CITY)}: duplicate-id: id already used in again.yaml: example-city"
    ]


def test_another_citys_rules_need_no_change_of_the_program(tmp_path: Path) -> None:
    book = city_book(tmp_path)
    cases = tmp_path / "cases"
    cases.mkdir()
    (cases / "city.yaml").write_text(CASES, encoding="utf-8")
    assert {case.id: run_case(book, case) for case in load_cases(cases, book)} == {
        "two-libraries": [],
        "one-of-everything": [],
        "four-concerts-in-the-north": [],
        "concert-in-the-south": [],
    }
