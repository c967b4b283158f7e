"""What fuzzing begins with: the project's own data, cut to the size of an input, and the words in it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from cqdash.dataset import bundled, load
from cqdash.dataset.document import compose
from cqdash.language.rules import Rule
from cqdash.quantity.printed import PREFIXES, SUFFIXES
from cqdash.quantity.units import UNITS
from example_city import CITY
from fuzz.mutate import VALUE
from told import SOUND
from trees import tree

LONGEST = {"loader": 2048, "quantity": 128}
"""No input is longer, in bytes."""
MOST_VALUES = 400
EVERY = 6
"""Of the items of the bundled files, every sixth is a seed."""
SMALL = """\
publications:
  - id: paper
    title: {zh: 报, en: Paper}
    date: {zh: 一月, en: January}
    note: {zh: 说明, en: A note}
    articles: [{id: story, title: {zh: 文, en: Story}, paragraphs: [[1]]}]
tab: {order: 1, title: {zh: 页, en: Tab}, about: {zh: 页, en: Tab}, headline: [firms], sections: []}
records:
  - {id: firms, label: {zh: 企业, en: Firms}, article: story, line: 1, printed: 8家}
"""
SECTIONS = (
    "{id: chart, kind: chart, title: {zh: 图, en: Chart}, "
    "form: bars, beside: table, rows: [{label: {zh: 今, en: Now}, cells: [firms]}, "
    "{label: {zh: 昔, en: Then}, cells: [before]}, {label: {zh: 另, en: Other}, cells: [many@2024]}]}",
    "{id: list, kind: list, title: {zh: 列, en: List}, groups: [{record: firms, items: [growth, day]}]}",
    "{id: rest, kind: rest, title: {zh: 其余, en: Rest}}",
    "{id: n, kind: notes, title: {zh: 须知, en: Notes}}",
    "{id: trends, kind: trends, title: {zh: 势, en: Trends}, series: [many]}",
    "{id: implied, kind: implied, title: {zh: 得, en: Implied}}",
    "{id: findings, kind: findings, title: {zh: 核, en: Findings}}",
)
LISTED = re.compile(r"^([a-z]+):\n((?:  .*\n| *#.*\n|\n)+)", re.MULTILINE)
ITEM = re.compile(r"^  - .*\n(?:    .*\n)*", re.MULTILINE)
LINE = re.compile(r"line: (?:\d+|\[[^]]*\])")
SHORT = 500
"""Bytes of an item that is no longer than most."""
NUMERALS = "〇零一二两三四五六七八九十百千万亿余多"
HOSTILE = [
    "\x1b[2J",
    "\u202e",
    "\ufeff",
    "\x00",
    '"\\e]52"',
    "&a",
    "*a",
    "!!str",
    "--- ",
    "...",
    "|-",
    ">+",
    "%YAML 1.1",
    "? ",
]


def seeds(target: str) -> Iterator[bytes]:
    """The inputs that a target begins with."""
    yield from (text.encode() for text in (_files() if target == "loader" else sorted(_printed())))


def words(target: str) -> list[str]:
    """The words that an input is made odd with."""
    if target == "quantity":
        return sorted(
            {
                *PREFIXES,
                *SUFFIXES,
                *UNITS,
                *NUMERALS,
                *"0123456789.,到至—-~年月日底初中",
                "第",
                "连续",
                "每年",
            }
            - {""}
        )
    keys = {key for file in _bundled() for key in re.findall(r"([a-z_]+):", file)}
    ids = {
        "firms",
        "growth",
        "day",
        "before",
        "many",
        "many@2024",
        "story",
        "paper",
        "bureau",
        "tab",
        "table",
    }
    return sorted(
        {
            *keys,
            *ids,
            *(rule.id for rule in Rule),
            *sorted(_printed())[::20],
            *HOSTILE,
            "true",
            "~",
            "[]",
            "{}",
        }
    )


def values() -> dict[str, list[str]]:
    """What stands after each key, in the project's own data."""
    found: dict[str, set[str]] = {}
    for text in (SOUND, CITY, *_bundled()):
        for key, value in VALUE.findall(text):
            found.setdefault(key, set()).add(value)
    return {key: sorted(each)[:MOST_VALUES] for key, each in sorted(found.items())}


def dictionary(target: str) -> str:
    """The same words in libFuzzer's own form."""
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words(target))
    return "".join(f'"{word}"\n' for word in escaped)


def _files() -> Iterator[str]:
    yield SMALL
    yield SOUND
    for section in SECTIONS:
        yield SOUND.replace("records: [firms]}\n", f"records: [firms]}}\n    - {section}\n", 1)
    yield from _small_schemes()
    for key, item in _items():
        head = f"\n{key}:\n"
        yield SMALL.replace(head, head + item, 1) if head in SMALL else SMALL + head[1:] + item


def _small_schemes() -> Iterator[str]:
    """The invented city's rules with one item and what it needs."""
    whole = tree(compose("city", CITY))
    for item in whole["scheme"]["items"]:
        made: dict[str, Any] = copy.deepcopy(whole)
        scheme = made["scheme"]
        scheme["items"] = [item]
        scheme["rules"] = [rule for rule in scheme["rules"] if rule["items"] == [item["id"]]]
        kinds = {rule["kind"] for rule in scheme["rules"]}
        scheme["ceilings"] = [ceiling for ceiling in scheme["ceilings"] if ceiling["kind"] in kinds]
        text = json.dumps(scheme["rules"] + scheme["ceilings"] + scheme["conditions"] + scheme["items"])
        made["records"] = [record for record in made["records"] if record["id"] in text + "city-registered"]
        yield json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _items() -> Iterator[tuple[str, str]]:
    """Some items of the bundled files and their keys, printed where the small file has a line."""
    found = [
        (key, LINE.sub("line: 1", re.sub(r"article: \S+", "article: story", item)))
        for file in _bundled()
        for key, items in LISTED.findall(file)
        for item in ITEM.findall(items)
        if len(item.encode()) <= SHORT
    ]
    yield from found[::EVERY]


def _bundled() -> list[str]:
    return [
        each.read_text("utf-8")
        for each in sorted(bundled().iterdir(), key=str)
        if each.name.endswith(".yaml")
    ]


def _printed() -> set[str]:
    """Every figure and every date that the bundled data has."""
    dataset = load()
    figures = {figure.printed for figure in dataset.quantities.values()}
    return figures | {day.printed for day in dataset.dates.values()}
