"""Whether what a file declares to follow, or to hold, can be worked out at all."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cqdash.dataset.data_file import DataFile
from cqdash.dataset.model import Dataset
from cqdash.dataset.relations import TAKES, Check, Relation, Term
from cqdash.dataset.series import Series
from cqdash.language import Text
from cqdash.language.units import bases_named, inputs_named
from cqdash.quantity import POINTS, Quantity, Unreadable, read
from cqdash.quantity.units import Base

Fault = tuple[object, str, Text]
"""What is at fault, the rule, and what is wrong."""
DEEPEST = 20
"""How many values may rest on one another in a row."""


def analysis_faults(data: DataFile, dataset: Dataset) -> Iterator[Fault]:
    """What is wrong with the series, the relations and the checks of a file."""
    for series in data.series:
        yield from _series(series, dataset)
    for relation in data.implied:
        yield from _relation(relation, dataset)
    for check in data.checks:
        yield from _check(check, dataset)
    declared: list[Series | Relation | Check] = [*data.series, *data.implied, *data.checks]
    for item in declared:
        tab = item.tab or dataset.tab_of[item.id]
        if tab not in dataset.tabs:
            yield item, "reference", Text(f"没有这一页：{tab}", f"no such tab: {tab}")


def _series(series: Series, dataset: Dataset) -> Iterator[Fault]:
    years = [observation.year for observation in series.observations]
    if not years or any(later <= earlier for earlier, later in pairwise(years)):
        yield series, "year", Text("年份应由早到晚，各一次", "years should go up, each given once")
    units = set()
    for observation in series.observations:
        if (observation.implied is None) == (observation.printed is None or observation.source is None):
            message = Text(
                f"{observation.year} 年要有 printed 和 source，或只有 implied",
                f"{observation.year} needs printed and source, or implied alone",
            )
            yield series, "observation", message
        elif observation.source and observation.source not in dataset.background_sources:
            yield series, "reference", _unknown("来源", "source", observation.source)
        elif observation.implied and observation.implied not in dataset.relations:
            yield series, "reference", _unknown("推算值", "implied value", observation.implied)
        elif not _is_endless(series.observation_id(observation), dataset):
            if _has_two_readings(series.observation_id(observation), dataset):
                yield series, "observation", _two_readings(series.observation_id(observation))
            unit = dataset.unit_of(series.observation_id(observation))
            units.add(unit.printed if unit else "")
            quantity = dataset.quantities.get(series.observation_id(observation))
            if quantity and (
                quantity.interval is None or None in (quantity.interval.low, quantity.interval.high)
            ):
                message = Text(
                    f"序列里要有上下界：{quantity.printed}",
                    f"a series takes bounded values: {quantity.printed}",
                )
                yield series, "observation", message
    if len(units) > 1:
        said = ", ".join(sorted(units))
        yield series, "unit", Text(f"单位不一：{said}", f"more than one unit: {said}")


def _relation(relation: Relation, dataset: Dataset) -> Iterator[Fault]:
    takes = TAKES[relation.kind]
    fits = len(relation.of) >= len(takes) if takes[-1] == "parts" else len(relation.of) == len(takes)
    if not fits:
        said = inputs_named(takes)
        yield relation, "of", Text("of 应依次为：{said}", "of should be, in order: {said}").fill(said=said)
    yield from _values(relation, relation.of, dataset)
    if fits and "growth" in takes and getattr(dataset.records.get(relation.of[1]), "kind", "") != "growth":
        yield relation, "of", Text(f"不是增减：{relation.of[1]}", f"not a change: {relation.of[1]}")
    if _is_endless(relation.id, dataset):
        message = Text(
            f"推算绕回了自己，或超过{DEEPEST}层",
            f"it rests on itself, or on more than {DEEPEST} values in a row",
        )
        yield relation, "of", message
        return
    yield from _repeated(relation, [relation.id], dataset)
    for identifier in relation.of:
        if _has_two_readings(identifier, dataset):
            yield relation, "of", _two_readings(identifier)
    if fits:
        yield from _units(relation, dataset)


def _units(relation: Relation, dataset: Dataset) -> Iterator[Fault]:
    """Whether the units of what a relation takes go together."""
    units = [dataset.unit_of(each) for each in relation.of]
    alike = {"pull": [units[0], units[-1]]} | dict.fromkeys(("growth", "share", "sum", "remainder"), units)
    bases = {unit.base for unit in alike.get(relation.kind, []) if unit}
    if len(bases) > 1:
        message = Text("单位不同：{said}", "units that do not go together: {said}")
        yield relation, "unit", message.fill(said=bases_named(bases))
    takes = TAKES[relation.kind]
    if len(takes) > 1 and takes[1] in ("growth", "share") and (unit := units[1]):
        is_factor = unit.base == "fraction" and unit != POINTS
        if not is_factor and not (unit.base == "multiple" and takes[1] == "growth"):
            message = Text(f"不能用来换算：{relation.of[1]}", f"not a proportion: {relation.of[1]}")
            yield relation, "unit", message
        if unit.base == "multiple" and dataset.records[relation.of[1]].sign == "down":
            message = Text(f"下降不能以倍计：{relation.of[1]}", f"a fall is no multiple: {relation.of[1]}")
            yield relation, "unit", message


def _two_readings(identifier: str) -> Text:
    return Text(f"{identifier} 有两种读法", f"{identifier} has two readings")


def _has_two_readings(identifier: str, dataset: Dataset) -> bool:
    """Whether an implied value rests on a growth of N times."""
    relation = dataset.relations.get(identifier)
    if relation is None or len(relation.of) < 2 or "growth" not in TAKES[relation.kind]:
        return False
    unit = dataset.unit_of(relation.of[1])
    return unit is not None and unit.base == "multiple"


def _check(check: Check, dataset: Dataset) -> Iterator[Fault]:
    sides = (check.left, check.right)
    for side in sides:
        if isinstance(side, Term) and len(_said(side)) != 1:
            message = Text("每边只写一种算法", "a side is worked out in exactly one way")
            yield check, "term", message
        if isinstance(side, Term) and side.given and _given(side) is None:
            message = Text(f"读不出：{side.given}", f"not a figure: {side.given}")
            yield check, "term", message
    named = [name for side in sides for name in named_by(side)]
    counted = [name for side in sides if isinstance(side, Term) for name in side.count]
    yield from _values(check, [name for name in named if name not in counted], dataset)
    for name in (*counted, *check.also):
        if name not in dataset.records and name not in dataset.relations:
            yield check, "reference", _unknown("记录", "record", name)
    if not any(_is_endless(name, dataset) for name in named):
        yield from _repeated(check, named, dataset)
        for name in named:
            if name not in counted and _has_two_readings(name, dataset):
                yield check, "reference", _two_readings(name)
        bases = {base for side in sides for base in _bases(side, dataset)}
        if len(bases) > 1:
            message = Text("两边单位不同：{said}", "the sides differ in unit: {said}")
            yield check, "unit", message.fill(said=bases_named(bases))


def named_by(side: str | Term) -> tuple[str, ...]:
    """The ids one side of a check names."""
    if isinstance(side, str):
        return (side,)
    return tuple(name for names in _said(side) if not isinstance(names, str) for name in names)


def _said(term: Term) -> list[tuple[str, ...] | str]:
    return [said for field in dataclasses.fields(term) if (said := getattr(term, field.name))]


def _given(term: Term) -> Quantity | None:
    try:
        return read(term.given or "", exact=True)
    except Unreadable:
        return None


def _bases(side: str | Term, dataset: Dataset) -> set[Base]:
    """The base units of a side; of a product, those that its shares are shares of."""
    if isinstance(side, Term) and side.count:
        return {"count"}
    if isinstance(side, Term) and side.given:
        return {given.unit.base} if (given := _given(side)) else set()
    bases: set[Base] = {
        unit.base for name in named_by(side) if _exists(name, dataset) and (unit := dataset.unit_of(name))
    }
    return (bases - {"fraction"} or bases) if isinstance(side, Term) and side.product else bases


def _values(item: Relation | Check, names: tuple[str, ...] | list[str], dataset: Dataset) -> Iterator[Fault]:
    for name in names:
        if not _exists(name, dataset):
            yield item, "reference", _unknown("记录", "record", name)
        elif not _is_endless(name, dataset) and (dataset.unit_of(name) is None or _lacks_year(name, dataset)):
            yield item, "reference", Text(f"不是数字：{name}", f"not a figure: {name}")


def _lacks_year(name: str, dataset: Dataset) -> bool:
    return name in dataset.dates and not dataset.dates[name].year


def _exists(name: str, dataset: Dataset) -> bool:
    return name in dataset.records or name in dataset.relations


def _repeated(item: Relation | Check, names: list[str], dataset: Dataset) -> Iterator[Fault]:
    """One figure on two sides, or twice in a formula, would be taken for two that vary by themselves."""
    found: Counter[str] = Counter()
    waiting = Counter(names)
    while waiting:  # level by level, so that no nesting of repetitions can take long
        below: Counter[str] = Counter()
        for name, times in waiting.items():
            relation = dataset.relations.get(name)
            for each in relation.of if relation else (name,):
                (below if relation else found)[each] += times
        waiting = below
    for record, times in found.items():
        if times > 1:
            yield item, "of", Text(f"{record} 用了不止一次", f"{record} enters more than once")


def _is_endless(name: str, dataset: Dataset) -> bool:
    """Whether what a value rests on is not reached in DEEPEST steps."""
    level = {name}
    for _ in range(DEEPEST + 1):
        level = {each for found in level & dataset.relations.keys() for each in dataset.relations[found].of}
    return bool(level)


def _unknown(zh: str, en: str, identifier: str) -> Text:
    return Text(f"没有这个{zh}：{identifier}", f"no such {en}: {identifier}")
