"""What the types cannot say of a scheme: names that exist, questions that fit, one amount of a kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from cqdash.dataset.scheme import (
    Assumption,
    Category,
    Ceiling,
    Condition,
    Item,
    Mode,
    Rule,
    RuleKind,
    Scheme,
    Switch,
)
from cqdash.forms import Field, FieldType
from cqdash.language import Text
from cqdash.quantity import Quantity

Fault = tuple[object, str, Text]
"""The part of a scheme that is wrong, the rule it breaks, and how."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What a dataset has for a scheme to name: record ids, note ids, and the quantity of what is measured."""

    records: Collection[str]
    notes: Collection[str]
    quantities: Mapping[str, Quantity]


def scheme_faults(scheme: Scheme, known: Known) -> Iterator[Fault]:
    """Everything wrong with a scheme of a dataset, part by part in the scheme's order.

    Two rules that give one item different amounts of one kind are a fault that names both.
    """
    yield from _named(scheme, known)
    yield from _ids(scheme)
    for field in (*scheme.applicant, *scheme.project):
        yield from _field(field)
    yield from _project_questions(scheme)
    for condition in scheme.conditions:
        yield from _condition(condition, scheme)
    yield from _items(scheme)
    for rule in scheme.rules:
        yield from _rule(rule, scheme, known)
    yield from _two_amounts(scheme, known)
    for ceiling in scheme.ceilings:
        yield from _amount(ceiling, ceiling.amount, known)
        if ceiling.kind not in BOUNDED:
            yield ceiling, "ceiling", _one_of("kind", BOUNDED)
    for assumption in scheme.assumptions:
        yield from _assumption(assumption)


BOUNDED: tuple[RuleKind, ...] = ("once", "yearly", "each")
"""The kinds of payment a ceiling can bound."""
# What a rule of each kind must name, and what it may name besides.
NEEDED: dict[RuleKind, tuple[str, ...]] = {
    "once": ("amount", "triggers"),
    "yearly": ("amount",),
    "each": ("amount", "by_year"),
    "capped": ("amount", "by_year"),
    "unpublished": (),
}
ALLOWED: dict[RuleKind, tuple[str, ...]] = {
    "once": ("doubt", "received"),
    "yearly": ("triggers", "by_year"),
    "each": (),
    "capped": ("received",),
    "unpublished": (),
}
BY_YEAR: dict[RuleKind, FieldType] = {
    "yearly": "passed-by-year",
    "each": "count-by-year",
    "capped": "yuan-by-year",
}
# The questions that the engine asks of every project, whatever the scheme.
ASKED: dict[str, FieldType] = {"item": "choice", "count": "count"}
OPTIONS: dict[Switch, tuple[Mode, ...]] = {
    "first-year": ("open", "none", "full"),
    "role-fit": ("fitting", "any"),
}


def _named(scheme: Scheme, known: Known) -> Iterator[Fault]:
    """A fault for every record and note that is named and does not exist."""
    for field in (*scheme.applicant, *scheme.project):
        yield from _missing(field, [field.record] if field.record else [], known.records, RECORD)
    cited: tuple[Condition | Category | Item | Rule, ...] = (
        *scheme.conditions, *scheme.categories, *scheme.items, *scheme.rules,
    )  # fmt: skip
    for part in cited:
        yield from _missing(part, [part.record], known.records, RECORD)
    yield from _missing(scheme, [scheme.disclaimer, *scheme.readings], known.notes, NOTE)
    read: tuple[Condition | Item | Rule | Ceiling, ...] = (
        *scheme.conditions, *scheme.items, *scheme.rules, *scheme.ceilings,
    )  # fmt: skip
    for each in read:
        yield from _missing(each, each.readings, known.notes, NOTE)
    for assumption in scheme.assumptions:
        yield from _missing(assumption, [assumption.reading], known.notes, NOTE)


