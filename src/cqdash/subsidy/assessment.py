"""What the rules answer: outcomes, terms that never merge, and the trace of how each came about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from cqdash.language import Text

Outcome = Literal[
    "payable", "range", "at-most", "not-yet-payable", "not-eligible", "undetermined", "unpublished"
]  # fmt: skip
# The outcome that says most where several payments meet in one year, the most telling first.
TELLING: tuple[Outcome, ...] = (
    "not-eligible", "undetermined", "range", "at-most", "payable", "unpublished", "not-yet-payable",
)  # fmt: skip


class Used(Struct, frozen=True):
    """An answer that a step used."""

    question: str
    label: Text
    said: Text


class Step(Struct, frozen=True):
    """One step of the trace. Amounts are whole yuan: `before` and `high` are before and after a cap.

    `year` is None for what is not tied to one year, which cannot be before `since`. `records` and `readings`
    are ids: where it is printed, and the notes on how it is read.
    """

    label: Text
    outcome: Outcome | None = None
    reason: Text | None = None
    low: int = 0
    high: int = 0
    before: int | None = None
    year: int | None = None
    since: int = 1
    rule: str | None = None
    answers: tuple[Used, ...] = ()
    records: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()


class Terms(Struct, frozen=True):
    """A total whose terms never merge: yuan known, up to (ranges), at most (caps), and two lists."""

    known: int = 0
    up_to: int = 0
    at_most: int = 0
    unpublished: tuple[Text, ...] = ()
    undetermined: tuple[Text, ...] = ()

    @property
    def most(self) -> int:
        """The most that all amounts together could come to, published ones only."""
        return self.known + self.up_to + self.at_most

    def plus(self, other: Terms) -> Terms:
        """Both together, term by term; a list names a thing once."""
        return Terms(
            self.known + other.known,
            self.up_to + other.up_to,
            self.at_most + other.at_most,
            tuple(dict.fromkeys((*self.unpublished, *other.unpublished))),
            tuple(dict.fromkeys((*self.undetermined, *other.undetermined))),
        )


class YearResult(Struct, frozen=True):
    """One project in one year: its outcome, its bounds in whole yuan, and the reasons."""

    year: int
    outcome: Outcome
    low: int
    high: int
    reasons: tuple[Text, ...]


class ProjectResult(Struct, frozen=True):
    """A project: an outcome each year, its terms by year and in all; `open_terms` are of no known year."""

    label: Text
    item: str | None
    years: tuple[YearResult, ...]
    by_year: tuple[Terms, ...]
    open_terms: Terms
    total: Terms
    warnings: tuple[Text, ...]
    trace: Step


class Assessment(Struct, frozen=True):
    """The answer to an application: its projects, the terms by year, in no known year, and in all."""

    projects: tuple[ProjectResult, ...]
    by_year: tuple[Terms, ...]
    open_terms: Terms
    total: Terms
    readings: tuple[str, ...]


def total_of(terms: Iterable[Terms]) -> Terms:
    """All terms together."""
    result = Terms()
    for each in terms:
        result = result.plus(each)
    return result


def terms_of(step: Step, thing: Text) -> Terms:
    """What a step adds to a total; `thing` is what a list names."""
    match step.outcome:
        case "payable":
            return Terms(known=step.high)
        case "range":
            return Terms(known=step.low, up_to=step.high - step.low)
        case "at-most":
            return Terms(at_most=step.high)
        case "unpublished":
            return Terms(unpublished=(thing,))
        case "undetermined":
            return Terms(undetermined=(thing,))
    return Terms()
