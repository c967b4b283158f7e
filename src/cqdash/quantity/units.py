"""The units a figure is printed in, and the base unit each is kept in."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

Base = Literal["yuan", "fraction", "multiple", "count", "rank", "ordinal", "year", "month", "celsius", "date"]


class Unit(Struct, frozen=True):
    """A printed unit: its base unit, how many of those it is, and its words in English (one, many)."""

    printed: str
    base: Base
    factor: Fraction = Fraction(1)
    one: str = ""
    many: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it counts whole things, so that an unscaled figure is exact."""
        return self.base in ("count", "rank", "ordinal", "year", "month")


_COUNTED = (
    "家",
    "个",
    "项",
    "件",
    "类",
    "名",
    "人",
    "场",
    "部",
    "单",
    "大",
    "届",
    "种",
    "条",
    "座",
    "户",
    "辆",
)

UNITS: dict[str, Unit] = {
    unit.printed: unit
    for unit in (
        Unit("元", "yuan", one="yuan", many="yuan"),
        Unit("%", "fraction", Fraction(1, 100)),
        Unit("成", "fraction", Fraction(1, 10)),
        Unit("个百分点", "fraction", Fraction(1, 100), "percentage point", "percentage points"),
        Unit("倍", "multiple"),
        Unit("℃", "celsius"),
        Unit("年", "year", one="year", many="years"),
        Unit("年间", "year", one="year", many="years"),
        Unit("个月", "month", one="month", many="months"),
        Unit("次", "count", one="time", many="times"),
        Unit("台", "count", one="unit", many="units"),
        Unit("套", "count", one="set", many="sets"),
        Unit("台（套）", "count", one="unit", many="units"),
        Unit("家（次）", "count"),
        Unit("个国家和地区", "count", one="country or region", many="countries and regions"),
        Unit("位", "rank"),
        *(Unit(counter, "count") for counter in _COUNTED),
    )
}
RANK = UNITS["位"]
PERCENT = UNITS["%"]
POINTS = UNITS["个百分点"]
YEAR = UNITS["年"]
HALF = Unit("", "fraction")
COUNT = Unit("", "count")