def _ids(scheme: Scheme) -> Iterator[Fault]:
    """A fault for every id that its kind of part, or its choices, already have."""
    fields = (*scheme.applicant, *scheme.project)
    groups: list[Sequence[_Identified]] = [
        scheme.applicant, scheme.project, scheme.conditions, scheme.categories, scheme.items,
        scheme.rules, scheme.ceilings, scheme.assumptions,
        *(field.choices for field in fields), *(each.options for each in scheme.assumptions),
    ]  # fmt: skip
    for parts in groups:
        seen: set[str] = set()
        for part in parts:
            if part.id in seen:
                yield part, "id", Text(f"重复的 id：{part.id}", f"id used before: {part.id}")
            seen.add(part.id)


def _field(field: Field) -> Iterator[Fault]:
    is_choice = field.type in ("choice", "choices")
    if is_choice != bool(field.choices) and (field.id, field.type) != ("item", "choice"):
        said = Text("只有 choice 与 choices 要有选项", "choice and choices have choices, no other type has")
        yield field, "field", said
    if field.low > field.high:
        yield field, "field", Text("low 大于 high", "low is above high")
    elif field.default is not None and not field.low <= field.default <= field.high:
        yield field, "field", Text("default 不在 low 与 high 之间", "default is not between low and high")
    if field.default is not None and field.type not in ("count", "yuan"):
        yield (
            field,
            "field",
            Text("只有 count 与 yuan 可有 default", "only count and yuan have a default"),
        )


def _project_questions(scheme: Scheme) -> Iterator[Fault]:
    fields = {field.id: field for field in scheme.project}
    for identifier, kind in ASKED.items():
        if identifier not in fields:
            yield scheme, "question", Text(f"project 缺少 {identifier}", f"project has no {identifier}")
        elif fields[identifier].type != kind:
            yield fields[identifier], "question", _type(identifier, kind)


def _condition(condition: Condition, scheme: Scheme) -> Iterator[Fault]:
    fields = {field.id: field for field in scheme.applicant}
    yield from _missing(condition, [condition.ask], fields, QUESTION)
    # Questions are looked up by id alone, so a condition's may not share its id with a project's.
    if condition.ask in {field.id for field in scheme.project}:
        both = Text("申报单位与项目有同名问题：{id}", "applicant and project both ask: {id}")
        yield condition, "question", both.fill(id=condition.ask)
    if (condition.expects is None) == (not condition.one_of):
        yield condition, "condition", Text("expects 与 one_of 应有其一", "should have expects or one_of")
    elif condition.doubtful and not condition.one_of:
        yield condition, "condition", Text("doubtful 要有 one_of", "doubtful goes with one_of")
    if both_ways := set(condition.one_of) & set(condition.doubtful):
        listed = ", ".join(sorted(both_ways))
        message = Text(f"one_of 与 doubtful 都有：{listed}", f"both one_of and doubtful: {listed}")
        yield condition, "condition", message
    if field := fields.get(condition.ask):
        kinds: tuple[FieldType, ...] = ("choice", "choices") if condition.one_of else ("yes-no",)
        if field.type not in kinds:
            yield condition, "question", _type(field.id, *kinds)
        else:
            choices = [choice.id for choice in field.choices]
            yield from _missing(condition, (*condition.one_of, *condition.doubtful), choices, CHOICE)


def _items(scheme: Scheme) -> Iterator[Fault]:
    conditions = {condition.id for condition in scheme.conditions}
    categories = {category.id for category in scheme.categories}
    ruled = {item for rule in scheme.rules for item in rule.items}
    for category in scheme.categories:
        yield from _missing(category, category.conditions, conditions, CONDITION)
    for item in scheme.items:
        yield from _missing(item, [item.category], categories, CATEGORY)
        yield from _missing(item, item.conditions, conditions, CONDITION)
        if item.open and item.id in ruled:
            yield item, "item", Text("open 的项目不能有规则", "an open item has no rule")
        elif not item.open and item.id not in ruled:
            yield item, "item", Text("没有规则说它补多少", "no rule says what it is paid")


