"""A date as printed: a year, a month, a day, the end of a month."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from cqdash.language import Text
from cqdash.quantity.printed import Unreadable

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(
    r"(?:(?P<year>[0-9]{4})年度?)?(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|(?P<part>[初中底]))?)?"
)
_PARTS = {"初": "early", "中": "mid-", "底": "the end of"}


class PrintedDate(Struct, frozen=True):
    """What a printed date says; a part that is not printed is None."""

    printed: str
    year: int | None
    month: int | None
    day: int | None
    part: str | None


def read_date(printed: str) -> PrintedDate:
    """Read a date as printed, such as 2025年, 1月26日 or 2025年12月底.

    Raises Unreadable for anything else, and for a day that no calendar has.
    """
    match = _DATE.fullmatch(printed)
    if not printed or match is None:
        raise Unreadable(f"not a date: {printed}")
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    try:
        # A leap year and first days stand in for what is not printed.
        date(
            *(
                number if number is not None else other
                for number, other in zip((year, month, day), (2024, 1, 1), strict=True)
            )
        )
    except ValueError:
        raise Unreadable(f"no such day: {printed}") from None
    return PrintedDate(printed, year, month, day, match["part"])


def render_date(when: PrintedDate) -> Text:
    """The date in both languages."""
    words = [str(when.day)] if when.day else []
    if when.part:
        words.append(_PARTS[when.part])
    if when.month:
        words.append(MONTHS[when.month - 1])
    if when.year:
        words.append(str(when.year))
    return Text(when.printed, " ".join(words).replace("- ", "-"))
