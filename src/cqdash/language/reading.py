"""What is said where tabs are read line by line, for screen readers and braille, in both languages."""

from cqdash.language import Text

# The lines of a tab
SECTIONS = Text("共{n}节。", "Sections: {n}.")
SECTION = Text("第{n}节，共{of}节：{title}", "Section {n} of {of}: {title}")
HEADLINE = Text("要点数字", "Headline figures")
YEARLY = Text("{title}，逐年", "{title}, year by year")
ROWS = Text("共{n}行。", "Rows: {n}.")
ROWS_BY = Text("共{n}行，首列是“{first}”。", "Rows: {n}; the first column is “{first}”.")
CHART = Text("图：{title}", "Chart: {title}")
GROUP = Text("第{n}组，共{of}组：{title}", "Group {n} of {of}: {title}")
NOTE = Text("须知{n}：{note}", "Note {n}: {note}")
NOTE_ON = Text("须知{n}，关于{on}：{note}", "Note {n}, on {on}: {note}")
ABSENT = Text("未给出", "not given")
NONE = Text("无", "none")
MARKS = {
    "*": Text("有读数须知。", "Has a reading note."),
    "!": Text("与别处不符，见“核对”。", "Does not agree with something else, see Findings."),
    "?": Text("无从判断是否相符，见“核对”。", "Cannot be told whether it agrees, see Findings."),
}
FINDING = Text("核对", "Finding")
NOTE_NAME = Text("须知", "Note")
TAB_AND_ID = Text("{tab}；编号：{id}", "{tab}; id: {id}")

# Signs that a voice leaves out or names in its own way
TO = Text("至", " to ")
BELOW_ZERO = Text("负", "minus ")
TIMES = Text("倍", " times")
SIGNS = {
    " + ": Text("加", " plus "),
    " − ": Text("减", " minus "),
    " × ": Text("乘以", " times "),
    " ÷ ": Text("除以", " divided by "),
    " = ": Text("等于", " equals "),
}

# The session
WELCOME = Text(
    "cqdash，逐行阅读。输入 ? 看可以输入什么，q 退出。", "cqdash, line by line. Type ? for help, q to quit."
)
TABS = Text("共{n}页。", "Tabs: {n}.")
CHOICE = Text("{n}：{title}", "{n}: {title}")
PROMPT_TABS = Text(
    "请输入页的号码1至{n}，或要找的字，? 帮助：", "Tab 1 to {n}, words to find, or ? for help:"
)
PROMPT_TAB = Text(
    "{tab}。请输入节的号码1至{n}，或 n 下一节，? 帮助：",
    "{tab}. Section 1 to {n}, n for the next one, or ? for help:",
)
PROMPT_SECTION = Text(
    "{tab}，第{at}节，共{n}节。n 下一节，p 上一节，? 帮助：",
    "{tab}, section {at} of {n}. n next, p previous, or ? for help:",
)
PROMPT_ITEMS = Text(
    "请输入号码1至{n}看详情，b 返回，? 帮助：",
    "Number 1 to {n} for its detail, b to go back, or ? for help:",
)
FOUND_ITEMS = Text("第{first}至{last}项，共{n}项。", "{first} to {last} of {n}.")
MORE_ITEMS = Text("还有{n}项，输入 m 接着列。", "{n} more: type m.")
SECTION_ITEMS = Text("{title}：可看详情的有{n}项", "{title}: {n} with a detail")
NO_ITEMS = Text("这里没有可看详情的项目。", "Nothing here has a detail.")
DETAIL = Text("第{n}项，共{of}项", "{n} of {of}")
IN_TAB = Text("{said}，在{tab}页", "{said}, tab {tab}")
NOW_IN = Text("现在是中文。输入 r 再读一遍。", "Now in English. Type r to hear the last again.")
GOODBYE = Text("再见。", "Goodbye.")
AT_THE_END = Text("这已是最后一个。", "That was the last one.")
AT_THE_START = Text("这已是第一个。", "That was the first one.")
NO_MORE = Text("没有更多了。", "There is no more.")
CHOOSE_TAB = Text("先选一页。", "Choose a tab first.")
FIND_WHAT = Text("请在 f 后写要找的文字或数字。", "Write what to find after f.")
NO_NUMBER = Text(
    "没有{given}号，号码是1至{n}。要找数字{given}，请输入 f {given}。",
    "There is no {given}: numbers go from 1 to {n}. To find the figure {given}, type f {given}.",
)
HINT = Text(
    "也可输入要找的文字或数字，或一个字母：{letters}；? 逐一说明。",
    "Or words to find, or one letter: {letters}; ? explains each.",
)
UNKNOWN = Text("不认识“{given}”。", "“{given}” is not understood.")
POSSIBLE = Text("可以输入：", "What can be typed:")
NUMBER_TAB = Text("1至{n}：打开一页，也可输入页名，如{id}。", "1 to {n}: a tab; or its name, such as {id}.")
NUMBER_SECTION = Text("1至{n}：读{tab}的一节。", "1 to {n}: a section of {tab}.")
NUMBER_ITEM = Text("1至{n}：一项的详情。", "1 to {n}: the detail of one of the list.")
WORDS = Text(
    "文字或数字：在各页中查找，中英文皆可，如530.3；与上面的命令或页名相同时，前面加 f。",
    "Words or a number: find figures on all tabs, in either language, such as 530.3; "
    "with f before them where they are a command or a tab.",
)
COMMANDS = {
    "n": Text("n：下一节，或列表的下一项。", "n: the next section, or the next of a list."),
    "p": Text("p：上一节，或列表的上一项。", "p: the previous section, or the previous of a list."),
    "a": Text("a：整页。", "a: the whole tab."),
    "d": Text("d：本节各项列成表，可选号看详情。", "d: the figures of the section as a list, for details."),
    "m": Text("m：列表的其余各项。", "m: more of a list."),
    "r": Text("r：再读一遍。", "r: the last again."),
    "b": Text("b：返回上一级。", "b: back to where this was chosen from."),
    "t": Text("t：换成英文（English）。", "t: in Chinese (中文)."),
    "?": Text("?：这份帮助。", "?: this help."),
    "q": Text("q：退出。", "q: quit."),
}

# The command line
READ = Text("逐行阅读：供读屏软件和盲文点显器", "read line by line: for screen readers and braille displays")
READ_TAB = Text(
    "页名（innovation、ip-policy、trade、pilots、sme-service），或 all；不给则逐句问答",
    "a tab (innovation, ip-policy, trade, pilots, sme-service), or all; without one it asks line by line",
)
READ_EXAMPLES = (
    ("cqdash read", Text("选页、选节、查找，一问一答", "choose tabs and sections, find figures, by typing")),
    ("cqdash read trade", Text("外贸一页，逐行打印", "the trade tab, a statement a line")),
    ("cqdash read all", Text("全部各页", "all tabs")),
)
NO_INPUT = Text(
    """没有可以输入的终端。可直接给出页名：
  cqdash read trade     逐行打印外贸一页
  cqdash read all       逐行打印全部各页
  cqdash find 530.3     查一个数字""",
    """there is no terminal to type in. Name a tab instead:
  cqdash read trade     the trade tab, line by line
  cqdash read all       every tab, line by line
  cqdash find 530.3     one figure""",
)
