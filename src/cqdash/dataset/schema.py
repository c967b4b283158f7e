"""The form of a data file as a JSON Schema, for editors: made from the record types themselves."""

from __future__ import annotations

import inspect
import json
import types
import typing
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct, structs

from cqdash.dataset.data_file import DataFile
from cqdash.dataset.ids import KEY, PATTERN
from cqdash.dataset.whole import ANY, Bounds
from cqdash.language import Text

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILE = "schema.json"
"""What it is called beside the data files."""
FIRST_LINE = f"# yaml-language-server: $schema={FILE}"
"""The line of a data file by which an editor finds it."""
FILLED = {"type": "string", "pattern": r"\S"}
ID = {"type": "string", "pattern": PATTERN}


def schema_text() -> str:
    """The schema as a file holds it, ending with a newline."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The schema of a data file: every key there is, and what may stand there.

    It says what the types say. Whether ids exist and figures read is told by `cqdash check`.
    """
    kinds: dict[type, str] = {}
    form = _record(DataFile, kinds)
    described: dict[str, Any] = {}
    while len(described) < len(kinds):
        for kind, name in list(kinds.items()):
            if name not in described:
                described[name] = _text() if kind is Text else _record(kind, kinds)
    return {"$schema": DRAFT, "title": "cqdash", **form, "$defs": dict(sorted(described.items()))}


def _form(kind: Any, kinds: dict[type, str]) -> dict[str, Any]:
    """The schema of a type; record types are named in `kinds` and described once."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_form(part, kinds) for part in parts]}
    if origin is tuple:
        return {"type": "array", "items": _form(parts[0], kinds)}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is Annotated:
        return _whole(parts[1])
    if kind is Text or issubclass(kind, Struct):
        return {"$ref": f"#/$defs/{_named(kind, kinds)}"}
    return {str: FILLED, int: _whole(ANY), bool: {"type": "boolean"}, type(None): {"type": "null"}}[kind]


def _named(kind: Any, kinds: dict[type, str]) -> str:
    """The name of a record type, with its module's where another type has the same."""
    if kind not in kinds:
        is_taken = kind.__name__ in kinds.values()
        kinds[kind] = f"{kind.__module__.rpartition('.')[2]}-{kind.__name__}" if is_taken else kind.__name__
    return kinds[kind]


def _record(kind: Any, kinds: dict[type, str]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = structs.fields(kind)
    return {
        "description": inspect.cleandoc(kind.__doc__ or "").split("\n\n", maxsplit=1)[0].replace("\n", " "),
        "type": "object",
        "properties": {
            field.name: ID if field.name == KEY and hints[KEY] is str else _form(hints[field.name], kinds)
            for field in fields
        },
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _text() -> dict[str, Any]:
    return {
        "description": "中英文都要有。Words in both languages.",
        "type": "object",
        "properties": {"zh": FILLED, "en": FILLED},
        "required": ["zh", "en"],
        "additionalProperties": False,
    }


def _whole(bounds: Bounds) -> dict[str, Any]:
    return {"type": "integer", "minimum": bounds.low, "maximum": bounds.high}
