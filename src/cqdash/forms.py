"""A form as data: one declaration gives widgets, validation, help text and the file format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from cqdash.language import Text

FieldType = Literal[
    "text", "yes-no", "choice", "choices", "count", "yuan", "year",
    "passed-by-year", "count-by-year", "yuan-by-year",
]  # fmt: skip
NEVER = "no"
"""The answer to a question for a year that says it will not happen within the horizon."""
BEFORE = 0
"""The answer to a question for a year that lies before the first one."""
MOST = 10**12
LONGEST = 2000

ByYear = Mapping[int, bool | int | None]
Value = str | bool | int | tuple[str, ...] | ByYear | None
"""An answer; None is "don't know"."""
Answers = Mapping[str, Value]


class Choice(Struct, frozen=True):
    """One of the answers a choice offers."""

    id: str
    label: Text


class Field(Struct, frozen=True):
    """A question: its type says what an answer is, `low` and `high` bound a number.

    `default` is the answer where the question is not mentioned at all; otherwise that is "don't know".
    """

    id: str
    type: FieldType
    label: Text
    help: Text | None = None
    choices: tuple[Choice, ...] = ()
    low: int = 0
    high: int = MOST
    default: int | None = None
    record: str | None = None


NOT_ONE_OF = Text("应为其一：{choices}", "should be one of: {choices}")
NOT_YES_NO = Text(
    "应为 true 或 false；不知道请留空", "should be true or false; leave it empty for don’t know"
)
NOT_WHOLE = Text("应为{low}到{high}的整数", "should be a whole number from {low} to {high}")
NOT_YEAR = Text("应为0到{high}的年份，或 no", "should be a year from 0 to {high}, or no")
NOT_TEXT = Text("应为文字", "should be text")
TOO_LONG = Text("不能超过{most}个字符", "should be {most} characters at most")
NOT_BY_YEAR = Text("应为“年份: 答案”", "should be year: answer pairs")
NO_SUCH_YEAR = Text("没有第{year}年（共{high}年）", "there is no year {year} (of {high})")


def fault(field: Field, value: object, horizon: int) -> Text | None:
    """What is wrong with a value as the answer to a field, None where nothing is.

    `horizon` is the number of years. None is "don't know" and always right.
    """
    if value is None:
        return None
    if field.type.endswith("-by-year"):
        return _by_year_fault(field, value, horizon)
    match field.type:
        case "yes-no":
            return None if isinstance(value, bool) else NOT_YES_NO
        case "year":
            return (
                None if value == NEVER or _is_whole(value, BEFORE, horizon) else NOT_YEAR.fill(high=horizon)
            )
        case "choice":
            return _choice_fault(field, (value,))
        case "choices":
            return _choice_fault(field, value if isinstance(value, (tuple, list)) else (value,))
        case "text":
            return _text_fault(value)
    whole = NOT_WHOLE.fill(low=field.low, high=f"{field.high:,}")
    return None if _is_whole(value, field.low, field.high) else whole


def _is_whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _text_fault(value: object) -> Text | None:
    if not isinstance(value, str):
        return NOT_TEXT
    return TOO_LONG.fill(most=LONGEST) if len(value) > LONGEST else None


def _choice_fault(field: Field, values: object) -> Text | None:
    known = [choice.id for choice in field.choices]
    if isinstance(values, (tuple, list)) and all(value in known for value in values):
        return None
    return NOT_ONE_OF.fill(choices=", ".join(known))


def _by_year_fault(field: Field, value: object, horizon: int) -> Text | None:
    if not isinstance(value, Mapping):
        return NOT_BY_YEAR
    for year, answer in value.items():
        if not _is_whole(year, 1, horizon):
            return NO_SUCH_YEAR.fill(year=year, high=horizon)
        if answer is None:
            continue
        if field.type == "passed-by-year":
            if not isinstance(answer, bool):
                return NOT_YES_NO
        elif not _is_whole(answer, field.low, field.high):
            return NOT_WHOLE.fill(low=field.low, high=f"{field.high:,}")
    return None
