"""Whole numbers that have bounds, as the record types annotate them; decoder and schema read this."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from cqdash.language.rules import Rule


class Bounds(Struct, frozen=True):
    """The least and the most a whole number may be, and the rule it breaks beyond them."""

    low: int
    high: int
    rule: Rule = Rule.BAD_NUMBER


ANY = Bounds(-(10**15), 10**15)
"""Of a number whose type says nothing."""
Line = Annotated[int, Bounds(1, 99_999, Rule.BAD_LINE)]
"""A line of the page."""
Year = Annotated[int, Bounds(1, 9999, Rule.BAD_YEAR)]
"""A year of the calendar."""
