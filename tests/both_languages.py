"""What is said in two languages: every text of the code and of a dataset, and what may stand in which."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from cqdash.dataset import Dataset
from cqdash.export import ENDINGS
from cqdash.language import Text
from cqdash.language.colour import THEMES
from cqdash.language.rules import Rule
from cqdash.subsidy.beginning import example, example_text
from cqdash.subsidy.rulebook import rulebook
from cqdash.tui.commands import BY_ID, COMMANDS
from cqdash.tui.key_names import NAMED, SHOWN

SOURCE = Path(__file__).parents[1] / "src" / "cqdash"

HAN = re.compile(r"[\u3400-\u9fff]")
CHINESE = re.compile(f"{HAN.pattern}+")
LATIN = re.compile(r"[A-Za-z]{3,}")
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
    elif isinstance(found, Struct):
        for name in found.__struct_fields__:
            yield from texts_of_data(getattr(found, name), f"{place}.{name}")
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


def latin_words(dataset: Dataset, typed: Iterable[str] = ()) -> set[str]:
    """What may be in Latin letters in Chinese: what Chinese texts say so, printed words, keys, ids, files."""
    chinese = (each.zh or "" for each in (*texts_of_code(), *texts_of_data(dataset)))
    ids = (*dataset.tabs, *ids_in((*dataset.schemes.values(), *dataset.sheets.values())), *THEMES)
    rules = (rule.id for rule in Rule)
    keys = (*NAMED, *SHOWN.values(), *(each.key_shown for each in COMMANDS))
    of_files = (*ENDINGS.values(), *(line.partition("#")[0] for line in example_text().splitlines()))
    every = (*chinese, *printed_or_typed(dataset), *ids, *rules, *keys, *of_files, *typed)
    return {word for text in every for word in LATIN.findall(text)}


def ids_in(found: object) -> Iterator[str]:
    """The ids of a scheme or a sheet and of everything in it, which an application file uses."""
    if isinstance(found, tuple):
        for each in found:
            yield from ids_in(each)
    elif isinstance(found, Struct):
        yield from (str(value) for value in (getattr(found, "id", None),) if value)
        for name in found.__struct_fields__:
            yield from ids_in(getattr(found, name))


def chinese_words(dataset: Dataset) -> set[str]:
    """What may be in Chinese in English: printed words, an applicant’s name, the name of the language."""
    return {run for text in printed_or_typed(dataset) for run in CHINESE.findall(text)}


def printed_or_typed(dataset: Dataset) -> Iterator[str]:
    """What is the same in both languages."""
    yield from (record.printed for record in dataset.records.values())
    for scheme in dataset.schemes.values():
        application = example(rulebook(dataset, scheme))
        for answers in (application.applicant, *application.projects):
            yield str(answers.get("name"))
    yield BY_ID["language"].name.en


def strange(seen: dict[str, str], words: re.Pattern[str], known: set[str]) -> list[tuple[str, str, str]]:
    """Words that were seen and are none of those that may be, nor what the edge of a field left of them."""
    found = {
        word: (at, word, line)
        for at, text in seen.items()
        for line in text.splitlines()
        for word in words.findall(line)
        if word not in known
    }
    return [
        found[word]
        for word in found
        if not any(each.startswith(word) or each.endswith(word) for each in known)
    ]
