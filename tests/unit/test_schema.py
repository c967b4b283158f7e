"""The schema that editors read says of a data file what the loader says of its keys and types."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import CompareGolden
from cqdash.dataset.document import compose
from cqdash.dataset.read_file import read_file
from cqdash.dataset.schema import FIRST_LINE, schema, schema_text
from cqdash.language.rules import Rule
from example_city import CITY
from told import SOUND
from trees import alter, tree

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(DATA.glob("*.yaml"))
SCHEMA = schema()
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None),
}  # fmt: skip
SHAPE = {
    Rule.UNKNOWN_KEY,
    Rule.MISSING_KEY,
    Rule.WRONG_TYPE,
    Rule.WRONG_CHOICE,
    Rule.BAD_ID,
    Rule.BAD_NUMBER,
    Rule.BAD_LINE,
    Rule.BAD_YEAR,
}
# What YAML 1.2, which editors read, takes for something else than text.
NOT_TEXT_IN_YAML_1_2 = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL|~|"
)


def faults(value: Any, of: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where a value is not as a schema has it: as much of JSON Schema as ours uses, and no word more."""
    assert of.keys() <= {"$schema", "$defs", "title", "description", *USED}, of.keys()
    if "$ref" in of:
        yield from faults(value, SCHEMA["$defs"][of["$ref"].removeprefix("#/$defs/")], at)
        return
    if "anyOf" in of:
        if all(any(faults(value, each, at)) for each in of["anyOf"]):
            yield f"{at}: none of several"
        return
    if "enum" in of:
        if value not in of["enum"]:
            yield f"{at}: not listed"
        return
    if not isinstance(value, TYPES[of["type"]]) or (of["type"] == "integer" and isinstance(value, bool)):
        yield f"{at}: not {of['type']}"
    elif isinstance(value, dict):
        assert of["additionalProperties"] is False
        yield from (f"{at}: unknown {key}" for key in value.keys() - of["properties"].keys())
        yield from (f"{at}: missing {key}" for key in set(of["required"]) - value.keys())
        for key in value.keys() & of["properties"].keys():
            yield from faults(value[key], of["properties"][key], f"{at}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from faults(each, of["items"], f"{at}[{number}]")
    elif isinstance(value, str) and not re.search(of["pattern"], value):
        yield f"{at}: empty"
    elif of["type"] == "integer" and not of["minimum"] <= value <= of["maximum"]:
        yield f"{at}: out of range"


USED = (
    "$ref", "anyOf", "enum", "type", "properties", "required", "additionalProperties", "items", "pattern",
    "minimum", "maximum",
)  # fmt: skip


def test_the_schema_beside_the_data_is_what_the_record_types_make(golden: CompareGolden) -> None:
    golden("../../data/schema.json", schema_text())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_data_file_names_the_schema_and_keeps_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(FIRST_LINE + "\n")
    assert list(faults(tree(compose(path.name, text)), SCHEMA)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_reads_the_same_text_in_a_data_file_as_the_loader(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = [
        event.value
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if isinstance(event, yaml.ScalarEvent) and event.implicit[0]
    ]
    ours = {"true", "false", "~", "null", ""}
    taken = [word for word in plain if NOT_TEXT_IN_YAML_1_2.fullmatch(word) and word not in ours]
    assert [word for word in taken if not re.fullmatch(r"-?(0|[1-9][0-9]*)", word)] == []


def test_the_schema_is_read_by_every_description_it_gives() -> None:
    described = [SCHEMA, *SCHEMA["$defs"].values()]
    assert all(each["description"] and "\n" not in each["description"] for each in described)
    assert {"Record", "Tab", "Section", "Scheme", "Sheet", "Check"} <= SCHEMA["$defs"].keys()


@settings(max_examples=200)
@given(st.randoms(use_true_random=False))
def test_schema_and_loader_refuse_the_same_keys_and_types(random: Random) -> None:
    files = {"tab.yaml": copy.deepcopy(random.choice(TREES))}
    for _ in range(random.randint(1, 3)):
        alter(files, random)
    _, reading = read_file("tab.yaml", json.dumps(files["tab.yaml"]).encode())
    told = [problem for problem in reading.problems if problem.rule in SHAPE]
    # The schema knows nothing of characters, and one that is not allowed hides what else is wrong.
    if len(told) == len(reading.problems):
        assert bool(told) == any(faults(files["tab.yaml"], SCHEMA)), [problem.to("en") for problem in told]


TREES = [
    tree(compose(name, text))
    for name, text in {
        "sound": SOUND,
        "a scheme": CITY,
        "a sheet": (DATA / "sme-service.yaml").read_text(encoding="utf-8"),
        "a series": (DATA / "background.yaml").read_text(encoding="utf-8"),
    }.items()
]
