"""`cqdash find`: figures by words or digits, each with how sure it is and its citation."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from cqdash.analysis import analyse
from cqdash.cli.data import load_asked
from cqdash.cli.deliver import deliver
from cqdash.cli.export import NARROWEST, WIDEST
from cqdash.cli.printing import refuse
from cqdash.dataset import Dataset
from cqdash.files.settings import printable
from cqdash.language import Language, Text, analysis, overlay
from cqdash.language import command_line as call_words
from cqdash.language import find as words
from cqdash.language import words as detail_words
from cqdash.quantity import Interval, decimal_text
from cqdash.tabs.blocks import Field
from cqdash.tabs.citation import citation_of
from cqdash.tabs.detail import details
from cqdash.tabs.search import Found, search

DEFAULT_WIDTH, MEASURE = 80, 100
INDENT = "  "
ADDRESS = re.compile(r" (https?://[^；\s]+?)(?:；|; |$)")
HOW_SURE = (
    detail_words.AS_PRINTED,
    detail_words.EXACT_VALUE,
    analysis.READ_AS,
    analysis.FORMULA,
    detail_words.INTERVAL,
    detail_words.QUALIFIER,
    detail_words.READINGS,
    detail_words.PERIOD,
    detail_words.STATUS,
    overlay.DATA_FILE,
)
"""The fields of a detail that say how sure a figure is."""


def find(parsed: argparse.Namespace, language: Language) -> int:
    """Print what is found, the best first; gives the exit code. Raises BadDataset."""
    query = " ".join(printable(" ".join(parsed.words)).split())
    if not query:
        return refuse(words.NO_WORDS, language)
    if parsed.width is not None and not NARROWEST <= parsed.width <= WIDEST:
        return refuse(call_words.BAD_WIDTH, language)
    dataset = load_asked(parsed, language)
    found = search(dataset, query)
    if parsed.format == "json":
        content = as_json(dataset, query, found)
    else:
        content = as_text(dataset, query, found, language, parsed.width or _width())
    return deliver(content, parsed, language)


def as_text(dataset: Dataset, query: str, found: list[Found], language: Language, width: int) -> str:
    """Each thing found in a few lines of at most `width` cells, ending with a newline."""
    from cqdash.export.wrap import hang, wrap  # noqa: PLC0415 - Rich only for text

    if not found:
        return "\n".join(wrap(words.NOTHING.fill(query=query).to(language), width)) + "\n"
    lines = wrap(words.FOUND.fill(query=query, n=len(found)).to(language), width)
    for each in found:
        lines += ["", *hang(_head(each, language), width, "", INDENT * 2)]
        for said in _below(dataset, each):
            if said.value.to(language) == each.shown.to(language):
                continue
            first, *more = _copyable(_named(said).to(language))
            lines += hang(first, width, INDENT, INDENT * 2)
            for line in more:
                is_address = line.startswith("http")
                lines += [INDENT * 2 + line] if is_address else hang(line, width, INDENT * 2, INDENT * 2)
    return "\n".join(lines) + "\n"


def as_json(dataset: Dataset, query: str, found: list[Found]) -> str:
    """What is found with its exact intervals, in both languages, ending with a newline."""
    told = {"query": query, "found": [_data(dataset, each) for each in found]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _width() -> int:
    """The terminal's width where there is one to read on."""
    if sys.stdout is None or not sys.stdout.isatty():
        return DEFAULT_WIDTH
    return max(NARROWEST, min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, MEASURE))


def _head(found: Found, language: Language) -> str:
    label, shown = found.label.to(language), found.shown.to(language)
    return label if not shown or shown == label else words.NAMED.fill(name=label, value=shown).to(language)


def _below(dataset: Dataset, found: Found) -> Iterator[Field]:
    """How sure it is, where it stands, and by which names it is known."""
    detail = details(dataset, (found.id,))[0]
    if found.id in dataset.checks:
        finding = analyse(dataset).finding(found.id)
        yield Field(analysis.ARITHMETIC, finding.arithmetic)
        if finding.meaning:
            yield Field(analysis.MEANING, finding.meaning)
    for field in detail.fields:
        is_year = found.id in dataset.series and field.name.en.isdecimal()
        if is_year or field.name in HOW_SURE:
            yield field
    if cited := citation_of(dataset, (found.id,)):
        yield Field(detail_words.SOURCE, cited)
    yield Field(words.TAB, words.KNOWN_AS.fill(tab=dataset.tabs[found.tab].title, id=found.id))


def _named(field: Field) -> Text:
    return words.NAMED.fill(name=field.name, value=field.value)


def _copyable(text: str) -> list[str]:
    """A citation with each address on a line of its own, which is never wrapped."""
    return [part for part in ADDRESS.split(text) if part]


def _data(dataset: Dataset, found: Found) -> dict[str, Any]:
    record = dataset.records.get(found.id)
    quantity = dataset.quantities.get(found.id)
    unit = dataset.unit_of(found.id) if record or found.id in dataset.relations else None
    exact = quantity.value if quantity else None
    return {
        "id": found.id,
        "tab": found.tab,
        "label": _text(found.label),
        "shown": _text(found.shown),
        "status": found.status,
        "rank": found.rank,
        "printed": record.printed if record else None,
        "value": None if exact is None else decimal_text(exact),
        "unit": unit.base if unit else None,
        "intervals": [
            {"reading": reading, **_interval(interval)} for reading, interval in _intervals(dataset, found.id)
        ],
        "qualifier": quantity.qualifier if quantity else None,
        "citation": _text(citation_of(dataset, (found.id,))),
        "said": [{"name": _text(each.name), "value": _text(each.value)} for each in _below(dataset, found)],
    }


def _intervals(dataset: Dataset, identifier: str) -> Iterator[tuple[str | None, Interval]]:
    """What a figure may be; each reading of an implied value by its name."""
    if identifier in dataset.relations:
        for reading in analyse(dataset).implied(identifier).readings:
            yield reading.name, reading.interval
    elif (quantity := dataset.quantities.get(identifier)) and quantity.interval:
        yield None, quantity.interval


def _interval(interval: Interval) -> dict[str, Any]:
    return {
        "low": _number(interval.low),
        "high": _number(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def _number(number: Fraction | None) -> str | None:
    """An exact decimal; a fraction where none writes it."""
    if number is None:
        return None
    try:
        return decimal_text(number)
    except ValueError:
        return str(number)


def _text(text: Text | None) -> dict[str, str] | None:
    return text._asdict() if text else None
