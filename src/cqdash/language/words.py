"""The words of tables, details and exports; `command_line`, `screen` and the others beside hold the rest.

A problem's message stands beside the rule that finds it, what is said of the page in the data."""

from cqdash.language import Text

# Tables
ITEM = Text("项目", "Item")
FIGURE = Text("数字", "Figure")
AS_PRINTED = Text("原文", "As printed")
PERIOD = Text("时期", "Period")
KIND = Text("类别", "Kind")
SOURCE = Text("出处", "Source")
AND_MORE = Text("等另{n}项", " and {n} more")
NOT_PRINTED = Text("—", "—")
NOTE_MARK = "*"

# Charts
CHART_INTERVAL = Text("区间", "interval")
CHART_INTERVAL_NARROW = Text("区间不足一格", "interval under one cell")
TREND_IMPLIED = Text("推算", "implied")
TREND_NUMBER = Text("个数", "number")
TREND_FROM = Text("{unit}（纵轴从{low}起）", "{unit} (axis from {low})")

# The detail of a record
EXACT_VALUE = Text("精确值", "Exact value")
INTERVAL = Text("区间", "Interval")
INTERVAL_NONE = Text("精度未印，不能给出区间", "none: the page prints no precision")
QUALIFIER = Text("限定", "Qualifier")
READINGS = Text("两种读法", "Two readings")
READ_BY_OR_TO = Text("增长到基数的{by}倍，或{to}倍", "to {by} or to {to} times the base")
STATUS = Text("性质", "Status")
PRINTED = Text("版面所印", "printed")
QUALIFIERS = {
    "over": Text("超过所印数", "over: more than printed"),
    "nearly": Text("接近：不到所印数，下限未印", "nearly: below the printed figure, no lower bound"),
    "and-more": Text("余：多于所印数，不到下一整数位", "and more: above it, below the next round figure"),
    "at-least": Text("以上：不少于所印数", "at least the printed figure"),
    "at-most": Text("不超过所印数", "at most the printed figure"),
    "about": Text("约数", "about"),
    "range": Text("区间", "a range"),
}
KINDS = {
    "figure": Text("数字", "figure"),
    "growth": Text("增减", "change"),
    "amount": Text("规定数额", "set amount"),
    "date": Text("日期", "date"),
    "name": Text("带数字的名称", "name with a number"),
    "claim": Text("报道的说法", "claim"),
    "organisation": Text("机构", "organisation"),
    "programme": Text("项目计划", "programme"),
    "product": Text("产品", "product"),
    "place": Text("地点", "place"),
    "role": Text("职务", "role"),
    "term": Text("术语", "term"),
    "rule": Text("规则", "rule"),
    "need": Text("需求", "need"),
    "service": Text("服务", "service"),
}

# Text export
CHART_TOO_NARROW = Text("此宽度画不下图，数字如下", "too narrow for a chart; its figures:")
EVERY_FIGURE = Text(
    "数字由版面原文逐一换算，中英文同出一个精确值。",
    "Every figure is worked out from what is printed; both languages render one exact value.",
)
