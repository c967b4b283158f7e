"""What is said of implied values, findings and trends."""

from cqdash.language import Text

# Implied values
IMPLIED = {
    frozenset({"printed"}): Text(
        "推算：由所印数字得出，版面没有印", "implied: follows from printed figures, not itself printed"
    ),
    frozenset({"background"}): Text(
        "推算：由背景数字得出，来源没有直接给出",
        "implied: follows from background figures, not itself published",
    ),
    frozenset({"printed", "background"}): Text(
        "推算：由版面与背景数字一并得出", "implied: follows from printed and background figures together"
    ),
}
BACKGROUND = Text("背景：另有出处，不在版面上", "background: published elsewhere, not on the page")
FORMULA = Text("算式", "Formula")
RESTS_ON = Text("所依据", "Rests on")
ABOUT = Text("取整", "Rounded")
FROM = Text("依据{place}", "from {place}")
CLOSER = Text("{condition}则{interval}", "{condition}: {interval}")
RELATION_KINDS = {
    "earlier": Text("上年水平", "A year before"),
    "increase": Text("增量", "Increase over the year"),
    "pull": Text("对增长的拉动", "Contribution to growth"),
    "growth": Text("增长", "Growth"),
    "whole": Text("由部分与占比推出的全体", "The whole, from a part and its share"),
    "share": Text("占比", "Shares"),
    "each": Text("单位值", "Value of each"),
    "sum": Text("合计", "Sums"),
    "remainder": Text("差额", "What is left"),
}
IF_ZERO_DROPPED = Text("若{figure}是省去了.0的{longer}", "if {figure} is {longer} with its .0 dropped")
STATUSES = {
    "printed": Text("版面所印", "printed"),
    "implied": Text("推算", "implied"),
    "background": Text("背景", "background"),
}
NOT_FOUND = Text("未查到", "not found")
READ_AS = Text("读法", "Reading")
INPUT = Text("{label}：{figure}，{place}", "{label}: {figure}, {place}")
ABOUT_FIGURE = Text("涉及", "Concerns")
YEAR_VALUE = Text("{figure}，{source}", "{figure}, {source}")
YEAR_IMPLIED = Text("{figure}（推算），由{source}", "{figure} (implied), from {source}")
SEEN_AT = Text("（{place}）", "({place})")
READING = {
    "by": Text("读作增加{n}倍", "Read as growth by {n} times"),
    "to": Text("读作增至{n}倍", "Read as growth to {n} times"),
}
OR = Text("，或", ", or ")

# Findings
FINDINGS = Text("核对", "Findings")
ANSWER = Text("结论", "Answer")
CHECKED = Text("核对什么", "What is checked")
ARITHMETIC = Text("算式与结果", "Arithmetic")
MEANING = Text("说明", "What it means")
ANSWERS = {
    "consistent": Text("相符", "consistent"),
    "inconsistent": Text("不符", "inconsistent"),
    "undecidable": Text("无从判断", "undecidable"),
}
FINDING_MARK = {"consistent": "", "undecidable": "?", "inconsistent": "!"}
MARK_KEY = {
    "*": Text("* 有读数须知", "* has a reading note"),
    "!": Text("! 与别处不符（见“核对”）", "! does not agree with something else (see Findings)"),
    "?": Text("? 无从判断是否相符（见“核对”）", "? cannot be told whether it agrees (see Findings)"),
}
SIDES = Text("{left}；{right}。{verdict}", "{left}; {right}. {verdict}")
WORKED_OUT = Text("{formula} = {result}", "{formula} = {result}")
NAMED = Text("{label}：{figure}", "{label}: {figure}")
CALENDAR_YEAR = Text("{year}年", "{year}")
LARGEST = Text("{all}中最大的是{result}", "Largest of {all}: {result}")
SMALLEST = Text("{all}中最小的是{result}", "Smallest of {all}: {result}")
COUNTED = Text("列出{n}项：{all}", "{n} listed ({all})")
VERDICTS = {
    ("equal", "same"): Text("两边一致。", "The two are the same."),
    ("equal", "consistent"): Text("在所印的精度内，两边相符。", "They agree within the printed precision."),
    ("equal", "inconsistent"): Text("两边不相等。", "They are not equal."),
    ("equal", "undecidable"): Text(
        "单凭所印的界限，判断不出两边是否相等。", "The printed bounds do not settle whether they are equal."
    ),
    ("at-most", "consistent"): Text("前者不超过后者。", "The first does not exceed the second."),
    ("at-most", "inconsistent"): Text("前者超过后者。", "The first exceeds the second."),
    ("at-most", "undecidable"): Text(
        "单凭所印的界限，判断不出前者是否超过后者。",
        "The printed bounds do not settle whether the first exceeds the second.",
    ),
    ("within", "consistent"): Text("前者完全在后者的范围之内。", "The first lies wholly within the second."),
    ("within", "inconsistent"): Text(
        "前者完全在后者的范围之外。", "The first lies wholly outside the second."
    ),
    ("within", "undecidable"): Text(
        "前者只有一部分在后者的范围之内。", "Only a part of the first lies within the second."
    ),
}
GROUP = Text("{answer}（{n}）", "{answer} ({n})")
BESIDE_AGREEING = Text("{title}：{answer}", "{title}: {answer}")
BESIDE = Text("{title}：{answer}。{said}", "{title}: {answer}. {said}")
CHECK_LINE = Text("{tab}：{answer}：{title}。{said}", "{tab}: {answer}: {title}. {said}")
COUNTED_ANSWER = Text("{answer}{n}项", "{n} {answer}")
AGREES_MARK = "="
APART = Text("相差{gap}。", "They differ by {gap}.")
NO_FINDINGS = Text(
    "这一页没有可以互相核对的数字", "No two figures of this tab can be checked against each other"
)

# Trends
SERIES = Text("指标", "Indicator")
YEAR = Text("年份", "Year")
VALUE = Text("数值", "Value")
FIRST = Text("最早", "First")
LATEST = Text("最新", "Latest")
MISSING = Text("缺年", "Years missing")
MISSING_YEARS = Text("缺{years}年", "{years} not found")
AND_OTHERS = Text("{last}等{n}处，逐年注明", "{n} publications, the last {last}; each year names its own")
SOURCES = Text("出处：{sources}", "source: {sources}")
UNITS = {
    "yuan": Text("单位：人民币元", "In yuan"),
    "share": Text("单位：%", "In per cent"),
    "points": Text("单位：百分点", "In percentage points"),
    "multiple": Text("单位：倍", "In multiples of the base"),
    "count": Text("按数量计", "By number"),
    "year": Text("单位：年", "In years"),
    "month": Text("单位：月", "In months"),
}
