"""The answers on a sheet as a YAML file: what each field holds, by its id."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from cqdash.dataset import BadDataset, Problem
from cqdash.dataset.document import compose
from cqdash.dataset.reading import Reading
from cqdash.forms import Answers, Field, Value, fault
from cqdash.language import Text
from cqdash.language import need_sheet as words
from cqdash.language.rules import Rule


def write_answers(sheet: str, answers: Answers) -> str:
    """The answers given, as YAML that `read_answers` takes back."""
    given = {
        name: list(value) if isinstance(value, tuple) else value for name, value in answers.items() if value
    }
    return yaml.safe_dump({"sheet": sheet, "answers": given}, allow_unicode=True, sort_keys=False, width=100)


def read_answers(text: str, name: str, sheet: str, fields: tuple[Field, ...]) -> Answers:
    """The answers a file's text holds. Raises BadDataset with every problem and its place."""
    reading = Reading(name)
    root = compose(name, text.replace("\r\n", "\n"))
    if not isinstance(root, yaml.MappingNode):
        raise BadDataset([Problem(name, 1, 1, Rule.WRONG_TYPE, words.NOT_A_SHEET)])
    top = {key.value: value for key, value in _pairs(root)}
    named = top.get("sheet")
    if not isinstance(named, yaml.ScalarNode) or named.value != sheet:
        reading.problem(named or root, Rule.UNKNOWN_SHEET, words.ANOTHER_SHEET.fill(sheet=sheet))
    answers: dict[str, Value] = {}
    by_id = {field.id: field for field in fields}
    for key, node in _pairs(top.get("answers")):
        if key.value not in by_id:
            message = Text(f"没有这一栏：{key.value}", f"no such field: {key.value}")
            reading.problem(key, Rule.UNKNOWN_KEY, message)
            continue
        value = _value(node)
        if wrong := fault(by_id[key.value], value, 0):
            reading.problem(node, Rule.BAD_ANSWER, wrong)
        else:
            answers[key.value] = value
    if reading.problems:
        raise BadDataset(reading.problems)
    return answers


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode))


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return tuple(child.value if isinstance(child, yaml.ScalarNode) else "" for child in node.value)
    return node.value if isinstance(node, yaml.ScalarNode) else ""
