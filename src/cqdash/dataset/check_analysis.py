"""Whether what a file declares to follow, or to hold, can be worked out at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cqdash.dataset.data_file import DataFile
from cqdash.dataset.model import Dataset
from cqdash.dataset.problems import Fault
from cqdash.dataset.relations import TAKES, Check, Relation, Term
from cqdash.dataset.rests import DEEPEST, MOST, Rests
from cqdash.dataset.series import Observation, Series
from cqdash.language import Text
from cqdash.language.rules import Rule
from cqdash.language.units import bases_named, inputs_named
from cqdash.quantity import POINTS, Quantity, Unreadable, read
from cqdash.quantity.units import Base


def analysis_faults(data: DataFile, dataset: Dataset, rests: Rests) -> Iterator[Fault]:
    """What is wrong with the series, the relations and the checks of a file; `rests` is the dataset's."""
    for series in data.series:
        yield from _series(series, dataset, rests)
    for relation in data.implied:
        yield from _relation(relation, dataset, rests)
    for check in data.checks:
        yield from _check(check, dataset, rests)
    declared: list[Series | Relation | Check] = [*data.series, *data.implied, *data.checks]
    for item in declared:
        tab = item.tab or dataset.tab_of[item.id]
        if tab not in dataset.tabs:
            yield Fault(item, Rule.UNKNOWN_ID, Text(f"没有这一页：{tab}", f"no such tab: {tab}"), tab)


def named_by(side: str | Term) -> tuple[str, ...]:
    """The ids one side of a check names."""
    if isinstance(side, str):
        return (side,)
    return tuple(name for names in _said(side) if not isinstance(names, str) for name in names)


def _series(series: Series, dataset: Dataset, rests: Rests) -> Iterator[Fault]:
    if not series.observations:
        yield _not_in_order(series, series)
    for earlier, later in pairwise(series.observations):
        if later.year <= earlier.year:
            yield _not_in_order(series, later)
    units = set()
    for observation in series.observations:
        identifier = series.observation_id(observation)
        if (observation.implied is None) == (observation.printed is None or observation.source is None):
            message = Text(
                f"{observation.year}年要有 printed 和 source，或只有 implied",
                f"{observation.year} needs printed and source, or implied alone",
            )
            yield Fault(observation, Rule.BAD_SERIES, message)
        elif (source := observation.source) and source not in dataset.background_sources:
            yield Fault(observation, Rule.UNKNOWN_ID, _no_such("个来源", "source", source), source)
        elif (implied := observation.implied) and implied not in dataset.relations:
            yield Fault(observation, Rule.UNKNOWN_ID, _no_such("个推算值", "implied value", implied), implied)
        elif not rests.is_endless(identifier):
            if unit := dataset.unit_of(identifier):
                units.add(unit.printed)
            yield from _observation(observation, identifier, dataset)
    if len(units) > 1:
        said = ", ".join(sorted(units))
        message = Text(f"单位不一：{said}", f"more than one unit: {said}")
        yield Fault(series, Rule.UNIT_MISMATCH, message, "observations")


def _observation(observation: Observation, identifier: str, dataset: Dataset) -> Iterator[Fault]:
    if _has_two_readings(identifier, dataset):
        yield Fault(observation, Rule.BAD_SERIES, _two_readings(identifier), identifier)
    quantity = dataset.quantities.get(identifier)
    if quantity and (quantity.interval is None or None in (quantity.interval.low, quantity.interval.high)):
        printed = quantity.printed
        message = Text(f"序列里要有上下界：{printed}", f"a series takes bounded values: {printed}")
        yield Fault(observation, Rule.BAD_SERIES, message, printed)


def _not_in_order(series: Series, item: Series | Observation) -> Fault:
    message = Text("年份应由早到晚，各一次", "years should go up, each given once")
    return Fault(item, Rule.BAD_SERIES, message, "observations" if item is series else "")


def _relation(relation: Relation, dataset: Dataset, rests: Rests) -> Iterator[Fault]:
    takes = TAKES[relation.kind]
    fits = len(relation.of) >= len(takes) if takes[-1] == "parts" else len(relation.of) == len(takes)
    if not fits:
        message = Text("of 应依次为：{said}", "of should be, in order: {said}").fill(said=inputs_named(takes))
        yield Fault(relation, Rule.BAD_RELATION, message, "of")
    yield from _values(relation, relation.of, dataset, rests)
    if fits and "growth" in takes and _is_no_growth(relation.of[1], dataset):
        message = Text(f"不是增减：{relation.of[1]}", f"not a change: {relation.of[1]}")
        yield Fault(relation, Rule.BAD_RELATION, message, relation.of[1])
    if rests.is_endless(relation.id):
        message = Text(
            f"推算绕回了自己，或超过{DEEPEST}层",
            f"it rests on itself, or on more than {DEEPEST} values in a row",
        )
        yield Fault(relation, Rule.BAD_RELATION, message, "of")
        return
    if rests.is_too_wide(relation.id):
        message = Text(f"推算所据超过{MOST}个数字", f"it rests on more than {MOST} figures")
        yield Fault(relation, Rule.BAD_RELATION, message, "of")
        return
    yield from _repeated(relation, [relation.id], rests)
    for identifier in relation.of:
        if _has_two_readings(identifier, dataset):
            yield Fault(relation, Rule.BAD_RELATION, _two_readings(identifier), identifier)
    if fits:
        yield from _units(relation, dataset)


