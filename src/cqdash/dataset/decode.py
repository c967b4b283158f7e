"""YAML nodes to record types, by the types' own annotations, collecting every problem with its place."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Callable
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import yaml

from cqdash.dataset.document import is_unsafe
from cqdash.dataset.problems import Problem
from cqdash.language import Text

T = TypeVar("T")
MISSING: Any = object()
Decoder = Callable[[yaml.Node, "Reading"], Any]


class Reading:
    """One file being read: the problems found, and where each decoded record began."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._places: dict[int, tuple[int, int]] = {}

    def begin(self, item: object, node: yaml.Node) -> None:
        """Remember where an item began; it must live as long as this reading."""
        self._places[id(item)] = (node.start_mark.line + 1, node.start_mark.column + 1)

    def place(self, item: object) -> tuple[int, int]:
        """The 1-based line and column where a decoded item began."""
        return self._places[id(item)]

    def problem(self, node: yaml.Node, rule: str, message: Text) -> Any:
        """Note a problem at a node; gives MISSING, so that a decoder can return it."""
        mark = node.start_mark
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, rule, message))
        return MISSING


def decode(node: yaml.Node, kind: type[T], reading: Reading) -> T | None:
    """The node as `kind`, or None with the problems in `reading`."""
    value = _decoder(typing.cast(Any, kind))(node, reading)
    return None if value is MISSING else value


@functools.cache
def _decoder(kind: Any) -> Decoder:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(tuple(_decoder(choice) for choice in get_args(kind)), get_args(kind))
    if origin is tuple:
        return _sequence(_decoder(get_args(kind)[0]))
    if origin is Literal:
        return _choice(get_args(kind))
    if kind is Text:
        return _text
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    return _SCALARS[kind]


def _scalar(tag: str, convert: Callable[[str], Any], expected: Text) -> Decoder:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.ScalarNode) or node.tag != tag:
            return reading.problem(node, "type", expected)
        if any(is_unsafe(character) for character in node.value):
            return reading.problem(
                node, "character", Text("转义出的控制字符不允许", "an escaped control character")
            )
        try:
            return convert(node.value)
        except ValueError:
            return reading.problem(node, "type", expected)

    return read


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("empty")
    return text


def _null(node: yaml.Node, reading: Reading) -> Any:
    return (
        None
        if node.tag.endswith(":null")
        else reading.problem(node, "type", Text("应为空", "should be empty"))
    )


_SCALARS: dict[Any, Decoder] = {
    str: _scalar(
        "tag:yaml.org,2002:str",
        _filled,
        Text("应为文字，不能为空（数字请加引号）", "should be text, not empty (quote a number)"),
    ),
    int: _scalar("tag:yaml.org,2002:int", int, Text("应为整数", "should be a whole number")),
    bool: _scalar(
        "tag:yaml.org,2002:bool", "true".__eq__, Text("应为 true 或 false", "should be true or false")
    ),
    type(None): _null,
}


def _choice(choices: tuple[str, ...]) -> Decoder:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.value in choices:
            return node.value
        listed = ", ".join(choices)
        return reading.problem(node, "choice", Text(f"应为其一：{listed}", f"should be one of: {listed}"))

    return read


def _sequence(item: Decoder) -> Decoder:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return reading.problem(node, "type", Text("应为列表", "should be a list"))
        values = [item(child, reading) for child in node.value]
        return MISSING if any(value is MISSING for value in values) else tuple(values)

    return read


def _union(decoders: tuple[Decoder, ...], choices: tuple[Any, ...]) -> Decoder:
    """The choice whose YAML shape the node has; the first one's problem where none has."""

    def read(node: yaml.Node, reading: Reading) -> Any:
        for decoder, choice in zip(decoders, choices, strict=True):
            if _has_shape(node, choice):
                return decoder(node, reading)
        return decoders[0](node, reading)

    return read


def _has_shape(node: yaml.Node, choice: Any) -> bool:
    if choice is type(None):
        return node.tag.endswith(":null")
    if choice is str or choice is int:
        return node.tag.endswith(":str" if choice is str else ":int")
    if get_origin(choice) is tuple:
        return isinstance(node, yaml.SequenceNode)
    return isinstance(node, yaml.MappingNode)


def _text(node: yaml.Node, reading: Reading) -> Any:
    words = _mapping(node, reading, {"zh": _decoder(str), "en": _decoder(str)}, {"zh", "en"})
    if words is MISSING:
        return MISSING
    return Text(words["zh"].strip(), words["en"].strip())


def _record(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    fields = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    required = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def read(node: yaml.Node, reading: Reading) -> Any:
        values = _mapping(node, reading, fields, required)
        if values is MISSING:
            return MISSING
        item = kind(**values)
        reading.begin(item, node)
        return item

    return read


def _mapping(node: yaml.Node, reading: Reading, fields: dict[str, Decoder], required: set[str]) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return reading.problem(node, "type", Text("应为“键: 值”", "should be key: value pairs"))
    values: dict[str, Any] = {}
    failed = False
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key not in fields:
            reading.problem(key_node, "key", _unknown(str(key), tuple(fields)))
            failed = True
        elif key in values:
            reading.problem(key_node, "key", Text(f"重复的键：{key}", f"the key is given twice: {key}"))
            failed = True
        else:
            values[key] = fields[key](value_node, reading)
    for key in sorted(required - values.keys()):
        reading.problem(node, "key", Text(f"缺少：{key}", f"missing: {key}"))
        failed = True
    return MISSING if failed or any(value is MISSING for value in values.values()) else values


def _unknown(key: str, known: tuple[str, ...]) -> Text:
    import difflib  # noqa: PLC0415 - only when something is wrong

    near = difflib.get_close_matches(key, known, 1)
    zh, en = (f"，是否 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")
    return Text(f"未知的键：{key}{zh}", f"unknown key: {key}{en}")
