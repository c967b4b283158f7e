"""What `cqdash find` says beside the words of the details."""

from cqdash.language import Text

FOUND = Text("“{query}”：找到{n}项", "“{query}”: {n} found")
NOTHING = Text(
    "没有找到“{query}”。各个词都须出现：可少写几个词，或换另一种写法、另一种语言。",
    "Nothing found for “{query}”. Every word must be there: try fewer words, another spelling or the other "
    "language.",
)
NO_WORDS = Text("请写要找的文字或数字", "say what to find: words or a number")
TAB = Text("页", "Tab")
NAMED = Text("{name}：{value}", "{name}: {value}")
KNOWN_AS = Text("{tab} · {id}", "{tab} · {id}")
