"""What an applicant enters: answers about itself and its projects, over a horizon of years."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from cqdash.forms import Answers, Value

SHORTEST, LONGEST = 1, 10
MOST_PROJECTS = 100
"""No application has more: what would change the answer is worked out for each."""


class Application(Struct, frozen=True):
    """Answers by question id; a question that is None, or missing, is not known.

    `horizon` is 1 to 10 years; `first_year` names the first by the calendar. `assumptions` holds the option
    chosen for each reading that can be switched, the scheme's own where it is missing.
    """

    horizon: int = 5
    first_year: int | None = None
    assumptions: Mapping[str, str] = field(default_factory=dict)
    applicant: Answers = field(default_factory=dict)
    projects: tuple[Answers, ...] = ()

    @property
    def years(self) -> range:
        """The years assessed, counted from 1."""
        return range(1, self.horizon + 1)


def by_year(value: Value) -> Mapping[int, bool | int | None]:
    """The answers of a question by year; empty where there are none."""
    return value if isinstance(value, Mapping) else {}


def whole(value: Value) -> int | None:
    """A number answered, None where it is not known."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