def _rule(rule: Rule, scheme: Scheme, known: Known) -> Iterator[Fault]:
    fields = {field.id: field for field in scheme.project}
    if not rule.items:
        yield rule, "rule", Text("没有项目", "it is for no item")
    yield from _missing(rule, rule.items, {item.id for item in scheme.items}, ITEM)
    for key in NEEDED[rule.kind]:
        if not getattr(rule, key):
            yield rule, "rule", Text(f"{rule.kind} 应有 {key}", f"{rule.kind} should have {key}")
    for key in ("amount", "triggers", "doubt", "by_year", "received"):
        if getattr(rule, key) and key not in (*NEEDED[rule.kind], *ALLOWED[rule.kind]):
            yield rule, "rule", Text(f"{rule.kind} 不用 {key}", f"{rule.kind} has no {key}")
    if rule.amount:
        yield from _amount(rule, rule.amount, known)
    uses: list[tuple[str | None, FieldType | None]] = [
        *((trigger, "year") for trigger in rule.triggers),
        (rule.doubt, "year"),
        (rule.by_year, BY_YEAR.get(rule.kind)),
        (rule.received, "yuan"),
    ]
    for question, kind in uses:
        if question and kind:
            yield from _missing(rule, [question], fields, QUESTION)
            if question in fields and fields[question].type != kind:
                yield rule, "question", _type(question, kind)


def _two_amounts(scheme: Scheme, known: Known) -> Iterator[Fault]:
    """A fault for every two rules that give one item different amounts of one kind."""
    for first, second in combinations(scheme.rules, 2):
        shared = [item for item in first.items if item in second.items]
        if first.kind != second.kind or not shared:
            continue
        amounts = [_yuan(rule.amount, known) for rule in (first, second)]
        if None not in amounts and amounts[0] != amounts[1]:
            message = Text(
                "{items}：{first} 给 {a} 元，{second} 给 {b} 元，同为 {kind}",
                "{items}: {first} gives {a} yuan and {second} gives {b} yuan, both {kind}",
            )
            a, b = (f"{amount:,}" for amount in amounts)
            yield (
                second,
                "amount",
                message.fill(
                    items=", ".join(shared), first=first.id, second=second.id, a=a, b=b, kind=first.kind
                ),
            )


def _assumption(assumption: Assumption) -> Iterator[Fault]:
    allowed = OPTIONS[assumption.id]
    if not assumption.options:
        yield assumption, "assumption", Text("没有选项", "it has no options")
    for option in assumption.options:
        if option.id not in allowed:
            yield option, "assumption", _one_of("id", allowed)


def _amount(part: object, record: str, known: Known) -> Iterator[Fault]:
    if record not in known.records:
        yield from _missing(part, [record], known.records, RECORD)
    elif not _yuan(record, known):
        message = Text(f"不是整元的金额：{record}", f"not an amount in whole yuan: {record}")
        yield part, "amount", message


def _yuan(record: str | None, known: Known) -> int | None:
    """The whole yuan of a measured record; None for anything else."""
    quantity = known.quantities.get(record) if record else None
    if quantity is None or quantity.value is None or quantity.unit.base != "yuan":
        return None
    return int(quantity.value) if quantity.value.denominator == 1 and quantity.value > 0 else None


RECORD = Text("条记录", "record")
NOTE = Text("条须知", "note")
QUESTION = Text("个问题", "question")
CHOICE = Text("个选项", "choice")
CONDITION = Text("个条件", "condition")
CATEGORY = Text("个类别", "category")
ITEM = Text("个申报事项", "item")


def _missing(part: object, named: Iterable[str], known: Collection[str], what: Text) -> Iterator[Fault]:
    for identifier in named:
        if identifier not in known:
            message = Text("没有这{what}：{id}", "no such {what}: {id}").fill(what=what, id=identifier)
            yield part, "reference", message


def _type(question: str, *kinds: str) -> Text:
    listed = ", ".join(kinds)
    return Text(f"问题 {question} 的 type 应为 {listed}", f"the type of {question} should be {listed}")


def _one_of(key: str, allowed: Iterable[str]) -> Text:
    listed = ", ".join(allowed)
    return Text(f"{key} 应为其一：{listed}", f"{key} should be one of: {listed}")
