"""What is said of finding, ordering and copying rows, in both languages."""

from cqdash.language import Text

# The filter
FILTER = Text("筛选", "Filter")
FILTER_HINT = Text("输入中文或英文，多个词用空格隔开", "Words in Chinese or English")
ROWS_FOUND = Text("{n}行", "{n} rows")
ONE_ROW_FOUND = Text("1行", "1 row")
NO_ROW_FOUND = Text("没有找到", "no rows")
NOTHING_FOUND = Text(
    "本页没有哪一行含有全部所输入的词。按 esc 清除筛选。",
    "No row of this tab has all of these words. esc clears the filter.",
)

# The palette
NO_MATCHES = Text("没有找到", "Nothing found")

# Sorting
NOT_SORTED = Text("列表按组排列，只有表格可以排序。", "A list keeps its groups; only tables can be sorted.")

# Copying
SENT = Text(
    "已发给终端：{text}。能否进入剪贴板由终端决定；按 {key} 可写成文件。",
    "Sent to the terminal: {text}. Whether it can be pasted is up to the terminal; {key} writes a file.",
)
NAMED = Text("{name}：{value}", "{name}: {value}")
COPIED_SOURCE = Text("出处：{source}", "Source: {source}")
