"""A subsidy scheme as data: who may apply for what, what is paid, when, and where each is printed.

The program knows the notions named here and no item's name.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cqdash.forms import Field
from cqdash.language import Text

RuleKind = Literal["once", "yearly", "each", "capped", "unpublished"]
Switch = Literal["first-year", "role-fit"]
Mode = Literal["open", "none", "full", "fitting", "any"]


class Condition(Struct, frozen=True):
    """What an applicant must answer to a question about itself.

    A yes-no question is met by `expects`; a choice by one of `one_of`; one of `doubtful` leaves it
    undetermined.
    `by` says whether the program can test it or an authority attests it.
    """

    id: str
    label: Text
    ask: str
    record: str
    expects: bool | None = None
    one_of: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    otherwise: Literal["not-eligible", "warning"] = "not-eligible"
    by: Literal["program", "authority"] = "program"
    readings: tuple[str, ...] = ()


class Category(Struct, frozen=True):
    """A kind of project and the conditions on everyone who applies for one."""

    id: str
    label: Text
    record: str
    conditions: tuple[str, ...]


class Item(Struct, frozen=True):
    """What can be applied for; an `open` item stands for what the page's list leaves open."""

    id: str
    label: Text
    category: str
    record: str
    conditions: tuple[str, ...] = ()
    open: bool = False
    readings: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """What is paid for some items: once, each year, for each event, up to a cap, or an unpublished amount.

    once: `amount`, due in the first year all `triggers` (year questions) have happened; `doubt` names a year
    question which, answered while a trigger is not met, leaves it undetermined.
    yearly: `amount` for each year passed under `by_year`, from the triggers on, after the once rule is due.
    each: `amount` for each event counted under `by_year`.
    capped: the requests of `by_year` up to `amount` in all.
    `received` names the question for what has been paid before. `amount` is a record's id.
    """

    id: str
    label: Text
    kind: RuleKind
    items: tuple[str, ...]
    record: str
    amount: str | None = None
    triggers: tuple[str, ...] = ()
    doubt: str | None = None
    by_year: str | None = None
    received: str | None = None
    readings: tuple[str, ...] = ()


class Ceiling(Struct, frozen=True):
    """A ceiling on one payment of one kind for one item."""

    id: str
    label: Text
    kind: RuleKind
    amount: str
    readings: tuple[str, ...] = ()


class Option(Struct, frozen=True):
    """One way to read what the page leaves open."""

    id: Mode
    label: Text


class Assumption(Struct, frozen=True):
    """A reading that can be switched; the first option is the project's own."""

    id: Switch
    label: Text
    options: tuple[Option, ...]
    reading: str


class Scheme(Struct, frozen=True):
    """All of one scheme. `disclaimer` is the note that stands beside every result."""

    id: str
    title: Text
    disclaimer: str
    applicant: tuple[Field, ...]
    project: tuple[Field, ...]
    conditions: tuple[Condition, ...]
    categories: tuple[Category, ...]
    items: tuple[Item, ...]
    rules: tuple[Rule, ...]
    ceilings: tuple[Ceiling, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    readings: tuple[str, ...] = ()
