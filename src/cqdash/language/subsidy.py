"""What the calculator says of its own, in both languages; what the rules say stands in the data."""

from cqdash.language import Text

OUTCOMES = {
    "payable": Text("应付", "payable"),
    "range": Text("区间", "range"),
    "at-most": Text("至多", "at most"),
    "not-yet-payable": Text("尚不应付", "not yet payable"),
    "not-eligible": Text("不符合条件", "not eligible"),
    "undetermined": Text("待定", "undetermined"),
    "unpublished": Text("金额未公布", "not published"),
}

YES = Text("是", "yes")
NO = Text("否", "no")
UNKNOWN = Text("不知道", "don’t know")
PASSED = Text("通过", "passed")
FAILED = Text("未通过", "failed")
NOT_EVALUATED = Text("尚未评价", "not yet evaluated")
NOT_WITHIN = Text("期内没有", "not within these years")
BEFORE_FIRST = Text("第1年之前", "before year 1")
YEAR = Text("第{n}年", "year {n}")
CALENDAR_YEAR = Text("{n}年", "{n}")
YUAN = Text("{n}元", "{n} yuan")
OPEN_YEAR = Text("年份未定", "year open")

# Why
DUE = Text("各项条件在{year}齐备", "everything required has happened by {year}")
DUE_BEFORE = Text("在第1年之前已应付，不计入所列年份", "it fell due before year 1, outside these years")
NEVER_DUE = Text("“{question}”答“期内没有”", "“{question}” is answered: not within these years")
DUE_OPEN = Text("“{question}”的年份不知道", "the year of “{question}” is not known")
BUILT_NOT_APPROVED = Text(
    "未经正式批准而建成：一处写“建设”，一处写“获批建设”，不能判断",
    "built without formal approval: one place says built, another approved, so it cannot be told",
)
ONCE_DOUBTFUL = Text("一次性补助待定，按年补助也待定", "the one-off payment is undetermined, and so is this")
NOTHING_DUE = Text("这一年没有到期的款项", "nothing falls due this year")
NOT_RUNNING = Text("尚未建成运行", "not yet built and running")
RUNNING_UNKNOWN = Text("建成运行的年份不知道", "the year it is built and running is not known")
NOT_AFTERWARDS = Text("一次性补助尚未应付", "the one-off payment is not due yet")
AFTERWARDS_UNKNOWN = Text("一次性补助何时应付不知道", "when the one-off payment falls due is not known")
FIRST_YEAR = Text("一次性补助当年：{reading}", "the year of the one-off payment: {reading}")
EVALUATED_GOOD = Text("当年评价通过", "that year’s evaluation is passed")
EVALUATED_BAD = Text(
    "当年评价未通过，当年不付，以后不受影响",
    "that year’s evaluation failed: nothing that year, later years unaffected",
)
EVALUATION_OPEN = Text("当年尚未评价", "that year is not yet evaluated")
COUNT_UNKNOWN = Text("数量不知道", "how many is not known")
RECEIVED_ALL = Text("此前已全部领取", "received in full before")
RECEIVED_PART = Text("扣除此前已得的{n}元", "less {n} yuan received before")
RECEIVED_UNKNOWN = Text("此前已得多少不知道", "how much was received before is not known")
EACH = Text("{n}件，每件{amount}元", "{n} at {amount} yuan each")
NO_EVENT = Text("这一年没有", "none entered for this year")
EVENTS_UNKNOWN = Text("这一年有几件不知道", "how many this year is not known")
CAPPED = Text("申请{asked}元，额度余{left}元", "{asked} yuan requested, {left} yuan of the cap left")
NO_REQUEST = Text("没有申请金额：至多为额度余额", "no request is entered: at most what is left of the cap")
REQUEST_UNKNOWN = Text(
    "申请多少不知道：至多为额度余额", "the request is not known: at most what is left of the cap"
)
NOT_REQUESTED = Text("这一年没有申请", "no request this year")
UNPUBLISHED = Text("属于支持范围，但版面没有印出金额", "in scope, but the page prints no amount")
ITEM_UNKNOWN = Text("申报事项不知道", "the item is not known")
ITEM_OPEN = Text(
    "不在所印清单之内；清单没有写全，不能断定不行",
    "not on the printed list; the list is left open, so it cannot be ruled out",
)
ABOVE_CEILING = Text("以单项上限{n}元为限", "limited to the ceiling of {n} yuan for one item")
MET = Text("符合", "met")
NOT_MET = Text("不符合", "not met")
DOUBTFUL = Text(
    "是四种身份之一，但与事项不对应，不能判断",
    "one of the roles named, but not the one that fits: it cannot be told",
)
CONDITION_UNKNOWN = Text("不知道是否符合", "whether it is met is not known")
BY_AUTHORITY = Text("由主管部门认定", "the authority judges this")
WARNING = Text(
    "提醒：{condition}这一条对此类项目不构成限制",
    "warning: “{condition}” is not met; it does not bind this category",
)
ELIGIBILITY = Text("谁可以申报", "Who may apply")
PROJECT = Text("项目{n}", "Project {n}")

# The result
IN_ALL = Text("合计", "In all")
KNOWN = Text("确定", "known")
UP_TO = Text("另可达", "up to, besides")
AT_MOST = Text("至多", "at most")
NOT_PUBLISHED = Text("未公布", "not published")
UNDETERMINED = Text("待定", "undetermined")

# The form
APPLICANT = Text("申报单位", "The applicant")
SPAN = Text("年份范围", "The years")
HORIZON = Text("年数（1至10）", "How many years (1 to 10)")
FIRST_CALENDAR_YEAR = Text("第1年是公历哪年", "Year 1 by the calendar")
READINGS = Text("可切换的读法", "Readings you can switch")
