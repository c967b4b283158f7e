"""Any figure is found by its label in either language, by its digits, or by its exact value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqdash.dataset import Dataset, load
from cqdash.quantity import decimal_text
from cqdash.tabs.search import EXACT, LABEL, LABEL_START, LABEL_WORD, search

DATASET = load()


def ids(dataset: Dataset, query: str, rank: int | None = None) -> list[str]:
    return [found.id for found in search(dataset, query) if rank is None or found.rank == rank]


@pytest.mark.parametrize(
    "query",
    [
        "530.3",
        "530.3亿元",
        "５３０．３",
        "530.3 亿元",
        "53.03",
        "53.03 billion",
        "53030000000",
        "53,030,000,000",
    ],
)
def test_a_number_is_found_as_either_language_writes_it_or_by_its_exact_value(
    dataset: Dataset, query: str
) -> None:
    first = search(dataset, query)[0]
    assert (first.id, first.tab, first.status, first.rank) == ("car-exports", "trade", "printed", EXACT)
    assert first.shown == ("530.3亿元", "53.03 billion yuan")


def test_a_number_is_never_a_part_of_a_longer_one(dataset: Dataset) -> None:
    assert "car-growth" in ids(dataset, "23", EXACT)
    for found in ids(dataset, "23", EXACT):
        printed = dataset.records[found].printed
        assert printed in ("23%", "1月23日"), printed
    assert "car-exports" not in ids(dataset, "30.3")
    assert "car-exports" not in ids(dataset, "3", EXACT)


def test_where_no_number_is_the_same_those_that_begin_with_it_are_found(dataset: Dataset) -> None:
    assert "car-exports" in ids(dataset, "530")
    assert ids(dataset, "530", EXACT) == []


def test_a_numeral_printed_in_characters_is_found_by_its_digits(dataset: Dataset) -> None:
    numerals = [
        record
        for record in dataset.records.values()
        if (quantity := dataset.quantities.get(record.id))
        and quantity.value is not None
        and quantity.unit.base == "count"
        and not any(map(str.isdecimal, record.printed))
    ]
    assert numerals
    for record in numerals:
        value = dataset.quantities[record.id].value
        assert value is not None
        assert record.id in ids(dataset, decimal_text(value), EXACT), record.printed


@pytest.mark.parametrize("query", ["汽车出口", "Car exports", "car EXPORTS", "ＣＡＲ exports"])
def test_a_label_in_either_language_comes_before_labels_that_begin_with_it(
    dataset: Dataset, query: str
) -> None:
    found = search(dataset, query)
    ranks = [each.rank for each in found]
    assert found[0].id == "car-exports"
    assert (ranks[0], ranks) == (LABEL, sorted(ranks))
    assert "car-exports-2024" in ids(dataset, query, LABEL_START)


def test_every_word_must_be_found_in_whichever_language_it_is(dataset: Dataset) -> None:
    assert ids(dataset, "car 增长 23")[0] == "car-growth"
    assert ids(dataset, "汽车 530.3")[0] == "car-exports"
    assert ids(dataset, "car 增长 xyzzy") == []


def test_an_english_word_is_found_where_it_begins_before_the_middle_of_another(dataset: Dataset) -> None:
    found = search(dataset, "ip")
    best = [each for each in found if each.rank <= LABEL_WORD]
    assert best
    assert {each.tab for each in best} == {"ip-policy"}
    assert "motorcycle-exports" in ids(dataset, "cycle")


def test_everything_is_found_by_its_id_and_by_both_its_labels(dataset: Dataset) -> None:
    names = [*dataset.records, *dataset.relations, *dataset.series, *dataset.checks]
    for name in names:
        assert ids(dataset, name)[0] == name
        label = dataset.checks[name].title if name in dataset.checks else None
        label = label or (dataset.series[name].label if name in dataset.series else dataset.label_of(name))
        assert name in ids(dataset, f"{label.zh} {label.en}")


def test_what_is_found_says_what_it_is(dataset: Dataset) -> None:
    statuses = {found.id: found.status for found in search(dataset, "530.3")}
    assert statuses["car-exports"] == "printed"
    assert statuses["car-exports-2024"] == "implied"
    assert statuses["car-exports-series@2025"] == "background"
    assert statuses["car-exports-and-customs"] == "consistent"
    assert {found.status for found in search(dataset, "不符") if found.id in dataset.checks} >= {
        "inconsistent"
    }


@pytest.mark.parametrize("query", ["", "   ", "\t\n"])
def test_nothing_asked_finds_nothing(dataset: Dataset, query: str) -> None:
    assert search(dataset, query) == []


@given(st.text(max_size=12))
def test_any_query_is_answered_in_order_and_each_thing_once(query: str) -> None:
    found = search(DATASET, query)
    assert [each.rank for each in found] == sorted(each.rank for each in found)
    assert len({each.id for each in found}) == len(found)
