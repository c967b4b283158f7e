"""YAML nodes to record types, by the types' own annotations, collecting every problem with its place."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import yaml
from msgspec import Struct, structs

from cqdash.dataset.ids import KEY, is_id
from cqdash.dataset.problems import clipped
from cqdash.dataset.reading import MISSING, Reading
from cqdash.dataset.whole import ANY, Bounds
from cqdash.language import Text
from cqdash.language import data_file as words
from cqdash.language.characters import first_unsafe, named
from cqdash.language.rules import Rule

T = TypeVar("T")
Decoder = Callable[[yaml.Node, Reading], Any]


def decode(node: yaml.Node, kind: type[T], reading: Reading) -> T | None:
    """The node as `kind`, or None with the problems in `reading`.

    A kind that sets `keeps_sound_parts` is decoded without what is wrong in it, as far as it can be.
    """
    value = _decoder(typing.cast(Any, kind))(node, reading)
    return None if value is MISSING else value


@functools.cache
def _decoder(kind: Any) -> Decoder:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _sequence(_decoder(get_args(kind)[0]))
    if origin is Literal:
        return _choice(get_args(kind))
    if origin is Annotated:
        return _whole(get_args(kind)[1])
    if kind is Text:
        return _text
    if issubclass(kind, Struct):
        return _record(kind)
    return _SCALARS[kind]


def _scalar(tag: str, convert: Callable[[str], Any], expected: Text) -> Decoder:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.ScalarNode) or node.tag != tag:
            return reading.problem(node, Rule.WRONG_TYPE, expected)
        if bad := first_unsafe(node.value):
            return reading.problem(node, Rule.BAD_CHARACTER, words.ESCAPED_CHARACTER.fill(name=named(bad)))
        try:
            return convert(node.value)
        except ValueError:
            return reading.problem(node, Rule.WRONG_TYPE, expected)

    return read


def _filled(text: str) -> str:
    if not text or text.isspace():
        raise ValueError("empty")
    return text


def _whole(bounds: Bounds) -> Decoder:
    low, high = bounds.low, bounds.high
    expected = words.OUT_OF_RANGE.fill(low=f"{low:,}", high=f"{high:,}")
    digits = max(len(str(low)), len(str(high)))

    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:int":
            return reading.problem(node, Rule.WRONG_TYPE, words.NOT_WHOLE)
        if len(node.value) > digits or not low <= (value := int(node.value)) <= high:
            return reading.problem(node, bounds.rule, expected)
        return value

    return read


def _null(node: yaml.Node, reading: Reading) -> Any:
    return None if node.tag.endswith(":null") else reading.problem(node, Rule.WRONG_TYPE, words.NOT_EMPTY)


_SCALARS: dict[Any, Decoder] = {
    str: _scalar("tag:yaml.org,2002:str", _filled, words.NOT_TEXT),
    int: _whole(ANY),
    bool: _scalar("tag:yaml.org,2002:bool", "true".__eq__, words.NOT_TRUE_FALSE),
    type(None): _null,
}


def _id(node: yaml.Node, reading: Reading) -> Any:
    value = _SCALARS[str](node, reading)
    if value is MISSING or is_id(value):
        return value
    return reading.problem(node, Rule.BAD_ID, words.NOT_AN_ID)


def _choice(choices: tuple[str, ...]) -> Decoder:
    expected = words.NOT_ONE_OF.fill(choices=", ".join(choices))

    def read(node: yaml.Node, reading: Reading) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.value in choices:
            return node.value
        return reading.problem(node, Rule.WRONG_CHOICE, expected)

    return read


def _sequence(item: Decoder, *, keeps_sound_parts: bool = False) -> Decoder:
    def read(node: yaml.Node, reading: Reading) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            return reading.problem(node, Rule.WRONG_TYPE, words.NOT_LIST)
        values = []
        for child in node.value:
            value = item(child, reading)
            if value is MISSING and keeps_sound_parts:
                reading.lose(child)
            else:
                values.append(value)
        return MISSING if any(value is MISSING for value in values) else tuple(values)

    return read


def _union(choices: tuple[Any, ...]) -> Decoder:
    """The choice whose YAML shape the node has; the problem of the likeliest one where none has."""
    decoders = [_decoder(choice) for choice in choices]

    def read(node: yaml.Node, reading: Reading) -> Any:
        for decoder, choice in zip(decoders, choices, strict=True):
            if _has_shape(node, choice):
                return decoder(node, reading)
        likely = str if isinstance(node, yaml.ScalarNode) and str in choices else choices[0]
        return _decoder(likely)(node, reading)

    return read


def _has_shape(node: yaml.Node, choice: Any) -> bool:
    if choice is type(None):
        return node.tag.endswith(":null")
    if get_origin(choice) is Annotated:
        choice = get_args(choice)[0]
    if choice is str or choice is int:
        return node.tag.endswith(":str" if choice is str else ":int")
    if get_origin(choice) is tuple:
        return isinstance(node, yaml.SequenceNode)
    return isinstance(node, yaml.MappingNode)


def _text(node: yaml.Node, reading: Reading) -> Any:
    said, is_sound = _mapping(node, reading, {"zh": _decoder(str), "en": _decoder(str)}, {"zh", "en"})
    return Text(said["zh"].strip(), said["en"].strip()) if is_sound else MISSING


def _record(kind: Any) -> Decoder:
    keeps = getattr(kind, "keeps_sound_parts", False)
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = {field.name: _decoder(hints[field.name]) for field in structs.fields(kind)}
    if hints.get(KEY) is str:
        fields[KEY] = _id
    if keeps:
        for name in fields:
            item = get_args(hints[name])[0] if get_origin(hints[name]) is tuple else None
            if isinstance(item, type) and issubclass(item, Struct):
                fields[name] = _sequence(_decoder(item), keeps_sound_parts=True)
    required = {field.name for field in structs.fields(kind) if field.required}

    def read(node: yaml.Node, reading: Reading) -> Any:
        values, is_sound = _mapping(node, reading, fields, required, keeps)
        if not is_sound and not (keeps and required <= values.keys()):
            return MISSING
        item = kind(**values)
        reading.begin(item, node)
        return item

    return read


def _mapping(
    node: yaml.Node, reading: Reading, fields: dict[str, Decoder], required: set[str], keeps: bool = False
) -> tuple[dict[str, Any], bool]:
    """The values that could be decoded, and whether those are all there should be."""
    if not isinstance(node, yaml.MappingNode):
        reading.problem(node, Rule.WRONG_TYPE, words.NOT_PAIRS)
        return {}, False
    values: dict[str, Any] = {}
    is_sound = True
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key_node, yaml.ScalarNode) or key not in fields:
            _unknown(key_node, tuple(fields), reading)
        elif key in values:
            reading.problem(key_node, Rule.DUPLICATE_KEY, words.DUPLICATE_KEY.fill(key=key))
        else:
            values[key] = fields[key](value_node, reading)
            if values[key] is not MISSING:
                continue
        is_sound = False
        if keeps:
            reading.lose(value_node)
    for key in sorted(required - values.keys()):
        reading.problem(node, Rule.MISSING_KEY, words.MISSING_KEY.fill(key=key))
        is_sound = False
    if not is_sound:
        values = {key: value for key, value in values.items() if value is not MISSING}
    return values, is_sound


def _unknown(node: yaml.Node, known: tuple[str, ...], reading: Reading) -> None:
    if not isinstance(node, yaml.ScalarNode):
        reading.problem(node, Rule.WRONG_TYPE, words.KEY_NOT_TEXT)
    elif bad := first_unsafe(node.value):
        reading.problem(node, Rule.BAD_CHARACTER, words.ESCAPED_CHARACTER.fill(name=named(bad)))
    elif not reading.is_full:
        from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

        key = clipped(node.value, 60)
        found = get_close_matches(key, known, 1)
        near = words.NEAR.fill(near=found[0]) if found else ""
        reading.problem(node, Rule.UNKNOWN_KEY, words.UNKNOWN_KEY.fill(key=key, near=near))
