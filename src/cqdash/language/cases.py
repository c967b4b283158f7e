"""What is said of a case: an application with the answer expected of it."""

from cqdash.language import Text

# Problems of a case file
NOT_CASES = Text("应为“cases:”和一列案例", "should be “cases:” and a list of cases")
NO_CASES = Text("没有案例", "there is no case")
MISSING = Text("缺少：{key}", "missing: {key}")
TWICE = Text("重复：{key}", "given twice: {key}")
USED = Text("案例 id 已在 {file} 用过：{id}", "case id already used in {file}: {id}")
NOTHING_EXPECTED = Text("没有写任何期望", "it expects nothing")
NO_ITEM = Text("申请中没有这一项：{id}", "the application has no such item: {id}")
NO_YEAR = Text("没有第{year}年（共{most}年）", "there is no year {year} (of {most})")
MORE_PROJECTS = Text(
    "期望{n}个项目，申请只有{most}个", "{n} projects are expected, the application has {most}"
)
TOO_MANY = Text("多于{most}个案例", "more than {most} cases")

# Differences
DIFFERENCE = Text(
    "{where}：{what}应为{expected}，得出{found}", "{where}: {what} should be {expected}, is {found}"
)
TOTAL = Text("合计", "in all")
PROJECT = Text("项目{n}", "project {n}")
PROJECT_YEAR = Text("项目{n}第{year}年", "project {n}, year {year}")
OUTCOME = Text("结果", "the outcome")
LOW = Text("至少", "the least")
HIGH = Text("最多", "the most")
WARNINGS = Text("提醒数", "the number of warnings")
NONE = Text("无", "none")
