"""What the types cannot say of a scheme: names that exist, questions that fit, one amount of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from cqdash.dataset.check_rules import amount_faults, rule_faults
from cqdash.dataset.problems import Fault
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
from cqdash.dataset.scheme_names import (
    CATEGORY,
    CHOICE,
    CONDITION,
    NOTE,
    QUESTION,
    RECORD,
    Known,
    Names,
    missing,
    type_should_be,
)  # fmt: skip
from cqdash.forms import Field, FieldType
from cqdash.language import Text
from cqdash.language.rules import Rule as Broken


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def scheme_faults(scheme: Scheme, known: Known) -> Iterator[Fault]:
    """Everything wrong with a scheme of a dataset, part by part in the scheme's order.

    Two rules that give one item different amounts of one kind are a fault that names both.
    """
    yield from _named(scheme, known)
    yield from _ids(scheme)
    for field in (*scheme.applicant, *scheme.project):
        yield from _field(field)
    yield from _project_questions(scheme)
    names = Names(scheme)
    for condition in scheme.conditions:
        yield from _condition(condition, names)
    yield from _items(scheme, names)
    yield from rule_faults(scheme, names, known)
    for ceiling in scheme.ceilings:
        yield from amount_faults(ceiling, ceiling.amount, known)
        if ceiling.kind not in BOUNDED:
            yield Fault(ceiling, Broken.BAD_CEILING, _one_of("kind", BOUNDED), ceiling.kind)
    for assumption in scheme.assumptions:
        yield from _assumption(assumption)


BOUNDED: tuple[RuleKind, ...] = ("once", "yearly", "each")
"""The kinds of payment a ceiling can bound."""
# The questions that the engine asks of every project, whatever the scheme.
ASKED: dict[str, FieldType] = {"item": "choice", "count": "count"}
OPTIONS: dict[Switch, tuple[Mode, ...]] = {
    "first-year": ("open", "none", "full"),
    "role-fit": ("fitting", "any"),
}


def _named(scheme: Scheme, known: Known) -> Iterator[Fault]:
    """A fault for every record and note that is named and does not exist."""
    for field in (*scheme.applicant, *scheme.project):
        yield from missing(field, [field.record] if field.record else [], known.records, RECORD)
    cited: tuple[Condition | Category | Item | Rule, ...] = (
        *scheme.conditions, *scheme.categories, *scheme.items, *scheme.rules,
    )  # fmt: skip
    for part in cited:
        yield from missing(part, [part.record], known.records, RECORD)
    yield from missing(scheme, [scheme.disclaimer, *scheme.readings], known.notes, NOTE)
    read: tuple[Condition | Item | Rule | Ceiling, ...] = (
        *scheme.conditions, *scheme.items, *scheme.rules, *scheme.ceilings,
    )  # fmt: skip
    for each in read:
        yield from missing(each, each.readings, known.notes, NOTE)
    for assumption in scheme.assumptions:
        yield from missing(assumption, [assumption.reading], known.notes, NOTE)


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
                message = Text(f"重复的 id：{part.id}", f"id used before: {part.id}")
                yield Fault(part, Broken.DUPLICATE_ID, message, part.id)
            seen.add(part.id)


def _field(field: Field) -> Iterator[Fault]:
    is_choice = field.type in ("choice", "choices")
    if is_choice != bool(field.choices) and (field.id, field.type) != ("item", "choice"):
        message = Text("只有 choice 与 choices 要有选项", "choice and choices have choices, no others")
        yield Fault(field, Broken.BAD_QUESTION, message, field.type)
    if field.low > field.high:
        yield Fault(field, Broken.BAD_QUESTION, Text("low 大于 high", "low is above high"), "low")
    elif field.default is not None and not field.low <= field.default <= field.high:
        message = Text("default 不在 low 与 high 之间", "default is not between low and high")
        yield Fault(field, Broken.BAD_QUESTION, message, "default")
    if field.default is not None and field.type not in ("count", "yuan"):
        message = Text("只有 count 与 yuan 可有 default", "only count and yuan have a default")
        yield Fault(field, Broken.BAD_QUESTION, message, "default")


def _project_questions(scheme: Scheme) -> Iterator[Fault]:
    fields = {field.id: field for field in scheme.project}
    for identifier, kind in ASKED.items():
        if identifier not in fields:
            message = Text(f"project 缺少 {identifier}", f"project has no {identifier}")
            yield Fault(scheme, Broken.BAD_QUESTION, message, "project")
        elif (field := fields[identifier]).type != kind:
            yield Fault(field, Broken.BAD_QUESTION, type_should_be(identifier, kind), field.type)


def _condition(condition: Condition, names: Names) -> Iterator[Fault]:
    ask = condition.ask
    yield from missing(condition, [ask], names.applicant, QUESTION)
    # Questions are looked up by id alone, so a condition's may not share its id with a project's.
    if ask in names.project:
        message = Text("申报单位与项目有同名问题：{id}", "applicant and project both ask: {id}").fill(id=ask)
        yield Fault(condition, Broken.BAD_QUESTION, message, ask)
    if (condition.expects is None) == (not condition.one_of):
        message = Text("expects 与 one_of 应有其一", "should have expects or one_of")
        yield Fault(condition, Broken.BAD_CONDITION, message)
    elif condition.doubtful and not condition.one_of:
        message = Text("doubtful 要有 one_of", "doubtful goes with one_of")
        yield Fault(condition, Broken.BAD_CONDITION, message, "doubtful")
    if both_ways := sorted(set(condition.one_of) & set(condition.doubtful)):
        listed = ", ".join(both_ways)
        message = Text(f"one_of 与 doubtful 都有：{listed}", f"both one_of and doubtful: {listed}")
        yield Fault(condition, Broken.BAD_CONDITION, message, both_ways[0])
    if field := names.applicant.get(ask):
        kinds: tuple[FieldType, ...] = ("choice", "choices") if condition.one_of else ("yes-no",)
        if field.type not in kinds:
            yield Fault(condition, Broken.BAD_QUESTION, type_should_be(field.id, *kinds), ask)
        else:
            choices = {choice.id for choice in field.choices}
            yield from missing(condition, (*condition.one_of, *condition.doubtful), choices, CHOICE)


def _items(scheme: Scheme, names: Names) -> Iterator[Fault]:
    ruled = {item for rule in scheme.rules for item in rule.items}
    for category in scheme.categories:
        yield from missing(category, category.conditions, names.conditions, CONDITION)
    for item in scheme.items:
        yield from missing(item, [item.category], names.categories, CATEGORY)
        yield from missing(item, item.conditions, names.conditions, CONDITION)
        if item.open and item.id in ruled:
            message = Text("open 的项目不能有规则", "an open item has no rule")
            yield Fault(item, Broken.BAD_ITEM, message, "open")
        elif not item.open and item.id not in ruled:
            message = Text("没有规则说它补多少", "no rule says what it is paid")
            yield Fault(item, Broken.BAD_ITEM, message, item.id)


def _assumption(assumption: Assumption) -> Iterator[Fault]:
    allowed = OPTIONS[assumption.id]
    if not assumption.options:
        message = Text("没有选项", "it has no options")
        yield Fault(assumption, Broken.BAD_ASSUMPTION, message, "options")
    for option in assumption.options:
        if option.id not in allowed:
            yield Fault(option, Broken.BAD_ASSUMPTION, _one_of("id", allowed), option.id)


def _one_of(key: str, allowed: Iterable[str]) -> Text:
    listed = ", ".join(allowed)
    return Text(f"{key} 应为其一：{listed}", f"{key} should be one of: {listed}")
