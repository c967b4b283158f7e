"""What the base units and the inputs of a relation are called where a file mixes them up."""

from collections.abc import Iterable

from cqdash.language import Text, joined

BASES = {
    "yuan": Text("元", "yuan"),
    "fraction": Text("百分比", "fraction"),
    "multiple": Text("倍数", "multiple"),
    "count": Text("数量", "count"),
    "rank": Text("位次", "rank"),
    "ordinal": Text("序数", "ordinal"),
    "year": Text("年", "year"),
    "month": Text("月", "month"),
    "celsius": Text("摄氏度", "celsius"),
    "date": Text("日期", "date"),
}
INPUTS = {
    "level": Text("水平", "level"),
    "growth": Text("增长", "growth"),
    "whole": Text("全体", "whole"),
    "earlier level": Text("上年水平", "earlier level"),
    "part": Text("部分", "part"),
    "share": Text("占比", "share"),
    "amount": Text("金额", "amount"),
    "count": Text("数量", "count"),
    "parts": Text("各部分", "parts"),
}


def bases_named(names: Iterable[str]) -> Text:
    """Base units, in alphabetical order."""
    return joined([BASES[name] for name in sorted(names)], "、", ", ")


def inputs_named(names: Iterable[str]) -> Text:
    """Inputs, in the order given."""
    return joined([INPUTS[name] for name in names], "、", ", ")
