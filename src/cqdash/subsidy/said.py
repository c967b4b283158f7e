"""Answers, years and amounts in words, for reasons and traces."""

from __future__ import annotations

from collections.abc import Mapping

from cqdash.forms import BEFORE, NEVER, Field, Value
from cqdash.language import Text, joined, same
from cqdash.language import subsidy as words
from cqdash.subsidy.application import Application
from cqdash.subsidy.assessment import Used


def yuan(amount: int) -> str:
    """Whole yuan with a comma every three digits."""
    return f"{amount:,}"


def year_named(year: int, application: Application) -> Text:
    """A year of the horizon, by the calendar where its first year is given."""
    if year == BEFORE:
        return words.BEFORE_FIRST
    if application.first_year is None:
        return words.YEAR.fill(n=year)
    return words.CALENDAR_YEAR.fill(n=application.first_year + year - 1)


def used(question: Field, value: Value, application: Application, year: int | None = None) -> Used:
    """An answer as a step used it; of answers by year, the one for `year`."""
    if year is not None and isinstance(value, Mapping):
        value = value.get(year, None if question.type == "passed-by-year" else 0)
    return Used(question.id, question.label, said(question, value, application))


def said(question: Field, value: Value, application: Application) -> Text:
    """An answer in words."""
    if value is None:
        return words.NOT_EVALUATED if question.type == "passed-by-year" else words.UNKNOWN
    if isinstance(value, bool):
        if question.type == "passed-by-year":
            return words.PASSED if value else words.FAILED
        return words.YES if value else words.NO
    if isinstance(value, Mapping):
        parts = [
            Text("{y}：{a}", "{y}: {a}").fill(y=year_named(y, application), a=said(question, a, application))
            for y, a in sorted(value.items())
        ]
        return joined(parts, "；", "; ") if parts else words.UNKNOWN
    if question.type == "year":
        return words.NOT_WITHIN if value == NEVER else year_named(int(str(value)), application)
    if isinstance(value, int):
        return words.YUAN.fill(n=yuan(value)) if question.type.startswith("yuan") else same(str(value))
    labels = {choice.id: choice.label for choice in question.choices}
    chosen = (value,) if isinstance(value, str) else value
    return joined([labels.get(each, same(each)) for each in chosen], "、", ", ") if chosen else words.NO
