"""What `cqdash find` says beside the words of the details."""

from cqdash.language import Text

FOUND = Text("“{query}”：找到 {n} 项", "“{query}”: {n} found")
NOTHING = Text(
    "没有找到“{query}”。几个词须都有；可少写几个字，或试另一种语言、另一个写法。",
    "Nothing has “{query}”. Every word must be there: try fewer, another spelling, or the other language.",
)
NO_WORDS = Text("请写要找的文字或数字", "say what to find: words or a number")
TAB = Text("页", "Tab")
NAMED = Text("{name}：{value}", "{name}: {value}")
KNOWN_AS = Text("{tab} · {id}", "{tab} · {id}")
