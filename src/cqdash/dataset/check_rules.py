"""Whether the rules of a scheme fit their kinds, and pay what can be paid: one amount of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from cqdash.dataset.problems import Fault
from cqdash.dataset.scheme import Rule, RuleKind, Scheme
from cqdash.dataset.scheme_names import ITEM, QUESTION, RECORD, Known, Names, missing, type_should_be
from cqdash.forms import FieldType
from cqdash.language import Text
from cqdash.language.rules import Rule as Broken

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


def rule_faults(scheme: Scheme, names: Names, known: Known) -> Iterator[Fault]:
    """What is wrong with the rules of a scheme, one by one and beside each other."""
    for rule in scheme.rules:
        yield from _rule(rule, names, known)
    yield from _two_amounts(scheme, known)


def amount_faults(part: object, record: str, known: Known) -> Iterator[Fault]:
    """A fault where a record is no amount that can be paid."""
    if record not in known.records:
        yield from missing(part, [record], known.records, RECORD)
    elif not _yuan(record, known):
        message = Text(f"不是整元的金额：{record}", f"not an amount in whole yuan: {record}")
        yield Fault(part, Broken.BAD_AMOUNT, message, record)


def _rule(rule: Rule, names: Names, known: Known) -> Iterator[Fault]:
    if not rule.items:
        yield Fault(rule, Broken.BAD_RULE, Text("没有项目", "it is for no item"), "items")
    yield from missing(rule, rule.items, names.items, ITEM)
    for key in NEEDED[rule.kind]:
        if not getattr(rule, key):
            message = Text(f"{rule.kind} 应有 {key}", f"{rule.kind} should have {key}")
            yield Fault(rule, Broken.BAD_RULE, message)
    for key in ("amount", "triggers", "doubt", "by_year", "received"):
        if getattr(rule, key) and key not in (*NEEDED[rule.kind], *ALLOWED[rule.kind]):
            message = Text(f"{rule.kind} 不用 {key}", f"{rule.kind} has no {key}")
            yield Fault(rule, Broken.BAD_RULE, message, key)
    if rule.amount:
        yield from amount_faults(rule, rule.amount, known)
    uses: list[tuple[str | None, FieldType | None]] = [
        *((trigger, "year") for trigger in rule.triggers),
        (rule.doubt, "year"),
        (rule.by_year, BY_YEAR.get(rule.kind)),
        (rule.received, "yuan"),
    ]
    for question, kind in uses:
        if question and kind:
            yield from missing(rule, [question], names.project, QUESTION)
            if question in names.project and names.project[question].type != kind:
                yield Fault(rule, Broken.BAD_QUESTION, type_should_be(question, kind), question)


def _two_amounts(scheme: Scheme, known: Known) -> Iterator[Fault]:
    """A fault for every rule that gives items another amount than a rule of its kind before it."""
    message = Text(
        "{items}：{first} 给 {a} 元，{second} 给 {b} 元，同为 {kind}",
        "{items}: {first} gives {a} yuan and {second} gives {b} yuan, both {kind}",
    )
    before: dict[tuple[RuleKind, str], Rule] = {}
    for rule in scheme.rules:
        amount = _yuan(rule.amount, known)
        if amount is None:
            continue
        others: dict[str, list[str]] = {}
        for item in dict.fromkeys(rule.items):
            first = before.setdefault((rule.kind, item), rule)
            if _yuan(first.amount, known) != amount:
                others.setdefault(first.id, []).append(item)
        for other, items in others.items():
            a, b = (f"{each:,}" for each in (_yuan(before[rule.kind, items[0]].amount, known), amount))
            said = message.fill(items=", ".join(items), first=other, second=rule.id, a=a, b=b, kind=rule.kind)
            yield Fault(rule, Broken.BAD_AMOUNT, said, rule.amount or "")


def _yuan(record: str | None, known: Known) -> int | None:
    """The whole yuan of a measured record; None for anything else."""
    quantity = known.quantities.get(record) if record else None
    if quantity is None or quantity.value is None or quantity.unit.base != "yuan":
        return None
    return int(quantity.value) if quantity.value.denominator == 1 and quantity.value > 0 else None
