"""What is said in two languages: every text of the code and of a dataset, and what may stand in which."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cqdash.language import Text

SOURCE = Path(__file__).parents[1] / "src" / "cqdash"

HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z’]{2,} [a-z’]{2,}")
"""Two English words of a sentence; a name has capitals, a key or an id stands alone."""
PLACE = re.compile(r"\{[^{}]*\}")
UNREADABLE = "{…}"
"""What stands for a value that only the running program knows."""


class Said(NamedTuple):
    """Where a text stands, and both its sides; None for a side that is no literal."""

    place: str
    zh: str | None
    en: str | None


def texts_of_code() -> Iterator[Said]:
    """Every `Text(…)` and `same(…)` written anywhere in the program."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = f"{path.relative_to(SOURCE)}:{node.lineno}"
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
                if node.func.id == "Text" and len(given) == 2:
                    yield Said(place, literal(given[0]), literal(given[1]))
                elif node.func.id == "same":
                    yield Said(place, literal(given[0]), literal(given[0]))


def texts_of_data(found: object, place: str = "") -> Iterator[Said]:
    """Every text in records, tabs, notes, rules, forms and whatever else a dataset holds."""
    if isinstance(found, Text):
        yield Said(place, found.zh, found.en)
    elif dataclasses.is_dataclass(found):
        for field in dataclasses.fields(found):
            yield from texts_of_data(getattr(found, field.name), f"{place}.{field.name}")
    elif isinstance(found, dict):
        for key, value in found.items():
            yield from texts_of_data(value, f"{place}[{key}]")
    elif isinstance(found, tuple):
        for number, value in enumerate(found):
            yield from texts_of_data(value, f"{place}[{getattr(value, 'id', number)}]")


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the program."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def literal(node: ast.expr) -> str | None:
    """A string as it is written, a value within it as `{…}`; None for what is no string."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or UNREADABLE for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = literal(node.left), literal(node.right)
        return None if left is None and right is None else f"{left or UNREADABLE}{right or UNREADABLE}"
    return None
