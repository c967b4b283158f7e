"""Where there is no room to repeat it, a unit that all figures of a column share stands once in its head."""

from __future__ import annotations

import pytest

from cqdash.export.units import shared_units, without_units
from cqdash.language import same
from cqdash.tabs.blocks import Column


@pytest.mark.parametrize(
    ("cells", "unit", "left"),
    [
        (["152.15 billion yuan", "—", "over 800 billion yuan"], "billion yuan", ["152.15", "—", "over 800"]),
        (["41.82–41.93 billion yuan", "1 billion yuan"], "billion yuan", ["41.82–41.93", "1"]),
        (["609.3亿～612.1亿元", "超8000亿元", "—"], "亿元", ["609.3～612.1", "超8000", "—"]),
        (["700,000 yuan", "0", "5 yuan"], "yuan", ["700,000", "0", "5"]),
        (["2.504～2.513个百分点", "-3个百分点"], "个百分点", ["2.504～2.513", "-3"]),
        (
            ["2,000 yuan a year", "not published", "5 yuan a year"],
            "yuan a year",
            ["2,000", "not published", "5"],
        ),
    ],
)
def test_a_shared_unit_is_told_once(cells: list[str], unit: str, left: list[str]) -> None:
    units = shared_units([Column(same("A"), "right")], [[cell] for cell in cells])
    assert units == [unit]
    assert [without_units([cell], units)[0] for cell in cells] == left


@pytest.mark.parametrize(
    "cells",
    [
        ["1 billion yuan", "2 million yuan"],
        ["9800万～1.2亿元", "3亿元"],
        ["30%", "40%"],
        ["1.5亿元（2017）", "1.6亿元（2025）"],
        ["1 billion yuan", "5"],
        ["1 billion yuan", "—"],
        ["—", "—"],
    ],
)
def test_units_that_differ_are_short_or_save_nothing_stay_with_their_figures(cells: list[str]) -> None:
    assert shared_units([Column(same("A"), "right")], [[cell] for cell in cells]) == [""]


def test_words_are_no_figures_and_an_empty_table_has_no_units() -> None:
    assert shared_units([Column(same("A"))], [["2 firms"], ["3 firms"]]) == [""]
    assert shared_units([Column(same("A"), "right")], []) == [""]
