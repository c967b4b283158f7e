"""What the view of an assessment and of a comparison says, in both languages."""

from cqdash.language import Text

TITLE = Text("补助测算", "Subsidy calculation")
TITLE_OF = Text("补助测算：{name}", "Subsidy calculation: {name}")
ABOUT = Text(
    "{scheme}，{years}，依所填答案与所印规则。",
    "{scheme}: {years}, by the answers given and the rules printed.",
)
YEARS = Text("{a}至{b}", "{a} to {b}")
NO_PROJECT = Text("还没有填写项目。", "No project has been entered yet.")
CLOSING = Text(
    "测算依所印规则与所填答案得出，不是官方答复。",
    "Calculated from the rules as printed and the answers given; not an official answer.",
)

# Amounts
RANGE = Text("{low}至{high}", "{low} to {high}")
WITH_AMOUNT = Text("{outcome}{amount}", "{outcome} {amount}")
BESIDES = Text("{outcome}，另有{amount}", "{outcome}; besides, {amount}")
EACH_YEAR = Text("每年{said}", "{said} each year")
ALL_OPEN = Text("{said}，年份未定", "{said}, year open")
PART_OPEN = Text("{said}，其中{amount}年份未定", "{said}, of which {amount} in an open year")
UP_TO = Text("另可达{amount}", "up to {amount}")
AT_MOST = Text("至多{amount}", "at most {amount}")
NOTHING = Text("0", "0")
NONE = Text("无", "none")

# The total first
KNOWN_SUM = Text("确定", "Known")
UP_TO_SUM = Text("另可达（区间）", "Up to, besides (ranges)")
AT_MOST_SUM = Text("另至多（限额）", "At most, besides (caps)")
NOT_PUBLISHED = Text("金额未公布", "Amount not published")
UNDETERMINED = Text("待定", "Undetermined")
ONE_ITEM = Text("1项", "1 item")
ITEMS = Text("{n}项", "{n} items")
NAMED = Text("{what}：{things}", "{what}: {things}")

NOT_SAID = Text("版面没有说的", "What the page does not say")
WARNINGS = Text("请留意", "Please note")
CONCERNS = Text("{warning}（{projects}）", "{warning} ({projects})")

# By year
BY_YEAR = Text("逐年", "By year")
BY_YEAR_CHART = Text("逐年金额", "Amounts by year")
YEAR = Text("年份", "Year")
KNOWN = Text("确定", "Known")
UP_TO_BESIDES = Text("另可达", "Up to, besides")
AT_MOST_BESIDES = Text("另至多", "At most, besides")
OPEN = Text("未定或未公布", "Left open")
CAPS_SHARED = Text(
    "限额由各年共用，各年“至多”之和可以超过合计。",
    "A cap is shared by the years, so that their “at most” may add up to more than the total.",
)
BY_PROJECT = Text("各项目逐年结果", "Projects by year")
WHY = Text("理由", "Why")
PROJECT_OF = Text("{name}（{item}）", "{name} ({item})")
NUMBERED = Text("{label}（{n}）", "{label} ({n})")

# What would change it
CHANGES = Text("哪些答案会改变结果", "What would change it")
CHANGES_ABOUT = Text(
    "每次只改一个答案，看确定数和最多可达数各变多少，变动大的在前。",
    "One answer changed at a time: the difference to the known sum and to the most it could come to, "
    "the largest first.",
)
CHANGES_SHOWN = Text("共{all}种，列出前{n}种。", "The first {n} of {all} are shown.")
FIND_OUT = Text("下一个该弄清的是“{what}”。", "Find out next: “{what}”.")
ANSWER = Text("答案", "Answer")
INSTEAD = Text("改动", "Change")
FROM_TO = Text("{was} → {to}", "{was} → {to}")
MOST = Text("最多", "Most")
ON = Text("{project}：{question}", "{project}: {question}")

# How it came about
TRACE = Text("怎样得出", "How it came about")
TRACE_ABOUT = Text(
    "括号里是所据段落，均在{citation}。", "In brackets, the paragraph it rests on, in {citation}."
)
PAPER = Text("《{p}》{d}《{a}》", "“{a}”, {p}, {d}")
STEP_IN = Text("{label}，{year}", "{label}, {year}")
CUT = Text("扣减前{before}，扣减后{after}", "{before} before caps and deductions, {after} after")
ANSWERS_USED = Text("所用答案", "Answers used")
NOT_KNOWN = Text("不能确定", "not known")
READINGS_USED = Text("所用读法", "Readings used")

# What is assumed
ASSUMED = Text("本测算采用的读法", "The readings used here")
CITED = Text("{text}（{place}）", "{text} ({place})")
CHOSEN = Text(
    "{text}可选的读法：{label}；现取：{option}。", "{text} Can be switched: {label}; chosen: {option}."
)
CHOSEN_OTHER = Text(
    "{text}可选的读法：{label}；现取：{option}，而不取：{own}。",
    "{text} Can be switched: {label}; chosen: {option}, instead of: {own}.",
)

# Two side by side
COMPARISON = Text("两份申请对照", "Two applications compared")
COMPARISON_ABOUT = Text("{scheme}：两份申请，逐年对照。", "{scheme}: two applications, year by year.")
FIRST = Text("第一份", "First")
SECOND = Text("第二份", "Second")
DIFFERENCE = Text("确定数之差", "Known: difference")
KNOWN_COMPARED = Text("逐年确定数", "Known amounts by year")
ANSWERS_DIFFER = Text("答案不同之处", "Where the answers differ")
QUESTION = Text("问题", "Question")
HORIZON = Text("测算年数", "Years calculated")
PROJECT_NUMBER = Text("项目{n}", "Project {n}")
HAS_PROJECT = Text("有", "yes")
NO_SUCH_PROJECT = Text("没有", "none")