def _units(relation: Relation, dataset: Dataset) -> Iterator[Fault]:
    """Whether the units of what a relation takes go together."""
    units = [dataset.unit_of(each) for each in relation.of]
    alike = {"pull": [units[0], units[-1]]} | dict.fromkeys(("growth", "share", "sum", "remainder"), units)
    bases = {unit.base for unit in alike.get(relation.kind, []) if unit}
    if len(bases) > 1:
        message = Text("单位不同：{said}", "units that do not go together: {said}")
        message = message.fill(said=bases_named(bases))
        yield Fault(relation, Rule.UNIT_MISMATCH, message, "of")
    takes = TAKES[relation.kind]
    if len(takes) > 1 and takes[1] in ("growth", "share") and (unit := units[1]):
        factor = relation.of[1]
        is_factor = unit.base == "fraction" and unit != POINTS
        if not is_factor and not (unit.base == "multiple" and takes[1] == "growth"):
            message = Text(f"不能用来换算：{factor}", f"not a proportion: {factor}")
            yield Fault(relation, Rule.UNIT_MISMATCH, message, factor)
        record = dataset.records.get(factor)
        if unit.base == "multiple" and record and record.sign == "down":
            message = Text(f"下降不能以倍计：{factor}", f"a fall is no multiple: {factor}")
            yield Fault(relation, Rule.UNIT_MISMATCH, message, factor)


def _is_no_growth(name: str, dataset: Dataset) -> bool:
    return dataset.has(name) and (name in dataset.relations or dataset.records[name].kind != "growth")


def _two_readings(identifier: str) -> Text:
    return Text(f"{identifier} 有两种读法", f"{identifier} has two readings")


def _has_two_readings(identifier: str, dataset: Dataset) -> bool:
    """Whether an implied value rests on a growth of N times."""
    relation = dataset.relations.get(identifier)
    if relation is None or len(relation.of) < 2 or "growth" not in TAKES[relation.kind]:
        return False
    unit = dataset.unit_of(relation.of[1])
    return unit is not None and unit.base == "multiple"


def _check(check: Check, dataset: Dataset, rests: Rests) -> Iterator[Fault]:
    sides = {"left": check.left, "right": check.right}
    for key, side in sides.items():
        if isinstance(side, Term) and len(_said(side)) != 1:
            message = Text("每边只写一种算法", "a side is worked out in exactly one way")
            yield Fault(check, Rule.BAD_CHECK, message, key)
        if isinstance(side, Term) and side.given and _given(side) is None:
            message = Text(f"读不出：{side.given}", f"not a figure: {side.given}")
            yield Fault(side, Rule.BAD_FIGURE, message, side.given)
    named = [name for side in sides.values() for name in named_by(side)]
    counted = {name for side in sides.values() if isinstance(side, Term) for name in side.count}
    yield from _values(check, [name for name in named if name not in counted], dataset, rests)
    for name in (*dict.fromkeys(each for each in named if each in counted), *check.also):
        if not dataset.has(name):
            yield Fault(check, Rule.UNKNOWN_ID, _no_such("条记录", "record", name), name)
    if any(rests.is_endless(name) for name in named):
        return
    yield from _repeated(check, named, rests)
    for name in named:
        if name not in counted and _has_two_readings(name, dataset):
            yield Fault(check, Rule.BAD_CHECK, _two_readings(name), name)
    bases = {base for side in sides.values() for base in _bases(side, dataset)}
    if len(bases) > 1:
        message = Text("两边单位不同：{said}", "the sides differ in unit: {said}").fill(
            said=bases_named(bases)
        )
        yield Fault(check, Rule.UNIT_MISMATCH, message, "left")


def _said(term: Term) -> list[tuple[str, ...] | str]:
    return [said for name in term.__struct_fields__ if (said := getattr(term, name))]


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
        unit.base for name in named_by(side) if dataset.has(name) and (unit := dataset.unit_of(name))
    }
    return (bases - {"fraction"} or bases) if isinstance(side, Term) and side.product else bases


def _values(item: Relation | Check, names: Iterable[str], dataset: Dataset, rests: Rests) -> Iterator[Fault]:
    for name in names:
        if not dataset.has(name):
            yield Fault(item, Rule.UNKNOWN_ID, _no_such("条记录", "record", name), name)
        elif not rests.is_endless(name) and (dataset.unit_of(name) is None or _lacks_year(name, dataset)):
            yield Fault(item, Rule.NOT_A_FIGURE, Text(f"不是数字：{name}", f"not a figure: {name}"), name)


def _lacks_year(name: str, dataset: Dataset) -> bool:
    return name in dataset.dates and not dataset.dates[name].year


def _repeated(item: Relation | Check, names: list[str], rests: Rests) -> Iterator[Fault]:
    """One figure on two sides, or twice in a formula, would be taken for two that vary by themselves."""
    rule = Rule.BAD_RELATION if isinstance(item, Relation) else Rule.BAD_CHECK
    for record in rests.repeated(names):
        message = Text(f"{record} 用了不止一次", f"{record} enters more than once")
        yield Fault(item, rule, message, record)


def _no_such(zh: str, en: str, identifier: str) -> Text:
    return Text(f"没有这{zh}：{identifier}", f"no such {en}: {identifier}")
