"""An application written as YAML: commented, in form order, and read back exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from cqdash.dataset.scheme import Option
from cqdash.forms import Answers, Choice, Field, Value
from cqdash.language import Text
from cqdash.language import application_file as words
from cqdash.subsidy.application import LONGEST, SHORTEST, Application
from cqdash.subsidy.rulebook import Rulebook

VERSION = 1
"""The version of the format."""
UNKNOWN = "~"
NOT_TEXT = ("true", "false", "null")


def write_application(application: Application, book: Rulebook) -> str:
    """The application as a file's text; the same application gives the same text.

    A question without an answer of its own stands there as a comment, ready to be filled in.
    """
    lines = [f"# {_both(text.fill(version=VERSION))}" for text in words.HEAD]
    lines += [f"application: {VERSION}", f"scheme: {_scalar(book.scheme.id)}", ""]
    horizon = _both(words.HORIZON.fill(low=SHORTEST, high=LONGEST))
    lines.append(_line("horizon", str(application.horizon), horizon))
    first = application.first_year
    shown = UNKNOWN if first is None else str(first)
    lines.append(_line("first_year", shown, _both(words.FIRST_YEAR), first is None))
    lines += ["", "assumptions:"]
    for assumption in book.scheme.assumptions:
        chosen = application.assumptions.get(assumption.id)
        value = _scalar(chosen or assumption.options[0].id)
        about = _about(assumption.label, assumption.options)
        lines.append("  " + _line(assumption.id, value, about, chosen is None))
    lines += ["", "applicant:"]
    lines += ["  " + line for line in _answers(application.applicant, book.scheme.applicant, ())]
    lines += ["", f"# {_both(words.ITEMS)}"]
    lines += [f"#   {item.id}  {_both(item.label)}" for item in book.scheme.items]
    lines.append("projects:" if application.projects else "projects: []")
    for number, answers in enumerate(application.projects, 1):
        lines += ["", f"  - # {_both(words.PROJECT.fill(n=number))}"]
        item = answers.get("item")
        useful = book.asked(item) if isinstance(item, str) else book.scheme.project
        asked = {question.id for question in useful}
        lines += ["    " + line for line in _answers(answers, book.scheme.project, asked)]
    return "\n".join(lines) + "\n"


def _answers(answers: Answers, questions: Iterable[Field], asked: Iterable[str]) -> list[str]:
    """A line a question; of those without an answer only the `asked`, or all where that is empty."""
    lines = []
    for question in questions:
        about = _about(question.label, question.choices)
        if question.id in answers:
            lines.append(_line(question.id, _value(answers[question.id]), about))
        elif not asked or question.id in asked:
            default = UNKNOWN if question.default is None else str(question.default)
            lines.append(_line(question.id, default, about, is_comment=True))
    return lines


def _value(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{year}: {_value(each)}" for year, each in sorted(value.items())) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_scalar(each) for each in value) + "]"
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _scalar(str(value))


def _scalar(text: str) -> str:
    """Text as it is where YAML reads it as text, else in quotes with its odd characters escaped."""
    is_word = text.isprintable() and text[:1].isalpha() and all(c.isalnum() or c in "-_" for c in text)
    if is_word and text not in NOT_TEXT:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in quoted)


def _line(key: str, value: str, about: str, is_comment: bool = False) -> str:
    return f"{'# ' if is_comment else ''}{_scalar(key)}: {value}  # {about}"


def _about(label: Text, options: Iterable[Choice | Option]) -> str:
    """The label, and what can be chosen."""
    offered = ", ".join(option.id for option in options)
    return f"{_both(label)}: {offered}" if offered else _both(label)


def _both(text: Text) -> str:
    return " ".join(words.BOTH.format(zh=text.zh, en=text.en).split())
