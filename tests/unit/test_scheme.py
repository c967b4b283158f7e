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
                "- id: prize-again",
                "amount: prize: prize-once gives 150,000 yuan and prize-again gives 25,000 yuan, both once",
            )
        ],
    ),
    "an unknown record of an amount": (
        ("amount: city-prize\n", "amount: city-price\n"),
        [("- id: prize-once", "reference: no such record: city-price")],
    ),
    "an amount that is no figure": (
        ("amount: city-cap\n", "amount: city-garden\n"),
        [("- id: study-capped", "amount: not an amount in whole yuan: city-garden")],
    ),
    "an amount that is no money": (
        ("printed: 3000元", "printed: 3000家"),
        [("- id: concert-each", "amount: not an amount in whole yuan: city-concert")],
    ),
    "an amount of half a yuan": (
        ("printed: 3000元", "printed: 0.5元"),
        [("- id: concert-each", "amount: not an amount in whole yuan: city-concert")],
    ),
    "a range, which is no amount": (
        ("printed: 不超过2.5万元", "printed: 2万元到3万元"),
        [("- id: study-capped", "amount: not an amount in whole yuan: city-cap")],
    ),
    "an unknown record to cite": (
        ("record: city-library}\n    - {id: prize,", "record: city-libary}\n    - {id: prize,"),
        [("- {id: library,", "reference: no such record: city-libary")],
    ),
    "an unknown record of a question": (
        ("record: city-registered}\n    - id: seat", "record: city-x}\n    - id: seat"),
        [("- {id: registered,", "reference: no such record: city-x")],
    ),
    "an unknown note": (
        ("disclaimer: city-invented", "disclaimer: city-invited"),
        [("id: example-city", "reference: no such note: city-invited")],
    ),
    "an unknown note of a ceiling": (
        ("amount: city-year-ceiling}", "amount: city-year-ceiling, readings: [no-note]}"),
        [("- {id: year-ceiling,", "reference: no such note: no-note")],
    ),
    "an unknown item": (
        ("items: [garden]", "items: [garten]"),
        [
            ("- {id: garden,", "item: no rule says what it is paid"),
            ("- id: garden-unpublished", "reference: no such item: garten"),
        ],
    ),
    "an unknown category": (
        ("category: all, record: city-cap}", "category: any, record: city-cap}"),
        [("- {id: study,", "reference: no such category: any")],
    ),
    "an unknown condition": (
        ("conditions: [in-the-north]}", "conditions: [in-the-west]}"),
        [("- {id: concert,", "reference: no such condition: in-the-west")],
    ),
    "an unknown condition of a category": (
        ("conditions: [is-registered]}", "conditions: [is-known]}"),
        [("- {id: all,", "reference: no such condition: is-known")],
    ),
    "an unknown question of a condition": (
        ("ask: registered", "ask: listed"),
        [("- {id: is-registered,", "reference: no such question: listed")],
    ),
    "a project's question in a condition": (
        ("ask: registered", "ask: won"),
        [
            ("- {id: is-registered,", "question: applicant and project both ask: won"),
            ("- {id: is-registered,", "reference: no such question: won"),
        ],
    ),
    "an unknown choice": (
        ("one_of: [north]", "one_of: [nord]"),
        [("- id: in-the-north", "reference: no such choice: nord")],
    ),
    "an answer both right and doubtful": (
        ("doubtful: [border]", "doubtful: [north]"),
        [("- id: in-the-north", "condition: both one_of and doubtful: north")],
    ),
    "a condition that expects nothing": (
        (", expects: true", ""),
        [("- {id: is-registered,", "condition: should have expects or one_of")],
    ),
    "a yes-no expectation of a choice": (
        ("ask: registered", "ask: seat"),
        [("- {id: is-registered,", "question: the type of seat should be yes-no")],
    ),
    "an unknown question of a rule": (
        ("by_year: audited", "by_year: judged"),
        [("- id: library-yearly", "reference: no such question: judged")],
    ),
    "a trigger that is no year": (
        ("triggers: [opened]", "triggers: [audited]"),
        [("- id: library-yearly", "question: the type of audited should be year")],
    ),
    "an evaluation that is no evaluation": (
        ("by_year: audited", "by_year: visits"),
        [("- id: library-yearly", "question: the type of visits should be passed-by-year")],
    ),
    "a count that is no count": (
        ("by_year: visits", "by_year: asked"),
        [("- id: concert-each", "question: the type of asked should be count-by-year")],
    ),
    "a request that is no money": (
        ("by_year: asked", "by_year: visits"),
        [("- id: study-capped", "question: the type of visits should be yuan-by-year")],
    ),
    "a sum received that is no money": (
        ("received: paid\n      record: city-prize", "received: won\n      record: city-prize"),
        [("- id: prize-once", "question: the type of won should be yuan")],
    ),
    "a once rule without a trigger": (
        ("      triggers: [won]\n", ""),
        [("- id: prize-once", "rule: once should have triggers")],
    ),
    "a rule without an amount": (
        ("      amount: city-concert\n", ""),
        [("- id: concert-each", "rule: each should have amount")],
    ),
    "a key its kind of rule does not use": (
        ("by_year: visits", "by_year: visits\n      received: paid"),
        [("- id: concert-each", "rule: each has no received")],
    ),
    "an amount that is said not to be published": (
        ("kind: unpublished", "kind: unpublished\n      amount: city-cap"),
        [("- id: garden-unpublished", "rule: unpublished has no amount")],
    ),
    "an open item with a rule": (
        ("record: city-library}\n    - {id: prize,", "record: city-library, open: true}\n    - {id: prize,"),
        [("- {id: library,", "item: an open item has no rule")],
    ),
    "an id given twice": (
        ("{id: count,", "{id: won,"),
        [
            ("id: example-city", "question: project has no count"),
            ("- {id: won, type: year", "id: id used before: won"),
        ],
    ),
    "a choice given twice": (
        ("{id: south,", "{id: north,"),
        [("- {id: north, label: {zh: 南区", "id: id used before: north")],
    ),
    "the item question of another type": (
        ("{id: item, type: choice,", "{id: item, type: text,"),
        [("- {id: item,", "question: the type of item should be choice")],
    ),
    "choices without a choice of them": (
        ("      type: choice\n", "      type: text\n"),
        [
            ("- id: seat", "field: choice and choices have choices, no other type has"),
            ("- id: in-the-north", "question: the type of seat should be choice, choices"),
        ],
    ),
    "a default out of bounds": (
        ("high: 9, default: 1}", "high: 9, default: 10}"),
        [("- {id: count,", "field: default is not between low and high")],
    ),
    "a ceiling on what cannot have one": (
        ("kind: once, amount: city-prize-ceiling", "kind: capped, amount: city-prize-ceiling"),
        [("- {id: prize-ceiling,", "ceiling: kind should be one of: once, yearly, each")],
    ),
    "an option of another assumption": (
        (
            "  ceilings:\n",
            "  assumptions:\n    - {id: role-fit, label: {zh: 假定, en: Reading}, reading: city-invented,"
            " options: [{id: full, label: {zh: 全, en: Full}}]}\n  ceilings:\n",
        ),
        [("{id: full,", "assumption: id should be one of: fitting, any")],
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
    """The line and column where a part of the file begins, found by its first words."""
    assert text.count(anchor) == 1, anchor
    before = text[: text.index(anchor)]
    dash = 2 if anchor.startswith("- ") else 0
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10)) + dash}"


def test_two_rules_may_give_one_item_the_same_amount_or_another_kind(tmp_path: Path) -> None:
    city(tmp_path, CITY.replace("  ceilings:\n", SECOND.replace("city-cap", "city-prize") + "  ceilings:\n"))


def test_two_files_may_not_hold_the_same_scheme(tmp_path: Path) -> None:
    start, end = CITY.index("scheme:\n"), CITY.index("records:\n")
    (tmp_path / "again.yaml").write_text(CITY[start:end], encoding="utf-8")
    with pytest.raises(BadDataset) as raised:
        city(tmp_path)
    assert [p.to("en") for p in raised.value.problems] == [
        f"city.yaml:{place('id: example-city', CITY)}: id: id already used in again.yaml: example-city"
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
